"""What is noticed in a commitment: each rule in three languages, found and not found."""

import datetime

import pytest

from suivi.plan.text import Text
from suivi.reader import read
from suivi.reader.rules.deadline import deadline_in
from suivi.reader.rules.recurrence import recurrence_in
from suivi.reader.source import source_of


def source(tag, words):
    return source_of(Text(tag, words))


@pytest.mark.parametrize(
    ("tag", "words", "rule"),
    [
        ("fr", "tenir chaque année un dialogue", "FREQ=YEARLY"),
        ("fr", "organiser des réunions semestrielles", "FREQ=MONTHLY;INTERVAL=6"),
        ("fr", "mener des consultations régulières", None),
        ("en", "hold an annual dialogue", "FREQ=YEARLY"),
        ("en", "meet every two years", "FREQ=YEARLY;INTERVAL=2"),
        ("en", "hold regular consultations", None),
        ("ko", "대화를 매년 개최", "FREQ=YEARLY"),
        ("ko", "분기별 회의를 개최", "FREQ=MONTHLY;INTERVAL=3"),
        ("ko", "정례 협의를 개최", None),
    ],
)
def test_how_often_is_found_with_the_words_that_say_so(tag, words, rule):
    found = recurrence_in(source(tag, words), 0, len(words))

    assert found is not None
    assert found.rule == rule
    assert found.span.of(words).strip() in words


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("fr", "coopérer sur les politiques de migration régulière"),
        ("fr", "renforcer les liens bilatéraux"),
        ("en", "cooperate on policies for regular migration"),
        ("en", "strengthen bilateral ties"),
        ("ko", "정규 이주 정책에 관한 협력"),
        ("ko", "양자 관계를 강화"),
    ],
)
def test_what_is_merely_regular_or_silent_recurs_not(tag, words):
    assert recurrence_in(source(tag, words), 0, len(words)) is None


@pytest.mark.parametrize(
    ("tag", "words", "limit", "earliest_on", "latest_on"),
    [
        ("fr", "signer un accord d’ici mars 2026", "mars 2026", "2026-03-01", "2026-03-31"),
        ("fr", "achever la saison 2024-2025", "2024-2025", "2025-01-01", "2025-12-31"),
        ("fr", "publier un rapport avant la fin de 2026", "la fin de 2026", "2026-12-01", "2026-12-31"),
        ("en", "sign an agreement by 30 June 2026", "30 June 2026", "2026-06-30", "2026-06-30"),
        ("en", "sign an agreement by June 30, 2026", "June 30, 2026", "2026-06-30", "2026-06-30"),
        (
            "en",
            "open an office no later than the first half of 2027",
            "the first half of 2027",
            "2027-01-01",
            "2027-06-30",
        ),
        ("ko", "2026년까지 협정을 체결", "2026년", "2026-01-01", "2026-12-31"),
        ("ko", "2026년 6월 30일까지 협정을 체결", "2026년 6월 30일", "2026-06-30", "2026-06-30"),
        ("ko", "2027년 상반기 내에 사무소를 개설", "2027년 상반기", "2027-01-01", "2027-06-30"),
    ],
)
def test_a_limit_becomes_the_interval_its_words_allow(tag, words, limit, earliest_on, latest_on):
    found = deadline_in(source(tag, words), 0, len(words), dated=False)

    assert found is not None
    assert found.span.of(words) == limit
    assert (found.earliest_on.isoformat(), found.latest_on.isoformat()) == (earliest_on, latest_on)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("fr", "mettre en œuvre le protocole signé en janvier 2023"),
        ("fr", "publier un rapport d’ici le 31 février 2026"),
        ("en", "implement the memorandum signed in January 2023"),
        ("en", "publish a report by 31 February 2026"),
        ("ko", "2023년 1월 양해각서를 이행"),
        ("ko", "2026년 2월 31일까지 보고서를 발간"),
    ],
)
def test_a_date_of_the_past_or_of_no_calendar_is_no_limit(tag, words):
    assert deadline_in(source(tag, words), 0, len(words), dated=True) is None


