"""Sums and the currencies they are in."""

import pytest

from suivi.plan.money import CURRENCIES, sum_in_words, sum_is_sound
from suivi.plan.words import Words


def test_the_won_has_no_decimals_the_dollar_two_and_the_dinar_three():
    assert (CURRENCIES["KRW"], CURRENCIES["CAD"], CURRENCIES["KWD"]) == (0, 2, 3)


@pytest.mark.parametrize("code", CURRENCIES)
def test_every_currency_takes_its_own_decimals_and_not_one_more(code):
    decimals = CURRENCIES[code]
    exact = f"{code} 7" + ("." + "5" * decimals if decimals else "")

    assert sum_is_sound(f"{code} 7")
    assert sum_is_sound(exact)
    assert not sum_is_sound(f"{code} 7." + "5" * (decimals + 1))


@pytest.mark.parametrize("code", ["XAU", "XXX", "XTS", "ABC", "CAN"])
def test_what_is_no_currency_takes_no_sum(code):
    assert not sum_is_sound(f"{code} 7")


def test_a_sum_is_written_as_each_language_writes_it():
    won = "KRW\u00a01,000,000".replace("\u00a0", " ")

    assert sum_in_words("KRW 1000000") == Words(won, "1\u00a0000\u00a0000\u00a0KRW", won)
    assert sum_in_words("CAD 12.50").fr == "12,50\u00a0CAD"
    assert sum_in_words("a lot") == Words("a lot", "a lot", "a lot")
