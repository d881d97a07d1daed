"""How a refusal or a failure ends a command: one sentence, one remedy, one exit code."""

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from suivi.cli.files import NO_ROOM
from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES, Words

DONE, FAILED, WRONG_USE, REFUSED, SET_ASIDE, SUSPENDED = range(6)


def answered(run: Callable[[], object]) -> None:
    """Run a command; a refusal prints its sentence and remedy to stderr and exits 3, a suspension 5."""
    try:
        run()
    except Refusal as refusal:
        tell(refusal)
        raise SystemExit(exit_code_of(refusal)) from None
    except BrokenPipeError:
        _end_unread()
    except SystemExit as ends:
        if isinstance(ends.__context__, BrokenPipeError):  # typer makes it exit 1
            _end_unread()
        raise
    except Exception as error:
        raise SystemExit(_unexpected(error)) from error


def _end_unread() -> NoReturn:
    # The reader of our output closed it (`suivi register … | head`): nothing is wrong here.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
    raise SystemExit(DONE) from None


def tell(refusal: Refusal) -> None:
    """Print what stopped and what to do, in the language of the terminal."""
    language = terminal_language()
    print(f"{refusal.sentence(language)} {refusal.advice(language)} [{refusal.code}]", file=sys.stderr)


def exit_code_of(refusal: Refusal) -> int:
    """5 if the refusal suspends a channel, else 3."""
    return SUSPENDED if hasattr(refusal, "evidence") or refusal.code == "channel.suspended" else REFUSED


def terminal_language() -> str:
    """The language of messages: SUIVI_LANGUAGE, else the first two letters of LANG, else English."""
    for name in ("SUIVI_LANGUAGE", "LC_ALL", "LANG"):
        code = os.environ.get(name, "")[:2].lower()
        if code in LANGUAGES:
            return code
    return "en"


def spoken(words: Words, **values: object) -> str:
    """The words, filled in with `values`, in the language of the terminal."""
    return words.filled(**values).in_(terminal_language())


def _unexpected(error: Exception) -> int:
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        _say_fault("own.disk")
        return REFUSED
    if isinstance(error, OSError) and error.filename:
        print(_NOT_A_PLACE.filled(file=error.filename, why=error.strerror).in_(terminal_language()), file=sys.stderr)
        return WRONG_USE
    name = type(error).__module__ + "." + type(error).__name__
    if "NodeFolderUnsound" in {kind.__name__ for kind in type(error).__mro__}:
        print(f"{error} [{getattr(error, 'code', 'own.node')}]", file=sys.stderr)
        return REFUSED
    if name.removeprefix("django.db.utils.").removeprefix("sqlite3.") in (
        "OperationalError",
        "DatabaseError",
        "ProgrammingError",  # PostgreSQL says so of a missing table
    ):
        _say_database(str(error))
        return REFUSED
    if isinstance(error, UnicodeDecodeError) and _comes_from_the_database(error):
        _say_database("damaged")  # SQLite speaks of a damaged table by the name that stands in the damage
        return REFUSED
    print(f"suivi: failed unexpectedly: {name}: {error}", file=sys.stderr)
    if os.environ.get("SUIVI_TRACE"):
        raise error
    return FAILED


def _comes_from_the_database(error: Exception) -> bool:
    """Whether the last of our own frames, or Django's, that `error` passed was opening the database."""
    frames = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
    return bool(frames) and "django/db/backends" in Path(frames[-1]).as_posix()


def _say_fault(code: str) -> None:
    from suivi.exchange.faults import FAULTS

    words, language = FAULTS[code], terminal_language()
    print(f"{words.says.in_(language)} {words.remedy.in_(language)} [{code}]", file=sys.stderr)


_BUSY = Words(
    "Somebody else is writing to this node; nothing was changed. Try again. [own.busy]",
    "Quelqu’un d’autre écrit dans ce nœud; rien n’a été modifié. Réessayez. [own.busy]",
    "다른 사용자가 이 노드에 기록하는 중이어서 변경된 것이 없습니다. 다시 시도하십시오. [own.busy]",
)
_DAMAGED = Words(
    "The database of this node cannot be read or written ({said}); nothing was changed. Restore it from a backup. [own.database]",
    "La base de données de ce nœud ne peut être lue ni écrite ({said}); rien n’a été modifié. Restaurez-la. [own.database]",
    "이 노드의 데이터베이스를 읽거나 쓸 수 없어({said}) 변경된 것이 없습니다. 백업에서 복원하십시오. [own.database]",
)
_UNREACHED = Words(
    "The database of this node cannot be reached ({said}); nothing was changed. Check the address and the server. [own.database]",
    "La base de données de ce nœud ne peut être jointe ({said}); rien n’a été modifié. Vérifiez l’adresse et le serveur. [own.database]",
    "이 노드의 데이터베이스에 연결할 수 없어({said}) 변경된 것이 없습니다. 주소와 서버를 확인하십시오. [own.database]",
)
_EARLIER = Words(
    "The tables of this node are of an earlier version ({said}); nothing was changed. Run suivi upgrade. [own.tables]",
    "Les tables de ce nœud sont d’une version antérieure ({said}); rien n’a été modifié. Exécutez suivi upgrade. [own.tables]",
    "이 노드의 테이블이 이전 버전이어서({said}) 변경된 것이 없습니다. suivi upgrade를 실행하십시오. [own.tables]",
)


_NOT_A_PLACE = Words(
    "“{file}” cannot be read or written: {why}.",
    "« {file} » ne peut être lu ni écrit : {why}.",
    "‘{file}’을(를) 읽거나 쓸 수 없습니다. 사유: {why}.",
)


def _say_database(said: str) -> None:
    if "full" in said or "I/O" in said:  # at a limit of size SQLite speaks of input and output, not of a full disk
        _say_fault("own.disk")
        return
    busy = "locked" in said or "lock timeout" in said
    damaged = _UNREACHED if said.startswith("connection") else _EARLIER if _is_earlier(said) else _DAMAGED
    words = _BUSY if busy else damaged.filled(said=said.strip().partition("\n")[0])  # PostgreSQL adds where it was
    print(words.in_(terminal_language()), file=sys.stderr)


def _is_earlier(said: str) -> bool:
    """Whether a table or a field is missing and this version would make it: the database is sound, and to be upgraded."""
    if not any(sign in said for sign in ("no such table", "no such column", "does not exist")):
        return False
    from django.db import DatabaseError

    from suivi.desk import backup

    try:
        return bool(backup.steps_to_come())
    except (DatabaseError, OSError):
        return False


def tables_or_exit() -> None:
    """Exit 3 if the tables of the open node are of an earlier version, naming the first change they have not had.

    A database that does not answer now may answer soon: it is no reason to exit.
    """
    from django.db import DatabaseError

    from suivi.desk import backup

    try:
        steps = backup.steps_to_come()
    except DatabaseError:
        return
    if steps:
        print(_EARLIER.filled(said=steps[0]).in_(terminal_language()), file=sys.stderr)
        raise SystemExit(REFUSED)


def verified_or_exit(sound: bool, sentence: str) -> None:
    """Exit 3 with `sentence` on stderr unless `sound`."""
    if not sound:
        print(sentence, file=sys.stderr)
        raise SystemExit(REFUSED)
