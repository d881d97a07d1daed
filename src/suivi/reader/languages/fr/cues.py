"""French cues of the kinds of cooperation: the governing verb first, then what it is about (rule R8)."""

from typing import Final, TypeVar

from suivi.reader.languages.fr.forms import forms_of
from suivi.reader.languages.fr.kinds import POINTS
from suivi.reader.languages.language import Cues
from suivi.reader.lexicon import Lexicon

Said = TypeVar("Said")
Table = dict[tuple[str, int], str]


def _cues(table: Table) -> dict[str, tuple[str, int]]:
    return {phrase.strip(): cue for cue, phrases in table.items() for phrase in phrases.split("|")}


def _finite(cues: dict[str, Said]) -> dict[str, Said]:
    """The cues with what each says in the present and the future too, where it is a verb with words after it."""
    found = dict(cues)
    for phrase, cue in cues.items():
        verb, _, rest = phrase.removeprefix("se ").partition(" ")
        forms = forms_of(verb) if rest and verb.endswith(("er", "ir", "re")) else None
        for form in forms.finite if forms else ():
            found.setdefault(f"{phrase[: phrase.index(verb)]}{form} {rest}", cue)
    return found


# Stems, at the verb or shortly after it; a verb that says little (« fournir », « procéder ») is left to its object.
_VERBS: Final = _cues(
    {
        ("study", 10): (
            "lancer une étude|mener une étude|réaliser une étude|dresser un état des lieux|dresser un inventaire|conduire une étude|commander une étude|"
            "réaliser un diagnostic|réaliser une évaluation|procéder à une évaluation|la mission de dresser|étudier la possibilité|examiner la possibilité|"
            "recenser|identifier les|réalisation d'une étude|réalisation d'études|conduite d'une étude|lancement d'une étude"
        ),
        ("study", 9): (
            "approfondir la réflexion|poursuivre la réflexion|procéder à un examen|procéderont à un examen|procéderons à un examen|procédera à un examen|examen approfondi|étudi|explor|examin|analys|évalu|réfléchir|rechercher|rechercherons|rechercheront|recherchera|mieux comprendre|comprendre|approfondir ensemble notre compréhension|"
            "approfondir notre compréhension|cerner|recens|détermin|cartograph|étude|inventori|procéderont à l'inventaire|compar|identifi|"
            "mandatent un groupe d'experts|mener une réflexion|lancer une réflexion|dresser l'inventaire|évaluation|diagnosti|sonder"
        ),
        ("study", 8): ("mesure du|conduiront une campagne|campagne de mesure"),
        ("study", 7): ("analyse comparée"),
        ("information", 7): (
            "mettre en commun|tenir informé|mettrons en réseau|mettront en réseau|mettre en réseau|mise en réseau|un canal d'échange|se tenir mutuellement informé|"
            "rendre publics|rendre public|renforcer l'échange d'informations|renforcer le partage d'informations|intensifier l'échange de renseignements|"
            "échanger des informations|échanger des renseignements|échanger des données"
        ),
        ("information", 8): (
            "tenir à jour|tiendront à jour|tiendra à jour|tiennent à jour|tient à jour|remettra ses conclusions|remettre ses conclusions|remettront leurs conclusions|remettre leurs conclusions|"
            "remettra ses recommandations|remettront leurs recommandations|remettra un rapport|remettront un rapport|remettra son rapport"
        ),
        ("information", 6): (
            "partag|communiqu|inform|mise en commun|publier|publie|publication|publiée|publiées|diffus|transmet|mettre à disposition des données|faire rapport|rend compte|fera rapport|mettre en ligne|"
            "donner accès à leurs|donner accès aux données|ouvrir l'accès à leurs données|présentation d'un rapport|présenter un rapport|remettre un rapport|notifi|mutualis|divulgu|sera mis en ligne|seront mises en ligne|"
            "seront mis en ligne|mettrons nos|se tenir mutuellement"
        ),
        ("information", 4): ("échang"),
        ("dialogue", 7): (
            "échanger leurs points de vue|échanger nos points de vue|échanger leurs vues|échanger des vues|approfondir la concertation|renforcer la concertation|"
            "poursuivre le dialogue|institutionnalis|pérennis|poursuivre leurs échanges|poursuivre les consultations|maintenir un dialogue|"
            "intensifier les échanges de haut niveau|intensifier les contacts|multiplier les contacts|multiplier les visites|échanger des visites|"
            "effectuer une visite|se rendre en visite|se rendre en|se rendre au|se rendre à|se rendra à|se rendra en|se rendra au|se rendront à|se rendront en|se rendront au|réactiver|relancer le dialogue|se concerter|se concerteront|se parl|rester en liaison|rester en contact|demeurer en contact|restent en contact|demeurent en contact|maintenir un contact"
        ),
        ("dialogue", 8): (
            "création d'une commission|création d'un comité|création d'un groupe|création d'un conseil|création d'un forum|création d'un mécanisme|"
            "mise en place d'une commission|mise en place d'un comité|mise en place d'un groupe|mise en place d'un conseil|mise en place d'un mécanisme|"
            "créer une commission|mettre en place une commission|mettre sur pied un groupe|mettre sur pied un comité|mettre sur pied une commission"
        ),
        ("dialogue", 6): (
            "organis|tenir|tien|convo|se réunir|réuni|dialogu|se rencontrer|rencontr|se consulter|consult|concert|poursuivre les discussions|"
            "poursuivre les échanges|discut|coprésid|aura lieu|auront lieu|première réunion|lancer un dialogue|établir un dialogue|instaurer un dialogue|"
            "créer un groupe de travail|créer le groupe de travail|créer un groupe|créer le groupe|créer le comité|mettre en place un groupe de travail|créer un comité|mettre en place un comité|ferons le point|fera le point|"
            "feront le point|feront un point|fait le point|faire le point|dressera le bilan|dresser le bilan|passer en revue|passeront en revue|désignation de points|se retrouver|se reverr|se revoir|"
            "reviendra sur|reviendront sur|revenir sur|retrouver|tenue|entretenir|reprendre les discussions|intensifier le dialogue|renforcer le dialogue|approfondir le dialogue|"
            "installent un groupe|instaurent un dialogue"
        ),
        ("dialogue", 3): ("accueill"),
        ("dialogue", 5): (
            "consultations|réunion annuelle|réunion|réunir autour|rassembl|prendre part à|prendre part au|établir des échanges|instituer un comité|instituer un conseil|instituer le c"
        ),
        ("instrument", 7): (
            "accélérer les négociations|relancer les négociations|reprendre les négociations|engager des négociations|engager les négociations|"
            "engager des discussions en vue|faire aboutir|mener à bien les négociations|conclusion rapide|entamer des discussions sur un accord|"
            "ouvrir des discussions|parvenir à un accord|aboutissement|poursuivre les discussions relatives|travailler à la conclusion|œuvrer à la conclusion"
        ),
        ("instrument", 6): (
            "sign|ratifi|négoci|conclu|paraph|mener à terme les négociations|achever les négociations|achever la négociation|poursuivre les négociations|"
            "entamer des négociations|entamer les négociations|entamer des discussions en vue|ouvrir des négociations|lancer des négociations|"
            "lancer les négociations|renouveler l'entente|renouveler l'accord|renouvel|actualiser l'accord|amend|finalis|sera signé|seront signé|sera conclu|"
            "seront conclu|entreront en vigueur|instaur|étendre l'accord"
        ),
        ("instrument", 8): ("moderniser l'accord|moderniser les accords|moderniser le traité|moderniser la convention"),
        ("instrument", 5): (
            "élaborer un traité|mettre en place un traité|établir un traité|élaborer un accord|élaborer une convention|"
            "adopter un accord|adopter une déclaration|adopter une convention|adopter un protocole|adoption d'un accord|réviser à|réviser l'accord|"
            "réviser la convention|étendre la convention"
        ),
        ("implementation", 7): (
            "rendre compte|rendront compte|rendra compte|mettre pleinement en œuvre|tirer pleinement parti|assurer la mise en œuvre|accélérer la mise en œuvre|"
            "poursuivre la mise en œuvre|veiller à la mise en œuvre|veilleront à la mise en œuvre|assurer la pleine mise en œuvre|suivi des présentes|"
            "adopter son règlement|adopter leur règlement|adopter le règlement|établir une feuille de route|établir une nouvelle feuille de route|élaborer une feuille de route|soumettre une feuille de route|faire entrer en vigueur|mise en œuvre effective"
        ),
        ("implementation", 6): (
            "suivra l'application|suivront l'application|suivre l'application|suivra la mise|suivront la mise|mettre en œuvre|met en œuvre|mise en œuvre|mettront en œuvre|exécut|appliqu|donner suite|mettre en application|concrétis|"
            "élaborer un plan de travail|veillera à l'exécution|veillera à la mise en œuvre|veillerons à la mise en œuvre|suivre la mise en œuvre|assurer le suivi|assurera le suivi|sera mis en œuvre|sera mise en œuvre|"
            "seront mis en œuvre|donner effet|suivre la mise|tirer parti de l'accord|adopter un programme d'action|adopter un plan d'action|"
            "dresser un état d'avancement|dressera tous|dresser l'état d'avancement|adopter un programme|adopte un programme|élaborer un plan d'action|"
            "élaborer un programme|présenter un plan|présenter une feuille de route|soumettre un plan"
        ),
        ("implementation", 4): ("sera approuvé|seront approuvé|approuver le|approuver la"),
        ("implementation", 3): ("actualis|mettre à jour|mener à bien"),
        ("advocacy", 7): ("promouvoir la ratification|encourager la ratification"),
        ("advocacy", 5): ("défend"),
        ("advocacy", 6): (
            "faire connaître|feront connaître|ferons connaître|faire entendre la voix|parler d'une seule voix|faire savoir|appuyer l'adhésion|soutenir l'adhésion|appuyer la candidature|soutenir la candidature|appuyer leurs candidatures|soutenir leurs candidatures|faire front|porter une voix|prendre position"
        ),
        ("advocacy", 4): (
            "poursuivront leur plaidoyer|poursuivre leur plaidoyer|plaidoyer|plaid|demander des comptes|dénonc|condamn|exig|"
            "faire respecter|respect|préconis|encourager l'adhésion|coordonneront leurs positions|coordonner leurs positions|"
            "coordonner nos positions|se coordonner|s'opposer|oppos|porter la voix|porter une voix|porter ensemble|porter au sein|sensibilis|œuvreront de concert|œuvrer de concert|faire entendre"
        ),
        ("advocacy", 1): ("promouv|promeu|protég|soutenir|soutien|appuy|appuier"),
        ("capacity", 7): (
            "échanges de personnels|échange de personnels|échanges d'experts|échanges d'officiers|échanges de personnel"
        ),
        ("capacity", 9): ("former|formera|formeront|formerons"),
        ("capacity", 6): (
            "accompagn|jumel|appui à la formation|formation|formera|formerons|formeront|forment|outill|renforcer les capacités|renforcer mutuellement les capacités|appuyer la formation|"
            "accompagner la formation|envoyer des experts|enverr|assistance technique|fournir une assistance|renforcement des capacités|développer les compétences|"
            "développer les capacités|professionnalis"
        ),
        ("capacity", 5): (
            "accueil de|sera affecté|seront affectés|rejoindront|rejoindra|détach|insér|renforcement de l'enseignement|enseign"
        ),
        ("project", 4): (
            "mettre à disposition|mettre à la disposition|cofinanc|livrer|livrera|livreront|livrerons|soutenir la création|appuyer la création|mettre au point|développer ensemble|développer en commun|produire ensemble|concevoir ensemble|appui à la restauration|appui à la construction|restaurer|restauration|financ|réalis|démontr|expériment|développer conjointement|vers|allou|investi|"
            "équiper|équipera|équiperont|équipement|déploy|construi|construction|mobilis|fonds|lancer un appel|lanceront un appel|créer un fonds|lancer un projet|lancer un programme|"
            "mettre en place un guichet|coprodui|coprodu|mettrons en service|mettre en service|consacrer|aménag|install|rénov|création d'un fonds|"
            "lancement d'un programme|ouvriront|fera connaître sa contribution|déployer|achèv|achev|doter|octroy|participeront à la reconstruction"
        ),
        ("mobility", 7): (
            "échanges de fonctionnaires|échange de fonctionnaires|échanges de spécialistes|échange de spécialistes|échanges de chercheurs|échange de chercheurs|"
            "échanges d'enseignants|échange d'enseignants|échanges d'étudiants|échange d'étudiants|échanges de jeunes"
        ),
        ("mobility", 5): (
            "accroître le nombre d'étudiants|augmenter le nombre d'étudiants|accueillir davantage d'étudiants|favoriser les échanges universitaires|"
            "développer les échanges universitaires|encourager les échanges de jeunes|développer les échanges de jeunes|faciliter la circulation|"
            "faciliter l'obtention|favoriser la circulation|promouvoir la mobilité|simplifier les formalités|délivrer des visas|attribuer des bourses|"
            "octroyer des bourses|promouvoir le tourisme"
        ),
        ("mobility", 4): (
            "multiplier les liens entre|développer les liens interpersonnels|faciliter la délivrance|augmenter le nombre de bourses|augmentera de|"
            "offrir des bourses|accroître la mobilité|favoriser la mobilité|encourager la mobilité|faciliter la mobilité|développer la mobilité|"
            "multiplier les occasions pour les jeunes"
        ),
        ("season", 4): ("célébrer l'année|commémor|fêter|célébrer en|célébrer le|célébrer la"),
        ("undertaking", 7): (
            "créer des conditions|accompagner les initiatives|accompagner les efforts|accompagner la transition"
        ),
        ("undertaking", 3): (
            "tirer parti|attir|hiss|élever le|porter la relation|porter leur relation|porter le partenariat|rehausser|donner un nouvel élan|insuffler|préserv|maintenir|"
            "contrer|résist|rétabl|s'adapt|intégr|mainten|dot|combl|lever les obstacles|porter à un niveau|lever les|lever des"
        ),
        ("undertaking", 2): (
            "rechercher|contribu|conférer|forger|nouer|renforc|approfond|faire progresser|faire avancer|accroî|accroi|intensif|élarg|resserr|gér|affront|lutt|combatt|coopér|collabor|veill|développ|"
            "consolid|continu|soutenir et faciliter|célébr|honor|s'appuy|appuyer|diversifi|rapproch|progress|avanc|multipli|amélior|favoris|encourag|"
            "utilis|crée|créer|création|donner|affermi|rédu|prévenir|accélér|facilit|simplifi|maintgaranti|assur|interdi|limit|doubl|ouvr|laisser|laisserons|aider|aidera|aideront|aiderons|aidons|"
            "associ|enrichi|valoris|poursui|agir|travaill|modernis|structur|adapt|mobilis|unir|réaliser"
        ),
        ("patrol", 6): (
            "s'entraîner|s'entraîneront|s'entraînera|surveiller ensemble|surveiller conjointement|surveiller les zones|surveiller la frontière|surveiller les frontières|mener des patrouilles|conduire des patrouilles|participer à l'exercice|organiser un exercice|organiser des exercices|mener des exercices|"
            "conduire des exercices|organiser en 2026 un exercice|surveiller les eaux|effectueront au moins une manœuvre|naviguer de concert"
        ),
        ("mutual_aid", 8): (
            "se prêter main-forte|prêter main-forte|se porteront assistance|mettra ses équipes|dépêcher des secours"
        ),
        ("mutual_aid", 7): (
            "se porter assistance|porter assistance|se prêter aide|prêter aide|s'entraid|porterons mutuellement|se prêter assistance|prêter assistance|venir en aide|se porter secours|porter secours"
        ),
        ("early_warning", 8): (
            "se notifi|notifier toute|notifieront toute|notifier sans délai|alerter|avertir|donner l'alerte|s'alerter|s'avertir|s'avertiront|s'alerteront|prévenir de toute"
        ),
    }
)

