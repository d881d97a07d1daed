"""English clauses: the verbs that act, those that only speak, and how they are joined.

English verbs bear no mark, so they are known by list; those that are also nouns act only before an object.
"""

from suivi.reader.flat import AnyOf
from suivi.reader.head_first import HeadFirst
from suivi.reader.languages.en.heads import ACTION, ADVERBS, PREDICATES
from suivi.reader.lexicon import one_of, spaced

_ACTING = frozenset(
    """
    accelerate achieve   adapt address adopt advance advocate align allocate amplify analyse analyze appoint apply arrange
    ascertain assess assist attract avoid begin bolster boost bring build carry celebrate chair collaborate combat commemorate
    commence commission commit communicate compile complete conclude conduct confirm confront connect consider consolidate consult
    continue contribute convene cooperate co-operate coordinate co-ordinate counter create cultivate deepen defend define deliver demand
    demonstrate deploy designate determine develop devise diminish direct discuss disseminate diversify draft draw eliminate embed
    empower enable encourage endeavour endeavor enforce engage enhance enlarge enrich ensure establish evaluate examine exercise expand
    expedite explore extend facilitate finalise finalize foster fulfil fulfill gather generate give grow guarantee harmonise harmonize
    help hold honour honor identify implement improve include inform initiate institute integrate intensify introduce invest invite
    join jointly keep launch leverage lower maintain make manage maximise maximize meet mobilise mobilize modernise modernize monitor
    multiply negotiate nominate nurture observe obtain open operationalise operationalize oppose optimise optimize organise organize oversee
    participate perform pilot preserve prepare prevent prioritise prioritize produce promote propose protect provide publish pursue
    raise ratify   realise realize recruit reduce refine reinforce reject release remove renew replace resolve respect respond
    restore resume revitalise revitalize safeguard scale secure send serve set settle share simplify solidify stimulate streamline
    strengthen strive submit supply sustain tackle take test trade translate update upgrade uphold use utilise utilize vaccinate
    widen work broaden host support exchange study review sign plan seek partner train visit design fund finance research
    step stand act aim move look build co-host co-chair co-develop co-produce decarbonise decarbonize   detect dismantle
    formalise formalize grant increase inspect install lead license lift list market measure narrow nominate offer operate order phase
    pledge pool present press probe process procure pull push put     record regulate report request rescue
    return ring schedule second set-up showcase speed sponsor staff start stop strengthen structure target task top transfer trial
    undertake unlock urge verify   withhold write pave highlight harness accede enter elevate ease drive confer conserve convey
    educate empower equip exploit fight follow forge form further guide link mainstream map match mentor minimise minimize
    mitigate normalise normalize outline overcome persuade place pool popularise publicise reach rebuild restrict
    revise reform screen shape solve spread standardise standardize stabilise stabilize structure tailor tap transform transition
    """.split()
)

