"""The boxes of a report form: what stands in them while it is written, and the report they make.

- Boxes are named as in the page: `stage`, `state`, `account-fr`, `on`, `until`, `step-1-words-en`, `step-1-owner`,
  `step-1-due`, `hindrance`, `reason`, `newday-on`, `newday-why-ko`; `kind` is `report` or `nothing`.
- What is in a box is kept as typed; only the report made of it is checked.
- `internal-fr` holds the internal account: it is drafted beside the report and never part of it (decision 0067).
- `public-fr` holds what the public is told in other words than the partner; empty, the public reads the report itself
  (decision 0083). `public-ticket` and `public-first` name the tickets cut from it last and first; the desk fills them.
- `marking` holds the marking the report is to bear, as printed; empty, it bears what it would without one.
- A translation follows the language that was written first (`source`): `after-fr` holds the digest of the source that
  the French words follow. Where the source has changed since, the translation is stale.
"""

import datetime
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from suivi.plan.words import LANGUAGES, Words, on_day
from suivi.record.marking import Marking, read_marking, stated
from suivi.record.reports import Hindrance, ReportFiled
from suivi.register.reports import Account

STEPS: Final = (1, 2, 3, 4)
"""How many next steps a form has room for."""

MOST: Final = 200_000
"""How many characters a draft may hold in all its boxes."""

NOTHING: Final = "nothing"
NOTHING_NEW: Final = Words(
    en="Nothing to report since {day}.",
    fr="Rien à signaler depuis le {day}.",
    ko="{day} 이후 보고할 사항이 없음.",
)
NOTHING_YET: Final = Words(
    en="Nothing to report yet.", fr="Rien à signaler pour l’instant.", ko="아직 보고할 사항이 없음."
)
MARKING: Final = "marking"
"""The box that holds the marking of the report; a workbook has none and leaves it as it is."""

INTERNAL_BY: Final = "internal-by"
"""The box that names who changed the internal account last; the desk fills it, no form does."""

PUBLIC_TICKET: Final = "public-ticket"
"""The box that names the ticket by which the public account was put before two officers last; the desk fills it."""

PUBLIC_FIRST: Final = "public-first"
"""The box that names the ticket by which the public was told first; later ones correct what it brought."""

KEPT: Final = ("source", INTERNAL_BY, PUBLIC_TICKET, PUBLIC_FIRST)
"""The boxes that the desk fills."""

_SPOKEN: Final = "|".join(LANGUAGES)
_BOX: Final = re.compile(
    rf"kind|{MARKING}|stage|state|on|until|hindrance|reason|newday-on|(?:account|internal|public|newday-why|after)-(?:{_SPOKEN})|source"
    rf"|step-[1-4]-(?:owner|due|words-(?:{_SPOKEN}))"
)


def known(typed: Mapping[str, str]) -> dict[str, str]:
    """Those of the boxes typed that the form has and that are not empty, as typed, line ends as LF."""
    plain = {name: text.replace("\r\n", "\n").replace("\r", "\n") for name, text in typed.items()}
    return {name: text for name, text in plain.items() if _BOX.fullmatch(name) and text.strip()}


def marking(boxes: Mapping[str, str], last: Account | None, ordinary: Marking) -> Marking:
    """The marking the report is to bear: the one chosen, else that of our last report where it is higher than `ordinary`.

    Raises `Fault` marking.unknown for one that cannot be read.
    """
    if chosen := boxes.get(MARKING):
        return read_marking(stated(chosen))
    return ordinary if last is None or last.marking.within(ordinary) else last.marking


def internal(boxes: Mapping[str, str]) -> dict[str, str]:
    """The internal account in the boxes, by language; empty for none."""
    return _by_language(boxes, "internal")


def public(boxes: Mapping[str, str]) -> dict[str, str]:
    """What the public is to be told in other words, by language; empty where it is told the same."""
    return _by_language(boxes, "public")


def internal_digest(words: Mapping[str, str]) -> str:
    """A digest of an internal account, to tell whether it is the one that was read."""
    return _digest("\n\n".join(f"{language}\n{text}" for language, text in sorted(words.items())))


def with_layers(before: Mapping[str, str], now: Mapping[str, str], typed: Mapping[str, str], by: str) -> dict[str, str]:
    """`now` with the internal and the public account as they were where the form that was typed into has no boxes for
    them (a workbook), with whoever changed the internal one last, and with the tickets of the public one.
    """
    boxes = dict(now) | {name: before[name] for name in (PUBLIC_TICKET, PUBLIC_FIRST) if name in before}
    if MARKING in before and MARKING not in typed:
        boxes[MARKING] = before[MARKING]
    for layer in ("internal", "public"):
        if not any(name.startswith(f"{layer}-") for name in typed):
            boxes |= {name: text for name, text in before.items() if name.startswith(f"{layer}-")}
    if internal(before) != internal(boxes):
        boxes[INTERNAL_BY] = by
    elif INTERNAL_BY in before:
        boxes[INTERNAL_BY] = before[INTERNAL_BY]
    return boxes if internal(boxes) else {name: text for name, text in boxes.items() if name != INTERNAL_BY}


