"""From a document to a joint text: read it into a draft, settle its doubts, propose it."""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction

from suivi.desk import access, amending, child, drafts, entries, readings, registers, under_way
from suivi.desk.access import Officer
from suivi.desk.actions import releases
from suivi.desk.under_way import UnderWay
from suivi.log.header import Reference
from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES, Words
from suivi.reader.files import Told
from suivi.reader.reading import read
from suivi.reader.settle import Settled, settled
from suivi.reader.versions import paired
from suivi.record.joint import Attachment, proposing
from suivi.record.plans import PlanAdopted
from suivi.register.plans import PlanRegister

PLAN_GRAMMAR = re.compile(r"[a-z][a-z0-9-]{1,31}")
AMENDMENT = Words(
    "The parties amend the action plan “{plan}”: version {version} takes the place of version {before}, in the attached language versions.",
    "Les parties modifient le plan d’action «\u00a0{plan}\u00a0»\u00a0: la version {version} remplace la version {before}, dans les versions linguistiques jointes.",
    "당사국들은 첨부된 언어판에 따라 행동계획 ‘{plan}’ 제{before}판을 제{version}판으로 개정합니다.",
)
RESOLUTION = Words(
    "The parties adopt the action plan “{plan}”, version {version}, in the attached language versions.",
    "Les parties adoptent le plan d’action « {plan} », version {version}, dans les versions linguistiques jointes.",
    "당사국들은 첨부된 언어판에 따라 행동계획 ‘{plan}’ 제{version}판을 채택합니다.",
)


class PlanIdNotUsable(Refusal):
    """The id given for a plan is not of the form records carry."""

    code = "plan-id-not-usable"
    says = Words(
        en="“{plan}” cannot be the id of a plan.",
        fr="« {plan} » ne peut servir d’identifiant de plan.",
        ko="행동계획 식별자로 사용할 수 없는 값입니다: {plan}.",
    )
    remedy = Words(
        en="Use 2 to 32 lower-case letters, digits and hyphens, beginning with a letter, as canada-korea-2024.",
        fr="Employez de 2 à 32 lettres minuscules, chiffres et traits d’union, en commençant par une lettre, comme canada-coree-2024.",
        ko="소문자로 시작하는 2~32자의 영문 소문자, 숫자, 붙임표를 사용하십시오. 예: canada-korea-2024.",
    )


class SameLanguageTwice(Refusal):
    """Two of the texts given are in one language."""

    code = "same-language-twice"
    says = Words(
        en="Two of the texts are in the same language: {language}.",
        fr="Deux des textes sont dans la même langue : {language}.",
        ko="같은 언어의 문서가 두 개입니다: {language}.",
    )
    remedy = Words(
        en="Give one text for each language, or name the language of each.",
        fr="Donnez un seul texte par langue, ou précisez la langue de chacun.",
        ko="언어마다 문서를 하나씩 제출하거나 각 문서의 언어를 지정하십시오.",
    )


class DraftNotReady(Refusal):
    """Doubts are still open, or the language versions do not pair."""

    code = "draft-not-ready"
    says = Words(
        en="The reading cannot be proposed yet: {doubts} {doubts:doubt is|doubts are} open, {unpaired} {unpaired:commitment does|commitments do} not pair.",
        fr="La lecture ne peut encore être proposée; doutes ouverts : {doubts}, engagements sans correspondance : {unpaired}.",
        ko="아직 제안할 수 없습니다. 남은 확인 필요 사항: {doubts}건, 언어판 간 불일치 항목: {unpaired}건.",
    )
    remedy = Words(
        en="Settle them on the page of the reading.",
        fr="Réglez-les à la page de la lecture.",
        ko="판독 화면에서 처리하십시오.",
    )


class SuccessionNotSettled(Refusal):
    """It is not yet said what became of every commitment of the version in force."""

    code = "succession-not-settled"
    says = Words(
        en="The amendment cannot be proposed yet: {count} {count:commitment of the version in force waits|commitments of the version in force wait} for a word.",
        fr="La modification ne peut encore être proposée; engagements de la version en vigueur à régler\u00a0: {count}.",
        ko="아직 개정을 제안할 수 없습니다. 현행 판에서 처리할 항목: {count}건.",
    )
    remedy = Words(
        en="Say on the page of the reading what goes on from them, or confirm that they end.",
        fr="Indiquez, à la page de la lecture, ce qui leur succède, ou confirmez leur fin.",
        ko="판독 화면에서 무엇으로 이어지는지 지정하거나 종료를 확인하십시오.",
    )


