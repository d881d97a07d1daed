"""The phrases of the interface: complete in French and Korean, nothing fuzzy, nothing forgotten."""

import shutil

import pytest

from tests.house.typography import french_faults, korean_faults
from tools import catalogues


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_a_catalogue_is_complete_and_compiled(language):
    assert catalogues.faults(catalogues.catalogue(language)) == []


def test_every_phrase_that_is_said_is_in_the_catalogues():
    if shutil.which("xgettext") is None:
        pytest.skip("NOT RUN: gathering the phrases needs gettext, which is not installed")

    assert catalogues.ungathered() == []


def test_french_phrases_are_set_as_the_government_of_canada_sets_them():
    said = [translation for phrase in _phrases("fr") for translation in phrase.translations]

    assert {words: faults for words in said if (faults := list(french_faults(words)))} == {}


def test_korean_phrases_are_korean_and_need_no_particle_after_a_name():
    said = [(phrase.english, translation) for phrase in _phrases("ko") for translation in phrase.translations]

    assert {ko: faults for en, ko in said if (faults := list(korean_faults(ko, english=en)))} == {}


def _phrases(language):
    path = catalogues.catalogue(language)
    return list(catalogues.phrases(path)) if path.is_file() else []


def test_a_careless_catalogue_is_noticed(tmp_path):
    path = tmp_path / "django.po"
    path.write_text(
        'msgid ""\nmsgstr "Language: fr\\n"\n\n'
        '#, fuzzy\nmsgid "Sign in"\nmsgstr "Ouvrir une session"\n\n'
        'msgid "Sign out"\nmsgstr ""\n\n'
        'msgid "Given to %(party)s"\nmsgstr "Remis à %(nom)s"\n\n'
        'msgid "%s days"\nmsgstr "%s jours"\n',
        encoding="utf-8",
    )

    assert catalogues.faults(path) == [
        "fuzzy: 'Sign in'",
        "not translated: 'Sign out'",
        "other placeholders than the English: 'Remis à %(nom)s'",
        "a placeholder is missing: 'Remis à %(nom)s'",
        "a placeholder without a name: '%s days'",
        "not compiled: run make catalogues",
    ]
