"""Bad input at the terminal: a clear sentence, exit 3, and a node exactly as it was."""

import hashlib
import json
import stat

import pytest

from tests.two_nodes.capitals import OFFICERS, PLAN, sample_texts, tables

FIRST = OFFICERS["can"][0]
ENGLISH = {name: octets for name, octets, _ in sample_texts()}["plan.en.txt"]


def refused(capital, *words):
    """The code of the refusal of a command that changes nothing on record; and what it said."""
    before = on_record(capital)
    ran = capital.suivi(*words, "--officer", FIRST)
    assert ran.code == 3, (ran.code, ran.err)
    assert on_record(capital) == before
    assert ran.out == ""
    return ran.err.rstrip().rpartition("[")[2].rstrip("]"), ran.err


def on_record(capital):
    """Every table but that of the officers, whose sign-in is noted."""
    return {name: rows for name, rows in tables(capital).items() if name != "desk_officer"}


def written(path, octets):
    path.write_bytes(octets)
    return path


KOREAN = {name: octets for name, octets, _ in sample_texts()}["plan.ko.txt"]
LETTER = "Madame, nous vous remercions de votre lettre. La pluie est tombée sur la ville pendant toute la nuit. " * 9


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (b"", "empty-file"),
        (b" \n\n \t\n", "empty-file"),
        (b"\xef\xbb\xbf", "empty-file"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "extension-differs"),
        (b"PK\x03\x04" + bytes(2000), "format-not-read"),
        (bytes(4000), "binary-file"),
        (KOREAN[:2000] + b"\xff\xc0" + KOREAN[2000:], "wrongly-encoded"),
        (LETTER.encode(), "no-commitment"),
        (b"a" * 300_000, "language-not-read"),
    ],
    ids=["empty", "blank", "mark-only", "pdf", "zip", "zeros", "damaged", "letter", "one-word"],
)
def test_a_file_that_holds_no_plan_is_refused_and_leaves_no_draft(chartered, tmp_path, octets, code):
    file = written(tmp_path / "plan.txt", octets)

    told, sentence = refused(chartered.can, "import-plan", file, "--plan", "some-plan")

    assert told == code
    assert "Traceback" not in sentence


@pytest.mark.parametrize("plan", ["", "P", "Plan", "a", "plan/../x", "plan 2024", "é-plan", "p" * 33])
def test_an_id_no_record_could_carry_is_refused(chartered, tmp_path, plan):
    file = written(tmp_path / "plan.txt", ENGLISH)

    assert refused(chartered.can, "import-plan", file, "--plan", plan)[0] == "plan-id-not-usable"


def test_one_language_twice_is_refused(chartered, tmp_path):
    files = [written(tmp_path / name, ENGLISH) for name in ("one.txt", "two.txt")]

    assert refused(chartered.can, "import-plan", *files, "--plan", "some-plan")[0] == "same-language-twice"


@pytest.mark.parametrize("draft", ["7", "0", "x", "٣"])
def test_a_draft_that_does_not_exist_is_refused(chartered, draft):
    assert refused(chartered.can, "propose", draft)[0] == "not-here"


def test_a_plan_cannot_be_proposed_before_the_charter(founded, tmp_path):
    file = written(tmp_path / "plan.txt", ENGLISH)
    founded.can.suivi("import-plan", file, "--plan", "some-plan", "--officer", FIRST)

    assert refused(founded.can, "propose", "1")[0] in ("no-channel", "draft-not-ready")


REPORT = ("--stage", "done", "--on", "2024-12-01", "--account", "en=They met.")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("report", PLAN, "P9.I9", *REPORT), "not-here"),
        (("report", PLAN, "P1.I1' OR 1=1", *REPORT), "not-here"),
        (("report", "no-such-plan", "P1.I1", *REPORT), "not-here"),
        (("report", PLAN, "P1.I1", *REPORT[:3], "2099-01-01", *REPORT[4:]), "report-not-sound"),
        (("report", PLAN, "P1.I1", *REPORT[:3], "9999-12-31", *REPORT[4:]), "report-not-sound"),
        (("report", PLAN, "P1.I1", *REPORT[:3], "0001-01-01", *REPORT[4:]), "report-not-sound"),
        (("report", PLAN, "P1.I1", *REPORT[:3], "2024-02-30", *REPORT[4:]), "report-not-sound"),
        (("report", PLAN, "P1.I1", *REPORT, "--until", "2024-11-01"), "report-not-sound"),
        (("report", PLAN, "P1.I1", "--stage", "finished", *REPORT[2:]), "report-not-sound"),
        (("report", PLAN, "P1.I1", *REPORT[:4], "--account", "en= \n "), "report-not-sound"),
        (("activity", PLAN, "P1.I1", "coronation"), "mode-unknown"),
        (("activity", PLAN, "P9.I1", "dialogue"), "not-here"),
        (("step", "0" * 32, "propose"), "not-here"),
        (("correct", "0" * 32, *REPORT), "not-here"),
        (("concur",), "not-here"),
        (("concur", "f" * 64), "not-here"),
        (("approve", "f" * 64), "not-here"),
        (("release", "f" * 64), "not-here"),
        (("propose", "1"), "draft-proposed"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, tuple) else value,
)
def test_what_cannot_be_put_on_record_is_refused(reported, words, code):
    assert refused(reported.can, *words)[0] == code


