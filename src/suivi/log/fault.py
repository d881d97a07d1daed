"""Fault: what is wrong with bytes that were received, by the name both capitals know it under.

- `code` is one of the names of the exchange format, section 15 (`json.float`, `tree.root` …); it never changes.
- A fault states facts for the record; the words an officer reads stand with `exchange/faults.py`.
"""

LONGEST_SHOWN = 120


class Fault(ValueError):
    """Received bytes break a rule of the exchange format.

    `got` and `expected` are what was found and what the rule asks for, `at` the place (a path such as
    `content.size`, a member of a file, a position in bytes); each may be empty.
    """

    def __init__(self, code: str, *, got: str = "", expected: str = "", at: str = "") -> None:
        self.code = code
        self.got = got
        self.expected = expected
        self.at = at
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        place = f" at {self.at}" if self.at else ""
        parts = [f"got {self.got}" if self.got else "", f"expected {self.expected}" if self.expected else ""]
        facts = ", ".join(part for part in parts if part)
        return f"{self.code}{place}: {facts}" if facts else f"{self.code}{place}"

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword-only arguments: the default of BaseException would call Fault(sentence) when unpickling.
        return (_fault, (self.code, self.got, self.expected, self.at))


def _fault(code: str, got: str, expected: str, at: str) -> Fault:
    return Fault(code, got=got, expected=expected, at=at)


def shown(value: object) -> str:
    """`value` as it may stand in a fault: plain ASCII, at most 120 characters, whatever a partner wrote."""
    text = ascii(value)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 3] + "..."
