"""A meeting prepared at one desk: what is kept at home, the page, its papers and the message for calendars."""

import datetime
from io import BytesIO

import icalendar
import pytest
from django.test import Client

from suivi.desk import queries
from suivi.desk.access import NotHere
from suivi.desk.actions import activities, later_steps, meetings
from suivi.desk.actions.releases import approve, discard, release
from suivi.modes import MODES
from suivi.modes.mode import DetailNotSound
from suivi.register.step_days import StepAhead, StepOutOfOrder
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.orders import PASSWORD

DAY = datetime.date(2025, 1, 15)
LANGUAGES = ("en", "fr", "ko")


@pytest.fixture
def plan(noemie):
    return queries.plans(noemie).plans[0].id


@pytest.fixture
def lives(noemie, adrian, plan):
    """The function that opens an activity or takes a step and lets it leave, ten minutes after the last."""
    passed = iter(range(0, 6000, 10))

    def leaves(write):
        at = AT + next(passed) * MINUTE
        ticket = write(at)
        for place, officer in enumerate((noemie, adrian), start=1):
            approve(officer, ticket=ticket, password=PASSWORD, at=at + place * MINUTE)
        return release(noemie, ticket=ticket, at=at + 3 * MINUTE).id

    return leaves


@pytest.fixture
def dialogue(noemie, plan, lives):
    """A dialogue under P2.I10 whose meeting is proposed, with an hour."""
    activity = lives(lambda at: activities.open(noemie, plan=plan, provision="P2.I10", mode="dialogue", at=at))
    for step, details in (
        ("propose", {"date": "2025-03-05", "level": "directors-general"}),
        ("schedule", {"date": "2025-03-05", "hour": "09:30", "zone": "Asia/Seoul", "minutes": "90"}),
    ):
        lives(
            lambda at, step=step, details=details: activities.take_step(
                noemie, activity=activity, step=step, details=details, on="2024-12-01", at=at
            )
        )
    return activity


def page_of(noemie, dialogue):
    return queries.meeting_page(noemie, dialogue, day=DAY)


def kept(noemie, dialogue, **line):
    key = page_of(noemie, dialogue).key
    meetings.add_line(noemie, activity=dialogue, meeting=key, at=AT + 200 * MINUTE, **line)


def file_of(noemie, dialogue, file, language="fr"):
    return queries.meeting_file(
        noemie, dialogue, meeting="", file=file, day=DAY, language=language, root="http://desk.example"
    )


def test_the_page_tells_the_hour_in_both_capitals(noemie, dialogue):
    page = page_of(noemie, dialogue)

    assert (page.number, page.on, page.revision) == (1, "2025-03-05", 1)
    assert [(clock.city.en, clock.on, clock.hour) for clock in page.clocks] == [
        ("Ottawa", "2025-03-04", "19:30"),
        ("Seoul", "2025-03-05", "09:30"),
    ]


def test_the_dialogue_that_reviews_the_plan_has_every_commitment_on_its_agenda(noemie, plan, lives, dialogue):
    review = lives(lambda at: activities.open(noemie, plan=plan, provision="G1", mode="dialogue", at=at))

    whole = queries.meeting_page(noemie, review, day=DAY).open_now
    own = page_of(noemie, dialogue).open_now
    assert {item.about.id for item in own} <= {"P2.I10"}
    assert {item.about.id for item in whole} > {item.about.id for item in own}


def test_what_is_kept_at_home_stands_on_the_page_and_can_be_taken_away(noemie, dialogue):
    kept(
        noemie, dialogue, kind="participant", words="Directrice, cybersécurité", detail="A. Roy", address="a@gc.example"
    )
    kept(noemie, dialogue, kind="paper", words="Note d’information")
    kept(noemie, dialogue, kind="item", words="Points de contact", detail="En nommer un de chaque côté")
    page = page_of(noemie, dialogue)
    meetings.drop_line(noemie, activity=dialogue, line=page.papers[0].id)

    assert [line.words for line in (*page.participants, *page.papers, *page.items)] == [
        "Directrice, cybersécurité",
        "Note d’information",
        "Points de contact",
    ]
    assert page_of(noemie, dialogue).papers == ()


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ({"kind": "item", "words": "  "}, meetings.LineIncomplete),
        ({"kind": "banquet", "words": "Dîner"}, meetings.LineIncomplete),
        ({"kind": "participant", "words": "Ministre", "address": "not an address"}, meetings.AddressNotRead),
        ({"kind": "participant", "words": "Ministre", "address": "a@b\nBCC: c@d"}, meetings.AddressNotRead),
        ({"kind": "participant", "words": "Ministre", "organises": True}, meetings.OrganiserUnreachable),
    ],
)
def test_a_line_that_says_nothing_or_reaches_nobody_is_refused(noemie, dialogue, line, refusal):
    with pytest.raises(refusal) as caught:
        kept(noemie, dialogue, **line)

    assert all(caught.value.sentence(language) and caught.value.advice(language) for language in LANGUAGES)
    assert page_of(noemie, dialogue).items == page_of(noemie, dialogue).participants == ()


