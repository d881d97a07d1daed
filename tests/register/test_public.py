"""The public register: the public logs alone, without charter, receipts or joint kinds (exchange format, 6.5)."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.log.header import Reference
from suivi.plan.channel import PUBLIC
from suivi.record.joint import Concurred
from suivi.record.plans import PlanAdopted
from suivi.register.cut import whole
from suivi.register.fold import Fold, register_at
from tests.register.correspondence import PLAN, Correspondence, charter, codes_of, opened, plan, report, step

JOINT = Reference("suivi/can/can-kor", 4, "ab" * 32)
OTHER = Reference("suivi/can/can-jpn", 4, "cd" * 32)
CIRCLES = {"can-kor": ("can", "kor"), "can-jpn": ("can", "jpn")}
CLEAR = {"tlp": "CLEAR"}


class Public(Correspondence):
    """Public logs of two parties or more."""

    def says(self, author, record, **said):
        return self.write(author, record, **{"subject": PLAN, "marking": CLEAR, **said})

    def adopts(self, author, agreed=None, target=JOINT):
        return self.says(author, PlanAdopted(agreed or plan()), target_as=target)

    def register(self):
        return register_at(whole(self.logs), self.logs, channel=PUBLIC, parties=self.codes, circles=CIRCLES)

    def fold(self, entries=None, **rest):
        fold = Fold(PUBLIC, self.codes, circles=CIRCLES, **rest)
        for entry in self.entries() if entries is None else entries:
            fold.take(entry)
        return fold


@pytest.fixture
def public():
    return Public(("can", "kor"), channel=PUBLIC)


@pytest.fixture
def adopted(public):
    public.adopts("can")
    public.deliver_all()
    public.adopts("kor")
    public.deliver_all()
    return public


def test_a_plan_is_public_only_once_every_party_of_it_has_made_it_public(public):
    public.adopts("can")
    alone = public.register()
    public.adopts("kor")

    assert PLAN not in alone.plans
    assert alone.set_aside == ()
    assert public.register().plans[PLAN].plan == plan()


def test_two_parties_that_publish_different_words_as_one_text_publish_nothing(public):
    public.adopts("can")
    public.adopts("kor", plan(version=2))

    assert codes_of(public.register()) == ["public.differs"]
    assert public.register().plans == {}


def test_a_plan_of_two_parties_does_not_wait_for_a_third_who_has_a_public_log_too():
    public = Public(("can", "jpn", "kor"), channel=PUBLIC)
    public.adopts("can")
    public.adopts("kor")

    assert PLAN in public.register().plans


def test_a_party_outside_the_circle_of_a_text_cannot_speak_for_it(public):
    public.adopts("can")
    public.adopts("kor", target=OTHER)

    assert codes_of(public.register()) == ["public.circle"]


def test_a_report_made_public_counts_for_those_who_had_seen_the_plan_in_every_public_log(adopted):
    adopted.says("kor", report())

    standing = adopted.register().plans[PLAN].provisions[0]
    assert [account.account for account in standing.accounts["kor"]] == [{"en": "We met."}]


def test_a_report_published_before_the_other_side_made_the_plan_public_is_set_aside(public):
    public.adopts("can")
    public.says("can", report())
    public.adopts("kor")

    assert codes_of(public.register()) == ["register.unknown-plan"]


def test_nothing_above_clear_counts_in_a_public_log(adopted):
    adopted.says("can", report(), marking={"tlp": "GREEN"})

    assert codes_of(adopted.register()) == ["marking.above-ceiling"]


def test_words_between_parties_have_no_place_in_a_public_log(adopted):
    spoken = adopted.log("can")[0]
    adopted.says("kor", Concurred(), target=spoken)
    adopted.says("can", charter_proposal())

    assert codes_of(adopted.register()) == ["public.kind", "public.kind"]


def charter_proposal():
    from suivi.record.joint import proposing

    return proposing(charter(("can", "kor")), parties=("can", "kor"), texts={"en": "x", "fr": "x"}, attachments=())


def test_a_step_of_all_moves_once_each_public_log_holds_it_and_a_step_of_one_at_once(adopted):
    activity = adopted.says("can", opened()).header.id
    adopted.deliver_all()
    adopted.says("kor", step(activity, "propose", date="2025-03-01", level="ministers"))
    adopted.deliver_all()
    convening = step(activity, "convene", date="2025-03-01", place="Seoul", agenda={"en": "Fires"})
    named = Reference("suivi/kor/can-kor", 9, "ef" * 32)
    adopted.says("can", convening, target_as=named)
    half = adopted.register().plans[PLAN].provisions[0].activities[0].activity.state
    adopted.deliver_all()
    adopted.says("kor", convening, target_as=named)

    assert half == "proposed"
    assert adopted.register().plans[PLAN].provisions[0].activities[0].activity.state == "convened"


def test_what_a_public_log_has_seen_of_a_stranger_is_no_fault(adopted):
    adopted.says("can", report(), seen={"suivi/kor/public": 1, "suivi/jpn/public": 7})

    assert codes_of(adopted.register()) == []


@given(st.permutations(range(6)))
def test_public_logs_read_in_any_order_give_the_same_register(arrival):
    public = Public(("can", "kor"), channel=PUBLIC)
    for author, _ in itertools.product(("can", "kor"), range(1)):
        public.adopts(author)
    public.deliver_all()
    for author in ("can", "kor", "can", "kor"):
        public.says(author, report(account=f"{author} speaks."))
    entries = public.entries()

    assert public.fold([entries[place] for place in arrival]).register() == public.register()
