"""Korean clauses: chains of 고 and 며, endings of every register, and words that only look like a clause's end."""

import pytest

from suivi.plan.text import Text
from suivi.reader import read as read_text
from suivi.reader.flat import flattened
from suivi.reader.grammar import Setting
from suivi.reader.languages import language
from suivi.reader.languages.ko import morphology

GRAMMAR = language("ko").grammar()


def read(sentence, setting=Setting.PROSE):
    flat = flattened(sentence)
    return [(sentence[one.start : one.end], one.doubt) for one in GRAMMAR.actions(flat, 0, len(flat), setting)]


def words(sentence, setting=Setting.PROSE):
    return [text for text, _ in read(sentence, setting)]


@pytest.mark.parametrize(
    "sentence",
    [
        "양측은 어업 회담을 열기로 의견을 모았다.",
        "두 장관은 협의를 이어 나가자는 데 뜻을 같이하였다.",
        "우리는 협정의 개정 협상을 개시하도록 통상장관들에게 지시하였다.",
        "호주는 제련소에 금융을 지원하겠다고 밝혔다.",
        "양 정상은 평화를 지켜 나가겠다는 의지를 재확인하였다.",
        "양 정상은 항행의 자유를 위해 협력해 나갈 것임을 재확인하였다.",
        "우리는 디지털 협약의 이행을 뒷받침하고자 한다.",
        "양국은 사증을 면제할 것을 약속한다.",
        "양측은 어업 협정의 갱신에 합의하였습니다.",
        "양측은 관세 인하를 추진한다는 데 합의했다.",
        "양측은 통신선을 복구하는 문제에 대하여 합의하였다.",
        "양 국장은 협력을 강화해 나가자고 하였다.",
        "양측은 청년 교류를 늘릴 것이라고 표명했다.",
        "양국은 전략대화를 신설하기로 합의했다고 밝혔다.",
        "동 위원회는 2년마다 서울과 마푸투에서 교대로 개최된다.",
        "두 정상은 동반자 관계를 높여 나가자고 뜻을 모았는데요.",
        "양측은 사증 면제를 넓히는 데에도 합의했다.",
        "의정서는 양국 의회가 교류를 확대하자는 내용을 담고 있다.",
        "제9차 공동위원회는 내년 리스본에서 열린다.",
        "우리 정부는 호주와 공동연구를 추진한다.",
        "양측은 사증 면제를 넓히기로 했다고 대통령실은 밝혔다.",
        "양측은 협력의 지평을 넓혀 나가자는데 뜻을 함께 하였다.",
        "대한민국 외교부와 카리브공동체 사무국은 이행 현황을 점검한다.",
        "양국은 환적 화물을 두 배로 늘리는 것을 목표로 하고 있습니다.",
        "양측은 기업 간 합작을 촉진할 의향이 있다.",
        "각 당사자는 교환된 자료를 제3자에게 공개하지 아니한다.",
        "당사국은 재난이 발생한 경우 이를 지체 없이 통보하여야 한다.",
        "이 이행방안의 이행은 두 나라 장관이 매년 점검한다.",
        "대한민국은 연수 기회를 제공하겠다고 발표하였다.",
    ],
)
def test_a_korean_promise_is_found_whatever_form_its_ending_takes(sentence):
    assert words(sentence) == [sentence.rstrip(".")]


