"""Korean cues of the kinds of cooperation: the verb that ends the clause, and what it is about (rule R8)."""

from suivi.reader.languages.language import Cues
from suivi.reader.lexicon import Lexicon


def _cues(table: dict[tuple[str, int], str]) -> dict[str, tuple[str, int]]:
    return {phrase: cue for cue, phrases in table.items() for phrase in phrases.split("|")}


_VERBS = _cues(
    {
        ("study", 6): "검토|모색|연구|분석|조사|탐색",
        ("information", 6): "공유|교환",
        ("dialogue", 6): "개최|협의|논의|점검|회담|정례화|출범",
        ("instrument", 6): "체결|서명|비준|타결|협상|가서명|발효",
        ("implementation", 6): "이행|시행|실행|집행",
        ("advocacy", 4): "지지|수호|보호|증진|장려|옹호|규탄|묻",
        ("capacity", 5): "양성|훈련|교육|연수",
        ("project", 4): "개발|실증|착수|시범",
        ("undertaking", 3): "강화|확대|심화|진전|협력|촉진|대응|조성|추진|지속|노력|보장|활용|공고|지원|발전|홍보|기린",
    }
)

_OBJECTS = _cues(
    {
        ("dialogue", 4): "대화|협의회|협의를|정례 협의|회의|회담|위원회|논의를|논의에",
        ("information", 4): "정보 공유|정보를|정보와|모범 사례|경험을|지식 교류|지식|데이터|자료",
        ("instrument", 3): "협정에|협정을|협정의|양해각서|조약|약정|협상",
        ("implementation", 3): "이행계획|결과를|우선과제를",
        ("project", 4): "공동 사업|사업의|연구|시제품|실증|청정기술|재정 지원|기술을 발전|공동개발|프로젝트",
        ("early_warning", 9): "조기경보|교란",
        ("mutual_aid", 8): "산불|재난|구호|구조|상호 원조|긴급",
        ("patrol", 8): "제재 회피|순찰|해상 감시|초계",
        ("season", 9): "문화교류의 해|교류의 해|상호 방문의 해|축제|기념행사",
        ("mobility", 8): "청년교류|청년 교류|워킹홀리데이|비자|사증|인적 교류|청년 간 교류|인적 이동",
        ("capacity", 4): "역량을 강화|역량 강화|역량을|연수|교육훈련",
        ("study", 5): "방안을|방안의|가능성을|이해를 심화",
        (
            "advocacy",
            4,
        ): "인권|유엔|국제질서|다자 무대|국제기구|여성|규범|세계 무역|글로벌 선언|민주주의|세계 보건|다자 사업|챌린지|세계무역기구",
    }
)

CUES = Cues(
    verbs=Lexicon(_VERBS),
    objects=Lexicon(_OBJECTS),
    discrete=Lexicon(
        dict.fromkeys(
            (
                "개최|체결|서명|비준|타결|출범|설립|설치|수립|채택|발족|신설|개설|이행|실시|점검|검토|마련|교환|파견|초청|방문|착수|완료|마무리|발간|발표|개정|갱신|"
                "연장|도입|구성|제공|지정|재개|모색|협의|논의|시행|추진할|운영|정례화"
            ).split("|"),
            True,
        )
    ),
)
