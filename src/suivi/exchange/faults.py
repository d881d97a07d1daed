"""What an officer reads when the exchange stops: the words of every fault, and the refusals that carry them.

- Every code that `log`, `record`, `register` or this room can raise has its words here; a test reads the sources.
- A delivery that fails names the numbered check (exchange format, section 11), what was got and what was expected.
- `DeliveryRefused`: nothing was changed (SAME). `Suspended`: a contradiction is proven, and the evidence is attached.
"""

import re
from collections.abc import Mapping
from typing import ClassVar, Final

from suivi.exchange.remedies import (
    LOWER_MARKING,
    NOT_ON_RECORD,
    SEND_AGAIN,
    WITHIN_CEILING,
    WRITE_ANEW,
    FaultWords,
)
from suivi.exchange.words_of_bytes import WORDS_OF_BYTES
from suivi.exchange.words_of_facts import facts_of, in_sentences, joined, told
from suivi.exchange.words_of_partners import WORDS_OF_PARTNERS
from suivi.exchange.words_of_records import WORDS_OF_RECORDS
from suivi.exchange.words_of_rules import WORDS_OF_RULES
from suivi.exchange.words_of_transport import WORDS_OF_TRANSPORT
from suivi.log.fault import Fault
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

FAULTS: Final[dict[str, FaultWords]] = {
    **WORDS_OF_BYTES,
    **WORDS_OF_RECORDS,
    **WORDS_OF_RULES,
    **WORDS_OF_PARTNERS,
    **WORDS_OF_TRANSPORT,
}

_WHICH_CHECK: Final = Words(
    "{what} (Check {check}.)",
    "{what} (Vérification {check}.)",
    "{what} (점검 {check}.)",
)


def sentences_of(fault: Fault) -> Words:
    """What stopped, in one sentence, followed by place, what was found and what was expected where known."""
    return _with_facts(fault.code, in_sentences(at=fault.at, got=fault.got, expected=fault.expected))


def kept_form(fault: Fault, check: int) -> str:
    """The report of a fault as it is kept, in one form for ever: English, its facts as the fault states them."""
    parts = (("Place", fault.at), ("Found", fault.got), ("Expected", fault.expected))
    facts = "".join(f" {name}: {part}." for name, part in parts if part)
    return f"{FAULTS[fault.code].says.en}{facts} (Check {check}.)"


def told_report(code: str, sentence: str) -> Words:
    """A report as it was kept (`kept_form`, a fault as it states itself, an alarm), in each language."""
    if code not in FAULTS:
        return told(sentence)
    if sentence.startswith(code):
        place, _, facts = sentence.removeprefix(code).removeprefix(" at ").partition(": ")
        _, got, expected = facts_of(facts)
        return sentences_of(Fault(code, got=got, expected=expected, at=place))
    kept = sentence.removeprefix(FAULTS[code].says.en).strip()
    found = _KEPT.fullmatch(kept)
    if kept == sentence or found is None:
        return _with_facts(code, told(kept))
    at, got, expected, check = (part or "" for part in found.groups())
    said = sentences_of(Fault(code, got=got, expected=expected, at=at))
    return _WHICH_CHECK.filled(what=said, check=check) if check else said


def _with_facts(code: str, facts: Words) -> Words:
    return joined(FAULTS[code].says, facts, by=" ") if facts.en else FAULTS[code].says


_KEPT: Final = re.compile(
    r"(?:Place: (?P<at>.*?)\.(?= |$) ?)?(?:Found: (?P<got>.*?)\.(?= Expected: | \(Check |$) ?)?"
    r"(?:Expected: (?P<expected>.*?)\.(?= \(Check |$) ?)?(?:\(Check (?P<check>[0-9]+)\.\))?",
    re.DOTALL,
)
"""The facts of a report in the form it is kept in."""


class Refused(Refusal):
    """A rule of the exchange said no; `code` is the code of the `fault` behind it."""

    code = "exchange.refused"
    says = Words("{what}", "{what}", "{what}")
    remedy = Words("{advice}", "{advice}", "{advice}")
    instead: ClassVar[Mapping[Words, Words]] = {WRITE_ANEW: NOT_ON_RECORD, LOWER_MARKING: WITHIN_CEILING}
    """What to do where the fault's own remedy is for an entry that has come, and nothing was written."""

    def __init__(self, fault: Fault, **values: object) -> None:
        self.fault = fault
        # Each refusal bears the code of its own fault; the class only names the family.
        self.__dict__["code"] = fault.code
        remedy = FAULTS[fault.code].remedy
        super().__init__(what=sentences_of(fault), advice=self.instead.get(remedy, remedy), **values)


class DeliveryRefused(Refused):
    """A delivery failed at the numbered `check` (1 to 16); log, register and published bytes are as before."""

    says = _WHICH_CHECK
    instead: ClassVar[Mapping[Words, Words]] = {WRITE_ANEW: SEND_AGAIN}

    def __init__(self, check: int, fault: Fault) -> None:
        self.check = check
        super().__init__(fault, check=check)


class Suspended(DeliveryRefused):
    """The delivery proves that a log contradicts itself; `evidence` holds the bytes that anybody can verify.

    The channel must be suspended: no take-in, no receipt, no release; reading goes on.
    """

    def __init__(self, check: int, fault: Fault, *, evidence: bytes) -> None:
        self.evidence = evidence
        super().__init__(check, fault)