@pytest.mark.parametrize(
    "sentence",
    [
        "양측은 기후변화에 함께 대응해야 한다는 데 의견을 같이하였다.",
        "양 장관은 다음과 같이 합의하였다.",
        "이 행동계획은 법적 구속력을 갖지 아니한다.",
        "동 협정은 내년에 발효될 것이다.",
        "6세대 이동통신은 2030년경 상용화될 것으로 예상된다.",
        "한국측은 반덤핑 조치의 재고를 요청하였음.",
        "각 참가국은 자국의 법령과 예산의 범위 안에서 이 합의를 이행한다.",
        "우리는 일방적인 현상 변경 시도에 반대한다.",
        "두 장관은 더 자주 만나자고 하였다.",
        "파견 비용은 파견하는 측이 부담한다.",
        "오늘 개통된 ‘전자교환시스템’은 양국 기업의 편의를 크게 증진시킬 것이다.",
        "우리는 여성의 참여 확대를 지지한다.",
        "우리는 보다 많은 국가들이 순환경제를 선언하도록 독려한다.",
        "우리는 환대에 사의를 표한다.",
        "양측은 △양국 관계, △북극 협력 등에 대해 협의하였다.",
    ],
)
def test_opinion_forecast_request_and_what_a_text_says_of_itself_are_no_korean_promise(sentence):
    assert words(sentence, Setting.DIRECTIVE) == []


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "양측은 협력 성과를 평가하고, 어업 회담을 개최하기로 하였다.",
            ["어업 회담을 개최하기로 하였다"],
        ),
        (
            "양측은 정세에 대해 논의하고, 실무협의를 재개하기로 하였다.",
            ["실무협의를 재개하기로 하였다"],
        ),
        (
            "양측은 회담을 열기로 하고, 협정을 갱신하기로 합의하였으며, 양국 관계의 발전을 환영하였다.",
            ["양측은 회담을 열기로 하고", "협정을 갱신하기로 합의하였으며"],
        ),
        (
            "양측은 자유롭고 개방된 바다를 지키기로 하였다.",
            ["양측은 자유롭고 개방된 바다를 지키기로 하였다"],
        ),
        (
            "양측은 사고 예방과 신고 체계를 정비하기로 하였다.",
            ["양측은 사고 예방과 신고 체계를 정비하기로 하였다"],
        ),
        (
            "양측은 전략대화를 신설하고, 이를 매년 개최하기로 하였다.",
            ["양측은 전략대화를 신설하고, 이를 매년 개최하기로 하였다"],
        ),
        (
            "양측은 정보를 공유하는 한편, 협정을 체결하기로 하였다.",
            ["양측은 정보를 공유하는 한편", "협정을 체결하기로 하였다"],
        ),
        (
            "아울러 양측은 적용 범위를 개선하고 단계적으로 확대해 나가기로 하였다.",
            ["양측은 적용 범위를 개선하고 단계적으로 확대해 나가기로 하였다"],
        ),
        (
            "한국은 유엔과 아세안, 그리고 여러 협의체에서 평화를 지지하기로 하였다.",
            ["한국은 유엔과 아세안, 그리고 여러 협의체에서 평화를 지지하기로 하였다"],
        ),
    ],
)
def test_a_chain_of_korean_clauses_is_parted_where_each_promises_something_of_its_own(sentence, parts):
    assert words(sentence) == parts


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("투자 애로 해소를 위한 전담 창구 지정", [("투자 애로 해소를 위한 전담 창구 지정", "")]),
        ("민간경제협력위원회 정례 개최(연 1회)", [("민간경제협력위원회 정례 개최(연 1회)", "")]),
        ("(청정수소) 암모니아 도입 사업 추진", [("암모니아 도입 사업 추진", "")]),
        ("조선: 암모니아 추진선 공동 설계 착수", [("암모니아 추진선 공동 설계 착수", "")]),
        ("원유 비축 물량의 증량 체결", [("원유 비축 물량의 증량 체결", "commitment")]),
        ("다자 협력", []),
        ("교역과 투자", []),
        ("준회원국 가입 지지에 사의 표명", []),
        ("그간 60억 달러 규모의 투자 기회를 검토해 왔음", []),
    ],
)
def test_an_item_that_ends_in_a_noun_is_an_act_a_subject_or_done_already(item, found):
    assert read(item, Setting.DIRECTIVE) == found


@pytest.mark.parametrize(
    ("word", "goes_on"), [("강화하고", True), ("맺으며", True), ("아우르고", True), ("관광", False)]
)
def test_the_end_of_a_clause_is_told_by_the_lists(word, goes_on):
    assert morphology.goes_on(word) is goes_on or not goes_on


