"""A draft with an officer's decisions: versions pair by id, every decision does one thing, nothing is lost."""

import json
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.modes import NAMES
from suivi.plan.plan import ProvisionKind
from suivi.plan.refusal import Refusal
from suivi.plan.text import Text
from suivi.plan.words import LANGUAGES
from suivi.reader import modes, read, read_file
from suivi.reader.settle import CommitmentNotInDraft, DecisionNotSound, settled

SAMPLES = Path(__file__).resolve().parents[2] / "src/suivi/cli/demonstration"

FRENCH = (
    "Plan du Canada et de la Corée\n\nPilier 1 : Mers sûres\n\nPêche\n\nProtéger les poissons des deux mers.\n\n"
    "Initiatives : tenir chaque année un dialogue sur la pêche et les ports; signer un accord d’ici 2027; mettre en œuvre le plan de travail sur les ports.\n\n"
    "Pilier 2 : Ports\n\nInitiatives : mettre en œuvre le plan de travail sur les ports; former des pilotes.\n"
)
ENGLISH = (
    "Plan of Canada and Korea\n\nPillar 1: Safe seas\n\nFisheries\n\nProtect the fish of the two seas.\n\n"
    "Initiatives: hold every year a dialogue on fisheries and ports; sign an agreement by 2027; implement the work plan on the ports.\n\n"
    "Pillar 2: Ports\n\nInitiatives: implement the work plan on the ports; train pilots.\n"
)
KOREAN = "양국은 항만 그리고 어장 및 기술을 조사하기로 하였다."
DOUBTED = "Utiliser l’Accord sur la pêche pour accroître les échanges, et élargir le soutien au Forum des ports."


@cache
def readings(*texts):
    return tuple(read(Text("", characters)).value() for characters in texts or (FRENCH, ENGLISH))


def decision(verb, commitment="", value=""):
    return {"decision": verb, "commitment": commitment, "value": value}


def after(*decisions, texts=()):
    return settled(readings(*texts), decisions)


def one(draft, id):
    return next(each for each in draft.commitments if each.id == id)


def ids(draft):
    return [each.id for each in draft.commitments]


def said(draft, id, language, texts=(FRENCH, ENGLISH)):
    start, end = one(draft, id).spans[language]
    return dict(zip(draft.languages, texts, strict=True))[language][start:end]


def plan(draft):
    digests = dict.fromkeys(draft.languages, "0" * 64)
    return draft.plan("ports", version=1, authentic=["fr"], digests=digests, agreed_on="2024-07-18")


def where(second, *, languages=(("fr", FRENCH), ("en", ENGLISH))):
    """Where the second part begins, as the draft page writes it; `second` holds its first words by language."""
    return ",".join(
        f"{tag}={characters.index(words)}" for (tag, characters), words in zip(languages, second, strict=True)
    )


# Versions


def test_the_sample_plan_pairs_in_three_languages_into_eighty_provisions():
    versions = [
        read(read_file((SAMPLES / f"plan.{tag}.txt").read_bytes(), name=f"{tag}.txt")) for tag in ("fr", "en", "ko")
    ]

    draft = settled([version.value() for version in versions], [])

    provisions = plan(draft).provisions
    assert draft.unpaired == ()
    assert sum(provision.kind is ProvisionKind.INITIATIVE for provision in provisions) == 39 - 1
    assert sum(provision.kind is ProvisionKind.AIM for provision in provisions) == 42
    assert all(set(place.spans) == set(LANGUAGES) for provision in provisions for place in provision.places)


def test_a_commitment_in_two_places_is_one_provision_under_its_first_id():
    provisions = plan(after()).provisions

    assert [[place.id for place in provision.places] for provision in provisions] == [
        ["P1.T1.A1"],
        ["P1.I1"],
        ["P1.I2"],
        ["P1.I3", "P2.I1"],
        ["P2.I2"],
    ]
    assert [place.section for place in provisions[3].places] == ["P1", "P2"]