_ACTING |= frozenset(
    """
    abolish abstain accept accommodate acquire activate add administer advise   afford aid allow amend announce answer anticipate
    approve arm ask assign assume assure attend audit authorise authorize award ban bear benefit block bridge brief calculate call
    calibrate campaign cancel care certify change check choose circulate clarify classify clear close co-fund co-organise co-organize co-sponsor codify collect
    come commemorate compare compensate compete complement comply compose concentrate condemn connect construct contain contest continue
    control convert convince correct cover criminalise criminalize cross curb curtail cut deal decide decrease dedicate defeat
    defuse demine denounce deny deport depoliticise describe destroy deter devote diagnose digitalise digitalize digitise digitize disarm disclose
    discourage discover disrupt distribute divide document donate double earmark educate elaborate elect electrify eliminate
    employ enact encrypt end endorse endow enforce engage enlist ensure entrust envisage equip eradicate escalate estimate evacuate evolve
    exclude execute exempt exhibit expect experiment explain expose express extradite familiarise fast-track feed fill finalise fix fly forbid forge
    formulate forward free freeze fuel fulfil gain gear go govern graduate halt halve handle hear heighten hire humanise ignite illustrate immunise incentivise incentivize
    incorporate incubate index induct influence infuse inject innovate inspire install instil instill insulate insure intercept interconnect interact
    interdict interlink intervene inventory investigate involve isolate issue jail jump-start join kick-start learn legislate lend let
    liberalise liberalize liaise limit live localise localize locate loan lock log maintain manufacture mandate master mediate memorialise
    modify multiply nationalise neutralise neutralize   notify offset opt organise outlaw overhaul patrol pay penalise phase pioneer police popularize pose
    position possess post postpone power practise practice preclude predict preempt prescribe print privilege professionalise proceed procure profile prohibit
    promulgate prosecute provision punish purchase qualify quantify question quell ramp rally reach react read readmit reallocate reap
    reassert reassess rebalance receive recommend recommit reconcile reconfirm reconstruct reconvene recover rectify recycle redirect redouble redress
    reestablish re-establish refer refine reflect reforest refurbish refuse register rehabilitate reinstate reintegrate reiterate relate relaunch relieve relocate rely
    remedy remind render renovate reopen reorganise repair repatriate repeal replenish replicate represent rescue research resettle
    reshape resist respond restructure retain retrain retrofit reuse reverse revive revisit reward roll rotate safeguard sanction satisfy save
    scrutinise search seize sell sensitise sensitize separate shift shorten show simulate site situate socialise specialise specialize specify
    speak split spur staff stand state steer stipulate stock stockpile store study subsidise subsidize substitute succeed suggest supervise suppress surmount
    survey survive suspend sustain switch synchronise synchronize systematise tabulate teach televise tell terminate think thwart tighten trace track train transcend
    transmit transport travel treat triple turn twin uncover underpin understand undo unify unite utilise utilize validate value vary
    abide absorb access accompany accomplish adjust advertise allay alleviate appraise articulate attain augment avert await bar blend capitalise capitalize
    cast catalyse catalyze cement champion channel chart clean co-create coach combine counteract customise debate decouple defer de-escalate delegate
    demarcate disaggregate disburse discharge discontinue dispatch dispel divert elicit embody embrace enrol entrench exert export fabricate favour
    feature flag galvanise galvanize hasten head impart import impose inaugurate insert institutionalise institutionalize internationalise
    internationalize invigorate jumpstart lay mark merge mount mutualise name orchestrate orient partake pass persevere pinpoint plant play pre-empt
    prolong prompt propagate propel quadruple rationalise rationalize reactivate recast reclaim reconstitute redefine redesign re-energise re-energize
    refrain regain regularise regularize reinvigorate relax renegotiate rescind restart restrain rethink retrieve ring-fence scope seal shield source
    spare spotlight stem strategise strategize subscribe supplement synergise trigger unleash unveil upskill usher
    verify vet view volunteer waive warn weigh   win wind withdraw yield
    """.split()
)

_NOUNS_TOO = frozenset(
    """
    access bar blend cast champion channel chart clean coach debate delegate discharge dispatch export feature flag head import lay mark mount name pass plant
    play prompt restart scope seal shield source spare spotlight stem supplement trigger
    accept advance aid ban benefit block bridge brief call care change check close control cover cross cut deal double end exhibit experiment fix forward freeze fuel
    gain gear handle index influence inventory issue jail jump-start let limit live loan lock log mandate   patrol pay police pose position post power practice print privilege profile
    purchase question read recover research retrofit return reuse reverse reward roll sanction save search shift show site state stock store study substitute survey switch tell track transport travel
    treat turn twin value view volunteer win wind yield provision document feed fill free go incline incubate initial kick-start learn sell separate split steer stand add ask attend come bear award assign arm answer audit
    act address aim approach balance chair commission contact contract demand design direct draft draw drive exchange
    exercise finance focus form fund further guide help highlight host increase launch lead leverage licence license lift link list
    look lower map market master match measure monitor move narrow network offer open order partner phase pilot place plan pledge pool
    present press probe process produce project progress pull push put rank reach record reform release report request rescue research
    respect result return review ring sample scale schedule screen second secure set shape share ship showcase sign sponsor staff
    stage stand start step stop structure study supply support survey tailor tap target task test tie top trade transfer transition
    trial trust urge use view visit vote work
    """.split()
)

