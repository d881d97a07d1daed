"""What pairing language versions needs of English: words by concept, how numbers are written, how firm a promise is.

A line of the glossary is a concept and its words, parted by “|”; beginnings of words suffice, and “_” stands for a
blank at the end of one. A concept that begins with “@” is a name: one that stands in one version only is told.
"""

from suivi.reader.languages.language import Numbers, Strength, Versions
from suivi.reader.lexicon import glossary

VERSIONS = Versions(
    numbers=Numbers(
        decimal=".",
        scales={"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000},
        words={
            "thirteen": 13,
            "fourteen": 14,
            "fifteen": 15,
            "sixteen": 16,
            "eighteen": 18,
            "twenty": 20,
            "thirty": 30,
            "forty": 40,
            "fifty": 50,
            "sixty": 60,
            "eighty": 80,
        },
    ),
    strength=Strength(
        zone=110,
        hoped=r"\b(?:hopes?|aspir\w+|may|could|might|wish)\b",
        sought=r"\b(?:seeks?|endeavou?rs?|strives?|works? towards?|working towards?|makes? (?:every )?efforts?|best efforts|explores?|considers?|stud(?:y|ies)|look into|examines? (?!.{0,30}(?:implementation|progress))|where possible|as appropriate)\b",
        planned=r"\b(?:intends?|plans? to|expects? to|aims? to)\b",
    ),
    concepts=glossary(
        """
security security
defence defence|defense|militar|armed forces
maritime maritime|at sea
trade trade|commerc|export|import
investment invest
tariff tariff|customs
supply-chain supply chain
critical-minerals critical mineral|rare earth|lithium
mining mining|mine
energy energy|electricity|power grid
hydrogen hydrogen|ammonia
nuclear nuclear|reactor
wind-solar wind|solar|renewable
gas-oil natural gas|lng|oil
climate climate|emission|carbon|net zero|greenhouse
environment environment|pollution|plastic
biodiversity biodiversity|nature|wildlife
forest forest|wildfire|timber
ocean ocean|coastal|marine
fisheries fish|iuu
arctic arctic|antarctic|polar
water water|river|flood
agriculture agricultur|food|farm|rice
health health|disease|tuberculosis|vaccine|pandemic|medical|hospital
culture cultur|heritage|museum|arts|artist
audiovisual film|audiovisual|broadcast|coproduction
education education|school|teacher|universit|curricul
students student|youth|young
language language course|korean language|french language
science science|scientif|research
technology technolog|innovation
digital digital|internet|online
ai artificial intelligence|ai safety|_ai_
semiconductor semiconductor|chip
quantum quantum
cyber cyber
space space_|satellite|lunar
telecom 5g|6g|telecommunication
data data
privacy privacy|personal information
battery batter
automotive vehicle|automotive
shipbuilding ship|vessel
port-shipping port_|shipping|maritime transport
aviation aviation|flight|air services|airport
transport transport|rail|corridor|logistics
infrastructure infrastructure
finance financ|bank|fund
tax taxation|tax_
business compan|business|enterprise|sme|start-up|startup
labour labour|labor|worker|employment
mobility mobility|visa|working holiday|travel
tourism touris|visitor
migration migrat|refugee
women women|gender|girls
human-rights human rights|freedom
democracy democra
rule-of-law rule of law|rules-based|international law|norm
disinformation disinformation|information integrity
development development assistance|development cooperation|official development|oda
humanitarian humanitarian|disaster|emergency
peacekeeping peacekeeping|peace operations|peace_
sanctions sanction
nonproliferation non-proliferation|nonproliferation|disarmament|denuclear
terrorism terroris|extremis
crime crime|police|drug|traffick|law enforcement
detention arbitrary detention
consular consular|diplomat
negotiation negotiat
agreement agreement|treaty|convention
mou memorandum|mou|arrangement
free-trade free trade|economic partnership agreement|fta|ckfta|cepa
sign sign_
conclude conclude|finali
dialogue dialogue|talks|consultation|discussion
meeting meeting|summit|convene|meet_
committee committee|commission|council|board
working-group working group|task force|joint team
forum forum|conference|workshop|seminar
ministers minister
leaders leaders|president|prime minister
officials officials|director|senior
information-sharing share information|exchange information|information sharing|share_|intelligence
best-practices best practice|experience|lessons
study study|explore|assess|examine|review options|feasibility
training train_|training|capacity
experts expert|specialist|technician
exchange-visits exchange|visit
project project|programme|program|pilot
centre centre|center|institute|laborator
exercise exercise|patrol
early-warning early warning|disruption
year-of year of|anniversary
report report_
progress-review review progress|progress|implementation|take stock|follow-up
standards standard|certificat
market-access market access|barrier
industry industr|manufactur
creative creative industr|content
sport sport|games|olympic
archives archive|library
local provinc|cities|municipal|local government
indigenous indigenous|first nations
parliament parliament
civil-society civil society|people-to-people|non-governmental
veterans veteran
intellectual-property intellectual property|patent
competition competition
outreach public|awareness|campaign
strengthen strengthen|deepen|enhance|reinforce
expand expand|increase|widen|double|broaden
promote promote|encourage|support
establish establish|create|set up|launch|found_
combat combat|counter|fight|address|tackle
@un united nations|un_
@asean asean
@nato nato
@wto world trade organization|wto
@who world health organization
@g7 g7
@g20 g20
@apec apec
@oecd oecd
@eu european union|eu_
@iaea iaea|international atomic energy agency
@unesco unesco
@mikta mikta
@ottawa-group ottawa group
@interpol interpol
@indo-pacific indo-pacific
@north-pacific north pacific
@pacific-islands pacific island
@southeast-asia southeast asia
""",
        stems=True,
    ),
)
