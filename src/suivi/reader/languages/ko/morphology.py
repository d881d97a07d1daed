"""Korean morphology: whether a word in 고 or 며 is a verb that goes on, where the lists of endings do not know it.

- The analyser is kiwipiepy (extra `korean`), loaded at the first word that needs it, its model read once and never
  changed: the same word gets the same answer. One word is asked at a time, so that nothing depends on what was read
  before.
- Without it a word nobody knows is taken for a noun: a commitment then stays whole rather than being cut inside a
  name. `analyser_is_there` says which of the two is at work.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from suivi.reader.languages.ko.endings import KNOWN
from suivi.reader.lexicon import compiled

CONNECTIVE: Final = "EC"
LONGEST_WORD: Final = 30


def goes_on(word: str) -> bool:
    """Whether `word`, which ends in 고 or 며, is a verb whose clause goes on."""
    if compiled(rf"(?:{KNOWN})$").search(word) or word.endswith(("한편", "동시에", "함께")):
        return True
    return _asked(word[-LONGEST_WORD:])


@cache
def analyser_is_there() -> bool:
    """Whether the extra `korean` is installed."""
    return find_spec("kiwipiepy") is not None


@cache
def _asked(word: str) -> bool:
    if not analyser_is_there():
        return False
    tokens = _analyser().tokenize(word)
    return bool(tokens) and str(tokens[-1].tag) == CONNECTIVE


@cache
def _analyser() -> Any:
    return import_module("kiwipiepy").Kiwi(num_workers=1)
