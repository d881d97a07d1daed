"""Pages built by hand, with the facts of the model plan's sample: what the templates are looked at and tested with."""

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from suivi.desk.pages import (
    AccountReady,
    AccountShown,
    ActivityMoved,
    ActivityShown,
    AgreedShown,
    ApprovalShown,
    Arrival,
    Ask,
    AttachmentShown,
    BackgroundPage,
    BackgroundRow,
    BodyShown,
    ChangesPage,
    ChannelPage,
    CommitmentChanged,
    CommitmentNamed,
    CommitmentPage,
    CommitmentRead,
    CommitmentRow,
    Counted,
    DestructionShown,
    DetailShown,
    Difference,
    DoubtShown,
    DraftLine,
    DraftsPage,
    DueShown,
    EvidenceKept,
    EvidenceShown,
    FieldShown,
    ForeignShown,
    JointTextLine,
    JointTextPage,
    JointTextsPage,
    KeyShown,
    LeadShown,
    LogShown,
    MatterShown,
    MovedRow,
    NodeFacts,
    OldCommitment,
    PartyAccounts,
    PartyNamed,
    PillarRows,
    PlaceRead,
    PlanLine,
    PlanPage,
    PlansPage,
    PullShown,
    ReadingPage,
    RefusedShown,
    ReturnLine,
    ReviewChapter,
    ReviewPage,
    SectionNamed,
    SectionRead,
    SetAsideShown,
    SourceShown,
    StartPage,
    StepOpen,
    StepShown,
    Stop,
    SucceededShown,
    SuccessionShown,
    Term,
    TextRead,
    TicketLine,
    TicketPage,
    TicketsPage,
    TodayPage,
    UnderWayPage,
    VoiceShown,
    YearsPage,
)
from suivi.desk.queries.return_pages import STATES
from suivi.exchange.words_of_facts import told_detail
from suivi.plan.version import BECAME, Became
from suivi.plan.words import Words
from suivi.publish.paper import Cell, Column, Heading, Table, plain
from suivi.reader import read as draft_plan
from suivi.reader import read_file
from suivi.reader.caveats import CAVEATS
from suivi.reader.settle import settled
from suivi.reader.versions import paired
from tests.web import sample_assessments
from tests.web.sample_days import DAY, NOON

VERSIONS = Path(__file__).resolve().parents[1] / "reader" / "versions"
FACTS: dict[str, Any] = json.loads((Path(__file__).parent / "sample_plan.json").read_text(encoding="utf-8"))
PLAN = "canada-korea-2024"
DIGEST = "c3b7b024bf9432e79d838111266480b00132b73bc76809205ad355d441b70d18"
ROOT = "a64dcdd7f9324a1d7c8e6b0b5f1a2e3d4c5b6a798897a6b5c4d3e2f1a0b9c8d7"

STAGES = (
    Term("done", Words("done", "réalisé", "완료")),
    Term("under-way", Words("under way", "en cours", "추진 중")),
    Term("planned", Words("planned", "prévu", "계획")),
    Term("mentioned", Words("mentioned", "mentionné", "언급")),
    Term("stopped", Words("stopped", "arrêté", "중단")),
)
COMPARISONS = (
    Term("differ", Words("accounts differ", "rapports divergents", "내용 상이")),
    Term("details-differ", Words("same stage, other day", "même stade, autre date", "단계 일치, 날짜 상이")),
    Term("sealed", Words("joint account, sealed", "compte rendu conjoint scellé", "공동 확인·봉인")),
    Term("same", Words("accounts agree", "rapports concordants", "내용 일치")),
    Term("one-side", Words("not every side has reported", "rapport d’une partie seulement", "일부만 보고")),
    Term("neither", Words("no report", "aucun rapport", "보고 없음")),
)
KINDS = (
    Term("initiative", Words("initiative", "initiative", "협력 사업")),
    Term("aim", Words("aim", "objectif", "협력 방향")),
)
MODES = {
    "dialogue": Words("dialogue", "dialogue", "대화·협의"),
    "instrument": Words("instrument", "instrument", "협정·문서"),
    "implementation": Words("implementation", "mise en œuvre", "이행"),
    "information": Words("information", "information", "정보 교류"),
    "study": Words("study", "étude", "연구·검토"),
    "advocacy": Words("advocacy", "promotion", "공동 옹호"),
    "project": Words("project", "projet", "사업"),
    "capacity": Words("capacity", "capacités", "역량 강화"),
    "early_warning": Words("early warning", "alerte précoce", "조기경보"),
    "mutual_aid": Words("mutual aid", "entraide", "상호 지원"),
    "patrol": Words("patrol", "patrouille", "순찰"),
    "season": Words("season", "saison", "교류의 해"),
    "mobility": Words("mobility", "mobilité", "인적 이동"),
    "undertaking": Words("undertaking", "engagement", "이행 약속"),
}
MODE_TERMS = tuple(Term(code, words) for code, words in MODES.items())
CANADA = PartyNamed("can", {"en": "Canada", "fr": "Canada", "ko": "캐나다"}, ours=True)
KOREA = PartyNamed("kor", {"en": "Korea", "fr": "Corée", "ko": "한국"}, ours=False)
PARTIES = (CANADA, KOREA)
REPORT = Term("report.filed", Words("report", "rapport", "이행 보고"))
ADOPTION = Term("plan.adopted", Words("adoption of the plan", "adoption du plan", "행동계획 채택"))


