"""How often a page asks the database: never more than fifteen times, however much is under way and in how many channels.

The node has five channels, each with plans in effect, a text nobody has sealed, an activity of the partner, reports asked
for, written, handed in, waiting to leave and approved. Each page is asked for twice, and the second time is counted; and
once by a process that remembers nothing, as of today and of a past day.
"""

import datetime

import pypdfium2
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks import many_plans
from suivi.desk import access, asked, kept_registers, project, registers
from suivi.desk.actions import plans, releases, reports, returns, writing
from suivi.desk.models import JointTextRow, KeptRegister, ReturnAsked, Ticket
from suivi.desk.queries import shown
from suivi.record.plans import PlanAdopted
from tests.desk.conftest import AT, MINUTE, counts_as_many
from tests.register import correspondence
from tests.two_nodes.orders import PASSWORD

MOST = 15
A_DAY = datetime.timedelta(days=1)
CHANNELS = 4
WRITTEN = {"stage": "under-way", "account-en": "Talks were held.", "on": "2024-11-02"}
PLAN = "c001-00"
PAGES = (
    "/", "/start", "/plans", f"/plans/{PLAN}", f"/plans/{PLAN}?kind=aim&pillar=P2", f"/plans/{PLAN}?as_of=2024-11-20",
    f"/plans/{PLAN}/background", f"/plans/{PLAN}/named", f"/plans/{PLAN}/changes?from=2024-11-01&to=2024-12-01",
    f"/plans/{PLAN}/years?from=2024-01-01&to=2024-12-01", f"/plans/{PLAN}/review", f"/plans/{PLAN}/room",
    f"/plans/{PLAN}/package", f"/plans/{PLAN}/P1.I1", "/drafts", "/releases", "/joint-texts", "/channel", "/calendar",
    "/calendar?month=2025-02-01", "/returns", "/returns?mine=yes", f"/returns/ask?plan={PLAN}",
    f"/evidence?plan={PLAN}", f"/returns/approval/{PLAN}", "/instruments", "/bodies", "/officers", "/officers/1",
    "/history", "/settings-check", "/set-up", "/set-up/channel", "/account", "/account/second-factor", "/commitments",
    "/commitments?mode=study", "/reports", "/search?q=fisheries",
)  # fmt: skip
PAGES_OF_WORK = ("/", "/plans", "/drafts", "/releases", "/joint-texts", "/calendar", "/returns", "/returns?mine=yes")


def more(story):
    """A text that nobody has sealed, and an activity the partner has opened and moved."""
    plan, _ = many_plans._plan(f"{story.channel}-90", 2)
    story.propose("kor", PlanAdopted(plan), subject=plan.id)
    opened = story.write("kor", correspondence.opened("P1.I1"), subject=f"{story.channel}-00#P1.I1")
    step = correspondence.step(opened.header.id, "propose", date="2025-03-01", level="directors")
    story.write("kor", step, subject=f"{story.channel}-00#{opened.header.id}")
    story.deliver_all()


@pytest.fixture
def crowded(ottawa, noemie, adrian, tmp_path, monkeypatch):
    """The node, with a function that puts one more of each kind of work under way in every channel."""
    monkeypatch.setattr(kept_registers, "WORTH_KEEPING", 0)
    monkeypatch.setattr(many_plans, "FIRST", AT - datetime.timedelta(days=40))
    many_plans.fill(
        tmp_path / "keys", first=0, last=CHANNELS, plans=2, commitments=4, reports=2, told=lambda *_, **__: 0, more=more
    )
    project.project()
    for number in range(CHANNELS):
        writing.set_steps(
            noemie,
            plan=f"c{number:03}-00",
            steps=[writing.StepTyped(name="Director", officers=(noemie.name,), everyone=False)],
            at=AT,
        )

    def crowd(turn):
        for number in range(CHANNELS):
            work(noemie, adrian, f"c{number:03}", turn)
        files = [("plan.txt", b"The two countries will train pilots together.", "en")]
        plans.read_document(noemie, files=files, plan=f"another-plan-{turn}", at=AT)

    return crowd


