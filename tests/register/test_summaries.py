"""What an activity adds up to; the deployment to Quebec in 2023 as a worked example of mutual aid."""

from suivi.plan.words import Words
from suivi.register.summaries import summaries_of
from tests.register.lived import begun, lived


def table(activity, number=0):
    """The lines of a summary: whose word, then the cells as an English reader sees them."""
    rows = summaries_of(activity)[number].rows
    return [(row.party, *(cell.en if isinstance(cell, Words) else cell for cell in row.cells)) for row in rows]


def test_the_deployment_of_2023_from_the_request_to_settled_accounts_with_resources_and_costs_line_by_line():
    team = "firefighters 70, medical 3"
    aid = lived(
        begun("mutual_aid"),
        ("can", "request", "2023-06-30", {"hazard": "wildfire", "place": "Quebec", "resources": "firefighters 100"}),
        ("kor", "offer", "2023-06-30", {"resources": team}),
        ("can", "accept", "2023-07-01", {"resources": team, "costs": "shared"}),
        ("kor", "mobilise", "2023-07-02", {"resources": "firefighters 40, medical 3", "border": "entry, medicines"}),
        ("kor", "claim", "2023-07-10", {"cost": "transport", "amount": "KRW 90000000", "costs": "provider"}),
        ("can", "claim", "2023-07-12", {"cost": "lodging", "amount": "CAD 1250.50", "costs": "requester"}),
        ("can", "claim", "2023-07-20", {"cost": "medical", "amount": "CAD 49.50", "costs": "requester"}),
        ("kor", "recall", "2023-07-31", {"date": "2023-08-02"}),
        ("can", "return", "2023-08-02", {"resources": "firefighters 40, medical 3"}),
        ("kor", "settle", "2023-10-01", {"amount": "CAD 1300", "costs": "shared"}),
    )

    assert aid.state == "closed"
    assert table(aid) == [
        ("", "firefighters", "100", "70", "70", "40", "40"),
        ("", "medical staff", "–", "3", "3", "3", "3"),
    ]
    assert [(party, kind) for party, kind, *_ in table(aid, 1)] == [
        ("kor", "transport"),
        ("can", "lodging and meals"),
        ("can", "medical care"),
        ("can", "Total"),
    ]
    assert "1,300" in table(aid, 1)[-1][2].replace("\u00a0", " ")


def test_deployments_in_several_flights_add_up():
    aid = lived(
        begun("mutual_aid"),
        ("can", "request", "2023-06-30"),
        ("kor", "offer", "2023-06-30"),
        ("can", "accept", "2023-07-01"),
    )
    once = lived(aid, ("kor", "mobilise", "2023-07-02", {"resources": "firefighters 40"}))

    assert table(once)[0][5] == "40"


def test_quotas_and_counts_stand_by_year_and_stream_and_by_party():
    mobility = lived(
        begun("mobility"),
        ("kor", "set-quota", "2023-05-17", {"year": "2024", "quota": "together 12000"}),
        ("can", "set-quota", "2023-05-17", {"year": "2024", "quota": "working-holiday 10000, internships 500"}),
        ("can", "open", "2024-01-01"),
        ("can", "count", "2025-01-31", {"year": "2024", "quota": "working-holiday 6541"}),
        ("kor", "adjust", "2025-02-01", {"year": "2025", "quota": "together 13000"}),
    )

    assert table(mobility) == [
        ("can", "2024", "international co-op internships", "500", "–"),
        ("kor", "2024", "all streams together", "12000", "–"),
        ("can", "2024", "working holiday", "10000", "6541"),
        ("can", "2025", "all streams together", "13000", "–"),
        ("kor", "2025", "all streams together", "13000", "–"),
    ]


def test_one_event_told_by_two_agencies_stands_in_two_lines_under_its_name():
    patrol = lived(
        begun("patrol"),
        ("can", "plan-patrol", "2025-06-01"),
        ("can", "deploy", "2025-06-15"),
        ("can", "sight", "2025-07-01", {"event": "A-7", "agency": "Fisheries and Oceans", "sighting": "fishing"}),
        ("can", "sight", "2025-07-02", {"event": "A-9", "agency": "Coast Guard", "sighting": "nothing"}),
        ("kor", "sight", "2025-07-03", {"event": "A-7", "agency": "해양경찰청", "sighting": "dark-vessel"}),
    )

    assert [(party, event, agency, seen) for party, event, agency, seen, *_ in table(patrol)] == [
        ("can", "A-7", "Fisheries and Oceans", "IUU fishing"),
        ("kor", "A-7", "해양경찰청", "dark vessel"),
        ("can", "A-9", "Coast Guard", "nothing to report"),
    ]


