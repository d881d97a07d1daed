"""Pictures: every figure in the table, every sign by shape, and nothing that a narrow page or a strict policy stops."""

import datetime
import re

import pytest

from suivi.plan.words import LANGUAGES
from suivi.publish.markup import Html
from suivi.publish.pictures import ahead, apart, changed, standing, tracks
from suivi.publish.pictures.drawing import NARROW, Label, Picture, breadth, lines, shown

PARTIES = ("Canada", "한국")
STAGES = {"mentioned": "mentioned", "planned": "planned", "under-way": "under way", "done": "done"}
CYBER = Label(number="2.10", title="Explore <closer> cyber cooperation", language="en", address="/plans/p/P2.I10")


def _moment(on: str, **said: object) -> tracks.Moment:
    told = {
        "track": "can",
        "stage": "done",
        "said": f"Done, {on}",
        "who": "Canada",
        "cell": Html("x"),
        "recorded_on": on,
    }
    return tracks.Moment(on=on, **{**told, **said})


def _tracks(*moments: tracks.Moment) -> Picture:
    return tracks.picture(
        moments,
        parties=[("can", "Canada"), ("kor", "Korea")],
        agreed_on="2024-07-18",
        today="2026-05-15",
        language="en",
    )


def _every(language: str) -> list[Picture]:
    due = ahead.Due(named=CYBER, kind="deadline", on=datetime.date(2026, 6, 1), said="deadline")
    change = changed.Change(
        named=CYBER,
        before=((None, None), "neither"),
        after=(("planned", "done"), "differ"),
        before_words="no report",
        after_words="accounts differ",
    )
    difference = apart.Difference(named=CYBER, said=(("planned", "1 May"), ("done", "3 May")), days=2)
    pillar = standing.Pillar(CYBER, (("planned", None), ("done", "done")))
    return [
        standing.picture([pillar], parties=PARTIES, stages={**STAGES, None: "no report"}, language=language),
        apart.picture([difference], parties=PARTIES, stages=STAGES, language=language),
        changed.picture([change], from_on="2025-05-15", to_on="2026-05-15", language=language),
        ahead.picture([due], from_on=datetime.date(2026, 5, 15), language=language),
        _tracks(_moment("2026-02-25")),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_says_what_it_is_shows_its_figures_and_carries_no_style(language):
    for picture in _every(language):
        markup = shown(picture, language)

        assert re.search(r'<svg [^>]*role="img"', markup)
        assert f'<title id="{picture.name}-t">{picture.title}' in markup
        assert f'<desc id="{picture.name}-d">' in markup
        assert markup.count('role="row"') == len(picture.rows) + 1
        assert "style=" not in markup
        assert "<closer>" not in markup


def test_the_table_of_standing_counts_every_sign_and_every_silence():
    picture = _every("en")[0]

    assert [row[1:] for row in picture.rows] == [
        ("Canada", "0", "1", "0", "0", "1"),
        ("한국", "0", "0", "0", "2", "0"),
    ]


def test_what_falls_due_after_the_fourth_quarter_is_left_out():
    days = (datetime.date(2026, 5, 15), datetime.date(2027, 3, 31), datetime.date(2027, 4, 1))
    due = [ahead.Due(named=CYBER, kind="recurrence", on=on, said="") for on in days]

    picture = ahead.picture(due, from_on=datetime.date(2026, 5, 15), language="en")

    assert len(picture.rows) == 2


def test_a_delay_of_a_week_bears_no_mark_and_a_longer_one_says_how_long():
    prompt, late = _moment("2026-02-25", recorded_on="2026-03-04"), _moment("2025-02-25", recorded_on="2025-03-05")

    markup = shown(_tracks(prompt, late), "en")

    assert markup.count('class="later"') == 1
    assert "recorded 8 days later" in markup


def test_what_lies_before_the_plan_is_drawn_apart_and_said_to_be_uncounted():
    markup = shown(_tracks(_moment("2023-04", background=True), _moment("2026-02-25")), "en")

    assert markup.count('<g class="background">') == 1
    assert "before the plan: not counted" in markup


def test_a_track_for_other_sources_is_there_only_if_somebody_cites_one():
    assert "Other sources" not in _tracks(_moment("2026-02-25")).shapes
    assert "Other sources" in _tracks(_moment("2026-02-25", track="", stage="")).shapes


def test_signs_of_one_day_stand_side_by_side():
    same = _tracks(_moment("2026-02-25"), _moment("2026-02-25"))

    places = [float(x) for x in re.findall(r'<svg x="([\d.]+)"', same.shapes)]
    assert places[1] - places[0] >= 16


@pytest.mark.parametrize("said", ["Explore closer bilateral cyber cooperation " * 3, "가" * 90, "", "word"])
def test_words_are_cut_to_the_room_there_is(said):
    fitted = lines(said, 200.0)

    assert len(fitted) <= 2
    assert all(breadth(line) <= 200.0 for line in fitted)


def test_a_narrow_picture_fits_a_phone_and_a_wide_one_can_be_scrolled_by_keyboard():
    narrow, wide = shown(_every("en")[0], "en"), shown(_every("en")[-1], "en")

    assert f'viewBox="0 0 {NARROW:g} ' in narrow
    assert 'tabindex="0"' not in narrow
    assert '<div class="picture wide" tabindex="0" role="group" aria-label=' in wide


@pytest.mark.parametrize(
    "parties",
    [
        ("Canada", "Corée"),
        ("Royaume de Belgique", "République démocratique populaire lao"),
        ("캐나다", "대한민국 정부"),
    ],
)
def test_the_name_of_a_party_however_long_stays_inside_the_picture(parties):
    pillar = standing.Pillar(Label(number="1", title="Sécurité", language="fr", address="#1"), ((None,) * 20,) * 2)
    drawn = standing.picture([pillar], parties=parties, stages={**STAGES, None: "aucun rapport"}, language="fr")

    for party in parties:
        (attributes,) = re.findall(rf"<text ([^>]*)>{party}</text>", drawn.shapes)
        x = float(re.search(r'x="([^"]+)"', attributes)[1])
        left = x - breadth(party) if "text-anchor" in attributes else x
        assert 0 <= left <= left + breadth(party) <= NARROW
