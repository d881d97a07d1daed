"""Wrong use ends with 2 and says what is wrong; nothing is done. The table of commands answers for itself."""

import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib.metadata import version

import pytest

from suivi.cli.main import COMMANDS, main
from tests.two_nodes.capitals import PLAN, tables


def each(*, commands):
    """Run one command after the other in one process: exit code, output and errors of each."""
    ended = []
    for words in commands:
        out, err = io.StringIO(), io.StringIO()
        sys.argv = ["suivi", *words]
        with redirect_stdout(out), redirect_stderr(err):
            try:
                main()
                code = 0
            except SystemExit as ends:
                code = ends.code or 0
        ended.append((code, out.getvalue(), err.getvalue()))
    return ended


@pytest.fixture(scope="module")
def ended(served, stages):
    """How each command ended that needs no node, by its words."""
    served.stand_at(stages / "founded")
    helped = [(command, "--help") for command in COMMANDS]
    commands = [(), ("--help",), ("-h",), ("help",), ("--version",), *helped, *WITHOUT_A_NODE]
    running = served.can.begins(each, commands=commands)
    assert running.ends().code == 0
    return dict(zip(commands, running.answer, strict=True))


def test_without_a_command_all_are_listed_and_it_ends_with_2(ended):
    code, out, _ = ended[()]

    assert code == 2
    assert all(command in out for command in COMMANDS)


@pytest.mark.parametrize("word", ["--help", "-h", "help"])
def test_help_lists_every_command_and_the_exit_codes(ended, word):
    code, out, _ = ended[word,]

    assert code == 0
    assert all(command in out for command in COMMANDS)
    assert "5 suspended" in out


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself(ended, command):
    code, out, _ = ended[command, "--help"]

    assert code == 0
    assert f"suivi {command}" in out


def test_the_version_is_told(ended):
    assert ended["--version",] == (0, f"{version('suivi')}\n", "")


WITHOUT_A_NODE = [
    ("explode",),
    ("init",),
    ("init", "--party", "can"),
    ("init", "--party", "CAN", "--data", "x", "--officer", "A", "--officer", "B"),
    ("init", "--party", "../x", "--data", "x", "--officer", "A", "--officer", "B"),
    ("init", "--party", "can", "--language", "de", "--data", "x", "--officer", "A", "--officer", "B"),
    ("check",),
    ("take-in", "no-such-file", "--data", "x"),
    ("verify", "no-such-file"),
    ("verify",),
    ("read", "no-such-file"),
    ("log",),
    ("log", "burn"),
    ("register", "--as-of", "tomorrow", "--data", "x"),
    ("register", "--as-of", "2025-02-30", "--data", "x"),
    ("register", "--as-of", "20250201", "--data", "x"),
    ("review", PLAN, "--from", "2024-07-18", "--data", "x"),
    ("review", PLAN, "--from", "2024-07-18", "--to", "soon", "--data", "x"),
    ("review", PLAN, "--from", "2025-07-18", "--to", "2024-07-17", "--data", "x"),
    ("review", PLAN, "--from", "2024-07-18", "--to", "2025-07-17", "--language", "de", "--data", "x"),
    ("review", PLAN, "--from", "2024-07-18", "--to", "2025-07-17", "--format", "odt", "--data", "x"),
    ("report", PLAN, "P1.I1", "--stage", "done", "--on", "2024-12-01", "--account", "no language", "--data", "x", "--officer", "A"),
    ("report", PLAN, "P1.I1", "--stage", "done", "--on", "2024-12-01", "--account", "en=@no-such-file", "--data", "x", "--officer", "A"),
    ("report", PLAN, "--data", "x"),
    ("step", "id", "propose", "--detail", "no sign", "--data", "x", "--officer", "A"),
    ("step", "id", "propose", "--detail", "agenda=x", "--detail", "agenda.en=y", "--data", "x", "--officer", "A"),
    ("import-plan", "no-such-file", "--plan", "p", "--data", "x", "--officer", "A"),
    ("import-plan", "--plan", "p", "--data", "x", "--officer", "A"),
    ("demo", "--port", "many"),
]  # fmt: skip