def party_facts(ours: str) -> NodeFacts:
    """The node of one capital."""
    parties = tuple(replace(party, ours=party.code == ours) for party in PARTIES)
    return NodeFacts(party=ours, parties=parties, channel="canada-korea", demonstration=True)


def _term(terms: tuple[Term, ...], code: str) -> Term:
    return next(term for term in terms if term.code == code)


def _account(written: dict[str, Any] | None, party: str, seq: int) -> AccountShown | None:
    if written is None:
        return None
    released = datetime.datetime.fromisoformat(f"{written['recorded']}T10:00:00+00:00")
    return AccountShown(
        id=f"{seq:032x}",
        party=party,
        stage=_term(STAGES, written["stage"]),
        account=written["account"],
        on=written["on"],
        at=released,
        log=f"suivi/{party}/canada-korea",
        seq=seq,
        marking="TLP:CLEAR",
        recorded_later=(released.date() - datetime.date.fromisoformat(written["on"])).days > 30,
    )


def _comparison(accounts: tuple[AccountShown | None, ...]) -> Term:
    stages = {account.stage.code if account else None for account in accounts}
    if stages == {None}:
        return _term(COMPARISONS, "neither")
    if None in stages:
        return _term(COMPARISONS, "one-side")
    days = {account.on for account in accounts if account}
    return _term(COMPARISONS, "differ" if len(stages) > 1 else "same" if len(days) == 1 else "details-differ")


def _named(written: dict[str, Any]) -> CommitmentNamed:
    return CommitmentNamed(
        plan=PLAN,
        id=written["id"],
        kind=_term(KINDS, written["kind"]),
        mode=Term(written["mode"], MODES[written["mode"]]),
        agreed={"fr": written["agreed"]},
        titles=written["titles"],
        aliases=("P4.I7",) if written["id"] == "P3.I4" else (),
        authentic=("fr",),
    )


def _row(written: dict[str, Any], place: int) -> CommitmentRow:
    pairs = zip(written["accounts"], ("can", "kor"), strict=True)
    accounts = tuple(_account(account, party, place) for account, party in pairs)
    overdue = written["id"] == "P1.I3"
    since = Words(
        "due every year; none since 31 May 2024",
        "chaque année; aucun depuis le 31 mai 2024",
        "매년; 2024. 5. 31. 이후 없음",
    )
    return CommitmentRow(
        commitment=_named(written),
        accounts=accounts,
        comparison=_comparison(accounts),
        due=since if overdue else None,
        overdue=overdue,
        unreleased=_unreleased() if written["id"] == "P5.I4" else None,
    )


def _unreleased() -> AccountShown:
    account = {
        "en": "Talks on the audiovisual co-production agreement continue.",
        "fr": "Les pourparlers sur l’accord de coproduction audiovisuelle se poursuivent.",
        "ko": "시청각 공동제작 협정 협의가 계속되고 있습니다.",
    }
    return AccountShown(
        id="f" * 32,
        party="can",
        stage=_term(STAGES, "under-way"),
        account=account,
        on="2026-05-12",
        at=NOON,
        log="suivi/can/home",
        seq=None,
        marking="TLP:GREEN",
        ticket=DIGEST,
    )


ROWS = {written["id"]: _row(written, place) for place, written in enumerate(FACTS["commitments"], start=3)}
LINE = PlanLine(
    id=PLAN,
    version=1,
    titles=FACTS["plan"]["titles"],
    agreed_on="2024-07-18",
    in_effect_at=NOON - datetime.timedelta(days=600),
    initiatives=38,
    aims=42,
    reported=21,
    differing=3,
    marking="TLP:GREEN",
)
SOURCES = (
    SourceShown(party="can", log="suivi/can/canada-korea", size=17, root=ROOT),
    SourceShown(party="kor", log="suivi/kor/canada-korea", size=49, root=DIGEST),
)


def _section(written: dict[str, Any]) -> SectionNamed:
    return SectionNamed(id=written["id"], headings={"fr": written["heading"]}, titles=written["titles"])


