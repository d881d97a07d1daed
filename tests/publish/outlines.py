"""Outlines of printed reviews: what the golden files hold; `python -m tests.publish.outlines` writes them anew."""

import re
from pathlib import Path

from suivi.plan.words import LANGUAGES
from suivi.publish.review_html import review_html
from tests.publish.journey import the_review
from tests.publish.pages import read_page


def golden_file(language):
    return Path(__file__).parent / "golden" / f"review.{language}.txt"


def outline(page):
    """Every heading at its level, and each line of a pillar: number, title, comparison, both stages with their days."""
    lines = []
    for element in page.every():
        if re.fullmatch("h[1-6]", element.tag):
            lines.append("  " * (int(element.tag[1]) - 1) + element.characters)
        if element.tag == "tr" and element.attributes.get("class", "").startswith("compared-"):
            lines.append("      " + " | ".join(cell.characters for cell in element.children))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for language in LANGUAGES:
        page = read_page(review_html(the_review(), language))
        golden_file(language).write_text(outline(page), encoding="utf-8")
