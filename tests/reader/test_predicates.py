"""A finite verb commits by what it asks for and by who is said to act (rules R1, R2, R5)."""

import time
from contextlib import suppress

import pytest

from suivi.plan.text import Text
from suivi.reader import read
from suivi.reader.flat import flattened
from suivi.reader.grammar import PASSED_OVER, Setting, acts
from suivi.reader.languages import language
from suivi.reader.refusals import NoCommitment


def found(tag, sentence, setting=Setting.PROSE):
    flat = flattened(sentence)
    return [sentence[each.start : each.end] for each in acts(language(tag).grammar(), flat, 0, len(flat), setting)]


def passed_over(tag, sentence):
    flat = flattened(sentence)
    every = language(tag).grammar().actions(flat, 0, len(flat), Setting.PROSE)
    return [sentence[each.start : each.end] for each in every if each.doubt == PASSED_OVER]


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("en", "We will fund ten doctoral networks in quantum computing"),
        ("en", "A joint fund will be created by the two agencies"),
        ("en", "The Ministers are committed to closer engagement between the two coasts"),
        ("en", "Officials are instructed to prepare a progress report"),
        ("en", "The Parties shall, in accordance with their laws, promote the exchange of experts"),
        ("en", "The Ministers agreed that the two sides will meet in May"),
        ("en", "Canada announced during the visit that it will open an office in Busan"),
        ("en", "We do not intend to allow new tariffs"),
        ("en", "Both sides reached consensus to monitor the straits"),
        ("fr", "Nous mettrons en service un portefeuille numérique"),
        ("fr", "Une déclaration sera signée par les deux ministères"),
        ("fr", "Sera également renforcée la formation des démineurs"),
        ("fr", "Les parties s’engagent, dans la limite de leurs moyens, à organiser un concours"),
        ("fr", "Les deux présidents donnent instruction à leurs ministres d’arrêter un programme"),
        ("fr", "La Norvège a confirmé qu’elle financera le recensement des éléphants"),
        ("fr", "Nous nous engageons à ce que les femmes soient associées aux travaux"),
        ("fr", "Il est institué un comité mixte"),
        ("fr", "Les autorités échangeront les positions des navires"),
    ],
)
def test_what_parties_and_bodies_promise_is_found_whole(tag, sentence):
    assert found(tag, sentence) == [sentence]


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("en", "This facility will reward countries that keep their forests"),
        ("en", "The plan will serve as a roadmap for the next five years"),
        ("en", "The commitments we make today will shape our path"),
        ("en", "The Group will be composed of three members from each side"),
        ("en", "The arrangement will come into effect on signature"),
        ("en", "We will be able to travel more freely"),
        ("en", "The Ministers reaffirmed their commitment to Ukraine’s sovereignty"),
        ("en", "A plan that both sides will carry out together was adopted"),
        ("en", "The purpose of this Declaration is to set out the areas of cooperation"),
        ("en", "Nothing in this text shall be construed as an obligation"),
        ("fr", "Cet accord permettra de renforcer les liens"),
        ("fr", "Le comité comprendra trois membres de chaque partie"),
        ("fr", "Elle portera notamment sur la piraterie"),
        ("fr", "La prochaine conférence sera consacrée à l’énergie"),
        ("fr", "Les deux pays bénéficieront de ces travaux"),
        ("fr", "Les travaux réalisés à Palmeira et à Gomera ont été salués"),
    ],
)
def test_what_things_will_do_and_what_details_the_sentence_before_is_no_commitment(tag, sentence):
    assert found(tag, sentence) == []


@pytest.mark.parametrize(
    ("tag", "sentence", "parts"),
    [
        ("en", "While India will open an office, Canada will train staff and share data", ["While India will open an office", "Canada will train staff", "share data"]),
        ("en", "Canada and Japan will collaborate in maintaining order and continue their patrols", ["Canada and Japan will collaborate in maintaining order", "continue their patrols"]),
        ("en", "The Ministers met in Oslo and agreed to hold a forum", ["agreed to hold a forum"]),
        ("en", "We will support the free and open order and bring our cooperation to new heights", ["We will support the free and open order", "bring our cooperation to new heights"]),
        ("en", "The sides will develop a roadmap and implement it", ["The sides will develop a roadmap and implement it"]),
        ("fr", "Le Canada s’est engagé à former des agents, tandis que le Sénégal transmettra ses besoins", ["Le Canada s’est engagé à former des agents", "le Sénégal transmettra ses besoins"]),
        ("fr", "Les deux pays sont déterminés à défendre la paix ainsi qu’à préserver l’ordre", ["Les deux pays sont déterminés à défendre la paix", "préserver l’ordre"]),
        ("fr", "Les parties ont eu des entretiens, et sont convenues de tenir un forum", ["sont convenues de tenir un forum"]),
        ("fr", "Les parties mettront en place un guichet et en feront la promotion", ["Les parties mettront en place un guichet", "en feront la promotion"]),
    ],
)  # fmt: skip
def test_a_sentence_with_several_verbs_is_parted_where_each_promises(tag, sentence, parts):
    assert found(tag, sentence) == parts


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("en", "Both sides are willing to work together on trade"),
        ("en", "The new facility will support businesses in the region"),
        ("en", "We look forward to the next meeting"),
        ("fr", "Les premiers ministres souhaitent renforcer les échanges"),
        ("fr", "Un parlement des jeunes devrait être institué"),
    ],
)
def test_what_may_be_a_promise_and_is_not_read_as_one_is_put_as_a_doubt(tag, sentence):
    assert (found(tag, sentence), passed_over(tag, sentence)) == ([], [sentence])


def test_what_was_passed_over_is_doubted_at_its_section_and_is_no_commitment():
    text = "Plan\n\nTrade\n\nThe Ministers agreed to hold a forum. The new facility will support businesses.\n\nOther\n\nThey met.\n"
    draft = read(Text("en", text))

    (doubt,) = draft.doubts
    assert (doubt.at, doubt.code, draft.text.at(doubt.span)) == (
        draft.sections[0].id,
        "passed-over",
        "The new facility will support businesses",
    )
    assert [draft.text.at(each.span) for each in draft.commitments] == ["The Ministers agreed to hold a forum"]


@pytest.mark.parametrize(
    "line",
    [
        "The Ministers will " * 10_000,
        "and agreed to " * 15_000,
        "nous engageons à " * 12_000,
        "la, " * 50_000,
        "a, b and " * 20_000,
        "(" * 100_000,
        "announced that " * 12_000,
        "x" * 200_000,
        "가" * 200_000,
        ("The Ministers will " * 250 + "act. ") * 40,
        ("and, to seek, " * 350 + "act. The ") * 40,
        ("agreed that it " * 320 + "act. They ") * 40,
    ],
    ids=lambda line: line[:18],
)
def test_a_long_line_made_to_be_slow_is_read_in_seconds(line):
    tag = "fr" if line.startswith(("nous", "la")) else "ko" if line.startswith("가") else "en"
    began = time.process_time()
    with suppress(NoCommitment):
        read(
            Text(
                tag,
                f"Plan\n\n{line}\n\nThe Ministers agreed to meet. Les ministres ont convenu de tenir un forum.\n양측은 회담을 열기로 하였다.\n",
            )
        )

    assert time.process_time() - began < 10