def test_a_case_shows_its_answer_or_that_it_has_none():
    patrol = lived(
        begun("patrol"),
        ("can", "plan-patrol", "2025-06-01"),
        ("can", "deploy", "2025-06-15"),
        ("can", "refer", "2025-07-01", {"case": "2025-1", "recipient": "해양수산부"}),
        ("kor", "reply", "2025-07-05", {"case": "2025-1", "outcome": {"ko": "벌금 부과"}}),
        ("can", "refer", "2025-07-09", {"case": "2025-2", "recipient": "해양수산부"}),
    )

    assert [row[-1] for row in table(patrol)] == [{"ko": "벌금 부과"}, "not answered"]


def test_funding_events_and_duties_have_a_line_each():
    project = lived(
        begun("project"),
        ("can", "call", "2025-01-01"),
        ("can", "select", "2025-02-01"),
        ("can", "fund", "2025-03-01", {"funder": "NRC", "amount": "CAD 100"}),
        ("kor", "fund", "2025-03-02", {"funder": "과기정통부", "amount": "KRW 100000"}),
        ("can", "add-funding", "2025-04-01", {"funder": "NRC", "amount": "CAD 20.25", "year": "2026"}),
    )
    season = lived(
        begun("season"),
        ("can", "designate", "2024-06-25"),
        ("can", "announce", "2024-07-01", {"title": {"fr": "Concert"}, "date": "2024-10-11", "place": "Ottawa"}),
    )
    work = lived(
        begun("implementation"),
        ("can", "plan-work", "2024-07-24"),
        ("kor", "add-duty", "2024-08-01", {"task": {"ko": "작업반 구성"}, "lead": "산업통상부", "until": "2025-01-31"}),
    )

    assert [row[:2] for row in table(project)] == [
        ("can", "NRC"),
        ("kor", "과기정통부"),
        ("can", "NRC"),
        ("can", "Total"),
    ]
    assert table(season) == [("can", {"fr": "Concert"}, "2024-10-11", "Ottawa", "announced")]
    assert table(work) == [("kor", {"ko": "작업반 구성"}, "산업통상부", "2025-01-31")]


def test_an_activity_without_such_steps_adds_up_to_nothing():
    assert summaries_of(begun("mobility")) == summaries_of(begun("dialogue")) == ()


def test_information_shows_what_was_shared_and_acknowledged_asked_and_answered_and_the_good_practice_kept():
    trends, rules = {"en": "Trends", "ko": "동향"}, {"en": "Rules"}
    shared = lived(
        begun("information"),
        ("kor", "share", "2025-01-10", {"item": trends}),
        ("can", "share", "2025-01-11", {"item": rules}),
        ("kor", "acknowledge", "2025-01-12", {"item": trends}),  # nobody acknowledges his own
        ("can", "acknowledge", "2025-01-13", {"item": {"ko": "동향"}}),
        ("can", "request", "2025-02-01", {"subject": {"en": "Ports"}, "answer-by": "2025-03-01"}),
        ("can", "request", "2025-02-02", {"subject": {"en": "Ships"}, "answer-by": "2025-04-01"}),
        ("kor", "answer", "2025-02-20", {"subject": {"en": "Ships"}, "item": {"en": "Positions"}}),
        ("kor", "record-practice", "2025-05-01", {"title": {"en": "One desk"}, "practice": {"en": "It works."}}),
    )

    assert [row[2:] for row in table(shared)] == [("2025-01-10", "2025-01-13"), ("2025-01-11", "not yet")]
    assert table(shared, 1) == [
        ("can", {"en": "Ports"}, "2025-03-01", "not answered"),
        ("can", {"en": "Ships"}, "2025-04-01", "2025-02-20"),
    ]
    assert table(shared, 2) == [("kor", {"en": "One desk"}, {"en": "It works."}, "2025-05-01")]


def test_each_alert_stands_in_a_line_from_its_notification_to_its_outcome():
    watch = lived(
        begun("early_warning"),
        ("can", "agree-list", "2025-01-01"),
        ("kor", "notify", "2025-03-31", {"sectors": {"en": "Urea"}, "cause": {"en": "Export curbs"}}),
        ("can", "acknowledge", "2025-04-01"),
        ("kor", "call", "2025-04-02"),
        ("can", "consult", "2025-04-10"),
        ("can", "stand-down", "2025-06-01", {"outcome": {"en": "Supplied from elsewhere"}}),
        ("can", "notify", "2025-09-01", {"sectors": {"en": "Graphite"}, "cause": {"en": "A strike"}}),
    )

    days = ("2025-03-31", "2025-04-01", "2025-04-02", "2025-04-10")
    assert table(watch) == [
        ("kor", {"en": "Urea"}, {"en": "Export curbs"}, *days, {"en": "Supplied from elsewhere"}),
        ("can", {"en": "Graphite"}, {"en": "A strike"}, "2025-09-01", *["not yet"] * 3, "the alert goes on"),
    ]
