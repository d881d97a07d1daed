"""French clauses: the verbs that act, those that only speak, and how they are joined.

Infinitives are recognised by list, or by their ending where an object follows; the simple future by its ending.
"""

from suivi.reader.head_first import HeadFirst
from suivi.reader.lexicon import spaced

# Infinitives that do not end in -er or -ir, or that stand without an object.
_ACTING = frozenset(
    """
    accroître admettre apprendre combattre commettre comprendre conclure conduire construire contraindre
    convaincre débattre décrire défendre démettre détruire disjoindre émettre entendre entreprendre entretenir
    étendre exclure inclure instruire interdire introduire joindre lutter mettre moudre permettre poursuivre
    prendre prévoir produire promettre promouvoir pourvoir rapprendre rassembler réduire rejoindre remettre rendre
    répondre reproduire résoudre restreindre soumettre souscrire soustraire suivre surprendre tendre traduire
    transcrire transmettre vaincre vendre
    collaborer coopérer travailler œuvrer agir dialoguer réfléchir communiquer participer contribuer veiller investir
    renforcer approfondir intensifier élargir étudier explorer examiner évaluer analyser échanger partager organiser
    tenir accueillir convoquer réunir célébrer créer établir instaurer instituer fonder lancer moderniser négocier
    signer ratifier adopter conclure élaborer développer concevoir définir déterminer identifier repérer cerner
    faciliter favoriser encourager soutenir appuyer aider assister accompagner former protéger préserver sauvegarder
    respecter garantir assurer sécuriser consolider diversifier améliorer augmenter optimiser élever multiplier
    accélérer stimuler dynamiser valoriser exploiter utiliser tirer s'appuyer appuyer s'engager engager
    gérer surveiller contrer prévenir empêcher éliminer éradiquer supprimer lever simplifier harmoniser coordonner
    concerter consulter rencontrer discuter demander exiger plaider défendre dénoncer condamner
    mettre faire donner maintenir continuer poursuivre reprendre relancer étoffer nouer resserrer rapprocher
    tisser jumeler mobiliser financer fournir verser allouer consacrer offrir proposer présenter publier diffuser
    informer sensibiliser éduquer enseigner rechercher expérimenter tester essayer démontrer déployer exécuter
    réaliser achever terminer finaliser compléter parachever moderniser adapter actualiser réviser réformer
    relever affronter aborder traiter régler résoudre surmonter atteindre parvenir obtenir gagner
    affermir bâtir construire ouvrir enrichir saisir avertir honorer commémorer mener piloter diriger coprésider présider
    designer désigner nommer affecter détacher envoyer inviter visiter recevoir décarboner verdir électrifier certifier
    reconnaître normaliser aligner intégrer inclure associer impliquer autonomiser habiliter outiller équiper
    servir trouver chercher viser tenter s'efforcer s'employer commencer entamer amorcer jeter poser
    """.split()
)

# Nouns and adjectives that end like an infinitive.
_LOOK_ALIKES = frozenset(
    """
    premier dernier janvier février mer fer hiver hier cher fier amer enfer léger étranger danger régulier particulier
    financier minier forestier policier dossier chantier atelier métier papier courrier quartier sentier palier pilier
    foyer loyer entier singulier familier ouvrier côtier foncier routier ferroviaire calendrier trimestriel
    officier conseiller passager berger verger clocher rocher plancher boucher leader manager partner cancer super inter
    hyper poster cluster avenir plaisir désir loisir souvenir tir cuir soir noir espoir pouvoir devoir savoir vouloir
    avoir être libre autre entre contre titre centre chambre ordre nombre cadre membre ministre lettre œuvre genre
    registre propre notre votre quatre autre maître théâtre mètre offre chiffre rencontre ombre septembre octobre
    novembre décembre semestre trimestre vivre livre cuivre arbre encore guerre terre faire-part particulier hydro-
    """.split()
)