_BASES = (
    _ACTING
    | {
        "tie",
        "focus",
        "network",
        "approach",
        "constitute",
        "roll",
        "mainstream",
        "reiterate",
        "adhere",
        "harness",
        "spearhead",
        "embark",
    }
    | set(
        """
    shore carve craft cushion decommission deconflict delink demilitarise demilitarize derisk enshrine erect foil fortify guard kickstart
    leapfrog lessen magnify moderate monetise monetize motivate navigate recalibrate redeploy refresh rejuvenate repurpose reset retool
    reunite withstand anchor automate benchmark broker bundle capacitate categorise categorize collate harvest indigenise indigenize mentor
    realign listen reciprocate refocus reunify underwrite synthesise synthesize regionalise regionalize uplift
    """.split()
    )
)
_PREFIXED = frozenset(f"{before}-{verb}" for verb in _BASES for before in ("co", "pre", "re", "de", "fast", "cross"))


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    doubled = (
        "set",
        "put",
        "step",
        "stop",
        "plan",
        "map",
        "cut",
        "begin",
        "commit",
        "confer",
        "transfer",
        "submit",
        "tap",
        "equip",
        "compel",
        "top",
    )
    return verb + (verb[-1] if verb in doubled else "") + "ing"


_GERUNDS = frozenset(map(_gerund, _BASES)) - {
    "including",
    "meeting",
    "training",
    "following",
    "building",
    "funding",
    "planning",
    "marketing",
    "processing",
}
_NOUN_GERUNDS = frozenset(
    {
        "building",
        "training",
        "funding",
        "planning",
        "meeting",
        "working",
        "sharing",
        "financing",
        "testing",
        "monitoring",
        "reporting",
        "screening",
    }
)

# Gerunds that open the recitals of a declaration, never its commitments.
_RECITALS = frozenset(
    "acknowledging recognizing recognising noting considering reaffirming welcoming recalling observing respecting highlighting "
    "declaring affirming reiterating confirming".split()
)

_OBJECT = (
    r" +(?:the|a|an|our|their|its|his|her|this|these|those|such|each|any|all|both|every|joint\w*|more|further|new|closer|greater|stronger|"
    r"that|bilateral|multilateral|mutual|information|intelligence|on the|cooperation|co-operation|collaboration|exchanges|efforts|ways|best|good|one|two|"
    r"regular|annual|concerted|continued|maximum|people|research|trade|investment|women|youth|young|partnerships|opportunities|people-to-people|global|regional|international|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|thirty|forty|fifty|sixty|hundred|several|\w+ly|up|out|into|together|side by side)\b"
)

