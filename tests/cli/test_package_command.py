"""The package at the terminal: the same folder in both capitals, whole or not at all."""

import hashlib
import os
import re
import signal
import time

import pytest

from suivi.cli.package import _stoppable
from tests.cli.test_full_disk import DATABASE_OPENS, where_no_file_may_grow
from tests.two_nodes.capitals import PLAN
from tools.check_proof import check

PERIOD = ("--from", "2024-07-18", "--to", "2025-07-17")
SMALL = ("--language", "en", "--language", "fr-ko", "--format", "md", "--format", "docx", "--jobs", "1")


def package(folder, *options):
    return ["package", PLAN, *PERIOD, *options, "-o", folder]


def digests(folder):
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir() if file.is_file()}


def proved_lines(folder):
    """How many records the full reports lead to; each has its proof beside them, which a stranger finds sound."""
    led_to = set()
    for language in ("en", "fr", "ko"):
        page = (folder / f"report.{language}.html").read_text("utf-8")
        led_to |= {
            (here, log, int(seq)) for here, log, seq in re.findall(r'href="(proof/[^"]+)"[^>]*>([^ <]+) (\d+)<', page)
        }
    for here, log, seq in led_to:
        found = check((folder / here).read_bytes())
        assert (found["log"], found["seq"]) == (log, seq)
    return len({here for here, _, _ in led_to})


def test_both_capitals_make_the_same_package_byte_for_byte(reported, tmp_path):
    for capital in reported:
        ran = capital.suivi(*package(tmp_path / capital.party, "--jobs", "1"))
        assert ran.code == 0, ran.err

    ours, theirs = digests(tmp_path / "can"), digests(tmp_path / "kor")
    for party in ("can", "kor"):
        assert proved_lines(tmp_path / party) == len(list((tmp_path / party).glob("proof/*/*.json"))) > 3
    assert ours == theirs
    assert {"brief.fr.pdf", "minutes.ko.docx", "scorecard.en.xlsx", "report.en.md", "review.json"} <= ours.keys()


def test_any_number_of_processes_makes_the_same_package(reported, suivi, tmp_path):
    for jobs in ("1", "3"):
        ran = suivi(*package(tmp_path / jobs, *SMALL[:-1], jobs), "--data", reported.can.folder)
        assert ran.returncode == 0, ran.stderr

    assert digests(tmp_path / "1") == digests(tmp_path / "3")


def test_one_paper_in_one_format_goes_to_a_file(reported, tmp_path):
    ran = reported.can.suivi(
        "review", PLAN, *PERIOD, "--paper", "brief", "--format", "pdf", "--language", "fr-ko", "-o", tmp_path / "b.pdf"
    )

    assert ran.code == 0, ran.err
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF-")


def test_a_folder_that_holds_something_is_not_written_into(reported, tmp_path):
    (tmp_path / "kept.txt").write_text("kept")

    ran = reported.can.suivi(*package(tmp_path, *SMALL))

    assert (ran.code, ran.out) == (3, "")
    assert "[package-folder-taken]" in ran.err
    assert [file.name for file in tmp_path.iterdir()] == ["kept.txt"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_package_cancelled_halfway_leaves_nothing(reported, tmp_path, number):
    place = tmp_path / "place"
    place.mkdir()
    running = reported.can.starts(*package(place / "package", "--jobs", "1"))
    deadline = time.monotonic() + 60
    while not any(place.glob(".package.being-written/*")):
        assert time.monotonic() < deadline, "the first document was never written"
        time.sleep(0.02)

    os.kill(running.pid, number)

    assert running.ends().code != 0
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(("number", "ends"), [(signal.SIGTERM, SystemExit), (signal.SIGINT, KeyboardInterrupt)])
def test_a_second_request_to_end_does_not_interrupt_what_the_first_takes_away(number, ends):
    taken_away = []

    with pytest.raises(ends), _stoppable():  # noqa: PT012  # the handler is what is tested, and it holds inside only
        try:
            os.kill(os.getpid(), number)
        finally:
            os.kill(os.getpid(), number)
            taken_away.append("what was begun")

    assert taken_away == ["what was begun"]


def test_a_full_disk_while_printing_is_refused_by_name_and_leaves_nothing(reported, tmp_path):
    place = tmp_path / "place"
    place.mkdir()
    words = [str(word) for word in package(place / "package", *SMALL)] + ["--data", str(reported.can.folder)]

    ran = reported.can.begins(where_no_file_may_grow, words=words, octets=DATABASE_OPENS).ends()

    assert (ran.code, ran.out) == (3, ""), ran.err
    assert "[file-no-room]" in ran.err
    assert f"“{place / 'package'}”" in ran.err
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(
    "wrong",
    [
        ("--paper", "novel"),
        ("--format", "odt"),
        ("--language", "de"),
        ("--language", "en-en"),
        ("--language", "en-fr-ko"),
    ],
    ids=" ".join,
)
def test_what_there_is_no_document_of_is_wrong_use(reported, tmp_path, wrong):
    ran = reported.can.suivi(*package(tmp_path / "package", *wrong))

    assert ran.code == 2
    assert not (tmp_path / "package").exists()