@pytest.mark.skipif(not morphology.analyser_is_there(), reason="the extra “korean” is not installed")
@pytest.mark.parametrize(
    ("word", "goes_on"), [("벌이고", True), ("뛰어넘고", True), ("냉장고", False), ("재고", False)]
)
def test_where_no_list_reaches_the_analyser_tells_a_verb_that_goes_on_from_a_noun(word, goes_on):
    assert morphology.goes_on(word) is goes_on


def test_without_the_analyser_a_word_nobody_knows_is_taken_for_a_noun(monkeypatch):
    monkeypatch.setattr(morphology, "analyser_is_there", lambda: False)
    morphology._asked.cache_clear()
    try:
        assert not morphology.goes_on("뛰어넘고")
        assert morphology.goes_on("강화하고")
    finally:
        morphology._asked.cache_clear()


def test_a_reading_without_the_analyser_says_so_and_one_with_it_says_nothing(monkeypatch):
    text = Text("ko", "공동성명\n\n양측은 협정을 체결하기로 하였다.\n")
    assert read_text(text).text.caveats == ()

    monkeypatch.setattr(morphology, "find_spec", lambda _: None)
    morphology.analyser_is_there.cache_clear()
    try:
        assert [each.code for each in read_text(text).text.caveats] == ["without-analyser"]
    finally:
        monkeypatch.undo()
        morphology.analyser_is_there.cache_clear()


def test_a_committee_of_an_arrangement_acts_in_the_plain_present_and_a_prohibition_binds():
    draft = read_text(
        Text(
            "ko",
            "협력약정\n\n양측은 다음 각 호의 사업을 추진한다.\n\n1. 자료의 상시 교환\n2. 남극 크릴 공동 조사\n\n"
            "공동위원회는 연간 사업계획을 승인한다. 양측은 공동위원회를 설치하고 연 1회 개최한다. "
            "양측은 자료를 제3자에게 제공하지 아니한다. 이 약정은 법적 구속력을 갖지 아니한다.\n",
        )
    )

    assert [draft.text.at(each.span) for each in draft.commitments] == [
        "자료의 상시 교환",
        "남극 크릴 공동 조사",
        "공동위원회는 연간 사업계획을 승인한다",
        "양측은 공동위원회를 설치하고 연 1회 개최한다",
        "양측은 자료를 제3자에게 제공하지 아니한다",
    ]


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("남측은 예술단을 파견하기로 하고, 북측은 편의를 보장하기로 하였다.", "파견하기로 하고"),
        ("양측은 협의체를 신설하기로 하는 한편 정보를 교환하기로 하였다.", "신설하기로 하는 한편"),
        ("양측은 각급에서 긴밀히 협력해 나가기로 했다.", "협력해 나가기로 했다"),
        ("양측은 교류를 지속 추진하는 한편 협력을 확대하기로 했다.", "교류를 지속 추진하는 한편"),
    ],
)
def test_what_a_korean_clause_does_is_told_by_its_verb_and_not_by_the_words_that_carry_it(sentence, verb):
    flat = flattened(sentence)
    first = GRAMMAR.actions(flat, 0, len(flat), Setting.PROSE)[0]
    assert sentence[first.verb : first.end] == verb


