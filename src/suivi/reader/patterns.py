"""Patterns: each compiled at its first use, and once a process.

Only patterns are remembered, never what they found.
"""

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled once; only patterns are remembered, never what they found."""
    return re.compile(pattern)


@cache
def compiled_octets(pattern: bytes) -> re.Pattern[bytes]:
    """The pattern over bytes, compiled once."""
    return re.compile(pattern)
