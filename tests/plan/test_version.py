"""A succession is whole if every commitment of both versions stands in it once, under ids that keep their history."""

import pytest

from suivi.plan.version import BECAME, Became, Succeeded, heirs, unsound

OLD = ("I1", "I2", "I3", "I4", "I5")
NEW = ("I1", "I2", "I2b", "I3", "I6")
WHOLE = (
    Succeeded(Became.KEPT, ("I1",), ("I1",)),
    Succeeded(Became.SPLIT, ("I2",), ("I2", "I2b")),
    Succeeded(Became.MERGED, ("I3", "I4"), ("I3",)),
    Succeeded(Became.ENDED, ("I5",), ()),
    Succeeded(Became.ADDED, (), ("I6",)),
)


def test_a_succession_that_tells_everything_once_is_sound():
    assert unsound(WHOLE, OLD, NEW, OLD) == ""
    assert heirs(WHOLE) == {"I4": "I3"}


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        (WHOLE[1:], "old I1"),
        (WHOLE[:4], "new I6"),
        ((*WHOLE, WHOLE[0]), "old I1"),
        ((*WHOLE[:4], Succeeded(Became.ADDED, (), ("I9",))), "new I6 I9"),
        ((Succeeded(Became.REWORDED, ("I1",), ("I7",)), *WHOLE[1:]), "reworded I1 > I7"),
        ((*WHOLE[:2], Succeeded(Became.MERGED, ("I3", "I4"), ("I4",)), *WHOLE[3:]), "merged I3 I4 > I4"),
        ((WHOLE[0], Succeeded(Became.SPLIT, ("I2",), ("I2b", "I2")), *WHOLE[2:]), "split I2 > I2b I2"),
        ((*WHOLE[:3], Succeeded(Became.ENDED, (), ()), WHOLE[4]), "ended  > "),
    ],
)
def test_what_is_missing_twice_or_does_not_fit_is_named(changed, fault):
    assert fault in unsound(changed, OLD, NEW, OLD)


def test_an_id_that_any_version_had_is_never_given_to_something_new():
    assert unsound(WHOLE, OLD, NEW, (*OLD, "I6")) == "used I6"


def test_every_fate_has_its_word_in_three_languages():
    assert set(BECAME) == set(Became)