@pytest.mark.parametrize(
    ("tag", "words", "actor"),
    [
        ("fr", "Le Canada accueillera le forum.", "can"),
        ("fr", "Le Canada et la Corée accueilleront le forum.", "all"),
        ("en", "Korea will host the forum.", "kor"),
        ("en", "Canada and Korea will host the forum.", "all"),
        ("ko", "캐나다 측은 포럼을 개최하기로 하였다.", "can"),
        ("ko", "양국은 포럼을 개최하기로 하였다.", "all"),
        ("ko", "북측은 묘목을 심기로 하였다.", "prk"),
        ("ko", "남측이 약품을 제공하기로 하였다.", "kor"),
        ("ko", "남과 북은 철도를 연결하기로 하였다.", "all"),
    ],
)
def test_one_party_acts_only_where_it_alone_is_the_subject(tag, words, actor):
    (commitment,) = read(Text(tag, words)).commitments

    assert commitment.actor == actor


@pytest.mark.parametrize(
    ("tag", "words", "mode"),
    [
        ("fr", "Étudier les possibilités de coopération contre les incendies de forêt.", ("mutual_aid", "study")),
        ("fr", "Signer l’Accord sur l’aviation.", ("instrument",)),
        ("fr", "Échanger des renseignements sur la fraude.", ("information",)),
        ("en", "Hold an annual dialogue on the Arctic.", ("dialogue",)),
        ("en", "Sign the agreement on aviation.", ("instrument",)),
        ("en", "Explore ways to widen trade.", ("study",)),
        ("ko", "북극 대화를 매년 개최한다.", ("dialogue",)),
        ("ko", "항공협정에 서명한다.", ("instrument",)),
        ("ko", "사기에 관한 정보를 공유한다.", ("information",)),
    ],
)
def test_the_verb_tells_the_mode_before_the_object_does(tag, words, mode):
    (commitment,) = read(Text(tag, words)).commitments

    assert commitment.mode in mode


@pytest.mark.parametrize(
    ("tag", "words", "bodies", "instruments"),
    [
        ("fr", "Collaborer avec l’OMC et le Forum des ports.", ["OMC", "Forum des ports"], []),
        ("fr", "Signer l’Accord de coopération sur la pêche.", [], ["Accord de coopération sur la pêche"]),
        ("en", "Collaborate with the WTO and the North Pacific Forum.", ["WTO", "North Pacific Forum"], []),
        ("en", "Sign the Fisheries Cooperation Agreement.", [], ["Fisheries Cooperation Agreement"]),
        ("ko", "유엔에서 협력한다.", ["유엔"], []),
        ("ko", "어업협력협정에 서명한다.", [], ["어업협력협정"]),
    ],
)
def test_bodies_and_instruments_are_quoted_as_written(tag, words, bodies, instruments):
    (commitment,) = read(Text(tag, words)).value()["commitments"]

    assert [name["text"] for name in commitment["bodies"]] == bodies
    assert [name["text"] for name in commitment["instruments"]] == instruments


@pytest.mark.parametrize(
    ("tag", "words", "parties"),
    [
        (
            "fr",
            "Plan du Canada et de la République de Corée\n\nRenforcer les liens face à la Corée du Nord.",
            ("can", "kor"),
        ),
        ("en", "Plan of Norway and New Zealand\n\nStrengthen ties.", ("nor", "nzl")),
        ("ko", "한국-덴마크 공동계획\n\n양국은 협력을 강화하기로 하였다.", ("kor", "dnk")),
    ],
)
def test_the_parties_are_those_the_title_names(tag, words, parties):
    assert read(Text(tag, words)).parties == parties


