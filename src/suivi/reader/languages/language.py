"""Language: what the rules need to know of a language, and nothing of any document.

Rules:
- a language is one folder beside this file, found by its name (ISO 639-1); adding one touches nothing else;
- phrases and patterns are written as `source.flat` writes them: lower case, straight apostrophes, plain spaces;
- a pattern is kept as its source and compiled at first use (`lexicon.compiled`).
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from suivi.reader.grammar import Grammar
from suivi.reader.lexicon import Lexicon


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Headings:
    """How headings, lists and the furniture of a web page are written; all patterns match at a line's start.

    `pillar`: a label with its number, before the title (“Pillar 1: ”). `action`: a label whose title is itself a
    commitment (“Action 3: ”). `initiatives`: a bare label that marks what follows as initiatives. `aims`: one that
    marks aims. `contents`: the heading of a table of contents. `closing`: a heading that ends the last pillar.
    `furniture`: a line of the page around the text; `tail`: one after which nothing belongs to it. `columns`: labels
    of columns in a table, as groups `action`, `detail` (goes before it), `time`, `number` and `other`. `dated`: a
    line of place and date, which heads nothing. `article`: what opens a sentence rather than a title. `enumerator`:
    list marks of this language alone (Korean 가., 나.). `doing`: a bare label that makes the list below it operative
    and marks no kind (“What we will do”). `told`: the title of a part that tells what was or is (“Background”);
    `recital` opens a line that says why an agreement is made; `subject` is one that only names the parties before a
    colon; `article_label`: one of an article, where the present promises. `run_in_article`: one with its title, before
    the text of the article on the same line. `bracketed`: a title in brackets of its own. `naming`: the promise to set up or
    choose what the list below it names. `telling`: the end of an item that tells and heads nothing; `headline`: a sentence
    below a title that says the news; `stating`: a
    whole one that does, by its subject. `paper`: the end of a title that names the paper (“… 행동계획”).
    `broken`: the end of a line that goes on in the next, be it behind a blank one.
    `sheet`: the label of a project, whose title is a name; `asks` opens a question that heads its
    answer. `subtitle`: a line that says what kind of paper it is, below the title. `purpose`: how an item begins behind its title
    and a colon (“Health: to …”).
    `unfinished`: the end of a sentence whose verbs are the headings after it (“will work together to:”).
    """

    pillar: str
    action: str
    initiatives: str
    aims: str
    contents: str
    closing: str
    furniture: str
    tail: str
    columns: str = r"(?!)"
    dated: str = r"(?!)"
    article: str = r"(?!)"
    enumerator: str = r"(?!)"
    doing: str = r"(?!)"
    told: str = r"(?!)"
    article_label: str = r"(?!)"
    recital: str = r"(?!)"
    subject: str = r"(?!)"
    run_in_article: str = r"(?!)"
    bracketed: str = r"(?!)"
    naming: str = r"(?!)"
    telling: str = r"(?!)"
    headline: str = r"(?!)"
    stating: str = r"(?!)"
    paper: str = r"(?!)"
    broken: str = r"(?!)"
    unfinished: str = r"(?!)"
    sheet: str = r"(?!)"
    asks: str = r"(?!)"
    subtitle: str = r"(?!)"
    purpose: str = r"(?!)"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Spans:
    """How a text says that something is due within some time from its own day, or before an event.

    `pattern` holds the groups `count` and `unit` (a key of `units`: days or months, and how many), `this_year`,
    `next_year`, `soon`, `season` (a key of `seasons`: the month it ends in, beyond twelve in the next year; `before`
    is what sets the limit at its beginning), `event`.
    """

    pattern: str
    units: dict[str, tuple[str, int]]
    counts: dict[str, int]
    seasons: dict[str, int]
    before: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Times:
    """How times are said. `recurrences`: phrase to RRULE value, or None where only “regular” is said.

    “Regular” counts only near an `occasion`: regular migration recurs no more than a regular verb.

    `days` are patterns with groups `day`, `month` (a key of `months`), `year`, `part` (a key of `parts`: first and
    last month); `by` is what makes a date that follows a deadline, `by_after` what follows the date instead; `during`
    is what places the act of an initiative in time; `past` marks a date before it as past (“signed in”); `spans` are
    times that count from the day of the text; `during_after` is `during` where the words follow the date; `year` is
    what every date holds.
    """

    recurrences: Lexicon[str | None]
    occasion: str
    months: dict[str, int]
    parts: dict[str, tuple[int, int]]
    days: str
    by: str
    by_after: str
    during: str
    past: str
    spans: Spans | None = None
    during_after: str = r"(?!)"
    year: str = r"(?:19|20)\d\d"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Names:
    """How bodies, instruments and persons are named.

    `body` and `instrument` are patterns over the original characters (capitals count); `acronyms` are bodies
    known by a proper name; `shortened` gives a short form, as group `short`, right behind the full name. `capitals`
    where names begin with one, save instruments that begin with one of the `small_instruments`.
    """

    body: str
    instrument: str
    acronyms: Lexicon[str]
    shortened: str = r"(?!)"
    capitals: bool = False
    small_instruments: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Past:
    """How a text speaks of what is already achieved.

    `listing`: the words before a list of achievements. `item`: what begins one of them, after a comma.
    `kinds`: words that tell instrument, dialogue or visit. `sentence`: a whole sentence of achievement.
    """

    listing: str
    item: str
    kinds: Lexicon[str]
    sentence: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Preamble:
    """How a preamble says who agreed, on whose instruction, and that the plan is reviewed.

    `agreed` and `instructed` hold a group `who`; `persons` parts several of them; `review` marks the review clause of
    the plan itself.
    """

    agreed: str
    instructed: str
    persons: str
    review: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Cues:
    """What tells the mode: `verbs` by the governing verb, `objects` by the words after it.

    Both give a mode (house.md, section 7) and a weight; `discrete` are verbs of which a yearly report could say done
    or not, `ongoing` those that never end, unless `one` thing or a number of them is their object (rule R7); `vague`
    verbs tell as much of either kind (with False: unless said of one thing). `topic` stands between what a verb acts
    on and what that is about (“a seminar on …”), `aside` between the act and what it serves, goes by or holds as an
    example (“in order to”, “through”, “including”); `opening` is what a sentence opens with before its subject, up to
    the comma; `suffers` is a verb whose subject is what is acted on (“will be signed”); `always` says of any act that it never ends (“at all
    times”, “shall not”). `points`: what each sign speaks for (`rules/kind.py`), more than nothing for an initiative; `first`, `more` and
    `loose` (an object without end: “ways”, “experience”) are three of the signs, `dated` words that say when, `stems` how verbs begin that
    share a sign, and so
    are the groups of `promises`, which names the word of promise before the verb. `behind`: the verb ends the clause,
    so these words follow what they mark. `counted_ends`: an ongoing verb of a number of things is oftener an
    initiative than an aim; it is doubted in either case.
    """

    verbs: Lexicon[tuple[str, int]]
    objects: Lexicon[tuple[str, int]]
    discrete: Lexicon[bool]
    ongoing: Lexicon[bool] | None = None
    vague: Lexicon[bool] | None = None
    one: str = r"(?!)"
    topic: str = r"(?!)"
    aside: str = r"(?!)"
    suffers: str = r"(?!)"
    always: str = r"(?!)"
    opening: str = r"(?!)"
    first: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    points: Mapping[str, int] | None = None
    promises: str = r"(?!)"
    behind: bool = False
    counted_ends: bool = False

    @cached_property
    def of_kinds(self) -> Lexicon[tuple[str, ...]]:
        """The `discrete`, `ongoing` and `vague` verbs in one, each with the names of all that begin it."""
        lists = {"discrete": self.discrete, "ongoing": self.ongoing, "vague": self.vague}
        named = {name: lexicon.meanings for name, lexicon in lists.items() if lexicon is not None}
        return Lexicon(_named_by_beginnings(named), stems=True)

    @cached_property
    def of_stems(self) -> Lexicon[tuple[str, ...]]:
        """The `stems`, each with the names of all that begin it; to be looked for where a verb stands."""
        return Lexicon(_named_by_beginnings({name: frozenset(stems) for name, stems in self.stems.items()}))


def _named_by_beginnings(named: Mapping[str, Collection[str]]) -> dict[str, tuple[str, ...]]:
    """Each phrase of the lists in `named` with the names of all lists that hold it or a beginning of it."""
    phrases = {phrase for phrases in named.values() for phrase in phrases}
    return {
        phrase: tuple(
            name for name, known in named.items() if any(phrase[:size] in known for size in range(1, len(phrase) + 1))
        )
        for phrase in sorted(phrases)
    }


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Numbers:
    """How numbers are written: the mark before decimals, the words that multiply the number before them, and words.

    `words` are round numbers written out, beyond those so small that every language writes them out.
    """

    decimal: str
    scales: dict[str, int]
    words: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Strength:
    """How firm a promise is: patterns of what is only `hoped`, `sought` or `planned`; all else is promised.

    They are looked for in the first `zone` characters of a commitment, or in the last ones where it is negative.
    """

    zone: int
    hoped: str
    sought: str
    planned: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Versions:
    """What pairing the versions of one text needs of its language; `concepts` gives the codes of a phrase."""

    concepts: Lexicon[tuple[str, ...]]
    numbers: Numbers
    strength: Strength


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Language:
    """All the reader knows of one language.

    `common`: frequent words that tell it from its neighbours; `script`: characters that belong to it alone.
    `abbreviations` end no sentence. `actor`: pattern of a clause's subject with a group `who` that holds one party's
    name; `subject`: what may stand in a clause before the name of the State that is its subject; `carries_on`: a
    pronoun that stands for it in the next. `naming` begins to name parts or examples, which semicolons may part.
    `speech` says beside a quotation that somebody speaks, `of_many` that not one person does. `firm` are words with which nearly every sentence
    promises: what holds far too many of them is refused unread. `without` gives the
    caveat of an extra that the language is read better with and that is not installed, or nothing.
    """

    tag: str
    own_name: str
    common: frozenset[str]
    script: str
    headings: Headings
    grammar: Callable[[], Grammar]
    times: Times
    names: Names
    past: Past
    preamble: Preamble
    cues: Cues
    parties: Lexicon[str]
    abbreviations: frozenset[str]
    actor: str
    subject: str = r"(?!)"
    carries_on: str = r"(?!)"
    naming: str = r"(?!)"
    speech: str = r"(?!)"
    of_many: str = r"(?!)"
    firm: tuple[str, ...] = ()
    without: Callable[[], str] = lambda: ""
