"""Statements as ministries publish them: who speaks, what a purpose is, what stands around a promise."""

import pytest

from suivi.plan.text import Text
from suivi.reader import read


def commitments(text, tag="en"):
    draft = read(Text(tag, text))
    return [draft.text.at(each.span) for each in draft.commitments]


def test_an_abbreviation_of_a_state_ends_no_sentence():
    assert commitments("Statement\n\nThe U.S. Forest Service and Parks Canada will map burnt land.\n") == [
        "The U.S. Forest Service and Parks Canada will map burnt land"
    ]


def test_a_comma_and_a_purpose_are_no_second_commitment():
    assert commitments("Statement\n\nBoth sides plan to buy two buoys, to improve forecasts of storms.\n") == [
        "Both sides plan to buy two buoys, to improve forecasts of storms"
    ]


def test_a_future_after_a_word_of_commitment_is_one_of_its_own():
    assert commitments(
        "Statement\n\nWe reiterate our resolve to assist Ruritania for as long as it takes and will open a field hospital.\n"
    ) == ["We reiterate our resolve to assist Ruritania for as long as it takes", "will open a field hospital"]


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        (
            "The ministers concurred that they will open a hotline.",
            "The ministers concurred that they will open a hotline",
        ),
        (
            "They shared the view that the two countries will open a hotline.",
            "They shared the view that the two countries will open a hotline",
        ),
        ("As such Japan and Canada will open a hotline.", "As such Japan and Canada will open a hotline"),
        ("OSLO, 4 May 2027 – Norway and Canada will open a hotline.", "Norway and Canada will open a hotline"),
        ("They agreed to deepen ties in areas of (i) fish, (ii) wood and (iii) ore.", None),
    ],
)
def test_who_promises_is_known_by_the_words_around(sentence, promised):
    assert commitments(f"Statement\n\n{sentence}\n") == [promised or sentence.rstrip(".")]


def test_a_body_named_beside_a_state_acts_with_it():
    draft = read(Text("en", "Statement\n\nCanada and ASEAN agreed to open a hotline.\n"))

    assert [each.actor for each in draft.commitments] == ["all"]


def test_what_speaks_for_either_kind_about_alike_is_asked_about():
    draft = read(Text("en", "Statement\n\nWe agreed to develop vaccines.\n\nWe agreed to develop a first vaccine.\n"))

    assert [one.kind for one in draft.commitments] == ["aim", "initiative"]
    assert [(doubt.at, doubt.code) for doubt in draft.doubts] == [("G2", "kind")]


def test_french_names_and_datelines_are_no_headlines():
    text = "Déclaration\n\n1. M. Durand, ministre, a reçu Mme Roy.\n\nPARIS, le 4 mai 2027 – La France et le Canada ouvriront une école.\n"
    draft = read(Text("fr", text))

    assert not draft.sections
    assert commitments(text, "fr") == ["La France et le Canada ouvriront une école"]


def test_what_is_watched_over_and_a_future_after_it_are_two_commitments():
    assert commitments(
        "Déclaration\n\nNous veillerons à ce que l’accord soit appliqué et ouvrirons deux écoles.\n", "fr"
    ) == ["Nous veillerons à ce que l’accord soit appliqué", "ouvrirons deux écoles"]


def test_a_word_that_refuses_is_no_verb_in_a_passive():
    assert commitments("Statement\n\nWe task ministers to draw up a map, with targets to be met by 2030.\n") == [
        "We task ministers to draw up a map, with targets to be met by 2030"
    ]


def test_what_a_relative_clause_holds_is_no_commitment_of_its_own():
    assert commitments("Statement\n\nWe will fund schools that teach trades and train nurses.\n") == [
        "We will fund schools that teach trades and train nurses"
    ]


@pytest.mark.parametrize(
    "promise",
    [
        "Nous lançons un programme de bourses",
        "Nos deux pays demeureront mobilisés contre la piraterie",
        "Ils ont réaffirmé leur attachement à la paix et leur volonté d’ouvrir une école",
        "La Chine et la France se sont engagées mardi à ouvrir une école",
    ],
)
def test_french_statements_promise_in_their_own_ways(promise):
    assert commitments(f"Déclaration\n\n{promise}.\n", "fr") == [promise]


def test_the_last_part_of_a_run_goes_on_after_its_conjunction():
    text = "Déclaration\n\nLes deux pays entendent bâtir une école; combattre la fraude; et favoriser les échanges.\n"

    assert commitments(text, "fr")[1:] == ["combattre la fraude", "favoriser les échanges"]