@pytest.mark.parametrize(
    "taken",
    [
        decision("merge", "P2.I1"),
        decision("split", "P2.I1", where(("sur les ports; former", "on the ports; train"))),
        decision("not-a-commitment", "P2.I1"),
    ],
)
def test_a_twin_that_was_changed_is_no_twin_any_more(taken):
    provisions = plan(after(taken)).provisions

    assert [place.id for place in next(each for each in provisions if each.id == "P1.I3").places] == ["P1.I3"]


def test_recurrence_deadline_and_mode_come_from_the_versions_with_their_words():
    _, dialogue, agreement, *_ = plan(after()).provisions

    assert dialogue.recurrence.rule == "FREQ=YEARLY"
    assert (agreement.deadline.words, agreement.deadline.latest_on) == ("2027", date(2027, 12, 31))
    assert (dialogue.mode, agreement.mode) == ("dialogue", "instrument")


def test_a_commitment_that_one_version_holds_alone_is_named_where_it_stands_there():
    shorter = FRENCH.replace("; mettre en œuvre le plan de travail sur les ports.\n\nPilier 2", ".\n\nPilier 2")

    draft = after(texts=(shorter, ENGLISH))

    assert draft.unpaired == ("P1.I3",)
    assert ids(draft) == ids(after())
    assert after(decision("not-a-commitment", "P1.I3"), texts=(shorter, ENGLISH)).unpaired == ()


def test_a_heading_that_one_version_holds_alone_stands_there_and_hinders_nothing():
    flatter = ENGLISH.replace("Fisheries\n\nProtect", "Protect")

    draft = after(texts=(FRENCH, flatter))

    (heading,) = (section for section in draft.sections if section.id == "P1.T1")
    assert set(heading.headings) == {"fr"}
    assert "P1.T1" not in draft.unpaired


def test_a_commitment_read_as_two_kinds_is_named_until_an_officer_decides():
    french, english = readings()
    other = {**english, "commitments": [{**item, "kind": "aim"} for item in english["commitments"]]}

    draft = settled([french, other], [])

    assert draft.unpaired == ("P1.I1", "P1.I2", "P1.I3", "P2.I1", "P2.I2")
    assert "P1.I1" not in settled([french, other], [decision("kind", "P1.I1", "initiative")]).unpaired


def test_one_version_alone_pairs_with_itself():
    draft = after(texts=(FRENCH,))

    assert draft.unpaired == ()
    assert plan(draft).texts[0].authentic
    assert [section.id for section in plan(draft).sections] == [
        section["id"] for section in readings(FRENCH)[0]["sections"]
    ]


def test_a_reading_put_away_as_json_settles_into_the_same_draft():
    decisions = [decision("kind", "P1.I2", "aim"), decision("titles", "P1", {"ko": "바다"}), decision("merge", "P1.I1")]

    again = settled(json.loads(json.dumps(readings())), json.loads(json.dumps(decisions)))

    assert again == after(*decisions)


# Decisions


def test_accepting_settles_the_doubts_of_a_commitment():
    doubted = readings(DOUBTED)[0]["doubts"][-1]["at"]

    before, accepted = after(texts=(DOUBTED,)), after(decision("accept", doubted), texts=(DOUBTED,))

    assert len(one(before, doubted).open_doubts) == len(one(accepted, doubted).doubts) > 0
    assert one(accepted, doubted).open_doubts == ()
    assert one(accepted, doubted).decision == "accept"


def test_another_kind_or_mode_answers_no_other_question():
    text = "We agreed to develop a vaccine."
    (doubted,) = {doubt["at"] for doubt in readings(text)[0]["doubts"]}

    open_after = {
        verb: [doubt.code for doubt in one(after(decision(verb, doubted, value), texts=(text,)), doubted).open_doubts]
        for verb, value in (("mode", "patrol"), ("kind", "initiative"))
    }

    assert open_after == {"mode": ["kind"], "kind": []}


