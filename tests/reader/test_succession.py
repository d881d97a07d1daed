"""The succession the reader proposes between two versions of a plan, and what an officer makes of it."""

import pytest

from suivi.plan.plan import Place, Plan, Provision, ProvisionKind, Section
from suivi.plan.text import Span
from suivi.plan.version import Became, Succeeded, unsound
from suivi.reader.succession import Said, proposed, said_in

OLD = (
    Said(id="I1", words={"en": "hold an annual dialogue on human rights"}, section="People"),
    Said(id="I2", words={"en": "study ways to manage wildfires and train firefighters in both countries"}, section="Nature"),
    Said(id="I3", words={"en": "exchange information on illegal fishing"}, section="Nature"),
    Said(id="I4", words={"en": "exchange information on maritime traffic in the North Pacific"}, section="Nature"),
    Said(id="I5", words={"en": "celebrate the year of cultural exchanges"}, section="People"),
    Said(id="I6", words={"en": "negotiate an agreement on digital trade"}, section="Trade"),
)  # fmt: skip
NEW = (
    Said(id="N1", words={"en": "hold an annual dialogue on human rights"}, section="Values"),
    Said(id="N2", words={"en": "study ways to manage wildfires"}, section="Nature"),
    Said(id="N3", words={"en": "train firefighters in both countries"}, section="Nature"),
    Said(id="N4", words={"en": "exchange information on illegal fishing and on maritime traffic in the North Pacific"}, section="Nature"),
    Said(id="N5", words={"en": "negotiate by 2027 an agreement on digital trade"}, section="Trade"),
    Said(id="N6", words={"en": "open a joint centre for quantum research"}, section="Trade"),
)  # fmt: skip
USED = frozenset(one.id for one in OLD)


def fates(draft):
    return {one.id: draft.became(one.id) for one in draft.new}


def test_each_fate_is_proposed_from_the_words():
    draft = proposed(OLD, NEW)

    assert fates(draft) == {
        "N1": Became.MOVED,
        "N2": Became.SPLIT,
        "N3": Became.SPLIT,
        "N4": Became.MERGED,
        "N5": Became.REWORDED,
        "N6": Became.ADDED,
    }
    assert draft.continues["N4"] == ("I3", "I4")
    assert draft.gone == draft.open == ("I5",)


def test_what_is_settled_is_whole_and_ids_that_go_on_are_kept():
    draft = proposed(OLD, NEW).confirmed("I5")

    succession, names = draft.settled(USED)

    assert names == {"N1": "I1", "N2": "I2", "N3": "N3", "N4": "I3", "N5": "I6", "N6": "N6"}
    assert Succeeded(Became.SPLIT, ("I2",), ("I2", "N3")) in succession
    assert Succeeded(Became.MERGED, ("I3", "I4"), ("I3",)) in succession
    assert unsound(succession, [one.id for one in OLD], names.values(), USED) == ""


def test_an_unchanged_plan_is_kept_as_it_is():
    draft = proposed(OLD, OLD)

    assert set(fates(draft).values()) == {Became.KEPT}
    assert draft.gone == ()


def test_an_officer_says_what_a_commitment_continues_and_confirms_what_ends():
    draft = proposed(OLD, NEW)

    other = draft.decided("N6", ["I5"]).decided("N5", [])

    assert other.became("N6") is Became.REWORDED
    assert other.became("N5") is Became.ADDED
    assert other.open == ("I6",)
    assert other.confirmed("I6").open == ()


def test_a_new_id_is_one_that_no_version_ever_had():
    draft = proposed(OLD[:1], (Said(id="I2", words={"en": "something wholly different from before"}),)).confirmed("I1")

    _, names = draft.settled(USED)

    assert names == {"I2": "I7"}


def test_a_commitment_that_would_be_part_of_a_split_and_a_merger_is_named():
    draft = proposed(OLD, NEW).decided("N3", ["I2", "I1"])

    assert draft.tangled == ("N3",)


def test_versions_without_a_common_language_propose_nothing():
    korean = tuple(Said(id=one.id, words={"ko": "협력한다"}) for one in OLD)

    draft = proposed(korean, NEW)

    assert set(fates(draft).values()) == {Became.ADDED}
    assert len(draft.gone) == len(OLD)


@pytest.mark.parametrize("size", [120])
def test_a_long_plan_is_compared_whole(size):
    old = tuple(
        Said(id=f"I{n}", words={"en": f"strengthen cooperation number {n} on subject {n * 7}"}) for n in range(size)
    )

    draft = proposed(old, old[::-1])

    assert all(draft.continues[one.id] == (one.id,) for one in old)


def test_a_heading_is_the_same_where_the_languages_of_both_versions_say_the_same():
    old, new = {"en": "Trade\nsign it", "fr": "Commerce\nle signer"}, {"fr": "Commerce\nle signer"}

    def version(texts):
        heading = {language: Span(0, words.index("\n")) for language, words in texts.items()}
        body = {language: Span(words.index("\n") + 1, len(words)) for language, words in texts.items()}
        provision = Provision("S1.I1", ProvisionKind.INITIATIVE, "instrument", (Place("S1.I1", "S1", body),))
        return Plan("canada-chile", 1, (), (Section("S1", "heading", None, heading, body),), (provision,))

    before, after = said_in(version(old), old, shared={"fr"}), said_in(version(new), new, shared={"fr"})

    assert fates(proposed(before, after)) == {"S1.I1": Became.KEPT}
