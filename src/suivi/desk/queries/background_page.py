"""Preamble and background for pages: who agreed the plan and in which words, and what came before it.

- The preamble is what stands before the first pillar in each language held, to the character, without the blank
  lines at its end.
- What happened before the plan was agreed is kept apart from its progress; nothing of it is counted elsewhere.
"""

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.pages import AgreedShown, BackgroundPage, BackgroundRow, Term
from suivi.desk.queries import shown
from suivi.desk.registers import at_one_glance
from suivi.plan.plan import Plan
from suivi.plan.text import Span
from suivi.record.described import FACTS
from suivi.register.described import supplied
from suivi.register.plans import PlanRegister, ProvisionStanding

PREAMBLE = "preamble"


@at_one_glance
def background_page(officer: Officer, plan: str, *, language: str) -> BackgroundPage:
    """The preamble of a plan, and what is on record from before it; raises `NotHere`."""
    channel, register = access.plan_for(officer, plan)
    line = shown.plan_line(officer, register)
    rows = (_row(officer, register, standing) for standing in register.provisions)
    return BackgroundPage(
        plan=line,
        parties=shown.parties_named(access.register_for(officer, channel)),
        agreed_on=register.agreed_on,
        in_effect_at=line.in_effect_at,
        joint=register.joint.hex(),
        preamble=preamble_of(officer, register.plan),
        rows=tuple(row for row in rows if row.accounts or row.evidence),
        evidence=tuple(shown.evidence_shown(one) for one in register.evidence if one.background),
        marking=line.marking,
        supplied=tuple(shown.supplied_shown(one) for one in supplied(register.described, register.parties)),
        facts=tuple(Term(name, words) for name, words in FACTS.items()),
        languages=tuple(spoken.tag for spoken in register.languages),
        may_write=access.may(officer, "draft", plan=plan),
    )


def _row(officer: Officer, register: PlanRegister, standing: ProvisionStanding) -> BackgroundRow:
    accounts = [account for said in standing.accounts.values() for account in said if account.background]
    return BackgroundRow(
        commitment=shown.commitment_named(officer, register.plan, standing.provision),
        accounts=tuple(
            shown.account_shown(account, register.bodies) for account in sorted(accounts, key=lambda one: one.order)
        ),
        evidence=tuple(shown.evidence_shown(one) for one in standing.evidence if one.background),
    )


def preamble_of(officer: Officer, plan: Plan) -> tuple[AgreedShown, ...]:
    """The words before the first pillar in each language held; none for a plan without pillars."""
    texts = shown.texts_of(officer, plan)
    spans = {language: _before_the_pillars(plan, language, texts[language][0]) for language in texts}
    return tuple(
        AgreedShown(
            place=PREAMBLE,
            language=language,
            authentic=texts[language][1],
            characters=span.of(texts[language][0]),
            start=span.start,
            end=span.end,
            sha256=texts[language][2],
        )
        for language, span in spans.items()
        if span.end
    )


def _before_the_pillars(plan: Plan, language: str, characters: str) -> Span:
    """From the first character to the first pillar; empty for a plan without any in that language."""
    starts = [one.spans[language].start for one in plan.sections if one.kind == "pillar" and language in one.spans]
    return Span(0, len(characters[: min(starts, default=0)].rstrip()))
