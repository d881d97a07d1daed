"""Days and instants as each language of the house writes them."""

import pytest

from suivi.publish.days import day, day_in, instant, span_of_days


@pytest.mark.parametrize(
    ("language", "on", "written"),
    [
        ("en", "2024-07-18", "July\u00a018, 2024"),
        ("en", "2022-09", "September\u00a02022"),
        ("fr", "2022-09", "septembre\u00a02022"),
        ("ko", "2022-09", "2022년 9월"),
        ("en", "2025", "2025"),
        ("ko", "2025", "2025년"),
        ("ko", "2025-13", "2025-13"),
        ("fr", "2024-07-18", "18\u00a0juillet\u00a02024"),
        ("fr", "2025-05-01", "1er\u00a0mai\u00a02025"),
        ("fr", "2025-08-21", "21\u00a0août\u00a02025"),
        ("ko", "2024-07-18", "2024년 7월 18일"),
        ("en", "not a day", "not a day"),
        ("fr", "2024-13-01", "2024-13-01"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(language, on, written):
    assert day_in(language, on) == written


def test_the_form_for_machines_stands_beside_the_one_for_people():
    assert day("en", "2025-05-01") == '<time datetime="2025-05-01">May\u00a01, 2025</time>'


def test_several_days_are_their_first_and_their_last():
    assert span_of_days("ko", "2025-05-19", "2025-05-19") == day("ko", "2025-05-19")
    assert span_of_days("ko", "2025-05-19", None) == day("ko", "2025-05-19")
    assert span_of_days("ko", "2025-05-19", "2025-05-22").count("<time") == 2


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "May\u00a015, 2026, 16:05 UTC"),
        ("fr", "15\u00a0mai\u00a02026, 16\u00a0h\u00a005 UTC"),
        ("ko", "2026년 5월 15일, 16:05 UTC"),
    ],
)
def test_an_instant_names_its_time_zone(language, written):
    assert instant(language, "2026-05-15T16:05:09Z") == f'<time datetime="2026-05-15T16:05:09Z">{written}</time>'