_OBJECTS: Final = _cues(
    {
        ("dialogue", 6): (
            "visites de haut niveau|visites bilatérales|contacts de haut niveau|échanges de vues|échange de vues|entretiens|concertations"
        ),
        ("dialogue", 5): (
            "leur concertation|notre concertation|la concertation|échange de délégations|échanges de délégations|coordonnateurs|coordinateurs|dialogue stratégique|conseil des ministres|consultations politiques|réunion des ministres|réunion ministérielle|échanges de haut niveau|visites officielles|prochain sommet|"
            "prochaine réunion|prochaine rencontre|première réunion|comité technique|comité conjoint|haut comité|commission permanente|commission conjointe|"
            "mécanisme de concertation|mécanisme de coordination|format 2+2|haut conseil|conseil de coopération|conseil conjoint|groupe de haut niveau|groupe consultatif|comité consultatif|commission conjointe|groupe mixte|tables rondes|assises|rencontre annuelle|réunion annuelle"
        ),
        ("dialogue", 4): (
            "dialogue|dialogues|discussions|consultations|consultation|réunion|réunions|rencontre|rencontres|sommet|discussions bilatérales|table ronde|conseil des affaires|"
            "comité mixte|pourparlers|groupe de travail|échanges sur|discussions sur|forum|conférence|atelier|ateliers|séminaire|séminaires|colloque|"
            "mission commerciale|missions|visites|points de contact|conseil d'affaires|groupe de haut niveau|comité de suivi|comité directeur|commission mixte|"
            "états-majors|prochaine session|groupe d'experts|comité|commission|sous-comité|comité de pilotage|groupe de contact|mission d'affaires|délégation|"
            "délégations|mécanisme de consultation|mécanisme de dialogue"
        ),
        ("information", 6): (
            "ligne directe|point de contact|correspondant|correspondants|lignes directrices|guide commun|bibliothèque en ligne|registre public|partage du|"
            "partage de|partage d'|échange de renseignements|échange d'informations|échanges d'informations"
        ),
        ("information", 5): (
            "échange de données|partage d'informations|partage de données|partage d'expérience|retour d'expérience|officier de liaison|officiers de liaison|"
            "agent de liaison|point focal|tableau de bord|note d'étape|transparence|plateforme d'échange|canal d'échange|veille|données satellitaires|"
            "procès-verbal|procès-verbaux|site internet|site web|centre d'information|prévisions de récolte|rapport commun|rapport conjoint|catalogue|atlas|observatoire"
        ),
        ("information", 4): (
            "renseignements|informations|information|pratiques exemplaires|bonnes pratiques|connaissances|données|expertise|leçons apprises|expériences|expérience|"
            "manuel|rapport|rapports|statistiques|positions des navires|la liste de ses besoins|guide|jeux de données|base de données|les contrats|textes|"
            "désinformation"
        ),
        ("information", 7): ("campagne|campagnes"),
        ("information", 2): ("en ligne"),
        ("instrument", 7): (
            "projet d'entente|projet d'accord|projet de convention|projet de traité|projet de protocole"
        ),
        ("instrument", 5): (
            "un traité|un nouveau traité|traité d'amitié|traité de coopération|accord de libre-échange|accord de partenariat|accord de réadmission|accord de sécurité sociale|convention fiscale|accord sur les services aériens|"
            "conclusion d'un|conclusion d'une|conclusion de l'|signature d'un|signature d'une|négociation d'un|ratification de|adhésion à la convention|"
            "lettre d'entente|accord intergouvernemental|accord-cadre|convention de jumelage|avenant|entrée en vigueur|en vigueur|l'accord sur|"
            "accord sur la sécurité|ratifié|ratification"
        ),
        ("instrument", 3): (
            "accord|protocole d'entente|convention|mémorandum|arrangement|négociations|entente|lettre d'intention|déclaration d'intention|protocole"
        ),
        ("implementation", 9): (
            "progrès accomplis|progrès réalisés|mise en œuvre du partenariat|mise en œuvre de la feuille de route|mise en œuvre des engagements|"
            "mise en œuvre de la déclaration"
        ),
        ("implementation", 6): (
            "pleinement appliqué|pleinement mis en œuvre|pleinement mise en œuvre|pleine application|bonne application|bilan|exécution du plan|calendrier|échéancier"
        ),
        ("implementation", 5): (
            "mise en œuvre de l'accord|mise en œuvre de la déclaration|mise en œuvre du protocole|présente déclaration|présente feuille de route|"
            "programme d'activités|actions de suivi|décisions de|programme d'action|état d'avancement|mise en œuvre de la présente|plan de mise en œuvre|"
            "coordination du suivi|rapport d'étape|l'objet d'un examen|plan de travail|point d'étape|bilan d'étape|utilisation des préférences|engagements pris"
        ),
        ("implementation", 4): (
            "bilan à mi-parcours|présentes décisions|rendre compte|priorités définies|priorités de l'accord|définies dans l'accord|prévues par l'accord|"
            "prévus par l'accord|exécution des décisions|mise en œuvre du plan"
        ),
        ("implementation", 3): (
            "plan d'action|résultats du|conclusions du|feuille de route|programme de travail|ajustements|recommandations|du plan|de la feuille de route"
        ),
        ("project", 5): (
            "centre de recherche|centre d'excellence|interconnexion|ligne électrique|gazoduc|oléoduc|pipeline|corridor|autoroute|chemin de fer|ligne ferroviaire|un pont|aéroport|centres de santé|"
            "centre de santé|jeunes entreprises|jeunes pousses|appui budgétaire|prêts|prêt|subvention|dons|dessalement|réseau électrique|station d'épuration|hôpital|barrage|géothermie|parc éolien|centrale|ligne à haute tension|"
            "pôle de recherche|laboratoire conjoint|programme conjoint|fonds conjoint|consortium|satellite|filière hydrogène|semi-conducteurs|quantique|"
            "supercalculateur|câble|câbles|forage|forages|pompes|reboisement|hectares|patrimoine|médina|musée|restauration|usines|chantier|ligne de crédit|"
            "prêt concessionnel|coentreprise|raffinerie|cofinancement"
        ),
        ("project", 4): (
            "financements|section bilingue|un centre|une école|un institut|une antenne|un campus|un hôpital|une usine|projet|projets|recherche|recherches|r-d|prototypage|démonstration|démonstrations|technologies nécessaires|technologies propres|financement conjoint|"
            "soutien financier|coopération scientifique|développement coopératif|essais|appel à projets|millions|milliards|fonds|équipement|équipements|"
            "infrastructures|laboratoire|réseau de|centre de calcul|quais|réfection|couloir|usine|pilote|programme de|microcrédit|traçabilité|"
            "achèvement des travaux|fin des travaux|travaux de modernisation|travaux de construction|travaux d'aménagement|travaux de rénovation|portefeuille numérique|maisons des jeunes|bouées|pépinière|innovation"
        ),
        ("early_warning", 9): (
            "système d'alerte précoce|systèmes d'alerte précoce|système d'alerte|dispositif d'alerte|alerte précoce|alerte rapide|préalerte|perturbations"
        ),
        ("early_warning", 7): (
            "réseau de veille|veille sanitaire|cellule de veille|tableau d'alerte|alerte|alertes|pénurie|pénuries|ruptures d'approvisionnement|rupture d'approvisionnement"
        ),
        ("mutual_aid", 8): (
            "bombardiers d'eau|feux de forêt|incendies de forêt|incendies|secours|assistance mutuelle|entraide|catastrophe|catastrophes|évacuation|urgences|protection civile|"
            "aide humanitaire|sécurité civile|pompiers"
        ),
        ("mutual_aid", 6): (
            "équipes de secours|séisme|séismes|inondations|moyens aériens|aide d'urgence|matériel de secours|cyclone|cyclones|marée noire|sinistre"
        ),
        ("mutual_aid", 5): ("main-forte|feux d'une ampleur"),
        ("patrol", 8): (
            "exercice|exercice maritime|exercice militaire|exercices|patrouille|patrouilles|contournement|surveillance maritime|opérations maritimes|"
            "garde côtière conjointe|exercice conjoint|exercices conjoints|exercice naval|manœuvres"
        ),
        ("patrol", 5): (
            "hélicoptères|frégate|frégates|groupe de combat|bataillon|brigade|contingent|unité de la brigade"
        ),
        ("patrol", 6): (
            "contrôles coordonnés|contrôles conjoints|contournement des sanctions|escales|escale|groupe aéronaval|lutte anti-sous-marine|déploiements|déploiement naval|déploiement conjoint|déploiement de forces|déploiement de troupes|interopérabilité|manœuvre|marine royale|les deux marines|"
            "opérations conjointes|opération navale|police du ciel"
        ),
        ("season", 9): (
            "année des échanges|année croisée|années croisées|saisons croisées|année culturelle|saison culturelle|saison croisée|festival|anniversaire|année du|année de la|année de l'amitié|année france|saison|"
            "ans de leurs relations|ans de nos relations|ans de relations|relations diplomatiques|anniversaire de|exposition itinérante"
        ),
        ("season", 6): ("exposition|expositions|programmation culturelle"),
        ("season", 8): (
            "journées culturelles|semaines culturelles|une saison|semaine du film|semaine culturelle|centenaire|bicentenaire|jubilé"
        ),
        ("mobility", 8): (
            "jumelage des villes|jumelage de villes|jumelages de villes|échanges de fonctionnaires|échange de fonctionnaires|échanges de spécialistes|échange de spécialistes|échanges de chercheurs|échange de chercheurs|échanges d'enseignants|échange d'enseignants|échanges d'étudiants|échange d'étudiants|échanges d'assistants|ligne aérienne|liaison aérienne|liaisons aériennes|nombre d'étudiants|étudiants|doctorants|sportifs|jeunes professionnels|reconnaissance mutuelle des qualifications|qualifications professionnelles|"
            "liaison aérienne|vols directs|mobilité des jeunes|vacances-travail|permis de travail|visas|visa|sections bilingues|échanges mutuels de personnes|liens interpersonnels|"
            "mobilité des étudiants|échanges de jeunes|liens entre les gouvernements|les gens|bourses|bourse|mobilité étudiante|mobilité|jumelages|lycées|diplômes|"
            "droits de scolarité|stagiaires|échanges universitaires|échanges d'étudiants|volontariat|tourisme|services aériens|liaisons aériennes|"
            "entente sur les stages|lycées bilingues"
        ),
        ("mobility", 7): (
            "double diplôme|doubles diplômes|échanges entre les peuples|échanges entre les populations|échanges étudiants|étudiants internationaux|jeunes chercheurs|circulation des personnes|titres de séjour|permis|artistes|résidences d'artistes|"
            "ressortissants|travailleurs saisonniers|travailleurs|professeurs de langue|visiteurs|touristes|office franco-québécois pour la jeunesse|échanges entre leurs universités|échanges entre universités|échanges entre les universités|erasmus|vols|"
            "liaison directe|programme vacances"
        ),
        ("mobility", 6): (
            "bourses d'exemption|limite d'âge|séjour|échanges sportifs|jumelage|villes jumelées|permis de séjour"
        ),
        ("mobility", 5): (
            "médecins|soignants|internes|cotutelle|cotutelles|résidences|résidence|apprentis|cadets|élèves officiers|lycéens|jeunes diplômés|accueil de|talents|boursiers|quotas|ingénieurs|chercheurs|enseignants|"
            "épidémiologistes|infirmières|infirmiers|quota|participants"
        ),
        ("mobility", 3): ("jeunes"),
        ("capacity", 7): (
            "experts à|des officiers|des douaniers|des magistrats|des policiers|des gendarmes|des fonctionnaires|des agents|des techniciens|des enseignants"
        ),
        ("capacity", 6): (
            "formation de|formation des|cours de|un cours|bourses de perfectionnement|sessions de formation|programme de formation|techniciennes|conservateurs|"
            "hydrogéologues|magistrats|professeurs|apprentissage|perfectionnement|mentorat|programme de mentorat|renforcer les capacités|appui technique|accompagnement|détachement|"
            "bourses de stage|école nationale|académie|instructeurs|gardes-côtes|policiers|gendarmes|savoir-faire"
        ),
        ("capacity", 5): (
            "la capacité|capacités de nos institutions|renforcement des capacités|formation|formations|stages|capacités des institutions|les capacités|assistance technique|"
            "experts|formateurs|compétences|femmes dans les métiers|inspecteurs|sages-femmes|techniciens|agents électoraux|coopératives|métiers|"
            "transfert de compétences|fonctionnaires stagiaires|apprenants|cadres|pilotes de chasse|élèves pilotes"
        ),
        ("study", 6): ("examen de|examen des|l'examen|analyse comparée"),
        ("study", 5): (
            "expédition scientifique|mission scientifique|campagne océanographique|diagnostic|livre blanc|scénarios|étude prospective|une étude|des études|étude sur|études sur|évaluation des besoins|recensement des besoins"
        ),
        ("study", 4): (
            "association au programme|état des lieux|étude de faisabilité|étude conjointe|faisabilité|possibilité de|possibilités de|moyens de|options|"
            "évaluation à mi-parcours|revue à mi-parcours|cartographie|inventaire|taxonomies"
        ),
        ("advocacy", 8): (
            "enceintes multilatérales|instances multilatérales|forums multilatéraux|forums internationaux|enceintes internationales|instances internationales|tribunes internationales"
        ),
        ("advocacy", 5): (
            "conseil de sécurité|conseil des droits de l'homme|assemblée générale|ordre international|réforme de l'organisation mondiale du commerce|"
            "réforme du système|réforme des nations unies|accord de paris|diversité des expressions culturelles|francophonie|unesco|liberté d'expression|"
            "peine de mort|objectifs de développement durable|égalité des genres|égalité entre les femmes|intégrité territoriale|droit de la mer|dénucléarisation|"
            "non-prolifération|biodiversité mondiale|gouvernance mondiale|candidature|candidatures|état de droit|statu quo|communauté internationale|front commun|"
            "position de principe|réforme de l'omc|organisation mondiale du commerce|au sein du g7|au sein du g20|assemblée mondiale|visibilité des œuvres|diversité culturelle|position commune|"
            "positions communes|d'une seule voix|candidatures respectives|résolution|résolutions|règlement des différends|marchés ouverts|système commercial"
        ),
        ("advocacy", 4): (
            "enceintes|nations unies|organisations intergouvernementales|institutions multilatérales|conjointement les|"
            "droits de la personne|droits de l'homme|système international|omc|g7|g20|initiatives multilatérales|défi mondial|déclaration mondiale|"
            "santé mondiale|fondé sur des règles|fondés sur des règles|fondée sur des règles|démocrat|multilatérales|positions|conseil européen|"
            "droit international|règlement|liberté de navigation|multilatéralisme|participation des jeunes|droits des femmes|découvrabilité|langue française"
        ),
        ("advocacy", 2): ("femmes"),
        ("undertaking", 3): (
            "coopération|collaboration|partenariat|relations|relation|liens|efforts|résilience|accès au marché|accès aux marchés"
        ),
        ("undertaking", 2): (
            "données à caractère personnel|données personnelles|protection des données|législation|législations|cadre juridique"
        ),
        ("undertaking", 1): ("envois de fonds|capacité d'action|projet d'ordre du jour|ordre du jour"),
        ("undertaking", 4): ("bon déroulement"),
        ("undertaking", 0): (
            "par rapport|en partenariat avec|en coopération avec|en collaboration avec|en coordination avec|en étroite coopération|en étroite collaboration"
        ),
    }
)

