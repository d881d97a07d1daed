"""Layouts that plans come in: tables by their columns, glued headlines, numbered headings, lists that tell."""

import pytest

from suivi.plan.text import Text
from suivi.reader import read


def reading(text, tag="en"):
    draft = read(Text(tag, text))
    return draft, [draft.text.at(each.span) for each in draft.commitments]


ROWS = "| No. | Action | Output | Year | Lead |\n|---|---|---|---|---|\n| 1 | Train 60 judges | Courses | 2026 | Ministry |\n| 2 | Open a registry | Registry | 2027 | Court |\n"


@pytest.mark.parametrize(
    "table",
    [
        ROWS,
        "No.\tAction\tOutput\tYear\tLead\n1\tTrain 60 judges\tCourses\t2026\tMinistry\n2\tOpen a registry\tRegistry\t2027\tCourt\n",
        "\n".join(cell.strip() for line in ROWS.splitlines() if "---" not in line for cell in line.strip("|").split("|")) + "\n",
    ],
    ids=["bars", "tabs", "one cell a line"],
)  # fmt: skip
def test_only_the_column_of_actions_commits_and_its_row_says_when(table):
    draft, commitments = reading(
        f"Plan of Action\n\nThe two sides met.\n\n{table}\nFollow-up\n\nThe sides will meet yearly.\n"
    )

    assert commitments == ["Train 60 judges", "Open a registry", "The sides will meet yearly"]
    assert [each.deadline and each.deadline.latest_on.year for each in draft.commitments] == [2026, 2027, None]


@pytest.mark.parametrize(
    ("language", "table"),
    [
        ("en", "| Action | Year |\n|---|---|\n| Open a registry of judges | 2027 |\n"),
        ("fr", "| Mesure | Échéance |\n|---|---|\n| Ouvrir un registre des juges | 2027 |\n"),
        ("ko", "| 과제 | 추진 시기 |\n|---|---|\n| 법관 등록부를 개설한다 | 2027년 |\n"),
    ],
)
def test_two_columns_that_the_document_rules_are_a_table(language, table):
    draft, _ = reading(f"Plan\n\n{table}", language)

    assert [each.deadline and each.deadline.latest_on.year for each in draft.commitments] == [2027]


@pytest.mark.parametrize(
    ("block", "headline"),
    [
        ("Fighting fires: The two sides will train crews.", "Fighting fires:"),
        ("Deepening defence tiesThe two sides will train crews.", "Deepening defence ties"),
        ("Strengthening ties. The two sides will train crews.", "Strengthening ties."),
        ("1) Fires: Many were lost. The two sides will train crews.", "1) Fires:"),
    ],
)
def test_a_headline_glued_to_its_body_is_a_heading(block, headline):
    draft, commitments = reading(f"Joint Statement\n\n{block}\n\nThey met in Oslo.\n")

    assert [draft.text.at(section.heading) for section in draft.sections] == [headline]
    assert commitments == ["The two sides will train crews"]


def test_a_number_belongs_to_its_heading_and_a_bullet_does_not():
    draft, _ = reading("Plan\n\nI. Security\n\nThe sides will meet.\n\nII. Trade\n\nThe sides will trade.\n")

    assert [(section.label, section.title) for section in draft.sections] == [("I.", "Security"), ("II.", "Trade")]


def test_a_sentence_that_leads_to_items_that_act_promises_nothing_of_its_own():
    _, led = reading("Plan\n\nThe Parties will cooperate to:\n\n(a) train crews;\n(b) share data.\n")
    _, alone = reading("Plan\n\nThe Parties will cooperate in these areas:\n\n- fish\n- wood\n")

    assert led == ["train crews", "share data"]
    assert alone == ["The Parties will cooperate in these areas"]


