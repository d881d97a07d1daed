"""The guides: the same pages in English and French, the same sections in the same order, and a short one in Korean."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
FOLDERS = ("officers", "administrators")
IN_EVERY_LANGUAGE = frozenset({"refusals"})
"""Pages that hold their three languages themselves."""


def pages(folder: str, language: str) -> set[str]:
    names = {path.name.removesuffix(".md") for path in (DOCS / folder).glob("*.md")} - IN_EVERY_LANGUAGE
    if language == "en":
        return {name for name in names if "." not in name}
    return {name.removesuffix(f".{language}") for name in names if name.endswith(f".{language}")}


def headings(folder: str, page: str, language: str) -> list[int]:
    suffix = "" if language == "en" else f".{language}"
    text = re.sub(r"```.*?```", "", (DOCS / folder / f"{page}{suffix}.md").read_text("utf-8"), flags=re.DOTALL)
    return [len(level) for level in re.findall(r"^(#+) ", text, flags=re.MULTILINE)]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_page_of_help_is_there_in_english_and_in_french(folder: str) -> None:
    assert pages(folder, "fr") == pages(folder, "en") >= {"guide"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_both_languages_have_the_same_sections(folder: str) -> None:
    differing = {
        page: (headings(folder, page, "en"), headings(folder, page, "fr"))
        for page in pages(folder, "en")
        if headings(folder, page, "en") != headings(folder, page, "fr")
    }
    assert differing == {}


def test_there_is_a_short_guide_in_korean() -> None:
    assert "guide" in pages("officers", "ko")
