"""Making public: what this party has put on record in a channel, word for word, for everybody (exchange format, 6.5).

- Two officers approve it like any other release; it bears the id it has in the channel and TLP:CLEAR.
- A joint text in effect is repeated under its leaf; the public reads it once every party has made it public.
- A correction or withdrawal of what is public names the public entry; of what is not, there is nothing to correct.
- A report needs an account in every language of the channel, none of them left behind by words that changed since. One
  filed in fewer, whose correction brought the rest, is made public in the words it has now, as one report.
- The public may be told in other words than the partner (decision 0083): then a report of its own stands in the public
  log, with the stage and the days of the one shared and no other word of it; it is corrected there.
"""

import datetime
from collections.abc import Collection, Mapping

from suivi.desk import access, asked, drafts, entries, registers
from suivi.desk.access import Officer
from suivi.desk.actions import releases
from suivi.desk.drafts import TicketRow
from suivi.desk.publishable import (
    in_public_words,
    is_told,
    later_word,
    latest_words,
    missing_in,
    public_ticket,
    public_twin,
    stale_in,
    standing_of,
)
from suivi.exchange.release import Ticket
from suivi.log.canonical import canonical
from suivi.log.header import Header, Reference
from suivi.plan.channel import PUBLIC, Charter, origin_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words, languages_in_words
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.entry import Entry
from suivi.record.kinds import Record, content_value
from suivi.record.marking import CLEAR
from suivi.record.reports import ReportFiled
from suivi.register.joint import JointText

PUBLISHABLE = frozenset(
    {
        "decision.reported",
        "report.filed",
        "report.assessed",
        "plan.described",
        "plan.named",
        "evidence.attached",
        "body.named",
        "activity.opened",
        "step.taken",
        "change.corrected",
        "change.withdrawn",
    }
)


class NotForThePublic(Refusal):
    """The record cannot be repeated in a public log."""

    code = "not-for-the-public"
    says = Words(
        en="“{what}” cannot be made public: it is not a record of ours that stands by itself.",
        fr="« {what} » ne peut être rendu public : ce n’est pas un acte de notre partie qui se suffit à lui-même.",
        ko="‘{what}’은(는) 공개할 수 없습니다. 자국이 등록한 독립된 기록이 아닙니다.",
    )
    remedy = Words(
        en="Choose a report, a step, evidence or a joint text in effect; what it rests on is made public first.",
        fr="Choisissez un rapport, une étape, une pièce justificative ou un texte commun en vigueur; ce sur quoi il repose est rendu public d’abord.",
        ko="보고, 단계, 근거 자료 또는 효력이 있는 공동 문안을 선택하십시오. 그 근거가 되는 기록을 먼저 공개해야 합니다.",
    )


class TranslationDue(Refusal):
    """A report has no account in some language of the channel; publication waits for it, nothing else does."""

    code = "translation-due"
    says = Words(
        en="The report has no account in: {languages}. It cannot be made public yet.",
        fr="Le rapport n’a pas de compte rendu dans ces langues\u00a0: {languages}. Il ne peut encore être rendu public.",
        ko="이 보고에 다음 언어의 설명이 없어 아직 공개할 수 없습니다: {languages}.",
    )
    remedy = Words(
        en="Correct the report, adding the account in that language, release it, and publish again.",
        fr="Corrigez le rapport en ajoutant le compte rendu dans cette langue, communiquez-le, puis publiez de nouveau.",
        ko="해당 언어의 설명을 추가하여 보고를 정정·전달한 뒤 다시 공개하십시오.",
    )


class TranslationStale(Refusal):
    """The words a translation was made from have changed since; publication waits for the translation."""

    code = "translation-stale"
    says = Words(
        en="The words it was translated from have changed, but not the account in: {languages}. The report cannot be made public yet.",
        fr="Le texte d’origine a changé, mais non le compte rendu dans ces langues\u00a0: {languages}. Le rapport ne peut encore être rendu public.",
        ko="원문이 바뀌었으나 다음 언어의 설명은 바뀌지 않아 아직 공개할 수 없습니다: {languages}.",
    )
    remedy = Words(
        en="Correct the account in that language, or confirm on the page of the return that it still says the same.",
        fr="Corrigez le compte rendu dans cette langue, ou confirmez dans la page du rapport qu’il dit toujours la même chose.",
        ko="해당 언어의 설명을 정정하거나, 보고 화면에서 내용이 여전히 같음을 확인하십시오.",
    )


