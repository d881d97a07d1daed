"""English: as Canada, Korea's translations and international meetings write it."""

from suivi.reader.languages.en.clauses import GRAMMAR
from suivi.reader.languages.en.cues import CUES
from suivi.reader.languages.en.headings import HEADINGS
from suivi.reader.languages.en.names import ACTOR, NAMES, PAST, PREAMBLE
from suivi.reader.languages.en.parties import PARTIES
from suivi.reader.languages.en.times import TIMES
from suivi.reader.languages.language import Language

LANGUAGE = Language(
    tag="en",
    own_name="English",
    common=frozenset(
        "the of and to in for on with by that this is are was were will shall their our its both have has been from "
        "as at which or an between cooperation strengthen".split()
    ),
    script=r"(?!)",
    headings=HEADINGS,
    grammar=lambda: GRAMMAR,
    times=TIMES,
    names=NAMES,
    past=PAST,
    preamble=PREAMBLE,
    cues=CUES,
    parties=PARTIES,
    abbreviations=frozenset(
        "e.g e g i.e mr mrs ms dr no art cf etc st vs vol ed rev hon h.e approx para paras inc ltd dept gen u.s u.k u.n e.u sen amb lt col capt prof jr maj cmdr".split()
    ),
    actor=ACTOR,
    naming=r"\b(?:including|such as|namely|notably|particularly|in areas such as|(?:following|these) (?:areas|fields|sectors))\b",
    speech=r"\b(?:said|says|adds?|added|told|stated|noted|explained|commented|remarked|wrote|stressed)\b",
    of_many=r"\b(?:leaders|ministers|they|both|sides|parties|governments|countries|heads|statement|communiqu[eé]|declaration|text|document)\b",
    carries_on=r"(?:it|he|she) ",
    subject=r"(?:[^,]{0,80}, +)?(?:the +)?(?:governments? of (?:the )?|minister of [^,]{3,40} of |republic of )?",
)
