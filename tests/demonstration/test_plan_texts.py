"""The sample plan: three versions of one structure, labelled, and in words of our own."""

import itertools
import json
import re
import unicodedata
from importlib.resources import files
from pathlib import Path

import pytest

DEMONSTRATION = files("suivi.cli") / "demonstration"
LANGUAGES = ("en", "fr", "ko")
RUNS = {"en": "Initiatives: ", "fr": "Initiatives\u00a0: ", "ko": "협력 사업: "}
PILLARS = {"en": r"Pillar \d: ", "fr": "Pilier \\d\u00a0: ", "ko": r"핵심 협력 분야 \d: "}
MINERALS = {"en": "\nCritical minerals: ", "fr": "\nMinéraux critiques\u00a0: ", "ko": "\n핵심광물: "}
LABELS = {
    "en": "It is not the official text of the action plan and binds nobody.",
    "fr": "Il n’est pas le texte officiel du plan d’action et n’engage personne.",
    "ko": "행동계획의 공식 문안이 아니며 누구에게도 구속력이 없다.",
}
THE_SAME = {
    "en": "implement the work plan of the memorandum of understanding on critical minerals",
    "fr": "mettre en œuvre le plan de travail du protocole d’entente sur les minéraux critiques",
    "ko": "핵심광물, 청정에너지 및 에너지 안보에 관한 양해각서의 이행계획을 이행",
}
LONGEST_RUN = 6

# Terms that no summary can say otherwise, beside the names that initiatives.json lists.
FIXED_TERMS = (
    "le Canada et la République de Corée",
    "le premier ministre Justin Trudeau",
    "la mobilité des jeunes",
    "mettre en œuvre le protocole d’entente",
    "droits de la personne en Corée du Nord",
    "coopération en matière de cybersécurité",
)


def characters(language):
    return (DEMONSTRATION / f"plan.{language}.txt").read_text(encoding="utf-8")


def items(language):
    for paragraph in characters(language).split("\n"):
        if paragraph.startswith(RUNS[language]):
            yield paragraph.removeprefix(RUNS[language]).removesuffix(".").split("; ")


def words(text):
    return re.findall(r"\w+", text.lower())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_version_says_before_its_first_paragraph_that_it_is_not_the_official_text(language):
    title, label, *_ = characters(language).split("\n\n")

    assert "\n" not in title
    assert LABELS[language] in label


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_version_lists_five_runs_of_initiatives_cut_at_semicolons(language):
    assert [len(run) for run in items(language)] == [6, 11, 5, 9, 6]
    assert len(re.findall(f"^{PILLARS[language]}", characters(language), re.MULTILINE)) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_minerals_theme_is_a_heading_glued_to_the_paragraph_before_it(language):
    text = characters(language)

    assert text.count(MINERALS[language]) == 1
    assert "\n" + MINERALS[language] not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fourth_initiative_of_pillar_3_and_the_seventh_of_pillar_4_are_word_for_word_the_same(language):
    runs = list(items(language))

    assert runs[2][3] == runs[3][6]
    assert runs[2][3].startswith(THE_SAME[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_version_is_normalised_text_with_a_final_line_feed(language):
    text = characters(language)

    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith(".\n")
    assert "\r" not in text
    assert "\t" not in text


def test_the_blocks_of_the_three_versions_correspond_one_to_one():
    lengths = {language: [block.count("\n") for block in characters(language).split("\n\n")] for language in LANGUAGES}

    assert lengths["en"] == lengths["fr"] == lengths["ko"]


def test_the_french_version_keeps_no_long_run_of_words_of_the_official_text(shared: Path):
    official = words((shared / "plan" / "canada-coree-2024.fr.txt").read_text(encoding="utf-8"))
    known = {tuple(official[start : start + LONGEST_RUN + 1]) for start in range(len(official) - LONGEST_RUN)}
    names = json.loads((shared / "plan" / "initiatives.json").read_text(encoding="utf-8"))["names"]
    fixed = [words(term) for term in (*FIXED_TERMS, *(name["fr"] for name in names))]

    copied = []
    for clause in re.split(r"[.;:,()]\s|\n|\)", characters("fr")):
        ours = words(clause)
        for start in range(len(ours) - LONGEST_RUN):
            run = ours[start : start + LONGEST_RUN + 1]
            if tuple(run) in known and not _mostly_a_fixed_term(run, fixed):
                copied.append(" ".join(run))

    assert copied == []


def _mostly_a_fixed_term(run, fixed):
    """Whether all but two words of `run` stand together in a fixed term."""
    lengths = range(len(run) - 2, len(run) + 1)
    cuts = (run[start : start + length] for length in lengths for start in range(len(run) - length + 1))
    return any(_stands_in(cut, term) for cut, term in itertools.product(cuts, fixed))


def _stands_in(cut, term):
    return any(term[start : start + len(cut)] == cut for start in range(len(term) - len(cut) + 1))
