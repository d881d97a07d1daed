"""Text and Span: the characters are fixed, and every finding points into them."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.plan.text import Span, Text

spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))


def test_a_text_keeps_its_characters_and_takes_their_digest():
    characters = "Pilier\u00a01\u00a0: paix\r\n한국"

    assert Text("fr", characters).characters == characters
    assert Text("fr", characters).sha256 == hashlib.sha256(characters.encode()).hexdigest()


def test_a_span_counts_code_points_and_leaves_its_end_out():
    assert Text("ko", "행동계획을 읽다").at(Span(0, 4)) == "행동계획"


def test_a_span_that_runs_past_the_end_is_an_error():
    with pytest.raises(IndexError, match="0-5 runs past the end of the text"):
        Text("en", "plan").at(Span(0, 5))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forward_from_zero(start, end):
    with pytest.raises(ValueError, match="runs forward from 0"):
        Span(start, end)


@given(spans, spans)
def test_two_spans_overlap_exactly_if_they_share_a_character(one, other):
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))

    if one.start < one.end and other.start < other.end:
        assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(spans, spans)
def test_a_span_within_another_covers_none_but_its_characters(one, other):
    if one.within(other):
        assert set(range(one.start, one.end)) <= set(range(other.start, other.end))
