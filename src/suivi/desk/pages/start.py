"""The first minutes of a demonstration."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AccountReady:
    """An account anybody may sign in with: `part` is `officer`, `approver` or `senior`."""

    name: str
    part: str


@dataclass(frozen=True, kw_only=True)
class StartPage:
    """Where a demonstration begins: accounts of this node, the published password, and places worth seeing.

    `other` is the address of the other side's node, empty where it is not known. `plan` is the id of the plan
    played, of which the parties have put `records` on record; `differing`, `agreeing` and `silent` are commitments on
    which the accounts differ or agree, or nobody has reported, each empty where there is none.
    """

    accounts: tuple[AccountReady, ...]
    password: str
    other: str
    plan: str
    titles: dict[str, str]
    records: int
    differing: str = ""
    agreeing: str = ""
    silent: str = ""
