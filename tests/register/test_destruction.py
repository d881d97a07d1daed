"""Destruction: who may ask for it, what it takes away, and that it does so alike whether the bytes are there or not."""

from dataclasses import replace

from suivi.record.changes import DestroyAsked, Destroyed
from suivi.register.cut import whole
from suivi.register.fold import register_at
from tests.register import correspondence as letters

ASKED = DestroyAsked("marked-too-low")
SUBJECT = f"{letters.PLAN}#P1.I1"


def told():
    """A correspondence with a plan in effect, in which the first party has reported; and the report."""
    story = letters.under_way()
    reported = story.report("can", letters.report("P1.I1"))
    story.deliver("can", "kor")
    return story, reported


def aside(register):
    return [(one.seq, one.code) for one in register.set_aside]


def test_what_is_to_be_destroyed_has_no_effect_whether_its_content_is_there_or_not():
    story, reported = told()
    story.write("can", ASKED, subject=SUBJECT, target=reported)
    logs = story.logs
    without = {log: [_emptied(entry) if entry is reported else entry for entry in each] for log, each in logs.items()}

    there, gone = (_register(story, each) for each in (logs, without))

    assert there == gone
    assert [(one.log, one.seq) for one in there.destructions] == [(reported.log, reported.seq)]
    assert not [account for account in accounts(there) if not account.withdrawn]
    assert there.waiting == ()


def test_w01_nobody_has_the_partners_entry_destroyed():
    story, reported = told()
    asked = story.write("kor", ASKED, subject=SUBJECT, target=reported)
    register = _register(story, story.logs)

    assert (asked.seq, "change.not-author") in aside(register)
    assert register.destructions == ()


def test_w03_a_word_of_a_joint_text_is_not_destroyed():
    story, _ = told()
    proposal = next(entry for entry in story.log("can") if entry.header.type.startswith("joint."))
    asked = story.write("can", ASKED, subject="channel", target=proposal)
    register = _register(story, story.logs)

    assert (asked.seq, "change.indestructible") in aside(register)
    assert register.destructions == ()


def test_an_attestation_counts_once_for_each_party_and_only_where_it_was_asked_for():
    story, reported = told()
    early = story.write("kor", Destroyed(("0" * 64,)), subject=SUBJECT, target=story.logs[reported.log][0])
    story.write("can", ASKED, subject=SUBJECT, target=reported)
    story.deliver("can", "kor")
    for _ in range(2):
        story.write("kor", Destroyed(("0" * 64,), ("paper",)), subject=SUBJECT, target=reported)
    register = _register(story, story.logs)

    assert register.destructions[0].attested == ("kor",)
    assert (early.seq, "register.no-effect") in aside(register)


def accounts(register):
    return [
        account
        for plan in register.plans.values()
        for standing in plan.provisions
        for said in standing.accounts.values()
        for account in said
    ]


def _emptied(entry):
    return replace(entry, record=None, salt="", octets=0)


def _register(story, logs):
    return register_at(whole(logs), logs, channel=story.channel, parties=story.codes)