def test_an_account_of_ten_megabytes_is_refused_in_a_second(reported, tmp_path):
    file = written(tmp_path / "account.txt", b"A long story. " * 750_000)

    code, sentence = refused(reported.can, "report", PLAN, "P1.I1", *REPORT[:4], "--account", f"en=@{file}")

    assert code == "report-not-sound"
    assert len(sentence) < 500


def test_an_account_within_the_limit_of_a_field_but_not_of_a_record_is_refused(reported, tmp_path):
    file = written(tmp_path / "account.txt", "가".encode() * 99_999)

    code, _ = refused(reported.can, "report", PLAN, "P1.I1", *REPORT[:4], "--account", f"ko=@{file}")

    assert code == "size.content"


def test_an_account_that_is_not_text_is_wrong_use(reported, tmp_path):
    file = written(tmp_path / "account.bin", b"\xff\xfe\x00")

    ran = reported.can.suivi("report", PLAN, "P1.I1", *REPORT[:4], "--account", f"en=@{file}", "--officer", FIRST)

    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_a_step_that_is_not_open_is_refused_with_those_that_are(reported):
    opened = reported.can.does("open activity", plan=PLAN, provision="P1.I3", mode="dialogue", at=now())

    code, sentence = refused(reported.can, "step", opened["id"], "hold", "--detail", "date=2024-12-01")

    assert code == "step-not-open"
    assert "propose" in sentence


def test_a_step_of_no_mode_or_without_its_details_is_refused(reported):
    opened = reported.can.does("open activity", plan=PLAN, provision="P1.I3", mode="dialogue", at=now())

    assert refused(reported.can, "step", opened["id"], "dance")[0] in ("step-not-open", "step-unknown")
    assert refused(reported.can, "step", opened["id"], "propose")[0] == "detail-missing"
    assert refused(reported.can, "step", opened["id"], "propose", "--detail", "date=soon")[0] in (
        "detail-not-sound",
        "detail-missing",
    )


def now():
    import datetime

    return datetime.datetime.now(datetime.UTC) - datetime.timedelta(minutes=10)


@pytest.mark.parametrize(
    ("officers", "code"),
    [
        (["Noémie Clark"], "two-officers-needed"),
        (["Noémie Clark", "Noémie Clark "], "two-officers-needed"),
        (["Noémie Clark", "Adrian \u202etseW"], "name-not-usable"),
        (["Noémie Clark", "Adrian\u200bWest"], "name-not-usable"),
        (["Noémie Clark", "  "], "name-not-usable"),
        (["Noémie Clark", "Adrian\nWest"], "name-not-usable"),
        (["Noémie Clark", "Adrian\x1b[31mWest"], "name-not-usable"),
        (["Noémie Clark", "A" * 121], "name-not-usable"),
        (["Noe\u0301mie Clark", "Adrian West"], "name-not-usable"),
    ],
    ids=["one", "same", "right-to-left", "zero-width", "blank", "two-lines", "escape", "long", "decomposed"],
)
def test_a_node_is_not_made_with_names_nobody_can_trust(suivi, tmp_path, officers, code):
    names = [part for name in officers for part in ("--officer", name)]

    ran = suivi("init", "--party", "can", "--data", tmp_path / "can", *names)

    assert ran.returncode == 3
    assert f"[{code}]" in ran.stderr
    assert not any(sign in ran.stderr for sign in ("\u202e", "\u200b", "\x1b"))
    assert list(tmp_path.iterdir()) == []


QUICK = ("--demonstration", "2024-09-02T08:00:00+00:00")  # passwords that are quick to check; nothing else differs


def tree(folder):
    """Every file and folder: its mode, and the digest of its bytes."""
    return {
        str(path.relative_to(folder)): (
            stat.filemode(path.stat().st_mode),
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in folder.rglob("*")
    }


def test_a_second_init_on_the_same_folder_is_refused_and_changes_nothing(suivi, tmp_path):
    words = ("init", "--party", "can", "--data", tmp_path / "can", "--officer", "A. Roy", "--officer", "B. Kim")
    assert suivi(*words, *QUICK).returncode == 0
    before = tree(tmp_path)

    again = suivi(*words)

    assert again.returncode == 3
    assert "[folder-taken]" in again.stderr
    assert tree(tmp_path) == before


@pytest.mark.parametrize("there", ["a folder with a file", "a file"])
def test_init_does_not_touch_what_is_there(suivi, tmp_path, there):
    place = tmp_path / "can"
    if there == "a file":
        place.write_text("A letter.")
    else:
        place.mkdir()
        (place / "letter.txt").write_text("A letter.")
    before = tree(tmp_path)

    ran = suivi("init", "--party", "can", "--data", place, "--officer", "A. Roy", "--officer", "B. Kim")

    assert ran.returncode == 3
    assert "[folder-taken]" in ran.stderr
    assert tree(tmp_path) == before


def test_a_node_can_be_made_in_the_empty_folder_one_stands_in(suivi, tmp_path):
    ran = suivi("init", "--party", "can", "--data", ".", "--officer", "A. Roy", "--officer", "B. Kim", *QUICK)

    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "suivi.sqlite3").is_file()
    assert suivi("check", "--data", tmp_path).returncode == 0