@pytest.mark.parametrize(("verb", "value"), [("kind", "aim"), ("mode", "undertaking")])
def test_a_kind_or_mode_decided_is_that_of_the_plan(verb, value):
    provision = plan(after(decision(verb, "P1.I2", value))).provision("P1.I2")

    assert getattr(provision, verb) == value


def test_every_mode_the_reader_suggests_can_be_decided():
    assert set(modes.NAMES) <= set(NAMES)


def test_what_is_no_commitment_stays_in_the_list_and_out_of_the_plan_until_it_is_taken_back():
    out = after(decision("not-a-commitment", "P1.I2"))
    back = after(decision("not-a-commitment", "P1.I2"), decision("accept", "P1.I2"))

    assert "P1.I2" in ids(out)
    assert plan(out).provision("P1.I2") is None
    assert plan(back).provision("P1.I2") is not None


def test_a_split_gives_two_commitments_in_every_language_without_the_conjunction_between_them():
    draft = after(decision("split", "P1.I1", where(("les ports; signer", "ports; sign"))))

    assert ids(draft)[:4] == ["P1.T1.A1", "P1.I1a", "P1.I1b", "P1.I2"]
    assert said(draft, "P1.I1a", "fr") == "tenir chaque année un dialogue sur la pêche"
    assert said(draft, "P1.I1b", "fr") == "les ports"
    assert (said(draft, "P1.I1a", "en"), said(draft, "P1.I1b", "en")) == (
        "hold every year a dialogue on fisheries",
        "ports",
    )


@pytest.mark.parametrize(
    ("second", "parts"),
    [
        ("그리고 어장", ("양국은 항만", "어장 및 기술을 조사하기로 하였다")),
        ("어장", ("양국은 항만", "어장 및 기술을 조사하기로 하였다")),
        ("기술을", ("양국은 항만 그리고 어장", "기술을 조사하기로 하였다")),
        ("및 기술을", ("양국은 항만 그리고 어장", "기술을 조사하기로 하였다")),
    ],
)
def test_a_conjunction_on_either_side_of_a_split_belongs_to_no_part(second, parts):
    (whole,) = after(texts=(KOREAN,)).commitments

    draft = after(decision("split", whole.id, f"ko={KOREAN.index(second)}"), texts=(KOREAN,))

    first, last = (said(draft, each.id, "ko", (KOREAN,)) for each in draft.commitments)
    assert (first, last) == parts


def test_each_part_of_a_split_keeps_the_rhythm_and_the_deadline_of_its_own_words():
    text = "The Parties will hold an annual dialogue on ports with all their agencies and harbours, signing it by 2027."
    (whole,) = after(texts=(text,)).commitments

    first, second = after(decision("split", whole.id, f"en={text.index('signing')}"), texts=(text,)).commitments

    assert (whole.recurrence["rrule"], whole.deadline["text"]) == ("FREQ=YEARLY", "2027")
    assert (first.recurrence, first.deadline) == (whole.recurrence, None)
    assert (second.recurrence, second.deadline) == (None, whole.deadline)


def test_a_part_can_be_split_again_and_takes_the_next_free_letter():
    draft = after(
        decision("split", "P1.I1", where(("les ports; signer", "ports; sign"))),
        decision("split", "P1.I1a", where(("un dialogue", "a dialogue"))),
    )

    assert ids(draft)[1:4] == ["P1.I1a", "P1.I1c", "P1.I1b"]


def test_a_merge_joins_a_commitment_with_the_next_under_its_heading_and_keeps_the_words_between():
    draft = after(decision("merge", "P1.I1"))

    assert "P1.I2" not in ids(draft)
    assert said(draft, "P1.I1", "en") == "hold every year a dialogue on fisheries and ports; sign an agreement by 2027"
    assert (one(draft, "P1.I1").recurrence["rrule"], one(draft, "P1.I1").deadline["text"]) == ("FREQ=YEARLY", "2027")


