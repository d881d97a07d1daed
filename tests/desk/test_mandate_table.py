"""Mandate × page × export: a datum in every place that could leak, every page and file asked for by every mandate.

- The addresses are those of `web/urls.py`: a new page is asked for by itself, with every value it could be opened with.
- Words are planted where nothing is released: a ticket, a return's note, a report being written, a reading, a note for
  the review; on a commitment the limited mandates do not cover, on one they do, and for the plan as a whole.
- Who may see a datum must see it somewhere, else the plant proves nothing.
"""

import datetime
import io
import itertools
import zipfile
from typing import Final

import pytest
from django.test import Client

from suivi.desk import clock, entries, mandates, queries, sign_in
from suivi.desk.actions import calendar, evidence_files, minutes, plans, reports, returns, views, writing
from suivi.web.urls import urlpatterns
from tests.desk.conftest import AT
from tests.two_nodes.capitals import PLAN, report, sample_texts
from tests.two_nodes.orders import PASSWORD

OWN, OTHER = "P1.I2", "P1.I3"
PLANTED: Final = {
    "ticket elsewhere": "Kingfisherone",
    "ticket own": "Kingfishertwo",
    "return elsewhere": "Kingfisherthree",
    "writing elsewhere": "Kingfisherfour",
    "reading": "Kingfisherfive",
    "note elsewhere": "Kingfishersix",
    "note on the plan": "Kingfisherseven",
    "view": "Kingfishereight",
    "note own": "Kingfishernine",
    "evidence elsewhere": "Kingfisherten",
    "evidence own": "Kingfishereleven",
}
SOUGHT: Final = "Heronry"
EVERYTHING: Final = frozenset(PLANTED) - {"view"}
OF_OWN: Final = frozenset({"ticket own", "note own", "evidence own"})
MANDATES: Final = {
    "focal point": ("focal-point", {}, EVERYTHING),
    "focal point of the plan": ("focal-point", {"plan": PLAN}, EVERYTHING - {"reading"}),
    "auditor": ("auditor", {}, EVERYTHING),
    "approver": ("approver", {}, EVERYTHING),
    "lead of one commitment": ("lead", {"plan": PLAN, "provision": OWN}, OF_OWN),
    "contributor to one commitment": ("contributor", {"plan": PLAN, "provision": OWN}, OF_OWN),
    "approver of one commitment": ("approver", {"plan": PLAN, "provision": OWN}, OF_OWN),
    "releaser of one commitment": ("releaser", {"plan": PLAN, "provision": OWN}, OF_OWN),
    "administrator": ("administrator", {}, frozenset()),
    "lead of another plan": ("lead", {"plan": "no-such-plan"}, frozenset()),
    "mandate to come": ("focal-point", {"from_on": datetime.date(2090, 1, 1)}, frozenset()),
    "mandate over": ("focal-point", {"until_on": datetime.date(2024, 1, 1)}, frozenset()),
    "no mandate": ("", {}, frozenset()),
}


@pytest.fixture
def planted(noemie, adrian):
    """Every word in its place; the values by which addresses are filled in."""
    said = {"on": "2024-12-01"}
    elsewhere = reports.file(
        noemie, **report(provision=OTHER, account={"en": f"{SOUGHT} {PLANTED['ticket elsewhere']}"}, **said), at=AT
    )
    own = reports.file(
        noemie, **report(provision=OWN, account={"en": f"{SOUGHT} {PLANTED['ticket own']}"}, **said), at=AT
    )
    due = clock.today() + datetime.timedelta(days=20)
    (asked,) = returns.ask(
        noemie,
        plan=PLAN,
        provisions=[OTHER],
        of=adrian.name,
        due_on=due,
        note=PLANTED["return elsewhere"],
        at=clock.now(),
    )
    writing.save(
        adrian, asked_for=int(asked), version=0, typed={"account-en": PLANTED["writing elsewhere"]}, at=clock.now()
    )
    name, octets, language = sample_texts()[1]
    draft = plans.read_document(
        noemie,
        files=[(name, octets, language)],
        plan="another-plan",
        titles={"": {"en": PLANTED["reading"]}},
        at=AT,
    )
    for provision, words in ((OTHER, "note elsewhere"), ("", "note on the plan"), (OWN, "note own")):
        minutes.note(noemie, plan=PLAN, provision=provision, words=PLANTED[words], at=AT)
    for provision, title in ((OTHER, "evidence elsewhere"), (OWN, "evidence own")):
        octets = f"What was said of {provision}.\n".encode()
        evidence_files.keep_file(
            noemie, plan=PLAN, provisions=[provision], name="said.txt", octets=octets, title=PLANTED[title], at=AT
        )
    views.keep(noemie, listing="commitments", name=PLANTED["view"], asked="q=")
    return {"ticket": [elsewhere, own], "draft": [draft], "asked": [str(asked)]}


