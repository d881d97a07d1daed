"""Korean names of bodies and instruments, and the way a preamble speaks of who agreed and what is achieved."""

from suivi.reader.languages.language import Names, Past, Preamble
from suivi.reader.lexicon import Lexicon

# A name is one written word, with the words before it that bear no particle.
_START = r"(?<![가-힣A-Za-z0-9·+\-])"
_BARE = r"(?:[가-힣A-Za-z0-9·+\-]{0,20}[가-힣A-Za-z0-9](?<![을를에의와과은는이가한된할서로인])(?:\([^()]{1,20}\))? )"
_KIND = r"(?:대화|회의|회담|위원회|협의회|협의체|포럼|정상회의|연합|연대|공동체|기구|그룹|파트너십|챌린지|사무국|작업반|워킹그룹|이사회|네트워크|센터|재단|협력사업단)"
_PAPER = r"(?:협정|양해각서|선언|조약|협약|약정|의정서|헌장|공동성명|이행계획|행동계획|프레임워크|로드맵|의향서|MOU|교류의 해)"

NAMES = Names(
    instrument=(
        rf"(?:[가-힣A-Za-z0-9·,\- ]{{2,40}}에 관한 (?:[가-힣]+ )?{_PAPER}(?:의 이행계획)?|{_START}{_BARE}{{0,3}}[가-힣A-Za-z0-9·\-]{{0,30}}{_PAPER}(?:\([^()]{{1,20}}\))?)"
    ),
    body=rf"{_START}{_BARE}{{0,2}}[가-힣A-Za-z0-9·()+\-]{{0,30}}{_KIND}(?:\([^()]{{1,20}}\))?(?=[가-힣]{{0,2}}(?:[\s,.;]|$))",
    shortened=r"\(이하,? ?[‘'“\"「]?(?P<short>[가-힣A-Za-z][가-힣\w·\- ]{1,24}?)[’'”\"」]?(?:(?:이)?라고?(?: 함| 한다)?|로 약칭)?\)",
    acronyms=Lexicon(
        dict.fromkeys(
            (
                "유엔|아세안|북대서양조약기구|나토|세계무역기구|세계보건기구|국제원자력기구|아시아태평양경제협력체|유럽연합|경제협력개발기구|주요 7개국|주요 20개국|"
                "apec|nato|wto|who|oecd|g7|g20|iaea|오타와 그룹|세계은행|국제통화기금|유네스코|인터폴"
            ).split("|"),
            "body",
        )
    ),
)

PAST = Past(
    listing=r"(?:성과|결과|진전|업적)[^.;:]{0,40}: *",
    item=r", (?!및 )",
    kinds=Lexicon(
        {
            **dict.fromkeys("방문|순방".split("|"), "visit"),
            **dict.fromkeys("양해각서|협정|조약|협약|약정|선언|협상|의정서".split("|"), "instrument"),
            **dict.fromkeys("대화|회의|회담|정상회의|협의회|포럼|위원회".split("|"), "dialogue"),
        }
    ),
    sentence=r"(?:체결|서명|개최|출범|발효|채택|타결)(?:하였|했|되었|됐|한 것을 (?:환영|평가))|(?:체결|서명|개최|출범|발효|채택|타결)(?:을|를) (?:환영|평가|축하)",
)

_PERSON = r"(?:양국 (?:정상|외교장관|장관|총리|정부)|양측|양 장관|양국|(?:[가-힣]{1,20} ){0,3}(?:대통령|총리|장관))"

PREAMBLE = Preamble(
    agreed=rf"(?P<who>{_PERSON}(?:(?:과|와) {_PERSON})?)(?:들)?(?:은|는|이|가) [^.]{{0,80}}(?:합의|채택|승인|서명)",
    instructed=rf"(?P<who>{_PERSON}(?:(?:과|와) {_PERSON})?)(?:의|이|가|께서)? [^.]{{0,30}}?(?:지시|요청|위임)",
    persons=r"(?:과|와) +",
    review=r"(?:계획|동반자|이행|진전|행동계획).{0,60}(?:점검|검토|평가)",
)

ACTOR = r"(?P<who>[가-힣]{2,10}?)(?: ?(?:정부|측|장관|총리|대통령|주석|국회|의회|하원|상원|대표단)(?:님)?){0,3}(?:은|는|이|가|께서는) "
