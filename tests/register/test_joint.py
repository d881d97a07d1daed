"""Joint texts: nobody is bound alone, nothing flips back, and the order of arrival does not matter."""

import json
import os
from functools import cached_property

import pytest

from suivi.record.joint import Concurred, Declined, Sealed, Voice, Withdrew
from suivi.register.joint import JointText
from suivi.register.order import in_order
from tests.conftest import ROOT
from tests.register.correspondence import Correspondence, charter, report

CASES = json.loads((ROOT / "tests/vectors/own/joint_cases.json").read_text(encoding="utf-8"))["cases"]
CODES = {"A": "aa", "B": "bb", "C": "cc"}
WORDS = {"concurred": Concurred(), "declined": Declined(), "withdrew": Withdrew()}


def told(case):
    """The case as entries of a channel."""
    story = Correspondence(tuple(CODES[name] for name in case["logs"]))
    proposal = story.propose("aa", charter(story.codes), seen={})
    for name, log in case["logs"].items():
        for place, (kind, *facts) in enumerate(log):
            if kind == "proposed":
                assert (name, place) == ("A", 0)
            elif kind == "other":
                story.write(CODES[name], report(), seen={})
            elif kind == "sealed":
                voices = {CODES[q]: Voice(seq, "") for q, seq in facts[0].items()}
                seen = {f"suivi/{CODES[q]}/pact": size for q, size in facts[1].items()}
                story.write(CODES[name], Sealed(voices), target=proposal, seen=seen)
            else:
                story.write(CODES[name], WORDS[kind], target=proposal, seen={})
    return story, proposal


def summed(story, entries, proposal):
    """What the entries about the proposal add up to; seals name places, here with the leaves that stand there."""
    leaves = {(entry.party, entry.seq): entry.leaf.hex() for entry in story.entries()}
    text = None
    for entry in entries:
        if entry is proposal:
            text = JointText.of(entry, entry.record)
        elif text is not None and entry.header.target is not None:
            word = entry.record
            if isinstance(word, Sealed):
                voices = {q: Voice(v.seq, v.leaf or leaves.get((q, v.seq), "0" * 64)) for q, v in word.voices.items()}
                word = Sealed(voices)
            text, _ = text.after(entry, word, at=entry.header.at)
    return text


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_rule_agrees_with_the_published_case(case):
    story, proposal = told(case)

    text = summed(story, in_order(story.codes, story.entries())[0], proposal)

    assert {name: text.voices[code].seq if code in text.voices else None for name, code in named(story)} == case[
        "voices"
    ]
    assert {name: text.seals[code].seq if code in text.seals else None for name, code in named(story)} == case["seals"]
    assert text.in_effect is case["in_effect"]


def named(story):
    return [(name, code) for name, code in CODES.items() if code in story.codes]


# Every history of two parties up to a length, and chosen histories of more


LENGTH = int(os.environ.get("SUIVI_JOINT_LENGTH", "7"))
ACTS = [("aa", "withdrew"), ("aa", "sealed"), ("aa", "reads"), ("bb", "reads")] + [
    ("bb", kind) for kind in ("concurred", "declined", "sealed")
]