def test_the_parts_of_a_sentence_that_tells_go_on_telling():
    _, commitments = reading(
        "Statement\n\n1. The Leaders drove progress on priorities, including a response; fighting crime; and promoting trade.\n\n"
        "2. They agreed to meet.\n"
    )

    assert commitments == ["They agreed to meet"]


def test_what_one_person_is_quoted_as_saying_is_no_commitment_of_the_parties():
    _, commitments = reading(
        "Canada and Chile meet\n\nCanada and Chile will exchange maps.\n\n“We will train a new generation.”\n"
        "– Rodrigo Salas, Minister of Mining\n\nThe ministers met for two hours.\n"
    )

    assert commitments == ["Canada and Chile will exchange maps"]


def test_a_line_that_breaks_off_after_an_article_goes_on_however_short_it_is():
    draft, commitments = reading(
        "Roadmap\n\nTrade was worth 291 million in 2024, well below its potential. The\n"
        "Partners intend to conclude an agreement on the protection of investors in both countries, and soon.\n"
    )

    assert [section.title for section in draft.sections] == []
    assert commitments == [
        "The\nPartners intend to conclude an agreement on the protection of investors in both countries, and soon"
    ]


def test_a_table_of_one_cell_a_line_ends_at_the_numbered_title_after_it():
    row = "Train 60 judges\nCourses\n2026\n\n"
    draft, commitments = reading(
        f"Work Plan\n\n1. Courts\n\nActivity\nOutput\nTimeframe\n\n{row}2. Prisons\n\nActivity\nOutput\nTimeframe\n\n"
        "Open a registry\nRegistry\n2027\n\n3. Review\n\nThe sides will meet yearly.\n"
    )

    assert [section.title for section in draft.sections] == ["Courts", "Prisons", "Review"]
    assert commitments == ["Train 60 judges", "Open a registry", "The sides will meet yearly"]


@pytest.mark.parametrize(
    ("tag", "label", "item"),
    [
        ("en", "What we will do", "Annual roundtable of herders and companies"),
        ("fr", "Ce que nous ferons", "Table ronde annuelle des éleveurs et des entreprises"),
        ("ko", "협력 방안", "목축민과 기업 간 연례 원탁회의"),
    ],
)
def test_a_label_that_says_what_will_be_done_makes_its_list_operative(tag, label, item):
    _, commitments = reading(f"Plan 2026\n\n{label}\n- {item}\n- {item} 2\n\nFin.\n", tag)

    assert commitments == [item, f"{item} 2"]


def test_in_a_list_a_party_that_is_to_do_something_commits_itself():
    draft, commitments = reading("Plan\n\nActions:\n\n- Canada to fund a laboratory\n- Mongolia to amend the law\n")

    assert commitments == ["Canada to fund a laboratory", "Mongolia to amend the law"]
    assert [each.actor for each in draft.commitments] == ["can", "mng"]


def test_a_verb_that_refuses_by_itself_goes_on_with_the_future_before_it():
    _, commitments = reading("Statement\n\nWe will step up finance for adaptation, and encourage banks to lend more.\n")
    _, refused = reading(
        "Statement\n\nWe agreed to step up finance for adaptation, and encouraged banks to lend more.\n"
    )

    assert commitments == ["We will step up finance for adaptation", "encourage banks to lend more"]
    assert refused == ["We agreed to step up finance for adaptation"]


def test_the_way_to_a_page_is_no_title():
    draft, _ = reading("Home › Trade › News\n\nPlan of Canada and Chile\n\nThe two sides will meet.\n")

    assert draft.text.at(draft.title) == "Plan of Canada and Chile"


def test_marks_of_a_way_to_a_page_do_not_slow_the_reading_however_many_stand_in_a_line():
    _, commitments = reading(
        "Plan\n\nThe two sides will meet.\n\n- étudier « l’accord " + "»d " * 60 + " " * 60 + "»d " * 60 + "\n"
    )

    assert commitments[0] == "The two sides will meet"