GRAMMAR = HeadFirst(
    predicates=PREDICATES,
    verbs=_BASES | _PREFIXED | _GERUNDS | _NOUN_GERUNDS,
    ambiguous=_NOUNS_TOO | _NOUN_GERUNDS,
    adjectives=frozenset(
        "open secure free fair clean clear direct complete lower double live separate second advance select   moderate".split()
    ),
    certain_object=r" +(?:the|an?|our|their|its|new|up|all|any|each|this|these|two|more)\b",
    leaning=frozenset(
        "share host launch sign meet lead guide tackle address review monitor train release increase fund help stage put set draw pull push act second "
        "exchange report use test request support advance double end limit issue treat control track store patrol close add attend accept award purchase recover reverse save".split()
    ),
    not_verbs=_RECITALS | frozenset({"including", "regarding", "concerning", "following", "jointly", "include"}),
    no_verb=(
        r"the|an?|our|their|its|this|these|that|it|each|all|such|both|any|closer|further|more|greater|full|of|in|on|which|"
        r"strong\w*|\w+(?:tion|ment|ness|ity|ship|ance|ence|ism)s?"
    ),
    verb_form=r"(?!)",
    before_object=_OBJECT,
    after_noun=r" *(?:[;.:]|$|,(?! (?:by|in|before|from|within|as (?:of|early|soon)|no later|where|starting|through|at)\b))| +(?:of|for|and|or|is|are|was|were|among|has|have|will|that|which|to the extent|as|at|programmes?|programs?|visits?|students?|rates?|schemes?|activities|mechanisms?|agreements?|groups?|centres?|centers?|opportunities|"
    r"initiatives|networks?|platforms?|trips|exercises|measures|services?|systems?|policies|policy|organi[sz]ations|institutions|infrastructure|relations|ties|links|cooperation|partners?|industry|sectors?|chains?|"
    r"capacity|capabilities|issues|security|finance|flows?|barriers|facilitation|promotion|management|personnel|officers|staff|teams?|levels?|events?|technolog\w+)\b",
    opens_subject=(
        r"(?:said|president|prime minister|premier|chair(?:man|woman|person)|foreign minister|secretary|king|queen|mrs?\.?|ms\.?|the|an?|our|their|its|his|her|this|these|those|such|each|both|all|we|they|it|he|she|that|officials?|ministers?|leaders?|experts?|"
        r"representatives|participants|parties|sides|two|any|no|\w+ly|also|further|\w+ed|agree|decide|commit|undertake|pledge|resolve|intend|will|shall|would|is|are)\b"
    ),
    destined=r"(?!(?:they|we|it|he|she|this|these)\b)(?!(?:(?! to )[^,;.:()]){0,70}\b(?!united\b)\w{3,}ed\b)(?P<who>[^,;.:()]{2,70}?) +to +(?=[a-z])",
    entrusts=frozenset({"with"}),
    gathers=r"(?:re)?(?:meet|convene|gather|assemble)\b",
    series=r"(?:agree (?:up)?on|call (?:up)?on|call for|urge|invite|encourage|review|consider|support|celebrate|meet|visit|reflect)\b",
    suffix="ing",
    clitic_ends=("ly",),
    clitics=rf":? *(?:(?:{ADVERBS}|to(?= [a-z]) ?) +|to +)*",
    pronoun=r"(?!)",
    adverbs=r" *(?:together|further|jointly|\w+ly)? *",
    preposition=r"(?:to |will |shall )",
    delegates=r"(?:task|instruct|direct|mandate|charge|ask|request|commission) (?:our|the|their|its|both|senior|relevant) [^,;.]{3,70}? to (?=[a-z])",
    promising=("commitment", "resolve", "determination", "intent", "pledge", "decision"),
    hint=r"\b(?:commitments?|resolve|determination|intentions?|intent|pledges?|decisions?) (?:to|of) (?:\w+ly )?(?!the\b|an?\b|our\b|their\b|its\b)[a-z]",
    persons=("who ", "whom ", ", which "),
    futures=frozenset({"will", "shall"}),
    purpose=r"(?:\w+ly |further |better )?(?:improve|enable|ensure|continue|strengthen|enhance|help|allow|facilitate|support|promote|pursue|contribute|maximi[sz]e|meet|address|reduce|increase|foster|advance)\b",
    alike=r"(?:further |also |\w+ly )*(?:strengthen|deepen|expand|enhance|broaden|intensify|increase|step up|bolster|reinforce|boost|redouble|widen|consolidate|continue)(?:ing)?\b|(?:deepen|broaden|intensify|increas|bolster|reinforc|enhanc|boost|widen)ing\b",
    shelters=r"\b(?:which|who|that|where|when|if|as|while|how|what)\b",
    conjunction=r"and(?= )|or(?= )|as well as(?= )|and to also(?= )|while also(?= )",
    contrast="while|whereas|whilst",
    preambles=r"(?:recalling|committing|resolved|determined|desirous|eager|anxious|desiring|wishing|convinced)\b",
    besides=r"(?:vow|pledg|promis|agree|committ)ing\b",
    renews=frozenset({"reiterate", "reaffirm", "renew", "reconfirm"}),
    agrees=r"agree (?:(?:an?|common|joint|terms|the (?:terms|text|modalities|details)) |(?:up)?on (?:an? |common |joint |shared |ways |steps |measures |how |next |priorit|the (?:\w+ )?(?:text|list|terms|details|modalities|dates?|procedures|arrangements)\b))",
    tells_that=r"[^,;]{0,40}\bthat\b",
    others_doubted=True,
    told_in_past=r"\b(?:welcomed|supported|noted|recogni[sz]ed|acknowledged|discussed|reviewed|endorsed|commended|recalled|underlined|stressed|emphasi[sz]ed|highlighted|met)\b",
    says_that=r" that (?:(?<=said that )|(?<=says that )|(?<=saying that )|(?<=added that )|(?<=stated that )|(?<=indicated that ))",
    besides_the_line=r"\b(?:which|who|whom|whose|if|when|where|while|as|because|so that|until|how|what|convinced that|recogni[sz]ing that|believ\w+ that)\b[^,;]*$",
    own_goal=r"(?:our|their) (?:\w+ )?(?:goal|objective|aim|ambition|intention|priority)\b",
    as_subject=r"(?!)",
    as_subject_words=AnyOf(()),
    copula=r"(?:is|are|was|were) +to +(?!be\b)",
    being=r"be +(?!(?:\w+ly +)?(?:\w+ed|held|made|set|built|given|taken|sent|drawn|put|undertaken|written|chosen|led|found|done)\b)",
    asks_for_nouns=r"\b(?:commit\w*|dedicated|pledges?|readiness|willingness)\b",
    mere=" and ",
    unfinished=r" (?:of|for|with|to|on|in|into|from|about|towards?|against|at|upon|over)$",
    shared_object=r"(?:\w+ly +|jointly +)?\w+ +(?:it|them)\b",
    oxford=True,
    joins=rf"(?:^|(?<= )|, *)(?P<conjunction>(?:and|or|but|as well as|and then) +)(?:{ADVERBS},? +|have +|has +|are +|is +|were +|was +|remain +|remains +|stand +|to +|(?:they|we|both sides|the (?:two )?(?:sides|leaders|ministers|parties|countries)) +(?:also +)?)*",
    opening=(
        r"(?:in|on|at|under|with|within|through|by|to|for|as|building|drawing|recogni[sz]ing|pursuant|consistent|following|given|based|further|"
        r"where|while|during|before|after|from|via|over|across|beyond|alongside|together|using|taking|leveraging|mindful|bilaterally|jointly|guided|"
        r"including|noting|recalling|considering|acknowledging|reaffirming|convinced|inspired|when|subject|\w+ly)\b"
    ),
    light=spaced(
        r"(?:(?:continue|continuing|strive|striving|endeavou?r|endeavou?ring|seek|seeking|aim|aiming|commit|begin|start|work|working|pledge|help|look) to |"
        r"(?:work|working|collaborate|collaborating|cooperate|co-operate|cooperating|act|acting|join forces|partner|partnering|join hands|(?:make|exert|continue|maintain)(?: (?:their|our|its|joint|every|continued|all|further|possible))* efforts|step up efforts|strengthen efforts|"
        r"redouble efforts|intensify efforts|do (?:our|their|its|the) (?:utmost|best)|(?:take|taking)(?: (?:further|concrete|joint|practical|additional|urgent|all necessary|the necessary|collective))* (?:action|actions|steps|measures)|redouble (?:our|their) efforts|coordinate)"
        r"(?: together| closely| jointly| actively| bilaterally| hand in hand| side by side| in tandem| in partnership| in concert| in coalition| constructively)*(?:,? (?:and )?with [^,;.]{3,50},)? to |"
        r"be |(?:continue|continuing) (?=\w+ing\b))"
        r"(?:jointly |further |better |actively |also |closely )*"
    ),
    says_so=r"[,”\"] said (?:the|a|an|their|its) [\w' -]{3,50}|[,”\"] (?:it|he|she|they|(?:the|a|an|their|its) [\w' -]{3,50}|(?:the|an?) (?:joint |press |final )*(?:statement|communiqu[eé]|declaration|release)\b[^,;.]{3,120}?) (?:said|says|added|noted|stated|read|reads)\b",
    on_areas=r"\b(?:areas?|scope|fields?|forms?|activities|modalities) of (?:\w+ )?(?:co-?operation|collaboration|the \w+)\b[^.;:]{0,50} (?:includes?|comprises?|consists? of|shall be|are|will be|cover)[^.;:]{0,40} *:$",
    trailing=(
        r", who will be | because |, which (?:will|would|shall) (?:be (?:(?:co-)?chaired|led|headed|hosted|overseen|composed|made up|based|responsible|focused)|"
        r"focus|serve|include|provide|cover|bring|act|comprise|aim)\b"
    ),
    areas_are_none=True,
    main_line=r", (?:the |both |all |our |these )?(?:two |three |four |respective )?(?:governments?|parties|sides|leaders|ministers|countries|participants|presidents|prime minister|partners|members?|we|they)\b",
    verb_unknown=(
        r"(?<=[a-z] )(?<! to )(?<! and )(?<! or )(?<!ly )(?<! not )(?<! the )(?<! of )(?<! for )"
        + one_of(sorted(_ACTING))
        + r" (?:our|their|its|the|us)\b"
    ),
    of_areas=r"\b(?:areas?|fields?) of (?:\w+ )?(?:joint|mutual|common|shared) interest *:$|\b(?:in|across|around|covering|within) (?:(?:the|these|following|two|three|four|five|six|seven|several|key|main|priority|various|new) ){1,4}(?:areas?|fields?|domains|sectors|themes|axes|pillars|tracks)(?: of (?:mutual|common|shared) interest)? *:$",
    aside_said=r",[”\"]? (?:(?:(?:it|he|she|they|(?:the|a|an|their|its) [\w' -]{3,50}) (?:said|says|added|noted|stated|read|reads)\b)|(?:while )?(?:noting|recogni[sz]ing|acknowledging|emphasi[sz]ing|stressing|underlining|underscoring|highlighting|adding|recalling|saying)\b)",
    governs=(
        r"(?<=\w )(?:that|which|who) +(?:are|is|have|has) |"
        r"\b(?:to|can|could|may|might|in order +to|so as +to|help|helps|(?<=\w )that|which|who) +(?:\w+ly +|better +|further +|jointly +)?"
        + one_of(sorted(_BASES))
        + r"\b"
    ),
    governs_form=(
        r"\b(?:by|through|while|when|in|of|for|from|with|on|towards?|to|at|and) +(?:\w+ly +)?"
        + one_of(sorted(_GERUNDS | _NOUN_GERUNDS))
        + r"\b"
    ),
    nominal=ACTION,
    act_of=r"(?:(?:the|an?) +)?(?:joint +|early +)?\w+ +of\b",
    determined=r"(?:our|their|its|this|these|the|that|such|his|her)\b",
    elaborates=(r"(?:this|these|it|they|such [\w-]+) (?:includes?|covers?|comprises?|reflects?|builds? on)\b"),
    recital=(
        r"(?:while \w+ing\b|knowing|acknowledging|recogni[sz]ing|noting|considering|reaffirming|welcoming|recalling|observing|respecting|highlighting|declaring|affirming|"
        r"reiterating|confirming|desiring|wishing|conscious|mindful|convinced|having|bearing|emphasi[sz]ing|stressing|underlining|underscoring|aware|guided|"
        r"inspired|appreciating|committed|committing|determined|resolved|seeking|aiming|believing|expressing|sharing|building (?:up)?on|drawing (?:up)?on|taking|following|given|as (?!part |of |an? |early |a )|in (?:light|view|recognition) of|despite|against the backdrop)\b"
    ),
    lead_out=r"\b(?:includes?|comprises?|consists? of) *:$|\b(?:issued|released|made|adopted|published) the following [^.;:]{0,60}:$|\bthe (?:full )?text (?:of|follows|is)\b[^.;:]{0,90}:$|\b(?:we|they|ministers|leaders) (?:are|have|were|had) *:$|\b(?:welcomed|noted|recogni[sz]ed|discussed|acknowledged|recalled) *:$",
    lead_in=(
        r"\b(?:will|shall|agree[sd]?|commit\w*|intends?|pledge[sd]?|undertakes?|decide[sd]?|seek|plan(?:ned|s)?|resolve[sd]?|determined|aims?|to|following|as follows)"
        r"\b[^.;:]{0,60} *:$"
    ),
)