@pytest.mark.parametrize(
    ("tag", "words", "said", "latest_on"),
    [
        ("en", "set up a group within six months", "within six months", "2026-09-10"),
        ("en", "report by the end of the year", "by the end of the year", "2026-12-31"),
        ("en", "meet in the coming year", "in the coming year", "2027-03-10"),
        ("en", "report ahead of the next summit", "ahead of the next summit", "2027-03-10"),
        ("en", "open an office next year", "next year", "2027-12-31"),
        ("en", "open an office in the fall", "in the fall", "2026-12-31"),
        ("fr", "créer un groupe d’ici un an", "d’ici un an", "2027-03-10"),
        ("fr", "faire rapport avant la fin de l’année", "avant la fin de l’année", "2026-12-31"),
        ("fr", "ouvrir un bureau dans les trois mois", "dans les trois mois", "2026-06-10"),
        ("fr", "ouvrir un bureau avant l’hiver", "avant l’hiver", "2026-12-31"),
        ("fr", "présenter un plan d’ici la prochaine réunion", "d’ici la prochaine réunion", "2027-03-10"),
    ],
)
def test_a_span_of_time_keeps_its_words_and_counts_from_the_day_of_the_text(tag, words, said, latest_on):
    day = datetime.date(2026, 3, 10)
    found = deadline_in(source(tag, words), 0, len(words), dated=True, said_on=day)

    assert found is not None
    assert (found.span.of(words), found.earliest_on, found.latest_on.isoformat()) == (said, day, latest_on)
    assert deadline_in(source(tag, words), 0, len(words), dated=True) is None


@pytest.mark.parametrize(
    ("tag", "words", "latest_on"),
    [
        ("en", "complete the study by mid-2026", "2026-08-31"),
        ("en", "open the centre by Q3 2027", "2027-09-30"),
        ("en", "host a forum in the autumn of 2026", "2026-12-31"),
        ("fr", "réunir le conseil à l’automne 2026", "2026-12-31"),
        ("fr", "remettre une étude au premier semestre 2027", "2027-06-30"),
        ("fr", "publier un bilan avant la fin du premier semestre 2028", "2028-06-30"),
    ],
)
def test_parts_of_a_year_and_seasons_are_intervals(tag, words, latest_on):
    found = deadline_in(source(tag, words), 0, len(words), dated=True)

    assert found is not None
    assert found.latest_on.isoformat() == latest_on


def test_the_years_in_the_name_of_a_plan_are_no_deadline():
    words = "implement the Plan of Action (2021-2025)"

    assert deadline_in(source("en", words), 0, len(words), dated=True) is None


@pytest.mark.parametrize(
    ("tag", "sentence", "actor"),
    [
        ("en", "Canada has decided to open an office in Busan.", "can"),
        ("en", "In this context, the Government of Japan intends to train crews.", "jpn"),
        ("en", "Canada and Japan will train crews.", "all"),
        ("fr", "Le Sénégal transmettra la liste de ses besoins.", "sen"),
        ("fr", "La France prévoit d’allouer 30 millions d’euros au fonds.", "fra"),
        ("fr", "Les deux pays formeront des équipages.", "all"),
    ],
)
def test_the_one_party_that_is_the_subject_acts(tag, sentence, actor):
    (commitment,) = read(Text(tag, f"Plan\n\n{sentence}\n\nFin\n")).commitments

    assert commitment.actor == actor


@pytest.mark.parametrize(
    ("tag", "defined", "promised", "bodies", "instruments"),
    [
        (
            "en",
            "The Joint Economic Committee (JEC) met under the Science and Technology Agreement (STA).",
            "The Ministers agreed to convene the JEC and to renew the STA.",
            ["JEC"],
            ["STA"],
        ),
        (
            "fr",
            "Le Comité mixte de coopération (CMC) s’est réuni dans le cadre de l’Accord de libre-échange (ALE).",
            "Les ministres ont convenu de réunir le CMC et de moderniser l’ALE.",
            ["CMC"],
            ["ALE"],
        ),
    ],
)
def test_what_is_named_once_in_full_is_known_by_its_short_form(tag, defined, promised, bodies, instruments):
    draft = read(Text(tag, f"Plan\n\n{defined}\n\n{promised}\n"))

    assert [draft.text.at(span) for each in draft.commitments for span in each.bodies] == bodies
    assert [draft.text.at(span) for each in draft.commitments for span in each.instruments] == instruments


