"""French: as Canada, the institutions and the ministries of francophone States write it."""

from suivi.reader.languages.fr.clauses import GRAMMAR
from suivi.reader.languages.fr.cues import CUES
from suivi.reader.languages.fr.headings import HEADINGS
from suivi.reader.languages.fr.names import ACTOR, NAMES, PAST, PREAMBLE
from suivi.reader.languages.fr.parties import PARTIES
from suivi.reader.languages.fr.times import TIMES
from suivi.reader.languages.language import Language

LANGUAGE = Language(
    tag="fr",
    own_name="français",
    common=frozenset(
        "le la les du et aux dans pour sur avec par une est sont qui que ce cette leur leurs nos ont été "
        "au nous ainsi notamment afin des l d deux pays coopération entre renforcer".split()
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
    abbreviations=frozenset("p ex m mm mme mmes dr no nos art al cf etc st ste vol éd fig r.-u s.e".split()),
    actor=ACTOR,
    naming=r"\b(?:notamment|y compris|tel(?:le)?s que|à savoir|en particulier|domaines suivants|secteurs suivants)\b",
    carries_on=r"(?:il|elle) ",
    subject=r"(?:[^,]{0,80}, +)?(?:la |le |les |l')?(?:partie |gouvernement (?:du |de la |de l'|des |de |d')|ministre [^,]{3,40} (?:du|de la) |république de )?",
)
