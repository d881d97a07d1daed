"""Whether what a fault found and expected is told in the reader's language, whatever row of the table raised it."""

import re

from suivi.exchange.faults import kept_form, sentences_of, told_report
from suivi.exchange.words_of_facts import FORMS, in_sentences, told, told_detail, told_place
from suivi.log.fault import Fault
from suivi.plan.words import Words
from suivi.register.set_aside import detail_of

_AS_WRITTEN = re.compile(r"""b?'[^']*'|b?"[^"]*"|\S*[./:_+-]\S*|\S*[A-Z0-9]\S*""")
"""What is the same in every language: what a partner wrote, in quotes; names of fields, codes, places, digests."""
CODES = frozenset({"can", "kor", "demo", "other", "plan", "root", "log", "witness", "type"})
"""Parties, channels, plans and roles of keys that the rows are played with."""


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", _AS_WRITTEN.sub(" ", re.sub(r"\{[a-z]+\}", " ", text)))) - CODES


def _only_english(language: str) -> set[str]:
    """The words of the English facts that no fact has in that language."""
    return {word for _, words in FORMS for word in _words(words.en)} - {
        word for _, words in FORMS for word in _words(words.in_(language))
    }


ENGLISH = {language: _only_english(language) for language in ("fr", "ko")}
SENTENCE = re.compile(r"\b[a-z]+ [a-z]+\b")


def english_left(words: Words) -> dict[str, set[str]]:
    """What of the English facts is left in the other two languages; empty where nothing is."""
    left = {language: _words(words.in_(language)) & ENGLISH[language] for language in ("fr", "ko")}
    if words.en in (words.fr, words.ko):
        left["en"] = set(SENTENCE.findall(_AS_WRITTEN.sub(" ", words.en)))
    return {language: found for language, found in left.items() if found}


def assert_told(fault: Fault) -> None:
    """Every fact of `fault` is told in each language, and so is the report that is kept of it."""
    for words in (told_place(fault.at), told(fault.got), told(fault.expected)):
        assert english_left(words) == {}, (fault, words)
    assert told_report(fault.code, str(fault)) == sentences_of(fault)
    kept = told_report(fault.code, kept_form(fault, 7))
    assert [kept.fr, kept.ko] == [f"{sentences_of(fault).fr} (Vérification 7.)", f"{sentences_of(fault).ko} (점검 7.)"]
    assert told_detail(detail_of(fault)) in (in_sentences(at=fault.at, got=fault.got, expected=fault.expected), told_place(fault.at))  # fmt: skip


def assert_told_detail(code: str, detail: str) -> None:
    """The line of an entry that is set aside or looked at is told in each language."""
    assert english_left(told_detail(detail)) == {}, (code, detail)