def test_a_split_merged_again_is_the_commitment_it_was_under_its_first_part():
    split = decision("split", "P1.I1", where(("les ports; signer", "ports; sign")))

    draft = after(split, decision("merge", "P1.I1a"))

    assert one(draft, "P1.I1a").spans == one(after(), "P1.I1").spans


def test_titles_go_to_a_commitment_a_section_and_the_plan_language_by_language():
    draft = after(
        decision("titles", "P1.I2", {"en": "An agreement", "fr": "Un accord"}),
        decision("titles", "P1.I2", {"en": "The agreement"}),
        decision("titles", "P1", {"ko": "바다"}),
        decision("titles", "", {"ko": "계획"}),
    )

    adopted = plan(draft)
    assert adopted.provision("P1.I2").titles == {"en": "The agreement", "fr": "Un accord"}
    assert adopted.sections[0].titles == {"ko": "바다"}
    assert adopted.titles == {"fr": "Plan du Canada et de la Corée", "en": "Plan of Canada and Korea", "ko": "계획"}


def test_decisions_count_in_the_order_they_were_taken():
    split = decision("split", "P1.I1", where(("les ports; signer", "ports; sign")))

    assert one(after(decision("kind", "P1.I1", "aim"), split), "P1.I1b").kind == "aim"
    with pytest.raises(CommitmentNotInDraft):
        after(split, decision("kind", "P1.I1", "aim"))


def test_the_day_of_agreement_is_left_to_the_desk():
    assert after(decision("agreed-on", "", "2024-07-18")) == after()


@pytest.mark.parametrize(
    ("taken", "refusal"),
    [
        (decision("accept", "P9.I9"), CommitmentNotInDraft),
        (decision("titles", "P9", {"en": "Nowhere"}), CommitmentNotInDraft),
        (decision("accept", ""), CommitmentNotInDraft),
        (decision("applaud", "P1.I1"), DecisionNotSound),
        (decision("kind", "P1.I1", "wish"), DecisionNotSound),
        (decision("mode", "P1.I1", "parchment"), DecisionNotSound),
        (decision("titles", "P1.I1", "An agreement"), DecisionNotSound),
        (decision("titles", "P1.I1", {"de": "Ein Abkommen"}), DecisionNotSound),
        (decision("titles", "", ["An agreement"]), DecisionNotSound),
        (decision("split", "P1.I1", ""), DecisionNotSound),
        (decision("split", "P1.I1", f"fr={FRENCH.index('les ports;')}"), DecisionNotSound),
        (decision("split", "P1.I1", "fr=1,en=1"), DecisionNotSound),
        (decision("split", "P1.I1", "fr=" + "9" * 5000), DecisionNotSound),
        (decision("merge", "P1.I3"), DecisionNotSound),
        (decision("merge", "P2.I2"), DecisionNotSound),
    ],
    ids=lambda value: f"{value['decision']} {value['value']}"[:40] if isinstance(value, dict) else None,
)
def test_a_decision_that_does_not_fit_is_refused_in_every_language(taken, refusal):
    with pytest.raises(refusal) as refused:
        after(taken)

    assert all(refused.value.sentence(language) and refused.value.advice(language) for language in LANGUAGES)


@pytest.mark.parametrize("verb", ["kind", "mode", "split", "merge"])
def test_nothing_but_taking_it_back_can_be_decided_about_what_is_no_commitment(verb):
    with pytest.raises(DecisionNotSound):
        after(decision("not-a-commitment", "P1.I2"), decision(verb, "P1.I2", "aim"))


def test_a_commitment_is_not_merged_with_one_that_was_left_out():
    with pytest.raises(DecisionNotSound):
        after(decision("not-a-commitment", "P1.I2"), decision("merge", "P1.I1"))


# Any decisions at all