class PublicWordsDue(Refusal):
    """The account for the public is not written in some language of the channel."""

    code = "public-words-due"
    says = Words(
        en="The account for the public is not written in: {languages}.",
        fr="Le compte rendu destiné au public n’est pas rédigé dans ces langues\u00a0: {languages}.",
        ko="대외 공개용 내용이 다음 언어로 작성되지 않았습니다: {languages}.",
    )
    remedy = Words(
        en="Write it in every language of the channel, or empty all its boxes to repeat the words shared.",
        fr="Rédigez-le dans toutes les langues du canal, ou videz toutes ses cases pour répéter le texte communiqué.",
        ko="채널의 모든 언어로 작성하거나, 칸을 모두 비워 상대측에 전달한 내용을 그대로 공개하십시오.",
    )


class PublicInOtherWords(Refusal):
    """A correction of words that the public was told otherwise cannot be repeated word for word."""

    code = "public-in-other-words"
    says = Words(
        en="The public was told this report in other words, so its correction cannot be repeated word for word.",
        fr="Ce rapport a été rendu public en d’autres termes; sa correction ne peut être reprise mot pour mot.",
        ko="이 보고는 다른 문안으로 공개되었으므로 정정 내용을 그대로 공개할 수 없습니다.",
    )
    remedy = Words(
        en="Change the account for the public on the page of the return, and put it before two officers.",
        fr="Modifiez le compte rendu destiné au public dans la page du rapport, puis soumettez-le à deux agents.",
        ko="보고 화면에서 대외 공개용 내용을 고친 뒤 담당관 2명의 승인을 받으십시오.",
    )


class TakenBack(Refusal):
    """The report was withdrawn: there is nothing left of it to make public."""

    code = "report-taken-back"
    says = Words(
        en="This report was withdrawn, so it cannot be made public.",
        fr="Ce rapport a été retiré; il ne peut donc être rendu public.",
        ko="철회된 보고이므로 공개할 수 없습니다.",
    )
    remedy = Words(
        en="File a new report on the page of the commitment, and make that one public.",
        fr="Déposez un nouveau rapport dans la page de l’engagement, puis rendez-le public.",
        ko="항목 화면에서 새 보고를 작성하여 그 보고를 공개하십시오.",
    )


class NoPublicLog(Refusal):
    """This node has no public log yet."""

    code = "no-public-log"
    says = Words(
        en="This node has no public log yet.",
        fr="Ce nœud n’a pas encore de journal public.",
        ko="이 노드에는 아직 공개 기록부가 없습니다.",
    )
    remedy = Words(
        en="An administrator opens it with “suivi init-public --roots FOLDER”.",
        fr="Un administrateur l’ouvre au moyen de « suivi init-public --roots DOSSIER ».",
        ko="관리자가 ‘suivi init-public --roots 폴더’ 명령으로 개설합니다.",
    )


def publish(officer: Officer, *, channel: str, seq: int, at: datetime.datetime, confirmed: Collection[str] = ()) -> str:
    """Cut the ticket that would repeat our entry `seq` of `channel` in our public log; returns its digest.

    A report, and the words a correction gives it, needs an account in every language of the channel; `confirmed` are
    languages whose account the officer says still says the same. Of a report the public has already, its last correction
    or its withdrawal is told. Raises `NotHere`, `NotMandated`, `NoPublicLog`, `NotForThePublic`, `TakenBack`,
    `TranslationDue`, `TranslationStale`.
    """
    _must_have_public_log()
    entry = _to_tell(officer, channel, access.entry_for(officer, channel, officer.party, seq))
    header, record = entry.header, entry.record
    if header is None or record is None or header.type not in PUBLISHABLE:
        raise NotForThePublic(what=header.type if header is not None else str(seq))
    standing = standing_of(officer, channel, entry)
    if standing.due:
        raise TranslationDue(languages=languages_in_words(standing.due))
    if stale := [language for language in standing.stale if language not in confirmed]:
        raise TranslationStale(languages=languages_in_words(stale))
    whole = standing.whole
    ticket = Ticket(
        audience=origin_of(officer.party, PUBLIC),
        type=header.type,
        subject=header.subject,
        content=canonical(content_value(whole, salt=entries.fresh_id())) if whole else _octets(entry, channel),
        marking=CLEAR,
        refs=_public_refs(officer, channel, header),
    )
    plan = header.subject.partition("#")[0]
    return releases.put_before_officers(officer, ticket, record=whole or record, channel=PUBLIC, plan=plan, at=at)


