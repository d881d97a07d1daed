"""An officer's page and the pages of the set-up guide as samples, with everything there can be on them."""

import datetime
from typing import Any

from suivi.desk.opening import OpeningShown, RootShown
from suivi.desk.pages import Term
from suivi.desk.pages.marking import MarkingOffered, NationalOffered
from suivi.desk.pages.officers import AbsenceShown, MandateShown, OfficerLine, OfficerPage
from suivi.desk.setting_up import SettingUp
from suivi.plan.words import Words
from tests.web.sample_pages import DAY

_LEAD = Term("lead", Words("lead", "responsable", "주관"))
_FINGERPRINT = " ".join(["a64d"] * 16)
MARKINGS = MarkingOffered(
    levels=(("CLEAR", False), ("GREEN", True), ("AMBER", False)),
    national=(
        NationalOffered(
            policy="ca-gc", chain="protected", values=(("PROTECTED A", "ca-gc:protected:PROTECTED A", True),)
        ),
        NationalOffered(policy="kr-gov", chain="", values=(("군사", "kr-gov:군사", False),)),
    ),
)


def officer() -> OfficerPage:
    """An officer limited to TLP:GREEN, with a mandate over, one in force and one to come, and an absence."""
    mandates = tuple(
        MandateShown(
            id=str(number), role=_LEAD, plan="can-kor-2024", provision="P2.I2", body="can-gac", from_on=DAY, until_on=DAY,
            granted_by="N. O’Brien", granted_at=datetime.datetime(2026, 5, 4, 9, tzinfo=datetime.UTC), state=state,
        )
        for number, state in enumerate(("over", "in-force", "to-come"))
    )  # fmt: skip
    away = AbsenceShown(id="1", officer="김민수", deputy="N. O’Brien", from_on=DAY, until_on=DAY, over=False)
    return OfficerPage(
        line=OfficerLine(id="2", name="김민수", active=True, mandates=mandates[1:2], away_until=DAY),
        own=False,
        opens=(Term("draft", Words("draft", "rédiger", "작성")),),
        mandates=mandates,
        absences=(away,),
        colleagues=(("3", "N. O’Brien"),),
        roles=(_LEAD,),
        plans=(("can-kor-2024", {"en": "Action plan"}),),
        may_administer=True,
        day=DAY,
        clearance="TLP:GREEN",
        cleared=(None, DAY),
        lapsed=True,
        offered=MARKINGS,
    )


def guide() -> dict[str, Any]:
    """The guide with steps done and to do, each kind of way to go on."""
    said = Words("There is none yet.", "Il n’y en a pas encore.", "아직 없습니다.")
    title = Words("A step", "Une étape", "단계")
    given = [
        SettingUp(code="officers", title=title, done=True, says=said, page="officers"),
        SettingUp(
            code="keys", title=title, done=False, says=said, page="set-up-keys", about="can-kor", command="suivi"
        ),
        SettingUp(code="backup-trial", title=title, done=False, says=said),
        SettingUp(code="mail", title=title, done=False, says=said, page="calendar"),
    ]
    return {"steps": given, "done": 1, "sent": "mail.example:25", "address": "n@ministry.example"}


def opening(*, in_force: bool = False) -> OpeningShown:
    """A channel whose keys are being made, or are in force with the partner's."""
    roots = tuple(RootShown(number=number, made=number < 3, signed=number == 1) for number in (1, 2, 3))
    if in_force:
        roots = tuple(RootShown(number=number, made=True, signed=number < 3) for number in (1, 2, 3))
    return OpeningShown(
        channel="can-kor",
        party="can",
        roots=roots,
        needed=2,
        in_force=in_force,
        fingerprints=(("can", _FINGERPRINT), ("kor", _FINGERPRINT)) if in_force else (),
        charter=False,
        proposed=False,
    )


def pages() -> dict[str, tuple[str, dict[str, Any]]]:
    """Each page by name: its template and what it is given."""
    charter = {"page": opening(in_force=True), "order": "can kor", "ceilings": MARKINGS}
    return {
        "officer": ("officer.html", {"page": officer(), "ministry": "Ministry of Trade", "links": ()}),
        "ministry": ("ministry.html", {"ministry": "Ministry of Trade"}),
        "set-up": ("set-up.html", guide()),
        "set-up-channel": ("set-up-channel.html", {}),
        "set-up-nightly": ("set-up-nightly.html", {"hours": range(24), "failed": "exit 1"}),
        "set-up-public": ("set-up-public.html", {"folders": ["/copies/사본", ""]}),
        "set-up-keys": ("set-up-keys.html", {"page": opening()}),
        "set-up-keys-in-force": ("set-up-keys.html", {"page": opening(in_force=True)}),
        "set-up-partner": ("set-up-partner.html", {"page": opening(in_force=True)}),
        "set-up-charter": ("set-up-charter.html", charter),
    }