def test_a_number_heads_the_numbers_under_it_even_where_a_verb_opens_it():
    draft, commitments = reading(
        "Plan\n\n1. TRADE\n\n1.1 Deepen ties\n\n1.1.1 Hold a forum each year;\n1.1.2 Publish a guide to tenders.\n"
    )

    assert [section.title for section in draft.sections] == ["TRADE", "Deepen ties"]
    assert commitments == ["Hold a forum each year", "Publish a guide to tenders"]


def test_a_sentence_goes_on_over_a_page_break_and_a_list_does_not():
    _, broken = reading("Plan\n\nThe sides will:\n\n1.1 Convene a summit in 2027, with a view to\n\nregular talks;\n")
    _, listed = reading("Plan\n\nThe sides will:\n\nhold talks each year; and\n\ntrain sixty judges.\n")

    assert [each.replace("\n", "") for each in broken] == ["Convene a summit in 2027, with a view toregular talks"]
    assert listed == ["hold talks each year", "train sixty judges"]


def test_what_a_part_tells_of_the_past_is_passed_over_and_asked_about():
    draft, commitments = reading(
        "로드맵\n\n1. 추진 배경\n o 양국은 2026년 정상회담에서 동 로드맵 마련에 합의하였음\n\n2. 이행과제\n o 공동연구 실시\n",
        "ko",
    )

    assert commitments == ["공동연구 실시"]
    assert [doubt.code for doubt in draft.doubts if "합의하였음" in draft.text.at(doubt.span)] == ["passed-over"]


@pytest.mark.parametrize(
    ("heading", "found"),
    [("Article 2 – Enseignement", ["Elles mutualisent leurs programmes"]), ("Enseignement", [])],
)
def test_the_present_of_the_parties_promises_in_articles_alone(heading, found):
    _, commitments = reading(
        f"Entente\n\n{heading}\n\nElles mutualisent leurs programmes.\n\nArticle 3 – Durée\n\nLes parties tiendront une réunion.\n", "fr"
    )  # fmt: skip

    assert commitments == [*found, "Les parties tiendront une réunion"]


def test_korean_lines_broken_by_width_are_joined_and_headings_between_them_stay():
    draft, commitments = reading(
        "공동 언론발표문\n\n안전한 바다\n\n두 장관은 외교장관 간 전략대화를 매년 서울과 카이로에서 번갈아\n개최하기로 하였다. 양측은 의회와 "
        "정당 사이의 왕래를 더욱 활성화해\n나가기로 하였다.\n\n경제 협력\n\n양측은 수에즈운하 경제구역 안에 공동 생산단지를 조성하는 데\n합의하였다.\n",
        "ko",
    )  # fmt: skip

    assert [section.title for section in draft.sections] == ["안전한 바다", "경제 협력"]
    assert [each.replace("\n", " ") for each in commitments] == [
        "두 장관은 외교장관 간 전략대화를 매년 서울과 카이로에서 번갈아 개최하기로 하였다",
        "양측은 의회와 정당 사이의 왕래를 더욱 활성화해 나가기로 하였다",
        "양측은 수에즈운하 경제구역 안에 공동 생산단지를 조성하는 데 합의하였다",
    ]


def test_korean_articles_are_headings_with_their_title_wherever_it_stands_and_a_bare_number_is_none():
    draft, commitments = reading(
        "양해각서\n\n제1조(목적) 이 양해각서는 협력을 목적으로 한다.\n\n제 2 조\n위원회\n\n① 양측은 위원회를 설치한다.\n\n"
        "제3조 양측은 매년 회의를 개최하기로 하였다.\n\n제4조(교환) 양측은 자료를 교환한다.\n※ 자료 목록 제출\n", "ko"
    )  # fmt: skip

    assert [f"{section.label} {section.title}".strip() for section in draft.sections] == [
        "제1조(목적)",
        "제 2 조 위원회",
        "제4조(교환)",
    ]
    assert commitments == [
        "양측은 위원회를 설치한다",
        "양측은 매년 회의를 개최하기로 하였다",
        "양측은 자료를 교환한다",
    ]


