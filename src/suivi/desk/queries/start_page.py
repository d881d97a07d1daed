"""The start of a demonstration, open to everybody: who may sign in, and which pages tell the story.

- Only a demonstration has it: on any other node there is nothing at this place, for anybody.
- It names things and shows none of them: every link leads through the sign-in page.
"""

from django.conf import settings

from suivi.desk import access, entries, registers, released, sign_in
from suivi.desk.access import NotHere
from suivi.desk.node import PUBLISHED_PASSWORD
from suivi.desk.pages import AccountReady, StartPage
from suivi.desk.registers import at_one_glance
from suivi.plan.plan import ProvisionKind
from suivi.record.kinds import AUTOMATIC
from suivi.register.plans import PlanRegister
from suivi.register.reports import Comparison


@at_one_glance
def start_page() -> StartPage:
    """Accounts and places of this demonstration; raises `NotHere` on any other node."""
    if not entries.own_node().demonstration:
        raise NotHere(what="start")
    channel, plan = released.first_plan() or ("", None)
    return StartPage(
        accounts=_accounts(),
        password=PUBLISHED_PASSWORD,
        other=settings.SUIVI_DEMONSTRATION_OTHER,
        plan=plan.plan.id if plan else "",
        titles=dict(plan.plan.titles) if plan else {},
        records=_records(channel) if plan else 0,
        differing=_one(plan, Comparison.DIFFER, Comparison.DETAILS_DIFFER),
        agreeing=_one(plan, Comparison.SEALED, Comparison.SAME),
        silent=_one(plan, Comparison.NEITHER),
    )


def _accounts() -> tuple[AccountReady, ...]:
    """Everybody enrolled: the first who may approve is the officer, the others approve; who holds no mandate reads."""
    parts: list[AccountReady] = []
    for officer in sign_in.officers():
        working = "approver" if any(each.part == "officer" for each in parts) else "officer"
        parts.append(AccountReady(officer.name, working if access.may(officer, "draft") else "senior"))
    return tuple(parts)


def _records(channel: str) -> int:
    logs = registers.logs(channel).values()
    return sum(entry.header is not None and entry.header.type not in AUTOMATIC for log in logs for entry in log)


def _one(plan: PlanRegister | None, *wanted: Comparison) -> str:
    """The first initiative that compares so, the first of `wanted` before the others; empty if there is none."""
    found = [
        each.provision.id
        for comparison in wanted
        for each in (plan.provisions if plan else ())
        if each.comparison is comparison and each.provision.kind is ProvisionKind.INITIATIVE
    ]
    return found[0] if found else ""
