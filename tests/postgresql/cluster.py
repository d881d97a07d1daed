"""A PostgreSQL server of the tests' own: made for the session in a temporary folder, reached by a socket there only.

- Debian's programs are found where Debian puts them; SUIVI_POSTGRESQL names another folder of them.
- PostgreSQL refuses to run as root: then it runs as the system's account `postgres`, or as `nobody`.
- Without the programs a test says loudly that it did not run.
"""

import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

PATIENCE = "60"


def programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`, newest version first; None where there is none."""
    named = os.environ.get("SUIVI_POSTGRESQL")
    places = [Path(named)] if named else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "initdb").exists() and (place / "pg_ctl").exists()), None)


class Cluster:
    """A server with its databases; `start` before use, `stop` takes everything away."""

    def __init__(self, bin: Path) -> None:
        self._bin = bin
        # A socket's path may be 107 bytes long: pytest's own folders are too deep for that.
        self._folder = Path(tempfile.mkdtemp(prefix="suivi-pg-"))
        self._account = self._unprivileged()
        self._made = 0

    def start(self) -> None:
        """Make the cluster and let it serve."""
        # Nothing in it outlives the tests: it need not survive a power cut.
        options = f"-k {self._folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
        self._run("initdb", "--no-sync", "-U", "suivi", "--auth=trust", "-E", "UTF8", "--locale=C", "-D", self.data)
        self._run("pg_ctl", "-D", self.data, "-o", options, "-l", self._folder / "log", "-t", PATIENCE, "-w", "start")

    def stop(self) -> None:
        """Stop serving and remove every trace."""
        try:
            self._run("pg_ctl", "-D", self.data, "-m", "immediate", "-t", PATIENCE, "-w", "stop")
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def data(self) -> Path:
        """Where the databases lie."""
        return self._folder / "data"

    def database(self, like: str = "template1") -> str:
        """A new database, a copy of the one called `like`; its name."""
        self._made += 1
        name = f"suivi_{os.getpid()}_{self._made}_{secrets.token_hex(3)}"
        self.says(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
        return name

    def address(self, name: str) -> str:
        """The address of a database, as SUIVI_DATABASE takes it."""
        return f"postgresql://suivi@/{name}?host={quote(str(self._folder), safe='')}"

    def drop(self, name: str) -> None:
        """Take a database away, whoever is still connected: thousands of them removed at the end take minutes."""
        self.says(f'DROP DATABASE "{name}" WITH (FORCE)')

    def says(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """What the server answers to a statement."""
        import psycopg

        with psycopg.connect(host=str(self._folder), user="suivi", dbname=database, autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def _unprivileged(self) -> str | None:
        if os.geteuid() != 0:
            return None
        known = {account.pw_name for account in pwd.getpwall()}
        account = "postgres" if "postgres" in known else "nobody"
        shutil.chown(self._folder, account)
        self._folder.chmod(0o755)
        return account

    def _run(self, program: str, *words: object) -> None:
        command = [str(self._bin / program), *map(str, words)]
        told = self._folder.parent / f"{self._folder.name}.{program}"
        with told.open("w+", encoding="utf-8") as said:
            done = subprocess.run(
                command, stdout=said, stderr=said, user=self._account, cwd=self._folder, check=False, timeout=120
            )
            said.seek(0)
            words_said = said.read()
        told.unlink()
        if done.returncode:
            raise RuntimeError(f"{program} ended with {done.returncode}: {words_said[-2000:]}")
