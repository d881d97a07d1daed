"""Words: one term in every language of the house, and the sentences of a refusal made of them."""

import pytest

from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES, Words, listed

HOLD = Words(en="hold", fr="tenir", ko="개최")
POSTPONE = Words(en="postpone", fr="reporter", ko="연기")


class Closed(Refusal):
    code = "closed"
    says = Words(en="“{step}” is closed.", fr="«\u00a0{step}\u00a0» est close.", ko="‘{step}’ 단계는 끝났습니다.")
    remedy = Words(en="Choose: {open}.", fr="Choisissez\u00a0: {open}.", ko="선택하십시오: {open}.")


def test_a_term_is_given_in_the_language_asked_for():
    assert [HOLD.in_(language) for language in LANGUAGES] == ["hold", "tenir", "개최"]


def test_a_language_the_house_does_not_speak_is_an_error_not_a_guess():
    with pytest.raises(KeyError):
        HOLD.in_("de")


def test_what_is_filled_in_is_filled_in_language_by_language():
    sentence = Words(en="{step}, {days} days", fr="{step}, {days} jours", ko="{step}, {days}일")

    assert sentence.filled(step=HOLD, days=3) == Words(en="hold, 3 days", fr="tenir, 3 jours", ko="개최, 3일")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, ("0 aims", "0 objectif", "협력 방향 0건")),
        (1, ("1 aim", "1 objectif", "협력 방향 1건")),
        ("1", ("1 aim", "1 objectif", "협력 방향 1건")),
        (2, ("2 aims", "2 objectifs", "협력 방향 2건")),
        ("1,001", ("1,001 aims", "1,001 objectifs", "협력 방향 1,001건")),
    ],
)
def test_a_word_goes_with_the_count_before_it_and_french_says_none_as_it_says_one(count, said):
    counted = Words("{aims} {aims:aim|aims}", "{aims} {aims:objectif|objectifs}", "협력 방향 {aims}건")

    assert counted.filled(aims=count) == Words(*said)
    assert counted.of_several() == Words("{aims} aims", "{aims} objectifs", "협력 방향 {aims}건")


def test_terms_are_listed_in_each_language_and_an_empty_list_says_nothing():
    assert listed([HOLD, POSTPONE]) == Words(en="hold, postpone", fr="tenir, reporter", ko="개최, 연기")
    assert listed([]) == Words(en="", fr="", ko="")


def test_a_refusal_says_what_stopped_and_what_to_do_in_the_language_of_the_reader():
    refusal = Closed(step=HOLD, open=listed([POSTPONE]))

    assert refusal.sentence("fr") == "«\u00a0tenir\u00a0» est close."
    assert refusal.advice("ko") == "선택하십시오: 연기."


def test_a_refusal_that_nobody_renders_still_reads_as_a_sentence():
    assert str(Closed(step=HOLD, open="")) == "“hold” is closed."
