"""What surrounds a node: each thing that could make it unsafe is told with its cure, and is told no more once cured."""

import datetime

import pytest

from suivi.desk import access, sign_in, surroundings
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