class DraftProposed(Refusal):
    """A reading that has been proposed is not changed any more."""

    code = "draft-proposed"
    says = Words(
        en="This reading has been proposed; it cannot be changed.",
        fr="Cette lecture a été proposée; elle ne peut plus être modifiée.",
        ko="이미 제안된 판독 결과이므로 변경할 수 없습니다.",
    )
    remedy = Words(
        en="Discard the proposal, or read the text again.",
        fr="Abandonnez la proposition, ou lisez le texte de nouveau.",
        ko="제안을 폐기하거나 문서를 다시 읽으십시오.",
    )


class NoChannel(Refusal):
    """There is no open channel to propose in, or more than one."""

    code = "no-channel"
    says = Words(
        en="The channel to propose in is not clear; open channels: {count}.",
        fr="Le canal de la proposition n’est pas déterminé; canaux ouverts : {count}.",
        ko="제안할 채널이 분명하지 않습니다. 열린 채널 수: {count}.",
    )
    remedy = Words(
        en="Open a channel with “suivi init-channel”, or name one.",
        fr="Ouvrez un canal au moyen de « suivi init-channel », ou nommez-en un.",
        ko="‘suivi init-channel’로 채널을 열거나 채널을 지정하십시오.",
    )


def read_document(
    officer: Officer,
    *,
    files: Sequence[tuple[str, bytes, str]],
    plan: str,
    agreed_on: str = "",
    titles: Mapping[str, Mapping[str, str]] | None = None,
    at: datetime.datetime,
) -> str:
    """Read one text, or one for each language version, into a draft; returns its number.

    `files` are name, bytes and language (empty: detected). `titles` are working titles by id of commitment or
    section (`""` for the plan), by language. Raises the reader's refusals, `PlanIdNotUsable`, `SameLanguageTwice`.
    """
    _must_read(officer, plan)
    found = [_reading(name, octets, language) for name, octets, language in files]
    return _kept(officer, found, plan, agreed_on, titles or {}, at)


def begin_reading(
    officer: Officer,
    *,
    files: Sequence[tuple[str, bytes, str]],
    plan: str,
    agreed_on: str = "",
    at: datetime.datetime,
    patience: float = 2.0,
) -> UnderWay:
    """Read like `read_document`, but wait at most `patience` seconds: what takes longer goes on under way.

    Raises what `read_document` raises, of what is read in time.
    """
    _must_read(officer, plan)

    def work(reading: UnderWay) -> under_way.Found:
        return [_reading(*file, told=reading.told(place)) for place, file in enumerate(files)]

    return under_way.begin(
        officer.pk,
        plan=plan,
        names=[name for name, *_ in files],
        work=work,
        keep=lambda found: _kept(officer, found, plan, agreed_on, {}, at),
        at=at,
        patience=patience,
    )


def stop_reading(officer: Officer, *, reading: str) -> None:
    """Stop a reading under way; nothing of it is kept. Raises `NotHere`."""
    access.must_somewhere(officer, "draft")
    under_way.stop(access.reading_under_way_for(officer, reading))


def _must_read(officer: Officer, plan: str) -> None:
    access.must(officer, "draft", plan=plan)
    if not PLAN_GRAMMAR.fullmatch(plan):
        raise PlanIdNotUsable(plan=plan[:60])


def _kept(
    officer: Officer,
    found: Sequence[dict[str, Any]],
    plan: str,
    agreed_on: str,
    titles: Mapping[str, Mapping[str, str]],
    at: datetime.datetime,
) -> str:
    languages = [reading["text"]["language"] for reading in found]
    if len(set(languages)) < len(languages):
        raise SameLanguageTwice(language=next(one for one in languages if languages.count(one) > 1))
    found = paired([dict(reading) for reading in found])
    with transaction.atomic():
        draft = access.draft_for(officer, drafts.keep_draft(officer, plan=plan, reading=found, at=at))
        known = _ids(settled(found, []))
        decisions = [_decision(officer, id, "titles", dict(words), at) for id, words in titles.items() if id in known]
        if agreed_on:
            decisions.append(_decision(officer, "", "agreed-on", agreed_on, at))
        before = amending.version_before(officer, plan)
        over = amending.carried_over(draft, settled(found, []), before) if before else ()
        taken_over = [_decision(officer, id, verb, value, at) for id, verb, value in over]
        drafts.replace_decisions(draft, [*taken_over, *decisions])
    return str(draft.pk)


def _reading(name: str, octets: bytes, language: str, *, told: Told | None = None) -> dict[str, Any]:
    text = child.read_document(octets, name=name, told=told)
    return {**read(replace(text, language=language)).value(), "name": name}


def _ids(found: Settled) -> set[str]:
    return {"", *(each.id for each in found.commitments), *(section.id for section in found.sections)}


