"""What a report says besides stage and account, recovered from every document by a reader that is not ours."""

import csv
import io
import json

import icalendar as calendars
import pytest

from suivi.plan.words import LANGUAGES
from suivi.publish.csv import accounts_csv
from suivi.publish.jsonld import jsonld
from suivi.publish.package import Document, octets_of
from suivi.publish.plan_calendar import plan_calendar
from suivi.record.reports import HINDRANCES, Hindrance, NewDay, NextStep
from suivi.review.package import review_of
from tests.publish.journey import PERIOD
from tests.publish.words_of import squeezed, words_of
from tests.register import correspondence as letters

OWNER = {"en": "Polar Office", "fr": "Bureau polaire", "ko": "극지실"}
STEP = {"en": "Send the list of ships", "fr": "Envoyer la liste des navires", "ko": "선박 목록 송부"}
WHY = {"en": "The budget came late", "fr": "Le budget est arrivé tard", "ko": "예산이 늦게 확정됨"}
DAYS = {"en": ("October 2, 2026", "December 15, 2026"), "fr": ("2 octobre 2026", "15 décembre 2026")} | {
    "ko": ("2026년 10월 2일", "2026년 12월 15일")
}
REASON = "=cmd|' /C calc'!A0"


@pytest.fixture(scope="module")
def review():
    story = letters.under_way()
    said = letters.named("polar", name=OWNER["en"])
    story.write("can", type(said)(body="polar", party="can", names=OWNER), subject=letters.PLAN)
    further = {
        "state": "proposed",
        "steps": (NextStep(words=STEP, due_on="2026-10-02", owner="polar"),),
        "hindrance": Hindrance.FUNDING,
        "reason": REASON,
        "new_day": NewDay(on="2026-12-15", why=WHY),
    }
    story.report("can", letters.report("P1.I1", on="2026-01-03", **further))
    texts = {letters.plan().texts[0].sha256: letters.TEXT_EN}
    return review_of(story.register(), letters.PLAN, PERIOD, texts=texts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("paper", "format"),
    [("report", "html"), ("report", "pdf"), ("report", "docx"), ("report", "md"), ("scorecard", "xlsx")],
)
def test_next_steps_with_day_and_owner_hindrance_and_new_day_are_in_every_document(review, paper, format, language):
    words = words_of(octets_of(review, Document(paper, (language,), format)), format)

    first, asked = DAYS[language]
    wanted = [STEP[language], first, OWNER[language], HINDRANCES[Hindrance.FUNDING].in_(language)]
    wanted += [asked, WHY[language], {"en": "proposed", "fr": "proposé", "ko": "제안됨"}[language]]
    assert [one for one in wanted if squeezed(one) not in words] == []


def test_a_document_without_these_fields_has_no_label_for_them():
    review = review_of(letters.under_way().register(), letters.PLAN, PERIOD, texts={})

    words = words_of(octets_of(review, Document("report", ("en",), "md")), "md")

    assert "Nextstep" not in words
    assert "Lateorstuck" not in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_announced_falls_due_in_the_brief_and_in_the_calendar_of_the_plan(review, language):
    brief = words_of(octets_of(review, Document("brief", (language,), "md")), "md")
    events = calendars.Calendar.from_ical(plan_calendar(review, language)).walk("VEVENT")

    assert squeezed(DAYS[language][0]) in brief
    assert squeezed(STEP[language]) in brief
    (step,) = (event for event in events if event.decoded("dtstart").isoformat() == "2026-10-02")
    assert str(step["description"]) == STEP[language]
    assert "rrule" not in step


def test_open_data_has_them_in_columns_and_terms_of_their_own(review):
    (row,) = csv.DictReader(io.StringIO(accounts_csv(review, "en").decode("utf-8-sig"), newline=""))
    (said,) = (one for each in json.loads(jsonld(review))["commitments"] for one in each["accounts"])

    assert (row["state"], row["hindrance"], row["new_day"]) == ("proposed", "funding", "2026-12-15")
    assert json.loads(row["next_steps"]) == [{"due_on": "2026-10-02", "owner": "polar", "words": STEP}]
    assert said["steps"] == [{"type": "Step", "words": STEP, "on": "2026-10-02", "owner": "polar"}]
    assert (said["newDay"], said["newDayWhy"], said["hindrance"]) == ("2026-12-15", WHY, "funding")
