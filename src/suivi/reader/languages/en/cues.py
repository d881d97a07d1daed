"""English cues of the kinds of cooperation: the governing verb first, then what it is about (rule R8)."""

from typing import Final

from suivi.reader.languages.en.kinds import POINTS
from suivi.reader.languages.language import Cues
from suivi.reader.lexicon import Lexicon

Table = dict[tuple[str, int], str]


def _cues(table: Table) -> dict[str, tuple[str, int]]:
    return {phrase.strip(): cue for cue, phrases in table.items() for phrase in phrases.split("|")}


# Stems, at the verb or shortly after it; a verb that says little (“provide”, “carry out”) is left to its object.
_VERBS: Final = _cues(
    {
        ("study", 10): (
            "map out|undertake an assessment|carry out an assessment|conduct an assessment|conduct a survey|conduct a review|undertake a review|commission a study|"
            "launch a study|launch a feasibility|launch a joint study|launch a joint feasibility|prepare an inventory|prepare common criteria|"
            "develop a shared understanding"
        ),
        ("study", 9): (
            "study|studies|carry out a stocktake|conduct a stocktake|look at|take a closer look|explor|examin|analys|analyz|assess|consider|identify|identif|"
            "investigat|look into|build a better shared understanding|build a better understanding|deepen our understanding|deepen understanding|research|determin|"
            "evaluat|map|mapping|survey|reflect on|undertake a study|undertake a joint study|undertake research|carry out a study|carry out a survey|"
            "conduct a study|conduct a joint study|conduct joint studies|conduct research|compare|feasibility|mid-term evaluation|joint review|commission a|"
            "diagnos|understand"
        ),
        ("study", 8): ("stress-test|model|scope|look for|bring forward advice|provide advice|advise"),
        ("information", 7): (
            "report to|improve maritime domain awareness|enhance maritime domain awareness|improve domain awareness|strengthen information|enhance information|"
            "increase information|deepen intelligence|link our|set up a hotline|establish a hotline|establish a secure channel|keep each other informed|"
            "provide updates"
        ),
        ("information", 6): (
            "shar|compare notes|submit|communicat|inform|continue the sharing|continue sharing|pool|publish|publicat|notify|notif|disclos|disseminat|circulat|"
            "report on|report back|submit a report|submit reports|prepare a report|prepare a final report|prepare a progress report|release data|progress reports|"
            "keep each other|provide information|provide data"
        ),
        ("information", 5): ("give access|make public|make available"),
        ("information", 4): (
            "release the|release a|issue a joint warning|issue guidance|issue a warning|issue joint|create an online|set up a website|nominate a contact|designate a contact|"
            "nominate contact|designate contact|designate focal|nominate focal|exchang"
        ),
        ("dialogue", 7): (
            "prepare a first leaders|regularize|regularise|institutionalise|institutionalize|hold regular|remain in close contact|stay in close|"
            "maintain close contact|maintain regular|intensify contacts|intensify high-level|increase high-level|strengthen dialogue|deepen dialogue|"
            "enhance dialogue|continue high-level|maintain high-level|promote high-level|promote dialogue|strengthen political dialogue|exchange views|"
            "exchange visits|continue dialogue|maintain communication|keep communication|keep up talks|revive|reconstitute|pay a visit|visit"
        ),
        ("dialogue", 6): (
            "hold|organi|convene|conven|host|meet|meeting|consult|continue discussions|continue the dialogue|discuss|launch a high-level|launch a dialogue|"
            "resume the dialogue|establish a dialogue|reconven|co-host|co-chair|gather|resume talks|be held|take place|workshop|annual workshop|seminar|"
            "annual dialogue|come together|set up a steering committee|set up a working group|establish a working group|establish a joint working group|be set up|"
            "hold talks|talk|mark the|take stock|review"
        ),
        ("dialogue", 5): (
            "bring together|confer every|confer regularly|speak by|compare views|hold a round|reactivate"
        ),
        ("instrument", 7): (
            "accelerate negotiations|accelerate the negotiations|advance negotiations|advance the negotiations|intensify negotiations|reach an agreement|reach agreement in principle|work towards a bilateral agreement|work toward a bilateral agreement|agree on a new framework agreement|agree on an agreement|efforts toward the conclusion|efforts towards the conclusion|toward the acceleration of|towards the acceleration of|work towards the launch of negotiations|work toward the launch of negotiations|launch of negotiations|expedite negotiations|expedite consultations|accelerate negotiations|accelerate the negotiations|advance negotiations|advance the negotiations|"
            "resume negotiations|launch talks on|open talks|start talks on|explore an agreement|work toward the conclusion|work towards the conclusion|"
            "work toward concluding|work towards concluding|explore the possibility of concluding|early conclusion|initiate negotiations|commence negotiations|"
            "reach agreement on|pursue an agreement|pursue negotiations|bring into force|bring the agreement into force|enter into force|"
            "bring the treaty into force"
        ),
        ("instrument", 6): (
            "sign|ratif|negotiat|conclud|initial|complete the negotiations|complete negotiations|finali|continue negotiations|accede|enter into|amend|"
            "begin negotiations|start negotiations|launch negotiations|open negotiations|be signed|be concluded|renew|conclusion of|explore the conclusion|"
            "work toward an agreement|work towards an agreement|launch formal negotiations|launch exploratory discussions"
        ),
        ("instrument", 5): (
            "adopt an agreement|adopt a declaration|adopt a joint declaration|adopt a protocol|adopt a convention|adopt the declaration|adopt a memorandum"
        ),
        ("implementation", 7): (
            "make full use|ensure the full implementation|ensure full implementation|accelerate the implementation|accelerate implementation|"
            "advance the implementation|advance implementation|continue the implementation|continue implementation|continue to implement|"
            "ensure the effective implementation|effective implementation|full implementation|report regularly|draw up a roadmap|prepare a roadmap|"
            "develop a roadmap"
        ),
        ("implementation", 6): (
            "implement|carry out|follow up|follow-up|execut|apply|give effect|put into practice|operationali|deliver on|monitor the implementation|"
            "review the implementation|review progress|assess progress|oversee|fulfil|honour their|update this plan|draw up a work plan|give full effect|"
            "comply with|take stock of the implementation|take stock of progress|draw up a programme of work|prepare a work|prepare an action plan|"
            "develop an action plan|adopt an action plan|adopt a work|adopt a roadmap|draw up an action plan|develop a work|make better use|make use of|"
            "improve the use|follow through|take full advantage|take forward|deliver"
        ),
        ("advocacy", 5): ("defend|uphold"),
        ("advocacy", 6): (
            "raise awareness|raising awareness|lend support to|lend their support|give full support|stand together|speak out|hold accountable|call on|back the|"
            "back each other|work together in multilateral|mobilise support|mobilize support|make the case|making the case|press the case|stand up for|"
            "speak with one voice|lobby"
        ),
        ("advocacy", 4): (
            "advocat|denounc|condemn|demand|champion|urge|call for|respect|advance together|coordinate their positions|"
            "coordinate our positions|coordinate positions|oppose|speak|encourage other|persuade|press for|safeguard|reaffirm|work together in the united|"
            "cooperate in the united|cooperate in multilateral|collaborate in multilateral|counter disinformation"
        ),
        ("advocacy", 1): ("promot|support|protect"),
        ("capacity", 9): ("train|training"),
        ("capacity", 6): (
            "training of|strengthen the capacity|strengthen the capacities|build capacity|build the capacity|strengthen capacity|equip|educat|mentor|second|"
            "provide training|provide technical assistance|offer training|enhance the capacity|improve the capacity|improve the capacities|build the capacities|"
            "deliver training|develop a curriculum|development of a curriculum|conduct training|capacity building|capacity-building|teach|upskill|expand training|"
            "skill|build skills|building capacity|improve skills|transfer know-how|share know-how|coach|sponsor trainees"
        ),
        ("capacity", 3): ("assist"),
        ("project", 6): ("disburs|co-financ|match contributions|match fund"),
        ("project", 5): ("trial|lay a|lay the|plant|restor|interconnect|co-develop|develop a prototype|earmark"),
        ("project", 4): (
            "roll out|fund|financ|pilot|demonstrat|jointly develop|conduct joint research|invest|build|construct|deploy|procure|allocat|launch a call|"
            "install|co-fund|establish a fund|establish a joint fund|create a fund|establish a joint|establish a centre|establish a center|provide a loan|"
            "extend a loan|mobili|co-produce|supply|develop a joint|launch a joint research|launch a programme|launch a program|conduct a pilot|be created|"
            "complete an inventory|rehabilitat"
        ),
        ("mobility", 6): (
            "welcome visitors|issue work|waive visa|open direct|raise the quota|increase the quota|raise the age"
        ),
        ("mobility", 5): (
            "receive students|exchange students|exchange ship|exchange young|send students|send teachers|welcome students|expand academic|expand youth|"
            "expand student|expand educational exchange|increase student|increase exchanges|promote student|promote academic|promote youth|promote tourism|"
            "promote people-to-people|resume flights|resume direct|increase flights|promote exchanges|encourage exchanges|encourage student"
        ),
        ("mobility", 4): (
            "multiply the ties|expand people-to-people|facilitate the recruitment|increase the number of students|increase the number of scholarships|"
            "offer scholarships|award scholarships|issue visas|facilitate visas"
        ),
        ("season", 6): ("be marked by|mark the year"),
        ("season", 4): (
            "celebrate the year|commemorat|designate 20|designate the year|celebrate the anniversary|mark the anniversary|be designated"
        ),
        ("undertaking", 7): (
            "meet new|meet the challenge|meet challenge|meet shared|meet common|meet the need|meet need|meet our|meet their|meet its|meet these|meet the target|"
            "meet target|meet demand|meet growing|meet rising"
        ),
        ("undertaking", 5): (
            "build a more|build a better|build strong|building strong|build confidence|build ties|build partnership|build support|apply for|build on|build upon|building on|building upon"
        ),
        ("advocacy", 7): ("hold china|hold russia|hold iran|hold to account|hold those|hold perpetrators"),
        ("capacity", 5): (
            "help partners|help countries|assist partners|assist countries|support partner countries|help developing|assist developing"
        ),
        ("undertaking", 3): (
            "counter|deter|attract|expedit|elevat|link|integrat|adher|upgrade relations|upgrade the relationship|upgrade the partnership|take the partnership|"
            "bring the partnership|rebuild|remain|stand|sustain|resist|attain|adhere"
        ),
        ("undertaking", 2): (
            "harness|bolster|forge|cement|widen|nurtur|resolv|spur|stimulat|shape|contribut|upgrade|strengthen|deepen|enhanc|expand|increas|intensif|broaden|foster|advanc|manag|combat|cooperat|co-operat|collaborat|ensur|develop|consolidat|continu|"
            "honou?r|celebrat|leverag|diversif|improv|encourag|mak|facilitat|give|help|confront|multiply|bring|pursu|step up|work|address|maintain|tackl|"
            "reduc|prevent|fight|boost|accelerat|settl|serv|appoint|open|allow|rais|double|simplif|streamlin|moderni|end|limit|harmoni|align|reach|achiev"
        ),
        ("undertaking", 1): ("set|establish|creat"),
        ("patrol", 6): (
            "conduct joint patrols|conduct a joint exercise|conduct joint exercises|hold joint exercises|hold a joint exercise|participate in exercise|"
            "take part in exercise|conduct joint naval|conduct combined|conduct freedom"
        ),
        ("mutual_aid", 7): ("help each other|come to the aid|lend crews|dispatch teams|send relief"),
        ("early_warning", 8): ("alert|warn|notify each other of"),
    }
)