def test_a_condition_that_comes_with_another_is_no_korean_promise():
    sentence = "양측은 긴장이 해소되고 신뢰가 구축되는 데 따라 군축을 실현해 나가기로 하였다."
    assert words(sentence) == [sentence.rstrip(".")]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "양측은 협력을 일관되고 지속적으로 발전시켜 나가기로 하였다.",
            ["양측은 협력을 일관되고 지속적으로 발전시켜 나가기로 하였다"],
        ),
        (
            "양측은 협력을 내실 있고 안정적으로 이어가기로 하였다.",
            ["양측은 협력을 내실 있고 안정적으로 이어가기로 하였다"],
        ),
        ("추가 제한은 없을 것이며 양측은 절차를 협의하기로 하였다.", ["양측은 절차를 협의하기로 하였다"]),
        ("쌍방은 약품을 전달하며 교육을 실시하기로 하였다.", ["쌍방은 약품을 전달하며", "교육을 실시하기로 하였다"]),
        (
            "양국은 사업을 추진하고, 이를 뒷받침하기 위한 기금을 조성하기로 하였다.",
            ["양국은 사업을 추진하고", "이를 뒷받침하기 위한 기금을 조성하기로 하였다"],
        ),
        (
            "양국은 문제를 화해와 협력, 이해에 맞게 풀기로 하였다.",
            ["양국은 문제를 화해와 협력, 이해에 맞게 풀기로 하였다"],
        ),
        ("국민 여러분께 깊은 감사의 말씀을 드립니다.", []),
        (
            "양측은 위원회를 구성하고 운영하여 문제를 협의하기로 하였다.",
            ["양측은 위원회를 구성하고 운영하여 문제를 협의하기로 하였다"],
        ),
        ("양측은 공동위원회를 다음과 같이 구성하기로 합의하였다.", []),
    ],
)
def test_a_korean_chain_is_cut_where_another_act_begins_and_nowhere_else(sentence, parts):
    assert words(sentence) == parts


def test_numbers_without_a_blank_behind_them_begin_korean_items():
    draft = read_text(
        Text("ko", "청소년 교류 양해각서\n\n1.양측은 대표단을 매년 초청한다.\n2.양 측은 교류를 장려한다.\n")
    )

    assert [draft.text.at(each.span) for each in draft.commitments] == [
        "양측은 대표단을 매년 초청한다",
        "양 측은 교류를 장려한다",
    ]


@pytest.mark.parametrize(
    ("sentence", "setting", "promised"),
    [
        (
            "양국은 ▲외교장관회담 연례 개최 ▲국장급 대화 신설 등에 합의했으며 ▲청년 교류 확대 ▲영화제 공동 개최 등에도 뜻을 모았다.",
            Setting.PROSE,
            ["외교장관회담 연례 개최", "국장급 대화 신설", "청년 교류 확대", "영화제 공동 개최"],
        ),
        ("태양광 입지 공동 조사 △통관 절차 간소화", Setting.DIRECTIVE, ["태양광 입지 공동 조사", "통관 절차 간소화"]),
        (
            "장관들은 ▴훈련에 참가하는 함정의 수를 늘리고, ▴정보를 실시간으로 공유하기로 하였다.",
            Setting.PROSE,
            ["훈련에 참가하는 함정의 수를 늘리고", "정보를 실시간으로 공유하기로 하였다"],
        ),
        (
            "양국은 △교육 △보건 등 다양한 분야에서 협력을 넓혀 나가기로 하였다.",
            Setting.PROSE,
            ["양국은 △교육 △보건 등 다양한 분야에서 협력을 넓혀 나가기로 하였다"],
        ),
    ],
)
def test_triangles_in_a_korean_sentence_part_what_was_agreed_and_leave_mere_fields_together(
    sentence, setting, promised
):
    assert words(sentence, setting) == promised


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        (
            "양측은 관계가 깊어졌다는 점에 공감하여, 실질 협력을 넓혀 나가기로 하였다.",
            ["실질 협력을 넓혀 나가기로 하였다"],
        ),
        ("공동 보도문에서 양측은 함께 노력하는데 동의했다.", ["양측은 함께 노력하는데 동의했다"]),
        ("양측은 청정하고 안전한 에너지로 전환하기로 하였다.", ["양측은 청정하고 안전한 에너지로 전환하기로 하였다"]),
        ("② 위원회는 매년 개최한다.", ["위원회는 매년 개최한다"]),
        ("장관은 “양국은 유엔에서 함께 노력하기로 했다”고 밝혔다.", ["양국은 유엔에서 함께 노력하기로 했다"]),
        ('정상들은 "회담을 조속히 재개하기로 했다"고 했다.', ["회담을 조속히 재개하기로 했다"]),
        ("(카이로=통신) 홍길순 기자 = 양측은 회담을 재개하기로 했다.", ["양측은 회담을 재개하기로 했다"]),
        ("[서울=통신] 홍길순 김철수 기자 = 양측은 회담을 재개하기로 했다.", ["양측은 회담을 재개하기로 했다"]),
        ("양 장관은 5일 회담을 갖고 훈련을 재개하기로 했다.", ["훈련을 재개하기로 했다"]),
        ("참석자들은 경과를 보고받고, 사업을 재개하기로 했다.", ["사업을 재개하기로 했다"]),
        ("그뿐만 아니라, 양측은 세관 협력을 강화하기로 하였다.", ["양측은 세관 협력을 강화하기로 하였다"]),
        ("양측은 ‘관세 협력각서’에 서명하고 통관 협력을 구체화하기로 했다.", ["통관 협력을 구체화하기로 했다"]),
        (
            "양측은 협력을 유지하고 심화하고자 소통을 계속할 것을 약속하였다.",
            ["양측은 협력을 유지하고 심화하고자 소통을 계속할 것을 약속하였다"],
        ),
        ("홍해의 안전이 교역에 기여할 것이라며 협력을 강화하기로 했다.", ["협력을 강화하기로 했다"]),
    ],
)
def test_a_korean_span_begins_with_who_promises_and_what(sentence, promised):
    assert words(sentence) == promised


