"""Korean times: ‘매년’, ‘2030년까지’."""

from suivi.reader.languages.language import Times
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
    occasion=r"협의|대화|회의|회담|교류|논의|방문|접촉|면담|점검|훈련|개최|포럼|세미나|소통",
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
        r"(?<!\d)(?:(?P<first>(?:19|20)\d\d)년? ?[-–~∼] ?)?(?P<year>(?:19|20)\d\d)(?!\d)년?"
        r"(?: ?(?P<month>1[0-2]|0?[1-9])월(?: ?(?P<day>[12]\d|3[01]|0?[1-9])일)?| ?(?P<part>상반기|하반기|[1-4]분기|말|초|중))?"
    ),
    by=r"(?!)",
    by_after=r" ?(?:까지|이내|내에|내로|안에|중으로|전까지|전에)",
    during=r"(?!)",
    past=r"(?!)",
)