_OBJECTS: Final = _cues(
    {
        ("dialogue", 5): (
            "exchange of high-level visits|exchange of delegations|exchanges of delegations|leaders' meeting|ministerial meeting|foreign ministers' meeting|high-level exchanges|exchange of visits|2+2|strategic dialogue|consultative mechanism|"
            "roundtables|hotlines|sherpa|bilateral meeting|annual meeting|policy consultations|joint economic commission|next summit|next meeting|first meeting|"
            "steering group|sub-group|taskforce"
        ),
        ("dialogue", 4): (
            "dialogue|dialogues|consultations|consultation|meeting|meetings|summit|talks|roundtable|round table|council|joint committee|working group|"
            "steering committee|discussions on|discussions|workshop|workshops|seminar|seminars|conference|forum|business forum|trade mission|mission|visits|"
            "high-level visits|task force|political consultations|staff talks|symposium|committee|sub-committee|subcommittee|joint commission|coordination group|joint group|high-level group|governance group|experts group|group on|high council|cooperation council|"
            "ministerial|high-level engagement|strategic communication|contact group|officials' group|expert group|advisory group|delegations|delegation|coordination mechanism|consultation mechanism|dialogue mechanism"
        ),
        ("information", 6): (
            "secure line|secure lines|communication channel|communication channels|contact point|contact points|focal point|focal points|online library|joint warning|joint guidance|guidance for|guidelines|handbook|repository|"
            "register of|public register|sharing of|the exchange of"
        ),
        ("information", 5): (
            "point of contact|data exchange|exchange of data|exchange of information|sharing of information|information sharing|information-sharing|"
            "intelligence sharing|intelligence-sharing|domain awareness|situational awareness|detection platform|liaison officers|liaison officer|progress note|"
            "dashboard|registry|transparency|early access to data|satellite data|geological data|hydrological data|biometric|access for|public, once a year|"
            "dataset|datasets|annual report|joint report|common report|catalogue|atlas|observatory|contact list|joint assessment of threats"
        ),
        ("information", 4): (
            "warning data|tracking data|information|intelligence|best practices|best practice|good practice|good practices|knowledge|data|expertise|lessons learned|experience|experiences|"
            "risk profiles|statistics|findings|satellite imagery|forecasts|curricula|documentation|a report|progress report|final report|reports|guide|database|"
            "website|its results|the results of its|rights before|points of contact|lead agency"
        ),
        ("instrument", 5): (
            "concluding a|concluding an|conclusion of a|conclusion of an|conclusion of the|social security agreement|extradition treaty|free trade agreement|"
            "investment agreement|security of information agreement|status agreement|mutual logistics|acquisition and cross-servicing|double taxation|"
            "data access agreement|readmission agreement|air services agreement|negotiation of|signature of|signing of|ratification of|accession to|"
            "letters of intent|letter of understanding|into force|entry into force|into effect"
        ),
        ("instrument", 4): (
            "adopt a treaty|framework agreement|letter of arrangement|memoranda|memoranda of understanding|agreements"
        ),
        ("instrument", 3): (
            "agreement in principle|bilateral agreement|fta negotiations|free trade negotiations|agreement|memorandum of understanding|treaty|convention|mou|arrangement|negotiations|protocol|letter of intent|declaration of intent|status of forces|"
            "investment treaty|taxonomy|standards|common standards|mutual recognition"
        ),
        ("implementation", 6): (
            "progress review|timetable|calendar of|its recommendations|put into effect|put into practice|work programme for|plan of work"
        ),
        ("implementation", 5): (
            "full use of|utilisation of the agreement|utilization of the agreement|implementation of the agreement|implementation of the memorandum|"
            "implementation of the arrangement|implementation of the action plan|work programme|work program|implementation of this statement|"
            "implementation of the roadmap|follow-up actions|programme of work|program of work|state of implementation|implementation of the present|progress made"
        ),
        ("implementation", 4): (
            "implementation|plan of action|new action plan|mid-term review|annual review|stocktaking|scorecard|priorities of the agreement|priorities defined|priorities identified in|implementation of this|"
            "implementation of the plan|implementation of this plan|execution|outstanding questions|rules of origin|oversee implementation|utilisation|utilization|"
            "preferences|uptake|full advantage|interim report|agreed outcomes|commitments under"
        ),
        ("implementation", 3): (
            "action plan|work plan|outcomes of|conclusions of|results of|roadmap|road map|recommendations|programme of activities|this plan|the actions|"
            "progress under"
        ),
        ("project", 3): ("infrastructure"),
        ("project", 5): (
            "corridor|joint project|joint projects|joint financing|pilot projects|demonstration project|feasibility of a plant|green corridor|shipping corridor|"
            "transmission line|solar|wind farm|hydropower|power grid|electric grid|battery|shipyard|shipbuilding|submarine cable|undersea cable|cable|water supply|"
            "hospital|clinics|stockpile|joint research|research projects|joint research and development|research and development|research centre|research center|"
            "co-production|joint production|test bed|testbed|satellites|space mission|lunar|telescope|supercomputers|quantum|semiconductor|concessional|"
            "export credit|guarantee|development assistance|official development assistance|line of credit|credit line|seawalls|smelter|joint venture|factory|"
            "investment platform|refinery|co-investment|co-financing"
        ),
        ("project", 4): (
            "project|projects|research|r&d|prototyping|demonstration|demonstrations|clean technologies|joint funding|funding|scientific cooperation|"
            "joint development|hectares|trees|forests|reforestation|restoration|pilot|pilot project|fund|grants|loan|loan guarantee|facility|plant|"
            "reservoirs|reactor|port|railway|laboratory|satellite|farm|call for proposals|innovation|million|billion|equipment|network of|centre of excellence|"
            "incubator|start-ups|counter-drone|drone|drones|prototype|prototypes|software|single windows|single window|interconnection|watershed|earmarked"
        ),
        ("early_warning", 9): ("early warning|early-warning|disruptions|supply chain alert|crisis notification"),
        ("early_warning", 7): (
            "forecasts of drought|shortages|notify each other|shortfall|shortfalls|alert each other|supply shocks|monitoring mechanism"
        ),
        ("early_warning", 6): ("alerts|alert system|alert systems|warning system"),
        ("mutual_aid", 8): (
            "tabletop exercise|cyber exercise|simulation exercise|relief supplies|search and rescue|rescue|mutual assistance|mutual aid|evacuation|firefighting|"
            "firefighters|humanitarian assistance|disaster relief|civil protection|emergency response|disaster response"
        ),
        ("mutual_aid", 7): (
            "relief|roster of crews|lent|lend each other|on loan|fighting forest fires|forest fires|bushfires|fire-fighting"
        ),
        ("mutual_aid", 6): (
            "fire crews|help each other|relief teams|emergency teams|medical teams|search-and-rescue|incident management|emergency supplies|humanitarian relief"
        ),
        ("mutual_aid", 5): (
            "wildfire|wildfires|disaster|disasters|emergencies|cyclones|floods|earthquakes|tsunami|oil spills|assist one another|assist each other|"
            "come to each other"
        ),
        ("patrol", 8): (
            "exercise|exercises|combined training|naval visits|patrol|patrols|evasion|maritime surveillance|sanctions evasion|joint exercise|joint exercises|"
            "coast guard exercise|naval exercises|joint sails|boarding"
        ),
        ("patrol", 6): (
            "maritime activities|cooperative activities|joint sail|joint sailings|maritime operations|interoperability|deployment|deployments|port calls|"
            "ship visits|drills|drill|joint patrols|naval exercise|frigate|patrol aircraft|field training exercise|manoeuvre|manoeuvres|maneuvers|flotilla|"
            "air policing|joint operations|joint deployments|passing exercise|naval deployments"
        ),
        ("season", 9): (
            "year of cultural|cultural year|year of exchanges|festival|anniversary|year of|cultural season|season of|years of diplomatic relations|"
            "years of relations|diplomatic relations|exhibition|commemorative"
        ),
        ("season", 8): (
            "film week|cultural week|cultural programme|programme of exhibitions|jubilee|centenary|bicentenary|winter games|commemorative events"
        ),
        ("mobility", 8): (
            "youth mobility|working holiday|work permits|visas|visa|people-to-people|student mobility|mobility of|ties among governments|young people|scholarships|"
            "scholarship|exchange of lecturers|exchange of teachers|exchange of experts|exchange of students|recognition of professional|qualifications|recruitment|placements|labour mobility|direct flights|air services|"
            "tourism|professional mobility|exchange programmes|exchange programs"
        ),
        ("mobility", 7): (
            "youth exchanges|student exchanges|academic exchanges|students|student exchange|academic exchange|youth exchange|ship riders|young professionals|"
            "young leaders|language teachers|visitors|travellers|air connectivity|air links|working holidaymakers|working holiday makers|exchange programme|"
            "exchange program|people-to-people exchanges|people-to-people contacts|people-to-people ties|people-to-people links|seasonal workers|work rights|"
            "pensions|tourist|tourists|journalists|interns|erasmus"
        ),
        ("mobility", 6): (
            "age limit|working holiday scheme|quotas|quota|visa-free|visa waiver|electronic travel|residence permits|internship|sister cities|twinning|athletes|"
            "cultural exchanges|international students"
        ),
        ("mobility", 5): (
            "young|exchange officers|exchange participants|talent|work permit|skilled workers|diaspora|people to people|engineers|researchers|scientists|teachers|practitioners|"
            "working-holiday|working-holiday quota|university credits|credits|places under the youth"
        ),
        ("capacity", 6): (
            "course for|courses for|training course|training programme|training program|trainees|instructors|officers from|technical support|"
            "institutional capacity|professional development|short courses|workshops for|mentoring|expert deployment|secondment|secondments|analysts|"
            "judges and prosecutors|peacekeepers|peacekeeping training|teacher training|digital skills"
        ),
        ("capacity", 5): (
            "college|academy|language course|language courses|course at|courses at|capacity building|capacity-building|training|capacity of the public|capacities|internships|capacity|apprenticeships|fellowships|fellowship|"
            "technical assistance|skills|curriculum|training centre|training courses|workforce|technicians|courses|specialists|capabilities|vocational|"
            "placement of|regulators|trainers|scholars|public servants|pilots|flight training|police training|staff college|apprentices|coaching|know-how|mentors"
        ),
        ("study", 5): (
            "scoping|white paper|working paper|options paper|comparison of|joint assessment|stress test|baseline"
        ),
        ("study", 4): (
            "feasibility study|study on|joint study|feasibility|assessment of|options for|possibility of|ways to|opportunities for|survey|inventory|review of|"
            "evaluation"
        ),
        ("advocacy", 5): (
            "un security council|security council|human rights council|general assembly|arctic council|north atlantic council|climate ambition|paris agreement|"
            "reform of the united nations|un reform|wto reform|reform of the world trade|reform of the international|global governance|asean centrality|status quo|"
            "two-state solution|ceasefire|candidature|candidacy|non-permanent|disinformation|freedom of expression|press freedom|death penalty|"
            "sustainable development goals|2030 agenda|women, peace and security|international community|in the un|at the un|international fora|candidate|"
            "the case for|dispute settlement system|multilateral system|level playing field|world health assembly|international court|human rights defenders|"
            "one voice|common position|common positions|joint position|side event|resolutions|co-sponsor|world health organization"
        ),
        ("advocacy", 4): (
            "in multilateral forums|in multilateral fora|multilateral forums|multilateral fora|united nations|international organizations|"
            "multilateral institutions|human rights|rules-based|wto|g7|g20|global challenge|global declaration|health in the world|multilateral initiatives|"
            "democrac|based on rules|international order|bilateral and multilateral|dispute settlement|multilateral trading system|protectionism|economic coercion|"
            "denuclearisation|denuclearization|positions|international law|centrality|law of the sea|freedom of navigation|gender equality|rule of law|"
            "world trade organization|territorial integrity|non-proliferation"
        ),
        ("advocacy", 2): ("women|youth|peace"),
        ("undertaking", 3): (
            "migrant workers|ecosystems|biodiversity|fish stocks|habitats|wildlife|barriers|trade barriers|victims|bilateral trade|two-way trade|emissions|"
            "cooperation|co-operation|collaboration|partnership|relations|relationship|ties|engagement|efforts|links|resilience|market access|connectivity"
        ),
        ("undertaking", 0): (
            "in partnership with|in cooperation with|in collaboration with|in coordination with|in close cooperation with|in close collaboration with|"
            "in close coordination with"
        ),
    }
)