def test_the_present_of_a_state_or_what_the_parties_respect_promises_in_korean_articles_alone():
    respects = "남과 북은 상대방의 절차를 인정하고 존중한다"

    assert words(respects, Setting.ARTICLE) == [respects]
    assert words("모잠비크는 부지를 제공한다", Setting.ARTICLE) == ["모잠비크는 부지를 제공한다"]
    assert words(respects) == []


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        (
            "또 에너지 협력을 심화해 나가기로 하는 한편, ▲공동위의 서울 개최 ▲우라늄 공동 탐사 추진 등에 대해서도 합의했다.",
            ["에너지 협력을 심화해 나가기로 하는 한편", "공동위의 서울 개최", "우라늄 공동 탐사 추진"],
        ),
        ("협약서에는 ▲예보관 교육과정 개설 ▲관측 자료 교환 등을 담았다.", ["예보관 교육과정 개설", "관측 자료 교환"]),
        (
            "양측은 △신뢰 지속 강화 △국방 협력 확대 등의 조치를 취해 나가기로 합의했다.",
            ["신뢰 지속 강화", "국방 협력 확대"],
        ),
        ("회의에서는 ▲예보관 교육과정 개설 ▲관측 자료 교환 등을 논의했다.", []),
    ],
)
def test_triangles_promise_what_the_words_behind_them_say_is_agreed(sentence, promised):
    assert words(sentence) == promised


def test_what_was_agreed_in_words_nobody_knows_is_passed_over_in_doubt():
    proposed = "차관은 사무국을 둘 것을 제안했고 상대측이 합의했다"

    assert read(proposed) == [(proposed, "passed-over")]


@pytest.mark.parametrize(
    ("furniture", "kept"),
    [
        ("즉시 배포", False),
        ("[외교부 제공. 재판매 및 DB 금지]", False),
        ("〈회담 사진〉 (좌) 장관, (우) 대신", False),
        ("국민신문 홍길순 기자 2027.02.23 13:08", False),
        ("두 장관의 회담", True),
    ],
)
def test_bylines_and_captions_of_news_are_no_headings(furniture, kept):
    promise = "양측은 공동위원회를 서울에서 개최하기로 하였다."
    draft = read_text(Text("ko", f"회담 결과\n\n{furniture}\n\n{promise}\n\n문화 교류\n\n{promise}\n")).value()

    assert [section["title"] for section in draft["sections"]] == [*([furniture] if kept else []), "문화 교류"]


