"""Korean: as ministries of the Republic of Korea write plans, joint statements and releases."""

from suivi.reader.languages.ko.clauses import GRAMMAR
from suivi.reader.languages.ko.cues import CUES
from suivi.reader.languages.ko.headings import HEADINGS
from suivi.reader.languages.ko.morphology import analyser_is_there
from suivi.reader.languages.ko.names import ACTOR, NAMES, PAST, PREAMBLE
from suivi.reader.languages.ko.parties import PARTIES
from suivi.reader.languages.ko.times import TIMES
from suivi.reader.languages.language import Language

LANGUAGE = Language(
    tag="ko",
    own_name="한국어",
    common=frozenset(),
    script=r"[가-힣]",
    headings=HEADINGS,
    grammar=lambda: GRAMMAR,
    times=TIMES,
    names=NAMES,
    past=PAST,
    preamble=PREAMBLE,
    cues=CUES,
    parties=PARTIES,
    abbreviations=frozenset(),
    actor=ACTOR,
    firm=("기로 하였", "기로 했", "기로 합의", "기로 함", "할 예정이다", "나갈 것이다"),
    without=lambda: "" if analyser_is_there() else "without-analyser",
)
