"""How far long work is, on stderr: one line that is written over on a terminal; elsewhere, a line now and then for a file."""

import sys
import time
from typing import Final

from suivi.plan.words import Words

_SILENT: Final = 1.0  # seconds; what is done sooner needs no word
_ON_TERMINAL: Final = 0.2
_ELSEWHERE: Final = 2.0
_PAGES: Final = Words("{name}: page {page} of {of}", "{name}\u00a0: page {page} sur {of}", "{name}: {of}쪽 중 {page}쪽")
_FILES: Final = Words(
    "{page} of {of} {of:file|files} read", "fichiers lus\u00a0: {page} sur {of}", "파일 {of}개 중 {page}개 판독"
)


class Progress:
    """Tells how many pages of a document, or files of a folder, are read; without a name, files.

    To be called with the number read and the number of all; `end()` clears the line.
    """

    def __init__(self, speaks: str, *, name: str = "") -> None:
        self.speaks, self.name = speaks, name
        self.terminal = sys.stderr.isatty()
        self.next = time.monotonic() + _SILENT
        self.told = ""

    def __call__(self, done: int, of: int) -> None:
        """Say it, if it is time to."""
        now = time.monotonic()
        if not of or now < self.next or not (self.terminal or self.name):
            return
        words = (_PAGES if self.name else _FILES).filled(name=self.name, page=done, of=of).in_(self.speaks)
        if words != self.told:
            print(
                f"\r{words}" if self.terminal else words, end="" if self.terminal else "\n", file=sys.stderr, flush=True
            )
        self.told, self.next = words, now + (_ON_TERMINAL if self.terminal else _ELSEWHERE)

    def end(self) -> None:
        """Leave the line as if nothing had been said."""
        if self.terminal and self.told:
            print(f"\r{' ' * (2 * len(self.told))}\r", end="", file=sys.stderr, flush=True)
