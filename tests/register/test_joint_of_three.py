"""The joint rule among three parties: random histories, every order the same answer (goal G8).

Three hundred histories run here, or as many as SUIVI_JOINT_HISTORIES says (`make bench-long`: 100,000).
"""

import os
import random

from suivi.record.joint import Concurred, Declined, Sealed, Voice, Withdrew
from suivi.register.joint import JointText
from suivi.register.order import in_order
from tests.register.correspondence import Correspondence, charter

HISTORIES = int(os.environ.get("SUIVI_JOINT_HISTORIES", "300"))
CODES = ("aa", "bb", "cc")
STORY = Correspondence(CODES)
PROPOSED = STORY.propose("aa", charter(CODES)).record
STAYING = (*["reads"] * 14, *["concurred"] * 5, *["sealed"] * 8)
LEAVING = (*STAYING, "declined", "withdrew")
WORDS = {"concurred": Concurred(), "declined": Declined(), "withdrew": Withdrew()}


def entry(author, seq, record, seen, proposal=None):
    leaf = f"{author}{seq}".encode().ljust(32, b".")
    return STORY.light(author, seq, record, leaf, seen, proposal)


class History:
    """Three logs and what each party has read of the others'."""

    def __init__(self):
        self.logs = {"aa": [entry("aa", 0, PROPOSED, {})], "bb": [], "cc": []}
        self.read = {(reader, other): 0 for reader in CODES for other in CODES if other != reader}

    def act(self, chance, acts):
        party = chance.choice(CODES)
        act = chance.choice(acts)
        if act == "reads":
            other = chance.choice([code for code in CODES if code != party])
            self.read[party, other] = len(self.logs[other])
        elif party == "aa" or self.read[party, "aa"]:  # nobody can name a proposal he has not read
            record = Sealed(self.heard(party)) if act == "sealed" else WORDS[act]
            seen = {f"suivi/{other}/pact": self.read[party, other] for other in CODES if other != party}
            seen = {log: size for log, size in seen.items() if size}
            self.logs[party].append(entry(party, len(self.logs[party]), record, seen, self.logs["aa"][0]))

    def heard(self, party):
        """The voices a party can name: its own, and the others' as far as it has read."""
        voices = {}
        for author, log in self.logs.items():
            for said in log if author == party else log[: self.read[party, author]]:
                if isinstance(said.record, Concurred) or (author == "aa" and said.seq == 0):
                    voices.setdefault(author, Voice(said.seq, said.leaf.hex()))
        return voices


def text_of(codes, entries):
    """What these entries add up to, ties going by this order of parties; None before the proposal is placed."""
    placed, _ = in_order(codes, entries)
    text = None
    for said in placed:
        if text is None and said.record is PROPOSED:
            text = JointText.of(said, PROPOSED)
        elif text is not None:
            text, _ = text.after(said, said.record, at=said.header.at)
    return text


def test_three_parties_are_bound_together_or_not_at_all_whatever_the_order(tells):
    chance, in_effect, left, played = random.Random(8), 0, 0, 0
    for number in range(HISTORIES):
        history, was = History(), False
        acts = chance.choice((STAYING, LEAVING))
        for _ in range(chance.randrange(20, 90)):
            history.act(chance, acts)
            if chance.random() < 0.3:
                held = [one for log in history.logs.values() for one in log]
                now = text_of(CODES, held).in_effect
                assert now or not was, number
                was = now
        held = [one for log in history.logs.values() for one in log]
        text = text_of(CODES, held)
        chance.shuffle(held)
        assert text_of(chance.sample(CODES, 3), held) == text, number
        if text.in_effect:
            assert_bound_together(history, text)
        in_effect += text.in_effect
        left += text.abandoned
        played += 1

    tells("histories of three parties", played, of=HISTORIES, found=f"{in_effect:,} in effect, {left:,} left")
    assert in_effect * 20 > HISTORIES
    assert left * 10 > HISTORIES


def assert_bound_together(history, text):
    """Each party has sealed with all words before its eyes, and had not left before."""
    assert text.seals.keys() == text.voices.keys() == set(CODES)
    for party in CODES:
        seal = history.logs[party][text.seals[party].seq]
        for other in CODES:
            if other != party:
                assert seal.header.seen[f"suivi/{other}/pact"] > text.voices[other].seq
        assert text.seals[party].seq > text.voices[party].seq
        assert party not in text.exits or text.exits[party].seq > text.seals[party].seq