_DISCRETE: Final = (
    "organis|tenir|convo|accueill|sign|ratif|conclu|négoci|adopt|créer|créera|créeront|crée|créé|établi|lanc|instaur|institu|publi|mettre en œuvre|"
    "mettre en place|mettre sur pied|mettre à jour l|réuni|élabor|rédig|financ|désign|nomm|ouvr|inaugur|achev|achèv|finalis|présent|soumet|vers|"
    "fourni|envoy|enverr|déploy|mener|mèner|étudi|examin|explor|tiendr|se réunir|échanger des|échanger en|échangeront|échange de|échange d'|rendre visite|coprésid|donner suite|modernis|actualis|mettre à jour|aura lieu|auront lieu|"
    "invit|visit|engagé|mise en place|mise sur pied|mis en place|mis sur pied|mandat|charg|création|établissement|organisation|tenue|signature|conclusion|lancement|publication|négociation|ratification|"
    "adoption|élaboration|ouverture|convocation|form|entam|transmet|allou|procéd|mettre en service|mettrons|mettront|mettra|faire rapport|fair|investi|dépêch|appuyer la formation|renouvel|"
    "rendre compte|rendra compte|rendront compte|rendrons compte|rendent compte|rend compte|rendre visite|rendre public|rendra public|rendront public|rendra à|rendront à|rendra au|rendront au|rendre à|rendre au|rendre en|rendra en|rendront en|verra le jour|verront le jour|porter à|portera à|porteront à|rouver|ouverte|révis|arrête|arrêt|procèd|certifi|exonér|saisi|passer|passeront|dresser|constru|équip|désignation|première|interdi|particip|partage de|partage d'|évalu|propos|identifi|recens|cartograph|étude|rapport|atelier|séminaire|mission|"
    "réalis|déploi|installer|coprodui|consacr|octroy|attribu|célébr|commémor|fêt|prépar|remett|notifi|communiqu|compar|analys|définir|détermin|simplifi|supprim|abrog|rouvr|repren|poursuivre les négociations|"
    "doubl|augmentera de|augmenter de|financement|construction|présentation|rénov|mettre en ligne|inscri|transf|accord|délivr|recrut|rassembl|suivr|veillera à l'exécution|exécut|appliqu|convien|fixer|dot|"
    "reverr|revoi|réactiv|relanc|jumel|expériment|test|pilot|signal|associer|mobilis|pass|fer|accept|délég|dispens|offrir|offrira|offriront|cartographie|aménag|ferons"
)