@pytest.mark.parametrize("paper", ["이 계획", "본 행동계획", "이번 공동성명"])
def test_that_ministers_agreed_to_this_very_paper_is_no_promise_passed_over(paper):
    assert read(f"양국 외교장관은 2024년 7월 18일 서울에서 {paper}에 합의하였다") == []


def test_what_one_person_begins_to_say_is_passed_over_in_doubt():
    said = "정 대통령은 모두발언에서 “새로운 협력을 준비해 나가고자 한다."

    assert [doubt for _, doubt in read(said)] == ["passed-over"]


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        (
            "양측은 매년 청소년 15명을 파견하는 교류를 실시하며, 그 비용은 파견하는 측이 부담한다.",
            ["양측은 매년 청소년 15명을 파견하는 교류를 실시하며"],
        ),
        (
            "양측은 합의사항의 이행 상황을 분기별로 점검하고, 차기 대화를 부산에서 개최하기로 하였다.",
            ["양측은 합의사항의 이행 상황을 분기별로 점검하고", "차기 대화를 부산에서 개최하기로 하였다"],
        ),
        (
            "대통령은 “양국은 협의체를 가동하고 협력 방안을 모색해 나갈 것”이라며 “먼 이웃이지만 가까운 벗이다”라고 말했다.",
            ["양국은 협의체를 가동하고", "협력 방안을 모색해 나갈 것"],
        ),
        (
            "대통령은 “양국은 동반자 관계를 강화하기로 했다”라며 큰 기대를 나타냈습니다.",
            ["양국은 동반자 관계를 강화하기로 했다"],
        ),
        (
            "양측은 연례 국장급회의에서 이행 성과를 평가하고, 그 결과를 보고하기로 하였다.",
            ["양측은 연례 국장급회의에서 이행 성과를 평가하고", "그 결과를 보고하기로 하였다"],
        ),
        (
            "양측은 △카카오 가공단지 조성 △어항 현대화 등 우리 기업에 도움이 되는 과제를 집중 관리하기로 했다.",
            ["양측은 △카카오 가공단지 조성 △어항 현대화 등 우리 기업에 도움이 되는 과제를 집중 관리하기로 했다"],
        ),
        (
            "양국은 기후변화가 위협임을 인식하는 가운데, 기후협력협정을 신속히 체결하기로 합의하였다.",
            ["기후협력협정을 신속히 체결하기로 합의하였다"],
        ),
        (
            "두 정상은 국민의 이해가 중요하다는 데 의견을 모으고, 문화주간을 열기로 했다.",
            ["문화주간을 열기로 했다"],
        ),
        (
            "오늘 양국은 행동계획을 채택하고, 관계를 더욱 발전시켜 나가기로 하였습니다.",
            ["관계를 더욱 발전시켜 나가기로 하였습니다"],
        ),
    ],
)
def test_a_chain_keeps_what_is_promised_beside_costs_reviews_and_quotations(sentence, promised):
    assert words(sentence) == promised


PROMISE = "양측은 공동위원회를 서울에서 개최하기로 하였다."


@pytest.mark.parametrize(
    "page",
    [
        f"회담 결과\n\n다시듣기\n\n{PROMISE}\n",
        f"한-카리브 정상회의\n\n바다를 위한 행동계획\n- 10개 분야 협력 방안 합의 -\n\n{PROMISE}\n",
        f"회담 결과\n\n{PROMISE}\n\n두 장관이 10일 의사당에서 악수하고 있다. 헬싱키 연합뉴스\n\n{PROMISE}\n",
        f"두 나라 물류협력 재개 연내 공동센터 연다\n\n민들레 기자\n\n두 나라 물류협력 재개 연내 공동센터 연다\n\n{PROMISE}\n",
        f"회담 결과\n\n{PROMISE}\n\n(제4차 해운장관회의)\n\n{PROMISE}\n",
        f"공동언론발표문\n\n오늘 총리님과 저는\n\n협력 방안을 논의했습니다.\n\n{PROMISE}\n",
        f"공동언론발표 전문\n\n저와 대표단을 맞아주신\n국민들께 감사드립니다.\n모로코는 두 대륙을 잇는 관문이자\n우리의 벗입니다.\n{PROMISE}\n",
        f"회담 결과\n\n□ {PROMISE}\n  (지표) 과제 이행률, 기업 참여 수\n\n□ {PROMISE}\n",
        f"회담 결과\n\n□ 교환 승선 인원을 연 100명 규모로 확대\n □ 2027년 장관회의 국내 개최\n  ㅇ 준비기획단 설치\n\n{PROMISE}\n",
    ],
)
def test_what_a_korean_page_shows_around_its_text_is_no_heading(page):
    assert read_text(Text("ko", page)).value()["sections"] == []


