"""What a fault found and expected is told in three languages; its form for machines stays as it is."""

import ast
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from suivi.exchange.faults import DeliveryRefused, kept_form, sentences_of, told_report
from suivi.exchange.words_of_facts import FORMS, told, told_detail, told_place
from suivi.log.fault import Fault
from suivi.plan.words import LANGUAGES
from tests.exchange.faults.telling import SENTENCE, english_left

SOURCES = Path(__file__).resolve().parents[2] / "src" / "suivi"
ROOMS = ("log", "record", "register", "exchange", "desk", "publish")
NAMED = {"got", "expected", "at"}
BY_PLACE = {"outside": (1, 2), "_unknown": (1, 2), "_refuse_any": (3,), "of": (2,), "_flag": (2,)}
PLACE_THIRD = {"outside", "_unknown"}
KEPT_IN = {"got", "expected", "held", "missing"}
THE_SAME = {"UTF-8", "404", "true"}
BLANKS = ("7", "suivi/can/can-kor", "all", "day", "7 to no end")


def facts_in(tree: ast.AST) -> Iterator[tuple[bool, ast.expr]]:
    """What a source writes into a fault, and whether it is a place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if called == "Fault":
                yield from ((each.arg == "at", each.value) for each in node.keywords if each.arg in NAMED)
            for number in BY_PLACE.get(called, ()):
                yield from ((number == 2 and called in PLACE_THIRD, each) for each in node.args[number : number + 1])
        elif isinstance(node, ast.Assign) and {getattr(each, "id", "") for each in node.targets} & KEPT_IN:
            yield False, node.value


def written(node: ast.expr) -> Iterator[list[str]]:
    """The words of a fact, parted where something is filled in; nothing for what holds none."""
    match node:
        case ast.Constant(value=str(text)):
            yield [text]
        case ast.JoinedStr(values=values):
            parts = [part.value if isinstance(part, ast.Constant) else None for part in values]
            texts = [""]
            for part in parts:
                if isinstance(part, str):
                    texts[-1] += part
                else:
                    texts.append("")
            yield texts
        case ast.IfExp(body=one, orelse=other):
            yield from (*written(one), *written(other))


def filled(texts: list[str]) -> Iterator[str]:
    for blanks in product(BLANKS, repeat=len(texts) - 1):
        yield "".join(part for pair in zip(texts, [*blanks, ""], strict=True) for part in pair)


def all_written() -> set[tuple[bool, tuple[str, ...]]]:
    files = [path for room in ROOMS for path in sorted((SOURCES / room).rglob("*.py")) if "words_of" not in path.name]
    trees = (ast.parse(path.read_text("utf-8")) for path in files)
    return {(place, tuple(texts)) for tree in trees for place, node in facts_in(tree) for texts in written(node)}


def is_told(place: bool, texts: list[str]) -> bool:
    """Whether some way of filling it in is told otherwise in French and in Korean, or holds no word at all."""
    bare = " ".join(texts)
    if not any(letter.isalpha() for letter in bare) or bare in THE_SAME or (place and " " not in bare.strip()):
        return True
    tells = told_place if place else told
    return any((words := tells(text)).ko != text and not english_left(words) for text in filled(texts))


def test_every_fact_that_a_fault_states_has_words_in_each_language() -> None:
    facts = all_written()

    assert len(facts) > 180
    assert sorted(texts for place, texts in facts if not is_told(place, list(texts))) == []


def test_every_form_is_told_in_three_languages_and_fills_in_the_same() -> None:
    for form, words in FORMS:
        names = set(form.groupindex)
        assert all(names == {name for name in names if f"{{{name}}}" in words.in_(each)} for each in LANGUAGES), words
        assert "'" not in words.fr, words


@pytest.mark.parametrize(
    ("fact", "french", "korean"),
    [
        ("1 distinct keys", "1 clé distincte", "서로 다른 키 1개"),
        ("0 hashes", "0 empreinte", "해시 0개"),
        ("31 bytes", "31 octets", "31바이트"),
        ("at most 4096", "au plus 4096", "최대 4096"),
        ("at most 3 notes", "au plus 3 notes", "최대 서명문 3개"),
        ("61 entries of suivi/kor/can-kor", "nombre d’inscriptions de suivi/kor/can-kor\u00a0: 61", "suivi/kor/can-kor 항목 61개"),
        ("U+202E at 3", "U+202E à la position 3", "3번 위치의 U+202E"),
        (
            "keys.unknown: got suivi/kor/witness, expected a log of this channel",
            "keys.unknown\u00a0: constaté suivi/kor/witness, attendu un journal de ce canal",
            "keys.unknown: 확인 suivi/kor/witness, 필요 이 채널의 기록부",
        ),
        ("'1 distinct keys'", "'1 distinct keys'", "'1 distinct keys'"),
        ("3f5a", "3f5a", "3f5a"),
        ("{check}", "{check}", "{check}"),
    ],
)  # fmt: skip
def test_a_fact_is_told_as_the_language_counts_and_what_a_partner_wrote_stays(
    fact: str, french: str, korean: str
) -> None:
    assert (told(fact).fr, told(fact).ko) == (french, korean)


def test_a_delivery_refused_is_told_in_french_and_in_korean() -> None:
    refusal = DeliveryRefused(11, Fault("file.size", got="1 bytes", expected="20 bytes", at="line, byte 5"))

    assert refusal.sentence("en").endswith("Place: line, byte 5. Found: 1 byte. Expected: 20 bytes. (Check 11.)")
    assert refusal.sentence("fr").endswith(
        "Endroit\u00a0: ligne, octet 5. Constaté\u00a0: 1 octet. Attendu\u00a0: 20 octets. (Vérification 11.)"
    )
    assert refusal.sentence("ko").endswith("위치: 줄, 바이트 5. 확인된 값: 1바이트. 필요한 값: 20바이트. (점검 11.)")


def test_what_is_kept_of_a_refusal_has_one_form_and_is_told_from_it() -> None:
    fault = Fault("log.gap", got="1 lines", expected="3 lines", at="segment 4")

    assert kept_form(fault, 12).endswith("Place: segment 4. Found: 1 lines. Expected: 3 lines. (Check 12.)")
    assert told_report("log.gap", kept_form(fault, 12)).ko.endswith(
        "위치: 구간 4. 확인된 값: 1줄. 필요한 값: 3줄. (점검 12.)"
    )
    assert told_report("log.gap", str(fault)) == sentences_of(fault)
    assert told_report("own.disk", "Publishing stopped: No space left on device.").fr.endswith(
        "La publication s’est arrêtée\u00a0: plus de place sur le disque."
    )


def test_a_step_set_aside_is_named_as_its_mode_calls_it() -> None:
    assert told_detail("step, got convened").ko == "위치: step. 확인된 값: 소집됨."


def test_the_words_left_in_english_are_found() -> None:
    assert english_left(told("a fact nobody wrote")) != {}
    assert SENTENCE.search("a fact nobody wrote")