def test_a_promise_said_in_words_unknown_is_passed_over_in_doubt():
    draft = read(Text("en", "Statement\n\nWe will open a hotline.\n\nThere was a shared commitment to fight fires.\n"))

    assert [doubt.code for doubt in draft.doubts if doubt.at == ""] == ["passed-over"]


def test_a_year_in_a_name_is_no_deadline_that_asks_for_a_doubt():
    draft = read(Text("en", "Statement\n\nWe will support Vision 2045.\n\nWe will support two schools.\n"))

    assert [(doubt.at, doubt.code) for doubt in draft.doubts] == [("G2", "kind")]


@pytest.mark.parametrize(
    ("text", "tag", "mode"),
    [
        ("Statement\n\nWe agreed to:\n\n- task our forest agencies to study the causes of fires.\n", "en", "study"),
        ("Déclaration\n\nNous convenons de :\n\n- charger nos agences d’étudier les causes des feux.\n", "fr", "study"),
    ],
)
def test_what_is_entrusted_tells_the_mode_and_not_that_it_is(text, tag, mode):
    assert [each.mode for each in read(Text(tag, text)).commitments] == [mode]


def test_headings_that_a_sentence_leads_to_are_commitments_too():
    text = (
        "Joint Statement\n\nCanada and Norway will work together to:\n\n1. Keep Northern Waters Safe: The Arctic is warming.\n\n"
        "2. Build Clean Shipping: Ports matter.\n"
    )
    draft = read(Text("en", text))

    assert commitments(text, "en") == ["Keep Northern Waters Safe", "Build Clean Shipping"]
    assert [doubt.code for doubt in draft.doubts if doubt.code == "commitment"] == ["commitment", "commitment"]
    assert len(draft.sections) == 2


def test_what_a_paper_is_for_is_no_promise_of_anybody():
    text = "Statement\n\nThis Plan builds on past work and aims to deepen ties.\n\nThe Statement agrees to widen trade.\n\nWe will meet in May.\n"

    assert commitments(text, "en") == ["We will meet in May"]


def test_a_state_behind_a_clause_of_time_acts():
    text = "Statement\n\nAs ports electrify, Canada and Norway will open a common market.\n"

    assert commitments(text, "en") == ["As ports electrify, Canada and Norway will open a common market"]


def test_mere_areas_are_no_commitments():
    text = "Statement\n\nThe two sides agreed to strengthen cooperation in the following areas:\n\n- trade and investment\n- education\n"

    assert commitments(text, "en") == ["The two sides agreed to strengthen cooperation in the following areas"]


def test_the_promise_before_agreed_points_stays():
    text = (
        "Communiqué\n\nLes deux parties ont réaffirmé leur volonté de renforcer le dialogue et sont tombées d’accord sur les points "
        "suivants :\n\n- la reprise des vols ;\n- l’abolition des visas de service.\n"
    )

    assert commitments(text, "fr") == [
        "Les deux parties ont réaffirmé leur volonté de renforcer le dialogue",
        "la reprise des vols",
        "l’abolition des visas de service",
    ]


def test_numbered_parts_behind_a_background_are_read():
    text = "Work Plan\n\nBackground\n\nThe committee was set up in 2019.\n\n1. Trade\n\nThe two sides will open a common market.\n"

    assert commitments(text, "en") == ["The two sides will open a common market"]


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        (
            "Les deux parties ont convenu de « renforcer leur coopération portuaire ».",
            "Les deux parties ont convenu de « renforcer leur coopération portuaire »",
        ),
        (
            'Les ministres ont réaffirmé "leur détermination à lutter contre la fraude".',
            'Les ministres ont réaffirmé "leur détermination à lutter contre la fraude"',
        ),
        (
            "Les deux pays ont la ferme volonté d’ouvrir un lycée.",
            "Les deux pays ont la ferme volonté d’ouvrir un lycée",
        ),
        ("Ils se disent déterminés à ouvrir un lycée.", "Ils se disent déterminés à ouvrir un lycée"),
    ],
)
def test_words_of_promise_are_known_in_quotation_marks_and_beside_an_adjective(sentence, promised):
    assert commitments(f"Communiqué\n\n{sentence}\n", "fr") == [promised]