def started_from(last: Account | None) -> dict[str, str]:
    """The boxes a form begins with: those of our last report, without the day, which is to be stated anew."""
    if last is None:
        return {"kind": "report"}
    boxes = {"kind": "report", "stage": last.stage.value}
    boxes |= {f"account-{language}": words for language, words in last.account.items()}
    boxes |= {"state": last.state} if last.state else {}
    boxes |= {"hindrance": last.hindrance.value} if last.hindrance else {}
    boxes |= {"reason": last.reason} if last.reason else {}
    for place, step in zip(STEPS, last.steps, strict=False):
        boxes |= {f"step-{place}-words-{language}": words for language, words in step.words.items()}
        boxes |= {f"step-{place}-due": step.due_on} | ({f"step-{place}-owner": step.owner} if step.owner else {})
    return boxes


def followed(before: Mapping[str, str], now: Mapping[str, str], confirmed: Mapping[str, str]) -> dict[str, str]:
    """`now` with what each translation follows: the language written first, and the state of its words.

    A translation changed here, or confirmed (`confirm-fr`), follows the source as it stands now.
    """
    written = [language for language in LANGUAGES if now.get(f"account-{language}")]
    source = before.get("source", "")
    source = source if source in written else next(iter(written), "")
    if not source:
        return {name: text for name, text in now.items() if not name.startswith("after-") and name != "source"}
    digest = _digest(now[f"account-{source}"])
    kept = {name: text for name, text in now.items() if not name.startswith("after-")} | {"source": source}
    for language in written:
        box = f"account-{language}"
        is_new = now[box] != before.get(box) or f"confirm-{language}" in confirmed
        if language != source:
            kept[f"after-{language}"] = digest if is_new else before.get(f"after-{language}", digest)
    return kept


def stale(boxes: Mapping[str, str]) -> list[str]:
    """The languages whose account follows words of the source that have changed since."""
    source = boxes.get("source", "")
    digest = _digest(boxes.get(f"account-{source}", ""))
    spoken = (language for language in LANGUAGES if language != source and boxes.get(f"account-{language}"))
    return [language for language in spoken if boxes.get(f"after-{language}", digest) != digest]


def stale_among(boxes: Mapping[str, str], said: ReportFiled) -> tuple[str, ...]:
    """The languages stale in the boxes from which `said` was filed; none where it says something else by now."""
    return tuple(
        language for language in stale(boxes) if said.account.get(language) == boxes[f"account-{language}"].strip()
    )


def _digest(words: str) -> str:
    return hashlib.sha256(words.strip().encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Somebody saved another text since: that text with its version, who saved it and when. Nothing was overwritten."""

    version: int
    boxes: dict[str, str]
    by: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What the boxes of a form say, parted but not checked."""

    stage: str
    account: dict[str, str]
    on: str
    until: str | None
    reason: str | None
    state: str | None
    hindrance: str | None
    steps: tuple[tuple[dict[str, str], str, str], ...]
    new_day: tuple[str, dict[str, str]] | None


def written(boxes: Mapping[str, str], *, languages: tuple[str, ...], last: Account | None) -> Written:
    """What the boxes say. `nothing` says so in the words of the house, in every language, and leaves the rest away."""
    account = _by_language(boxes, "account")
    nothing = boxes.get("kind") == NOTHING
    if nothing:
        words = NOTHING_NEW.filled(day=on_day(last.on)) if last else NOTHING_YET
        account = {language: words.in_(language) for language in languages}
    new_on, why = boxes.get("newday-on", ""), _by_language(boxes, "newday-why")
    return Written(
        stage=boxes.get("stage", ""),
        account=account,
        on=boxes.get("on", ""),
        until=None if nothing else boxes.get("until"),
        reason=None if nothing else boxes.get("reason", "").strip() or None,
        state=boxes.get("state"),
        hindrance=None if nothing else boxes.get("hindrance"),
        steps=() if nothing else tuple(_steps(boxes)),
        new_day=None if nothing or not (new_on or why) else (new_on, why),
    )


def _steps(boxes: Mapping[str, str]) -> Iterator[tuple[dict[str, str], str, str]]:
    for place in STEPS:
        words = _by_language(boxes, f"step-{place}-words")
        due, owner = boxes.get(f"step-{place}-due", ""), boxes.get(f"step-{place}-owner", "")
        if words or due:
            yield words, due, owner


def _by_language(boxes: Mapping[str, str], name: str) -> dict[str, str]:
    found = {language: boxes.get(f"{name}-{language}", "").strip() for language in LANGUAGES}
    return {language: text for language, text in found.items() if text}


def day_of(typed: str) -> datetime.date | None:
    """The day typed, or None."""
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError:
        return None


def hindrance_of(code: str) -> Hindrance | None:
    """The reason of that code, or None where there is none."""
    return Hindrance(code) if code in list(Hindrance) else None