def test_items_in_the_present_promise_under_a_mere_subject():
    _, commitments = reading(
        "Déclaration\n\nLes deux ministres :\n\n- installent un groupe de travail ;\n- saluent les progrès accomplis ;\n- demandent aux experts d’étudier un satellite.\n", "fr"
    )  # fmt: skip

    assert commitments == ["installent un groupe de travail", "demandent aux experts d’étudier un satellite"]


def test_a_passage_in_another_language_is_set_aside_and_said():
    english = "The two countries will hold a dialogue on energy every year and the ministers will sign an agreement."
    french = "Les deux pays tiendront chaque année un dialogue sur l’énergie et signeront un accord sur le commerce."
    draft, commitments = reading(f"Statement\n\n{english}\n\n{french}\n")

    assert all("tiendront" not in each for each in commitments)
    assert [(each.code, [draft.text.at(span) for span in each.spans]) for each in draft.text.caveats] == [
        ("other-language", [french])
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Plan aims to strengthen ties between universities.",
        "This Roadmap seeks to open markets.",
        "The agreements reflect our shared commitment to open markets in a changing world.",
    ],
)
def test_what_a_paper_is_for_is_no_promise(sentence):
    _, commitments = reading(
        f"Statement\n\nThey issued the following statement:\n\n1. {sentence}\n2. We will meet in 2027.\n"
    )

    assert commitments == ["We will meet in 2027"]


def test_lines_without_a_verb_and_their_colons_head_the_dashes_below_them():
    draft, commitments = reading(
        "Relevé de conclusions\n\nLes deux pays ont décidé de lancer de nouvelles actions.\n\nPour le rapprochement des universités :\n\n- octroi de trente bourses par an ;\n\nQuestions bilatérales :\n\n- organisation d’un forum des maires.\n", "fr"
    )  # fmt: skip

    assert [each.title for each in draft.sections] == ["Pour le rapprochement des universités", "Questions bilatérales"]
    assert commitments == [
        "Les deux pays ont décidé de lancer de nouvelles actions",
        "octroi de trente bourses par an",
        "organisation d’un forum des maires",
    ]


def test_areas_stay_areas_under_the_labels_that_part_them():
    _, commitments = reading(
        "Relevé de conclusions\n\nNous avons décidé de développer des initiatives dans les domaines suivants :\n\nQuestions européennes :\n\n- l’élargissement de l’Union ;\n\nQuestions bilatérales :\n\n- la formation des douaniers.\n", "fr"
    )  # fmt: skip

    assert commitments == ["Nous avons décidé de développer des initiatives dans les domaines suivants"]


def test_a_sentence_right_behind_the_full_stop_of_another_is_one_of_its_own():
    _, commitments = reading("Déclaration\n\nNous signerons l’accord en 2027.Nous ouvrirons un bureau à Lomé.\n", "fr")

    assert commitments == ["Nous signerons l’accord en 2027", "Nous ouvrirons un bureau à Lomé"]


def test_the_names_of_the_parties_between_conjunctions_head_nothing():
    draft, _ = reading(
        "ENTENTE\n\nENTRE\n\nLE GOUVERNEMENT DU QUÉBEC\n\nET\n\nLE GOUVERNEMENT DU PANAMA\n\nCi-dessous désignés les Parties, conviennent de ce qui suit :\n\nArt. 1er.\n\nLes Parties échangent des enseignants.\n", "fr"
    )  # fmt: skip

    assert [each.title or each.label for each in draft.sections] == ["Art. 1er."]


