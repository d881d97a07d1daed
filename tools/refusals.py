"""Writes the page of refusals, `docs/officers/refusals.md`, from the words in the code; `--check` only compares.

- One entry per code, in the three languages; codes never change once published, so the page can be linked to.
- Two sources: the subclasses of `Refusal`, and the faults a partner's delivery may show.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from tools.rooms import ROOT, living
from tools.written import keep

PAGE: Final = ROOT / "docs" / "officers" / "refusals.md"
LANGUAGE_NAMES: Final = {"en": "English", "fr": "Français", "ko": "한국어"}
OPENING: Final = """\
# Refusals

What Suivi says when a rule stops something, by code. The first sentence says what stopped, the second what to do;
nothing was changed, and nothing you typed is lost. `{…}` stands for a name, a place or a number. Codes never change: quote
them when you ask for help. The first part is what an officer can meet at the desk; the second names what can be wrong with
a file or delivery from a partner.

*Written from the code by `make words`.*
"""


@dataclass(frozen=True)
class Entry:
    """One code with its words; a `variant` says or advises something else under the code of another refusal."""

    code: str
    says: Words
    remedy: Words
    variant: bool = False


def refusals() -> list[Entry]:
    """Every subclass of `Refusal` with words of its own, by code; variants after the refusal they vary."""
    living()
    found = [
        Entry(refusal.code, refusal.says, refusal.remedy, variant="code" not in vars(refusal))
        for refusal in dict.fromkeys(_subclasses(Refusal))
        if refusal.__module__.startswith("suivi.")
        and {"code", "says", "remedy"} & vars(refusal).keys()
        and isinstance(getattr(refusal, "says", None), Words)
    ]
    return sorted(found, key=lambda entry: (entry.code, entry.variant))


def faults() -> list[Entry]:
    """Every fault a delivery may show, by code."""
    from suivi.exchange.faults import FAULTS

    return [Entry(code, words.says, words.remedy) for code, words in sorted(FAULTS.items())]


def _subclasses(refusal: type[Refusal]) -> Iterator[type[Refusal]]:
    for subclass in refusal.__subclasses__():
        yield subclass
        yield from _subclasses(subclass)


def page() -> str:
    """The whole page, as it should stand."""
    lines = [OPENING, "## At the desk\n", *_codes(refusals(), level="###"), "## In a file or a delivery\n"]
    for group, entries in groupby(faults(), key=lambda entry: entry.code.partition(".")[0]):
        lines += [f"### {group}\n", *_codes(list(entries), level="####")]
    return "\n".join(lines).rstrip("\n") + "\n"


def _codes(entries: list[Entry], *, level: str) -> Iterator[str]:
    for code, variants in groupby(entries, key=lambda entry: entry.code):
        yield f"{level} `{code}`\n"
        for entry in variants:
            for language, name in LANGUAGE_NAMES.items():
                yield f"- {name}: {entry.says.of_several().in_(language)} {entry.remedy.of_several().in_(language)}"
            yield ""


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is as it should be."""
    return keep(PAGE, page(), arguments, told="is not what the code says: run make words.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
