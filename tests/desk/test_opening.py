"""Opening a channel on the pages of the desk: custodians, signatures, fingerprints, the charter, two trials."""

import datetime
import io
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.test import Client

from suivi.desk import ceremony, entries, nightly, opening, sign_in, unpacking, verification
from suivi.desk.actions import channel as channels
from suivi.desk.actions import opening as actions
from suivi.desk.actions import trials
from suivi.desk.keys import KeyNotUsable, new_key
from suivi.desk.models import Ticket
from suivi.record.policies import POLICIES
from tests.desk.conftest import AT
from tests.two_nodes.orders import PASSWORD

HOUR = datetime.timedelta(hours=1)
WORDS = "four words nobody puts together"


@pytest.fixture
def desk(noemie):
    signed_in = Client()
    signed_in.force_login(noemie, backend="django.contrib.auth.backends.ModelBackend")
    return signed_in


def made(desk, number, channel="can-oth"):
    answer = desk.post(f"/set-up/{channel}/keys/{number}", {"passphrase": WORDS, "again": WORDS})
    assert answer["Content-Disposition"] == f'attachment; filename="can.{channel}.root-{number}.pem"'
    return answer.content


def signed(desk, pem, words=WORDS, channel="can-oth"):
    file = io.BytesIO(pem)
    file.name = "root.pem"
    return desk.post(f"/set-up/{channel}/sign", {"file": file, "passphrase": words})


def partner_list():
    """A key list of another party for the channel, signed by two of its roots, and its fingerprint."""
    roots = [new_key()[0] for _ in range(3)]
    log, witness = new_key()[0].public, new_key()[0].public
    manifest = ceremony.first_list(
        party="oth", channel="can-oth", issued="2024-12-01", roots=[root.public for root in roots], threshold=2,
        log=log, witness=witness,
    )  # fmt: skip
    octets = ceremony.draft_octets(manifest)
    for root in roots[:2]:
        octets = ceremony.signed_by(octets, root, name="root")
    return octets, manifest.fingerprint()


def test_three_custodians_make_keys_two_sign_and_no_root_key_stays_on_the_machine(desk, noemie, ottawa):
    assert desk.post("/set-up/channel", {"channel": " Can-Oth "}).url == "/set-up/can-oth/keys"
    pems = [made(desk, number) for number in (1, 2, 3)]
    assert all(b"ENCRYPTED" in pem for pem in pems)

    signed(desk, pems[0])
    half_way = opening.opening_for(noemie, "can-oth")
    signed(desk, pems[0])
    assert opening.opening_for(noemie, "can-oth") == half_way
    assert (half_way.signed, half_way.in_force) == (1, False)
    signed(desk, pems[2])

    after = opening.opening_for(noemie, "can-oth")
    assert after.in_force
    assert after.fingerprints[0][1] in desk.get("/set-up/can-oth/keys").content.decode()
    assert desk.get("/set-up/can-oth/list").content == entries.key_lists("can", "can-oth")[0]
    for file in ottawa.folder.rglob("*"):
        assert not file.is_file() or b"ENCRYPTED" not in file.read_bytes()
    assert not (ottawa.folder / "opening" / "can-oth").exists()
    assert "key list put in force" in desk.get("/history").content.decode()


def test_a_lost_file_is_made_anew_and_what_was_signed_before_counts_no_more(desk, noemie):
    pems = [made(desk, number) for number in (1, 2, 3)]
    signed(desk, pems[0])

    again = made(desk, 1)

    assert opening.opening_for(noemie, "can-oth").signed == 0
    assert "not-a-root-of-this-list" in signed(desk, pems[0]).content.decode()
    signed(desk, again)
    signed(desk, pems[1])
    assert opening.opening_for(noemie, "can-oth").in_force
    assert (
        "key-list-in-force"
        in desk.post("/set-up/can-oth/keys/1", {"passphrase": WORDS, "again": WORDS}).content.decode()
    )


def test_what_would_spoil_the_ceremony_is_refused_by_name_and_no_secret_comes_back(desk, noemie):
    short = desk.post("/set-up/can-oth/keys/1", {"passphrase": "short", "again": "short"})
    differ = desk.post("/set-up/can-oth/keys/1", {"passphrase": WORDS, "again": WORDS + "!"})
    early = signed(desk, b"no key")
    for number in (1, 2, 3):
        pem = made(desk, number)
    wrong = signed(desk, pem, words="the words of somebody else")

    codes = ["passphrase-too-short", "passphrases-differ", "roots-missing", KeyNotUsable.code]
    for answer, code in zip((short, differ, early, wrong), codes, strict=True):
        assert answer.status_code == 409
        assert code in answer.content.decode()
        assert WORDS not in answer.content.decode()
    assert "channel-name-not-usable" in desk.post("/set-up/channel", {"channel": "home"}).content.decode()


