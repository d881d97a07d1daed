"""The ceremony of the keys: made by custodians, rotated, revoked by size, and a successor channel where roots are lost."""

import datetime
from unicodedata import east_asian_width

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat

from suivi.cli import key_words
from suivi.desk import keys
from suivi.log.keys import Ed25519Signer
from tests.two_nodes.capitals import PLAN, report

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
LATER = AT + datetime.timedelta(hours=1)
APPEARS = ("The root key lies locked in", "Signatures on it: 2; needed: 2.", "In force.")
"""What the checklist says must appear: the second as the figure 2 twice."""
QUOTED = {
    "en": ("The root key lies locked in", "In force."),
    "fr": ("La clé racine se trouve, verrouillée, dans", "En vigueur."),
    "ko": ("루트 키를 잠가서 저장했습니다", "시행되었습니다."),
}
"""What it quotes in each language, as the commands begin to say it."""
SECRET = {"SUIVI_PASSPHRASE": "four quiet unlikely words"}


@pytest.fixture
def medium(tmp_path):
    """Three custodians' media, each with a root key of Ottawa in a channel of that name."""

    def made(capital, channel):
        for number in (1, 2, 3):
            ran = capital.suivi_cold("keys", "make-root", channel, number, "--party", "can", "--to", tmp_path, **SECRET)
            assert ran.code == 0, ran.err
            assert APPEARS[0] in ran.out
        return tmp_path

    return made


def root(place, number, channel="can-kor"):
    return place / "roots" / f"can.{channel}.root-{number}.pem"


def test_a_first_list_is_made_by_three_custodians_two_of_whom_sign(reported, medium, tmp_path):
    can = reported.can
    place = medium(can, "can-oth")
    publics = [part for number in (1, 2, 3) for part in ("--root", place / f"can.can-oth.root-{number}.public")]
    draft = tmp_path / "list.draft"

    assert can.suivi("keys", "draft", "can-oth", "-o", draft, *publics).code == 0
    alone = can.suivi_cold("keys", "sign", draft, "--with", place / "can.can-oth.root-1.pem", **SECRET)
    refused = can.suivi("keys", "accept", "can-oth", draft)
    again = can.suivi_cold("keys", "sign", draft, "--with", place / "can.can-oth.root-1.pem", **SECRET)
    still = can.suivi("keys", "accept", "can-oth", draft)
    second = can.suivi_cold("keys", "sign", draft, "--with", place / "can.can-oth.root-3.pem", **SECRET)
    accepted = can.suivi("keys", "accept", "can-oth", draft)

    assert [ran.code for ran in (alone, again, second)] == [0, 0, 0]
    assert (refused.code, "[keys.new-threshold]" in refused.err) == (3, True)
    assert (still.code, "[keys.new-threshold]" in still.err) == (3, True)
    assert accepted.code == 0, accepted.err
    assert (APPEARS[1] in second.out, APPEARS[2] in accepted.out) == (True, True)
    assert b"ENCRYPTED" in (place / "can.can-oth.root-1.pem").read_bytes()
    assert not list(can.folder.glob("keys/*root-*"))


def test_a_root_key_is_not_left_on_the_machine_where_the_medium_is_not_there(reported, tmp_path):
    words = ("keys", "make-root", "can-oth", 1, "--party", "can", "--to", tmp_path / "medium")

    ran = reported.can.suivi_cold(*words, **SECRET)

    assert (ran.code, "[medium-not-there]" in ran.err, (tmp_path / "medium").exists()) == (3, True, False)


def test_a_root_key_is_not_opened_by_another_passphrase(reported, medium, tmp_path):
    can = reported.can
    place = medium(can, "can-oth")
    publics = [part for number in (1, 2, 3) for part in ("--root", place / f"can.can-oth.root-{number}.public")]
    draft = tmp_path / "list.draft"
    can.suivi("keys", "draft", "can-oth", "-o", draft, *publics)

    wrong = {"SUIVI_PASSPHRASE": "another one altogether"}
    ran = can.suivi_cold("keys", "sign", draft, "--with", place / "can.can-oth.root-1.pem", **wrong)

    assert (ran.code, "[own.key]" in ran.err) == (3, True)


def test_a_guess_at_a_passphrase_is_costly_and_keys_locked_before_it_was_still_open(tmp_path):
    words = "four quiet unlikely words"
    signer, pem = keys.new_key(passphrase=words)
    before = Ed25519PrivateKey.from_private_bytes(bytes(32)).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(words.encode())
    )

    assert pem.startswith(b"Suivi-Locked-With: scrypt 32768 8 3 ")
    assert keys.key_in(pem, name="new", passphrase=words).public == signer.public
    assert (
        keys.key_in(before, name="old", passphrase=words).public
        == Ed25519Signer(Ed25519PrivateKey.from_private_bytes(bytes(32))).public
    )
    for spoilt in (pem.replace(b"3 ", b"3 zz", 1), pem.partition(b"\n")[2], pem[:-40]):
        with pytest.raises(keys.KeyNotUsable):
            keys.key_in(spoilt, name="spoilt", passphrase=words)


def rotated(can, place, tmp_path, *options):
    """A list that replaces the log key, signed by two of the roots made when the channel was opened."""
    draft = tmp_path / "next.draft"
    ran = can.suivi("keys", "draft", "can-kor", "-o", draft, "--new-log", *options)
    assert ran.code == 0, ran.err
    for number in (1, 2):
        ran = can.suivi_cold("keys", "sign", draft, "--with", root(place, number), SUIVI_PASSPHRASE="")
        assert ran.code == 0, ran.err
    return draft