class History:
    """Two logs and what each party has read of the other's; a child shares the entries of its parent."""

    def __init__(self, logs, read):
        self.logs, self.read = logs, read

    def after(self, party, act):
        """The history one act longer, or None for an act that changes nothing."""
        other = "bb" if party == "aa" else "aa"
        size = len(self.logs[other])
        if party == "bb" and act != "reads" and not self.read["bb"]:
            return None  # nobody can name a proposal that he has not read (check 23)
        if act == "reads":
            return None if self.read[party] == size else History(self.logs, {**self.read, party: size})
        record = Sealed(self.heard(party)) if act == "sealed" else WORDS[act]
        return self.with_entry(party, record, seen={f"suivi/{other}/pact": self.read[party]})

    def with_entry(self, party, record, seen):
        proposal = self.logs["aa"][0]
        entry = light(party, len(self.logs[party]), record, seen, proposal)
        return History({**self.logs, party: (*self.logs[party], entry)}, self.read)

    def heard(self, party):
        """The voices a party can name: its own, and the other's as far as it has read."""
        voices = {}
        for author, log in self.logs.items():
            known = log if author == party else log[: self.read[party]]
            for entry in known:
                if isinstance(entry.record, Concurred) or (entry.seq == 0 and author == "aa"):
                    voices.setdefault(author, Voice(entry.seq, entry.leaf.hex()))
        return voices

    @cached_property
    def known(self):
        """What the whole logs add up to."""
        return self.text()

    def text(self, codes=("aa", "bb"), sizes=None):
        """What the logs, or these prefixes of them, add up to."""
        held = [entry for party, log in self.logs.items() for entry in (log[: sizes[party]] if sizes else log)]
        placed, _ = in_order(codes, held)
        text = None
        for entry in placed:
            if text is None and entry is self.logs["aa"][0]:
                text = JointText.of(entry, entry.record)
            elif text is not None:
                text, _ = text.after(entry, entry.record, at=entry.header.at)
        return text


def light(party, seq, record, seen, proposal=None):
    """An entry whose leaf is its place: hashing is not what is tested here."""
    leaf = f"{party}{seq}".encode().ljust(32, b".")
    story = Correspondence(("aa", "bb"))
    return story.light(party, seq, record, leaf, seen, proposal)


def beginning():
    """A proposal in one log and an empty other one."""
    story = Correspondence(("aa", "bb"))
    proposed = story.propose("aa", charter(story.codes)).record
    return History({"aa": (light("aa", 0, proposed, {}),), "bb": ()}, {"aa": 0, "bb": 0})


def histories(history, length):
    """Every history that begins with `history` and is at most `length` acts longer, each with its parent."""
    if length:
        for act in ACTS:
            child = history.after(*act)
            if child is not None:
                yield history, child
                yield from histories(child, length - 1)


def test_every_history_of_two_parties_is_order_free_never_flips_back_and_binds_nobody_alone(tells):
    seen_in_effect = crossed = played = 0
    for parent, child in histories(beginning(), LENGTH):
        after = child.known

        assert child.text(("bb", "aa")) == after
        assert after.in_effect or not parent.known.in_effect
        if after.in_effect:
            assert_bound_together(child, after)
        seen_in_effect += after.in_effect
        crossed += after.abandoned and len(after.voices) == 2
        played += 1

    found = f"{seen_in_effect:,} in effect, {crossed:,} crossed"
    tells(f"histories of two parties, up to {LENGTH} acts", played, of=played, found=found)
    assert seen_in_effect > 100
    assert crossed > 100


def assert_bound_together(history, text):
    """Each party has sealed with both words before its eyes, and had not left before."""
    assert text.seals.keys() == text.voices.keys() == {"aa", "bb"}
    for party, other in (("aa", "bb"), ("bb", "aa")):
        seal = history.logs[party][text.seals[party].seq]
        assert seal.header.seen[f"suivi/{other}/pact"] > text.voices[other].seq
        assert text.seals[party].seq > text.voices[party].seq
        assert party not in text.exits or text.exits[party].seq > text.seals[party].seq


def test_a_word_of_a_party_that_the_text_does_not_name_is_not_counted():
    proposal = beginning().logs["aa"][0]
    text = JointText.of(proposal, proposal.record)
    story = Correspondence(("aa", "bb", "cc"))
    stranger = story.light("cc", 0, Concurred(), bytes(32), {"suivi/aa/pact": 1}, proposal)

    assert text.after(stranger, stranger.record, at="2025-01-06T09:00:00Z") == (text, "joint.parties")


def test_still_to_speak_and_still_to_seal_name_whom_the_text_waits_for():
    story = Correspondence(("aa", "bb", "cc"))
    proposal = story.propose("aa", charter(story.codes))
    story.deliver_all()
    story.concur("cc", proposal)
    text = summed(story, in_order(story.codes, story.entries())[0], proposal)

    assert (text.still_to_speak, text.still_to_seal) == (("bb",), ("aa", "bb", "cc"))
    assert text.pending
    assert text.in_effect_at == ""