def test_the_partner_s_keys_need_the_fingerprint_as_heard_and_the_charter_its_ceiling(desk, noemie):
    for pem in [made(desk, number) for number in (1, 2, 3)][:2]:
        signed(desk, pem)
    octets, fingerprint = partner_list()
    for typed, code in (("", "fingerprint-needed"), ("0" * 64, "keys.fingerprint")):
        answer = desk.post("/set-up/can-oth/partner", {"file": io.BytesIO(octets), "fingerprint": typed})
        assert code in answer.content.decode()
    grouped = " ".join(fingerprint[i : i + 4] for i in range(0, 64, 4))
    desk.post("/set-up/can-oth/partner", {"file": io.BytesIO(octets), "fingerprint": grouped})
    assert [party for party, _ in opening.opening_for(noemie, "can-oth").fingerprints] == ["can", "oth"]
    assert [finding.sentence for finding in verification.verify_logs() if not finding.sound] == []
    assert "a node restored from it" in desk.post("/set-up/backup").content.decode()  # before anything has come of it

    alone = desk.post("/set-up/can-oth/charter", {"order": "can", "language": ["en"], "tlp": "GREEN"})
    agreed = desk.post("/set-up/can-oth/charter", {"order": "can oth", "language": ["en", "fr"], "tlp": "GREEN"})

    assert channels.CharterNotSound.code in alone.content.decode()
    ticket = desk.get(agreed.url).content.decode()
    assert "marked up to TLP:GREEN" in ticket


def test_a_charter_s_ceiling_takes_in_the_values_of_national_tables_and_names_those_tables(desk, noemie):
    for pem in [made(desk, number) for number in (1, 2, 3)][:2]:
        signed(desk, pem)
    octets, fingerprint = partner_list()
    desk.post("/set-up/can-oth/partner", {"file": io.BytesIO(octets), "fingerprint": fingerprint})
    form = desk.get("/set-up/can-oth/charter").content.decode()
    assert [code for code in POLICIES if f'value="{code}:' not in form] == []
    assert '<option value="AMBER" selected>' in form

    national = ["", "ca-gc:protected:PROTECTED B", "ca-gc:CABINET CONFIDENCE"]
    asked = {"order": "can oth", "language": ["en", "fr"], "tlp": "AMBER", "national": national}
    agreed = desk.post("/set-up/can-oth/charter", asked)

    assert "TLP:AMBER // PROTECTED B // CABINET CONFIDENCE" in desk.get(agreed.url).content.decode()
    proposed = json.loads(Ticket.objects.get(digest=agreed.url.split("/")[-1]).octets)["body"]
    assert proposed["policies"] == [{"policy": "ca-gc", "sha256": POLICIES["ca-gc"].sha256()}]


def test_nobody_but_an_administrator_opens_a_channel(desk, noemie):
    lead = sign_in.enrol("A Lead", PASSWORD, roles=["lead"], language="en", published=True)
    desk.force_login(lead, backend="django.contrib.auth.backends.ModelBackend")

    answers = [desk.get(f"/set-up/{path}") for path in ("channel", "can-oth/keys", "can-oth/list", "can-oth/partner")]
    answers += [desk.post("/set-up/can-oth/keys/1", {"passphrase": WORDS, "again": WORDS}), desk.post("/set-up/backup")]

    assert {answer.status_code for answer in answers} == {409}


def test_a_backup_is_made_restored_compared_and_both_are_removed(desk, ottawa):
    before = sorted(path.name for path in ottawa.folder.iterdir())

    answer = desk.post("/set-up/backup").content.decode()

    assert "a node restored from it" in answer
    assert sorted(path.name for path in ottawa.folder.iterdir()) == sorted([*before, "last-backup-trial"])