@transaction.atomic
def settle(officer: Officer, *, draft: str, commitment: str, decision: str, value: str, at: datetime.datetime) -> None:
    """Take one decision about one commitment of a draft.

    Raises `NotHere`, `DraftProposed`, `CommitmentNotInDraft`, `DecisionNotSound`.
    """
    _decide(officer, draft, _decision(officer, commitment, decision, value, at))


@transaction.atomic
def retitle(officer: Officer, *, draft: str, commitment: str, titles: Mapping[str, str], at: datetime.datetime) -> None:
    """Give a commitment (or a section, or with an empty id the plan) working titles by language."""
    given = {language: text.strip() for language, text in titles.items() if language in LANGUAGES and text.strip()}
    _decide(officer, draft, _decision(officer, commitment, "titles", given, at))


def _decide(officer: Officer, draft: str, decision: dict[str, Any]) -> None:
    row = access.draft_for(officer, draft)
    access.must(officer, "draft", plan=row.plan)
    if row.proposed_as:
        raise DraftProposed
    drafts.add_decision(row, decision)
    readings.settled(row)  # refuses a decision that does not fit, and the transaction takes it back


def _decision(officer: Officer, commitment: str, verb: str, value: object, at: datetime.datetime) -> dict[str, Any]:
    return {
        "by": officer.name,
        "at": at.isoformat(),
        "commitment": commitment,
        "decision": verb,
        "value": value,
    }


@transaction.atomic
def propose(officer: Officer, *, draft: str, channel: str = "", tlp: str = "", at: datetime.datetime) -> str:
    """Propose the plan a draft holds as a joint text, its language versions attached; returns the ticket's digest.

    `tlp` as on the wire (`GREEN`); empty: TLP:AMBER, or the charter's ceiling where that is lower. Raises `NotHere`, `DraftNotReady`, `DraftProposed`, `NoChannel`, `exchange.faults.Refused`.
    """
    row = access.draft_for(officer, draft)
    access.must(officer, "draft", plan=row.plan, at=at)
    if row.proposed_as and not access.ticket_for(officer, row.proposed_as).discarded_at:
        raise DraftProposed
    found = readings.settled(row)
    doubts = sum(len(each.open_doubts) for each in found.commitments if not each.out)
    if doubts or found.unpaired:
        raise DraftNotReady(doubts=doubts, unpaired=len(found.unpaired))
    name = channel or _only_channel(officer)
    known = registers.common(name).plans.get(row.plan)
    led_here = None if known is None else amending.succession(row, found, known)
    if led_here is not None and (count := amending.in_the_way(led_here)):
        raise SuccessionNotSettled(count=count)
    charter = registers.open_charter(access.channel_for(officer, name))
    attachments = [_attached(version) for version in readings.texts(row)]
    version = 1 if known is None else known.plan.version + 1
    plan = found.plan(
        row.plan,
        version=version,
        authentic=[spoken.tag for spoken in charter.languages if spoken.authentic],
        digests={text.language: text.sha256 for text in readings.texts(row)},
        agreed_on=readings.agreed_on(row),
    )
    body = PlanAdopted(plan) if known is None or led_here is None else amending.amendment(plan, led_here, known)
    resolution, before = (RESOLUTION, 0) if known is None else (AMENDMENT, known.plan.version)
    texts = {
        spoken.tag: resolution.in_(spoken.tag).format(
            plan=plan.titles.get(spoken.tag) or row.plan, version=version, before=before
        )
        for spoken in charter.languages
    }
    ticket = releases.cut(
        officer,
        record=proposing(body, parties=charter.codes, texts=texts, attachments=tuple(attachments)),
        channel=name,
        subject=row.plan,
        plan=row.plan,
        refs={} if known is None else _replacing(known, officer.party),
        blobs=[attached.sha256 for attached in attachments],
        marking={"tlp": tlp} if tlp else None,
        at=at,
    )
    drafts.mark_proposed(row, ticket)
    return ticket


def _replacing(known: PlanRegister, ours: str) -> dict[str, Reference]:
    """The reference to the joint text in force: `supersedes` in our own log, `target` in the partner's (C11)."""
    adopted = next(text for text in known.joint_texts if text.leaf == known.joint)
    reference = Reference(adopted.proposal.log, adopted.proposal.seq, adopted.leaf.hex())
    return {"supersedes" if adopted.proposal.party == ours else "target": reference}


def _attached(version: readings.VersionText) -> Attachment:
    octets = version.characters.encode("utf-8")
    digest = entries.keep_attachment(octets)
    return Attachment(media="text/plain", sha256=digest, size=len(octets), name=version.name)


def _only_channel(officer: Officer) -> str:
    known = access.channels_for(officer)
    if len(known) != 1:
        raise NoChannel(count=len(known))
    return known[0]
