"""English finite verbs that commit, that refuse to, and who is said to act by them."""

from typing import Final

from suivi.reader.languages.en.parties import PARTIES
from suivi.reader.lexicon import spaced
from suivi.reader.predicates import Kind, Predicates

# Adverbs that may stand beside a verb; words in -ly that are verbs are no adverbs.
ADVERBS: Final = (
    r"(?:also|further|jointly|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|today,?|in principle|in particular|then|now|both|each|all|once again|again|in addition|where appropriate,?|as appropriate,?|instead|likewise|"
    r"thus|thereby|therefore|not only|even|still|soon|together|"
    r"(?!(?:multip|supp|app|re|comp|imp|f|ra|ear|friend|time|cost|dai|week|month|year|quarter|like|elder|order|fami|assemb)ly\b)\w+ly)"
)
_MORE: Final = rf"(?: {ADVERBS},?| themselves| ourselves| itself)*"
_TO: Final = spaced(
    rf"{_MORE} (?P<lead>to)(?: {ADVERBS})* (?!the |a |an |our |their |its |this |these |that |it |each |all |such )"
)
# Nouns of action, with what may stand before them.
ACTION: Final = (
    r"(?:(?:the|a|an|(?:series|number|range|set|package) of|our|their|its|continued?|continuing|closer|further|enhanced|greater|deeper|joint|full|early|regular|annual|increased|stronger|"
    r"complete|rapid|speedy|successful|safe|sustainable|peaceful|immediate|long-term|comprehensive|progressive|gradual|"
    r"effective|timely|swift|new|ongoing|possible|more|technical|high-level|second|third|regional|public|practical|first|clinical|technical|special|expanded|strengthened|intensified|active|mutual|bilateral|and|[a-z]+(?:al|ive|ed|ic|ous|ary|able|ible)|(?:wid|broad|fast|smooth|rich|saf|bett|quick|eas|cheap)i?er) )*"
    r"(?:establishment|launch|creation|organi[sz]ation|conclusion|signature|signing|negotiation|ratification|strengthening|deepening|development|"
    r"promotion|implementation|elaboration|adoption|exchanges?|sharing|continuation|expansion|intensification|moderni[sz]ation|"
    r"cooperation|co-operation|collaboration|coordination|co-ordination|protection|opening|publication|training|hosting|holding|convening|facilitation|improvement|"
    r"acceleration|exploration|engagement|enhancement|introduction|formation|completion|resumption|deployment|provision|reduction|"
    r"elimination|denucleari[sz]ation|disarmament|eradication|preservation|maintenance|removal|restoration|universali[sz]ation|prevention|realisation|realization|"
    r"fulfil?lment|stabili[sz]ation|diversification|renewal|reopening|revision|transfer|delivery|reform|work|efforts?|dialogues?|action|actions|consultations?|workshops?|seminars?|meetings?|visits?|stud(?:y|ies)|review|"
    r"participation|evaluation|designation|diagnos[ei]s|courses?|surveys?|campaigns?|secondments?|audits?|trials?|recruitment|placements?|mapping|support|construction|renovation|modernisation|inclusion|integration|research|"
    r"assessment|monitoring|mobili[sz]ation|preparation|recognition|finali[sz]ation|operationali[sz]ation|appointment|investment|extension|upgrade|upgrading)\b"
)
# “continued U.S. support for”, “their commitment to peace”: less than a promise, more than praise.
_SUPPORT: Final = spaced(
    rf"{_MORE}(?: (?!importance|need|role|view)[\w.'-]+){{0,4}} (?:support (?:for|to)|commitments? to|desire to|interest in|assistance to)\b"
)
_OWN: Final = (
    r"(?:(?:our|their|its|his|her|the|both|respective|relevant|senior|foreign|trade|finance|energy|defence|defense|two|joint|competent) )*"
    r"(?:officials?|treasurers?|attorneys[- ]general|premiers|commissioners|ambassadors|jurisdictions|provinces|ministers?|ministries|ministry|experts?|teams?|authorities|agencies|departments?|working groups?|task forces?|committees?|secretariat|"
    r"delegations?|governments?|representatives|sherpas|deputies|coordinators?|bodies|commission|councils?|chairs?|sides|co-chairs|institutions)\b"
)