def test_a_line_of_another_meeting_or_of_no_dialogue_is_not_here(noemie, dialogue, plan, lives):
    study = lives(lambda at: activities.open(noemie, plan=plan, provision="P2.I10", mode="study", at=at))

    with pytest.raises(NotHere):
        meetings.add_line(noemie, activity=dialogue, meeting="x", kind="item", words="Rien", at=AT)
    with pytest.raises(NotHere):
        meetings.drop_line(noemie, activity=dialogue, line="9" * 30)
    with pytest.raises(NotHere):
        queries.meeting_page(noemie, study, day=DAY)
    with pytest.raises(NotHere):
        queries.instrument_page(noemie, dialogue, day=DAY)


def test_the_message_asks_once_somebody_organises_and_cancels_what_is_put_off(noemie, dialogue, lives):
    told = icalendar.Calendar.from_ical(file_of(noemie, dialogue, "invitation.ics"))
    kept(noemie, dialogue, kind="participant", words="Secrétariat", address="s@gc.example", organises=True)
    asked = icalendar.Calendar.from_ical(file_of(noemie, dialogue, "invitation.ics"))
    lives(
        lambda at: activities.take_step(
            noemie, activity=dialogue, step="postpone", details={"reason": {"fr": "Élections."}}, on="2024-12-02", at=at
        )
    )
    off = icalendar.Calendar.from_ical(file_of(noemie, dialogue, "invitation.ics"))

    assert [each["method"] for each in (told, asked, off)] == ["PUBLISH", "REQUEST", "CANCEL"]
    events = [each.walk("VEVENT")[0] for each in (told, asked, off)]
    assert len({event["uid"] for event in events}) == 1
    assert [int(event["sequence"]) for event in events] == [1, 1, 2]
    assert page_of(noemie, dialogue).postponements[0].details[0].versions == {"fr": "Élections."}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", ["agenda.docx", "minutes.docx"])
def test_the_papers_open_as_word_documents_and_hold_what_was_prepared(noemie, dialogue, file, language):
    from docx import Document

    kept(noemie, dialogue, kind="item", words="북극 협력", detail="A shared reading")
    octets = file_of(noemie, dialogue, file, language)
    document = Document(BytesIO(octets))
    words = "\n".join(
        [*(each.text for each in document.paragraphs)]
        + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    )

    assert "북극 협력" in words
    assert octets == file_of(noemie, dialogue, file, language)


def shown(noemie, plan, activity):
    page = queries.commitment_page(noemie, plan, "P2.I10", as_of=None, language="en", day=DAY)
    return next((one for one in page.activities if one.id == activity), None)


def test_the_same_dialogue_is_not_opened_twice_unless_it_has_a_name_of_its_own(noemie, plan, lives, dialogue):
    with pytest.raises(activities.AlreadyOpen) as refused:
        activities.open(noemie, plan=plan, provision="P2.I10", mode="dialogue", at=AT)
    assert all("2.10" in refused.value.sentence(language) for language in LANGUAGES)
    assert all(refused.value.advice(language) for language in LANGUAGES)

    first = {"en": "Cyber policy talks"}
    lives(lambda at: later_steps.rename(noemie, activity=dialogue, titles=first, at=at))
    arctic = {"en": "Arctic talks"}
    waits = activities.open(noemie, plan=plan, provision="P2.I10", mode="dialogue", titles=arctic, at=AT)
    with pytest.raises(activities.OpeningWaits) as refused:
        activities.open(noemie, plan=plan, provision="P2.I10", mode="dialogue", titles=arctic, at=AT)
    assert all("2.10" in refused.value.sentence(language) for language in LANGUAGES)
    assert all(refused.value.advice(language) for language in LANGUAGES)
    discard(noemie, ticket=waits, at=AT)
    other = lives(
        lambda at: activities.open(noemie, plan=plan, provision="P2.I10", mode="dialogue", titles=arctic, at=at)
    )
    assert (shown(noemie, plan, dialogue).titles, shown(noemie, plan, dialogue).twin) == (first, None)

    lives(lambda at: later_steps.rename(noemie, activity=other, titles=first, at=at))
    twins = shown(noemie, plan, dialogue).twin, shown(noemie, plan, other).twin
    assert [(one.id, one.stays) for one in twins] == [(other, True), (dialogue, False)]

    with pytest.raises(later_steps.HasSteps):
        later_steps.take_back(noemie, activity=dialogue, reason="mistake", at=AT)
    lives(lambda at: later_steps.take_back(noemie, activity=other, reason="mistake", at=at))
    assert shown(noemie, plan, other) is None
    assert shown(noemie, plan, dialogue).twin is None


