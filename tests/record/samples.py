"""One sound record of every kind, for tests that ask the same of all of them."""

from datetime import date

from suivi.plan.channel import Charter, CharterLanguage, CharterParty
from suivi.plan.plan import AgreedText, Place, Plan, Provision, ProvisionKind, Section
from suivi.plan.text import Span
from suivi.plan.version import Became, Succeeded
from suivi.plan.when import Deadline, Recurrence
from suivi.record.assessments import Assessment
from suivi.record.bodies import BodyNamed
from suivi.record.changes import Corrected, DestroyAsked, Destroyed, Remarked, Withdrawn
from suivi.record.channel import Receipt, SetAsideNotice
from suivi.record.described import PlanDescribed
from suivi.record.evidence import EvidenceAttached
from suivi.record.farewell import Closed, Consented, LastSeen
from suivi.record.home import Acted, Approved, LookedThrough, Mandated, Released
from suivi.record.joint import Attachment, Concurred, Declined, Sealed, Voice, Withdrew, proposing
from suivi.record.marking import AMBER
from suivi.record.minutes import Closing, Decision, DecisionReported, MinutesAgreed, Outcome
from suivi.record.named import Named, PlanNamed
from suivi.record.plans import PlanAdopted, PlanAmended
from suivi.record.reports import ReportFiled, Stage
from suivi.record.steps import ActivityOpened, Basis, StepTaken

SALT = "0123456789abcdef" * 2
DIGEST = "ab" * 32
ID = "cd" * 16

PLAN = Plan(
    id="canada-coree-2024",
    version=1,
    agreed_on="2024-07-18",
    titles={"fr": "Plan d’action", "ko": "행동계획"},
    texts=(AgreedText("fr", True, DIGEST), AgreedText("ko", True, "cd" * 32), AgreedText("en", False, "ef" * 32)),
    sections=(
        Section("P1", "pillar", None, {"fr": Span(0, 8)}, {"fr": Span(0, 90), "ko": Span(0, 40)}),
        Section("P1.T1", "theme", "P1", {"fr": Span(10, 18)}, {"fr": Span(10, 90)}, {"en": "Democracy"}),
    ),
    provisions=(
        Provision(
            id="P1.I1",
            kind=ProvisionKind.INITIATIVE,
            mode="dialogue",
            places=(
                Place("P1.I1", "P1", {"fr": Span(20, 50), "ko": Span(5, 20)}),
                Place("P2.I7", None, {"fr": Span(60, 90)}),
            ),
            recurrence=Recurrence("FREQ=YEARLY"),
            deadline=Deadline("d’ici la fin de 2025", date(2025, 1, 1), date(2025, 12, 31)),
            titles={"fr": "Dialogue stratégique annuel", "ko": "연례 전략대화"},
        ),
        Provision("P1.T1.A1", ProvisionKind.AIM, "advocacy", (Place("P1.T1.A1", "P1.T1", {"fr": Span(51, 59)}),)),
        Provision(
            "G1", ProvisionKind.INITIATIVE, "early_warning", (Place("G1", None, {"fr": Span(0, 5)}),), Recurrence(None)
        ),
    ),
)
CHARTER = Charter(
    channel="kor-2024",
    parties=(
        CharterParty("can", DIGEST, {"en": "Canada", "fr": "Canada", "ko": "캐나다"}),
        CharterParty("kor", "cd" * 32, {"en": "Republic of Korea", "fr": "République de Corée", "ko": "대한민국"}),
    ),
    languages=(CharterLanguage("en", True), CharterLanguage("fr", True), CharterLanguage("ko", True)),
    ceiling={"tlp": "AMBER"},
    edition="2026-1",
)
TEXTS = {"en": "Charter of the channel.", "fr": "Charte du canal.", "ko": "교환 채널의 운영 약정."}
REPORT = ReportFiled(
    provision="P1.I1",
    stage=Stage.DONE,
    account={"fr": "Le dialogue s’est tenu à Ottawa\u00a0: deux décisions.", "ko": "전략대화가 오타와에서 개최되었다."},
    on="2025-03-04",
    until="2025-03-05",
    next={"en": "The next meeting is in Seoul."},
    reason="Elections",
    bodies=("can-gac", "kor-mofa"),
)
STEP = StepTaken(
    activity=ID,
    step="hold",
    details={"date": "2025-03-04", "participants": {"fr": "Deux ministres"}},
    on="2025-03-04",
    basis=Basis.PRESS,
    lent=("participants",),
)

MINUTES = MinutesAgreed(
    on="2025-03-07",
    minutes={"en": "The parties went through the whole plan.", "ko": "양측은 행동계획 전체를 점검하였다."},
    decisions=(
        Decision(
            id="D1",
            words={"en": "Exchange the list of contact points."},
            parties=("can", "kor"),
            body="ministry",
            due_on="2025-06-30",
            provision="P1.I1",
        ),
    ),
    activity="b" * 32,
    closing=Closing(from_on="2024-07-18", to_on="2025-07-17", cut={"suivi/can/pact": 12}, digest="c" * 64),
)

