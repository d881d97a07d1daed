"""English times: “every year”, “by 2030”."""

from suivi.reader.languages.language import Times
from suivi.reader.lexicon import Lexicon


def _all(phrases: str, rule: str | None) -> dict[str, str | None]:
    return dict.fromkeys(phrases.split("|"), rule)


_MONTHS = "january february march april may june july august september october november december".split()

TIMES = Times(
    recurrences=Lexicon(
        {
            **_all(
                "every year|each year|yearly|annual|annually|once a year|on an annual basis|once per year",
                "FREQ=YEARLY",
            ),
            **_all(
                "twice a year|every six months|semi-annual|semi-annually|biannual|biannually|twice yearly|half-yearly",
                "FREQ=MONTHLY;INTERVAL=6",
            ),
            **_all("quarterly|every quarter|each quarter|every three months", "FREQ=MONTHLY;INTERVAL=3"),
            **_all("monthly|every month|each month", "FREQ=MONTHLY"),
            **_all("every two years|every second year|every other year|biennial|biennially", "FREQ=YEARLY;INTERVAL=2"),
            **_all("every three years|triennial|triennially", "FREQ=YEARLY;INTERVAL=3"),
            **_all("weekly|every week", "FREQ=WEEKLY"),
            **_all("regular|regularly|periodic|periodically|on a regular basis|at regular intervals", None),
        },
        whole=True,
    ),
    occasion=r"consultation|dialogue|meeting|meet|exchange|discussion|visit|contact|summit|talks|session|review|exercise|hold|convene|report",
    months={name: number for number, name in enumerate(_MONTHS, start=1)},
    parts={
        "first half": (1, 6),
        "second half": (7, 12),
        "first quarter": (1, 3),
        "second quarter": (4, 6),
        "third quarter": (7, 9),
        "fourth quarter": (10, 12),
        "end": (12, 12),
        "early": (1, 3),
        "mid": (5, 8),
        "late": (10, 12),
        "beginning": (1, 3),
        "course": (1, 12),
    },
    days=(
        r"(?:(?:the )?(?P<part>first half|second half|first quarter|second quarter|third quarter|fourth quarter|end|early|mid|late|beginning|course)(?: of|-)? "
        r"|(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? )?(?P<month>"
        + "|".join(_MONTHS)
        + r")(?:,? | (?P<day_after>\d{1,2}),? )|"
        r"(?P<first>(?:19|20)\d\d) ?[-–/] ?|)(?P<year>(?:19|20)\d\d)\b"
    ),
    by=r"\b(?:by|before|no later than|not later than|until|within|prior to|by the|before the|through)(?: the year| the)? $",
    by_after=r"(?!)",
    during=r"\b(?:in|during|for|on|from|in the course of)(?: the year| the)? $",
    past=(
        r"(?:signed|concluded|adopted|launched|established|created|held|published|announced|since|force|declared|entered|took place|agreed|"
        r"understanding|agreement|dispatch\w*)(?: \w+){0,4} (?:in|on|since|of|to|from) $"
    ),
)
