"""Lists inside a sentence, by the triangles of Korean papers: “양국은 ▲ 회담 연례 개최 ▲ 대화 신설 등에 합의했다”.

Rules:
- what stands before the first mark leads to the list, unless the line itself is a list: then it is the first item;
- “등” (and others) closes a list; the words behind it say what was done with its items: agreed, or only discussed;
- where the items only name fields (“△교육 △보건 등에서 협력하기로”) the sentence is one commitment.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple, Protocol

from suivi.reader.grammar import Action, Setting
from suivi.reader.lexicon import compiled

_MARK: Final = r"[△▲▶▴▸▷▵►] *"
_CLOSES: Final = r",? 등(?:에 (?:대해서?도?|대하여|관해서?|관하여)|[을를에이도의]|에도|에서도?|으로)?(?= |,|$)"
# “△A △B 등 … 과제를 집중 관리하기로”: the items say of what kind the object of the sentence is.
_KINDS: Final = r"등 (?:[^ ]+ ){3,}[^ ]*[을를] "
_LEADS_ON: Final = r"(?:고|며)[ ,]*$"  # the words between two lists of one sentence
_NAMES: Final = r"[과와][ ,]*$"  # an item that only names, together with the next
_LEADS: Final = r"(?:[은는이가을를에로며고]|에서|으로|[:：])[ ,]*$"
# “The memorandum holds …”: what a paper of the parties holds they have agreed.
_PAPER: Final = (
    r"(?:협약|합의|각서|성명|선언|계획|로드맵|협정|약정|의정서|mou|발표|보도)(?:서|문)?\)?(?:에는|에|은|는)[ ,]*$"
)
_HELD: Final = r"(?:담았|담고 있|포함|명시|규정)"
_GOES_ON: Final = r"[가-힣](?:고|며)[ ,]*$"
_HOLDS: Final = r"다는 내용(?:을|이|도) (?:담|포함|명시)[가-힣 ]{1,6}"
FEWEST: Final = 2
LONGEST_ENDING: Final = 80


class _Item(NamedTuple):
    start: int
    end: int


class _List(NamedTuple):
    """Items one after the other, and the words behind the last (`tail`, empty where the last item ends the sentence)."""

    items: list[_Item]
    tail: _Item


class SentenceGrammar(Protocol):
    """What a list needs of the grammar of its sentence."""

    @property
    def nominal(self) -> str:
        """Ends that name an act."""
        ...

    @property
    def commits(self) -> str:
        """Ends that commit."""
        ...

    @property
    def own(self) -> str:
        """Ends of a clause that goes on and commits."""
        ...

    def actions_of_sentence(self, flat: str, start: int, end: int, setting: Setting) -> list[Action]:
        """The commitments of a sentence that holds no list."""
        ...


def enumerated(grammar: SentenceGrammar, flat: str, start: int, end: int, setting: Setting) -> list[Action] | None:
    """The commitments of a sentence with a list inside; None where it holds none, or its items are no acts."""
    marks = list(compiled(_MARK).finditer(flat, start, end))
    if not marks or (len(marks) < FEWEST and marks[0].start() == start):
        return None
    lead = _inked(flat, start, marks[0].start())
    bounds = [(mark.end(), following.start()) for mark, following in pairwise(marks)]
    items = [_inked(flat, *bound) for bound in [*bounds, (marks[-1].end(), end)]]
    itself = lead.start < lead.end and compiled(_LEADS).search(flat, lead.start, lead.end) is None
    if itself and setting > Setting.PROSE:
        items = [lead, *items]
    elif len(marks) < FEWEST:
        return None
    if compiled(_KINDS).search(flat, items[-1].start, items[-1].end):
        return None
    paper = compiled(_PAPER).search(flat, lead.start, lead.end) is not None
    found = _actions(grammar, flat, list(_lists(grammar, flat, items)), setting, paper=paper)
    if found is None or (itself and setting > Setting.PROSE):
        return found
    return [*grammar.actions_of_sentence(flat, lead.start, marks[0].start(), Setting.PROSE), *found]


def _lists(grammar: SentenceGrammar, flat: str, items: list[_Item]) -> Iterator[_List]:
    """The items parted where “등” closes a list; what follows it leads to the next list, or ends the sentence."""
    under_way: list[_Item] = []
    for item in items:
        closed = compiled(_CLOSES).search(flat, item.start, item.end)
        may_close = item is items[-1] or compiled(_LEADS_ON).search(flat, item.start, item.end) is not None
        if closed is None or not may_close:
            under_way.append(item)
        else:
            yield _List([*under_way, _Item(item.start, closed.start())], _inked(flat, closed.end(), item.end))
            under_way = []
    if under_way:
        last = under_way[-1]
        yield _List(under_way, _Item(last.end, last.end))


def _actions(
    grammar: SentenceGrammar, flat: str, lists: list[_List], setting: Setting, *, paper: bool
) -> list[Action] | None:
    found: list[Action] = []
    for listed in lists:
        names = any(compiled(_NAMES).search(flat, item.start, item.end) for item in listed.items[:-1])
        if names or not any(_acts(grammar, flat, item) for item in listed.items):
            return None
        held = paper and compiled(_HELD).match(flat, listed.tail.start, listed.tail.end) is not None
        force = Setting.LISTED if held else _force(grammar, flat, listed, setting)
        for item in listed.items if force is not None else ():
            found += _of_item(grammar, flat, item, force or setting)
    return found


def _force(grammar: SentenceGrammar, flat: str, listed: _List, setting: Setting) -> Setting | None:
    """The force of the items: what the words behind them give, or the last item; None where they were only spoken of."""
    told = listed.tail if listed.tail.start < listed.tail.end else listed.items[-1]
    words = _ending(flat, told)
    if compiled(
        rf"(?:{grammar.commits}|{grammar.own}|합의(?:하였|했)으며|(?:뜻|의견)을 (?:모았|같이했|같이하였|같이 했|같이 하였)(?:다|으며)|{_HOLDS})$"
    ).search(words):
        return Setting.LISTED
    if told is listed.tail and compiled(r"^(?:합의|약속|추진|결정|동의|뜻을 모)").match(words):
        return Setting.LISTED
    return setting if told is not listed.tail and setting > Setting.PROSE else None


def _acts(grammar: SentenceGrammar, flat: str, item: _Item) -> bool:
    """Whether the item says an act: it ends in a noun of action or in a verb, and says more than that."""
    words = _ending(flat, item)
    ends = compiled(rf"(?:{grammar.nominal}|{grammar.commits}|{_GOES_ON})$").search(words)
    return ends is not None and words.find(" ") > 0


def _ending(flat: str, item: _Item) -> str:
    """The last words of the item: endings are short, and an item may be as long as a line."""
    return flat[max(item.start, item.end - LONGEST_ENDING) : item.end].rstrip(" ,.")


def _of_item(grammar: SentenceGrammar, flat: str, item: _Item, setting: Setting) -> list[Action]:
    while item.end > item.start and flat[item.end - 1] in " ,.;":
        item = _Item(item.start, item.end - 1)
    if compiled(_GOES_ON).search(flat, item.start, item.end):
        return [Action(item.start, item.end, max(item.start, flat.rfind(" ", item.start, item.end) + 1), ("R1", "R3"))]
    return grammar.actions_of_sentence(flat, item.start, item.end, setting)


def _inked(flat: str, start: int, end: int) -> _Item:
    while start < end and flat[start] in " ,;":
        start += 1
    while end > start and flat[end - 1] in " ,;":
        end -= 1
    return _Item(start, end)
