"""Reminders over a real node: one letter for what is new, each matter once, numbers and days and no other word."""

import datetime
import os
import subprocess
import sys

import pytest
from django.core import mail
from django.test import Client

from suivi.desk import mailing, queries
from suivi.desk.actions import reminders, returns, writing
from suivi.desk.actions.writing import StepTyped
from suivi.desk.mail_road import road_of
from tests.desk.conftest import AT

BY = datetime.date(2025, 1, 31)
TODAY = AT.date()
A_DAY = datetime.timedelta(days=1)
ROOT = "https://suivi.example.org"
SAID = {"kind": "report", "stage": "under-way", "account-en": "Talks of a secret kind.", "on": "2024-12-02"}


@pytest.fixture
def plan(noemie) -> str:
    return queries.plans(noemie).plans[0].id


@pytest.fixture
def asked(noemie, adrian, plan) -> int:
    reminders.set_address(adrian, address="adrian@example.org")
    (number,) = returns.ask(noemie, plan=plan, provisions=["P2.I1"], of=adrian.name, due_on=BY, note="Private.", at=AT)
    return int(number)


def remind(day=TODAY):
    mail.outbox.clear()
    done = reminders.remind(day=day, at=AT, root=ROOT)
    return done, list(mail.outbox)


def test_who_wants_no_reminders_gets_none(noemie, adrian, asked):
    done, letters = remind()

    assert [letter.to for letter in letters] == [["adrian@example.org"]]
    assert (done.letters, done.failed) == (1, 0)


def test_a_matter_is_told_once_and_again_only_on_a_new_occasion(adrian, asked):
    days = (AT.date(), AT.date() + A_DAY, BY - 5 * A_DAY, BY - 4 * A_DAY, BY + A_DAY, BY + 9 * A_DAY)
    told = [[f"/returns/{asked}" in letter.body for letter in remind(day)[1]] for day in days]

    assert told == [[True], [], [True], [], [True], []]


def test_a_letter_says_numbers_and_days_and_leads_to_the_desk_and_says_no_title_and_no_words(adrian, plan, asked):
    _, (letter,) = remind()
    titles = queries.return_page(adrian, asked, day=AT.date()).line.commitment.titles

    assert "2.1" in letter.body
    assert f"{ROOT}/returns/{asked}" in letter.body
    assert "Private." not in letter.body
    assert not any(title in letter.subject + letter.body for title in titles.values())


def test_who_passes_a_step_is_told_of_each_turn_once(noemie, adrian, plan, asked):
    writing.set_steps(noemie, plan=plan, steps=[StepTyped(name="Desk", officers=(noemie.name,), everyone=False)], at=AT)
    reminders.set_address(noemie, address="noemie@example.org")
    remind()
    writing.hand_in(adrian, asked_for=asked, version=0, typed=SAID, at=AT)
    first, again = remind()[1], remind()[1]
    writing.decide(noemie, returns=[asked], passed=False, remarks="Shorter.", at=AT)
    writing.hand_in(adrian, asked_for=asked, version=1, typed=SAID, at=AT)
    second = [letter for letter in remind()[1] if letter.to == ["noemie@example.org"]]

    assert [letter.to for letter in first] == [["noemie@example.org"]]
    assert "secret" not in first[0].body
    assert again == []
    assert len(second) == 1


def test_a_letter_that_could_not_be_sent_is_told_next_time(adrian, asked, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nothing listens there
    failed = reminders.remind(day=AT.date(), at=AT)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    assert (failed.letters, failed.failed) == (0, 1)
    assert remind()[0].letters == 1


def test_the_address_is_kept_corrected_and_taken_away_in_the_browser(adrian):
    client = Client()
    client.force_login(adrian)
    refused = client.post("/calendar/reminders", {"address": "adrian at example"})
    client.post("/calendar/reminders", {"address": "a.west@example.org"})
    kept = mailing.address_of(adrian)
    client.post("/calendar/reminders", {"address": ""})

    assert refused.status_code == 409
    assert "adrian at example" in refused.content.decode()
    assert kept == "a.west@example.org"
    assert mailing.address_of(adrian) == ""


@pytest.mark.sqlite
def test_the_command_writes_letters_as_files_where_no_server_is_named(ottawa, adrian, asked):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SUIVI_MAIL")}
    command = [sys.executable, "-m", "suivi.cli", "remind", "--data", str(ottawa.folder), "--format", "json"]
    runs = [
        subprocess.run(command, check=False, env=environment, capture_output=True, text=True, timeout=120)
        for _ in range(2)
    ]
    letters = [path.read_text() for path in sorted((ottawa.folder / "mail").iterdir())]

    assert [run.returncode for run in runs] == [0, 0], runs
    assert '"letters": 1' in runs[0].stdout
    assert '"letters": 0' in runs[1].stdout
    assert len(letters) == 1
    assert "To: adrian@example.org" in letters[0]


@pytest.mark.parametrize(
    ("address", "road"),
    [
        ("smtp://mail.example.org", ("mail.example.org", 25, "", "", False, False)),
        ("smtps://u%40x:p%2F@mail.example.org:4465", ("mail.example.org", 4465, "u@x", "p/", True, False)),
        ("smtp+starttls://mail.example.org", ("mail.example.org", 587, "", "", False, True)),
    ],
)
def test_one_address_names_the_road_of_letters(tmp_path, address, road):
    found = road_of(address, files=tmp_path)

    assert (found.host, found.port, found.user, found.password, found.tls, found.starttls) == road


@pytest.mark.parametrize("address", ["mail.example.org", "https://mail.example.org", "smtp://", "smtp://host/inbox"])
def test_an_address_that_names_no_server_of_mail_is_refused(tmp_path, address):
    with pytest.raises(ValueError, match="must begin with smtp"):
        road_of(address, files=tmp_path)