def _pillar(written: dict[str, Any]) -> PillarRows:
    own = (row for id, row in ROWS.items() if id.split(".")[0] == written["id"])
    return PillarRows(pillar=_section(written), rows=tuple(own))


def plan(**filters: str) -> PlanPage:
    """The plan at a glance; `filters` as in the address."""
    pillars = tuple(_pillar(written) for written in FACTS["pillars"])
    return PlanPage(
        plan=LINE,
        parties=PARTIES,
        pillars=pillars,
        stages=STAGES,
        comparisons=COMPARISONS,
        modes=MODE_TERMS,
        kinds=KINDS,
        filters=filters,
        as_of=None,
        last_entry_at=NOON,
        sources=SOURCES,
        digest=DIGEST,
        bodies=tuple(lead.body for lead in _leads()),
        dues=(Term("overdue", Words("overdue", "en retard", "기한 경과")),),
        due=due(),
        day=DAY,
    )


def ticket_line(state: str = "waiting", *, approvals: int = 1) -> TicketLine:
    """A report on its way out."""
    given = (
        ApprovalShown(officer="A. Roy", at=NOON - datetime.timedelta(hours=1), own=False),
        ApprovalShown(officer="M. Tremblay", at=NOON, own=True),
    )[:approvals]
    return TicketLine(
        id=DIGEST,
        kind=REPORT,
        about=ROWS["P5.I4"].commitment,
        title={},
        audience=("kor",),
        marking="TLP:CLEAR",
        made_by="A. Roy",
        made_at=NOON - datetime.timedelta(hours=2),
        approvals=given,
        state=state,
        may_approve=state == "waiting",
        may_release=state == "approved",
        may_discard=state in ("waiting", "approved"),
    )