def is_taken_back(officer: Officer, *, channel: str, seq: int) -> bool:
    """Whether our report `seq` of `channel` was withdrawn; raises `NotHere`."""
    later = later_word(officer, channel, access.entry_for(officer, channel, officer.party, seq))
    return later is not None and isinstance(later.record, Withdrawn)


def _to_tell(officer: Officer, channel: str, entry: Entry) -> Entry:
    """What of a report is to be told now: the report, or what was said of it since the public read it."""
    if not isinstance(entry.record, ReportFiled):
        return entry
    later, twin = later_word(officer, channel, entry), public_twin(officer, channel, entry)
    if later is None or (twin is None and isinstance(later.record, Corrected)):
        return entry
    if twin is None:
        raise TakenBack
    return later


def publish_otherwise(
    officer: Officer,
    *,
    channel: str,
    seq: int,
    words: Mapping[str, str],
    told: TicketRow | None,
    at: datetime.datetime,
    confirmed: Collection[str] = (),
) -> str:
    """Cut the ticket that would tell the public our report `seq` of `channel` in these `words`; returns its digest.

    `told` is the ticket by which the public was told before: what it brought is corrected; without words, to those
    shared. Raises `NotHere`, `NotMandated`, `NoPublicLog`, `NotForThePublic`, `PublicWordsDue`, `TranslationStale` where
    the words of one language changed and those of another, not `confirmed`, did not.
    """
    _must_have_public_log()
    entry = access.entry_for(officer, channel, officer.party, seq)
    said, header = latest_words(officer, channel, entry), entry.header
    if said is None or header is None:
        raise NotForThePublic(what=header.type if header is not None else str(seq))
    later = later_word(officer, channel, entry)
    if later is not None and isinstance(later.record, Withdrawn):
        raise TakenBack
    report = in_public_words(said, words)
    if missing := missing_in(officer, channel, report):
        raise PublicWordsDue(languages=languages_in_words(missing))
    before = _report_told(officer, told) if told else None
    if before is not None and (stale := stale_in([before, report], sorted(before.account.keys() - set(confirmed)))):
        raise TranslationStale(languages=languages_in_words(stale))
    record: Record = report if told is None else Corrected("report.filed", report)
    refs = {} if told is None else {"supersedes": _placed(told)}
    return releases.cut(
        officer, record=record, channel=PUBLIC, subject=header.subject, marking=CLEAR.value(), refs=refs, at=at
    )


def told_word_for_word(officer: Officer, *, channel: str, seq: int, plan: str) -> TicketRow | None:
    """The ticket by which the words shared were made public as they are, if it has left."""
    entry = access.entry_for(officer, channel, officer.party, seq)
    said = standing_of(officer, channel, entry).whole or entry.record
    found = public_ticket(officer, plan, said) if isinstance(said, ReportFiled) else None
    return found if found is not None and found.released_log else None


def _placed(told: TicketRow) -> Reference:
    place = entries.placed(told.released_log, int(told.released_seq or 0))
    return Reference(place.log, place.seq, place.leaf.hex())


def _report_told(officer: Officer, told: TicketRow) -> ReportFiled | None:
    """The words the public has now of what that ticket brought: its own, or those of the last correction of it."""
    said = drafts.ticket_of(told).record()
    for entry in registers.logs(PUBLIC)[origin_of(officer.party, PUBLIC)]:
        former = entry.header.supersedes if entry.header is not None else None
        if former is not None and former.seq == told.released_seq and isinstance(entry.record, Corrected):
            said = entry.record.body
    return said if isinstance(said, ReportFiled) else None


