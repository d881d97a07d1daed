"""English times: “every year”, “by 2030”."""

from suivi.reader.languages.language import Spans, Times
from suivi.reader.lexicon import Lexicon


def _all(phrases: str, rule: str | None) -> dict[str, str | None]:
    return dict.fromkeys(phrases.split("|"), rule)


_MONTHS = "january february march april may june july august september october november december".split()

_PARTS = {
    "first half": (1, 6),
    "second half": (7, 12),
    "first semester": (1, 6),
    "second semester": (7, 12),
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "last quarter": (10, 12),
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
    "spring": (3, 6),
    "summer": (6, 9),
    "autumn": (9, 12),
    "fall": (9, 12),
    "winter": (12, 15),
}
_COUNTS = {
    name: number
    for number, name in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}
_UNITS = {"day": ("days", 1), "week": ("days", 7), "month": ("months", 1), "year": ("months", 12)}

TIMES = Times(
    recurrences=Lexicon(
        {
            **_all(
                "every year|each year|yearly|annual|annually|once a year|on an annual basis|once per year",
                "FREQ=YEARLY",
            ),
            **_all(
                "twice a year|every six months|once in six months|once every six months|semi-annual|semi-annually|biannual|biannually|twice yearly|half-yearly",
                "FREQ=MONTHLY;INTERVAL=6",
            ),
            **_all("quarterly|every quarter|each quarter|once a quarter|every three months", "FREQ=MONTHLY;INTERVAL=3"),
            **_all("monthly|every month|each month", "FREQ=MONTHLY"),
            **_all(
                "every two years|once in two years|once every two years|every second year|every other year|biennial|biennially",
                "FREQ=YEARLY;INTERVAL=2",
            ),
            **_all("every three years|triennial|triennially", "FREQ=YEARLY;INTERVAL=3"),
            **_all("weekly|every week", "FREQ=WEEKLY"),
            **_all("regular|regularly|periodic|periodically|on a regular basis|at regular intervals", None),
        },
        whole=True,
    ),
    occasion=r"consultation|dialogue|meeting|meet|exchange|discussion|visit|contact|summit|talks|session|review|exercise|hold|convene|report",
    months={name: number for number, name in enumerate(_MONTHS, start=1)},
    parts={
        **_PARTS,
        "end": (12, 12),
        "early": (1, 3),
        "mid": (5, 8),
        "middle": (5, 8),
        "late": (10, 12),
        "beginning": (1, 3),
        "start": (1, 3),
        "course": (1, 12),
    },
    days=(
        rf"(?:(?:the )?(?:(?:end|beginning|start|middle) of (?:the )?)?(?P<part>{'|'.join(_PARTS)}|end|early|mid|middle|late|beginning|start|course)(?: of(?: the year)?|-| in)? ?"
        r"|(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? )?(?P<month>"
        + "|".join(_MONTHS)
        + r")(?:,? |(?: of)? | (?P<day_after>\d{1,2})(?:st|nd|rd|th)?,? )|"
        r"(?P<first>(?:19|20)\d\d) ?[-–/] ?|)(?P<year>(?:19|20)\d\d)\b"
    ),
    by=r"\b(?:by|before|no later than|not later than|until|within|prior to|through|by no later than|ahead of|on or before|up to)(?: the)?(?: (?:end|beginning|start|middle) of| early| late| mid)?(?: the)?(?: year)?[ -](?:the )?$",
    by_after=r"(?!)",
    during=r"\b(?:in|during|for|on|in the course of|over)(?: the)?(?: year)? $",
    past=(
        r"(?:(?<!\bbe )(?:signed|concluded|adopted|launched|established|created|held)|published|announced|since|force|declared|entered|took place|agreed|"
        r"understanding|agreement|dispatch\w*|met)(?: \w+){0,4} (?:in|on|since|of|to|from) $"
    ),
    spans=Spans(
        pattern=(
            r"\b(?<!once )(?:(?:within|over|in|during) (?:the (?:next|coming|following) )?(?:a (?:period of )?)?(?P<count>\d{1,3}|"
            + "|".join(_COUNTS)
            + r")?(?:-| )?(?P<unit>days?|weeks?|months?|years?)(?! old| ago)(?: of (?:signature|the date|adoption|this))?\b|"
            r"(?P<this_year>(?:by|before|within|until|at) (?:the )?(?:end of (?:the|this) year|year(?:'s)?[- ]end|this year)|(?:later )?this year)|"
            r"(?P<soon>(?:as soon as|as quickly as|as early as) (?:practicable|possible)|at (?:the|an) earliest(?: (?:opportunity|possible (?:date|time)|convenience))?|at an early date|in the (?:near future|coming (?:days|weeks|months))|"
            r"without delay|over the coming (?:weeks|months)|in due course)|"
            r"(?P<next_year>(?:by (?:the end of )?|before |in |early |late |during )?next year)|"
            r"(?:in|by|before|during|this|next|the coming) (?:the )?(?:end of )?(?:next |coming )?(?P<season>spring|summer|autumn|fall|winter)\b|"
            r"(?P<event>(?:by|before|no later than|ahead of|in time for|prior to|at|until) (?:the|our|their|its) (?:next|upcoming|forthcoming) (?:\w+[ -]){0,3}?(?:meeting|summit|ministerial|session|conference|dialogue|round)))"
        ),
        units={**_UNITS, **{f"{unit}s": size for unit, size in _UNITS.items()}},
        counts=_COUNTS,
        seasons={"spring": 6, "summer": 9, "autumn": 12, "fall": 12, "winter": 15},
        before=r"before\b",
    ),
)