def ticket(state: str = "waiting", *, approvals: int = 1) -> TicketPage:
    """The exact bytes of that report."""
    unreleased = _unreleased()
    content = {
        "account": unreleased.account,
        "on": "2026-05-12",
        "provision": "P5.I4",
        "salt": "0" * 32,
        "stage": "under-way",
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return TicketPage(
        line=ticket_line(state, approvals=approvals),
        subject=f"{PLAN}#P5.I4",
        type="report.filed",
        content=text,
        size=len(text.encode()),
        fields=(
            FieldShown(name=Words("Commitment", "Engagement", "항목"), plain="P5.I4"),
            FieldShown(name=Words("Stage", "Stade", "이행 단계"), term=_term(STAGES, "under-way")),
            FieldShown(name=Words("Day", "Date", "일자"), plain="2026-05-12"),
        ),
        prose=(FieldShown(name=Words("Account", "Compte rendu", "보고 내용"), versions=unreleased.account),),
        previous=None,
        log="suivi/can/canada-korea" if state == "released" else None,
        seq=17 if state == "released" else None,
        released_at=NOON if state == "released" else None,
    )


def activity() -> ActivityShown:
    held = StepShown(
        step=Term("hold", Words("hold", "tenir", "개최")),
        party="kor",
        on="2024-11-01",
        at=NOON,
        log="suivi/kor/canada-korea",
        seq=12,
        marking="TLP:CLEAR",
        recorded_later=True,
        details=(
            DetailShown(name=Words("Day", "Date", "일자"), plain="2024-11-01"),
            DetailShown(
                name=Words("Participants", "Participants", "참석자"),
                versions={"en": "Ministers of foreign affairs and of defence", "ko": "외교·국방 장관"},
            ),
        ),
    )
    proposed = replace(
        held, step=Term("convene", Words("convene", "convoquer", "개최 합의")), on="2024-10-02", joint=True
    )
    return ActivityShown(
        id="7" * 32,
        mode=Term("dialogue", MODES["dialogue"]),
        edition=1,
        state=Term("held", Words("held", "tenu", "개최 완료")),
        opened_by="can",
        opened_at=NOON - datetime.timedelta(days=500),
        marking="TLP:GREEN",
        titles={"en": "Ministers (2+2)", "fr": "Ministres (2+2)", "ko": "장관회의(2+2)"},
        course=(
            Stop(Term("proposed", Words("proposed", "proposé", "제안됨")), "past", "2024-10-28"),
            Stop(Term("held", Words("held", "tenu", "개최 완료")), "here", "2024-11-01"),
            Stop(Term("concluded", Words("concluded", "conclu", "결과 확정")), "ahead"),
        ),
        taken=(proposed, held),
        open=(
            StepOpen(
                step=Term("conclude", Words("conclude", "conclure", "결과 확정")),
                by="all",
                reaches=Term("concluded", Words("concluded", "conclu", "결과 확정")),
                asks=(Ask("decisions", "prose", Words("Decisions", "Décisions", "결정 사항")),),
            ),
            StepOpen(
                step=Term("postpone", Words("postpone", "reporter", "연기")),
                by="either",
                reaches=Term("postponed", Words("postponed", "reporté", "연기됨")),
                asks=(
                    Ask("date", "day", Words("New day", "Nouvelle date", "새 일자")),
                    Ask("reason", "word", Words("Reason", "Motif", "사유")),
                    Ask("count", "number", Words("Rounds", "Séances", "횟수")),
                    Ask("level", "choice", Words("Level", "Niveau", "급"), choices=MODE_TERMS[:2]),
                    Ask("resources", "counts", Words("Resources", "Ressources", "자원"), choices=MODE_TERMS[:2]),
                    Ask("border", "several", Words("Formalities", "Formalités", "절차"), choices=MODE_TERMS[2:4]),
                    Ask("amount", "sum", Words("Amount", "Montant", "금액")),
                ),
            ),
        ),
    )


def commitment(id: str = "P2.I2") -> CommitmentPage:
    """One commitment, with an activity, a correction, words not yet released."""
    row = ROWS[id]
    written = next(each for each in FACTS["commitments"] if each["id"] == id)
    sides = []
    for party, account in zip(PARTIES, row.accounts, strict=True):
        latest = account and replace(account, earlier=(replace(account, id="0" * 32),) if party.ours else ())
        before = (replace(account, id="1" * 32, withdrawn=True),) if account and party.ours else ()
        before += (replace(account, id="2" * 32, on="2024-05-31", background=True),) if account else ()
        sides.append(PartyAccounts(party=party, latest=latest, before=before))
    english = "Launch a Canada–Korea foreign and defence ministers’ meeting in the 2+2 format (sample wording)"
    agreed = [
        AgreedShown(
            place=id,
            language="fr",
            authentic=True,
            characters=written["agreed"],
            start=written["start"],
            end=written["end"],
            sha256=DIGEST,
        )
    ]
    if id == "P2.I2":
        agreed.append(replace(agreed[0], language="en", authentic=False, characters=english, start=0, end=len(english)))
    return CommitmentPage(
        plan=LINE,
        commitment=row.commitment,
        pillar=_section(FACTS["pillars"][1]),
        theme=None,
        agreed=tuple(agreed),
        comparison=row.comparison,
        accounts=tuple(sides),
        activities=(activity(),) if id == "P2.I2" else (),
        stages=STAGES,
        modes=MODE_TERMS[:1] + MODE_TERMS[-1:],
        reasons=(Term("entered-in-error", Words("entered in error", "saisi par erreur", "착오로 입력")),),
        languages=("en", "fr", "ko"),
        as_of=None,
        marking="TLP:AMBER",
        recurrence=Words("every year", "chaque année", "매년"),
        unreleased=(_unreleased(),),
        tickets=(ticket_line(),),
        returns=(sample_return(),),
        evidence=(_cited(background=True), _cited(), _cited(report=sides[1].latest.id if sides[1].latest else None)),
        leads=_leads(),
        assessments=(sample_assessments.given(), sample_assessments.given(withdrawn=True)),
        scores=sample_assessments.SCORE_TERMS,
        before=ROWS["P2.I1"].commitment,
        after=ROWS["P2.I3"].commitment,
    )


def sample_return() -> ReturnLine:
    """A return on the commitment shown, asked of an officer."""
    row = ROWS["P2.I2"]
    return ReturnLine(
        id=7,
        commitment=row.commitment,
        state=Term("asked", STATES["asked"]),
        due_on=DAY,
        late=False,
        mine=True,
        asked_by="A. Roy",
        asked_at=NOON,
        officer="N. Tremblay",
        note="For the dialogue of the autumn.",
        stages=row.stages,
        comparison=row.comparison.code,
    )


def _cited(*, report: str | None = None, background: bool = False) -> EvidenceShown:
    return EvidenceShown(
        id="e" * 32,
        address="https://www.korea.kr/briefing/pressReleaseView.do?newsId=156746299",
        title="제2차 한-캐나다 외교·국방(2+2) 장관회의 개최(2.25.)",
        language="ko",
        publisher="외교부",
        published_on="2024-05-31" if background else "2026-02-26",
        on="2024-05-31" if background else "2026-02-25",
        account={
            "en": "Seoul reports the second meeting.",
            "fr": "Séoul fait état de la deuxième réunion.",
            "ko": "한국은 제2차 회의를 알렸다.",
        },
        party="kor",
        marking="TLP:CLEAR",
        recorded_at=NOON,
        log="suivi/kor/canada-korea",
        seq=14,
        report=report,
        background=background,
    )


def _leads() -> tuple[LeadShown, ...]:
    leads, supports = (
        Term("leads", Words("leads", "dirige", "주관")),
        Term("supports", Words("supports", "appuie", "지원")),
    )
    named = BodyShown(
        id="gac",
        party="can",
        names={"en": "Global Affairs Canada", "fr": "Affaires mondiales Canada", "ko": "캐나다 외교부"},
    )
    unnamed = Words("no name on that day", "aucun nom à cette date", "해당일 명칭 없음")
    return (
        LeadShown(party="can", body=named, role=leads),
        LeadShown(party="kor", body=BodyShown(id="mofa", party="kor", unnamed=unnamed), role=supports),
    )


def due() -> tuple[DueShown, ...]:
    """One matter of each sort: behind, overdue, coming."""
    says = Words("every year; was due on that day", "chaque année; échéance dépassée", "매년; 기한 경과")
    row = ROWS["P1.I3"]
    late = DueShown(
        commitment=row.commitment,
        kind="recurrence",
        on=DAY - datetime.timedelta(days=300),
        overdue=True,
        says=says,
        stages=row.stages,
        comparison=row.comparison.code,
    )
    kinds = (("recurrence", 64), ("deadline", 64), ("dialogue", 200))
    coming = tuple(
        replace(late, kind=kind, overdue=False, on=DAY + datetime.timedelta(days=days)) for kind, days in kinds
    )
    return (replace(late, kind="behind"), late, *coming)


def background() -> BackgroundPage:
    """The preamble, one account and one source from before the plan."""
    account = ROWS["P2.I2"].accounts[1]
    assert account is not None
    preamble = AgreedShown(
        place="",
        language="fr",
        authentic=True,
        characters="Plan d’action\n\nEn septembre 2022, les deux pays ont déclaré un partenariat.",
        start=0,
        end=77,
        sha256=DIGEST,
    )
    row = BackgroundRow(
        commitment=ROWS["P2.I2"].commitment,
        accounts=(replace(account, on="2024-05-31", background=True),),
        evidence=(_cited(background=True),),
    )
    return BackgroundPage(
        plan=LINE,
        parties=PARTIES,
        agreed_on="2024-07-18",
        in_effect_at=NOON,
        joint=ROOT,
        preamble=(preamble,),
        rows=(row,),
        evidence=(_cited(background=True),),
        marking="TLP:GREEN",
        supplied=sample_assessments.supplied(),
        facts=sample_assessments.FACT_TERMS,
        languages=("en", "fr", "ko"),
        may_write=True,
    )


def changes() -> ChangesPage:
    """Two commitments that moved in a year, one of them by an activity."""
    mode = Term("dialogue", MODES["dialogue"])
    held = ActivityMoved(mode, None, Term("held", Words("held", "tenu", "개최됨")))
    silent = replace(ROWS["P2.I2"], accounts=(None, None), comparison=_term(COMPARISONS, "neither"))
    return ChangesPage(
        plan=LINE,
        parties=PARTIES,
        from_on=DAY - datetime.timedelta(days=365),
        to_on=DAY,
        changes=(
            CommitmentChanged(before=silent, after=ROWS["P2.I2"], activities=(held,)),
            CommitmentChanged(before=silent, after=ROWS["P2.I10"]),
        ),
        unchanged=78,
        in_effect_before=True,
        sources=SOURCES,
    )


def no_changes() -> ChangesPage:
    """A year in which nothing was put on record."""
    return replace(changes(), changes=(), unchanged=80, in_effect_before=False)


def start() -> StartPage:
    """The demonstration before its first visitor, with the other side's node known."""
    return StartPage(
        accounts=tuple(
            AccountReady(name, part)
            for name, part in (("A. Roy", "officer"), ("M. Tremblay", "approver"), ("L. Gagnon", "senior"))
        ),
        password="demonstration",
        other="http://127.0.0.1:8002",
        plan=PLAN,
        titles=LINE.titles,
        records=352,
        differing="P2.I10",
        agreeing="P2.I2",
        silent="P1.I3",
    )


def draft_line() -> DraftLine:
    """A reading under way."""
    return DraftLine(
        id="12",
        plan=PLAN,
        titles=LINE.titles,
        languages=("fr",),
        commitments=22,
        open_doubts=3,
        changed_by="A. Roy",
        changed_at=NOON,
    )


def reading() -> ReadingPage:
    """Pillar 2 as read from the French text."""
    read, start = FACTS["reading"], FACTS["reading"]["from"]
    asked = {
        "P2.T1.A1": Words(
            "“Échanger” and “approfondir” are coordinated and have different objects: one commitment or two?",
            "« Échanger » et « approfondir » sont coordonnés et n’ont pas le même objet : un engagement ou deux?",
            "‘Échanger’와 ‘approfondir’는 나란히 쓰였으나 대상이 다릅니다. 하나의 항목입니까, 둘입니까?",
        ),
        "P2.I2": Words(
            "The verb launches a meeting, hence a dialogue; the purpose would also make an instrument.",
            "Le verbe lance une réunion, donc un dialogue; le but ferait aussi un instrument.",
            "동사는 회의 출범을 뜻하므로 대화로 보이나, 목적은 문서일 수도 있습니다.",
        ),
        "P2.I8": Words(
            "Two nouns in a row: “renseignements informations”. The characters are kept as they are.",
            "Deux noms à la suite : « renseignements informations ». Les caractères sont gardés tels quels.",
            "명사 두 개가 이어집니다: ‘renseignements informations’. 원문 그대로 두었습니다.",
        ),
    }
    commitments = []
    inside = (c for c in FACTS["commitments"] if c["id"].startswith("P2."))
    for written in sorted(inside, key=lambda each: each["start"]):
        span = (written["start"] - start, written["end"] - start)
        doubts = (
            (DoubtShown(code="split", says=asked[written["id"]], language="fr", start=span[0], end=span[1]),)
            if written["id"] in asked
            else ()
        )
        commitments.append(
            CommitmentRead(
                id=written["id"],
                kind=_term(KINDS, written["kind"]),
                mode=Term(written["mode"], MODES[written["mode"]]),
                section="P2",
                places=(PlaceRead(language="fr", page=2, block=14),),
                spans={"fr": span},
                modes_considered=(MODE_TERMS[0], MODE_TERMS[1]) if doubts else (),
                titles=written["titles"] if written["id"] != "P2.I3" else {},
                doubts=doubts,
                decision={"P2.I10": "not-a-commitment", "P2.I1": "accept"}.get(written["id"], ""),
            )
        )
    sections = tuple(
        SectionRead(id=s["id"], kind=s["kind"], parent=None, spans={"fr": (s["start"], s["end"])})
        for s in read["sections"]
    )
    return ReadingPage(
        line=draft_line(),
        texts=(
            TextRead(
                language="fr",
                name="canada-coree-2024.fr.txt",
                characters=read["characters"],
                sha256=DIGEST,
                caveats=(CAVEATS["comments"].filled(count=2),),
                pages=3,
            ),
        ),
        sections=sections,
        commitments=tuple(commitments),
        kinds=KINDS,
        modes=MODE_TERMS,
        parties=("can", "kor"),
        may_propose=False,
        hindrance=Words(
            "Three questions are still open.", "Trois questions restent ouvertes.", "확인할 사항이 세 건 남아 있습니다."
        ),
    )


def new_version() -> ReadingPage:
    """A free translation beside the English, read as a new version of a plan in force."""
    read = paired(
        [draft_plan(read_file((VERSIONS / f"{tag}.txt").read_bytes(), name=tag)).value() for tag in ("en", "ko")]
    )
    draft = settled(read, [])
    texts = {each["text"]["language"]: each["text"]["characters"] for each in read}
    commitments = tuple(
        CommitmentRead(
            id=each.id,
            kind=_term(KINDS, each.kind),
            mode=Term(each.mode, MODES[each.mode]),
            section=each.section,
            spans=dict(each.spans),
            drifts=tuple(
                Words(**drift["says"]) for drift in read[0]["drifts"].get(each.id, ()) if drift["code"] != "alone"
            ),
            missing=tuple(tag for tag in texts if tag not in each.spans),
            unpaired=set(each.spans) != set(texts),
        )
        for each in draft.commitments
    )
    old = tuple(
        OldCommitment(id=f"P1.I{number}", words={"en": f"Hold meeting {number}"}, activities=number % 2)
        for number in (1, 2, 3, 4)
    )
    fates = (("reworded", old[:1], False), ("merged", old[:2], True), ("added", (), False), ("kept", old[3:], False))
    return replace(
        reading(),
        texts=tuple(
            TextRead(language=tag, name=f"{tag}.txt", characters=words, sha256=DIGEST) for tag, words in texts.items()
        ),
        sections=(),
        commitments=commitments,
        succession=SuccessionShown(
            before=1,
            lines=tuple(
                SucceededShown(
                    new=each.id, became=Term(code, BECAME[Became(code)]), old=gone, same=code == "kept", tangled=tangled
                )
                for each, (code, gone, tangled) in zip(commitments, fates, strict=False)
            ),
            ending=old[2:3],
            ended=old[1:2],
            known=old,
        ),
    )


def joint_line(state: str = "proposed") -> JointTextLine:
    """The plan on its way to adoption."""
    return JointTextLine(
        leaf=ROOT,
        kind=ADOPTION,
        title=LINE.titles,
        proposed_by="can",
        proposed_at=NOON - datetime.timedelta(days=2),
        state=state,
        waits_for=("kor",) if state in ("proposed", "pending") else (),
        waits_for_us=state == "proposed",
        marking="TLP:GREEN",
        in_effect_at=NOON if state == "in-effect" else None,
    )


def joint_text(state: str = "proposed") -> JointTextPage:
    """The resolution that adopts the plan, seen by the party that still has to answer."""
    spoken = VoiceShown(party=CANADA, word="proposed", at=NOON, log="suivi/can/canada-korea", seq=1, leaf=ROOT)
    other = replace(spoken, party=KOREA, word="concurred", log="suivi/kor/canada-korea")
    sealed = state == "in-effect"
    voices = (
        replace(spoken, sealed_at=NOON if sealed else None, sealed_seq=2 if sealed else None),
        replace(other, sealed_at=NOON, sealed_seq=2) if sealed else VoiceShown(party=KOREA),
    )
    characters = FACTS["reading"]["characters"]
    return JointTextPage(
        line=joint_line(state),
        resolution={
            "en": "The parties adopt the attached text as version 1 of the plan.",
            "fr": "Les parties adoptent le texte joint comme version 1 du plan.",
            "ko": "당사국들은 첨부된 문안을 행동계획 제1판으로 채택합니다.",
        },
        authentic=("en", "fr", "ko"),
        voices=voices,
        attachments=(
            AttachmentShown(
                name="canada-coree-2024.fr.txt",
                media="text/plain",
                size=17419,
                sha256=DIGEST,
                language="fr",
                authentic=True,
                characters=characters,
            ),
            AttachmentShown(
                name="canada-korea-2024.ko.txt", media="text/plain", size=21003, sha256=ROOT, language="ko", held=False
            ),
        ),
        fields=(
            FieldShown(name=Words("Initiatives", "Initiatives", "협력 사업"), plain="38"),
            FieldShown(name=Words("Aims", "Objectifs", "협력 방향"), plain="42"),
        ),
        differences=(
            Difference(where=Words("2.1", "2.1", "2.1"), before="Conclure", after="Mettre en œuvre", language="fr"),
        )
        if sealed
        else (),
        first=not sealed,
        tickets=(ticket_line(),) if not sealed else (),
        foreign=(ForeignShown(language="en", word="p\u0430rties", letters=("\u0430 U+0430",)),),
        last_to_concur=not sealed,
        may_concur=not sealed,
        may_decline=not sealed,
        may_withdraw=not sealed,
    )


def _arrival(id: str) -> Arrival:
    row = ROWS[id]
    account = row.accounts[1]
    assert account is not None
    return Arrival(
        party="kor",
        kind=REPORT,
        about=row.commitment,
        at=account.at,
        account=account,
        stages=row.stages,
        comparison=row.comparison.code,
    )


def today() -> TodayPage:
    """A day with work in every column."""
    arrivals = tuple(replace(_arrival(id), new=id == "P2.I10") for id in ("P2.I10", "P3.I4", "P4.I1"))
    return TodayPage(
        day=DAY,
        plans=(LINE,),
        tickets=(ticket_line(),),
        joint_texts=(joint_line(),),
        drafts=(draft_line(),),
        arrivals=arrivals,
        due=due(),
        since=NOON,
    )


def empty_today() -> TodayPage:
    """The first day of a node."""
    return TodayPage(day=DAY, plans=(), tickets=(), joint_texts=(), drafts=(), arrivals=())


def plans() -> PlansPage:
    """One plan in effect, one text proposed, one reading."""
    return PlansPage(plans=(LINE,), joint_texts=(joint_line("pending"),), drafts=(draft_line(),))


def under_way(*, stopped: bool = False) -> UnderWayPage:
    """A long document being read."""
    return UnderWayPage(
        id="7",
        plan="canada-korea-2024",
        name="plan.pdf",
        place=1,
        files=2,
        page=120,
        pages=431,
        begun_at=NOON,
        stopped=stopped,
    )


def drafts() -> DraftsPage:
    """One reading under way."""
    return DraftsPage(drafts=(draft_line(),), plans=(LINE,), under_way=(under_way(),))


def tickets() -> TicketsPage:
    """One ticket in each state."""
    return TicketsPage(
        waiting=(ticket_line(approvals=0), ticket_line("approved", approvals=2)),
        settled=(ticket_line("released", approvals=2), ticket_line("discarded", approvals=0)),
    )


def joint_texts() -> JointTextsPage:
    """One joint text in each state."""
    return JointTextsPage(texts=tuple(joint_line(state) for state in ("proposed", "pending", "in-effect", "ended")))


def review() -> ReviewPage:
    """A year of the plan."""
    advanced = Term("advanced", Words("advanced", "progression", "진전"))
    silent = Term("no-report", Words("no report in the period", "aucun rapport dans la période", "기간 중 보고 없음"))
    chapters = tuple(
        ReviewChapter(
            pillar=part.pillar,
            rows=tuple(
                MovedRow(row=row, moved=advanced if any(row.stages) else silent)
                for row in part.rows
                if row.commitment.kind.code == "initiative"
            ),
        )
        for part in plan().pillars
    )
    return ReviewPage(
        plan=LINE,
        parties=PARTIES,
        from_on=datetime.date(2025, 7, 18),
        to_on=DAY,
        as_of=None,
        figures=plan().compared,
        moved=(Counted(advanced, 21), Counted(silent, 17)),
        asked=(
            Words(
                "Say whether the cyber consultation was held.",
                "Dire si la consultation sur le cyberespace a eu lieu.",
                "사이버 정책협의회 개최 여부를 확인하여 주십시오.",
            ),
            Words(
                "Fix the day of the yearly dialogue.",
                "Fixer la date du dialogue annuel.",
                "연례 대화 일자를 정하여 주십시오.",
            ),
        ),
        matters=(
            MatterShown(
                kind=COMPARISONS[0],
                about=ROWS["P2.I10"].commitment,
                says=Words(
                    "Korea: done. Canada: planned.", "Corée : réalisé. Canada : prévu.", "한국: 완료. 캐나다: 계획."
                ),
            ),
        ),
        chapters=chapters,
        sources=SOURCES,
        digest=DIGEST,
        marking="TLP:GREEN",
    )


def channel() -> ChannelPage:
    """Two logs, one entry set aside."""
    fingerprint = " ".join(ROOT[place : place + 4] for place in range(0, 64, 4))
    aside = SetAsideShown(
        log="suivi/kor/canada-korea",
        seq=31,
        code="activity.step-not-open",
        check=21,
        says=Words(
            "The step was not open when this word arrived.",
            "L’étape n’était pas ouverte à l’arrivée de cet acte.",
            "이 기록이 도착하였을 때 해당 단계는 열려 있지 않았습니다.",
        ),
        detail="step, got concluded",
        told=told_detail("step, got concluded"),
    )
    return ChannelPage(
        channel="canada-korea",
        ceiling="TLP:AMBER",
        logs=(
            LogShown(
                party=CANADA,
                log="suivi/can/canada-korea",
                size=17,
                root=ROOT,
                last_entry_at=NOON,
                acknowledged=15,
                unacknowledged_days=3,
                fingerprint=fingerprint,
            ),
            LogShown(
                party=KOREA,
                log="suivi/kor/canada-korea",
                size=49,
                root=DIGEST,
                last_entry_at=NOON,
                taken_in_at=NOON,
                acknowledged=49,
                fingerprint=fingerprint,
                key_list=2,
                roots=3,
                threshold=2,
                issued="2024-11-01",
                keys=(
                    KeyShown(role="log", key="f5407f6a387f5717", begins=0, until=40),
                    KeyShown(role="log", key="8513a7708b3005e7", begins=40, until=None),
                    KeyShown(role="receipt", key="bb87d76c2d0f383e", begins=0, until=None),
                ),
                fresh_at=NOON,
                freshness="stale",
                address="https://exchange.example.kr",
            ),
        ),
        set_aside=(aside,),
        waiting=1,
        suspended=False,
        to_hand_over=2,
        marking="TLP:AMBER",
        pulls=(PullShown(party=KOREA, pulled_at=NOON, due_at=NOON, says=aside.says, code="online.unavailable"),),
        refused=(RefusedShown(at=NOON, code="tree.root", told=aside.says, sentence="tree.root"),),
        evidence=(EvidenceKept(number=1, code="log.fork", says=aside.says, at=NOON),),
        destructions=(
            DestructionShown(party=CANADA, seq=12, reason="marked-too-low", attested=(CANADA,), held=False),
            DestructionShown(party=KOREA, seq=3, reason="marked-too-low", attested=(), held=True),
        ),
        still_to_ask=(KOREA,),
        can_pull=True,
    )


def years() -> YearsPage:
    """A period beside the one before it, with a table as the paper has it."""
    table = Table(
        caption="What became of the commitments",
        columns=(Column(plain("In the period"), 2), Column(plain("Canada"), 1, figures=True)),
        rows=((Cell(plain("advanced")), Cell(plain("3"))),),
    )
    return YearsPage(
        plan=LINE,
        from_on=datetime.date(2025, 1, 1),
        to_on=datetime.date(2025, 12, 31),
        as_of=None,
        before_from_on=datetime.date(2024, 1, 1),
        before_to_on=datetime.date(2024, 12, 31),
        blocks=(Heading(level=2, runs=plain("What became of the commitments")), table),
        marking="TLP:AMBER",
    )
