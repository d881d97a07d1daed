"""Every fault has its words: one sentence and one remedy, in the three languages of the house."""

import ast
import re
from pathlib import Path

import pytest

from suivi.exchange.faults import FAULTS, DeliveryRefused, Refused, Suspended, sentences_of
from suivi.log.fault import Fault
from suivi.plan.words import LANGUAGES
from suivi.record.kinds import KINDS

SOURCES = Path(__file__).resolve().parents[2] / "src" / "suivi"
GROUPS = (
    "json size note checkpoint keys proof tree log content record text marking joint charter change receipt file "
    "release own order time blob channel evidence register"
)
CODE = re.compile(rf"(?:{'|'.join(GROUPS.split())})\.[a-z0-9]+(?:-[a-z0-9]+)*")
# Names of the same form that are none: kinds on the wire, members of a bundle, fields of a header.
OTHERS = {*KINDS, "channel.consented", "channel.closed", "content.sha256", "content.media", "log.seq"}


def sources():
    return [
        path for room in ("log", "record", "register", "exchange") for path in sorted((SOURCES / room).rglob("*.py"))
    ]


def codes_in(tree: ast.AST) -> set[str]:
    """Every string of the source that has the form of a code, docstrings and `at=` excepted."""
    places = {
        id(keyword.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "at"
    }
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in places
    ]
    return {text for text in strings if CODE.fullmatch(text)}


def sizes_in(tree: ast.AST) -> set[str]:
    """`size.<what>` for every `what=` that a call names and every default of a parameter `what`."""
    named = {
        keyword.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "what" and isinstance(keyword.value, ast.Constant) and isinstance(keyword.value.value, str)
    }
    return {f"size.{what}" for what in named}


def refusals_of_modes() -> set[str]:
    """`register.<code>`: what a step that its mode refuses is set aside under."""
    source = (SOURCES / "modes" / "mode.py").read_text(encoding="utf-8")
    return {f"register.{code}" for code in re.findall(r'^    code = "([a-z-]+)"$', source, re.MULTILINE)}


def used() -> set[str]:
    found = refusals_of_modes()
    for path in sources():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= (codes_in(tree) if "words_of" not in path.name else set()) | sizes_in(tree)
    return found - (OTHERS - set(FAULTS))


def test_every_code_that_any_room_can_raise_has_words():
    assert used() - set(FAULTS) - OTHERS == set()


def test_the_search_finds_codes_in_every_room():
    found = used()

    assert {
        "json.float",
        "tree.root",
        "text.nfc",
        "joint.seal-voice",
        "file.prerequisite",
        "size.header",
        "register.own-answer",
    } <= found


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_each_says_one_sentence_and_one_remedy_in_three_languages(code):
    for words in (FAULTS[code].says, FAULTS[code].remedy):
        assert all(words.in_(language).endswith(".") for language in LANGUAGES)
        assert len({words.in_(language) for language in LANGUAGES}) == len(LANGUAGES)
        assert re.search("[가-힣]", words.ko)
        assert words.ko.endswith(("습니다.", "십시오.", "니다."))


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_french_follows_the_usage_of_the_government_of_canada(code):
    for words in (FAULTS[code].says, FAULTS[code].remedy):
        assert "'" not in words.fr
        assert not re.search(r"[^\u00a0][:»]", words.fr)
        assert not re.search(r"\s[;?!]", words.fr)
        assert not re.search(r"«[^\u00a0]", words.fr)


def test_a_delivery_refused_names_check_place_found_and_expected():
    refusal = DeliveryRefused(14, Fault("log.sequence", got="5", expected="4", at="suivi/kor/demo 4"))

    assert refusal.code == "log.sequence"
    assert refusal.sentence("en") == (
        "An entry does not stand in its own place. Place: suivi/kor/demo 4. Found: 5. Expected: 4. (Check 14.)"
    )
    assert refusal.sentence("fr") == (
        "Une inscription n’est pas à sa place. Endroit\u00a0: suivi/kor/demo 4. Constaté\u00a0: 5. Attendu\u00a0: 4. "
        "(Vérification 14.)"
    )
    assert refusal.sentence("ko") == (
        "제자리에 있지 않은 항목이 있습니다. 위치: suivi/kor/demo 4. 확인된 값: 5. 필요한 값: 4. (점검 14.)"
    )
    assert refusal.advice("en").startswith("Ask the partner")


def test_nobody_is_told_that_an_entry_was_kept_where_nothing_was():
    fault = Fault("record.value", got="0", expected="an integer from 1 to 256", at="bundle.segments.lines")

    assert FAULTS["record.value"].remedy.en.startswith("The entry is kept without effect")
    assert DeliveryRefused(3, fault).advice("en").endswith("nothing was changed here.")
    assert Refused(fault).advice("en").startswith("Nothing was put on record here")
    assert Refused(Fault("marking.above-ceiling")).advice("fr").startswith("Rien n’a été versé au journal")
    assert DeliveryRefused(22, Fault("marking.above-ceiling")).advice("en").startswith("Treat it as a spill")


def test_what_a_partner_wrote_is_never_taken_for_a_place_to_fill_in():
    refusal = DeliveryRefused(14, Fault("log.sequence", got="{check}", expected="{0}", at="{nothing}"))

    assert "{check}" in refusal.sentence("en")


def test_facts_that_are_not_known_are_not_mentioned():
    assert sentences_of(Fault("file.truncated")).en == "The file ends too early."


def test_a_suspension_carries_its_evidence_and_the_words_of_its_fault():
    suspended = Suspended(9, Fault("log.fork"), evidence=b"{}")

    assert suspended.code == "log.fork"
    assert suspended.evidence == b"{}"
    assert "evidence" in suspended.advice("en")