@pytest.mark.parametrize("words", WITHOUT_A_NODE, ids=" ".join)
def test_wrong_use_ends_with_2_and_a_sentence(ended, words):
    code, out, err = ended[words]

    assert code == 2
    assert (err or out).strip()
    assert "Traceback" not in err


WITH_A_NODE = [
    ("register", PLAN, "--format", "xml"),
    ("init-channel", "Home"),
    ("init-channel", "home"),
    ("init-channel", "public", "--roots", "/nowhere"),
    ("init-channel", "another-channel"),
    ("init-channel", "can-kor", "--partner", "no-such-file"),
    ("init-channel", "can-kor", "--propose", "--officer", "Noémie Clark"),
    ("hand-over",),
    ("hand-over", "-o", "/no/such/folder/file.suivi"),
    ("hand-over", "-o", "/"),
    ("init-channel", "another-channel", "--roots", "/dev/null/roots"),
    ("settle", "1"),
    ("concur",),
]


@pytest.mark.parametrize("words", WITH_A_NODE, ids=" ".join)
def test_wrong_use_of_a_node_changes_nothing(reported, words):
    before = tables(reported.can)

    ran = reported.can.suivi(*words)

    assert ran.code == 2
    assert ran.err.strip()
    assert "Traceback" not in ran.err
    assert tables(reported.can) == before


def test_no_password_where_nobody_can_type_one_is_wrong_use(reported):
    ran = reported.can.suivi("tickets", "--officer", reported.can.officers[0], SUIVI_PASSWORD=None)

    assert (ran.code, ran.out) == (2, "")
    assert "SUIVI_PASSWORD" in ran.err


@pytest.mark.parametrize("password", ["", "guess", "demonstratio"])
def test_a_wrong_password_is_refused(reported, password):
    ran = reported.can.suivi("tickets", "--officer", reported.can.officers[0], SUIVI_PASSWORD=password)

    assert (ran.code, ran.out) == (3, "")
    assert "[officer-unknown]" in ran.err


def test_a_folder_without_a_node_is_named_with_what_to_do(suivi, tmp_path):
    ran = suivi("check", "--data", tmp_path)

    assert ran.returncode == 3
    assert "suivi init" in ran.stderr
    assert "[own.node]" in ran.stderr


@pytest.mark.parametrize(
    "text", ["party = ", "party = 7\nsecret_key = 'x'", "", "\ufeffparty='can'", "party = 'can'\nsecret_key = 'short'"]
)
def test_a_settings_file_that_cannot_be_read_is_named(suivi, tmp_path, text):
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")

    ran = suivi("check", "--data", tmp_path)

    assert ran.returncode == 3
    assert "settings.toml" in ran.stderr
    assert "[own.node]" in ran.stderr


@pytest.mark.parametrize(("language", "words"), [("en", "There is no"), ("fr", "n’existe pas"), ("ko", "없거나")])
def test_refusals_are_said_in_the_language_of_the_terminal(reported, language, words):
    ran = reported.can.suivi("register", "no-such-plan", SUIVI_LANGUAGE=language)

    assert ran.code == 3
    assert words in ran.err
    assert "[not-here]" in ran.err


def test_an_officer_nobody_knows_is_refused(reported):
    ran = reported.can.suivi("tickets", "--officer", "Nobody")

    assert (ran.code, ran.out) == (3, "")
    assert "[officer-unknown]" in ran.err


def test_output_into_a_closed_pipe_is_no_failure(reported):
    command = [sys.executable, "-m", "suivi.cli", "register", PLAN, "--data", str(reported.can.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        ran.stdout.close()
        told = ran.stderr.read()

    assert (ran.returncode, told) == (0, b"")
