"""The public log has no partner: copies of it are kept outside the node, and a node that is older than one is stopped."""

import shutil

import pytest
from typer.testing import CliRunner

from suivi.desk import entries, founding, outbox, partners, reconcile
from suivi.desk.actions import starting
from suivi.log.canonical import canonical
from suivi.log.header import Header
from suivi.plan.channel import PUBLIC
from suivi.record.kinds import content_value
from suivi.record.reports import ReportFiled, Stage
from tests.desk.conftest import AT, MINUTE

LOG = "suivi/can/public"


@pytest.fixture
def copied(noemie, tmp_path):
    """Ottawa with a public log, empty and published, and the two folders that keep copies of it."""
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
    partners.keep_copies(entries.own_node().folder, folders)
    founding.open_keys(PUBLIC, roots_folder=tmp_path / "roots", at=AT)
    outbox.publish(PUBLIC, at=AT)
    return folders


def makes_public(words):
    said = ReportFiled(provision="P1.I1", stage=Stage.UNDER_WAY, account={"en": words}, on="2024-12-01")
    content = canonical(content_value(said, salt=entries.fresh_id()))
    header = Header(
        log=LOG, seq=entries.log_size(LOG), id=entries.fresh_id(), type="report.filed", subject="plan#P1.I1",
        sha256=entries.sha256(content), size=len(content), marking={"tlp": "CLEAR"}, seen={}, manifest=1,
        at=entries.instant(AT),
    )  # fmt: skip
    entries.append(header, content, at=AT)
    outbox.publish(PUBLIC, at=AT)


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_each_copy_is_the_published_log_without_what_it_no_longer_rests_on(copied):
    for number in range(3):
        makes_public(f"Public word {number}.")
    place = outbox.place_of(PUBLIC, "can")
    held = files(place)

    assert files(copied[0]) == files(copied[1])
    assert {f"x/v1/public/can/{name}": held[name] for name in ("checkpoint", "manifest/1", "segments/0.p/3")} == files(
        copied[0]
    )


def test_a_copy_that_cannot_be_written_stops_nothing_and_is_written_the_next_time(copied):
    shutil.rmtree(copied[0])
    copied[0].write_text("no folder")
    makes_public("Said once.")
    reported = [code for _, code, _ in entries.fault_reports(PUBLIC)]
    copied[0].unlink()
    copied[0].mkdir()
    makes_public("Said again.")

    assert "own.disk" in reported
    assert files(copied[0]) == files(copied[1])


@pytest.mark.sqlite  # the database is put back as a file
def test_a_node_older_than_a_copy_of_its_public_log_signs_nothing(copied, serve, tmp_path):
    node = entries.own_node().folder
    yesterday = shutil.copytree(node, tmp_path / "yesterday" / "can")
    makes_public("Said after the backup.")
    serve(yesterday)

    before = [one.code for one in starting.look_at_own(at=AT + MINUTE)]

    assert entries.log_size(LOG) == 0
    assert before.count("own.behind") == 2
    assert reconcile.is_restored(yesterday)


def test_the_public_log_is_not_opened_without_two_places_for_copies(noemie, tmp_path):
    import typer

    from suivi.cli.nodes import init_public

    app = typer.Typer()
    app.command()(init_public)
    node, roots = str(entries.own_node().folder), str(tmp_path / "roots")
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one, two, inside = (
        str(place) for place in (tmp_path / "one", tmp_path / "two", entries.own_node().folder / "keys")
    )

    def run(*copies):
        words = (word for copy in copies for word in ("--copy", copy))
        return CliRunner().invoke(app, ["--data", node, "--roots", roots, *words])

    refused = [run(), run(one), run(one, one), run(one, inside), run(one, str(tmp_path / "three"))]
    assert [ran.exit_code for ran in refused] == [2, 2, 2, 2, 2]
    assert not entries.key_lists("can", PUBLIC)
    assert run(one, two).exit_code == 0
    assert entries.key_lists("can", PUBLIC)