_ONGOING: Final = (
    "jouer|jouera|trait|abord|agiss|faire de l|faire de c|faire de n|faire en sorte|fera en sorte|feront en sorte|ferons en sorte|mener à bien|mener à terme|mènent à bien|mèneront à bien|prêter assistance|prêtent assistance|prêter main-forte|porter assistance|porterons mutuellement|prêtent aide|apport|demander|unir|oeuvr|œuvrer|tirer|exprim|porter un|porter des|porter la|porter le|trouver|incit|atténu|adapt|conjug|insuffl|hiss|élev|concili|affirm|appuier|efforc|attir|fédér|densifi|structur|décarbon|faire entendre|faire valoir|"
    "faire respecter|tenir compte|exploit|rehauss|nouer|tisser|dénonc|condamn|mainteni|se mobiliser|s'adapter|stabilis|résist|relever le|répondre|tendre|rest|créer les conditions|créer des conditions|créer un environnement|rétabl|exerc|impos|résorb|démantel|renforc|approfond|faire progresser|faire avancer|accroî|accroi|intensif|élarg|resserr|gér|affront|lutt|combatt|coopér|collabor|veiller à ce|veill|développ|consolid|continu|s'appuy|appuyer|tirer parti|"
    "diversifi|rapproch|progress|avanc|multipli|amélior|favoris|encourag|soutenir|soutien|aid|promouv|promeu|protég|défend|respect|prévenir|contrer|accélér|facilit|maint|garanti|assur|"
    "travaill|œuvr|agir|poursuiv|valoris|contribu|réduire|rédu|limit|éviter|atteindre|plaid|coordonn|concert|harmonis|associer|sensibilis|stimul|préserv|sécuris|élimin|veillerons|participer à|"
    "enrichi|affermi|dynamis|consolider|optimis|augmenter|soutiendr|demander des comptes|oppos|laiss|autoris|accroissement|renforcement|réduction|développement|promotion|amélioration|être|rester|demeur|diversification|intensification|approfondissement|coopération"
)