def _all(words: str, *patterns: tuple[Kind, str]) -> dict[str, tuple[tuple[Kind, str], ...]]:
    return dict.fromkeys(words.split(), patterns)


_REFUSES: Final = (
    "welcomed welcome welcomes noted note notes recognised recognized recognise recognize recognises recognizes acknowledged acknowledge "
    "acknowledges discussed "
    "praised praise commended commend commends appreciated appreciate appreciates recalled recall recalls condemned condemn condemns "
    "congratulated thanked thank hoped believe believes believed considered reflected observed "
    "applauded voiced deplored deplore oppose opposed regretted regret encouraged could may might can must acclaimed "
    "exchanged celebrated reviewed visited met"
)

HEADS: Final = {
    **_all(_REFUSES, (Kind.REFUSES, "")),
    **_all("will shall", (Kind.FUTURE, r"(?! (?:be )?(?:of|and) )(?P<lead>)")),
    **_all("would", (Kind.FUTURE, r"(?P<lead>)")),
    **_all(
        "agreed agree agrees",
        (Kind.TELLS, r"(?<=mutually agreed) +(?:up)?on +(?!to )"),
        (Kind.GOVERNS, _TO),
        (Kind.GOVERNS, spaced(rf"{_MORE} (?P<lead>on|upon|to) (?={ACTION}|\w+ing )(?!the importance|the need)")),
        (Kind.REFUSES, spaced(rf"{_MORE} (?:on|upon|with) ")),
        (Kind.TELLS, ""),
    ),
    **_all(
        "decided decide decides undertake undertakes undertook undertaken resolve resolves promise promised promises "
        "vowed vow pledging vowing promising agreeing endeavour endeavor endeavoured endeavored endeavours consented pledged pledge pledges",
        (Kind.GOVERNS, _TO),
        (
            Kind.GOVERNS,
            spaced(rf"{_MORE} (?:an?|the|their|its) (?:\w+ )?(?:targets?|goals?) (?P<lead>of|to) (?=[a-z])"),
        ),
        (Kind.GOVERNS, spaced(r"(?<=decided) that [^.;:,]{3,90}? (?P<lead>should) (?=[a-z])")),
        (
            Kind.GOVERNS,
            spaced(
                rf"{_MORE} (?=(?:(?:\w+(?:ed|ing|al|ive|an|ese|ish|ic)|u\.s\.|full|further|more|the|an?|their|its|our|his|her|new|close|closer) )*"
                r"(?:support|assistance|aid|funding|financing|contributions?|cooperation|co-operation|efforts|resources|[a-z]{0,3}\$ ?\d|€ ?\d|£ ?\d|\d[\d,.]* (?:million|billion)))"
            ),
        ),
        (Kind.TELLS, ""),
    ),
    **_all(
        "concur concurs concurred",
        (Kind.GOVERNS, _TO),
        (Kind.GOVERNS, spaced(rf"{_MORE} (?P<lead>in|on) (?=\w+ing )")),
        (Kind.TELLS, ""),
    ),
    **_all(
        "committed commit commits committing determined resolved dedicated",
        (Kind.GOVERNS, _TO),
        (Kind.GOVERNS, spaced(rf"{_MORE} (?P<lead>to) (?={ACTION})")),
        (
            Kind.GOVERNS,
            spaced(rf"{_MORE} to the (?:\w+ )?(?:goals?|objectives?|aims?|target) (?P<lead>of) (?=\w+ing\b)"),
        ),
        (Kind.WISHES, spaced(rf"{_MORE} to (?:the|an?|our|their|its|these|those|this) ")),
    ),
    **_all(
        "intend intends intended",
        (Kind.TELLS, r"(?<= is intended)|(?<= are intended)|(?<= was intended)|(?<= not intended)|(?<= be intended)"),
        (Kind.GOVERNS, _TO),
        (Kind.GOVERNS, spaced(r" not (?P<lead>to) ")),
        (Kind.GOVERNS, spaced(r" for [^.;:,]{3,70}? (?P<lead>to) (?=[a-z])")),
        (Kind.TELLS, ""),
    ),
    **_all(
        "plan plans planned seek seeks sought aim aims aimed aspire aspires propose proposes proposed strive strives",
        (Kind.GOVERNS, _TO),
    ),
    **_all("expect expects expected offer offers offered", (Kind.GOVERNS, _TO)),
    **_all(
        "endorsed endorse endorses approved approve approves adopted accepted supported",
        (
            Kind.GOVERNS,
            spaced(
                r" (?:the|a|an|their|our)(?: \w+){0,3} (?:proposals?|plans?|recommendations?|decision|request|initiative) (?P<lead>to) (?=[a-z])"
            ),
        ),
    ),
    **_all(
        "set sets",
        (
            Kind.GOVERNS,
            spaced(
                r"(?: themselves| ourselves)? (?:the|an?|as their|as our)(?: (?!to |of )\w+){0,2} (?:goal|target|objective|aim|ambition) (?P<lead>of|to)(?: more than)? (?=[a-z])"
            ),
        ),
    ),
    **_all(
        "meets convenes",
        (Kind.PRESENT, spaced(r"(?= (?:once|twice|every|each|annually|at least|regularly|alternately)\b)")),
    ),
    **_all(
        "conveyed conveys communicated informed",
        (
            Kind.GOVERNS,
            spaced(r"[^.;:,]{0,60} (?:decision|intention|readiness|commitment|willingness) (?P<lead>to) (?=[a-z])"),
        ),
        (Kind.REFUSES, ""),
    ),
    **_all(
        "designated designate designates proclaimed proclaim", (Kind.WISHES, spaced(r" (?:the )?(?:years? )?20\d\d "))
    ),
    **_all("launched established inaugurated earmarked", (Kind.WISHES, spaced(r" (?:an?|the|two|three|new|joint) "))),
    "agreement": (
        (
            Kind.GOVERNS,
            r"(?:(?<=there was agreement)|(?<=there is agreement)|(?<=was in agreement)|(?<=reached agreement)|(?<=reached an agreement)) +(?P<lead>to) +(?!the |a |an )",
        ),
    ),
    **_all("consensus", (Kind.GOVERNS, spaced(r" (?P<lead>to) (?!the |a |an )"))),
    **_all(
        "reaffirm reaffirms reaffirmed reiterate reiterates reiterated confirm confirms confirmed affirm affirms affirmed renew renewed "
        "express expresses expressed underscore underscores underscored declare declared state stated announce announces announced restated",
        (Kind.TELLS, r"(?= +by\b)"),
        (
            Kind.GOVERNS,
            spaced(
                rf"{_MORE} (?:(?:their|our|its|the|his|her|an?|[\w.-]+'s?)(?: (?:\w+|\w+ and \w+)){{0,3}} )?(?:commitments?|readiness|willingness|intentions?|determination|resolve|intent|pledges?|decision)"
                rf"{_MORE}(?: of (?:the|both|all) (?:\w+ ){{0,3}}\w+)? (?P<lead>to|of)(?: {ADVERBS})* (?!the |a |an |our |their |its |this |these |that |it |each |all |such )"
            ),
        ),
        (
            Kind.GOVERNS,
            spaced(
                rf"{_MORE} (?:their|our|its|his|her|the|an?)(?: \w+){{0,3}} commitments?{_MORE} (?P<lead>to|towards?) (?={ACTION})"
            ),
        ),
        (Kind.GOVERNS, spaced(rf"{_MORE} plans (?P<lead>to|for) ")),
        (
            Kind.GOVERNS,
            spaced(rf"{_MORE} (?:their|our|its|his|her|[\w.-]+'s?)(?: \w+){{0,2}} plans? (?P<lead>to) (?=[a-z])"),
        ),
        (
            Kind.GOVERNS,
            spaced(
                r" (?P<lead>to) (?=(?:hold|convene|establish|launch|continue|resume|work|strengthen|deepen|sign|conclude|organi[sz]e)\b)"
            ),
        ),
        (
            Kind.GOVERNS,
            spaced(
                r"[^.;:]{0,90} and (?:their|our|its|his|her) (?:\w+ )?(?:intention|commitment|determination|readiness|willingness|resolve|desire) (?P<lead>to) "
                r"(?!the |a |an |our |their |its )"
            ),
        ),
        (
            Kind.GOVERNS,
            spaced(
                rf"{_MORE} (?=(?:the|a|an) (?:official |formal |new |joint |first )*(?:launch|creation|establishment|opening|convening|holding|organi[sz]ation|introduction|resumption|extension|start|commencement) of )"
            ),
        ),
        (
            Kind.WISHES,
            spaced(
                rf"{_MORE} (?:an? |new |up to |the |\$|more than |joint |further )*(?:\d|project|programme|program|package|series|partnership|initiative|measures|steps|contribution|funding|support of|investment|launch|creation|establishment|additional)"
            ),
        ),
        (Kind.TELLS, r"(?=[^,;.:]{0,60} that\b)"),
        (
            Kind.TELLS,
            spaced(
                r" (?=(?:they|we|both|the (?:two |three )?(?:sides|parties|countries|leaders|ministers)) (?:would|will|shall)\b)"
            ),
        ),
        (Kind.WISHES, _SUPPORT),
        (Kind.REFUSES, ""),
    ),
    **_all(
        "stressed stress stresses emphasised emphasized emphasise emphasize emphasises emphasizes underlined underline underlines highlighted highlight "
        "highlights demonstrated",
        (
            Kind.GOVERNS,
            spaced(
                rf"{_MORE} (?:their|our|its|his|her|the)(?: (?:\w+|\w+ and \w+)){{0,3}} (?:commitments?|readiness|willingness|intentions?|determination|resolve|intent)"
                rf"{_MORE} (?P<lead>to)(?: {ADVERBS})* (?!the |a |an |our |their |its |this |these |that |it |each |all |such )"
            ),
        ),
        (Kind.REFUSES, ""),
    ),
    **_all(
        "steadfast united resolute firm unwavering",
        (
            Kind.GOVERNS,
            spaced(
                r" in (?:our|their|its) (?:\w+ )?(?:commitment|determination|resolve) (?P<lead>to) (?!the|a|an|our|their)"
            ),
        ),
    ),
    **_all(
        "directed directs instructed instruct instructs tasked mandated charged entrusted",
        (Kind.GOVERNS, spaced(rf"{_MORE} that [^.;:]{{3,200}}? (?P<lead>be|should) (?=[a-z]+\b)")),
        (Kind.GOVERNS, spaced(rf"{_MORE} [^.;,:]{{2,90}}? (?P<lead>to|with)(?: {ADVERBS})* (?=[a-z])")),
        (Kind.TELLS, ""),
    ),
    **_all(  # nouns and adjectives as often
        "direct task tasks mandate mandates",
        (Kind.GOVERNS, spaced(rf"{_MORE} [^.;,:]{{2,90}}? (?P<lead>to|with)(?: {ADVERBS})* (?=[a-z])")),
    ),
    **_all(
        "asked ask asks commissioned commission requested request requests invited",
        (Kind.GOVERNS, spaced(rf"{_MORE} (?:it|them) (?P<lead>to)(?: {ADVERBS})* (?=[a-z])")),
        (
            Kind.GOVERNS,
            spaced(rf"{_MORE} [^.;,:]{{0,60}}?{_OWN}[^.;,:]{{0,60}}? (?P<lead>to|with)(?: {ADVERBS})* (?=[a-z])"),
        ),
        (
            Kind.GOVERNS,
            spaced(
                rf"{_MORE} the [^.;,:]{{0,60}}?{_OWN}, [^.;:]{{3,240}}?(?<!contribut)(?<!relat)(?<!respons)(?<!access),? (?P<lead>to) "
                r"(?=(?:continue|set|establish|develop|prepare|submit|convene|organi[sz]e|report|work|ensure|take|provide|support|finali[sz]e|undertake|implement|conduct|consider|coordinate|facilitate|explore|engage)\b)"
            ),
        ),
        (Kind.TELLS, ""),
    ),
    **_all(
        "commissioned commission",
        (Kind.GOVERNS, spaced(rf"{_MORE} (?:the|our|their|its|an?) [^.;,:]{{0,60}}? (?P<lead>to) (?=[a-z])")),
    ),
    **_all(
        "look looks looked",
        (
            Kind.GOVERNS,
            spaced(
                rf"{_MORE} forward (?P<lead>to) (?!(?:ongo|continu|upcom|forthcom|grow|interest|promis|last|excit)ing\b)(?=\w+ing\b)"
            ),
        ),
        (Kind.WISHES, r"(?= +forward +to\b)"),
    ),
    "looking": (
        (Kind.GOVERNS, spaced(r" forward (?P<lead>to) (?!(?:ongo|continu|upcom|forthcom|grow)ing\b)(?=\w+ing\b)")),
    ),
    **_all("called call calls urged urge urges invite invites invited encourages encourage", (Kind.REFUSES, "")),
    **_all(
        "took take takes",
        (Kind.REFUSES, spaced(r" (?:note|stock) ")),
    ),
    **_all(
        "shared share",
        (
            Kind.GOVERNS,
            spaced(
                r"(?: (?:the|a|their|our)(?: \w+)? (?:intention|determination|commitment|resolve|ambition)| determination| a determination) (?P<lead>to) (?!see |be |remain )(?=[a-z])"
            ),
        ),
        (Kind.TELLS, spaced(r" (?:the|their|a) (?:\w+ )?(?:views?|understanding|intention) that ")),
        (Kind.REFUSES, spaced(r" (?:the |their |a |our )?(?:\w+ )?(?:views?|concerns?|assessments?|understanding)")),
    ),
    "we": (
        (
            Kind.GOVERNS,
            spaced(
                r"(?: also| hereby| therefore| jointly| today| now)* (?=(?:establish|create|launch|set up|initiate|inaugurate|embark (?:up)?on|undertake)(?! an? (?:clear|positive)) (?:an?|the|our|two|three|new)\b)"
            ),
        ),
        (
            Kind.WISHES,
            spaced(
                r"(?: also| strongly| fully| firmly| both| all| further)* (?:continue to|support|endorse|launch|adopt|establish)\b"
            ),
        ),
        (
            Kind.REFUSES,
            spaced(
                r"(?: also| strongly| fully| firmly| both| all| further)* (?:value|share|believe|stand|see|know|want|face|live|rely|count|"
                r"remain(?! (?:\w+ )?(?:committed|determined|resolved|dedicated|steadfast|united|resolute|firm|focused|intent)))\b"
            ),
        ),
    ),
    **_all(
        "are is were was been remain remains stay",
        (  # anything but what the patterns below go on with: most often so, and quickly said
            Kind.TELLS,
            (
                r"(?! +(?:also|already|today|now|\w+ly|\w+ing|hereby|to|focused|intent|scheduled|due|set|slated|instructed|tasked|directed|"
                r"mandated|requested|asked)\b)"
            ),
        ),
        (
            Kind.WISHES,
            spaced(
                r"(?<=are)(?: also| currently| actively| jointly| already)* (?=(?:working|partnering|collaborating|pursuing|exploring|seeking|preparing|negotiating|considering) )"
            ),
        ),
        (Kind.GOVERNS, spaced(r" (?:\w+ly )?(?:focused|intent) (?P<lead>on) (?=\w+ing\b)")),
        (
            Kind.GOVERNS,
            spaced(r" (?:scheduled|due|set|slated) (?P<lead>to) (?=[a-z])(?!be |grow|rise|increase|become)"),
        ),
        (Kind.GOVERNS, spaced(r" hereby (?=(?:establish|creat|launch|constitut|set|institut)\w*)")),
        (
            Kind.GOVERNS,
            spaced(r" (?:\w+ly )?(?:instructed|tasked|directed|mandated|requested|asked) (?P<lead>to|with) "),
        ),
        (Kind.GOVERNS, spaced(r" (?P<lead>to) (?=[a-z])(?!the |a |be (?:commended|congratulated))")),
        (
            Kind.GOVERNS,
            spaced(
                r"(?: today| also| now| jointly| hereby)* (?=(?:launch|establish|creat|open|invest|provid|allocat|extend|commenc|initiat|announc|doubl|convening|setting up|stepping up|scaling up)\w*(?:ing)?\b)"
                r"(?=\w+ing\b)"
            ),
        ),
        (Kind.TELLS, ""),
    ),
    **_all("has have had", (Kind.TELLS, "")),
    **_all(
        "should",
        (
            Kind.FUTURE,
            spaced(
                r" ?(?P<lead>)(?=(?:meet|start|begin|commence|convene|resume|take place|pay (?:an? )?(?:\w+ )?visits?|visit|report back|be (?:held|launched|established|set up|started|opened|concluded|convened|resumed|completed|signed|appointed|extended))\b)"
            ),
        ),
        (Kind.WISHES, r"(?= +[a-z])"),
    ),
    **_all("hope hopes wish wishes", (Kind.WISHES, spaced(r" to (?=[a-z])")), (Kind.REFUSES, "")),
    **_all(
        "pleased proud delighted",
        (Kind.GOVERNS, spaced(r" (?P<lead>to) (?=(?:announce(?! that\b)|launch|establish)\b)")),
    ),
    **_all("ready prepared willing", (Kind.WISHES, spaced(r" to (?=[a-z])"))),
    **_all(
        "accept accepts accepted",
        (
            Kind.GOVERNS,
            spaced(r" [^.;,:]{3,80}? (?P<lead>to) (?=(?:host|hold|convene|chair|visit|attend|pay|travel|come)\b)"),
        ),
    ),
}