_DISCRETE: Final = (
    "produc|work towards the conclusion|work toward the conclusion|work towards the early|work towards the launch|work towards the expeditious|accelerate negotiations|accelerate the negotiations|hold|organi|conven|host|sign|ratif|conclud|negotiat|adopt|establish|launch|institut|publish|implement|set up|meet|draft|draw up|fund|financ|designat|"
    "appoint|open|inaugurat|complet|finali|present|submit|provide|send|deploy|conduct|study|examin|explor|review|carry out|create a|create an|exchange|"
    "share information|share|visit|co-chair|co-host|follow up|moderni|update|invite|take place|be held|sign|initiat|release|deliver|resume|introduce|direct|instruct|task|"
    "ministers to|officials to|train|establishment|launch|creation|organisation|organization|conclusion|signing|signature|negotiation|ratification|adoption|publication|holding|convening|"
    "workshop|seminar|pilot|develop a|develop an|start|begin|assess|identify|report|be |consider|map|inspect|inform|grant|extend|supply|apply|invest|reconvene|prepare|"
    "bring forward|advise|ask|second|procure|plant|contribut|offer|award|allocat|develop a|build a|build|construct|install|collect|survey|transfer|nominat|issue|monitor|evaluat|commission|make available|"
    "take part|participat|undertake a|undertake an|annual|clinical|joint|mid-term|serve as|settle|give|name|install|test|translate|register|compile|gather|reopen|extend|renew|accede|recruit|dispatch|exhibit|donate|"
    "return|rotate|celebrate|commemorat|mark|open|close|list|notify|circulate|respond|answer|elect|select|decide|agree on|agree a|co-fund|co-organi|add|expand the|upgrade|set"
)

