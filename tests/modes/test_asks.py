"""Which answers to the details of a step are sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.modes.asks import ASKS, EXPECTED, FIRST_DAY, LAST_DAY, Ask, Form, day_is_sound
from suivi.modes.mode import OwnAnswer
from suivi.plan.words import LANGUAGES, Words
from suivi.record.steps import STEP
from tests.modes.samples import answer

NUMBER = Ask(name="seats", form=Form.NUMBER, words=Words(en="Seats", fr="Sièges", ko="좌석"))
A_NUMBER = EXPECTED[Form.NUMBER].filled(most=NUMBER.most)
OF_CHOICES = {Form.CHOICE, Form.SEVERAL, Form.COUNTS}


@pytest.mark.parametrize("ask", ASKS.values(), ids=ASKS.keys())
def test_every_detail_has_a_code_words_and_a_sound_answer(ask):
    assert STEP.fullmatch(ask.name)
    assert ASKS[ask.name] is ask
    assert ask.unsound(answer(ask.name)) is None
    assert bool(ask.choices) == (ask.form in OF_CHOICES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_details_or_choices_are_called_the_same(language):
    assert len({ask.words.in_(language) for ask in ASKS.values()}) == len(ASKS)
    for ask in ASKS.values():
        assert len({words.in_(language) for words in ask.choices.values()}) == len(ask.choices)


@given(st.dates(FIRST_DAY, LAST_DAY))
def test_every_day_from_1945_to_2200_is_sound(day):
    assert day_is_sound(day.isoformat())


@given(st.dates().filter(lambda day: not FIRST_DAY <= day <= LAST_DAY))
def test_a_day_farther_off_is_not(day):
    assert not day_is_sound(day.isoformat())


@pytest.mark.parametrize(
    "written",
    [
        *("2026-02-29", "2026-13-01", "2026-1-1", "20260101", "2026-W01-1", "31/03/2026", "9999-12-31", "12026-01-01"),
        *("1944-12-31", "1923-05-17", "2201-01-01", "٢٠٢٦-٠١-٠١", "2026-01-01\n", " 2026-01-01", "tomorrow"),
    ],
)
def test_an_absurd_day_is_refused_and_the_officer_told_what_is_asked(written):
    assert ASKS["date"].unsound(written) == EXPECTED[Form.DAY]


@pytest.mark.parametrize("written", ["0", "7", "12000", "999999999999"])
def test_a_whole_number_in_digits_is_sound(written):
    assert NUMBER.unsound(written) is None


@pytest.mark.parametrize("written", ["-1", "007", "1.5", "1 000", "1e3", "about ten", "1000000000000", "٧"])
def test_any_other_number_is_not(written):
    assert NUMBER.unsound(written) == A_NUMBER


def test_a_number_of_days_is_bounded_and_the_officer_told_by_what():
    assert ASKS["consult-days"].unsound("3650") is None
    assert "3650" in ASKS["consult-days"].unsound("3651").ko


@pytest.mark.parametrize("written", ["CAD 0", "CAD 1250000", "CAD 12.5", "KRW 900000000", "JOD 1.250"])
def test_a_sum_is_given_with_its_currency(written):
    assert ASKS["amount"].unsound(written) is None


@pytest.mark.parametrize(
    "written",
    [
        *("12", "CAD", "CAD -4", "CAD 1,250", "CAD 1 250", "CAD 01", "CAD 1.", "CAD 1.255", "KRW 1.5", "cad 12"),
        *("12 CAD", "$12", "CAN 12", "XAU 12", "XXX 1", "CAD 1e6", "CAD\u00a012", "CAD ١٢", {"fr": "CAD 12"}),
    ],
)
def test_a_sum_in_no_currency_or_badly_written_is_refused(written):
    assert ASKS["amount"].unsound(written) == EXPECTED[Form.SUM]


@pytest.mark.parametrize("written", ["firefighters 109, aircraft 2", "aircraft 0", "medical 1"])
def test_resources_are_counted_by_kind(written):
    assert ASKS["resources"].unsound(written) is None


@pytest.mark.parametrize(
    "written",
    [
        *("aircraft", "aircraft -4", "aircraft 2, firefighters 109", "aircraft 2, aircraft 3", "tanks 4", "2 aircraft"),
        *("aircraft 2,firefighters 1", "aircraft 2, ", "aircraft two", "aircraft  2", "12"),
    ],
)
def test_what_cannot_be_counted_is_refused(written):
    assert ASKS["resources"].unsound(written) == EXPECTED[Form.COUNTS]


def test_a_quota_of_minus_four_is_refused():
    assert ASKS["streams"].unsound("working-holiday -4") == EXPECTED[Form.COUNTS]


@pytest.mark.parametrize("written", ["customs", "entry, customs, liability"])
def test_formalities_are_ticked_in_the_order_of_the_list(written):
    assert ASKS["border"].unsound(written) is None


@pytest.mark.parametrize(
    "written", ["customs, entry", "entry, entry", "visa", "entry customs", "entry,customs", "entry, "]
)
def test_other_formalities_are_refused(written):
    assert ASKS["border"].unsound(written) == EXPECTED[Form.SEVERAL]


@pytest.mark.parametrize("written", ["26", "1923", "2201", "20266", "next", "２０２６"])
def test_a_year_has_four_digits_and_lies_within_reason(written):
    assert ASKS["year"].unsound("2026") is None
    assert ASKS["year"].unsound(written) == EXPECTED[Form.YEAR]


def test_an_answer_by_codes_is_read_in_words():
    resources = ASKS["resources"].in_words("firefighters 109, aircraft 2")

    assert resources.en == "firefighters: 109, aircraft: 2"
    assert resources.fr == "pompiers\u00a0: 109, aéronefs\u00a0: 2"
    assert resources.ko == "진화 인력: 109, 항공기: 2"
    assert ASKS["border"].in_words("entry, customs").ko == "인력 입국, 장비 통관"
    assert ASKS["level"].in_words("leaders").fr == "dirigeants"
    assert ASKS["amount"].in_words("CAD 1250000.50").fr == "1\u00a0250\u00a0000,50\u00a0CAD"
    assert ASKS["place"].in_words("Ottawa") is None


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("level", "kings"),
        ("place", "a" * 201),
        ("place", "Ottawa\nSéoul"),
        ("agenda", "in no language"),
        ("agenda", {"fr": "a" * 20_001}),
        ("agenda", {"fr": "Un point", "ko": " "}),
        ("agenda", {"french": "Un point"}),
        ("date", {"fr": "2026-03-31"}),
    ],
)
def test_an_answer_of_another_form_is_refused(name, written):
    assert ASKS[name].unsound(written) == EXPECTED[ASKS[name].form]


def test_a_long_text_is_sound_up_to_the_limit():
    assert ASKS["decisions"].unsound({"ko": "가" * 20_000}) is None
    assert ASKS["place"].unsound("가" * 200) is None


def test_who_answers_himself_is_told_to_wait():
    refusal = OwnAnswer(step=Words(en="acknowledge", fr="accuser réception", ko="접수 확인"))

    assert "« accuser réception »".replace(" »", "\u00a0»").replace("« ", "«\u00a0") in refusal.sentence("fr")
    assert "접수 확인" in refusal.sentence("ko")
    assert refusal.advice("en").startswith("Wait")
