"""French cues of the kinds of cooperation: the governing verb first, then what it is about (rule R8)."""

from typing import Final

from suivi.reader.languages.language import Cues
from suivi.reader.lexicon import Lexicon

Table = dict[tuple[str, int], str]


def _cues(table: Table) -> dict[str, tuple[str, int]]:
    return {phrase.strip(): cue for cue, phrases in table.items() for phrase in phrases.split("|")}


# Stems, at the verb or shortly after it; a verb that says little (« fournir », « procéder ») is left to its object.
_VERBS: Final = _cues(
    {
        ("study", 9): (
            "étudi|explor|examin|analys|évalu|réfléchir|recherch|mieux comprendre|comprendre|approfondir ensemble notre compréhension|approfondir notre compréhension|"
            "cerner|recens|détermin|cartograph|étude|inventori|procéderont à l'inventaire|compar|identifi|mandatent un groupe d'experts|lancer une étude|mener une étude|"
            "réaliser une étude|mener une réflexion|lancer une réflexion|dresser l'inventaire|évaluation|diagnosti|sonder"
        ),
        ("information", 6): (
            "échang|partag|communiqu|inform|mettre en commun|mise en commun|publi|diffus|transmet|mettre à disposition des données|faire rapport|rendre compte|rend compte|"
            "rendront compte|rendra compte|fera rapport|mettre en ligne|présentation d'un rapport|présenter un rapport|remettre un rapport|notifi|tenir informé|"
            "mutualis|divulgu|sera mis en ligne|seront mises en ligne|seront mis en ligne|mettrons nos|se tenir mutuellement"
        ),
        ("dialogue", 6): (
            "organis|tenir|tien|convo|accueill|se réunir|réuni|dialogu|se rencontrer|rencontr|se consulter|consult|concert|poursuivre les discussions|poursuivre les échanges|"
            "poursuivre le dialogue|discut|coprésid|aura lieu|auront lieu|première réunion|lancer un dialogue|établir un dialogue|instaurer un dialogue|créer un groupe de travail|"
            "mettre en place un groupe de travail|créer un comité|mettre en place un comité|ferons le point|fera le point|faire le point|dressera le bilan|dresser le bilan|passer|pass|"
            "désignation de points|se retrouver|retrouver|tenue|entretenir|reprendre les discussions|intensifier le dialogue|renforcer le dialogue|approfondir le dialogue|dépêch"
        ),
        ("instrument", 6): (
            "sign|ratifi|négoci|conclu|paraph|adopt|mener à terme les négociations|achever les négociations|achever la négociation|poursuivre les négociations|entamer des négociations|"
            "entamer les négociations|entamer des discussions en vue|ouvrir des négociations|lancer des négociations|lancer les négociations|renouveler l'entente|renouveler l'accord|"
            "renouvel|actualiser l'accord|amend|réviser l'accord|finalis|sera signé|seront signé|sera conclu|seront conclu|entreront en vigueur|instaur|étendre l'accord"
        ),
        ("implementation", 6): (
            "mettre en œuvre|met en œuvre|mise en œuvre|mettront en œuvre|exécut|appliqu|donner suite|mettre en application|mener à bien|concrétis|élaborer un plan de travail|"
            "veillera à l'exécution|assurer le suivi|assurera le suivi|actualis|sera mis en œuvre|sera mise en œuvre|seront mis en œuvre|donner effet|suivre la mise|tirer parti de l'accord"
        ),
        ("advocacy", 4): (
            "poursuivront leur plaidoyer|poursuivre leur plaidoyer|plaidoyer|promouv|promeu|plaid|protég|défend|demander des comptes|dénonc|condamn|exig|faire respecter|respect|soutenir|soutien|appuy|préconis|encourager l'adhésion|"
            "coordonneront leurs positions|coordonner leurs positions|coordonner nos positions|se coordonner|s'opposer|oppos|porter|sensibilis|œuvreront de concert|œuvrer de concert|"
            "faire entendre|associer"
        ),
        ("capacity", 6): (
            "accompagn|jumel|appui à la formation|form|outill|renforcer les capacités|renforcer mutuellement les capacités|appuyer la formation|accompagner la formation|envoyer des experts|enverr|"
            "assistance technique|fournir une assistance|renforcement des capacités|développer les compétences|développer les capacités|professionnalis"
        ),
        ("project", 4): (
            "appui à la restauration|appui à la construction|restaurer|restauration|financ|réalis|démontr|expériment|développer conjointement|vers|allou|investi|équip|déploy|construi|construction|mobilis|contribu|fonds|lancer un appel|lanceront un appel|"
            "créer un fonds|lancer un projet|lancer un programme|mettre en place un guichet|coprodui|coprodu|mettrons en service|mettre en service|consacrer|aménag|install|rénov|"
            "création d'un fonds|lancement d'un programme|ouvriront|fera connaître sa contribution|déployer|achèv|achev|doter|octroy|participeront à la reconstruction"
        ),
        ("mobility", 4): (
            "multiplier les liens entre|développer les liens interpersonnels|faciliter la délivrance|augmenter le nombre de bourses|augmentera de|offrir des bourses|"
            "accroître la mobilité|favoriser la mobilité|encourager la mobilité|faciliter la mobilité|développer la mobilité|multiplier les occasions pour les jeunes"
        ),
        ("season", 4): "célébrer l'année|commémor|fêter|célébrer en|célébrer le|célébrer la",
        ("undertaking", 7): "créer des conditions",
        ("undertaking", 3): (
            "renforc|approfond|faire progresser|faire avancer|accroî|accroi|intensif|élarg|resserr|gér|affront|lutt|combatt|coopér|collabor|veill|développ|consolid|continu|"
            "soutenir et faciliter|célébr|honor|s'appuy|appuyer|tirer parti|diversifi|rapproch|progress|avanc|multipli|amélior|favoris|encourag|utilis|crée|créer|création|donner|"
            "affermi|rédu|prévenir|accélér|facilit|simplifi|maint|garanti|assur|interdi|limit|doubl|ouvr|laisser|laisserons|aid|associ|enrichi|valoris|poursui|agir|travaill"
        ),
    }
)

