"""Tongue: one reader's language, and how signed words and names are shown in it.

- Signed words stand in the reader's language where a version exists, else in an authentic one, else in any; another
  language is always marked with `lang` and named in a small label. Nothing is translated (house.md, section 9).
- Verbatim text is never retouched: escaped, and nothing added between its characters.
- Text from a log is set off from the direction of the page (`dir="auto"`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from suivi.plan.numbering import number_of as number_of
from suivi.plan.words import Words
from suivi.publish import days
from suivi.publish.markup import Html, element, joined

PROOF: Final = Words(en="Proof file", fr="Fichier de preuve", ko="검증 파일")
AUTONYMS: Final = {"en": "English", "fr": "français", "ko": "한국어"}
_TLP: Final = re.compile(r"TLP:(CLEAR|GREEN|AMBER|RED)")


@dataclass(frozen=True, kw_only=True)
class Tongue:
    """`language` is one of the house; `names` the parties' by code and language, in charter order; `authentic` languages.

    `proofs` is where proof files stand as seen from the page (`../../proof/`), empty where there are none beside it.
    """

    language: str
    names: Mapping[str, Mapping[str, str]]
    authentic: tuple[str, ...] = ()
    proofs: str = ""

    def say(self, words: Words, **values: object) -> str:
        """A term or sentence of the house; values fill its `{names}`."""
        return words.filled(**values).in_(self.language) if values else words.in_(self.language)

    def before_colon(self, words: str) -> str:
        """`words`, a colon and a space, as the language sets them: French keeps a space before the colon."""
        return f"{words}\u00a0: " if self.language == "fr" else f"{words}: "

    def party(self, code: str) -> str:
        """The name of a party."""
        names = self.names.get(code, {})
        return names.get(self.language) or next(iter(names.values()), code.upper())

    def chosen(self, texts: Mapping[str, str]) -> str:
        """The language in which `texts` are shown here; empty if there are none."""
        wanted = (self.language, *self.authentic, *sorted(texts))
        return next((language for language in wanted if texts.get(language)), "")

    def titled(self, titles: Mapping[str, str]) -> Html:
        """A working title: marked with its language if it is not the reader's."""
        language = self.chosen(titles)
        if not language:
            return Html("")
        return element("span", titles[language], lang=self._other(language), dir="auto")

    def signed(self, texts: Mapping[str, str], *, name: str = "p", class_: str = "signed") -> Html:
        """Words of a party or of all of them, as an element `name`, with a label if not in the reader's language."""
        language = self.chosen(texts)
        if not language:
            return Html("")
        words = element(name, texts[language], class_=class_, lang=language, dir="auto")
        return words if language == self.language else joined([words, self.label(language)])

    def label(self, language: str) -> Html:
        """The name of a language, in that language."""
        return element("span", AUTONYMS.get(language, language), class_="tag", lang=language)

    def day(self, on: str) -> Html:
        """A day (`YYYY-MM-DD`)."""
        return days.day(self.language, on)

    def days(self, from_on: str, to_on: str | None) -> Html:
        """A day, or the first and last of several."""
        return days.span_of_days(self.language, from_on, to_on)

    def instant(self, at: str) -> Html:
        """An instant, to the minute, in UTC."""
        return days.instant(self.language, at)

    def proof(self, log: str, seq: int) -> str:
        """Where the file that proves a record stands; empty where there is none beside the page."""
        return f"{self.proofs}{proof_name(log, seq)}" if self.proofs else ""

    def record(self, log: str, seq: int) -> Html:
        """Where a record stands, leading to the file that proves it where there is one beside the page."""
        named = f"{log} {seq}"
        if not self.proofs:
            return joined([named])
        return element("a", named, href=self.proof(log, seq), title=self.say(PROOF), translate="no")

    def _other(self, language: str) -> str | None:
        return None if language == self.language else language


def proof_name(log: str, seq: int) -> str:
    """The path of a proof file in its folder: the party, then the place in its log.

    What stands in the log of a successor channel (`can-kor.2`) has a folder of its own (`can.2`), beside the old log's.
    """
    _, party, channel = log.split("/")
    return f"{party}{channel[len(channel.partition('.')[0]) :]}/{seq}.json"


def marking(label: str) -> Html:
    """A marking as printed, never translated; one that is not of TLP 2.0 is set like the highest."""
    found = _TLP.match(label)
    return element("span", label, class_=f"tlp {found[1].lower() if found else 'red'}", lang="en", translate="no")
