"""Any text is read or refused: spans exact, order kept, the same every time; and plans of other layouts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.plan.refusal import Refusal
from suivi.plan.text import Text
from suivi.reader import initiatives, read
from suivi.reader.flat import flattened
from suivi.reader.refusals import LanguageNotRead, NoCommitment, TooManyCommitments
from tests.reader.examples import FOUND, NOT_FOUND

SENTENCES = st.sampled_from(
    [sentence for examples in (FOUND, NOT_FOUND) for sentences in examples.values() for sentence in sentences]
)
MARKS = st.sampled_from(
    ["\n", "\n\n", " ", "; ", " : ", "- ", "1. ", "a) ", "○ ", "□ ", "# ", "**", "(", ")", "«\u00a0", "\u00a0»", "|", "\r\n", "\t",
     "Pilier 1 : ", "Pillar 2: ", "핵심 협력 분야 3: ", "Initiatives : ", "Initiatives: ", "협력 사업: ", "Table of contents\n", "..... 7\n", "2025-2030 ",
     "d’ici 2030 ", "by 31 February 2026 ", "2026년 13월까지 ", "\u202f", "\u00ad", "İ", "ß", "\u2028", "\ufeff"]
)  # fmt: skip
MESSY = st.lists(st.one_of(SENTENCES, MARKS, st.text(max_size=12)), max_size=30).map("".join)


def spans(draft):
    """Every span of a draft, whatever it says."""
    for commitment in draft.commitments:
        yield commitment.span
        yield from (*commitment.bodies, *commitment.instruments)
        yield from (found.span for found in (commitment.recurrence, commitment.deadline) if found)
    yield from (span for section in draft.sections for span in (section.heading, section.span))
    yield from (past.span for past in draft.background)
    yield from (*draft.preamble.agreed_by, *draft.preamble.instructed_by)


@given(characters=st.one_of(st.text(max_size=300), MESSY), tag=st.sampled_from(["", "fr", "en", "ko"]))
def test_any_characters_are_read_or_refused_with_every_span_inside_the_text_and_in_order(characters, tag):
    try:
        draft = read(Text(tag, characters))
    except Refusal as refusal:
        assert refusal.code in ("no-commitment", "language-not-read")
        return

    assert all(0 <= span.start < span.end <= len(characters) for span in spans(draft))
    assert all(
        commitment["text"] == characters[commitment["start"] : commitment["end"]]
        for commitment in draft.value()["commitments"]
    )
    places = [commitment.span for commitment in draft.commitments]
    assert all(before.end <= after.start for before, after in pairwise(places))
    ids = [item.id for item in (*draft.sections, *draft.commitments)]
    assert len(ids) == len(set(ids))
    assert read(Text(tag, characters)) == draft


@given(characters=st.text())
def test_the_flat_copy_has_a_character_for_every_character(characters):
    assert len(flattened(characters)) == len(characters)


def commitments(characters, tag=""):
    draft = read(Text(tag, characters))
    return [(item.id, draft.text.at(item.span)) for item in draft.commitments]


@pytest.mark.parametrize(
    "characters",
    [
        "Table of contents\n\n1. Introduction ........ 2\n2. Strengthen trade ........ 5\n3. Hold a dialogue of the two countries ........ 9\n",
        "Table des matières\n\nRenforcer la coopération\nTenir un dialogue sur la pêche\nConclure un accord avec les deux pays\n",
        "목차\n\n1. 협력 강화\n2. 대화 개최\n3. 협정 체결\n",
        "Le commerce entre les deux pays est dans une phase de croissance et les liens sont anciens.",
    ],
)  # fmt: skip
def test_a_table_of_contents_or_a_text_of_facts_alone_holds_no_commitment(characters):
    with pytest.raises(NoCommitment):
        read(Text("", characters))


def test_a_list_without_end_is_no_agreed_text_and_is_not_read_to_its_end(monkeypatch):
    monkeypatch.setattr(initiatives, "MOST", 3)

    with pytest.raises(TooManyCommitments):
        read(Text("en", "Plan\n\nThe two sides will:\n\n" + "- train pilots;\n" * 5))


@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_promises_without_end_are_not_read_to_their_end_be_they_one_paragraph(monkeypatch, between):
    monkeypatch.setattr(initiatives, "MOST", 3)

    with pytest.raises(TooManyCommitments):
        read(Text("ko", between.join(["양측은 사증을 면제하기로 하였다."] * 5)))
    with pytest.raises(TooManyCommitments):  # so many firm words that nothing is read at all
        read(Text("ko", between.join(["양측은 사증을 면제하기로 하였다."] * 7)))


@pytest.mark.parametrize(
    "characters",
    [
        "Die Minister vereinbarten, einen Dialog über die Arktis zu führen.",
        "両国は協力を強化することで一致した。",
        "1234 5678",
        "",
    ],
)
def test_a_language_that_is_not_read_is_refused(characters):
    with pytest.raises(LanguageNotRead):
        read(Text("", characters))


def test_an_unknown_language_asked_for_is_refused_with_those_that_are_read():
    with pytest.raises(LanguageNotRead) as refused:
        read(Text("de", "Die Minister vereinbarten viel."))

    assert "en, fr, ko" in refused.value.sentence("en")


def test_a_numbered_outline_keeps_its_own_numbers_and_its_lettered_items():
    plan = (
        "Action Plan 2025-2028\n\n1. Political cooperation\n\na) Hold annual consultations between foreign ministries;\n"
        "b) Exchange information on consular matters.\n\n2. Trade and investment\n\nThe Parties agree to:\n\n"
        "(i) negotiate a new agreement on digital trade;\n(ii) establish a joint business council by 2026; and\n"
        "(iii) facilitate visits of young entrepreneurs.\n"
    )

    assert commitments(plan) == [
        ("S1.I1", "Hold annual consultations between foreign ministries"),
        ("S1.I2", "Exchange information on consular matters"),
        ("S2.I1", "negotiate a new agreement on digital trade"),
        ("S2.I2", "establish a joint business council by 2026"),
        ("S2.A1", "facilitate visits of young entrepreneurs"),
    ]


def test_a_prose_statement_yields_the_predicates_that_commit_and_no_others():
    statement = (
        "The Foreign Ministers of Australia and Japan met in Tokyo. The Ministers welcomed the progress made, and agreed to hold "
        "the next meeting in Canberra by the end of 2025. They noted the importance of trade. They decided to launch a joint fund "
        "and to explore a youth exchange."
    )

    assert commitments(statement) == [
        ("G1", "agreed to hold the next meeting in Canberra by the end of 2025"),
        ("G2", "They decided to launch a joint fund"),
        ("G3", "explore a youth exchange"),
    ]


def test_a_list_after_words_of_praise_commits_to_nothing():
    statement = (
        "The Ministers welcomed the following:\n\n- the launch of the forum;\n- support for the two schools of the island.\n\n"
        "The Ministers will meet again in Oslo.\n"
    )

    assert commitments(statement) == [("G1", "The Ministers will meet again in Oslo")]


def test_korean_squares_are_headings_and_circles_and_dashes_are_items():
    outcome = (
        "한-호주 공동 성과\n\n□ 경제안보\n ○ 공급망 조기경보체계 구축\n   - 분기별 실무회의 개최\n□ 인적 교류\n"
        " ○ 워킹홀리데이 쿼터를 확대하기로 함.\n ○ 지난해 방문객은 80만 명을 기록하였다.\n"
    )

    assert [words for _, words in commitments(outcome)] == [
        "공급망 조기경보체계 구축",
        "분기별 실무회의 개최",
        "워킹홀리데이 쿼터를 확대하기로 함",
    ]


def test_an_action_heading_commits_and_the_facts_below_it_do_not():
    communique = (
        "Communiqué du Canada et de l'Allemagne\n\nAction no 1 : Créer un comité directeur\nLe comité a été proposé en 2022 par les deux "
        "ministères.\n\nAction no 2 : Organiser un forum sur l'hydrogène\nLa demande augmente dans les deux pays.\n"
    )

    assert [words for _, words in commitments(communique)] == [
        "Créer un comité directeur",
        "Organiser un forum sur l'hydrogène",
    ]


def test_a_headline_restated_below_it_counts_once():
    item = "Plan entre le Canada et la France\n\n- Renforcement de l’alliance : Les deux pays renforceront leur alliance dans les ports.\n"

    assert commitments(item) == [("G1", "Les deux pays renforceront leur alliance dans les ports")]


@pytest.mark.parametrize("label", ["Pillar 1: ", "Part I – ", "CHAPTER 1\u00a0: ", "Pillar One: "])
def test_pillars_are_recognised_by_many_labels(label):
    draft = read(
        Text("", f"A plan of Canada and Japan\n\n{label}Safe seas\n\nFisheries\n\nProtect the fish of the two seas.\n")
    )

    assert [(section.id, section.kind, section.title) for section in draft.sections] == [
        ("P1", "pillar", "Safe seas"),
        ("P1.T1", "theme", "Fisheries"),
    ]
    assert [commitment.id for commitment in draft.commitments] == ["P1.T1.A1"]


def test_lines_broken_by_width_are_joined_and_the_span_keeps_the_break():
    plan = (
        "The two countries will strengthen the protection of the seas that they share, in\n"
        "particular against illegal fishing and the dumping of waste, and will review the\nresults every year.\n"
    )

    assert [words for _, words in commitments(plan)] == [
        plan[: plan.index(", and will")],
        "will review the\nresults every year",
    ]