_ONGOING: Final = (
    "enforc|impos|re-energi|energi|embrac|embed|counteract|curb|curtail|mitigat|amplif|scale up|scal|unlock|catalys|catalyz|optimi|maximi|minimi|transform|consult closely|coordinate closely|confer|"
    "cultivat|understand|unite|join forces|attract|stimulat|solidif|revitali|attain|resolv|shap|driv|harness|normali|stabili|de-escalat|secur|adher|stay|underpin|complement|spur|reap|defeat|"
    "meet new|meet the challenge|meet challenge|meet shared|meet common|meet the need|meet need|meet our|meet their|meet its|meet these|disrupt|degrad|adapt|create jobs|create conditions|create opportunit|create synerg|build capacit|build resil|hold accountable|demonstrat|remain|condemn|persever|rally|demand|insist|"
    "take advantage|take full|make progress|make full|mainstream|narrow|ease|heighten|invest in|be made|be given|be paid|be strengthen|be enhanc|be promot|be encourag|be mainstream|be intensif|be deepen|be maintain|be ensur|be given|mainstream|denucleari|strengthen|deepen|enhanc|intensif|broaden|foster|advanc|promot|support|encourag|ensur|combat|counter|fight|protect|preserv|uphold|maintain|continu|cooperat|co-operat|"
    "collaborat|work|contribute to the|improv|facilitat|help|assist|strive|leverag|diversif|tackl|address|prevent|defend|respect|boost|accelerat|consolid|pursu|enabl|empower|seek|"
    "aim|remain|rais|mak|align|coordinat|harmoni|limit|stop|end|eliminat|deter|guarantee|oppose|champion|safeguard|mobili|engag|reduc|increas|expand|develop|build on|build trust|build resil|"
    "realis|realiz|achiev|reach|grow|double|resist|stand|use|sustain|nurtur|bolster|reinforc|manag|simplif|streamlin|restor|rebuild|step up|give priority|bring|keep|look|raise"
)

