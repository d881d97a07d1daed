"""A draft row as a reading: its texts, and the readings with every decision applied."""

import datetime
from dataclasses import dataclass

from suivi.desk.drafts import Draft
from suivi.plan.text import Text
from suivi.reader.draft import text_of
from suivi.reader.settle import Settled
from suivi.reader.settle import settled as settle


@dataclass(frozen=True, kw_only=True)
class VersionText:
    """A language version: the characters as read, the file's name, the digest, and the text with its pages and caveats."""

    language: str
    name: str
    characters: str
    sha256: str
    text: Text


def settled(draft: Draft) -> Settled:
    """The reading with every decision taken so far."""
    return settle(draft.reading, draft.settled.get("decisions", []))


def texts(draft: Draft) -> list[VersionText]:
    """The language versions, in the order they were given."""
    return [
        VersionText(
            language=reading["text"]["language"],
            name=reading["name"],
            characters=reading["text"]["characters"],
            sha256=reading["text"]["sha256"],
            text=text_of(reading["text"]),
        )
        for reading in draft.reading
    ]


def changed_at(draft: Draft) -> datetime.datetime:
    """When the last decision was taken, or the reading begun."""
    decisions = draft.settled.get("decisions", [])
    return datetime.datetime.fromisoformat(decisions[-1]["at"]) if decisions else draft.begun_at


def agreed_on(draft: Draft) -> str:
    """The day the plan was agreed, as the officer gave it; empty if nobody did."""
    given = [each["value"] for each in draft.settled.get("decisions", []) if each["decision"] == "agreed-on"]
    return given[-1] if given else ""