_COMMITS = spaced(
    r"(?:nous nous|s'|nous)?(?: ?(?:se sont|nous sommes|sont|sommes|est|s'est|étaient|ont|avons|a))?(?: également| aussi)? ?"
    r"(?:engag(?:ent|e|eons|eront|erons|era|ées?|és?)|emploi(?:ent|eront|e)|emploierons|efforcer(?:ont|a|ons)|efforcent) (?:à|de|d')|"
    r"(?:ont|a|avons|sont|sommes|est) (?:également |aussi |en outre |par ailleurs |de plus |ensuite |enfin )?"
    r"(?:convenu|convenus|convenues|décidé|résolu|promis|accepté|choisi|prévu|entrepris)(?: ensemble| conjointement| d'un commun accord)?(?: de| d')|"
    r"(?<!il\x20)(?:conviennent|convenons|convient|décident|décidons|décide|entendent|entendons|entend|comptent|comptons|compte|souhaitent également)"
    r" (?:également |aussi |en outre )?(?:de |d')?(?=\w+(?:er|ir|re|oir)\b)|"
    r"(?:ont|a|avons|auront|avaient|aura) (?:également |aussi )?(?:l'intention|pour intention|pour objectif|la ferme intention) (?:de |d')|"
    r"(?:prévoient|prévoyons|prévoit|projettent|projetons|planifient|se proposent|nous proposons|se propose) (?:de |d')|"
    r"(?:s'accordent|nous nous accordons|se sont accordés|se sont accordées|se sont entendus|se sont entendues|se sont mis d'accord|se mettent d'accord)"
    r" (?:pour|à|afin de) |"
    r"(?:vis(?:ent|eront|ons|erons)|cherch(?:ent|eront|ons|erons)|continuer(?:ont|ons|a)|tender(?:ont|ons)) (?:à |de |d')|"
    r"(?:sont|sommes|est|demeurent|restent) (?:fermement |pleinement |également )?(?:résolus|résolues|résolu|résolue|déterminés|déterminées|déterminé|déterminée|engagés|engagées) à |"
    r"(?:(?:ont|a|avons) (?:également |aussi |en outre )?)?(?:réaffirm(?:ent|é|ons|e)|renouvel(?:lent|é|ons)|confirm(?:ent|é|ons)|exprim(?:ent|é|ons)) (?:également )?(?:leur|notre|son|leur ferme) "
    r"(?:engagement|volonté|détermination|intention) (?:à|de|d')|"
    r"(?:ont|a|avons) (?:également )?(?:chargé|mandaté|prié|demandé à|donné instruction à|donné pour instruction à|enjoint à|invité) (?:[^.;,]{3,90}?) (?:de |d')(?=\w+(?:er|ir|re|oir)\b)|"
    r"(?:chargent|chargeons|mandatent|demandons à|demandent à) (?:[^.;,]{3,90}?) (?:de |d')(?=\w+(?:er|ir|re|oir)\b)|"
    r"(?:vont|allons) (?=\w+(?:er|ir|re|oir)\b)|"
    r"(?:doivent|devons) (?=\w+(?:er|ir|re|oir)\b)"
)

_REFUSES = spaced(
    r"(?:(?:ont|a|avons|se sont|nous sommes|ont été|s'est) (?:également |aussi |en outre |par ailleurs |de nouveau |ensuite |tous deux |toutes deux |chaleureusement |vivement )?"
    r"(?:salué|félicités?|félicitées?|réjouis?|réjouies?|souligné|noté|pris note|pris acte|constaté|reconnu|rappelé|évoqué|discuté|examiné|abordé|"
    r"échangé|fait le point|passé en revue|exprimé|réitéré|affirmé|réaffirmé|déclaré|indiqué|remercié|rendu hommage|condamné|"
    r"appelé|exhorté|invité|insisté|partagé|apprécié|signé|lancé|tenu|conclu|établi|inauguré|accueilli|entretenus?|entretenues?|rencontrés?|réunis?|"
    r"convenu que|convenu de l'importance|convenu de la nécessité|convenus que|souscrit|été informés?)"
    r"|(?:saluent|se félicitent|se réjouissent|soulignent|notent|prennent note|prennent acte|reconnaissent|rappellent|"
    r"condamnent|appellent|exhortent|espèrent|souhaitent|considèrent|estiment|constatent|conviennent que|peuvent|pourront|pourraient|peut|pourra|pourrait|"
    r"réaffirment|réitèrent|expriment|remercient|apprécient|partagent|saluons|nous félicitons|nous réjouissons|soulignons|"
    r"notons|reconnaissons|rappelons|condamnons|appelons|exhortons|espérons|pouvons|réaffirmons|réitérons|exprimons|remercions|partageons))\b"
)

_INFINITIVE = r"(?:nous |se |s'|mieux |ne pas |leur |les |en |y |plus |conjointement |davantage )*"

