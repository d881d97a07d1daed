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
    """The names of a body by language, in use from `from_on` (None: since before the records begin)."""

    names: dict[str, str]
    from_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A ministry, agency or office of one party; `dated_names` oldest first."""

    id: str
    party: str
    dated_names: tuple[DatedName, ...]

    def name_on(self, day: datetime.date) -> dict[str, str]:
        """The names by language the body bore on `day`; empty if it had none yet."""
        names: dict[str, str] = {}
        for dated in self.dated_names:
            if dated.from_on is None or dated.from_on <= day:
                names = dated.names
        return names