@pytest.mark.parametrize(
    "sentence",
    [
        "Le dialogue migratoire vise à renforcer la coopération bilatérale.",
        "Ce fonds sera créé en 2027. Il vise à soutenir les jeunes entreprises.",
        "La coopération suisse a pour but d’encourager la croissance.",
        "Ces entretiens ont permis de réaffirmer la volonté commune de consolider les liens d’amitié.",
    ],
)
def test_what_something_is_for_is_no_promise_of_the_parties(sentence):
    found = commitments(f"Communiqué\n\n{sentence}\n\nLes deux pays ouvriront un lycée.\n", "fr")

    assert not [each for each in found if "vise" in each or "but" in each or "réaffirmer" in each]


def test_a_party_that_aims_promises_and_so_does_its_pronoun():
    assert commitments("Communiqué\n\nLes deux pays visent à ouvrir un lycée.\n", "fr") == [
        "Les deux pays visent à ouvrir un lycée"
    ]


def test_what_leads_to_a_list_by_a_relative_clause_keeps_its_promise():
    found = commitments(
        "Plan\n\nIl a été décidé d’établir un nouveau plan, lequel s’appuiera sur deux orientations :\n\n1. Ouvrir un lycée ;\n\n2. Créer une bourse.\n", "fr"
    )  # fmt: skip

    assert found == ["Il a été décidé d’établir un nouveau plan", "Ouvrir un lycée", "Créer une bourse"]


def test_a_ligature_may_be_written_apart():
    draft = read(Text("fr", "Plan\n\nLa France s’attachera à mettre en oeuvre l’accord.\n"))

    assert [each.mode for each in draft.commitments] == ["implementation"]


def test_what_the_pronoun_of_a_declaration_will_do_is_passed_over():
    found = commitments(
        "Communiqué\n\nLa déclaration adoptée aujourd’hui fixe un cadre. Elle favorisera les échanges. Les deux pays ouvriront un lycée.\n", "fr"
    )  # fmt: skip

    assert found == ["Les deux pays ouvriront un lycée"]


def test_what_was_approved_to_be_made_is_promised():
    assert commitments("Communiqué\n\nIls ont validé la production d’un manuel de sécurité.\n", "fr") == [
        "Ils ont validé la production d’un manuel de sécurité"
    ]


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        (
            "La ministre a indiqué que le Canada enverrait dix instructeurs à Séoul.",
            "le Canada enverrait dix instructeurs à Séoul",
        ),
        ("Les cinéastes participeront à la foire d’Anvers.", "Les cinéastes participeront à la foire d’Anvers"),
    ],
)
def test_who_will_act_is_known_behind_what_was_said_and_by_what_only_people_do(sentence, promised):
    assert commitments(f"Communiqué\n\n{sentence}\n", "fr") == [promised]


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        (
            "La Bourse de Luxembourg formera vingt cadres et accompagnera l’émission d’une obligation verte.",
            ["La Bourse de Luxembourg formera vingt cadres", "accompagnera l’émission d’une obligation verte"],
        ),
        ("L’année 2029 sera l’année France-Colombie.", ["L’année 2029 sera l’année France-Colombie"]),
    ],
)
def test_a_body_that_no_list_knows_promises_by_all_it_will_do(sentence, promised):
    assert commitments(f"Communiqué\n\n{sentence}\n", "fr") == promised


def test_a_numbered_decision_is_what_was_decided():
    found = commitments(
        "Relevé\n\nDécision 1 : constituer un groupe d’experts\n\nLe Conseil a constaté des retards.\n", "fr"
    )

    assert found == ["constituer un groupe d’experts"]


def test_what_a_list_that_commits_says_will_be_is_promised_in_doubt():
    text = "Compte rendu\n\nLes dirigeants se sont entendus sur les points suivants :\n\n• Le Canada versera 15 millions de dollars;\n• un programme de stages accueillera quarante jeunes.\n"
    draft = read(Text("fr", text))

    assert [draft.text.at(each.span) for each in draft.commitments][
        1
    ] == "un programme de stages accueillera quarante jeunes"


def test_an_article_before_a_clause_is_only_its_number():
    assert commitments(
        "Accord\n\nSont convenus de ce qui suit :\n\nArt. 3.Une commission mixte se réunit tous les deux ans, alternativement à Bruxelles et à Luxembourg.\n", "fr"
    ) == ["Une commission mixte se réunit tous les deux ans, alternativement à Bruxelles et à Luxembourg"]  # fmt: skip