def test_of_two_columns_of_a_korean_table_the_one_that_says_acts_is_read():
    head = "| 연번 | 추진과제 | 세부내용 | 시기 |\n|---|---|---|---|\n"
    rows = "| 1 | 공동 데이터센터 완공 | 약 9천만 달러 | 2028년 |\n| 2 | 항공협정 개정 협상 개시 | 운수권 증대 | 2027년 |\n"
    draft = read_text(Text("ko", f"이행계획\n\n{head}{rows}")).value()

    assert [one["text"] for one in draft["commitments"]] == ["공동 데이터센터 완공", "항공협정 개정 협상 개시"]


def test_a_note_and_the_dashes_below_it_promise_nothing():
    text = f"회담 결과\n\n□ {PROMISE}\n  ※ 2024년부터 매년 대화 개최\n    - 제1차(2024.3월, 서울) 개최\n\n□ {PROMISE}\n"
    draft = read_text(Text("ko", text)).value()

    assert len(draft["commitments"]) == 2


def test_an_item_that_breaks_off_on_a_verb_promises_with_the_item_below_it():
    text = "회의 결과\n\n□ 정부는 점검 회의를 분기별로 개최하여 이행상황을 점검하고,\n\n ㅇ 점검 결과를 국무회의에 보고할 계획입니다.\n"
    draft = read_text(Text("ko", text)).value()

    assert len(draft["commitments"]) == 2


def test_nouns_of_action_in_a_row_are_promises_of_their_own():
    assert words("통상당국 협의체 발족, 활용률 공동조사 착수", Setting.DIRECTIVE) == [
        "통상당국 협의체 발족",
        "활용률 공동조사 착수",
    ]


def test_two_titles_in_brackets_head_what_is_below_them_and_names_of_who_speaks_do_not():
    items = "\n- 해운 협력 확대\n- 공동위원회 설치 합의\n"
    told = read_text(Text("ko", f"방문 결과\n[주요 일정]{items}[주요 성과]{items}"))
    spoken = read_text(Text("ko", f"방문 결과\n[앵커]{items}[김민호 / 기자]{items}"))

    assert [section.title for section in told.sections] == ["[주요 일정]", "[주요 성과]"]
    assert spoken.sections == ()


@pytest.mark.parametrize("mark", ["⁙ ", "ㆍ", "·", "❍ "])
def test_a_dot_where_a_korean_line_begins_is_a_bullet_with_or_without_a_blank(mark):
    draft = read_text(Text("ko", f"양측은 다음 사항에 합의하였다.\n\n{mark}청년 교류 확대\n{mark}해운 협정 체결\n"))

    assert [draft.text.at(each.span) for each in draft.commitments] == ["청년 교류 확대", "해운 협정 체결"]


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        ("양국은 인간 중심의 비전을 공유한다.", []),
        (
            "이 각서의 해석에 관한 이견은 양측 간 협의를 통하여 우호적으로 해결한다.",
            ["이 각서의 해석에 관한 이견은 양측 간 협의를 통하여 우호적으로 해결한다"],
        ),
        (
            "양측은 2028년 말까지 성과를 종합 평가하고 후속 계획을 수립하기로 하였다.",
            ["양측은 2028년 말까지 성과를 종합 평가하고", "후속 계획을 수립하기로 하였다"],
        ),
        ("일본과는 환경 이슈들에 대해 논의하고 실무협의를 갖기로 하였다.", ["실무협의를 갖기로 하였다"]),
    ],
)
def test_what_was_spoken_of_is_left_out_and_what_has_its_day_is_promised(sentence, promised):
    assert words(sentence) == promised