def test_without_a_password_given_each_officer_has_one_and_it_is_shown_once(suivi, tmp_path):
    words = ("init", "--party", "can", "--data", "can", "--officer", "A. Roy", "--officer", "B. Kim", *QUICK)
    ran = suivi(*words, "--format", "json", SUIVI_PASSWORD="")
    passwords = json.loads(ran.stdout)["passwords"]

    signed_in = [
        suivi("tickets", "--data", "can", "--officer", name, SUIVI_PASSWORD=password).returncode
        for name, password in passwords.items()
    ]

    assert len(set(passwords.values())) == 2
    assert signed_in == [0, 0]
    assert not any(
        password in path.read_text("latin-1")
        for path in tmp_path.rglob("*")
        if path.is_file()
        for password in passwords.values()
    )


def test_what_init_makes_only_the_node_s_own_account_can_read(suivi, tmp_path):
    words = ("init", "--party", "can", "--data", tmp_path / "can", "--officer", "A. Roy", "--officer", "B. Kim")
    ran = suivi(*words, *QUICK)
    made = tree(tmp_path)

    assert ran.returncode == 0, ran.stderr
    assert {
        name: mode for name, (mode, _) in made.items() if name != "can" and "/keys" not in name and "." in name
    } == {
        "can/settings.toml": "-rw-------",
        "can/suivi.sqlite3": made["can/suivi.sqlite3"][0],
    }
    assert made["can"][0] == "drwx------"
    assert {mode for name, (mode, _) in made.items() if name.endswith(".pem")} == {"-rw-------"}


@pytest.mark.parametrize("damage", ["missing", "world-readable", "damaged"])
def test_a_key_that_cannot_be_used_stops_what_needs_it_and_check_says_so(reported, damage):
    ticket = reported.can.does(
        "file report", plan=PLAN, provision="P1.I2", stage="done", account={"en": "x"}, on="2024-10-01", at=now()
    )
    reported.can.does("approve", ticket=ticket, at=now())
    key = reported.can.folder / "keys" / "can-kor.log.pem"
    spoil(key, damage)

    code, sentence = refused(reported.can, "release", ticket)
    checked = reported.can.suivi("check")

    assert code == "own.key"
    assert key.name in sentence
    assert checked.code == 3
    assert key.name in checked.out
    assert reported.can.suivi("register", PLAN).code == 0


def spoil(key, damage):
    if damage == "missing":
        key.unlink()
    elif damage == "world-readable":
        key.chmod(0o604)
    else:
        key.write_bytes(key.read_bytes()[:40])


@pytest.mark.parametrize("fingerprint", ["", "abcd", "0" * 64, "한국 " * 16])
def test_a_partner_s_keys_are_not_accepted_without_their_fingerprint(founded, tmp_path, fingerprint):
    founded.can.suivi("init-channel", "can-kor", "--roots", tmp_path / "roots-can")
    founded.kor.suivi("init-channel", "can-kor", "--roots", tmp_path / "roots-kor")
    keys = founded.kor.folder / "to-hand-over" / "kor.can-kor.keys"
    before = on_record(founded.can)

    ran = founded.can.suivi("init-channel", "can-kor", "--partner", keys, "--fingerprint", fingerprint)

    assert ran.code == 3
    assert ("[fingerprint-needed]" in ran.err) or ("[keys.fingerprint]" in ran.err)
    assert on_record(founded.can) == before


def test_root_keys_are_never_put_into_the_node(founded):
    ran = founded.can.suivi("init-channel", "can-kor", "--roots", founded.can.folder / "roots")

    assert ran.code == 3
    assert "[roots-inside-node]" in ran.err
    assert not (founded.can.folder / "roots").exists()


def test_a_release_by_one_officer_is_refused(reported):
    ran = reported.can.suivi("report", PLAN, "P1.I2", *REPORT, "--officer", FIRST)
    ticket = ran.facts["ticket"]
    approved = reported.can.suivi("approve", ticket[:16], "--officer", FIRST)

    code, _ = refused(reported.can, "release", ticket[:16])

    assert approved.code == 0
    assert code == "release.two-officers"