def addresses(planted, secret):
    """Every address of the desk, filled in with every value it could be opened with."""
    values = {
        **planted,
        "plan": [PLAN],
        "provision": [OWN, OTHER],
        "report": ["0" * 32],
        "activity": ["0" * 32],
        "step": ["hold"],
        "listing": ["commitments", "reports", "search", *queries.PAGE_TABLES],
        "format": ["csv", "xlsx"],
        "paper": ["html"],
        "officer": ["1", "2"],
        "channel": ["can-kor"],
        "party": ["can"],
        "seq": ["0", "9"],
        "path": ["en/index.html"],
        "secret": [secret],
        "reading": ["0" * 32],
        "leaf": ["0" * 64],
        "minutes": ["0" * 64],
        "number": ["1"],
    }
    for pattern in urlpatterns:
        path = "/" + str(pattern.pattern)
        names = [part.split(">")[0].split(":")[1] for part in path.split("<")[1:]]
        for chosen in itertools.product(*(values.get(name, ["1"]) for name in names)):
            filled = path
            for value in chosen:
                start = filled.index("<")
                filled = filled[:start] + value + filled[filled.index(">", start) + 1 :]
            yield filled
    for page in ("/search", "/reports", "/lists/search.csv", "/lists/search.xlsx", "/lists/reports.csv"):
        yield f"{page}?q={SOUGHT}"
    day = (clock.today() - datetime.timedelta(days=1)).isoformat()
    of_a_day = (
        "/",
        "/releases",
        "/returns",
        "/reports",
        "/history",
        "/drafts",
        f"/plans/{PLAN}",
        f"/plans/{PLAN}/room",
    )
    for page in (
        *of_a_day,
        f"/search?q={SOUGHT}",
        f"/lists/reports.csv?q={SOUGHT}",
        f"/evidence?plan={PLAN}",
        f"/plans/{PLAN}/selection.docx",
        f"/lists/search/brief.docx?q={SOUGHT}",
    ):
        yield f"{page}{'&' if '?' in page else '?'}as_of={day}"


def unpacked(body):
    """The bytes a reader sees: of a workbook, what is packed in it."""
    if not body.startswith(b"PK"):
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


@pytest.mark.parametrize("name", MANDATES)
def test_nobody_sees_on_any_page_or_in_any_file_what_his_mandate_does_not_cover(ottawa, planted, name):
    role, limits, allowed = MANDATES[name]
    person = sign_in.enrol("Somebody", PASSWORD, roles=[], language="en", published=True)
    if role:
        mandates.give(person, role, **limits, at=AT)
    secret = calendar.open_feed(person, at=AT) if queries.abilities_of(person) else "nobody"
    desk = Client(raise_request_exception=False)
    desk.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    seen, leaks = set(), []
    for address in addresses(planted, secret):
        answer = desk.get(address)
        assert answer.status_code < 500, address
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        body = unpacked(body) + repr(answer.headers).encode()
        found = {datum for datum, word in PLANTED.items() if word.encode() in body}
        seen |= found
        leaks += [(address, datum) for datum in sorted(found - allowed)]

    assert leaks == []
    assert seen == allowed


def test_who_has_left_sees_no_page_at_all(ottawa, planted, adrian):
    adrian.is_active = False
    adrian.save()
    desk = Client()
    desk.force_login(adrian, backend="django.contrib.auth.backends.ModelBackend")

    assert {desk.get(address).status_code for address in ("/", "/plans", "/history", "/account")} == {302}


def test_every_file_taken_out_is_noted_with_the_mandate_used(ottawa, planted, noemie):
    desk = Client()
    desk.force_login(noemie, backend="django.contrib.auth.backends.ModelBackend")

    for address in ("/lists/reports.csv", f"/plans/{PLAN}/review/html?keep=yes", "/proof/can-kor/can/0"):
        assert desk.get(address).status_code == 200, address
    said = [(entry.by.officer, entry.record) for entry in list(entries.read_log("suivi/can/home"))[-3:]]

    assert [officer for officer, _ in said] == [noemie.name] * 3
    assert [record.act for _, record in said] == ["exported"] * 3
    assert [record.about["what"].split("?")[0] for _, record in said] == [
        *("/lists/reports.csv", f"/plans/{PLAN}/review/html", "/proof/can-kor/can/0"),
    ]
