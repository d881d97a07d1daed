"""The second opinion: what the bare words say, beside the rules."""

from pathlib import Path

import pytest

import suivi.cli
from suivi.plan.text import Text
from suivi.reader.opinion import opinion_of
from suivi.reader.reading import read

PLAN = "Plan\n\nTrade\n\nThe Ministers agreed to hold a forum in May 2027. {}\n\nOther\n\nThey met.\n"


def doubts_of(sentence):
    draft = read(Text("en", PLAN.format(sentence)))
    return [(doubt.code, draft.text.at(doubt.span)) for doubt in draft.doubts]


def test_a_sentence_no_rule_knows_is_passed_over_in_doubt_where_its_words_promise():
    sentence = "It was agreed that the matter of tax would be followed up in writing before the next forum"
    assert ("passed-over", sentence) in doubts_of(f"{sentence}.")


def test_a_sentence_whose_words_only_tell_is_passed_over_without_a_doubt():
    assert doubts_of("The matter of tax was raised again by the delegation of Mongolia.") == []


def test_what_leads_to_a_list_is_not_asked_about():
    assert not [code for code, _ in doubts_of("It was agreed that the following would be done in writing:")]


@pytest.mark.parametrize("language", ["en", "fr", "ko"])
def test_what_a_plan_lists_as_achieved_is_its_background_and_not_asked_about(language):
    sample = Path(suivi.cli.__file__).with_name("demonstration") / f"plan.{language}.txt"
    draft = read(Text(language, sample.read_text(encoding="utf-8")))
    assert draft.background
    assert not [doubt for doubt in draft.doubts if doubt.code == "passed-over"]


def test_a_weak_word_is_not_asked_about_where_the_rest_of_the_sentence_surely_promises():
    text = "계획\n\n1. 양측은 다음과 같이 합의하였다.\n\n양측은 공동위원회를 설치하기로 합의하였다.\n"
    draft = read(Text("ko", text))
    assert not [doubt for doubt in draft.doubts if doubt.code == "commitment"]


def test_a_kind_is_sure_only_where_the_signs_and_the_bare_words_come_to_enough_together():
    asked = [words for code, words in doubts_of("The Ministers agreed to look into the matter.") if code == "kind"]
    assert asked == ["The Ministers agreed to look into the matter"]
    assert not [code for code, _ in doubts_of("The Ministers will sign a memorandum in 2027.") if code == "kind"]


def test_a_language_without_a_table_has_no_opinion():
    assert opinion_of("de") is None
    assert opinion_of("en") is opinion_of("en")