def test_what_must_be_done_is_promised_in_the_passive_of_articles():
    _, commitments = reading(
        "Accord\n\nArticle 1\n\nLes consultations sont organisées tour à tour à Paris et à Achgabat.\n\nArticle 2\n\nLes Parties sont convaincues de leur utilité.\n", "fr"
    )  # fmt: skip

    assert commitments == ["Les consultations sont organisées tour à tour à Paris et à Achgabat"]


@pytest.mark.parametrize("mark", ["• ", "", "- "])
def test_lines_that_head_the_parts_below_one_by_one_are_a_table_of_contents(mark):
    titles = ("Moderniser les ports", "Former les gens de mer", "Protéger les récifs")
    told = "\n".join(f"{mark}{title}" for title in titles)
    parts = "\n\n".join(f"{title}\n\nLes deux pays ouvriront le guichet no {title[0]}." for title in titles)
    draft, commitments = reading(
        f"Plan Belgique – Bénin\n\nLe plan repose sur trois axes.\n\n{told}\n\n{parts}\n", "fr"
    )

    assert [each.title for each in draft.sections] == list(titles)
    assert commitments == [f"Les deux pays ouvriront le guichet no {title[0]}" for title in titles]


def test_a_table_laid_flat_is_read_though_one_label_of_its_columns_is_unknown():
    head = "Activités\nRésultats attendus\nIndicateurs\nPériode\nResponsable\nSource de fonds"
    rows = (
        "Former 300 chefs de quartier\nIls ont des outils\nNombre\n2027\nIntérieur\n45 000 000",
        "Créer une base de données\nElle est disponible\nNombre\n2028\nFemme\n25 000 000",
    )
    draft, commitments = reading(
        "Plan d’action\n\n2.1 Axe 1 : Prévention\n\n" + "\n\n".join((head, *rows)) + "\n", "fr"
    )

    assert commitments == ["Former 300 chefs de quartier", "Créer une base de données"]
    assert [draft.text.at(each.heading) for each in draft.sections] == ["2.1 Axe 1 : Prévention"]


def test_the_title_of_a_project_is_a_name_and_its_sheet_says_what_is_to_be_done():
    draft, commitments = reading(
        "Programme Québec – Flandre\n\nProjet 16.102 – Intelligence artificielle\n\nLes ports ont signé une lettre. Organisation d’un atelier conjoint à Louvain.\n\nPartenaire québécois : IQIA\nMissions : une vers la Flandre\n", "fr"
    )  # fmt: skip

    assert [each.title for each in draft.sections] == ["Intelligence artificielle"]
    assert commitments == ["Organisation d’un atelier conjoint à Louvain"]


def test_who_was_charged_leads_to_what_they_are_to_do():
    _, commitments = reading(
        "Énoncé\n\n5. Les ministres ont chargé leurs fonctionnaires :\na) de recenser les entraves au commerce;\nb) de conclure les négociations.\n", "fr"
    )  # fmt: skip

    assert commitments == ["recenser les entraves au commerce", "conclure les négociations"]


def test_a_question_on_its_own_line_heads_what_answers_it():
    draft, commitments = reading(
        "Traité d’Aix\n\nLe traité est entré en vigueur en 2020.\n\nQuels sont les projets prioritaires ?\n\n1. Création de 4 instituts culturels (Rio, Palerme) et co-localisation de 5 instituts.\n\n2. Mise en place d’un fonds destiné aux initiatives, notamment les initiatives citoyennes et les jumelages de communes.\n\n3. Mise en place d’un comité chargé du suivi des difficultés rencontrées aux frontières.\n", "fr"
    )  # fmt: skip

    assert [draft.text.at(each.heading) for each in draft.sections] == ["Quels sont les projets prioritaires ?"]
    assert commitments == [
        "Création de 4 instituts culturels (Rio, Palerme)",
        "co-localisation de 5 instituts",
        "Mise en place d’un fonds destiné aux initiatives, notamment les initiatives citoyennes et les jumelages de communes",
        "Mise en place d’un comité chargé du suivi des difficultés rencontrées aux frontières",
    ]
