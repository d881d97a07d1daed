"""What pages, acts and files cost on a node filled by `many_plans.py`: processor time, queries, four clients at once.

Run: python -m benchmarks.measure_many_plans FOLDER [--rounds 30]

Processor time is that of this process while it answers one request through every middleware (Django's test client);
`warm` is a channel in memory, `cold` one that has to be folded first. Rounds choose plans at random, with a fixed seed.
With SUIVI_DATABASE the tables lie in PostgreSQL. `--only four_clients` takes one part alone.
"""

import argparse
import datetime
import itertools
import os
import random
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import unquote, urlencode

EVERY_PAGE = (
    "/", "/start", "/plans", "/plans/{plan}", "/plans/{plan}?as_of=2018-06-01", "/plans/{plan}/background",
    "/plans/{plan}/named", "/plans/{plan}/changes?from=2018-01-01&to=2018-12-01",
    "/plans/{plan}/years?from=2018-01-01&to=2018-12-01", "/plans/{plan}/review", "/plans/{plan}/room",
    "/plans/{plan}/package", "/plans/{plan}/P1.I1", "/plans/{plan}/P1.I1?as_of=2018-06-01", "/drafts", "/releases",
    "/joint-texts", "/channel", "/calendar", "/returns", "/returns?mine=yes", "/returns/ask?plan={plan}",
    "/evidence?plan={plan}", "/returns/approval/{plan}", "/instruments", "/bodies", "/officers", "/officers/1",
    "/history", "/settings-check", "/set-up", "/set-up/channel", "/account", "/account/second-factor", "/commitments",
    "/reports", "/search?q=fisheries",
)  # fmt: skip
EVERY_FILTER = {
    "/commitments": {
        "mode": ("study", "patrol"), "kind": ("aim", "initiative"), "comparison": ("same", "differ", "neither", "sealed"),
        "own": ("done", "silent", "stopped"), "other": ("planned", "silent"), "due": ("overdue", "quarter"),
        "order": ("due", "last"),
    },
    "/reports": {
        "party": ("can", "fra"), "stage": ("done", "stopped"), "from": ("2026-01-01", "2018-01-01"),
        "to": ("2016-06-01", "2018-01-01"), "plan": ("c001-01",), "order": ("plan",),
    },
    "/search": {
        "q": ("fisheries", "산불", "officials", "agreed ottawa"), "language": ("ko", "fr"), "kind": ("report", "step"),
        "party": ("kor", "fra"), "from": ("2018-01-01",), "to": ("2016-06-01",), "plan": ("c001-01",),
    },
}  # fmt: skip
"""Of each list, what its form offers to narrow it by: some of what nearly all bear, some of what none bears."""

AT = datetime.datetime(2030, 1, 7, 9, 0, tzinfo=datetime.UTC)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--only", default="")
    parser.add_argument("--processes", type=int, default=0, help="of the server; else what suivi serve does by itself")
    asked = parser.parse_args()
    os.environ |= {
        "SUIVI_DATA": str(asked.folder),
        "DJANGO_SETTINGS_MODULE": "suivi.settings",
        "SUIVI_HOSTS": "testserver",
    }
    import django

    django.setup()
    measured = Measured(asked.folder, asked.rounds, asked.processes)
    for part in ("lists", "pages", "filters", "commitments", "saving", "files", "workbook", "four_clients"):
        if asked.only in ("", part):
            getattr(measured, part)()