def publish_joint(officer: Officer, *, leaf: str, at: datetime.datetime) -> str:
    """Cut the ticket that would repeat a joint text in effect, a plan or a step, in our public log; its digest.

    Raises `NotHere`, `NotMandated`, `NoPublicLog`, `NotForThePublic`.
    """
    _must_have_public_log()
    _, text = access.joint_text_for(officer, leaf)
    body, proposal = text.proposed.body, text.proposal.header
    if isinstance(body, Charter) or not text.in_effect or proposal is None:
        raise NotForThePublic(what=text.proposed.kind)
    refs = {"target": Reference(text.proposal.log, text.proposal.seq, text.leaf.hex())}
    return releases.cut(
        officer, record=body, channel=PUBLIC, subject=proposal.subject, marking=CLEAR.value(), refs=refs, at=at
    )


def not_yet_public(officer: Officer, channel: str) -> tuple[list[Entry], list[JointText]]:
    """Our entries of `channel`, and its joint texts in effect, that could be made public and have not been; in order.

    Nothing before there is a public log. Raises `NotHere`.
    """
    access.channel_for(officer, channel)
    if PUBLIC not in entries.opened():
        return [], []
    held = registers.logs(PUBLIC)[origin_of(officer.party, PUBLIC)]
    digests = {entry.header.sha256 for entry in held if entry.header is not None}
    leaves = {entry.header.target.leaf for entry in held if entry.header is not None and entry.header.target}
    otherwise = asked.told_otherwise()
    ours = [
        entry
        for entry in registers.lineage_of(officer.party, channel)
        if entry.record is not None and entry.header is not None and entry.header.type in PUBLISHABLE
        if entry.header.sha256 not in digests and not _is_told_otherwise(entry, otherwise)
        if not is_told(officer, channel, entry, held)
    ]
    texts = access.register_for(officer, channel).joint_texts.values()
    joint = [text for text in texts if text.in_effect and not isinstance(text.proposed.body, Charter)]
    return ours, [text for text in joint if text.leaf.hex() not in leaves]


def _is_told_otherwise(entry: Entry, otherwise: Collection[tuple[str, int]]) -> bool:
    """Whether an entry is a report told in other words, or a correction of one: the return has its public account."""
    former = entry.header.supersedes if entry.header is not None else None
    if former is not None:
        return isinstance(entry.record, Corrected) and (former.log, former.seq) in otherwise
    return (entry.log, entry.seq) in otherwise


def _must_have_public_log() -> None:
    if PUBLIC not in entries.opened():
        raise NoPublicLog


def _octets(entry: Entry, channel: str) -> bytes:
    row = next(entries.rows(entry.log, from_seq=entry.seq))
    if row.content is None:
        raise NotForThePublic(what=f"{entry.party} {entry.seq}")
    return row.content


def _public_refs(officer: Officer, channel: str, header: Header) -> dict[str, Reference]:
    """What the public entry acts on: the public twin of what the entry acts on in its channel."""
    if header.supersedes is None:
        return {}
    party = header.log.split("/")[1]
    acted_on = entries.content_digest(header.supersedes.log, header.supersedes.seq)
    log = origin_of(party, PUBLIC)
    otherwise = asked.told_otherwise().get((header.supersedes.log, header.supersedes.seq))
    if otherwise is not None and header.type == "change.corrected":
        raise PublicInOtherWords
    for seq in [otherwise[1]] if otherwise is not None else entries.places_of(acted_on, log):
        twin = entries.placed(log, seq)
        return {"supersedes": Reference(log, seq, twin.leaf.hex())}
    first = access.entry_for(officer, header.supersedes.log.split("/", 2)[2], officer.party, header.supersedes.seq)
    if (told := public_twin(officer, channel, first)) is not None:
        return {"supersedes": Reference(told.log, told.seq, told.leaf.hex())}
    raise NotForThePublic(what=header.type)