def work(noemie, adrian, channel, turn):
    """A report asked for, one being written, one handed in, one asked of a body; a release that waits, one approved."""
    by, plan = AT.date() + datetime.timedelta(days=turn), f"{channel}-00"
    names = ["P1.I1", "P2.I1", "P3.I1"]
    first, second, _ = returns.ask(noemie, plan=plan, provisions=names, of=adrian.name, due_on=by, at=AT)
    writing.save(adrian, asked_for=int(first), version=0, typed=WRITTEN, at=AT)
    writing.hand_in(adrian, asked_for=int(second), version=0, typed=WRITTEN, at=AT)
    returns.ask(noemie, plan=f"{channel}-01", provisions=names, of=noemie.name, due_on=by, at=AT)
    body = {"of": None, "body": "can-gac", "due_on": by, "note": "", "at": AT}
    asked.keep(noemie, channel=channel, plan=plan, provision="P4.I1", **body)
    said = {"stage": "under-way", "account": {"en": f"Officials met, {turn}."}, "on": "2024-11-03", "at": AT}
    reports.file(noemie, plan=plan, provision="P4.I1", **said)
    ticket = reports.file(noemie, plan=f"{channel}-01", provision="P1.I1", **said)
    releases.approve(adrian, ticket=ticket, password=PASSWORD, at=AT + MINUTE)


def asked_for(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        answer = client.get(address)
    assert answer.status_code == 200, address
    return len(seen)


def counted(client, pages=PAGES):
    texts = JointTextRow.objects.filter(state="proposed").values_list("leaf", flat=True)
    ones = (
        f"/returns/{ReturnAsked.objects.filter(handed_in_at__isnull=False).earliest('pk').pk}",
        f"/releases/{Ticket.objects.earliest('cut_at').digest}",
        f"/joint-texts/{texts.first()}",
    )
    return {address: asked_for(client, address) for address in (*pages, *ones)}


@pytest.mark.parametrize("many", [access.MANY_PLANS, 0], ids=["few plans", "very many plans"])
def test_no_page_asks_more_than_fifteen_questions_and_none_more_with_more_under_way(noemie, crowded, monkeypatch, many):
    counts_as_many(monkeypatch, many)
    client = Client()
    client.force_login(noemie)
    crowded(1)
    before = counted(client)
    crowded(2)
    after = counted(client, PAGES_OF_WORK)

    assert {address: number for address, number in before.items() if number > MOST} == {}
    assert {address: (before[address], number) for address, number in after.items() if number > before[address]} == {}


FIRST_PAGES = (
    "/", "/plans", f"/plans/{PLAN}", f"/plans/{PLAN}/room", f"/plans/{PLAN}/P1.I1", "/releases", "/joint-texts",
    "/channel", "/calendar", "/returns?mine=yes", f"/evidence?plan={PLAN}", "/instruments", "/bodies", "/commitments",
    "/reports", "/search?q=fisheries",
)  # fmt: skip


@pytest.mark.parametrize(
    ("many", "kept"), [(access.MANY_PLANS, False), (0, True)], ids=["few plans", "very many plans"]
)
def test_the_first_page_of_a_process_asks_no_more_and_nor_does_the_first_look_at_a_past_day(
    noemie, crowded, monkeypatch, many, kept
):
    counts_as_many(monkeypatch, many)
    crowded(1)
    project.project()
    if not kept:
        KeptRegister.objects.all().delete()
    client = Client()
    client.force_login(noemie)
    client.get("/")

    def cold(address):
        forget_everything()
        with CaptureQueriesContext(connection) as seen:
            answer = client.get(address)
        assert answer.status_code == 200, address
        return len(seen)

    day = (AT - A_DAY).date()
    past = [f"{place}{'&' if '?' in place else '?'}as_of={day}" for place in FIRST_PAGES]
    assert {place: number for place in (*FIRST_PAGES, *past) if (number := cold(place)) > MOST} == {}


def forget_everything():
    registers.forget()
    shown._texts.clear()


def test_a_brief_of_commitments_of_several_plans_has_one_page_now_and_as_of_a_past_day(noemie, crowded):
    client = Client()
    client.force_login(noemie)
    day = (AT - A_DAY).date().isoformat()

    def brief(asked):
        with pypdfium2.PdfDocument(client.get(f"/lists/{asked}").content) as document:
            return [document[place].get_textpage().get_text_bounded() for place in range(len(document))]

    (every,) = brief("commitments/brief.pdf")
    (named,) = brief("commitments/brief.pdf?commitment=c001-00:P1.I1&commitment=c002-01:P2.I1")
    (found,) = brief(f"search/brief.pdf?q=fisheries&as_of={day}")
    (none,) = brief("reports/brief.pdf?plan=nowhere")
    assert "Commitments of several plans" in every
    assert "/commitments" in every  # where those stand that the page does not list
    assert all(told in named for told in ("Commitments: 2;", "Plan c001-00", "Plan c002-01", "one by one"))
    assert "search “fisheries”" in found
    assert "December 3, 2024" in found
    assert "Nothing passes" in none
    assert client.get("/lists/commitments/brief.docx?language=ko").content[:2] == b"PK"
    client.get("/?language=en")
