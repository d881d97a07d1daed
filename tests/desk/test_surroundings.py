"""What surrounds a node: each thing that could make it unsafe is told with its cure, and is told no more once cured."""

import datetime

import pytest
from django.test import Client

from suivi.desk import access, mailing, setting_up, sign_in, surroundings
from suivi.desk.actions import officers
from suivi.desk.node import SETTINGS_NAME
from tests.desk.conftest import AT
from tests.two_nodes.orders import PASSWORD


def unsound(**at):
    return {one.code for one in surroundings.concerns(at=at.get("at", AT)) if not one.sound}


def test_each_concern_that_is_not_sound_has_a_cure_in_three_languages(ottawa):
    found = [one for one in surroundings.concerns(at=AT) if not one.sound]

    assert found
    assert all(one.remedy and one.remedy.en and one.remedy.fr and one.remedy.ko for one in found)


def test_a_settings_file_others_can_read_is_told_until_it_is_closed(ottawa):
    file = ottawa.folder / SETTINGS_NAME
    file.chmod(0o644)
    assert "settings-readable" in unsound()

    file.chmod(0o600)

    assert "settings-readable" not in unsound()


def test_a_backup_is_good_for_seven_days(ottawa):
    assert "backup" in unsound()

    surroundings.note_backup(ottawa.folder, at=AT)

    assert "backup" not in unsound(at=AT + datetime.timedelta(days=7))
    assert "backup" in unsound(at=AT + datetime.timedelta(days=8))


def test_a_desk_open_to_others_without_tls_is_told(ottawa, settings):
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
    assert "transport" not in unsound()
    settings.ALLOWED_HOSTS = ["desk.example.org"]
    assert "transport" in unsound()

    settings.SESSION_COOKIE_SECURE = True

    assert "transport" not in unsound()


def test_faults_shown_with_the_inner_state_are_told(ottawa, settings):
    settings.DEBUG = True

    assert "debug" in unsound()


def test_a_clock_before_the_last_act_is_told(ottawa):
    assert "clock" not in unsound()
    assert "clock" in unsound(at=AT - datetime.timedelta(days=400))


def test_old_keys_are_told(ottawa):
    assert "keys-due" not in unsound()
    assert "keys-due" in unsound(at=AT + datetime.timedelta(days=3 * 365))


def test_too_few_approvers_or_administrators_are_told(noemie, adrian):
    assert not unsound() & {"approvers", "administrators"}

    officers.let_go(noemie, of=str(adrian.pk), at=AT)

    assert unsound() >= {"approvers", "administrators"}


def test_only_an_administrator_looks(ottawa):
    auditor = sign_in.enrol("Auditor", PASSWORD, roles=["auditor"], language="en", published=True)

    with pytest.raises(access.NotMandated):
        surroundings.concerns_for(auditor, at=AT)


def test_mail_that_nobody_receives_or_that_leaves_without_tls_is_told(ottawa, settings):
    assert "mail" not in unsound()
    mailing.keep_address(sign_in.officers()[0], "n@example.org")
    assert "mail" in unsound()

    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = "mail.example.org", False, False
    assert "mail" in unsound()
    settings.EMAIL_USE_TLS = True

    assert "mail" not in unsound()


def test_a_server_in_front_that_does_not_say_how_a_page_came_is_told(ottawa, settings):
    settings.SESSION_COOKIE_SECURE = True
    desk, mine = Client(), sign_in.officers()[0]
    desk.force_login(mine, backend="django.contrib.auth.backends.ModelBackend")
    desk.cookies[settings.SESSION_COOKIE_NAME]["secure"] = ""

    assert "X-Forwarded-Proto" in desk.get("/settings-check").content.decode()
    assert "X-Forwarded-Proto" not in desk.get("/settings-check", secure=True).content.decode()


def test_the_guide_shows_every_step_with_its_state_and_follows_what_is_done(ottawa):
    desk = Client()
    desk.force_login(sign_in.officers()[0], backend="django.contrib.auth.backends.ModelBackend")
    before = {step.code: step.done for step in setting_up.steps(sign_in.officers()[0], at=AT)}
    assert before == {
        "language": True,
        "approvers": True,
        "own-factor": False,
        "second-factors": False,
        "keys": True,
        "fingerprint": True,
        "charter": True,
        "mail": True,
        "backup-trial": False,
        "backup": False,
        "public": False,
        "surroundings": False,
    }

    for language, words in (("en", "To do:"), ("fr", "À faire"), ("ko", "할 일")):
        page = desk.get(f"/set-up?language={language}")
        assert page.status_code == 200
        assert words in page.content.decode()
    surroundings.note_backup(ottawa.folder, at=AT)

    assert {step.code: step.done for step in setting_up.steps(sign_in.officers()[0], at=AT)}["backup"]


def test_nobody_but_an_administrator_sees_how_far_a_desk_is(ottawa):
    lead = sign_in.enrol("A Lead", PASSWORD, roles=["lead"], language="en", published=True)

    with pytest.raises(access.NotMandated):
        setting_up.steps(lead, at=AT)
