"""How French and Korean are written: what a machine can notice of it."""

import re

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*[^{}]*\}")
HANGUL = re.compile(r"[가-힣]")
FRENCH_COLON = re.compile(r"(?<!\u00a0):(?=[\s»”)]|$)")
FRENCH_SPACE = re.compile(r"[ \t][;?!](?=[\s»”)]|$)")
FRENCH_OPENING = re.compile(r"«(?!\u00a0)")
FRENCH_CLOSING = re.compile(r"(?<!\u00a0)»")
FRENCH_ELISION = re.compile(r"\b(?:[cdjlmnstCDJLMNST]|[Qq]u)’[“«\u00a0]*\{")
KOREAN_PARTICLE = re.compile(
    r"\{[^{}]*\}[’”'\"」』》]*(?:은|는|이|가|을|를|과|와|으로|로|이나|나|이라|라)(?=[\s.,:;?!]|$)"
)


def french_faults(characters):
    """Canadian French typography, as the Translation Bureau of the Government of Canada sets it.

    A no-break space before the colon and inside guillemets; before ; ? and ! none, or one that does not
    break; the apostrophe is curly.
    """
    if "'" in characters:
        yield "straight apostrophe in French"
    if FRENCH_COLON.search(characters):
        yield "no no-break space before : in French"
    if FRENCH_SPACE.search(characters):
        yield "a space that may break before ; ? or ! in French"
    if FRENCH_OPENING.search(characters) or FRENCH_CLOSING.search(characters):
        yield "no no-break space inside « » in French"
    if FRENCH_ELISION.search(characters):
        yield "French elision before a name that is filled in"


def korean_faults(characters, *, english):
    """Hangul, unless it is a proper name or nothing but what is filled in; no particle after what is filled in."""
    if _letters(characters) and not HANGUL.search(characters) and characters != english:
        yield "no Hangul in Korean"
    if KOREAN_PARTICLE.search(characters):
        yield "Korean particle after a name that is filled in"
    if "공약" in characters:
        yield "a commitment is 항목: 공약 is what a candidate promises voters"


def _letters(characters):
    return re.search(r"[^\W\d_]", PLACEHOLDER.sub("", characters))
