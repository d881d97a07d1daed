"""Grammar: how a sentence says what will be done; one implementation per order of words.

`head_first.py` serves languages whose verb comes before its object, `head_last.py` those where it ends the clause.
"""

from enum import IntEnum
from typing import Final, NamedTuple, Protocol

PASSED_OVER: Final = "passed-over"
"""The doubt of what was not read as a commitment and may be one."""


class Setting(IntEnum):
    """What the structure says before the sentence speaks (rule R1, last part).

    PROSE: only words of commitment commit. DIRECTIVE: a list item or a paragraph of a plan, where a
    bare verb commits. LISTED: an item under a label or lead-in that commits, where a noun of action does. ARTICLE:
    prose in the articles of an agreement, where the present of the parties promises.
    """

    ARTICLE = -1
    PROSE = 0
    DIRECTIVE = 1
    LISTED = 2


class Action(NamedTuple):
    """One commitment as the grammar sees it: where it stands, its governing verb, why it is one.

    `verb` is the place of the verb that tells the mode. `doubt` names what is uncertain, or is empty.
    `finite` where the subject of that verb says who acts (“the Dialogue will review”).
    """

    start: int
    end: int
    verb: int
    rules: tuple[str, ...]
    doubt: str = ""
    finite: bool = False


class Grammar(Protocol):
    """Finds the commitments of one sentence, list item or semicolon part."""

    def actions(self, flat: str, start: int, end: int, setting: Setting) -> list[Action]:
        """The commitments in `flat[start:end]`, in reading order, spans disjoint; empty if it commits to nothing.

        What may be one and was not read so comes with the doubt `PASSED_OVER`; it is no commitment.
        """
        ...

    def leads(self, flat: str, start: int, end: int) -> Setting | None:
        """The force that `flat[start:end]`, which ends with a colon, gives the list after it.

        LISTED if it commits, None if it says that the list commits to nothing, else DIRECTIVE.
        """
        ...

    def tells(self, flat: str, start: int, end: int) -> bool:
        """Whether `flat[start:end]` has a finite verb of its own: then it is a sentence and no headline."""
        ...

    def names_parties(self, flat: str, start: int, end: int) -> bool:
        """Whether `flat[start:end]`, which ends with a colon, names the parties and no more (“The Ministers:”)."""
        ...

    def goes_on(self, flat: str, start: int, end: int, part: int) -> bool:
        """Whether the part of an enumeration that begins at `part` goes on with a purpose named in `flat[start:end]`."""
        ...

    def begins_with_verb(self, flat: str, start: int, end: int) -> bool:
        """Whether a bare verb opens `flat[start:end]`, behind a conjunction or not."""
        ...

    def verb_zone(self, flat: str, action: Action) -> tuple[int, int]:
        """Where the words that govern `action` stand: (start, end), for the cues of modes."""
        ...


def acts(grammar: Grammar, flat: str, start: int, end: int, setting: Setting) -> list[Action]:
    """The actions in `flat[start:end]` without those that were passed over."""
    return [action for action in grammar.actions(flat, start, end, setting) if action.doubt != PASSED_OVER]
