"""English cues of the kinds of cooperation: the governing verb first, then what it is about (rule R8)."""

from suivi.reader.languages.language import Cues
from suivi.reader.lexicon import Lexicon


def _cues(table: dict[tuple[str, int], str]) -> dict[str, tuple[str, int]]:
    return {phrase.strip(): cue for cue, phrases in table.items() for phrase in phrases.split("|")}


_VERBS = _cues(
    {
        (
            "study",
            6,
        ): "study|explor|examin|analys|analyz|assess|consider|identify|investigat|look into|build a better shared understanding|build a better understanding|"
        "deepen our understanding|deepen understanding|research|determin",
        ("information", 6): "exchang|shar|communicat|inform|continue the sharing|continue sharing|pool",
        (
            "dialogue",
            6,
        ): "hold|organi|convene|conven|host|meet|consult|continue discussions|continue the dialogue|discuss|launch a high-level|launch a dialogue|resume the dialogue|establish a dialogue",
        (
            "instrument",
            6,
        ): "sign|ratif|negotiat|conclud|adopt|initial|complete the negotiations|finali|continue negotiations|accede",
        (
            "implementation",
            6,
        ): "implement|carry out|follow up|execut|apply|give effect|put into practice|operationali|deliver on",
        (
            "advocacy",
            4,
        ): "promot|advocat|protect|defend|uphold|denounc|condemn|demand|support|champion|urge|call for|respect|advance together",
        (
            "capacity",
            6,
        ): "train|strengthen the capacity|strengthen the capacities|build capacity|build the capacity|strengthen capacity|equip",
        ("project", 4): "fund|financ|pilot|demonstrat|co-develop|jointly develop|conduct joint research",
        ("mobility", 3): "multiply the ties|expand people-to-people",
        ("season", 3): "celebrate the year|commemorat",
        (
            "undertaking",
            3,
        ): "strengthen|deepen|enhanc|expand|increas|intensif|broaden|foster|advanc|manag|combat|cooperat|co-operat|collaborat|ensur|develop|consolidat|"
        "continu|honou?r|celebrat|build|leverag|diversif|improv|encourag|us|mak|facilitat|creat|give|help|confront|multiply|bring|pursu|step up|work|address|maintain",
    }
)

_OBJECTS = _cues(
    {
        (
            "dialogue",
            4,
        ): "dialogue|dialogues|consultations|consultation|meeting|meetings|summit|talks|roundtable|council|joint committee|working group|discussions on|discussions",
        (
            "information",
            4,
        ): "information|intelligence|best practices|best practice|good practice|good practices|knowledge|data|expertise|lessons learned|experience",
        ("instrument", 3): "agreement|memorandum of understanding|treaty|convention|mou|arrangement|negotiations",
        ("implementation", 4): "priorities of the agreement|priorities defined|priorities identified in",
        ("implementation", 2): "action plan|work plan|outcomes of|conclusions of|results of|roadmap",
        (
            "project",
            4,
        ): "project|projects|research|r&d|prototyping|demonstration|demonstrations|clean technologies|joint funding|funding|scientific cooperation|joint development",
        ("early_warning", 9): "early warning|early-warning|disruptions",
        (
            "mutual_aid",
            8,
        ): "wildfire|wildfires|forest fires|rescue|mutual assistance|mutual aid|disaster|disasters|evacuation|emergencies",
        ("patrol", 8): "patrol|patrols|evasion|maritime surveillance|sanctions",
        ("season", 9): "year of cultural|cultural year|year of exchanges|festival|anniversary",
        (
            "mobility",
            8,
        ): "youth mobility|working holiday|work permits|visas|visa|people-to-people|student mobility|youth exchanges|mobility of|ties among governments|young people",
        (
            "capacity",
            4,
        ): "capacity building|capacity-building|training|capacity of the public|capacities|internships|capacity",
        (
            "advocacy",
            4,
        ): "multilateral forums|multilateral fora|united nations|international organizations|multilateral institutions|human rights|rules-based|women|wto|g7|g20|"
        "global challenge|global declaration|health in the world|multilateral initiatives|democrac|based on rules|international order|bilateral and multilateral",
    }
)

CUES = Cues(
    verbs=Lexicon({phrase: cue for phrase, cue in _VERBS.items() if phrase != "us"}, stems=True),
    objects=Lexicon(_OBJECTS, whole=True),
    discrete=Lexicon(
        dict.fromkeys(
            (
                "hold|organi|conven|host|sign|ratif|conclud|negotiat|adopt|establish|launch|institut|publish|implement|set up|meet|draft|draw up|fund|financ|designat|"
                "appoint|open|inaugurat|complet|finali|present|submit|provide|send|deploy|conduct|study|examin|explor|review|carry out|create a|create an|exchange|"
                "share information|visit|co-chair|co-host|follow up|moderni|update|invite|take place|be held|sign|initiat|release|deliver|resume|introduce|direct|instruct|task|"
                "ministers to|officials to|train|establishment|launch|creation|organisation|organization|conclusion|signing|signature|negotiation|ratification|adoption|publication|holding|convening|workshop|seminar|pilot|develop a|develop an|start|begin|assess|identify|report"
            ).split("|"),
            True,
        ),
        stems=True,
    ),
)
