"""French names of bodies and instruments, and the way a preamble speaks of who agreed and what is achieved."""

from suivi.reader.languages.language import Names, Past, Preamble
from suivi.reader.lexicon import Lexicon

_SMALL = r"(?:d[eu]s?|de\s+l[a’']|d[’']|l[ae]s?|l[’']|aux?|en|sur|entre|et|à|contre|pour|sans|par|concernant|relati(?:f|ve)s?\s+(?:à|aux?))"
_GLUE = rf"(?:\s+(?:{_SMALL}\s*)*)"
# The name runs on over small words to the next word that may belong to it, and never over a verb of time or purpose.
_STOP = (
    r"(?!(?:afin|pour|qui|que|dont|visant|signée?s?|adoptée?s?|conclue?s?|comme|ainsi|notamment|dans|grâce|avec|au\s+sein|lors|"
    r"permettant|prévoyant|chaque|en\s+vue|depuis|ayant|\w+r(?:a|ont)|et\s+(?:nos|nous)|y\s+compris|compte)\b|"
    r"et\s+(?:l[ae]s?\s|d[eu]s?\s|aux?\s|l[’']|d[’']|de\s+l[a’']\s*)?[A-ZÉ])"
)
_WORD = r"(?:entre\s+l(?:[ae]\s|[’'])[A-ZÉ]\w+\s+et\s+l(?:[ae]\s|[’'])[A-ZÉ]\w+|[\w’'+-]+)"
_TAIL = rf"(?:\s+{_STOP}(?:{_WORD}))*(?:\s+\([^()]{{1,60}}\))?"
_WORD_OF_NAME = rf"(?:(?<=\s)|(?<=[’'])|\s+){_STOP}{_WORD}"
_SERIES = rf"(?:,\s+(?:de\s|d[’']|la\s|le\s|l[’']){_WORD}(?:\s+{_STOP}{_WORD})*(?=[^.;()]*\set\s(?:de\s|d[’']|la\s|le\s|l[’'])))*"

NAMES = Names(
    capitals=True,
    small_instruments=("protocole d", "accord"),
    instrument=(
        r"\b(?:Plan d[’']action du Protocole|(?:Accord|[Pp]rotocole d[’']entente|Protocole|Déclaration|Traité|Convention|Mémorandum|Arrangement|"
        r"Entente|Charte|Pacte|Cadre (?:mondial|de coopération|de référence|stratégique)|Lettre d[’']intention|Année des échanges|Feuille de route|"
        rf"Mémoire d[’']entente|accord(?=\s+(?:de|sur|relatif|concernant|protégeant|visant)\b))\b){_TAIL}(?:{_SERIES}{_TAIL})?"
    ),
    body=(
        r"\b(?:Dialogue|Réunion|Comité|Conseil|Forum|Sommet|Coalition|Groupe|Commission|Organisation|Communauté|Partenariat|Défi|Alliance|"
        r"Association|Mécanisme|Équipe|Secrétariat|Conférence|Assemblée|Initiative|Réseau|Centre|Agence|Fonds|Consultations?|Table ronde)\b"
        rf"(?:\s+pour\s+(?:l[ae]s?\s|l[’']))?(?:\s*(?!entre\s+(?!l[ae]\s+[A-Z])){_WORD_OF_NAME})*(?:\s+\([^()]{{1,60}}\))?"
    ),
    acronyms=Lexicon(
        dict.fromkeys(
            (
                "nations unies|onu|anase|apec|otan|omc|oms|ocde|g7|g20|union européenne|union africaine|aiea|fao|unesco|unicef|oit|"
                "omi|fmi|banque mondiale|osce|organisation mondiale du commerce|interpol|groupe d'ottawa|commonwealth|"
                "organisation internationale de la francophonie|reed|conseil de l'europe|conseil nordique|conseil de l'arctique|pnud|hcr"
            ).split("|"),
            "body",
        ),
        whole=True,
    ),
)

PAST = Past(
    listing=(
        r"\b(?:réalisations|résultats|progrès|succès|acquis|avancées|accomplissements)\b[^.;:]{0,90}"
        r"(?:, (?:notamment|dont|y compris|parmi lesquel\w+) *:?|:) *"
    ),
    item=(
        r"(?:, (?:ainsi que |et )?|,? et |,? ainsi que )(?=(?:l'|la |le |les |une? |des )(?:\w+ ){0,2}?(?:protocole|accord|lancement|dialogue|réunions?|rencontres?|"
        r"visites?|signature|déclaration|mise en|création|conclusion|adoption|ouverture|sommet|forum|établissement|tenue|entrée en vigueur|"
        r"arrangement|entente|partenariat|traité|comité|consultations?|programme|projets?|négociations?|élargissement)\b)"
    ),
    kinds=Lexicon(
        {
            **dict.fromkeys("visite|visites|déplacement".split("|"), "visit"),
            **dict.fromkeys(
                "protocole|accord|mémorandum|traité|convention|arrangement|entente|déclaration|négociation|négociations|lettre d'intention".split(
                    "|"
                ),
                "instrument",
            ),
            **dict.fromkeys(
                "dialogue|dialogues|réunion|réunions|sommet|consultations|consultation|forum|comité|rencontre|rencontres".split(
                    "|"
                ),
                "dialogue",
            ),
        },
        whole=True,
    ),
    sentence=(
        r"\b(?:(?:a|ont|avons) +(?:été +)?(?:signée?s?|conclue?s?|lancée?s?|établie?s?|tenue?s?|inaugurée?s?|créée?s?|célébré)|"
        r"salu(?:é|ent|ons)|se +(?:félicitent|réjouissent)|se +sont +(?:félicités|réjouis)) +"
    ),
)

_PERSON = r"(?:(?:(?:le|la|les) |l')?(?:premi(?:er|ère)s? ministres?|présidente?s?|ministres?|chefs?|dirigeante?s?|secrétaires?|chancel\w+|rois?|reine)\b[^,;.:]*?)"

PREAMBLE = Preamble(
    agreed=(
        rf"(?:^|[,.] +|nous, *|\b)(?P<who>{_PERSON}),? *(?:(?:a|ont|avons|sont|sommes) +)?(?:convenu|adopté|approuvé|conviennent|convenons|adoptent|signé)\b"
    ),
    instructed=rf"(?:instructions|directives|mandat|demande|orientations)\b[^.;]{{0,60}}?(?:par|du|de|des) +(?P<who>{_PERSON})(?= +(?:en|le \d|lors|à|au|dans|(?:les |nos )?ministres)\b| ?[.,;]|,)",
    persons=r" +et +(?=(?:le|la|l') ?(?:premi|présid|ministre|chef|dirigeant|secrétaire|chancel))",
    review=r"(?:examin|évalu|passer\w* en revue|feront le point|fera le point|suivi|bilan).{0,120}(?:plan|partenariat|mise en œuvre|application|progrès)|"
    r"(?:mise en œuvre|application).{0,40}(?:plan).{0,80}(?:examin|évalu|revue)",
)

ACTOR = r"(?:le |la |les |l')(?P<who>[^\W\d_][\w' -]{2,40}?) +(?:\w+r(?:a|ont)|s'engage|entend|prévoit|a l'intention|compte)\b"
