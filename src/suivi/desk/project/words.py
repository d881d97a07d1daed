"""The words of plans, commitments, reports, evidence, steps and joint texts, as rows that can be searched.

- One row for each text and language; `words` is what is shown, `tokens` how it is found (`desk/finding.py`).
- A report that was corrected is found by the words it has now, one taken back not at all: what counts is found, and
  what counted before stands on the page of its commitment.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from suivi.desk.finding import MARKED, NUMBERS_OF_A_DAY, first_number, marks, tokens
from suivi.desk.models import WordsRow
from suivi.desk.models.rows import COMMON
from suivi.record.minutes import MinutesAgreed
from suivi.register.activity import Said
from suivi.register.evidence import Evidence
from suivi.register.joint import JointText
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Account

DECISION: Final = "decision"
OF_JOINT_TEXTS: Final = ("joint-text", DECISION)
"""The kinds of words that come from joint texts, and go with them."""


def words_of_plan(channel: str, plan: PlanRegister, texts: Mapping[str, str], marking: str) -> list[WordsRow]:
    """The titles of the plan, the headings of its sections, what is cited for it as a whole, and what came of decisions."""
    name = plan.plan.id
    headings = [
        (language, span.of(texts[language]))
        for section in plan.plan.sections
        for language, span in section.headings.items()
        if language in texts
    ]
    named = (plan.plan.titles, *(section.titles for section in plan.plan.sections))
    titles = [title for each in named for title in each.items()]
    rows = [_row(channel, name, "", "plan", language, words, marking) for language, words in (*titles, *headings)]
    return [*rows, *_of_evidence(channel, name, plan.evidence), *words_of_follow_ups(channel, plan)]


def words_of_commitment(
    channel: str, plan: PlanRegister, standing: ProvisionStanding, texts: Mapping[str, str], marking: str
) -> list[WordsRow]:
    """Agreed words and titles, accounts, evidence and steps of one commitment."""
    name, provision = plan.plan.id, standing.provision
    agreed = [
        (language, span.of(texts[language]))
        for place in provision.places
        for language, span in place.spans.items()
        if language in texts
    ]
    rows = [
        _row(channel, name, provision.id, "commitment", language, words, marking)
        for language, words in (*agreed, *provision.titles.items())
    ]
    said = [account for accounts in standing.accounts.values() for account in accounts]
    for account in said:
        rows += words_of_report(channel, name, provision.id, account)
    rows += _of_evidence(channel, name, standing.evidence)
    for activity in standing.activities:
        if not activity.withdrawn:
            rows += _of_steps(channel, name, provision.id, activity.activity.taken)
    return rows


def words_of_report(
    channel: str, plan: str, provision: str, account: Account, *, audience: str = COMMON
) -> list[WordsRow]:
    """What a report says, and what it says comes next; nothing for one taken back."""
    if account.withdrawn:
        return []
    told = [*account.account.items(), *(account.next or {}).items()]
    return [
        _row(
            channel,
            plan,
            provision,
            "report",
            language,
            words,
            account.marking.label(),
            key=account.id,
            party=account.party,
            on=account.on,
            audience=audience,
        )
        for language, words in told
    ]


def _of_evidence(channel: str, plan: str, cited: Iterable[Evidence]) -> Iterator[WordsRow]:
    for one in cited:
        if one.withdrawn:
            continue
        titled = (one.language, f"{one.title}, {one.publisher}" if one.publisher else one.title)
        for language, words in (titled, *one.account.items()):
            yield _row(
                channel,
                plan,
                one.provision,
                "evidence",
                language,
                words,
                one.marking.label(),
                key=one.id,
                party=one.party,
                on=one.order[0],
            )


def _of_steps(channel: str, plan: str, provision: str, steps: Iterable[Said]) -> Iterator[WordsRow]:
    """The prose of steps: agendas, decisions, outcomes; answers in a word or a number are no words to search."""
    for said in steps:
        for detail in said.details.values():
            if isinstance(detail, str):
                continue
            for language, words in detail.items():
                yield _row(
                    channel,
                    plan,
                    provision,
                    "step",
                    language,
                    words,
                    said.marking.label(),
                    key=said.id,
                    party="" if said.joint else said.party,
                    on=said.on,
                )


def words_of_joint_text(channel: str, plan: str, text: JointText, marking: str) -> list[WordsRow]:
    """The resolution of a joint text, and of minutes what they say and each decision, in every language there is."""
    header, body = text.proposal.header, text.proposed.body
    told = [("joint-text", "", text.proposed.texts)]
    if isinstance(body, MinutesAgreed):
        told += [("joint-text", "", body.minutes)]
        told += [(DECISION, one.provision or "", one.words) for one in body.decisions]
    return [
        _row(
            channel,
            plan,
            provision,
            kind,
            language,
            words,
            marking,
            key=text.leaf.hex(),
            party=text.proposal.party,
            on=header.at[:10] if header else "",
        )
        for kind, provision, versions in told
        for language, words in versions.items()
    ]


def words_of_follow_ups(channel: str, plan: PlanRegister) -> Iterator[WordsRow]:
    """What each party says has become of the decisions of minutes in effect."""
    for minutes in plan.minutes:
        for said in (one for decision in minutes.decisions for one in decision.followed):
            for language, words in said.said.account.items():
                yield _row(
                    channel,
                    plan.plan.id,
                    "",
                    "follow-up",
                    language,
                    words,
                    said.marking.label(),
                    key=minutes.key,
                    party=said.party,
                    on=said.said.on,
                )


def _row(
    channel: str,
    plan: str,
    provision: str,
    kind: str,
    language: str,
    words: str,
    marking: str,
    *,
    key: str = "",
    party: str = "",
    on: str = "",
    audience: str = COMMON,
) -> WordsRow:
    row = WordsRow(
        audience=audience,
        channel=channel,
        plan=plan,
        provision=provision,
        kind=kind,
        key=key,
        party=party,
        language=language,
        on=on,
        marking=marking,
        words=words,
    )
    row.tokens = " ".join([*marks({column: getattr(row, column) for column in MARKED}), *tokens(words)])
    return row


def number_of(row: WordsRow) -> int:
    """The number a row would have if no other had it: that of its day, and within it one of its own, the same each time."""
    told = (row.audience, row.channel, row.plan, row.provision, row.kind, row.key, row.language, row.words)
    own = int.from_bytes(hashlib.sha256("\n".join(told).encode()).digest()[:8])
    return first_number(row.on) + own % NUMBERS_OF_A_DAY