class Measured:
    """The node, its plans by channel, and an officer who is signed in."""

    def __init__(self, folder: Path, rounds: int, processes: int = 0) -> None:
        from django.test import Client

        from suivi.desk import sign_in
        from suivi.desk.models import CommitmentRow, PlanRow, ReportRow

        self.folder, self.rounds, self.chance, self.processes = folder, rounds, random.Random(7), processes
        self.officer = sign_in.officers()[0]
        self.client = Client()
        self.client.force_login(self.officer)
        self.plans = list(PlanRow.objects.values_list("channel", "plan"))
        figures = (len(self.plans), CommitmentRow.objects.count(), ReportRow.objects.count())
        print("plans {:,}, commitments {:,}, reports {:,}".format(*figures))

    def page(self, called: str, address, before=lambda: None) -> None:
        """The median and the worst processor time of a page, and its queries."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        took, queries = [], 0
        for number in range(self.rounds + 1):
            before()
            place = address() if callable(address) else address
            began = time.process_time()
            with CaptureQueriesContext(connection) as seen:
                answer = self.client.get(place, HTTP_ACCEPT_ENCODING="gzip")
            spent = (time.process_time() - began) * 1e3
            assert answer.status_code == 200, (place, answer.status_code)
            if number:  # the first compiles templates
                took.append(spent)
                queries = max(queries, len(seen))
        self.say(called, took, f"{queries} queries, {len(answer.content):,} bytes on the way")

    def say(self, called: str, took: list[float], more: str = "") -> None:
        """One line."""
        print(f"{called:55} median {statistics.median(took):7.1f} ms, worst {max(took):7.1f} ms  {more}", flush=True)

    def lists(self) -> None:
        """Lists and search: no register."""
        self.page("100 commitments of all plans", "/commitments")
        self.page("the 40th page of them", "/commitments?page=40")
        self.page("filtered by mode and our word", "/commitments?mode=study&own=done")
        self.page("filtered by overdue, by due day", "/commitments?due=overdue&order=due")
        self.page("one plan's commitments", lambda: f"/commitments?plan={self.chance.choice(self.plans)[1]}")
        self.page("100 reports, latest first", "/reports")
        self.page(
            "search: two Korean syllables, one plan", lambda: f"/search?q=산불&plan={self.chance.choice(self.plans)[1]}"
        )
        self.page("search: rare words", lambda: f"/search?q={self.chance.choice(self.plans)[1]}")
        self.page("search: a word in every eighth report", "/search?q=fisheries")
        self.page("the list of plans, a page of 100", "/plans")
        self.page("Today", "/")
        self.page("the calendar", "/calendar")
        self.page("the instruments, a page of 8 plans", "/instruments")
        self.page("returns", "/returns")

    def pages(self) -> None:
        """Every page of the desk, of plans at random."""
        rounds, self.rounds = self.rounds, min(self.rounds, 5)
        for page in EVERY_PAGE:
            self.page(page, lambda page=page: page.format(plan=self.chance.choice(self.plans)[1]))
        self.rounds = rounds

    def filters(self) -> None:
        """Each list narrowed by everything its form offers, alone and two and two: the slowest of them."""
        for place, offered in EVERY_FILTER.items():
            single = [(name, value) for name, values in offered.items() for value in values]
            pairs = [(one, other) for one, other in itertools.combinations(single, 2) if one[0] != other[0]]
            took = []
            self.client.get(place)  # compiles templates
            for asked in [*((one,) for one in single), *pairs]:
                if place == "/search" and all(name != "q" for name, _ in asked):
                    continue
                address = f"{place}?{urlencode(asked)}"
                began, clock = time.process_time(), time.perf_counter()
                assert self.client.get(address, HTTP_ACCEPT_ENCODING="gzip").status_code == 200, address
                took.append(
                    ((time.process_time() - began) * 1e3, (time.perf_counter() - clock) * 1e3, unquote(address))
                )
            took.sort(reverse=True)
            self.say(f"{place} narrowed in {len(took)} ways", [each[0] for each in took], f"slowest {took[0][2]}")
            print(f"  by the clock: median {statistics.median(each[1] for each in took):.0f} ms", flush=True)

    def commitments(self) -> None:
        """A commitment with its history, in memory and not."""
        from suivi.desk import registers

        channel = self.plans[0][0]
        own = [plan for held, plan in self.plans if held == channel]

        def address() -> str:
            place = f"P{self.chance.randrange(1, 6)}.I{self.chance.randrange(1, 11)}"
            return f"/plans/{self.chance.choice(own)}/{place}"

        self.client.get(address())
        self.page("a commitment with its history, warm", address)
        self.page("a plan at a glance, 50 commitments, warm", lambda: f"/plans/{self.chance.choice(own)}")
        rounds, self.rounds = self.rounds, 3
        self.page("a commitment with its history, cold", address, before=registers.forget)
        self.rounds = rounds

    def saving(self) -> None:
        """Saving a report: in the home log, with its ticket and its row."""
        from suivi.desk.actions import reports

        channel = self.plans[0][0]
        own = [plan for held, plan in self.plans if held == channel]
        took = []
        for number in range(self.rounds):
            began = time.process_time()
            reports.file(
                self.officer, plan=self.chance.choice(own), provision="P1.I1", stage="under-way",
                account={"en": f"Officials met for the {number}th time."}, on="2029-12-30",
                at=AT + datetime.timedelta(minutes=number),
            )  # fmt: skip
            took.append((time.process_time() - began) * 1e3)
        self.say("saving a report", took)

    def files(self) -> None:
        """Taking 2,000 commitments away."""
        from suivi.desk import queries
        from suivi.desk.lists import Asked
        from suivi.desk.queries import listing_sheets
        from suivi.publish.sheets import csv_of, xlsx_of

        listing_sheets.MOST_EXPORTED = 2_000  # type: ignore[misc]  # of however many there are

        for called, write in (("2,000 commitments as CSV", csv_of), ("2,000 commitments as XLSX", xlsx_of)):
            took = []
            for _ in range(3):
                began = time.process_time()
                asked = Asked(day=AT.date())
                sheet = queries.listing_sheet(self.officer, "commitments", asked, language="en")
                assert len(sheet.rows) == 2_000
                write(sheet)
                took.append((time.process_time() - began) * 1e3)
            self.say(called, took)

    def workbook(self) -> None:
        """A return workbook of 2,000 rows: handed out, a tenth changed, handed back, looked through, taken over."""
        from io import BytesIO

        from openpyxl import load_workbook

        from suivi.desk import queries
        from suivi.desk.actions import returns, workbooks
        from suivi.publish.return_workbook import CODE

        plan = self.plans[-1][1]
        names = [f"P{pillar}.I{place}" for pillar in range(1, 6) for place in range(1, 11)]
        for days in range(40):  # each of fifty commitments by forty days
            by = AT.date() + datetime.timedelta(days=30 + days)
            returns.ask(self.officer, plan=plan, provisions=names, of=self.officer.name, due_on=by, at=AT)
        began = time.process_time()
        octets = queries.workbook_file(self.officer, plan=plan, language="en", day=AT.date())
        self.say("a workbook of 2,000 rows handed out", [(time.process_time() - began) * 1e3])
        book = load_workbook(BytesIO(octets))
        sheet = book.worksheets[1]
        codes = next(row for row in sheet.iter_rows() if any(cell.value == f"{CODE}return" for cell in row))
        column = {cell.value: cell.column for cell in codes if cell.value}
        rows = [
            row
            for row in range(codes[0].row + 1, sheet.max_row + 1)
            if str(sheet.cell(row, column[f"{CODE}return"]).value or "").isdecimal()
        ]
        assert len(rows) == 2_000, len(rows)
        for row in rows[::10]:
            sheet.cell(row, column[f"{CODE}account-en"]).value = f"Officials met again, row {row}."
            sheet.cell(row, column[f"{CODE}on"]).value = AT.date() - datetime.timedelta(days=3)
        filled = BytesIO()
        book.save(filled)
        began = time.process_time()
        number = workbooks.hand_back(self.officer, name="returns.xlsx", octets=filled.getvalue(), at=AT)
        page = queries.workbook_page(self.officer, number, language="en", day=AT.date())
        shown = time.process_time()
        changed = [row.number for row in page.rows if row.fate.code == "changed"]
        assert len(changed) == 200, len(changed)
        taken = workbooks.take(self.officer, workbook=number, rows=changed, hand_in=False, at=AT)
        assert taken.saved == 200
        self.say("  handed back, every row compared", [(shown - began) * 1e3])
        self.say("  and the 200 changed rows taken over, in all", [(time.process_time() - began) * 1e3])

    def four_clients(self) -> None:
        """Four officers reading lists, commitments of five channels, and searching, at the node as `suivi serve` serves it."""
        import subprocess

        import httpx

        channels = sorted({channel for channel, _ in self.plans})[:5]
        near = [plan for channel, plan in self.plans if channel in channels]
        port = random.SystemRandom().randrange(20_001, 60_000)
        command = [
            sys.executable,
            "-m",
            "suivi.cli",
            "serve",
            "--data",
            str(self.folder),
            "--bind",
            f"127.0.0.1:{port}",
            *(["--processes", str(self.processes)] if self.processes else []),
        ]
        server = subprocess.Popen(command, env=os.environ | {"SUIVI_HOSTS": "127.0.0.1"})

        def reads(seed: int) -> list[tuple[str, float]]:
            chance, took = random.Random(seed), []
            cookies = {name: morsel.value for name, morsel in self.client.cookies.items()}
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", cookies=cookies, timeout=60) as client:
                for number in range(self.rounds * 8):
                    plan = chance.choice(near)
                    called, place = chance.choice(
                        (("commitment", f"/plans/{plan}/P{chance.randrange(1, 6)}.I1"), ("mode", "/commitments?mode=study"),
                         ("plan", f"/commitments?plan={plan}"), ("today", "/"), ("calendar", "/calendar"),
                         ("search", f"/search?q={plan}"), ("page 3", "/commitments?page=3"),
                         ("a word", f"/search?q={chance.choice(('fisheries', '산불', 'ottawa'))}"),
                         ("reports", "/reports?party=can&stage=done"), ("glance", f"/plans/{plan}"))
                    )  # fmt: skip
                    began = time.perf_counter()
                    answer = client.get(place)
                    assert answer.status_code == 200, (place, answer.status_code)
                    if number >= self.rounds:  # the first warm up templates and channels
                        took.append((called, (time.perf_counter() - began) * 1e3))
            return took

        try:
            _wait_for(port)
            with ThreadPoolExecutor(4) as pool:
                told = [one for each in pool.map(reads, range(4)) for one in each]
        finally:
            server.terminate()
            server.wait()
        took = sorted(spent for _, spent in told)
        at = took[int(len(took) * 0.95)]
        print(f"four clients, {len(took)} pages: median {statistics.median(took):.0f} ms, 95th percentile {at:.0f} ms")
        for called in sorted({name for name, _ in told}):
            own = sorted(spent for name, spent in told if name == called)
            print(
                f"  {called:12} median {statistics.median(own):4.0f} ms, 95th percentile {own[int(len(own) * 0.95)]:4.0f} ms"
            )
        print(f"load of the machine while measuring (its own 2 to 3 included): {os.getloadavg()[0]:.1f}")


def _wait_for(port: int) -> None:
    import socket

    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(port)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    main()