RECORDS = {
    "plan.adopted": PlanAdopted(PLAN),
    "plan.amended": PlanAmended(
        PLAN,
        1,
        (
            Succeeded(Became.ADDED, (), ("P1.I1",)),
            Succeeded(Became.MERGED, ("P1.I2", "P1.I3"), ("P1.I2",)),
            Succeeded(Became.ENDED, ("P1.I4",), ()),
        ),
    ),
    "activity.opened": ActivityOpened(provision="P1.I1", mode="dialogue", edition=1, titles={"en": "Yearly dialogue"}),
    "step.taken": STEP,
    "minutes.agreed": MINUTES,
    "decision.reported": DecisionReported(
        minutes="a" * 64, decision="D1", outcome=Outcome.DONE, account={"en": "The list is exchanged."}, on="2025-06-01"
    ),
    "report.filed": REPORT,
    "report.assessed": Assessment(
        provision="P1.I1",
        score=-1,
        account={"fr": "Le dialogue n’a pas eu lieu.", "ko": "대화가 열리지 않았다."},
        from_on="2024-07-18",
        to_on="2025-07-17",
    ),
    "plan.described": PlanDescribed(
        facts={
            "agreed_by": {"en": "The two foreign ministers."},
            "instructed_by": {"ko": "양국 정상의 지시에 따른다."},
            "builds_on": {"fr": "Le partenariat stratégique global de 2022."},
        },
        agreed_on="2024-07-18",
    ),
    "plan.named": PlanNamed(
        (
            Named(
                thing="strategic-dialogue",
                kind="dialogue",
                names={"en": "Strategic Dialogue", "ko": "전략대화"},
                short={"en": "SD"},
                from_on="2022-09-01",
                until_on="2026-12-31",
                achieved=True,
                commitments=("G1", "sample-2024#P1.I1"),
                days={"declared": "2022-09", "in-force": "2015"},
                address="https://example.org/dialogue",
            ),
            Named(thing="mou", kind="memorandum", names={"fr": "Protocole d’entente"}),
        )
    ),
    "evidence.attached": EvidenceAttached(
        provision="P1.I1",
        address="https://www.korea.kr/briefing/pressReleaseView.do?newsId=156633684",
        title="제1차 한-캐나다 전략대화 개최",
        language="ko",
        publisher="외교부",
        published_on="2025-03-05",
        on="2025-03-04",
        account={"en": "The ministry says the dialogue was held.", "ko": "외교부는 대화가 개최되었다고 밝혔다."},
        report=ID,
    ),
    "body.named": BodyNamed(
        body="kor-motir",
        party="kor",
        names={"en": "Ministry of Trade, Industry and Resources", "ko": "산업통상부"},
        from_on="2025-10-01",
        until_on="2026-12-31",
        leads=("P1.I1",),
        supports=("canada-coree-2024#P1.T1.A1", "G1"),
    ),
    "joint.proposed": proposing(
        CHARTER,
        parties=("can", "kor"),
        texts=TEXTS,
        attachments=(Attachment(media="text/plain", sha256=DIGEST, size=12, name="plan.fr.txt"),),
    ),
    "joint.concurred": Concurred(),
    "joint.declined": Declined("The second paragraph is not what was agreed."),
    "joint.withdrew": Withdrew(),
    "joint.sealed": Sealed({"can": Voice(0, DIGEST), "kor": Voice(3, "cd" * 32)}),
    "channel.receipt": Receipt(("suivi/kor/kor-2024\n3\nroot\n\n— signature\n",)),
    "channel.set-aside": SetAsideNotice("record.value"),
    "change.corrected": Corrected("report.filed", REPORT),
    "change.withdrawn": Withdrawn("filed-in-error"),
    "change.remarked": Remarked(AMBER),
    "channel.consented": Consented("fra"),
    "channel.closed": Closed("end-of-cooperation", (LastSeen("suivi/kor/kor-2024", 3, DIGEST),)),
    "change.destroy-asked": DestroyAsked("marked-too-low"),
    "change.destroyed": Destroyed((DIGEST,), ("paper", "backups.until-march")),
    "home.approved": Approved(DIGEST, "Marie Tremblay", "2025-03-04T15:00:00Z"),
    "home.released": Released(
        ticket=DIGEST, log="suivi/can/kor-2024", seq=4, leaf=DIGEST, approved_by=("Marie Tremblay", "김민수")
    ),
    "home.looked-through": LookedThrough("c" * 64, "김민수", "TLP:AMBER"),
    "home.mandated": Mandated("김민수", ("draft", "approve")),
    "home.acted": Acted("mandate-given", {"officer": "N. O’Brien", "role": "lead", "plan": "can-kor-2024"}),
}