def test_a_log_key_is_replaced_and_the_partner_follows(online, tmp_path, stages):
    can, kor = online
    draft = rotated(can, stages / "under-way", tmp_path)
    assert can.suivi("keys", "accept", "can-kor", draft).code == 0

    can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    pulled = kor.does("pull", party="can", at=LATER)
    back = can.does("pull", party="kor", at=LATER + datetime.timedelta(minutes=10))

    assert (pulled["new"], back["new"]) == (1, 1)
    assert [capital.suivi("log", "verify").code for capital in online] == [0, 0]
    assert len({capital.suivi("register", PLAN).facts["digest"] for capital in online}) == 1


def test_a_replaced_key_follows_by_file_too(reported, tmp_path, stages):
    can, _kor = reported
    draft = rotated(can, stages / "under-way", tmp_path)
    assert can.suivi("keys", "accept", "can-kor", draft).code == 0

    can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    reported.cross(LATER)

    assert len({capital.suivi("register", PLAN).facts["digest"] for capital in reported}) == 1


def test_a_list_that_would_repudiate_our_own_entries_is_refused(reported, tmp_path, stages):
    can = reported.can
    draft = rotated(can, stages / "under-way", tmp_path)
    can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)

    ran = can.suivi("keys", "accept", "can-kor", draft)

    assert (ran.code, "[key-list-outdated]" in ran.err) == (3, True)


@pytest.mark.parametrize(
    ("spelled", "code"), [("A" * 43 + "=", "keys.small-order"), ("/" * 43 + "8=", "keys.encoding")]
)
def test_a_refused_key_is_refused_by_name(reported, tmp_path, spelled, code):
    path = tmp_path / "some.public"
    path.write_text(spelled + "\n")

    ran = reported.can.suivi_cold("keys", "look", path)

    assert (ran.code, f"[{code}]" in ran.err) == (3, True)


def test_the_checklist_of_a_successor_names_the_next_one(reported):
    ran = reported.can.suivi_cold("keys", "checklist", "can-kor.2", "--party", "can")

    assert ("can-kor.3" in ran.out, "can-kor.2.2" in ran.out) == (True, False)


@pytest.mark.parametrize("language", ["en", "fr", "ko"])
def test_the_checklist_is_printed_in_every_language(reported, language):
    ran = reported.can.suivi_cold("keys", "checklist", "can-kor", "--party", "can", "--language", language)

    assert ran.code == 0
    assert ran.out.count("[ ]") == 10
    assert "suivi keys sign list.draft" in ran.out
    assert [f"--root can.can-kor.root-{number}.public" in ran.out for number in (1, 2, 3)] == [True] * 3
    assert "can-kor.2" in ran.out
    assert max(sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line) for line in ran.out.splitlines()) <= 78
    said = [words.in_(language) for words in (key_words.ROOT_MADE, key_words.FIRST_IN_FORCE, key_words.IN_FORCE)]
    assert all(
        each.startswith(quoted)
        for each, quoted in zip(said, (QUOTED[language][0], *QUOTED[language][1:] * 2), strict=True)
    )
    assert [quoted in " ".join(ran.out.split()) for quoted in QUOTED[language]] == [True, True]


def test_where_roots_are_lost_a_successor_channel_names_the_last_entries_both_hold(reported, tmp_path):
    opened = {
        capital: capital.does("open keys", channel="can-kor.2", roots=str(tmp_path / "roots"), at=AT)
        for capital in reported
    }
    can, kor = reported
    for ours, theirs in ((can, kor), (kor, can)):
        ours.does("accept partner", channel="can-kor.2", **opened[theirs])

    can.does("propose charter", channel="can-kor.2", order=["can", "kor"], at=AT)
    kor.does("take in", octets=can.does("hand over", channel="can-kor.2"), at=LATER, channel="can-kor.2")
    kor.does("concur", at=LATER + datetime.timedelta(minutes=1))
    can.does("take in", octets=kor.does("hand over", channel="can-kor.2"), at=LATER, channel="can-kor.2")
    kor.does("take in", octets=can.does("hand over", channel="can-kor.2"), at=LATER, channel="can-kor.2")

    assert can.does("charter succeeds", channel="can-kor.2") == kor.does("charter succeeds", channel="can-kor.2")
    assert {log for log, _, _ in can.does("charter succeeds", channel="can-kor.2")} == {can.log, kor.log}


def test_p05_nobody_concurs_in_a_successor_whose_last_entries_are_not_held(reported, tmp_path):
    can, kor = reported
    opened = {
        capital: capital.does("open keys", channel="can-kor.2", roots=str(tmp_path / "roots"), at=AT)
        for capital in reported
    }
    for ours, theirs in ((can, kor), (kor, can)):
        ours.does("accept partner", channel="can-kor.2", **opened[theirs])
    can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)  # which Seoul has not

    can.does("propose charter", channel="can-kor.2", order=["can", "kor"], at=AT)
    kor.does("take in", octets=can.does("hand over", channel="can-kor.2"), at=LATER, channel="can-kor.2")
    ran = kor.tries("concur", at=LATER + datetime.timedelta(minutes=1))

    assert (ran.code, "[charter.succeeds]" in ran.err) == (3, True)