def test_a_step_of_ours_is_corrected_and_taken_back_and_nothing_is_pulled_from_under_what_follows(
    noemie, plan, lives, dialogue
):
    proposed, hour = shown(noemie, plan, dialogue).taken
    client = Client()
    client.force_login(noemie)
    page = f"/activities/{dialogue}/steps/{proposed.seq}"

    assert 'value="2025-03-05"' in client.get(page).content.decode()
    assert client.get(f"/activities/{dialogue}/steps/999").status_code == 404
    with pytest.raises(later_steps.BuiltUpon):
        later_steps.take_back_step(noemie, activity=dialogue, seq=proposed.seq, reason="mistake", at=AT)
    told = {"date": "2025-03-06", "level": "ministers"}
    lives(
        lambda at: later_steps.correct_step(
            noemie, activity=dialogue, seq=proposed.seq, details=told, on="2024-12-01", lent=["level"], at=at
        )
    )
    lives(lambda at: later_steps.take_back_step(noemie, activity=dialogue, seq=hour.seq, reason="mistake", at=at))

    (now,) = shown(noemie, plan, dialogue).taken
    assert [(detail.plain or detail.versions["en"], bool(detail.lent)) for detail in now.details] == [
        ("2025-03-06", False),
        ("ministers", True),
    ]


def test_a_step_that_waits_to_leave_is_not_written_twice_and_none_bears_a_day_outside_its_course(noemie, dialogue):
    def convenes(on, date="2025-03-05"):
        details = {"date": date, "place": "Séoul", "agenda": {"fr": "Réseaux"}}
        return activities.take_step(noemie, activity=dialogue, step="convene", details=details, on=on, at=AT)

    with pytest.raises(StepOutOfOrder):
        convenes("2024-11-30")  # proposed on 1 December
    with pytest.raises(StepAhead):
        convenes("2031-01-01")
    for absurd in ("1923-05-17", "2024-13-01"):
        with pytest.raises(DetailNotSound):
            convenes(absurd)
    with pytest.raises(DetailNotSound):
        convenes("2024-12-01", date="1923-05-17")

    waits = convenes("2024-12-01")
    with pytest.raises(activities.StepWaits) as refused:
        convenes("2024-12-02")
    assert all(MODES["dialogue"].words["convene"].in_(tag) in refused.value.sentence(tag) for tag in LANGUAGES)
    page = queries.ticket_page(noemie, waits, language="fr")
    assert MODES["dialogue"].words["convene"] in [field.term.words for field in page.fields if field.term]
    assert all(" 2.10" in said and "P2.I10" not in said for said in page.prose[0].versions.values())
    discard(noemie, ticket=waits, at=AT)
    assert convenes("2024-12-02") != waits


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_served_in_every_language_and_prepared_through_their_forms(
    noemie, dialogue, plan, lives, language
):
    agreement = lives(lambda at: activities.open(noemie, plan=plan, provision="P2.I1", mode="instrument", at=at))
    client = Client()
    client.force_login(noemie)
    client.get(f"/?language={language}")
    key = page_of(noemie, dialogue).key
    answer = client.post(
        f"/meetings/{dialogue}/line", {"meeting": key, "kind": "item", "words": "<b>Réseaux</b>", "detail": ""}
    )
    page = client.get(answer["Location"])
    shown = page.content.decode()

    assert (answer.status_code, page.status_code) == (302, 200)
    assert f'lang="{language}"' in shown
    assert "&lt;b&gt;Réseaux" in shown
    assert client.get(f"/instruments/{agreement}").status_code == 200
    invitation = client.get(f"/meetings/{dialogue}/invitation.ics?meeting={key}")
    assert invitation["Content-Type"] == "text/calendar; charset=utf-8"
    assert client.get(f"/meetings/{dialogue}/banquet.docx").status_code == 404