def test_a_letter_shows_the_way_and_what_is_no_address_is_refused(desk, noemie, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH, settings.EMAIL_HOST = str(tmp_path / "mail"), ""
    for address in ("nobody", "a@b, c@d", "a b@c"):
        with pytest.raises(trials.AddressNotOne):
            trials.try_mail(noemie, address=address, at=AT)

    assert str(tmp_path / "mail") in desk.post("/set-up/mail", {"address": "n@ministry.example"}).content.decode()
    assert len(list((tmp_path / "mail").iterdir())) == 1


def test_a_channel_is_named_as_logs_can_carry_it(noemie):
    for name in ("", "home", "public", "can kor", "c", "can/kor", "x" * 40):
        with pytest.raises(actions.ChannelNameNotUsable):
            actions.begin(noemie, channel=name, at=AT)


def test_the_public_log_is_opened_on_the_pages_once_two_copies_have_a_place(desk, noemie, ottawa, tmp_path):
    assert desk.get("/set-up/public/keys").status_code == 404
    assert "/set-up/public" in desk.get("/set-up").content.decode()
    places = [tmp_path / "copy one", tmp_path / "사본"]
    for place in places:
        place.mkdir()
    inside = ottawa.folder / "copies"
    inside.mkdir()
    for wrong in ([str(places[0])], [str(places[0])] * 2, [str(places[0]), "relative"], [str(places[0]), str(inside)]):
        assert "copies-not-usable" in desk.post("/set-up/public", {"folder": wrong}).content.decode(), wrong

    assert desk.post("/set-up/public", {"folder": [str(place) for place in places]}).url == "/set-up/public/keys"
    pems = [made(desk, number, "public") for number in (1, 2, 3)]
    for pem in pems[:2]:
        signed(desk, pem, channel="public")

    assert entries.key_lists("can", "public") != []
    assert opening.opening_for(noemie, "public").in_force
    assert "set-up/public/charter" not in desk.get("/set-up/public/partner").content.decode()
    charter = {"order": "can", "language": ["en"], "tlp": "CLEAR"}
    assert desk.post("/set-up/public/charter", charter).status_code == 409
    assert "The public log is open" in desk.get("/set-up").content.decode()


def test_a_backup_is_made_every_night_once_and_the_newest_fourteen_stay(desk, ottawa, tmp_path):
    place, node = tmp_path / "nights", ottawa.folder
    place.mkdir()
    for wrong in ({"folder": str(tmp_path / "none")}, {"folder": str(node)}, {"folder": "nights"}, {"hour": "24"}):
        answer = desk.post("/set-up/nightly", {"folder": str(place), "hour": "4", **wrong})
        assert "backup-folder-not-usable" in answer.content.decode(), wrong
    assert nightly.make_if_due(node, at=AT) is None
    assert desk.post("/set-up/nightly", {"folder": str(place), "hour": "4"}).status_code == 302
    for day in range(1, 15):
        (place / f"suivi-can-2024-11-{day:02}.backup").touch()
    (place / "suivi-kor-2024-11-01.backup").touch()

    made_at = nightly.make_if_due(node, at=AT)
    assert made_at == place / f"suivi-can-{AT.date()}.backup"
    assert nightly.make_if_due(node, at=AT + 18 * HOUR) is None  # three o’clock: the same night still
    kept = sorted(path.name for path in place.iterdir())
    assert len(kept) == 15
    assert "suivi-can-2024-11-01.backup" not in kept
    assert "suivi-kor-2024-11-01.backup" in kept
    label = unpacking.unpack(made_at, tmp_path / "unpacked")
    assert label["logs"]["suivi/can/home"] > 0
    assert not (tmp_path / "unpacked" / "keys").exists()
    assert f"into {place}" in desk.get("/set-up").content.decode()

    place.rename(tmp_path / "gone")
    assert nightly.make_if_due(node, at=AT + 20 * HOUR) is None
    assert "The nightly backup was not made:" in desk.get("/set-up").content.decode()
    assert 'role="alert"' in desk.get("/set-up/nightly").content.decode()
    (tmp_path / "gone").rename(place)
    with ThreadPoolExecutor(2) as processes:  # each holds a lock of its own, as two processes would
        made = list(processes.map(lambda at: nightly.make_if_due(node, at=at), [AT + 20 * HOUR] * 2))
    assert sorted(made, key=bool) == [None, place / f"suivi-can-{(AT + 20 * HOUR).date()}.backup"]
    assert nightly.fault(node) == ""
    desk.post("/set-up/nightly", {"folder": "", "hour": "4"})
    assert nightly.make_if_due(node, at=AT + 50 * HOUR) is None
