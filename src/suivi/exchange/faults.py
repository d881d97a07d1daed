"""What an officer reads when the exchange stops: the words of every fault, and the refusals that carry them.

- Every code that `log`, `record`, `register` or this room can raise has its words here; a test reads the sources.
- A delivery that fails names the numbered check (exchange format, section 11), what was got and what was expected.
- `DeliveryRefused`: nothing was changed (SAME). `Suspended`: a contradiction is proven, and the evidence is attached.
"""

from typing import Final

from suivi.exchange.remedies import FaultWords
from suivi.exchange.words_of_bytes import WORDS_OF_BYTES
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
_AT: Final = Words(" Place: {at}.", " Endroit : {at}.", " 위치: {at}.")
_GOT: Final = Words(" Found: {got}.", " Constaté : {got}.", " 확인된 값: {got}.")
_EXPECTED: Final = Words(" Expected: {expected}.", " Attendu : {expected}.", " 필요한 값: {expected}.")


def sentences_of(fault: Fault) -> Words:
    """What stopped, in one sentence, followed by place, what was found and what was expected where known."""
    facts = [
        words.filled(**{name: value})
        for words, name, value in (
            (_AT, "at", fault.at),
            (_GOT, "got", fault.got),
            (_EXPECTED, "expected", fault.expected),
        )
        if value
    ]
    sentence = FAULTS[fault.code].says
    return Words(*("".join(part.in_(language) for part in (sentence, *facts)) for language in ("en", "fr", "ko")))


class Refused(Refusal):
    """A rule of the exchange said no; `code` is the code of the `fault` behind it."""

    code = "exchange.refused"
    says = Words("{what}", "{what}", "{what}")
    remedy = Words("{advice}", "{advice}", "{advice}")

    def __init__(self, fault: Fault, **values: object) -> None:
        self.fault = fault
        # Each refusal bears the code of its own fault; the class only names the family.
        self.__dict__["code"] = fault.code
        super().__init__(what=sentences_of(fault), advice=FAULTS[fault.code].remedy, **values)


class DeliveryRefused(Refused):
    """A delivery failed at the numbered `check` (1 to 16); log, register and published bytes are as before."""

    says = _WHICH_CHECK

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
