"""Held words: no Korean word is broken at the end of a line, and few need a box of their own for that."""

import random
import re
from itertools import pairwise

import pypdfium2
import pytest

from suivi.publish.held_words import PAGE, with_held
from suivi.publish.paper import Break, Cell, Column, Columns, Heading, Items, Paper, Paragraph, Run, Style, Table, Voice
from suivi.publish.pdf import pdf

SYLLABLES = "가나다라마바사아자차카타파하각난달람맙삿앙잦찾캌탙팦핳강넌덜럼멉성정청컹텅펑헝"
BESIDE = ("2024년", "7월", "(G7)", "ReCAAP", "P1.I3", "–", "suivi/kor/can-kor", "https://www.korea.kr/briefing")


def said(chance, words):
    """So many words made up, one in eight of them no Korean."""
    made = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 7))) for _ in range(words)]
    ended = [f"{one}{chance.choice(['', '', '', ',', '.', '·', ')'])}" for one in made]
    return " ".join(one if chance.random() < 0.88 else chance.choice(BESIDE) for one in ended)


def blocks_of(chance):
    yield Heading(level=1, runs=(Run(said(chance, 3)),))
    for style in Style:
        yield Paragraph((Run(said(chance, 70)), Run(f" {said(chance, 30)}", Voice.FAINT)), style)
    for voice in Voice:
        yield Paragraph((Run(said(chance, 4), voice), Run(f" {said(chance, 60)}")))
    for level in range(2, 7):
        yield Heading(level=level, runs=(Run(said(chance, 24)),))
    items = tuple((Run(said(chance, 40)),) for _ in range(12))
    yield from (Items(items, ordered=ordered) for ordered in (False, True))
    part = (Paragraph((Run(said(chance, 40), Voice.SIGNED),), Style.SIGNED), Items(items[:3]))
    yield Columns((part, part))
    yield Columns(((Columns((part, part)),), part), ruled=False)
    cells = tuple(Cell((Run(said(chance, 12)),)) for _ in range(3))
    columns = tuple(Column((Run(said(chance, 6)),), share) for share in (1, 2, 3))
    yield Table(caption="표", columns=columns, rows=(cells, cells))


def a_paper(blocks, **more):
    return Paper(
        name="report", kind="보고서", title="계획", language="ko", marking="TLP:CLEAR", edge="계획", digest="0" * 64,
        written_on="2025-07-17", blocks=tuple(blocks), **more,
    )  # fmt: skip


def words_in(value, key):
    """What stands under `key` anywhere in a value of a paper."""
    if isinstance(value, dict):
        return [value[key], *()] if key in value else [one for each in value.values() for one in words_in(each, key)]
    return [one for each in value for one in words_in(each, key)] if isinstance(value, list) else []


def broken(octets, known):
    """The words of `known` that end on another line than they begin on."""
    with pypdfium2.PdfDocument(octets) as document:
        lines = [line for page in document for line in page.get_textpage().get_text_bounded().splitlines()]
    ends = [(one.split(" ")[-1], other.split(" ")[0]) for one, other in pairwise(lines)]
    return [one + other for one, other in ends if one and other and one not in known and (one + other) in known]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("pages", [0, 2])
def test_no_korean_word_is_broken_at_the_end_of_a_line(seed, pages):
    blocks = list(blocks_of(random.Random(seed)))
    paper = a_paper([*blocks[:20], Break(), *blocks[20:]] if pages else blocks, pages=pages)
    known = {word for each in words_in(paper.value(), "words") for word in each.split(" ") if re.match("[가-힣]", word)}

    assert broken(pdf(paper), known) == []


def test_only_words_that_could_end_a_line_are_held():
    chance = random.Random(0)
    korean = [word for word in said(chance, 140).split(" ") if re.match("[가-힣]", word)]
    short, long = (Paragraph((Run(" ".join(each)),)) for each in (korean[:5], korean[:100]))
    value = a_paper([short, long]).value()["blocks"]

    with_held(value, room=PAGE)

    of_the_short, of_the_long = words_in(value, "pieces")
    assert len(of_the_short) == 1
    assert 5 < len(of_the_long) // 2 < 60
    assert "".join(of_the_long) == long.runs[0].words