def test_what_is_only_named_to_be_set_up_and_the_labels_of_papers_promise_nothing():
    draft = read_text(
        Text(
            "ko",
            "공동 발표\n\nⅠ. 양측은 다음과 같은 실무그룹을 설치하는 데 합의하였다.\n1. 양국 관계 정상화\n2. 경제 협력\n\n"
            "| 연번 | 문서명 | 서명자 |\n|---|---|---|\n| 1 | 철도 협력 양해각서 | 교통부장관 |\n",
        )
    )

    assert [draft.text.at(each.span) for each in draft.commitments] == [
        "양측은 다음과 같은 실무그룹을 설치하는 데 합의하였다"
    ]


def test_a_note_behind_a_star_and_figures_beside_an_arrow_are_neither_act_nor_heading():
    draft = read_text(
        Text(
            "ko",
            "이행계획\n\n1. 공급망\n▸ 운영 노하우 공유 *조달청\nㅇ 교역액(억불): (’21) 68 → (’23) 74\n※ 예산은 각국 부담\n",
        )
    )

    assert [draft.text.at(each.span) for each in draft.commitments] == ["운영 노하우 공유 *조달청"]
    assert [section.title for section in draft.sections] == ["공급망"]


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("전면적 외교관계로 나아가기 위한 양자대화를 개시", "dialogue"),
        ("개방적인 지역 구조를 함께 강화", "undertaking"),
        ("지속가능성을 높이기 위해 협력", "undertaking"),
        ("지식재산 보호에 관한 협력을 강화", "undertaking"),
    ],
)
def test_a_word_inside_another_tells_no_mode(words, mode):
    (commitment,) = read_text(Text("ko", f"양측은 {words}하기로 하였다.")).commitments

    assert commitment.mode == mode


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        ("양측은 포럼을 2027년에 개최하기로 하였\n    다.", 1),
        ("양측은 과제를 지원하기로 합의\n    하였다.", 1),
        ("양측은 협력을 확대 하기로 하였다.", 1),
        ("양측은 성과를 환영하였\n    다.", 0),
    ],
)
def test_a_line_broken_inside_the_last_word_does_not_hide_a_korean_promise(sentence, promised):
    assert len(words(sentence)) == promised


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        ("양측은 회의를 제주에서 개최하기로 합의했다고 29일 밝혔다.", 1),
        ("양측은 사무국 설치에 기본적으로 합의하였고, 공동연구를 추진하기로 하였다.", 2),
        ("제3차 회의는 9월 도쿄에서 개최할 예정이다.<김하나 기자>", 1),
        ("양국이 새로운 기회를 갖게 될 것이라고 밝혔다.", 0),
    ],
)
def test_what_the_press_puts_around_a_promise_does_not_hide_it(sentence, promised):
    assert len(words(sentence)) == promised


def test_both_of_whatever_kind_promise_in_the_bare_articles_of_an_agreement():
    draft = read_text(
        Text(
            "ko",
            "우호협력 합의서\n\n제1조 양 도시는 협력 관계를 발전시킨다.\n\n제2조 양 대학의 대표단은 우수사례를 공유한다.\n",
        )
    )

    assert [draft.text.at(each.span).split()[-1] for each in draft.commitments] == ["발전시킨다", "공유한다"]


def test_what_officials_are_directed_to_do_is_parted_where_each_act_has_its_object():
    assert words("우리는 고위관리들에게 이행을 점검하고 차기 회의에 결과를 보고하도록 지시하였다.") == [
        "우리는 고위관리들에게 이행을 점검하고",
        "차기 회의에 결과를 보고하도록 지시하였다",
    ]
