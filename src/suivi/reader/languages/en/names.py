"""English names of bodies and instruments, and the way a preamble speaks of who agreed and what is achieved."""

from suivi.reader.languages.language import Names, Past, Preamble
from suivi.reader.lexicon import Lexicon

_CAPITAL = r"[A-Z][\w’'&+-]*"
_NAME = rf"{_CAPITAL}(?:(?:\s+(?:of|the|for|on|and|in|against|to|between|de)){{0,3}}\s+{_CAPITAL})*"
_BEFORE = rf"(?:{_CAPITAL}\s+(?:(?:of|for|on|and)\s+)?){{0,6}}"
_TAIL = rf"(?:\s+(?:of|for|on|and|in|against|to|concerning|with|between|the|regarding)\s+(?:the\s+)?{_NAME})*(?:\s+\([^()]{{1,40}}\))?"
_BODY = (
    r"(?:Dialogue|Meeting|Committee|Council|Forum|Summit|Coalition|Group|Commission|Organi[sz]ation|Community|Partnership|Challenge|Alliance|"
    r"Association|Mechanism|Team|Secretariat|Conference|Assembly|Network|Centre|Center|Agency|Fund|Consultations?|Roundtable|Programme|Board|Institute)"
)
_INSTRUMENT = (
    r"(?:Agreement|Memorandum\s+of\s+Understanding|Declaration|Treaty|Convention|Protocol|Arrangement|Charter|Pact|Framework|Letter\s+of\s+Intent|"
    r"Year\s+of\s+[A-Z]\w+\s+Exchanges|Roadmap|Covenant|Compact|MOU|MoU)"
)

NAMES = Names(
    capitals=True,
    small_instruments=("memorand",),
    instrument=(
        rf"(?<!\w)(?:{_BEFORE}{_INSTRUMENT}\b{_TAIL}(?:\s+\d{{4}}-\d{{4}})?|"
        r"memorand(?:um|a)\s+of\s+understanding(?:\s+(?:on|concerning|regarding|for|of\s+\w+\s+\d{4}\s+on)\s+[\w\s-]+?(?=[,.;]|\s+(?:to|and\s+of|and\s+its|,)\b|$))?)"
    ),
    body=rf"(?<!\w){_BEFORE}{_BODY}\b{_TAIL}",
    acronyms=Lexicon(
        dict.fromkeys(
            (
                "united nations|un|asean|apec|nato|wto|who|oecd|g7|g20|european union|african union|iaea|fao|unesco|unicef|ilo|imo|imf|world bank|osce|"
                "interpol|ottawa group|commonwealth|arctic council|nordic council|council of europe|undp|unhcr|world trade organization|"
                "world health organization|stop tb partnership|quad|aukus"
            ).split("|"),
            "body",
        ),
        whole=True,
    ),
)

_ACHIEVED = (
    r"memorand|mou|agreement|launch|opening|(?:first|second|third|new) |dialogue|meeting|visit|signature|signing|declaration|establishment|creation|"
    r"conclusion|adoption|summit|forum|holding|entry into force|arrangement|partnership|treaty|committee|consultation|programme|project|negotiation"
)

PAST = Past(
    listing=(
        r"\b(?:achievements?|results|progress|successes|accomplishments|milestones|outcomes)\b[^.;:]{0,90}"
        r"(?:, (?:notably|including|such as|among them|in particular) *:?|:) *"
    ),
    item=rf"(?:, (?:and )?|,? and |,? as well as )(?=(?:the |a |an )?(?:[\w-]+ ){{0,2}}?(?:{_ACHIEVED}))",
    kinds=Lexicon(
        {
            **dict.fromkeys("visit|visits|trip".split("|"), "visit"),
            **dict.fromkeys(
                "memorandum|memoranda|mou|agreement|agreements|treaty|convention|arrangement|declaration|negotiation|negotiations|protocol|letter of intent".split(
                    "|"
                ),
                "instrument",
            ),
            **dict.fromkeys(
                "dialogue|dialogues|meeting|meetings|summit|consultations|consultation|forum|committee|talks".split(
                    "|"
                ),
                "dialogue",
            ),
        },
        whole=True,
    ),
    sentence=(
        r"\b(?:(?:have|has|was|were|had) +(?:been +)?(?:signed|concluded|launched|established|held|inaugurated|created|celebrated)|"
        r"welcomed|welcome|(?:ministers|leaders|sides|countries|governments) +(?:signed|concluded|launched|held))\b"
    ),
)

_PERSON = (
    r"(?:(?:the |their |our |his |her )?(?:(?:respective|two|deputy|vice|foreign|defence|defense|prime) )*"
    r"(?:prime ministers?|presidents?|ministers?|leaders?|secretar(?:y|ies)|heads?|chancellors?|governments?)\b[^,;.:]*?)"
)

PREAMBLE = Preamble(
    agreed=rf"(?:^|, |\bwe, )(?P<who>{_PERSON}),? *(?:(?:have|has) +)?(?:agreed?|adopted?|approved?|signed|concluded)\b",
    instructed=(
        rf"(?:instruct\w+|direct\w+|mandate\w*|request\w*|guidance)\b[^.;]{{0,60}}?(?:by|of|from) +(?P<who>{_PERSON})(?= +(?:in|on|at|during|the ministers)\b| ?[.,;])"
    ),
    persons=r" +and +(?=(?:the )?(?:prime|president|minister|leader|secretary|chancellor|head))",
    review=(
        r"(?:review|assess|take stock|evaluat|monitor).{0,120}(?:plan|partnership|implementation|progress)|"
        r"implementation.{0,60}plan.{0,80}review"
    ),
)

ACTOR = r"(?:the )?(?:government of |republic of )?(?P<who>[a-z][\w' -]{2,40}?)(?: side)? +(?:will|shall|intends|plans|commits|agreed|undertakes)\b"
