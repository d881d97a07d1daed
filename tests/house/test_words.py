"""The house speaks English, French and Korean, each as its government writes it."""

import ast
import dataclasses
import re
import unicodedata

import pytest

from suivi.plan.words import LANGUAGES, Words
from suivi.publish.pdf import settable
from tests.house.typography import PLACEHOLDER, french_faults, korean_faults
from tools.rooms import living, sources

FORMS = re.compile(r"\{(\w+):[^{}|]*\|[^{}|]*\}")


def faults_of(words):
    """What is not as it should be in `words`, one phrase each."""
    for language in LANGUAGES:
        if not words.in_(language).strip():
            yield f"{language} is empty"
        if _placeholders(words.in_(language)) != _placeholders(words.en):
            yield f"{language} has other placeholders than English"
        if missing := set(FORMS.findall(words.in_(language))) - set(_names(words.in_(language))):
            yield f"{language} has a form that goes with a count it does not give: {sorted(missing)}"
    yield from french_faults(words.fr)
    yield from korean_faults(words.ko, english=words.en)


def _placeholders(characters):
    return sorted(PLACEHOLDER.findall(FORMS.sub("", characters)))


def _names(characters):
    return [found.strip("{}") for found in _placeholders(characters)]


def written():
    """Every `Words(…)` of the code with its three languages written out: where, and the words."""
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Words":
                texts = _texts(node)
                if texts is not None:
                    yield source.at(node.lineno), Words(**texts)


def _texts(call):
    named = dict(zip(LANGUAGES, call.args, strict=False)) | {word.arg: word.value for word in call.keywords}
    values = {name: node.value for name, node in named.items() if isinstance(node, ast.Constant)}
    return values if set(values) == set(LANGUAGES) else None


def spoken():
    """Every `Words` that a module holds once it is imported, in whatever it is wrapped."""
    seen = set()
    for module in living():
        for name, value in vars(module).items():
            yield from ((f"{module.__name__}.{name}", words) for words in _within(value, seen))


def _within(value, seen):
    if isinstance(value, Words):
        yield value
    elif isinstance(value, str | bytes | int | float | None) or id(value) in seen:
        return
    elif isinstance(value, dict):
        seen.add(id(value))
        for item in value.values():
            yield from _within(item, seen)
    elif isinstance(value, list | tuple | set | frozenset):
        seen.add(id(value))
        for item in value:
            yield from _within(item, seen)
    elif isinstance(value, type) and value.__module__.startswith("suivi."):
        seen.add(id(value))
        for item in vars(value).values():
            yield from _within(item, seen)
    elif (
        dataclasses.is_dataclass(value) and not isinstance(value, type) and type(value).__module__.startswith("suivi.")
    ):
        seen.add(id(value))
        for field in dataclasses.fields(value):
            yield from _within(getattr(value, field.name), seen)


def test_every_term_written_in_the_code_is_complete_in_three_languages():
    faults = [f"{where}: {fault}" for where, words in written() for fault in faults_of(words)]

    assert faults == []


def test_every_term_the_house_holds_is_complete_in_three_languages():
    terms = list(spoken())

    assert len(terms) > 100, "the walk through the modules finds the vocabulary"
    assert [f"{where}: {fault}" for where, words in terms for fault in faults_of(words)] == []


def test_every_term_can_be_set_in_the_fonts_of_printed_documents():
    told_by_its_code = {"\N{REPLACEMENT CHARACTER}"}  # what a caveat says a damaged text holds
    unset = {
        (where, character)
        for where, words in written()
        for language in LANGUAGES
        for character in set(words.in_(language)) - told_by_its_code
        if settable(character) != character and not unicodedata.combining(character)
    }

    assert unset == set()


@pytest.mark.parametrize(
    "french",
    [
        "Choisissez parmi : {open}.",
        "L'étape est close.",
        "Est-ce bien cela ?",
        "L’étape «tenir» est impossible.",
        "La clé d’{party} manque.",
    ],
)
def test_careless_french_is_noticed(french):
    assert list(french_faults(french))


@pytest.mark.parametrize(
    "french",
    [
        "Choisissez parmi\u00a0: {open}.",
        "L’étape «\u00a0{step}\u00a0» est impossible tant que l’activité est à l’état «\u00a0{state}\u00a0».",
        "Est-ce bien cela\u00a0?",
        "L’étape est close; rien n’a changé.",
        "Le canal porte TLP:AMBER depuis 14:30 (voir https://suivi.example/aide).",
    ],
)
def test_careful_french_is_left_alone(french):
    assert not list(french_faults(french))


@pytest.mark.parametrize("korean", ["Not translated.", "‘{step}’을 진행할 수 없습니다.", "{party}가 서명했습니다."])
def test_careless_korean_is_noticed(korean):
    assert list(korean_faults(korean, english="Other words."))


def test_a_proper_name_may_be_the_same_in_every_language():
    assert not list(korean_faults("TLP:AMBER", english="TLP:AMBER"))
