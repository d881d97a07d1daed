"""French cues of the kinds of cooperation: the governing verb first, then what it is about (rule R8)."""

from suivi.reader.languages.language import Cues
from suivi.reader.lexicon import Lexicon


def _cues(table: dict[tuple[str, int], str]) -> dict[str, tuple[str, int]]:
    return {phrase.strip(): cue for cue, phrases in table.items() for phrase in phrases.split("|")}


_VERBS = _cues(
    {
        (
            "study",
            6,
        ): "étudier|explorer|examiner|analyser|évaluer|réfléchir|rechercher|mieux comprendre|comprendre|étudie|explore|examine|"
        "approfondir ensemble notre compréhension|approfondir notre compréhension|cerner|recenser|déterminer",
        ("information", 6): "échanger|partager|communiquer|informer|mettre en commun|échange|partage",
        (
            "dialogue",
            6,
        ): "organiser|tenir|convoquer|accueillir|se réunir|réunir|dialoguer|se rencontrer|rencontrer|se consulter|consulter|concerter|"
        "tien|réuni|organise|poursuivre les discussions|poursuivre les échanges|poursuivre le dialogue|discuter",
        (
            "instrument",
            6,
        ): "signer|ratifier|négocier|conclure|parapher|signe|ratifie|négocie|conclu|adopter|mener à terme les négociations|"
        "achever les négociations|poursuivre les négociations",
        (
            "implementation",
            6,
        ): "mettre en œuvre|met en œuvre|exécuter|appliquer|donner suite|mettre en application|mener à bien|concrétiser",
        (
            "advocacy",
            4,
        ): "promouvoir|plaider|protéger|défendre|demander des comptes|dénoncer|condamner|exiger|faire respecter|respecter|soutenir|appuyer|"
        "préconiser|promeu|défend|encourager l'adhésion",
        ("capacity", 6): "former|outiller|renforcer les capacités|renforcer mutuellement les capacités|forme",
        ("project", 4): "financer|réaliser|démontrer|expérimenter|développer conjointement",
        ("mobility", 3): "multiplier les liens entre|développer les liens interpersonnels",
        ("season", 3): "célébrer l'année|commémorer|fêter",
        ("undertaking", 7): "créer des conditions",
        (
            "undertaking",
            3,
        ): "renforcer|approfondir|faire progresser|faire avancer|accroître|intensifier|élargir|resserrer|gérer|affronter|lutter|combattre|"
        "coopérer|collaborer|veiller|développer|consolider|continuer|soutenir et faciliter|célébrer|honorer|s'appuyer|tirer parti|diversifier|rapprocher|"
        "progresser|avancer|multiplier|améliorer|favoriser|encourager la collaboration|utiliser|gère|renforce|créer|donner|accompagner|"
        "affermir|intensifie",
    }
)

_OBJECTS = _cues(
    {
        (
            "dialogue",
            4,
        ): "dialogue|dialogues|consultations|consultation|réunion|réunions|rencontre|rencontres|sommet|discussions bilatérales|table ronde|"
        "conseil des affaires|comité mixte|pourparlers|groupe de travail|échanges sur|discussions sur",
        (
            "information",
            4,
        ): "renseignements|informations|information|pratiques exemplaires|bonnes pratiques|connaissances|données|expertise|leçons apprises",
        ("instrument", 3): "accord|protocole d'entente|traité|convention|mémorandum|arrangement|négociations",
        (
            "implementation",
            4,
        ): "priorités définies|priorités de l'accord|définies dans l'accord|prévues par l'accord|prévus par l'accord",
        ("implementation", 2): "plan d'action|plan de travail|résultats du|conclusions du|feuille de route",
        (
            "project",
            4,
        ): "projet|projets|recherche|recherches|r-d|prototypage|démonstration|démonstrations|technologies nécessaires|technologies propres|"
        "financement conjoint|soutien financier|coopération scientifique|développement coopératif|essais",
        ("early_warning", 9): "alerte précoce|alerte rapide|préalerte|perturbations",
        (
            "mutual_aid",
            8,
        ): "feux de forêt|incendies de forêt|incendies|secours|assistance mutuelle|entraide|catastrophe|catastrophes|évacuation|urgences",
        (
            "patrol",
            8,
        ): "patrouille|patrouilles|contournement|surveillance maritime|opérations maritimes|garde côtière conjointe",
        (
            "season",
            9,
        ): "année des échanges|année culturelle|saison culturelle|festival|anniversaire|année du|année de la",
        (
            "mobility",
            8,
        ): "mobilité des jeunes|vacances-travail|permis de travail|visas|visa|échanges mutuels de personnes|liens interpersonnels|"
        "mobilité des étudiants|échanges de jeunes|liens entre les gouvernements|les gens",
        (
            "capacity",
            4,
        ): "capacités de nos institutions|renforcement des capacités|formation|formations|stages|capacités des institutions|les capacités",
        (
            "advocacy",
            4,
        ): "instances multilatérales|enceintes|nations unies|organisations intergouvernementales|institutions multilatérales|conjointement les|"
        "droits de la personne|système international|femmes|omc|g7|g20|initiatives multilatérales|défi mondial|déclaration mondiale|santé mondiale|"
        "fondé sur des règles|fondés sur des règles|fondée sur des règles|démocrat|multilatérales",
    }
)

CUES = Cues(
    verbs=Lexicon(_VERBS, stems=True),
    objects=Lexicon(_OBJECTS, whole=True),
    discrete=Lexicon(
        dict.fromkeys(
            (
                "organiser|tenir|convoquer|accueillir|signer|ratifier|conclure|négocier|adopter|créer|établir|lancer|instaurer|instituer|publier|mettre en œuvre|"
                "mettre en place|mettre sur pied|réunir|élaborer|rédiger|financer|désigner|nommer|ouvrir|inaugurer|achever|finaliser|présenter|soumettre|verser|"
                "fournir|envoyer|déployer|mener|étudier|examiner|explorer|tiendr|organiser|signer|établir|créer|lancer|examiner|réunir|publier|conclur|"
                "se réunir|échanger des|échanger des renseignements|rendre visite|coprésider|donner suite|moderniser|actualiser|mettre à jour|aura lieu|auront lieu|"
                "sera|seront|invit|visit|mandat|charg|création|établissement|organisation|tenue|signature|conclusion|lancement|publication|négociation|ratification|"
                "adoption|élaboration|ouverture|convocation|cré|réunir"
            ).split("|"),
            True,
        ),
        stems=True,
    ),
)
