"""Korean times: ‘매년’, ‘2030년까지’."""

from suivi.reader.languages.language import Spans, Times
from suivi.reader.lexicon import Lexicon


def _all(phrases: str, rule: str | None) -> dict[str, str | None]:
    return dict.fromkeys(phrases.split("|"), rule)


TIMES = Times(
    recurrences=Lexicon(
        {
            **_all("매년|해마다|연례|연 1회|연1회|연간 1회|1년에 한 번|매 년", "FREQ=YEARLY"),
            **_all("연 2회|연2회|반기별|매 반기|반년마다|6개월마다|6개월에 한 번", "FREQ=MONTHLY;INTERVAL=6"),
            **_all("분기별|매 분기|매분기|3개월마다", "FREQ=MONTHLY;INTERVAL=3"),
            **_all("매월|매달|월 1회", "FREQ=MONTHLY"),
            **_all("격년|2년마다|2년에 한 번", "FREQ=YEARLY;INTERVAL=2"),
            **_all("3년마다|3년에 한 번", "FREQ=YEARLY;INTERVAL=3"),
            **_all("매주|주 1회", "FREQ=WEEKLY"),
            **_all("정기|정례|정기적|정례적|주기적", None),
        }
    ),
    occasion=r"공유|교환|협의|대화|회의|회담|교류|논의|방문|접촉|면담|점검|훈련|개최|포럼|세미나|소통",
    months={key: month for month in range(1, 13) for key in (str(month), f"{month:02}")},
    parts={
        "상반기": (1, 6),
        "하반기": (7, 12),
        "1분기": (1, 3),
        "2분기": (4, 6),
        "3분기": (7, 9),
        "4분기": (10, 12),
        "말": (12, 12),
        "초": (1, 3),
        "중": (1, 12),
    },
    days=(
        r"(?<!\d)(?:(?P<first>(?:19|20)\d\d)년? ?[-–~∼] ?)?(?:(?P<year>(?:19|20)\d\d)(?!\d)년?|'(?P<short>\d\d)(?:년|\.(?= ?\d{1,2}(?:월|\.))))"
        r"(?: ?(?P<month>1[0-2]|0?[1-9])(?:월|\.(?= |$))(?: ?(?P<day>[12]\d|3[01]|0?[1-9])일)?| ?(?P<part>상반기|하반기|[1-4]분기|말|초|중(?![·가-힣])))?"
    ),
    year=r"(?:19|20)\d\d|'\d\d",
    by=r"(?!)",
    by_after=r" ?(?:까지|이내|내에|내로|안에|중으로|전까지|전에)",
    during=r"(?!)",
    # A year names when the act is due unless it tells since when, or of something signed or held in it.
    during_after=(
        r"(?!을 |를 | ?(?:부터|이래|이후|이전|도 |대비|기준|수교 이|현재|에 (?:서명|체결|발효|발표|채택|개최|설립|출범|수립|합의)|(?:서명|체결|발효|발표|채택|개최|설립|출범|수립|합의)(?:된|한)|"
        r" ?(?:양국|한국|교역|무역|양해각서|협정|공동성명|공동선언|선언|합의|정상회담|정상 ?회의|외교장관회|행동계획)))"
    ),
    past=r"(?!)",
    spans=Spans(
        pattern=(
            r"(?P<this_year>연내|금년 ?(?:내|중|안|말)|올해 ?(?:내|중|안|말)|연말까지|올해 안)|(?P<soon>조속(?:히|한 시일 ?(?:내|안)에?|한 시일)|(?:가까운|빠른|이른) 시일 ?(?:내|안)(?:에|로)?|가능한 (?:한 )?(?:빨리|조속히)|조만간)|(?P<next_year>내년(?:까지| ?중| ?안| ?상반기| ?하반기|에)?)|"
            r"(?:향후|앞으로|서명 후|발효 후)? ?(?P<count>\d{1,3}|한|두|세|네|다섯|여섯|열) ?(?P<unit>개월|년|주|일|달)(?:간|에 걸쳐| ?이내| ?내에?| ?안에)(?=[ ,.)]|$|에)|"
            r"(?<!\d년 )(?<!\d년)(?<!내년 )(?<!\d)(?P<season>상반기|하반기|1분기|2분기|3분기|4분기|(?:[1-9]|1[0-2])월)(?: ?중| ?말| ?초|에|까지|에는)|"
            r"(?P<event>(?:차기|다음) [가-힣· ]{0,12}(?:회의|정상회의|회담|대화|협의회|위원회) ?(?:이전에?|전까지|전에|까지))"
        ),
        units={"개월": ("months", 1), "달": ("months", 1), "년": ("months", 12), "주": ("days", 7), "일": ("days", 1)},
        counts={"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "열": 10},
        seasons={
            "상반기": 6,
            "하반기": 12,
            "1분기": 3,
            "2분기": 6,
            "3분기": 9,
            "4분기": 12,
            **{f"{month}월": month for month in range(1, 13)},
        },
        before=r"(?!)",
    ),
)
