"""The index of marks refuses exactly what reading every log of every other channel would refuse."""

from dataclasses import replace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from suivi.desk import entries, founding, project, registers
from suivi.desk.models import MarkRow
from suivi.desk.onwards import _check_consents
from suivi.exchange.onwards import check_consent
from suivi.exchange.release import Ticket
from suivi.log.canonical import CAP_CONTENT, DEPTH_CONTENT, canonical, read_canonical
from suivi.log.fault import Fault
from suivi.plan.channel import PUBLIC, origin_of
from suivi.record.changes import Withdrawn
from suivi.record.farewell import Consented
from suivi.record.marking import AMBER
from suivi.record.reports import ReportFiled
from tests.desk.conftest import AT
from tests.desk.letters import Kept, foreign_keys
from tests.register.correspondence import charter

CHANNELS = ("can-fra", "can-usa")
SENTENCES = tuple(
    f"Officials compared their lists of critical minerals for the {nth} time this year." for nth in ("first", "second")
)
SHORT = "Officials met."


@pytest.fixture
def partners(ottawa, tmp_path):
    """Keys of two more channels, each with one partner."""
    for channel in CHANNELS:
        founding.open_keys(channel, roots_folder=tmp_path / "roots", at=AT)
        foreign_keys(channel.removeprefix("can-"), channel)
    project.project()


def told(data):
    """Letters in both channels, drawn one by one, of which the rows of some are not made yet."""
    stories = [Kept(("can", channel.removeprefix("can-")), channel) for channel in CHANNELS]
    for story in stories:
        story.agree("can", charter(story.codes, channel=story.channel))
        for _ in range(data.draw(st.integers(0, 5))):
            author = data.draw(st.sampled_from(story.codes))
            match data.draw(st.sampled_from(["says", "says", "consents", "withdraws"])):
                case "says":
                    story.says(author, data.draw(st.sampled_from([*SENTENCES, SHORT])))
                case kind if held := [one for one in story.log(author) if isinstance(one.record, ReportFiled)]:
                    target = data.draw(st.sampled_from(held))
                    to = data.draw(st.sampled_from(["kor", PUBLIC]))
                    story.write(author, Consented(to) if kind == "consents" else Withdrawn("error"), target=target)
            if data.draw(st.integers(0, 4)) == 0:
                project.project()
    if data.draw(st.booleans()):
        project.project()
    return [entry for story in stories for entry in story.entries()]


def ticket(said, cited, channel):
    account = {"en": said} if isinstance(said, str) else {"en": "", "fr": said[0]}
    return Ticket(
        audience=origin_of("can", channel), type="report.filed", subject="plan-2024#P1.I1",
        content=canonical({"account": account, "cites": list(cited)}), marking=AMBER, blobs=(), refs={},
    )  # fmt: skip


def by_reading_all(one, channel):
    """What reading every other channel whole says: the rule as it was before there was an index."""
    said = read_canonical(one.content, cap=CAP_CONTENT, depth=DEPTH_CONTENT, what="content")
    audience = [PUBLIC] if channel == PUBLIC else ["kor"]
    for other in (name for name in entries.channels() if name not in (channel, PUBLIC)):
        logs = registers.logs(other)
        ours = logs[origin_of("can", other)]
        theirs = [entry for held in logs.values() if held is not ours for entry in held]
        check_consent([said], theirs, registers.common(other).consents, audience=audience, own=ours)


def verdict(check, *asked):
    try:
        check(*asked)
    except Fault as fault:
        return fault.code, fault.got, fault.expected
    return None


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_index_refuses_what_reading_every_log_refuses_and_nothing_else(partners, data):
    with transaction.atomic():
        held = told(data)
        names = [
            *(one.leaf.hex() for one in held),
            *(one.header.id for one in held),
            *(one.header.sha256 for one in held),
        ]
        one = ticket(
            data.draw(st.sampled_from([*SENTENCES, SHORT])),
            data.draw(st.lists(st.sampled_from(names), max_size=2)),
            channel := data.draw(st.sampled_from(["can-kor", PUBLIC])),
        )
        assert verdict(_check_consents, one, channel) == verdict(by_reading_all, one, channel)
        transaction.set_rollback(True)
    registers.forget()


def test_what_is_destroyed_leaves_no_mark(partners):
    story = Kept(("can", "fra"), "can-fra")
    said = story.says("fra", SENTENCES[0])
    project.project()
    assert MarkRow.objects.filter(channel="can-fra", party="fra", seq=said.seq).count() == 4

    entries.empty_content(said.header.sha256)
    for log, seq in entries.all_places_of(said.header.sha256):
        entries.mark_unprojected(log, seq=seq)
    project.project()

    assert not MarkRow.objects.filter(channel="can-fra", party="fra", seq=said.seq).exists()


def test_what_another_process_brought_after_it_was_looked_for_is_marked(partners):
    story = Kept(("can", "fra"), "can-fra")
    said = story.says("fra", SENTENCES[0])
    project.project()
    before = set(MarkRow.objects.values_list("channel", "party", "seq", "mark"))
    remembered = registers.logs("can-fra")[said.log]
    remembered[said.seq] = replace(remembered[said.seq], record=None)  # as it was without its content

    entries.mark_unprojected(said.log)
    project.project()

    assert set(MarkRow.objects.values_list("channel", "party", "seq", "mark")) == before