# What is as often done once as always: the kind stands, and is doubted.
_VAGUE: Final = "accompagn|mettre en œuvre|mettr|appliqu|rendr|consult|inform|se prêt|fair|fera|feront|ferons|doubl|fourni|offr|partag|poursuiv|modernis|donn|mettre à disposition|mettra à disposition|mettront à disposition"
# The same, unless it is said of one thing or of a number.
_SOFT: Final = "explor|identifi|propos|mobilis|mettront en commun|mettre en commun|créer les conditions"

CUES = Cues(
    verbs=Lexicon(_finite(_VERBS), stems=True),
    objects=Lexicon(_OBJECTS, whole=True),
    discrete=Lexicon(_finite(dict.fromkeys(_DISCRETE.split("|"), True)), stems=True),
    ongoing=Lexicon(_finite(dict.fromkeys(_ONGOING.split("|"), True)), stems=True),
    vague=Lexicon(dict.fromkeys(_VAGUE.split("|"), True) | dict.fromkeys(_SOFT.split("|"), False), stems=True),
    one=(
        r"\b(?:le nombre|le plafond|le quota|l'âge maximal|la limite d'âge)\b|(?:\b(?:une?|deux(?! (?:pays|parties|gouvernements|côtés|peuples|économies))|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|cent|cents|mille|"
        r"(?!(?:19|20)\d\d\b)\d[\d,.]*)) (?!(?:meilleure?|plus|système|climat|environnement|monde|ordre|région|développement|croissance|gouvernance|économie|transition|gestion|coopération|approche|culture|application|indo|europe|pêche|aquaculture|cessez-le-feu|espace|rôle|rythme|cadre|esprit|rang|niveau|multilatéralisme|contribution|dynamique|élan|dimension|société|mondialisation|avenir|paix)\b)"
    ),
    topic=r"[\w)] (?:sur|pour|en|dans|avec|entre|contre|relati(?:f|ve)s?|concernant|auprès|parmi|portant|consacrée?s?|vers|envers|face) ",
    aside=(
        r"[\w),] (?:\(|afin (?:de|d')|de manière à|de façon à|en vue d|pour (?:mieux |ne pas |y |en )?\w+(?:er|ir|re)\b|en \w+ant\b|à travers|grâce|par le biais|par l'intermédiaire|au moyen|notamment|y compris|dont|tels? que|telles? que|"
        r"dans le (?:cadre|respect|contexte)|entrée?s? en vigueur|signée?s? |conclue?s? |adoptée?s? |fondée?s? sur|reposant sur|basée?s? sur|sur la base|conformément|au titre|au sein|en marge|à l'occasion|lors|ainsi que|en particulier|en appui|sous réserve|qui|avant|après|en s'appuyant|selon|avec le concours|que (?:les|la|le|leurs|nos)|que l')"
    ),
    opening=r"(?:après|avant|à|au|aux|dans|en|lors|pour|sur|suite|conformément|afin|face|outre|dès|depuis|d'ici)\b[^,;:]{2,120}, ",
    first=frozenset(
        "nouveau nouvel nouvelle nouveaux nouvelles premier première premières premiers prochain prochaine prochaines conjoint conjointe conjoints conjointes commun commune communs mixte".split()
    ),
    dated=frozenset(
        "année an mois printemps l'automne automne l'été été l'hiver d'ici prochain prochaine prochains prochaines fin janvier février mars avril "
        "juin juillet août septembre octobre novembre décembre".split()
    ),
    loose=frozenset(
        "possibilités moyens coopération collaboration efforts pratiques expérience expériences d'expériences d'expérience informations "
        "d'informations d'information renseignements connaissances savoir-faire échanges questions domaines concertation".split()
    ),
    more=frozenset(
        "davantage continuer continueront continuerons continuera poursuivre poursuivront poursuivrons poursuivra pleinement renforcé renforcée renforcés accru accrue accrus accrues plus efforts".split()
    ),
    promises=(
        r"\b(?:(?P<agreement>conven|convien|accord|entend)|(?P<decision>décid|charg|invit|demand|mandat)|"
        r"(?P<commitment>engag|réaffirm|affirm|réitèr|réitér|déterm|résol|souhait|volont)|(?P<intention>prévo|inten|envisag|propos|compt|cherch)|"
        r"(?P<announcement>annonc|lanc))"
    ),
    points=POINTS,
    suffers=r"(?:seront?|auront? lieu|(?:se )?(?:tiendra|tiendront|déroulera|dérouleront|poursuivr\w+)|(?:débuter|commencer|s'ouvrir|entrer|reprendr|aboutir|démarrer)(?:a|ont))\b",
)
