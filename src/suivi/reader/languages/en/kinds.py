"""English points of the signs of a kind; `python -m tools.kind_points en --write` fits them to the corpus."""

from typing import Final

POINTS: Final = {
    "every": 8,
    "sure": 18,
    "study": 23,
    "one": 20,
    "discrete": 18,
    "number": 14,
    "one later": 13,
    "first": 12,
    "recurs": 12,
    "dialogue": 11,
    "instrument": 11,
    "early_warning": 9,
    "implementation": 5,
    "information": 5,
    "project": 2,
    "mobility": 1,
    "season": 1,
    "perhaps undertaking": -1,
    "capacity": -2,
    "ongoing later": -5,
    "mutual_aid": -6,
    "discrete later": -7,
    "vague": -10,
    "vague later": -12,
    "more": -17,
    "ongoing": -21,
    "undertaking": -23,
    "advocacy": -29,
}
