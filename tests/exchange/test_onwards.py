"""What a record rests on: markings of its parts, and the consent of whoever said it first."""

import pytest

from suivi.exchange.onwards import RECOGNISED, check_consent, check_parts, texts_of
from suivi.log.fault import Fault
from suivi.record.marking import AMBER, CLEAR, Label, Marking, Tlp
from suivi.register.farewell import Consent
from tests.exchange.faults.bytes_rows import ABOUT
from tests.exchange.faults.play import agreed
from tests.exchange.partner import report

PROTECTED = Label(policy="ca-gc", levels=(("protected", "PROTECTED A"),))
KOREAN = Label(policy="kr-gov", levels=(("classified", "대외비"),))
WORDS = "Officials of both sides met twice and compared their lists of critical minerals."


def code_of(act):
    with pytest.raises(Fault) as fault:
        act()
    return fault.value.code


def marked(*labels, tlp=Tlp.AMBER):
    return Marking(tlp=tlp, labels=labels)


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        (CLEAR, AMBER),
        (AMBER, marked(PROTECTED)),
        (marked(tlp=Tlp.GREEN), marked(KOREAN)),
    ],
)
def test_m04_a_text_below_one_of_its_parts_is_refused(whole, part):
    assert code_of(lambda: check_parts(whole, [CLEAR, part])) == "marking.below-parts"


def test_m05_a_level_of_one_table_does_not_stand_for_one_of_another():
    assert code_of(lambda: check_parts(marked(KOREAN), [marked(PROTECTED)])) == "marking.no-equivalence"


def test_both_levels_side_by_side_stand_for_both_parts():
    check_parts(marked(PROTECTED, KOREAN), [marked(PROTECTED), marked(KOREAN), AMBER])


@pytest.fixture
def said():
    """What another party has said in a channel: its entry, and how the record of it reads."""
    _, kor = agreed()
    place = kor.write(report(WORDS), subject=ABOUT)
    return kor.entries()[kor.origin][place.seq]


def repeating(entry):
    return [{"account": {"en": WORDS}}, {"cites": entry.leaf.hex()}, {"cites": entry.header.id}, [entry.header.sha256]]


def test_w06_words_number_leaf_and_digest_are_known_again(said):
    for value in repeating(said):
        assert code_of(lambda value=value: check_consent(value, [said], [], audience=["fra"])) == "consent.missing"
    check_consent(
        {"account": {"en": "Words of our own, as long as theirs and about as interesting."}},
        [said],
        [],
        audience=["fra"],
    )


def test_w06_consent_counts_for_whom_it_was_given(said):
    def to(*parties):
        return [Consent(said.log, said.seq, said.leaf, party) for party in parties]

    value = repeating(said)[0]
    check_consent(value, [said], to("fra"), audience=["fra"])
    check_consent(value, [said], to("public"), audience=["fra", "usa"])
    check_consent(value, [said], to("fra"), audience=["fra", "kor"])  # its author knows what it said
    assert code_of(lambda: check_consent(value, [said], to("fra"), audience=["fra", "usa"])) == "consent.missing"
    assert code_of(lambda: check_consent(value, [said], to("fra"), audience=["public"])) == "consent.missing"


def test_w06_every_record_is_looked_at_and_not_only_the_first(said):
    _, kor = agreed()
    place = kor.write(report("Something else was said, at the same length and about another matter."), subject=ABOUT)
    other = kor.entries()[kor.origin][place.seq]

    assert code_of(lambda: check_consent(repeating(said)[0], [other, said], [], audience=["fra"])) == "consent.missing"


def test_what_all_parties_agreed_on_and_what_nodes_write_is_nobody_s_to_consent_to():
    _, kor = agreed()
    entries = [entry for log in kor.entries().values() for entry in log]
    kinds = {entry.header.type for entry in entries}
    assert kinds >= {"joint.proposed", "joint.concurred", "joint.sealed", "channel.receipt"}

    for entry in entries:
        check_consent({"cites": entry.leaf.hex()}, entries, [], audience=["fra"])


def test_a_text_is_known_again_from_forty_characters_on_and_a_title_never():
    _, kor = agreed()
    known, short = "k" * RECOGNISED, "s" * (RECOGNISED - 1)
    places = [kor.write(report(words), subject=ABOUT) for words in (known, short)]
    entries = [kor.entries()[kor.origin][place.seq] for place in places]

    assert [texts_of(entry) for entry in entries] == [{known}, set()]


def test_words_that_stand_in_our_own_log_there_are_ours_as_well(said):
    can, _ = agreed()
    mine = can.write(report(WORDS), subject=ABOUT)
    ours = can.entries()[can.origin][mine.seq]

    check_consent({"account": {"en": WORDS}}, [said], [], audience=["fra"], own=[ours])
    assert (
        code_of(lambda: check_consent({"cites": said.leaf.hex()}, [said], [], audience=["fra"], own=[ours]))
        == "consent.missing"
    )