PREDICATES: Final = Predicates(
    heads=HEADS,
    unsure=frozenset(
        "offer offers offered expect expects expected readiness willingness propose proposes proposed aspire aspires vowing pledging promising".split()
    ),
    weak=r"readiness|willingness|scheduled|slated| due | set ",
    future=r"(?!)",
    future_ends=(),
    not_future=frozenset(),
    noun_before=(
        r"\b(?:to|the|a|an|its|their|our|his|her|this|that|these|those|any|each|of|'s|joint|action|new|national|annual|first|s'|in|under|on|for|"
        r"an? [\w-]+|draft|such|work|recently|previously|newly|by|european|african|high|joint|planning|trade|regional|global|bilateral|strategic|shared|with|key|common) $"
    ),
    name_before=r"(?!)",
    shelter=(
        r"\b(?:wh(?:ich|o(?:m|se)?|ere(?:ver)?|en|ile|ether|at)|(?<!\bto )(?<!\bfor )(?<!\bin )(?<!\bon )(?<!\bat )that|if|(?<!long )(?<!soon )(?<!capacity )(?<!capacities )(?<!role )as(?! (?:such|well|long|soon)\b)|be(?:cause|fore)|s(?:ince|o that)|after|un(?:til|less)|how|once|provided(?= (?:that|there|it|they|the)\b))\b"
    ),
    shelter_words=frozenset(
        "which who whom whose that where when if as while because since after before until how so unless once whether what wherever "
        "provided".split()
    ),
    said_words=("that ", "which ", "whereby ", "while ", "whereas "),
    sheltered_unless=(
        r"\b(?:(?:agreed|agree|decided|decide|announced?|announces|confirm(?:s|ed)?|concurred|reaffirm(?:s|ed)?|affirm(?:s|ed)?|shared the view|undertook|resolved|determined|committed|declared?|declares|pledged?|said|stated?|states|expressed|added|indicated|informed|reiterated?|reiterates)\b(?:(?! that\b)[^,;.]){0,60}(?<!ensure)(?<!ensuring)(?<!guarantee) that|(?:agreed|decided|announced|announces|confirmed|undertook)[^;.]{0,200} and that|(?:under|through|by|as part of) which|whereby|, while|^while|; while|, after which|well as)$"
    ),
    by_which=r"(?:(?:under|through|by|as part of) which|whereby)$",
    party=(
        r"\b(?:we|ministers?|leaders?|sides?|parties|party|countries|country|governments?|participants?|presidents?|prime ministers?|chair(?:man|woman|person)|premiers?|king|queen|emir|sultan|crown prince|high representative|both|"
        r"states?|partners?|members?|each|he|she|signatories|secretaries|secretary|delegations?|heads|nations|the two|chancellor|heads of state|capitals|for (?:its|their) part|us|eu|asean|the union)\b"
    ),
    body=(
        r"\b(?:they|committees?|commissions?|councils?|groups?|dialogues?|secretariats?|agenc(?:y|ies)|ministr(?:y|ies)|officials?|experts?|authorit(?:y|ies)|"
        r"jurisdictions?|treasurers?|taskforces?|treasury|coag|premiers?|attorneys[- ]general|universit(?:y|ies)|contact points?|focal points?|presidenc(?:y|ies)|chairmanship|incubators?|laborator(?:y|ies)|academ(?:y|ies)|task forces?|teams?|regulators?|departments?|institutes?|institutions?|bodies|forces|services|police|guards?|chambers?|"
        r"ambassadors?|embass(?:y|ies)|coordinators?|banks?|forums?|conferences?|meetings?|summit|parliaments?|parliamentarians|scientists|researchers|customs|"
        r"navies|militaries|boards?|co-chairs|chairs?|centres?|networks?|mechanisms?|consultations|administrations?|organi[sz]ations?|companies|schools|senior officials|offices?|union|chiefs?|directors?|commanders?|envoys?|advis[eo]rs?|negotiators?|inspectors?|instructors?|officers?|crews?|engineers?|teachers?|specialists?|judges|prosecutors|provinces|cities|regions|navy|army|air forces?|vessels?|ships?|frigates?|aircraft)\b"
    ),
    this=r"(?:the present|this|these|such|it|its|those(?! (?:of us|who|members|parties|states|countries)))\b",
    of=r" +(?:of|between|for|on|in|with|to|by|from|at|among|under|responsible|within|and their|we|they|that|which|who|made|taken|set)\b",
    an=r"(?:an?|two|three|four|five|new|joint|further|additional|regular|annual|\d+)\b",
    clitic=r"^(?:as such|accordingly|to (?:this|that) end|in (?:this|that) (?:context|regard|spirit)|in (?:19|20)\d\d|(?:by|from|until) (?:19|20)\d\d|up to|at least|no fewer than|not less than|more than|a (?:minimum|maximum|total|number|group|series) of|some of|one of|each of|both of|all of|(?:members|representatives|experts|delegates) (?:of|from)) ",
    said_that=r"\b(?:(?<!\bto )(?<!\bfor )(?<!\bin )(?<!\bon )that|(?:under|by|through|with|within|as part of) which|whereby|while|whereas) +",
    parties=PARTIES,
    adverbs=spaced(
        rf"(?:(?: {ADVERBS})?,[^,;.:]{{3,90}},)? (?:(?:{ADVERBS}|not|seek to|work to|continue to|endeavou?r to|strive to|aim to|look to),? )*"
    ),
    stative=spaced(
        r"(?:be (?:able|unable|needed|required|crucial|critical|essential|important|key|vital|necessary|pleased|delighted|happy)|benefit|face|need|enjoy|become|remain(?! (?:committed|engaged|seized))|"
        r"depend|mean|lead to|result in|constitute|represent|bear (?:its|their) own|like|see|find|know|have (?!the|a|an|joint|access)|require|welcome|wish)\b"
    ),
    passive=spaced(
        rf"be (?:{ADVERBS} )*(?!(?:seed|need|indeed|speed)\b)(?:\w+ed|held|made|set|built|given|taken|sent|brought|drawn|put|undertaken|written|chosen|led|met|paid|"
        r"found|kept|begun|driven|shown|spent|known|in place|in force|operational|subject to|placed|laid|sought|done|run|overseen|borne|responsible for)\b"
    ),
    described=spaced(
        rf"be (?:{ADVERBS} )*(?:based|composed|made up|guided|governed|open|focused|aimed|designed|intended|needed|required|funded from|co-funded by the|"
        r"complemented|underpinned|driven|measured|considered|inspired|followed(?! by (?:an? |regular |annual |ad hoc |further |other |joint |two |three )*(?:[a-z-]+ )?(?:meetings?|consultations?|visits?|workshops?|seminars?|talks|conferences?|rounds?))|done|borne|subject to|known|built on|affected|construed|interpreted|deemed|regarded|welcome)\b"
    ),
    procedure=spaced(
        r"(?:take place|be held|meet|convene|reconvene|begin|start|enter into force|continue|be launched|be established|report|review|last until|open|sign|"
        r"(?:rise|increase|grow|go up|fall|drop) (?:from [^,.;]{1,24} )?(?:to|by) [a-z]{0,4}\$?\d|follow|alternate|gather|resume|take effect on|prepare|oversee|monitor|submit|apply for)\b"
    ),
    describes=spaced(
        r"(?:seek to )?(?:include|cover|focus|comprise|consist|address|serve|be |last|contain|draw (?:on|upon|inspiration|attention)|bring together|involve|range|contribute|allow|enable|help|"
        r"provide (?:a|an|the) (?:framework|opportunity|platform|basis|forum|foundation)|take the form|complement|build upon|reflect|guide|set out|apply(?! for)|"
        r"take effect|enter into effect|enter into force|come into force|come into effect|expire|terminate|remain)\b"
    ),
    outcome=spaced(
        r"(?:support|provide|create|bring|give|build|strengthen|deepen|enhance|improve|promote|facilitate|ensure|reinforce|boost|increase|reduce|make|"
        r"offer|advance|demonstrate|showcase|deliver|play|take into account|generate|foster|further|expand|broaden|shape|drive|encourage|protect|unlock|"
        r"attract|accelerate|raise|add|mark|receive|go|come|work|use|reward|spend|cost|run|produce|host|welcome)\b"
    ),
    normative=r"(?:.* )?(?:committees?|commission|councils?|groups?|dialogue|forum|secretariat|board|ministers|officials|co-chairs|sides|parties)(?: (?:on|of|for) .*)?$",
    reported=r"\b(?:agreed|concurred|shared the view|reaffirmed|affirmed|decided|announced|confirmed|undertook|said|saying|stated|pledged|resolved|added|indicated|declared|informed)\b",
    only_reported=frozenset({"would", "should"}),
    passive_before=(" be ", " been ", " being "),
    purposes=r"(?:aim|seek|striv|intend|set|is|are|serve)",
    paper=(
        r"(?:it$|(?:the|this|our|a|an|such|both|these) (?:[\w'&()-]+ ){0,8}?)(?:plan|plan of action|poa|agreement|statement|declaration|document|road ?map|memorandum|mou|strategy|framework|programme|program|communiqu[eé]|"
        r"charter|text|arrangement|blueprint|vision|annex|purpose|objective|)(?: (?:of|on|for|to) .*)?(?: also| further)?$"
    ),
    funded=r"\d[\d,.]*[- ](?:million|billion)|\$ ?\d|\bworth\b",
    shows=r"(?:demonstrat|show|reflect|underscor|underlin|highlight|reaffirm|signal|confirm)",
    told_of_then=r"(?:in|since|on) (?:\w+ |\d\d? \w+ )?(?:19|20)\d\d,? [^.;]{3,120}(?:ed|took)\b[^.;]*$",
    goes_on=r"which\b",
    joined=r"\b(?:and|or|but|then)\b[^,;]{0,24}$|\bto\b",
    deliberate=spaced(
        rf"(?:{ADVERBS},? )*(?:discuss|consult|collaborate|cooperate|co-operate|coordinate|identify|examine|explore|prepare|draft|draw up|publish|organi[sz]e|convene|"
        r"recruit|assess|report (?:to|on|back)|advise|negotiate|implement|launch|establish|conduct|exchange|inform|consider|undertake|commence|"
        r"work (?:with|together|closely|jointly)|engage with|invite|appoint|nominate|compare|map|survey|pilot|commission|carry out|agree)\b"
    ),
    done_by=spaced(
        r"be (?:discussed|reviewed|evaluated|assessed|updated|monitored|revisited) (?:at|every|annually|regularly|twice|once|each|on an annual|on a regular)\b|"
        r"be (?:held|hosted|convened) (?:in|at|on|by) (?:the |early |late |mid-)?(?:\w+ ){0,4}?(?:19|20)\d\d|"
        r"be \w+(?:ed|en) (?:at least )?(?:\w+ ){0,2}by (?:the |our |their |both |senior |foreign )*(?:leaders|ministers|officials|presidents|prime ministers|parties|two sides|sides|committee|commission|secretariat)\b"
    ),
    echoes=(
        r" that it (?:(?<=confirm that it )|(?<=confirms that it )|(?<=confirmed that it )|(?<=affirm that it )|(?<=affirms that it )|"
        r"(?<=affirmed that it )|(?<=announce that it )|(?<=announces that it )|(?<=announced that it )|(?<=declares that it )|(?<=declared that it )|"
        r"(?<=states that it )|(?<=stated that it )|(?<=reiterates that it )|(?<=reiterated that it )|(?<=pledges that it )|(?<=pledged that it ))$"
    ),
    pronoun=r"\bwe$|^those (?:of us|who|members|parties|states|countries)\b",
    auxiliaries=frozenset("are is were was been has have had".split()),
)
