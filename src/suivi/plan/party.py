"""Parties to a plan and the bodies that act for them, with names that change on known days."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """A government: `code` is ISO 3166 alpha-3 in lower case; `names` by language."""

    code: str
    names: dict[str, str]

    def name(self, language: str) -> str:
        """The name in `language`, else in the first language there is, else the code in capitals."""
        return self.names.get(language) or next(iter(self.names.values()), self.code.upper())


@dataclass(frozen=True, slots=True)
class DatedName:
    """The names of a body by language, in use from `from_on` to `until_on`, both included.

    No first day: since before the records begin; no last day: still in use.
    """

    names: dict[str, str]
    from_on: datetime.date | None = None
    until_on: datetime.date | None = None

    def holds(self, day: datetime.date) -> bool:
        """Whether the names were in use on `day`."""
        begun = self.from_on is None or self.from_on <= day
        return begun and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True, slots=True)
class Body:
    """A ministry, agency or office of one party; `dated_names` oldest first.

    `leads` and `supports` are provisions: by id, or `<plan>#<id>` where the channel carries several plans.
    """

    id: str
    party: str
    dated_names: tuple[DatedName, ...]
    leads: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()

    def name_on(self, day: datetime.date) -> dict[str, str]:
        """The names by language the body bore on `day`, those it took last; empty if it had none."""
        return next((dated.names for dated in reversed(self.dated_names) if dated.holds(day)), {})
