"""BodyNamed: the names a ministry, agency or office of a party bears, from a day, until a day.

- Several records of one body give it several names, each with its days; a name without a first day has been borne
  since before the records begin, one without a last day is still in use. Both days are included.
- `leads` and `supports` are provisions: by id, or `<plan>#<id>` where the channel carries several plans.
- A party names bodies of its own and no others; that is for the register to compare.
"""

import re
from dataclasses import dataclass
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fields import day, outside, word
from suivi.plan.channel import PARTY_GRAMMAR
from suivi.record import schema

PROVISION: Final = re.compile(r"(?:[a-z][a-z0-9-]{1,31}#)?[A-Za-z0-9.-]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyNamed:
    """The names by language that `body` of `party` bears; `from_on` and `until_on` are days (`YYYY-MM-DD`)."""

    body: str
    party: str
    names: dict[str, str]
    from_on: str | None = None
    until_on: str | None = None
    leads: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        value: dict[str, Json] = {"body": self.body, "party": self.party, "names": dict(self.names)}
        value |= {"from_on": self.from_on} if self.from_on is not None else {}
        value |= {"until_on": self.until_on} if self.until_on is not None else {}
        value |= {"leads": list(self.leads)} if self.leads else {}
        return value | ({"supports": list(self.supports)} if self.supports else {})


def read_body_named(value: Json, at: str = "") -> BodyNamed:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    fields = schema.closed(value, required=_NAMED, optional=_NAMED_OPTIONAL, at=at)
    from_on = day(fields["from_on"], at=schema.path(at, "from_on")) if "from_on" in fields else None
    until_on = day(fields["until_on"], at=schema.path(at, "until_on")) if "until_on" in fields else None
    if from_on is not None and until_on is not None and until_on < from_on:
        raise outside(until_on, f"{from_on} or later", schema.path(at, "until_on"))
    return BodyNamed(
        body=word(fields["body"], schema.ID, at=schema.path(at, "body")),
        party=word(fields["party"], PARTY_GRAMMAR, at=schema.path(at, "party")),
        names=schema.by_language(fields["names"], at=schema.path(at, "names")),
        from_on=from_on,
        until_on=until_on,
        leads=_read_provisions(fields, "leads", at),
        supports=_read_provisions(fields, "supports", at),
    )


_NAMED: Final = frozenset({"body", "party", "names"})
_NAMED_OPTIONAL: Final = frozenset({"from_on", "until_on", "leads", "supports"})


def _read_provisions(fields: dict[str, Json], name: str, at: str) -> tuple[str, ...]:
    if name not in fields:
        return ()
    at = schema.path(at, name)
    named = schema.each(fields[name], lambda one, here: word(one, PROVISION, at=here), at=at, lowest=1)
    return schema.distinct(named, at=at)
