"""Language versions pair by what they say, whole or in parts, in order or moved; what drifts between them is told."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suivi.plan.text import Text
from suivi.reader import read, read_file
from suivi.reader.align import aligned

HERE = Path(__file__).resolve().parent / "versions"
SAMPLES = Path(__file__).resolve().parents[2] / "src/suivi/cli/demonstration"


def version(folder, name):
    return read(read_file((folder / name).read_bytes(), name=name))


FREE = {tag: version(HERE, f"{tag}.txt") for tag in ("en", "fr", "ko")}


def beginning(draft, words):
    """The id of the commitment of `draft` that holds these words."""
    (id,) = (one.id for one in draft.commitments if words in draft.text.at(one.span))
    return id


def group_of(alignment, language, id):
    (group,) = (group for group in alignment.groups if id in group.ids[language])
    return group


def codes(group):
    return {drift.code for drift in group.drifts}


@pytest.mark.parametrize(("one", "other"), [("fr", "en"), ("fr", "ko"), ("en", "ko"), ("ko", "fr")])
def test_the_sample_plan_pairs_by_its_words_alone_as_its_ids_say(one, other):
    drafts = [version(SAMPLES, f"plan.{tag}.txt") for tag in (one, other)]

    alignment = aligned(drafts)

    assert [group.ids[one] for group in alignment.groups] == [(item.id,) for item in drafts[0].commitments]
    assert all(group.ids[one] == group.ids[other] for group in alignment.groups)


@pytest.mark.parametrize(
    ("en", "fr", "ko"),
    [
        ("Arctic Observation", "observation de l’Arctique", "북극 관측망"),
        ("illegal fishing", "pêche illicite", "불법 어업"),
        ("sea ice", "glaces de mer", "해빙 예측"),
        ("hydrogen", "hydrogène", "수소 인증"),
        ("technicians", "techniciens", "기술 인력"),
        ("carbon pricing", "tarification du carbone", "탄소가격제"),
        ("working holiday", "vacances-travail", "취업관광"),
        ("review the implementation", "mise en œuvre", "이행을 점검"),
    ],
)
def test_free_translations_in_another_order_pair_by_what_they_say(en, fr, ko):
    alignment = aligned([FREE["en"], FREE["fr"], FREE["ko"]])
    said = {"en": beginning(FREE["en"], en), "fr": beginning(FREE["fr"], fr), "ko": beginning(FREE["ko"], ko)}

    assert group_of(alignment, "en", said["en"]).ids == {language: (id,) for language, id in said.items()}


def test_what_one_version_promises_and_another_only_works_toward_is_told():
    alignment = aligned([FREE["en"], FREE["fr"], FREE["ko"]])

    hydrogen = group_of(alignment, "en", beginning(FREE["en"], "hydrogen"))
    carbon = group_of(alignment, "en", beginning(FREE["en"], "carbon pricing"))
    strength = next(drift for drift in carbon.drifts if drift.code == "strength")

    assert "strength" in codes(hydrogen)
    assert strength.says.en == "Strength differs: en sought · fr promised · ko promised."
    assert strength.says.fr == "La force diffère\u00a0: en recherché · fr promis · ko promis."


def test_a_number_and_a_year_that_differ_are_told_and_like_ones_are_not():
    alignment = aligned([FREE["en"], FREE["fr"], FREE["ko"]])

    assert "number" in codes(group_of(alignment, "en", beginning(FREE["en"], "technicians")))
    assert "day" in codes(group_of(alignment, "en", beginning(FREE["en"], "hydrogen")))
    assert not codes(group_of(alignment, "en", beginning(FREE["en"], "working holiday"))) & {"number", "day"}
    assert not codes(group_of(alignment, "en", beginning(FREE["en"], "illegal fishing")))


def test_what_stands_in_some_versions_only_is_told_once():
    alignment = aligned([FREE["en"], FREE["fr"], FREE["ko"]])

    course = group_of(alignment, "en", beginning(FREE["en"], "Korean language course"))

    assert course.ids["fr"] == ()
    assert [drift.says.en for drift in course.drifts if drift.code == "alone"] == ["Only in: en, ko."]


def test_a_sum_is_one_number_however_a_language_writes_it():
    alignment = aligned([FREE["fr"], FREE["ko"]])

    network = group_of(alignment, "fr", beginning(FREE["fr"], "observation de l’Arctique"))

    assert len(network.ids["ko"]) == 2  # one commitment in French, two in Korean
    assert codes(network) == {"parts"}  # 12,5 millions is 1,250만


def test_a_number_written_out_is_the_same_number_and_students_make_no_promise_weaker():
    versions = {
        "en": "The Parties will train twenty pilots. They will strengthen the exchange of students.",
        "fr": "Les Parties formeront 20 pilotes. Elles renforceront les échanges d’étudiants.",
        "ko": "양측은 조종사 스무 명을 훈련하기로 한다. 양측은 학생 교류를 강화하기로 한다.",
    }

    groups = aligned([read(Text(tag, words)) for tag, words in versions.items()]).groups

    assert [codes(group) for group in groups] == [set(), set()]


def test_a_party_or_a_body_named_in_one_version_only_is_told():
    english = read(
        Text("en", "The Ministers will hold talks with Canada and Japan on the reform of the United Nations.")
    )
    french = read(Text("fr", "Les ministres tiendront des discussions avec le Canada sur la réforme de l’OTAN."))

    (group,) = aligned([english, french]).groups
    told = {drift.code: drift.says.en for drift in group.drifts}

    assert told["party"] == "Parties differ: en can, jpn · fr can."
    assert told["name"] == "Names differ: en un · fr nato."


def test_the_same_item_under_another_heading_is_met_again():
    english = read(Text("en", (HERE / "en.txt").read_text(encoding="utf-8")))
    moved = (
        FREE["en"]
        .text.characters.replace("Canada will host a workshop on sea ice forecasting in Iqaluit in 2027.\n\n", "")
        .replace("Energy\n\n", "Energy\n\nCanada will host a workshop on sea ice forecasting in Iqaluit in 2027.\n\n")
    )
    french = FREE["fr"]

    alignment = aligned([read(Text("en", moved)), french])

    assert len(english.commitments) == len(read(Text("en", moved)).commitments)
    workshop = group_of(alignment, "fr", beginning(french, "glaces de mer"))
    assert workshop.ids["en"] == (beginning(read(Text("en", moved)), "sea ice"),)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_every_commitment_of_every_version_stands_in_one_row_and_twice_gives_the_same(data):
    drafts = []
    for draft in FREE.values():
        kept = data.draw(st.lists(st.sampled_from(draft.commitments), unique=True, min_size=1))
        drafts.append(replace(draft, commitments=tuple(kept)))

    alignment = aligned(drafts)

    for draft in drafts:
        language = draft.text.language
        met = [id for group in alignment.groups for id in group.ids[language]]
        assert sorted(met) == sorted(one.id for one in draft.commitments)
    assert aligned(drafts) == alignment