_OBJECTS: Final = _cues(
    {
        ("dialogue", 4): (
            "dialogue|dialogues|consultations|consultation|réunion|réunions|rencontre|rencontres|sommet|discussions bilatérales|table ronde|"
            "conseil des affaires|comité mixte|pourparlers|groupe de travail|échanges sur|discussions sur|forum|conférence|atelier|ateliers|séminaire|séminaires|colloque|"
            "mission commerciale|missions|visites|points de contact|conseil d'affaires|groupe de haut niveau|comité de suivi|comité directeur|commission mixte|bilan|états-majors|"
            "prochaine session|groupe d'experts"
        ),
        ("information", 4): (
            "renseignements|informations|information|pratiques exemplaires|bonnes pratiques|connaissances|données|expertise|leçons apprises|expériences|expérience|"
            "rapport|rapports|statistiques|positions des navires|la liste de ses besoins|guide|jeux de données|base de données|en ligne|les contrats|textes|désinformation"
        ),
        ("instrument", 3): (
            "accord|protocole d'entente|traité|convention|mémorandum|arrangement|négociations|entente|lettre d'intention|déclaration d'intention|protocole|double diplôme"
        ),
        (
            "implementation",
            4,
        ): "bilan à mi-parcours|présentes décisions|rendre compte|priorités définies|priorités de l'accord|définies dans l'accord|prévues par l'accord|prévus par l'accord|exécution des décisions|mise en œuvre du plan",
        (
            "implementation",
            3,
        ): "plan d'action|plan de travail|résultats du|conclusions du|feuille de route|programme de travail|ajustements|recommandations|du plan|de la feuille de route",
        ("project", 4): (
            "projet|projets|recherche|recherches|r-d|prototypage|démonstration|démonstrations|technologies nécessaires|technologies propres|financement conjoint|soutien financier|"
            "coopération scientifique|développement coopératif|essais|appel à projets|millions|milliards|fonds|équipement|équipements|infrastructures|laboratoire|réseau de|"
            "centre de calcul|quais|réfection|couloir|usine|pilote|programme de|microcrédit|traçabilité|portefeuille numérique|bouées|pépinière|innovation|système d'alerte"
        ),
        ("early_warning", 9): "alerte précoce|alerte rapide|préalerte|perturbations",
        ("mutual_aid", 8): (
            "feux de forêt|incendies de forêt|incendies|secours|assistance mutuelle|entraide|catastrophe|catastrophes|évacuation|urgences|protection civile|"
            "aide humanitaire|sécurité civile|pompiers"
        ),
        ("patrol", 8): (
            "réseaux de passeurs|contrebande|traite des êtres humains|trafic de|piraterie|exercice maritime|exercice militaire|exercices|patrouille|patrouilles|contournement|surveillance maritime|opérations maritimes|garde côtière conjointe|exercice conjoint|exercices conjoints|exercice naval|manœuvres"
        ),
        ("season", 9): (
            "année des échanges|année culturelle|saison culturelle|saison croisée|festival|anniversaire|année du|année de la|année de l'amitié|année france|saison"
        ),
        ("mobility", 8): (
            "nombre d'étudiants|étudiants|doctorants|sportifs|jeunes professionnels|reconnaissance mutuelle des qualifications|qualifications professionnelles|liaison aérienne|vols directs|mobilité des jeunes|vacances-travail|permis de travail|visas|visa|échanges mutuels de personnes|liens interpersonnels|mobilité des étudiants|échanges de jeunes|"
            "liens entre les gouvernements|les gens|bourses|bourse|mobilité étudiante|mobilité|jumelages|lycées|diplômes|droits de scolarité|stagiaires|échanges universitaires|"
            "échanges d'étudiants|volontariat|tourisme|services aériens|liaisons aériennes|entente sur les stages|lycées bilingues"
        ),
        ("capacity", 5): (
            "capacités de nos institutions|renforcement des capacités|formation|formations|stages|capacités des institutions|les capacités|assistance technique|experts|formateurs|"
            "compétences|apprentis|femmes dans les métiers|inspecteurs|sages-femmes|techniciens|agents électoraux|coopératives|métiers"
        ),
        (
            "study",
            4,
        ): "association au programme|état des lieux|étude de faisabilité|étude conjointe|faisabilité|possibilité de|possibilités de|moyens de|options|évaluation à mi-parcours|revue à mi-parcours|cartographie|inventaire|taxonomies",
        ("advocacy", 4): (
            "instances multilatérales|enceintes|nations unies|organisations intergouvernementales|institutions multilatérales|conjointement les|droits de la personne|droits de l'homme|"
            "système international|femmes|omc|g7|g20|initiatives multilatérales|défi mondial|déclaration mondiale|santé mondiale|fondé sur des règles|fondés sur des règles|"
            "fondée sur des règles|démocrat|multilatérales|positions|conseil européen|conseil de sécurité|droit international|règlement|liberté de navigation|multilatéralisme|"
            "participation des jeunes|droits des femmes|découvrabilité|langue française"
        ),
    }
)

