"""Patterns: each compiled at its first use, and once a process.

Only patterns are remembered, never what they found.
"""

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled once; a ligature in it may be written apart in the text (« mise en oeuvre »)."""
    return re.compile(pattern.replace("œ", "(?:œ|oe)") if "œ" in pattern else pattern)


@cache
def compiled_octets(pattern: bytes) -> re.Pattern[bytes]:
    """The pattern over bytes, compiled once."""
    return re.compile(pattern)
