"""How pages write words, days, numbers and signed words in each language."""

import datetime

import pytest
from django.utils import translation

from suivi.desk.pages import CommitmentNamed, Term
from suivi.plan.words import Words
from suivi.web.templatetags import suivi as tags

NOON = datetime.datetime(2026, 2, 1, 16, 5, tzinfo=datetime.UTC)
MODE = Term("study", Words("study", "étude", "연구"))


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "February\u00a025, 2026"), ("fr", "25\u00a0février\u00a02026"), ("ko", "2026년\u00a02월\u00a025일")],
)
def test_a_day_is_written_as_the_reader_writes_it(language: str, written: str) -> None:
    with translation.override(language):
        shown = tags.day("2026-02-25")

    assert shown == f'<time datetime="2026-02-25">{written}</time>'


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "February\u00a01, 2026, 16:05\u00a0UTC"),
        ("fr", "1er\u00a0février\u00a02026, 16\u00a0h\u00a005\u00a0UTC"),
        ("ko", "2026년\u00a02월\u00a01일 16:05\u00a0UTC"),
    ],
)
def test_an_instant_names_its_hour_and_its_zone(language: str, written: str) -> None:
    with translation.override(language):
        shown = tags.instant(NOON)

    assert shown == f'<time datetime="2026-02-01T16:05:00Z">{written}</time>'


def test_a_month_is_written_without_a_day_and_what_is_no_day_as_it_stands() -> None:
    with translation.override("en"):
        assert tags.day("2023-04") == '<time datetime="2023-04">April\u00a02023</time>'
        assert tags.day("<soon>") == "&lt;soon&gt;"
        assert tags.day(None) == ""


@pytest.mark.parametrize(
    ("id", "number"),
    [("P2.I1", "2.1"), ("P2.T1.A1", "2.T1.A1"), ("P3.I5a", "3.5a"), ("G1", "G1"), ("P4", "4")],
)
def test_a_commitment_bears_the_number_of_the_plan(id: str, number: str) -> None:
    assert tags.number(id) == number


def test_thousands_are_parted_as_the_language_parts_them() -> None:
    for language, written in (("en", "16,585"), ("fr", "16\u00a0585"), ("ko", "16,585")):
        with translation.override(language):
            assert tags.figure(16585) == written


def test_signed_words_come_in_the_readers_language_if_they_exist() -> None:
    with translation.override("ko"):
        assert tags.signed({"en": "one", "ko": "하나"}) == '<span class="signed" lang="ko">하나</span>'


def test_else_in_an_authentic_language_with_its_label() -> None:
    with translation.override("ko"):
        shown = tags.signed({"en": "one", "fr": "un"}, ["fr"])

    assert shown == '<span class="signed" lang="fr">un</span> <span class="tag" lang="fr">français</span>'


def test_a_commitment_without_a_title_is_named_by_its_agreed_words() -> None:
    named = CommitmentNamed(
        plan="p", id="P1.I1", kind=MODE, mode=MODE, agreed={"fr": "Agir & <vite>"}, authentic=("fr",)
    )

    with translation.override("en"):
        assert tags.titled(named) == '<span lang="fr">Agir &amp; &lt;vite&gt;</span>'


def test_a_term_is_said_in_the_readers_language() -> None:
    with translation.override("fr"):
        assert tags.say(MODE) == "étude"
        assert tags.say("as it stands") == "as it stands"


@pytest.mark.parametrize(
    ("marking", "shade"),
    [("TLP:CLEAR", "clear"), ("TLP:AMBER", "amber"), ("TLP:AMBER+STRICT", "amber"), ("TLP:RED", "red")],
)
def test_a_marking_is_never_translated(marking: str, shade: str) -> None:
    assert tags.tlp(marking) == f'<span class="tlp {shade}" lang="en" translate="no">{marking}</span>'