GRAMMAR = HeadFirst(
    verbs=_ACTING,
    ambiguous=frozenset({"tenter", "rencontrer", "étendre"}),
    not_verbs=_LOOK_ALIKES,
    verb_form=r"\w{2,}(?:er|ir|ire|dre|tre|ure|oir)",
    before_object=(
        r" +(?:les?\b|la\b|l'|une?\b|des?\b|d'|du\b|aux?\b|à\b|nos\b|leurs?\b|notre\b|ce(?:s|tte|t)?\b|en\b|sur\b|contre\b|"
        r"dans\b|avec\b|davantage\b|ensemble\b|conjointement\b|\w+ment\b|plus\b|mieux\b|tou(?:te?s?|s)\b|certain|pour\b|par\b|"
        r"auprès\b|entre\b|parti\b|profit\b|chaque\b|son\b|sa\b|ses\b|deux\b|ainsi\b)"
    ),
    after_noun=r" *(?:[,;.:]|$)",
    suffix="",
    clitics=r":? *(?:(?:s'|se |nous |y |en |ne pas |mieux |également |aussi |conjointement |ensemble |davantage |en outre |\w+ment,? )+(?=\w)|)",
    adverbs=r" *(?:\w+ment|ensemble|davantage|mieux|à deux|en commun)? *",
    preposition=r"(?:de |d'|à |pour )",
    conjunction=r"et|ainsi que|puis|ou|de même que",
    commits=_COMMITS,
    future=spaced(r"(?:se |s'|y |en )?\w{2,}r(?:a|ont|ons)\b"),
    not_future=frozenset(
        """
        sera seront serons aura auront aurons pourra pourront pourrons permettra permettront contribuera contribueront
        comprendra comprendront inclura incluront portera porteront front affront patrons électrons environs barons opéra
        caméra contra entra sierra ultra extra sahara barra verrons saura saurons faudra offrira offriront aidera aideront
        servira serviront constituera constitueront demeurera demeureront restera resteront dépendra dépendront
        abordera deviendra deviendront représentera rendra vaudra
        """.split()
    ),
    refuses=_REFUSES,
    shelter=r"\b(?:qui|que|qu'\w*|dont|où|lorsque|lorsqu'\w*|si|quand|lesquel(?:le)?s|lequel|laquelle|auquel|auxquels|desquels|duquel)\b",
    opening=(
        r"(?:dans|en|conformément|à|afin|pour|avec|grâce|par|sur|au|aux|compte|lors|d'ici|suite|sous|après|avant|comme|"
        r"tout|outre|selon|suivant|au-delà|face|parallèlement|de plus|de même|ensemble|conjointement|d'une part|chaque|vu|eu égard|"
        r"reconnaissant|conscients|soucieux|désireux|s'appuyant|fort\w*|dès|entre|jusqu'|\w+ment)\b"
    ),
    light=spaced(
        r"(?:(?:continuer|poursuivre|cesser|commencer|chercher|viser|s'efforcer|efforcer|s'employer|employer|s'engager|engager|contribuer|aider|tenter|essayer|veiller) "
        r"(?:leurs? efforts |nos efforts )?(?:à |de |d'|pour )|"
        r"(?:travailler|collaborer|œuvrer|agir|coopérer|se concerter|concerter|s'associer|unir (?:leurs|nos) efforts|joindre (?:leurs|nos) efforts|redoubler d'efforts)"
        r"(?: ensemble| étroitement| conjointement| de concert| activement| en commun| main dans la main| à deux)*"
        r" (?:pour|afin de|afin d'|à) |"
        r"faire (?=\w+(?:er|ir|re)\b))(?:s'|se |nous |mieux |conjointement |ensemble )*"
    ),
    governs=(
        rf"(?:\b(?:pour|afin +de|à|de|sans|en +vue +de|visant +à|de +manière +à|de +façon +à|par) +|\bd'){_INFINITIVE}"
        r"(?!(?:{0})\b)\w{{3,}}(?:er|ir|dre|tre|ire|oir|vre|ure)\b".format("|".join(sorted(_LOOK_ALIKES)))
    ),
    nominal=(
        r"(?:l'|la |le |les |une? |des |d'une? |de la |de l')?(?:[\w-]+ )?(?:organisation|tenue|création|établissement|lancement|conclusion|signature|"
        r"négociation|ratification|renforcement|approfondissement|développement|promotion|mise en (?:œuvre|place|valeur)|élaboration|adoption|"
        r"échanges?|partage|étude|examen|poursuite|participation|soutien|appui|élargissement|intensification|modernisation|coopération|"
        r"collaboration|protection|ouverture|publication|formation|financement|convocation|instauration|réalisation|consolidation|"
        r"facilitation|accroissement|amélioration|accélération|évaluation|exploration|coordination|désignation|consultations?)\b"
    ),
    elaborates=(
        r"(?:cela|ceci|ces (?:travaux|efforts|mesures|initiatives|activités|discussions|échanges|engagements)|ce (?:dialogue|travail|projet|forum|cadre|groupe|mécanisme|programme)|"
        r"cette (?:coopération|collaboration|initiative|approche|démarche)|il s'agi|ils? compren|elles? compren|celui-ci|celle-ci|ceux-ci|à cet effet,? (?:il|elle))"
    ),
    lead_in=r"(?:suivant(?:e?s)? *:|ce qui suit *:|notamment *:)$(?<!réalisations suivantes :)",
)