_DISCRETE: Final = (
    "organis|tenir|convo|accueill|sign|ratif|conclu|négoci|adopt|créer|créera|créeront|crée|établi|lanc|instaur|institu|publi|mettre en œuvre|"
    "mettre en place|mettre sur pied|réuni|élabor|rédig|financ|désign|nomm|ouvr|inaugur|achev|achèv|finalis|présent|soumet|vers|"
    "fourni|envoy|enverr|déploy|mener|mèner|étudi|examin|explor|tiendr|se réunir|échanger des|échanger en|échangeront|échange de|échange d'|rendre visite|coprésid|donner suite|modernis|actualis|mettre à jour|aura lieu|auront lieu|"
    "sera|seront|invit|visit|mandat|charg|création|établissement|organisation|tenue|signature|conclusion|lancement|publication|négociation|ratification|"
    "adoption|élaboration|ouverture|convocation|form|entam|transmet|allou|procéd|mettre en service|mettrons|mettront|mettra|faire rapport|fair|investi|dépêch|accompagn|appuyer la formation|renouvel|"
    "rendr|passer|passeront|dresser|constru|équip|désignation|première|interdi|particip|partage de|partage d'|évalu|propos|identifi|recens|cartograph|étude|rapport|atelier|séminaire|mission|"
    "réalis|déploi|installer|coprodui|consacr|octroy|attribu|célébr|commémor|fêt|prépar|remett|notifi|communiqu|compar|analys|définir|détermin|simplifi|supprim|abrog|rouvr|repren|poursuivre les négociations|"
    "doubl|augmentera de|augmenter de|financement|construction|présentation|rénov|mettre en ligne|inscri|transf|accord|délivr|recrut|rassembl|suivr|veillera à l'exécution|exécut|appliqu|convien|fixer|dot|"
    "réactiv|relanc|jumel|expériment|test|pilot|signal|associer|mobilis|pass|fer|accept|délég|dispens|offrir|offrira|offriront|cartographie|aménag|ferons"
)

_ONGOING: Final = (
    "renforc|approfond|faire progresser|faire avancer|accroî|accroi|intensif|élarg|resserr|gér|affront|lutt|combatt|coopér|collabor|veiller à ce|veill|développ|consolid|continu|s'appuy|appuyer|tirer parti|"
    "diversifi|rapproch|progress|avanc|multipli|amélior|favoris|encourag|soutenir|soutien|aid|promouv|promeu|protég|défend|respect|prévenir|contrer|accélér|facilit|maint|garanti|assur|"
    "travaill|œuvr|agir|poursuiv|valoris|contribu|réduire|rédu|limit|éviter|atteindre|plaid|coordonn|concert|harmonis|associer|sensibilis|stimul|préserv|sécuris|élimin|veillerons|participer à|"
    "enrichi|affermi|dynamis|consolider|optimis|augmenter|soutiendr|demander des comptes|oppos|laiss|autoris|accroissement|renforcement|réduction|développement|promotion|amélioration|être|rester|demeur|diversification|intensification|approfondissement|coopération"
)

CUES = Cues(
    verbs=Lexicon(_VERBS, stems=True),
    objects=Lexicon(_OBJECTS, whole=True),
    discrete=Lexicon(dict.fromkeys(_DISCRETE.split("|"), True), stems=True),
    ongoing=Lexicon(dict.fromkeys(_ONGOING.split("|"), True), stems=True),
    one=(
        r"(?:\b(?:une?|deux(?! (?:pays|parties|gouvernements|côtés|peuples|économies))|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|cent|cents|mille|"
        r"(?!(?:19|20)\d\d\b)\d[\d,.]*)) (?!(?:meilleure?|plus|système|climat|environnement|monde|ordre|région|développement|croissance|gouvernance|économie|transition|gestion|coopération|approche|culture|application|indo|europe|pêche|aquaculture)\b)"
    ),
)
