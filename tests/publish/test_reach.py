"""How far a review reaches, said on paper: a log that is behind, one of which nothing is held; and what ended, for citizens."""

from dataclasses import replace
from datetime import date

import pytest

from suivi.plan.when import Period
from suivi.plan.words import LANGUAGES
from suivi.publish import phrases
from suivi.publish.days import day_in
from suivi.publish.package import Document, octets_of
from suivi.publish.site.site import Published, Site, files_of
from suivi.review.package import review_of
from tests.publish.words_of import squeezed, words_of
from tests.register import correspondence as letters
from tests.review import test_amended as amended

CLOSING = date(2025, 7, 17)
story = amended.story


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", ["html", "md", "docx", "pdf"])
def test_a_partners_log_that_is_behind_is_named_with_the_day_it_reaches(format, language):
    review = review_of(letters.under_way().register(), letters.PLAN, Period(date(2024, 7, 18), CLOSING), texts={})
    words = words_of(octets_of(review, Document("report", (language,), format)), format)

    for log, source in review.sources.items():
        party = log.split("/")[1].upper()
        assert source.last_on < CLOSING.isoformat()
        said = phrases.BEHIND.filled(party=party, day=day_in(language, source.last_on)).in_(language)
        assert squeezed(said) in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_log_of_which_nothing_is_held_is_named_and_one_that_reaches_the_closing_day_is_not(language):
    found = review_of(letters.under_way().register(), letters.PLAN, Period(date(2024, 7, 18), CLOSING), texts={})
    (ours, source), (theirs, other) = found.sources.items()
    sources = {ours: replace(source, last_on=CLOSING.isoformat()), theirs: replace(other, size=0, last_on="")}

    words = words_of(octets_of(replace(found, sources=sources), Document("report", (language,), "md")), "md")

    assert squeezed(phrases.NOTHING_HELD.filled(party="KOR").in_(language)) in words
    assert squeezed(phrases.BEHIND.filled(party="CAN", day="\0").in_(language).split("\0")[0]) not in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_commitment_that_ended_keeps_its_public_page_with_what_both_sides_said(story, language):
    review = amended.reviewed(story)
    names = {party.code: party.names for party in review.parties}
    published = Published(review=review, names=names, updated_at="", updated_by="", records=0)

    files = dict(files_of(Site(plans=(published,), fingerprints={})))

    (ended,) = review.ended
    page = files[f"{language}/{letters.PLAN}/{ended.standing.provision.id}.html"].decode("utf-8")
    day = day_in(language, amended.AMENDED_ON)
    assert phrases.ENDED_ON.filled(day=day, version=1).in_(language) in page
    assert "We studied." in page
    assert "The study is done." in page
    assert f'href="{ended.standing.provision.id}.html"' in files[f"{language}/{letters.PLAN}/index.html"].decode(
        "utf-8"
    )
