"""Accounts of the ministry linked to officers: by themselves after proof, by an administrator, each noted at home."""

import re

import pytest

from suivi.desk import entries, linked, sign_in
from suivi.desk.access import NotMandated
from suivi.desk.actions import identities as actions
from suivi.desk.actions.officers import MandateNotSound
from suivi.desk.identities import IdentityRefused
from suivi.record.home import Acted
from tests.desk.conftest import AT
from tests.two_nodes.orders import PASSWORD
from tests.web.provider_at_hand import SUBJECT
from tests.web.test_ministry import desk, ministry, there

__all__ = ["desk", "ministry"]


def told():
    said = [entry.record for entry in entries.read_log("suivi/can/home")]
    return [(record.act, record.about) for record in said if isinstance(record, Acted)][-2:]


def test_an_officer_links_an_account_after_typing_the_password(ottawa, noemie, desk, ministry):
    desk.force_login(noemie, backend="django.contrib.auth.backends.ModelBackend")
    assert desk.get("/sign-in/ministry").headers["Location"] == "/account"
    assert desk.post("/account/ministry", {"password": "no"}).status_code == 409

    page = desk.post("/account/ministry", {"password": PASSWORD})
    assert 'href="/sign-in/ministry"' in page.content.decode()
    back = ministry.signed_in(there(desk))
    assert desk.get("/sign-in/ministry/back", back).headers["Location"] == "/account"

    assert [row.subject for row in linked.identities_of(noemie)] == [SUBJECT]
    assert desk.get("/sign-in/ministry").headers["Location"] == "/account"  # one typing, one link
    (number,) = re.findall(r"/account/ministry/(\d+)/end", desk.get("/account").content.decode())
    desk.post(f"/account/ministry/{number}/end", {"password": PASSWORD})
    assert linked.identities_of(noemie) == []
    assert [act for act, _ in told()] == ["identity-linked", "identity-unlinked"]


def test_an_administrator_links_an_account_once_and_to_one_officer(ottawa, noemie, adrian, desk, ministry):
    for _ in range(2):
        actions.link(noemie, of=str(adrian.pk), subject=f" {SUBJECT} ", at=AT)
    with pytest.raises(IdentityRefused) as refusal:
        actions.link(noemie, of=str(noemie.pk), subject=SUBJECT, at=AT)

    assert refusal.value.reason == "taken"
    assert told()[-1] == ("identity-linked", {"officer": adrian.name, "account": SUBJECT})
    back = ministry.signed_in(there(desk))
    assert desk.get("/sign-in/ministry/back", back).headers["Location"] == "/"
    actions.unlink(noemie, of=str(adrian.pk), identity=str(linked.identities_of(adrian)[0].pk), at=AT)
    assert desk.get("/plans").status_code == 302
    with pytest.raises(MandateNotSound):
        actions.link(noemie, of=str(adrian.pk), subject=" ", at=AT)


def test_nobody_else_links_an_account_to_an_officer(ottawa, noemie, desk, ministry):
    lead = sign_in.enrol("A Lead", PASSWORD, roles=["lead"], language="en", published=True)

    with pytest.raises(NotMandated):
        actions.link(lead, of=str(lead.pk), subject=SUBJECT, at=AT)


def test_a_fresh_sign_in_at_the_ministry_is_good_for_one_approval(ottawa, noemie, desk, ministry):
    import time

    from suivi.desk.actions import reports
    from tests.two_nodes.capitals import report

    ticket = reports.file(noemie, **report(provision="P1.I2", on="2024-12-01"), at=AT)
    other = reports.file(noemie, **report(provision="P1.I3", on="2024-12-01"), at=AT)
    actions.link(noemie, of=str(noemie.pk), subject=SUBJECT, at=AT)
    desk.force_login(noemie, backend="django.contrib.auth.backends.ModelBackend")
    assert desk.post(f"/releases/{ticket}/approve", {"password": ""}).status_code == 409

    asked = there(desk, fresh="yes", next=f"/releases/{ticket}")
    desk.get("/sign-in/ministry/back", ministry.signed_in(asked, auth_time=int(time.time())))
    assert "signed in afresh" in desk.get(f"/releases/{ticket}").content.decode()

    assert desk.post(f"/releases/{ticket}/approve", {"password": ""}).status_code == 302
    assert desk.post(f"/releases/{other}/approve", {"password": ""}).status_code == 409