IDS = st.sampled_from([*ids(after()), "P1.I1a", "P1.I1b", "P1.T1.A1a", "P1", "P2", "", "P9.I9"])
OFFSETS = st.integers(0, len(FRENCH) + 5)
VALUES = st.one_of(
    st.builds("fr={},en={}".format, OFFSETS, OFFSETS),
    st.sampled_from(
        ["", "aim", "initiative", "study", "fr=", "fr=1,fr=2", None, 7, [], {}, {"en": "A title"}, {"xx": 1}]
    ),
    st.text(max_size=12),
)
VERBS = st.sampled_from(
    ["accept", "kind", "mode", "split", "merge", "not-a-commitment", "titles", "agreed-on", "applaud"]
)
INSIDE = [
    decision("split", each.id, f"fr={each.spans['fr'][0] + shift},en={each.spans['en'][0] + shift}")
    for each in after().commitments
    for shift in (1, 5, 9, 14, 20)
]
DECISIONS = st.one_of(st.builds(decision, VERBS, IDS, VALUES), st.sampled_from(INSIDE))


@given(given_decisions=st.lists(DECISIONS, max_size=12))
def test_any_decisions_keep_every_span_in_its_text_in_order_and_lose_nothing_but_loose_ends(given_decisions):
    taken = []
    for each in given_decisions:
        try:
            draft = after(*taken, each)
        except Refusal:
            continue
        taken.append(each)
        for language, characters in (("fr", FRENCH), ("en", ENGLISH)):
            spans = [standing.spans[language] for standing in draft.commitments]
            assert all(0 <= start < end <= len(characters) for start, end in spans)
            assert all(before[1] <= later[0] for before, later in pairwise(spans))
            assert words_of(characters, spans) == words_of(
                characters, [one.spans[language] for one in after().commitments]
            )
        plan(draft)


def words_of(characters, spans):
    """The characters of the spans without blanks, separators and conjunctions, which a split may leave out."""
    inside = " ".join(characters[start:end] for start, end in spans)
    kept = [word.strip(";,") for word in inside.split() if word.strip(";,") not in ("et", "and", "")]
    return "".join(kept)


PASSED = (
    "Statement\n\nThe Ministers agreed to hold a dialogue on ports. They wish to open a museum of fishing. "
    "The Ministers decided to train pilots.\n"
)


def test_what_was_passed_over_in_doubt_stands_in_its_place_and_stays_out_until_it_is_accepted():
    draft = after(texts=(PASSED,))
    start, end = one(draft, "G3").spans["en"]

    assert ids(draft) == ["G1", "G3", "G2"]
    assert PASSED[start:end] == "They wish to open a museum of fishing"
    assert [(each.id, each.out) for each in draft.commitments] == [("G1", False), ("G3", True), ("G2", False)]
    assert [doubt.code for doubt in one(draft, "G3").open_doubts] == ["passed-over"]


def test_an_officer_takes_in_what_was_passed_over_and_may_then_change_it():
    draft = after(decision("accept", "G3"), decision("kind", "G3", "initiative"), texts=(PASSED,))
    taken = one(draft, "G3")
    plan = draft.plan("ports", version=1, authentic=["en"], digests={"en": "0" * 64}, agreed_on="")

    assert (taken.out, taken.kind, taken.open_doubts) == (False, "initiative", ())
    assert [provision.id for provision in plan.provisions] == ["G1", "G3", "G2"]


def test_what_was_passed_over_asks_no_more_once_it_is_said_to_be_none():
    draft = after(decision("not-a-commitment", "G3"), texts=(PASSED,))

    assert (one(draft, "G3").out, one(draft, "G3").open_doubts) == (True, ())


def test_what_was_passed_over_between_two_commitments_does_not_keep_them_from_merging():
    draft = after(decision("merge", "G1"), texts=(PASSED,))
    start, end = one(draft, "G1").spans["en"]

    assert PASSED[start:end] == PASSED[PASSED.index("The Ministers agreed") :].rstrip(".\n")
