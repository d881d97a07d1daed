"""French points of the signs of a kind; `python -m tools.kind_points fr --write` fits them to the corpus."""

from typing import Final

POINTS: Final = {
    "every": 9,
    "sure": 18,
    "discrete": 20,
    "dialogue": 19,
    "one": 16,
    "one later": 14,
    "recurs": 13,
    "regular": 11,
    "implementation": 10,
    "study": 10,
    "project": 8,
    "number": 6,
    "patrol": 6,
    "early_warning": 3,
    "season": 2,
    "information": -2,
    "mobility": -2,
    "vague later": -2,
    "capacity": -3,
    "mutual_aid": -4,
    "discrete later": -7,
    "ongoing later": -8,
    "more": -9,
    "perhaps undertaking": -9,
    "vague": -14,
    "undertaking": -15,
    "advocacy": -22,
    "ongoing": -26,
}