# What is as often done once as always: the kind stands, and is doubted.
_VAGUE: Final = "provid|give|giv|make |making|shar|look |modernis|moderniz|denucleari|continue the|continuing the|clos|complete denucl"
# The same, unless it is said of one thing or of a number.
_SOFT: Final = "explor|consider|identif|respond|build|hold ch|hold ru|creat|continue build"

CUES = Cues(
    verbs=Lexicon({phrase: cue for phrase, cue in _VERBS.items() if phrase != "us"}, stems=True),
    objects=Lexicon(_OBJECTS, whole=True),
    discrete=Lexicon(dict.fromkeys(_DISCRETE.split("|"), True), stems=True),
    ongoing=Lexicon(dict.fromkeys(_ONGOING.split("|"), True), stems=True),
    vague=Lexicon(dict.fromkeys(_VAGUE.split("|"), True) | dict.fromkeys(_SOFT.split("|"), False), stems=True),
    one=r"\b(?:an?|one|two(?! (?:countries|sides|governments|parties|nations|peoples|economies))|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|(?!(?:19|20)\d\d\b)\d[\d,.]*) (?!(?:(?:more|closer|better|free|open|safe|stable|strong|sustainable|just|fair|common|shared|culture|range|wide|new|greater|partnership|security partnership|strategic partnership|understanding|relationship|environment|role|ceasefire|level|future|special|economy|region|world|society|spirit|contribution|rules|digital)\b)|\w+ manner)|\bthe (?:\w+ )?(?:number|quota|size|scale|ceiling|frequency) of|\bthe age limit|\bto (?!20\d\d\b)\d[\d,.]*\b",
    opening=r"(?:as|given|while|since|when|in|on|under|with|following|recogni[sz]ing|building|to)\b[^,;:]{2,160}, ",
    topic=r" (?<=[\w)] )(?:on|for|in|with|about|between|from|at|against|among|into|towards?|regarding|concerning|(?:related|relating) to|aimed at|focus(?:ed|ing) on) ",
    aside=(
        r" (?<=[\w),] )(?:in order to|so as to|so that|with (?:a view to|the aim)|by (?:\w+ly )?\w+ing|through|via|including|such as|notably|particularly|especially|in particular|under|within|"
        r"based on|building (?:up)?on|drawing on|in support of|in line with|in accordance with|in the context of|following|while|as part of|as well as|on the basis of|with due regard|"
        r"in the margins|on the margins|ahead of|before|after|which|that|who|to (?!the\b|an?\b|our\b|their\b|its\b|this\b|these\b|all\b|each\b|other\b|more\b|up\b|\d))"
    ),
    first=frozenset("new first next joint second third inaugural".split()),
    dated=frozenset(
        "year month spring summer autumn fall winter week end within next later early late january february march april june july august "
        "september october november december".split()
    ),
    stems={
        "explores": ("explor", "seek", "consider", "pursu"),
        "lasts": (
            "ensur",
            "promot",
            "support",
            "encourag",
            "facilitat",
            "foster",
            "help",
            "protect",
            "address",
            "advanc",
            "improv",
            "continu",
        ),
        "done": (
            "establish",
            "launch",
            "creat",
            "sign",
            "conclud",
            "hold",
            "host",
            "conven",
            "publish",
            "appoint",
            "set up",
            "complet",
            "open",
            "meet",
            "adopt",
        ),
    },
    loose=frozenset(
        "opportunities opportunity ways possibilities cooperation co-operation collaboration efforts practices experience experiences information "
        "knowledge expertise exchanges issues areas matters coordination".split()
    ),
    more=frozenset(
        "further more greater closer continue continued continuing continues enhanced deeper stronger efforts".split()
    ),
    promises=(
        r"\b(?:(?P<future>will|would|shall|should)\b|(?P<agreement>agree|concur|consent)|(?P<decision>decid|direct|instruct|task|mandat|ask|request|charge)|"
        r"(?P<commitment>commit|reaffirm|affirm|reiterat|determin|resolv|pledg|dedicat|undert|express|confirm|underscor|stress)|"
        r"(?P<intention>plan|inten|aim|seek|sought|look|strive|aspir|expect|propos|hop)|(?P<announcement>announc|launch))"
    ),
    points=POINTS,
    suffers=r"(?:be|been|hereby|take place|begin|start|commence|open|convene|meet|continue|resume|enter|proceed)\b",
)