def test_a_korean_short_form_is_known_by_the_words_that_give_it():
    draft = read(
        Text(
            "ko",
            "행동계획\n\n양국은 국방협력에 관한 양해각서(이하 “국방각서”)를 체결하였다.\n\n양국은 국방각서 개정을 추진하기로 하였다.\n",
        )
    )

    assert [draft.text.at(span) for each in draft.commitments for span in each.instruments] == ["국방각서"]


def test_words_like_those_before_a_short_form_do_not_slow_the_reading_however_often_they_stand():
    draft = read(Text("en", "Plan\n\nThe sides will meet (" + "the " * 400 + "X\n"))

    assert len(draft.commitments) == 1


@pytest.mark.parametrize(
    ("tag", "words", "mode"),
    [
        ("en", "hold a seminar on wildfires", "dialogue"),
        ("en", "strengthen cooperation on student exchanges", "undertaking"),
        ("en", "raise awareness of the causes of wildfires", "advocacy"),
        ("en", "adopt a whole-of-society approach that includes communities", "undertaking"),
        ("en", "establish a committee on water", "dialogue"),
        ("fr", "organiser un séminaire sur les feux de forêt", "dialogue"),
        ("fr", "créer un comité de suivi", "dialogue"),
        ("ko", "재난 대응을 위해 정보를 공유하기로 하였다", "information"),
    ],
)
def test_what_is_acted_on_tells_more_than_what_it_is_about_or_for(tag, words, mode):
    draft = read(
        Text(
            tag,
            {"en": "The sides will {}.", "fr": "Les parties s’engagent à {}.", "ko": "양측은 {}."}[tag].format(words),
        )
    )

    assert [each.mode for each in draft.commitments] == [mode]


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("수소와 항만, 인프라 분야의 협력 가능성을 검토하기로 하였다", "study"),
        ("정책연구기관 간의 교류를 강화하기로 하였다", "undertaking"),
        ("해양과학 공동연구센터를 개소하기로 하였다", "project"),
        ("국방 당국 간 교류를 활성화하기로 하였다", "dialogue"),
        ("연합훈련과 함정 교류를 확대하기로 하였다", "patrol"),
        ("이 로드맵을 2년마다 개정하기로 하였다", "implementation"),
        ("수교 기념 음악회를 공동으로 개최하기로 하였다", "season"),
        ("이중과세방지협약 체결을 위해 계속 협의하기로 하였다", "instrument"),
    ],
)
def test_fields_places_and_names_of_institutions_do_not_hide_what_a_korean_clause_does(words, mode):
    (commitment,) = read(Text("ko", f"양측은 {words}.")).commitments

    assert commitment.mode == mode


@pytest.mark.parametrize("words", ["해경 인력양성 과정을 신설", "해경 인력 양성 과정을 신설"])
def test_a_korean_compound_tells_its_mode_however_it_is_spaced(words):
    (commitment,) = read(Text("ko", f"양측은 {words}하기로 하였다.")).commitments

    assert commitment.mode == "capacity"


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "sign the agreement as soon as possible"),
        ("fr", "signer l’accord dans les meilleurs délais"),
        ("ko", "협정을 조속히 체결하기로 하였다"),
    ],
)
def test_as_soon_as_possible_lies_within_a_year_of_the_day_of_the_text(tag, words):
    said_on = datetime.date(2026, 3, 5)
    told = source(tag, words)
    found = deadline_in(told, 0, len(words), dated=True, said_on=said_on)

    assert found is not None
    assert (found.earliest_on, found.latest_on) == (said_on, datetime.date(2027, 3, 5))
    assert deadline_in(told, 0, len(words), dated=True) is None


def test_a_year_in_a_name_is_no_deadline_and_a_short_one_with_its_month_is():
    named, short = "‘2028 문화교류의 해’ 개막행사 공동 개최", "’27. 9월 경제공동위에서 중간 점검"

    assert deadline_in(source("ko", named), 0, len(named), dated=True) is None
    found = deadline_in(source("ko", short), 0, len(short), dated=True)
    assert found is not None
    assert found.latest_on == datetime.date(2027, 9, 30)
