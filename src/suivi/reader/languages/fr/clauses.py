"""French clauses: the verbs that act, those that only speak, and how they are joined.

Infinitives are recognised by list, or by their ending where an object follows; the simple future by its ending.
"""

from dataclasses import replace

from suivi.reader.flat import AnyOf
from suivi.reader.head_first import HeadFirst
from suivi.reader.languages.fr.forms import forms_of
from suivi.reader.languages.fr.heads import ACTION, PREDICATES
from suivi.reader.lexicon import spaced
from suivi.reader.predicates import Kind

# What is said of a verb that is itself a subject (« ouvrir les marchés suppose …, est la … »).
_MEANS = "signifie|implique|suppose|exige"
_IS = "est|sont|demeure|reste|constitue"

# Infinitives that do not end in -er or -ir, or that stand without an object.
_ACTING = frozenset(
    """
    arrêter dresser fixer rencontrer rapatrier jumeler alimenter
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
    installer renouveler prolonger reconduire doubler tripler porter abaisser exempter dispenser héberger abriter parrainer mutualiser
    connecter interconnecter numériser dématérialiser rénover réhabiliter restaurer aménager planter dépolluer recycler produire fabriquer
    acquérir livrer céder prêter doter octroyer attribuer décerner distribuer répartir mandater charger confier cartographier recenser
    répertorier inventorier mesurer quantifier comparer vérifier contrôler inspecter homologuer accréditer valider approuver entériner
    abroger proroger rédiger élargir prioriser généraliser pérenniser structurer animer alimenter recruter embaucher sélectionner retenir
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
    novembre décembre semestre trimestre vivre livre cuivre arbre encore guerre dîner déjeuner goûter charter terre faire-part particulier hydro-
    """.split()
)

_INFINITIVE = r"(?:nous |se |s'|mieux |ne pas |leur |les |en |y |plus |conjointement |davantage )*"

_PROSE = HeadFirst(
    predicates=PREDICATES,
    verbs=_ACTING | frozenset(f"{before}{verb}" for verb in _ACTING for before in ("co", "re", "ré", "pré", "auto")),
    ambiguous=frozenset({"tenter", "rencontrer", "étendre"}),
    leaning=frozenset(),
    adjectives=frozenset(),
    certain_object=r"(?!)",
    not_verbs=_LOOK_ALIKES,
    no_verb=r"(?!\w+(?:er|ir|ire|dre|tre|ure|oir|vre|cre|re)$).*|leur|notre|autre|premier|dernier",
    gathers=r"(?:réuni|rencontr|retrouv)\w*",
    opening_form=r"\w{3,}(?:(?<!i)er|ifier)",
    verb_form=r"(?:\w{2,}(?:er|ir|[^\Wa]ire|dre|tre|clure|oir)|(?:satis|par|re|dé)?faire|extraire|soustraire|plaire|taire)",
    before_object=(
        r" +(?:les?\b|la\b|l'|une?\b|des?\b|d'|du\b|aux?\b|à\b|nos\b|leurs?\b|notre\b|ce(?:s|tte|t)?\b|en\b|sur\b|contre\b|"
        r"dans\b|avec\b|davantage\b|ensemble\b|conjointement\b|\w+ment\b|plus\b|mieux\b|tou(?:te?s?|s)\b|certain|pour\b|par\b|"
        r"auprès\b|entre\b|aucune?\b|rien\b|parti\b|profit\b|chaque\b|son\b|sa\b|ses\b|deux\b|trois\b|quatre\b|cinq\b|six\b|sept\b|huit\b|dix\b|cent\b|mille\b|plusieurs\b|\d|ainsi\b)"
    ),
    after_noun=r" *(?:[,;.:]|$)",
    opens_subject=(
        r"(?:l['e]|la|les|un|une|des|leurs?|notre|nos|son|sa|ses|ce|cette|ces|cet|chaque|chacun\w*|tous|toutes|nous|on|ils?|elles?|qu['e]|que|"
        r"ont|sont|est|a|se|s'|d'|à|de|avons|sommes|y|en|\w+(?:ront|ra|rons|ent|ons|é|és|ées?)|deux|plusieurs|aucun\w*)\b"
    ),
    suffix="",
    clitic_ends=("ment",),
    clitics=r":? *(?:(?:s'|se |ne |nous |lui |leur |y |en |ne pas |mieux |également |aussi |conjointement |ensemble |davantage |en outre |\w+ment,? )+(?=\w)|)",
    pronoun=r"(?:les |la |le |l'|leur )",
    adverbs=r" *(?:\w+ment|ensemble|davantage|mieux|à deux|en commun)? *",
    preposition=r"(?:de |d'|à |pour )",
    other="à",
    purposes_by=r"\b(?:(?:afin|en +vue|dans +le +but|de +manière|de +façon) +|(?:tout +)?en +\w+ant +(?:\w+ment +)?)(?:de +|à +|d')[^,;]{0,60}$",
    conjunction=r"et(?= )|ainsi que(?= )|ainsi qu'|puis(?= )|ou(?= )|de même que(?= )",
    contrast=r"tandis qu(?:e|')|alors qu(?:e|')",
    besides_the_line=r"\b(?:qui|que|dont|lesquel\w*|si|quand|lorsqu\w*|où|parce|afin|comment|convaincus? que|espér\w+ que)\b[^,;]*$|\b(?:lorsqu|qu)'[^,;]*$",
    own_goal=r"(?:notre|nos|leurs?) (?:\w+ )?(?:objectif|but|ambition|intention|priorité)s?\b",
    as_subject=rf"\b(?:{_MEANS}|revient à|consiste à|passe par)\b|\b(?:{_IS})\b +(?:la|le|l'|une?|essentiel|indispensable|nécessaire|au|fondamental|prioritaire|important|la clé)",
    as_subject_words=AnyOf(f"{_MEANS}|{_IS}|revient|consiste|passe".split("|")),
    copula=r"(?:est|sont) +(?:de|d')",
    being=r"(?:conclure|adopter|signer|établir) (?:le présent|la présente|(?:l'accord|la déclaration|le communiqué) suivante?)\b",
    asks_for_nouns=r"(?!)",
    shared_object=(
        r"(?:(?:les|le|la) +|l')(?=\w+(?:er|ir|re|oir)\b)|"
        r"(?:nous |leur |lui )?(?:en|y) +(?=\w+(?:er|ir|re|oir)\b(?! +(?:la première|le premier|une?|des|deux|trois)\b))"
    ),
    says_so=(
        r", a-t-(?:on|il|elle) (?:appris|indiqué|précisé|ajouté|annoncé|déclaré|souligné)\b|[,»\"] (?:a|ont) (?:rapporté|indiqué|précisé|annoncé|déclaré|affirmé|souligné|ajouté)\b|"
        r"[,»\"] (?:indique|rapporte|annonce|précise|souligne|ajoute|selon|lit-on dans|peut-on lire dans|poursuit) ?(?:le|la|l'|les|un|une|ce|cette)\b"
    ),
    of_areas=r"\b(?:dans|autour (?:de|des)|sur|selon|couvrant|portant sur|à l'égard|au titre|concernant|relati(?:f|ve)s? à) (?:(?:les|des|ces|sept|huit|deux|trois|quatre|cinq|six|principaux|grands|nouveaux) ){1,3}(?:axes|domaines|secteurs|champs|thèmes|volets|thématiques|priorités(?= suivantes))(?: (?:suivante?s|structurants|prioritaires|stratégiques|d'intérêt commun))* *:$|\b(?:traiter|porter|couvrir|concerner)(?:a|ont)\b[^.;:]{0,160} (?:sujets?|questions?|thèmes?)\b[^.;:]{0,120}:$|\b(?:accords?|documents?|ententes?|instruments?|conventions?|protocoles?|traités?)(?: suivants?| ci-après)? *:$",
    areas_are_none=True,
    aside_said=r", (?:tout en )?(?:notant|partageant|se félicitant|témoignant|répondant ainsi|illustrant|réaffirmant|reconnaissant|soulignant|insistant|rappelant|saluant|relevant|estimant)\b|, (?:le|la|les|l')[^,;]{3,60} (?:étant|demeurant|restant)\b",
    trailing=r", (?:où (?:ils?|elles?)|qui \w+r(?:ait|aient)|(?:lequel|laquelle|lesquel(?:le)?s) (?:est|sont|a|ont)) ",
    led_by=r", (?:qui|lequel|laquelle|lesquel(?:le)?s) (?:s'|se )?\w+r(?:a|ont) ",
    that=r"qu(?:e |')(?![^.;:]* soi(?:t|ent) )",  # « que le bilan soit dressé » is decided, not said
    done_too=r",? +(?:et|puis|mais) +(?:(?:ils|elles) +)?(?:ont|avons|a|se sont|s'est|sont) +(?:\w+ment +|également +|aussi +)?\w+(?:é|és|ées?|is?|us?|ues?|it|ert)\b(?! de (?:\w+er|\w+ir)\b)",
    renews=frozenset({"réaffirmer", "affirmer", "renouveler", "exprimer", "réitérer"}),
    oxford=False,
    joins=r"(?:(?<= )|, *)(?P<conjunction>(?:et|ou|ainsi que|puis) +)(?:(?:ont|sont|se sont|a|est|s'est|s'|se|également|aussi|en outre|ont également|y|en|nous|ils|elles) *)*",
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
        r"\bpuiss(?:e|ent) [^,;]*$|"
        rf"(?:\b(?:pour|afin +de|à|de|sans|en +vue +de|visant +à|de +manière +à|de +façon +à|par) +|\bd'){_INFINITIVE}"
        r"(?!(?:{0})\b)\w{{3,}}(?:er|ir|dre|tre|ire|oir|vre|ure)\b".format("|".join(sorted(_LOOK_ALIKES)))
    ),
    governs_form=r"(?!)",
    serves=r"\bafin d(?:e |')",
    delegates=r"(?:charger|mandater|demander|inviter|prier) [^,;.]{3,70}? (?:de |d'|à )(?=\w+(?:er|ir|re)\b)",
    promising=(
        "conven",
        "décidé",
        "accordé",
        "entendu",
        "engagé",
        "engagement",
        "volonté",
        "détermination",
        "intention",
        "résolution",
        "promesse",
        "accord",
    ),
    hint=r"\b(?:ont|sont|avons|sommes|été) (?:\w+ ){0,2}?(?:convenue?s?|décidé|accordée?s|entendue?s|engagée?s)\b(?! (?:que|qu'|de l'importance|de la nécessité|sur l'importance|sur la nécessité|du présent|de la présente|de (?:ce|cet|cette) (?:plan|programme|feuille|déclaration|document|texte|communiqué|cadre)))|\b(?:engagements?|volonté|détermination|intention|résolution|promesse|accord) (?:de |d'|à |pour )(?:se |s')?\w+(?:er|ir|re)\b",
    persons=(", qui ", ", lequel ", ", laquelle ", ", lesquels "),
    instances=r"\b(?:notamment|y compris|tel(?:le)?s? que|comme|par exemple|à savoir|destinée?s? à|visant à|afin|pour)\b",
    said_by_all=(
        r"» *,? *(?:ont-(?:ils|elles)|ont \w+é (?:les|ces)|(?:précise|indique|ajoute|souligne|affirme|stipule|poursuit|lit-on dans) "
        r"(?:la|le|l'|les|ce|cette) ?(?:déclaration|communiqué|document|texte|même source|conclusions|dirigeants|ministres|deux))\b"
    ),
    explains=r" *: (?=(?:ils?|elles?|cel(?:ui|le)-ci|ceux-ci|celles-ci|cela|ce|c'est) )",
    enacts=r"\b(?:sont|ont|sommes|se sont) (?:convenue?s?|entendue?s?|accordée?s?|mis d'accord)(?: de| sur)? (?:ce qui suit|des dispositions (?:suivantes|ci-après)) *:?$",
    will_too=r"\bet (?=(?:leur|notre|sa|la) (?:\w+ )?(?:engagement|ambition|volonté|détermination|intention|résolution)\b[^,;]{0,40}$)",
    says_that=r"\brésolu que |\b(?:dans|par|aux termes de) (?:laquelle|lequel|lesquels|lesquelles) |\b(?:qui (?:précise|indique|ajoute)|annoncé|indiqué|précisé|déclaré|affirmé|fait savoir|annonce|annoncent) (?:\w+ment |aussi |ce jour )?qu(?:e |')",
    nominal=ACTION,
    act_of=r"(?:l'|la +|le +|les +|une? +)?[\w-]+(?: +en (?:place|œuvre|réseau|commun)\b[^,;]{0,40}| +à jour)? +(?:(?:conjointe?|prochaine?|rapide|régulière?|progressive?|effective?) +)?(?:d'|(?:de|du|des)\b)",
    determined=r"(?:nos|notre|leurs?|ces|cet?|cette|les?|la|l'|sa|son|ses)\b",
    elaborates=(r"(?:cela|ceci|il s'agi|ils? compren|elles? compren)"),
    recital=r"(?:(?!avant|durant|pendant|moyennant|cependant|pourtant|suivant|concernant|maintenant|dorénavant|auparavant|nonobstant|dont)(?:se |s'|en |y |ne )?\w{3,}ant\b|rappelant|considérant|conscients?|conscientes|reconnaissant|soulignant|désireux|soucieux|constatant|notant|convaincus|vu|réaffirmant|animés|alors que|puisque|compte tenu|étant donné|eu égard|forte?s?|fidèles|attachée?s|face aux?|mesurant|saluant|se félicitant|déterminés|préoccupés|à la suite|à la lumière|après|engagés|inspirés|guidés|mus|résolus)\b",
    lead_out=r"\bse (?:manifest|tradui|compos)\w*[^.;:]{0,30}:$|\b(?:publié|diffusé|fait|adopté|émis) (?:la déclaration|le communiqué|le texte|l'annonce)[^.;:]{0,40}(?:suivante?|ci-après)[^.;:]{0,20}:$|\b(?:salué|saluent|constaté|rappelé|évoqué|noté|domaines suivants) *:$",
    lead_in=(
        r"(?:(?<!réalisations )(?<!résultats )suivant(?:e?s)? *:|ce qui suit *:|notamment *:|"
        r"\b(?:conv(?:en|ien)\w*|engag\w*|entend\w*|décid\w*|accord\w*|prév\w+|propos\w*|compt\w*|vis(?:e|ent|ons)|charg\w*|mandat\w*|\w{2,}r(?:ont|ons|a))\b[^.;:]{0,60}:)$"
    ),
)


# In the articles of an agreement the present of the parties and of their bodies promises, whatever the verb.
_PRESENT = {
    form: ((Kind.PRESENT, ""),) for verb in sorted(_ACTING) if (forms := forms_of(verb)) for form in forms.present
}
# Elsewhere these say what the parties welcome; in articles they promise.
_ONLY_THERE = {form: _PRESENT[form] for form in ("encourage", "encouragent", "rencontre", "rencontrent")}
# « Les consultations sont organisées tour à tour »: there the passive promises too, if somebody must do it.
_DONE = spaced(
    r"(?:\w+ment |également |ainsi |régulièrement |ensuite |alors )*(?:mise?s? (?:en œuvre|en place|à jour|à (?:la )?disposition)|pris(?:es?)? en charge|"
    r"(?:organis|publi|échang|arrêt|fix|désign|financ|assur|notifi|communiqu|coordonn|examin|évalu|adopt|réparti|support|délivr|accord|attribu|vers|convoqu|"
    r"présent|dress|révis|renouvel|échelonn|affect|vers|réun|transmis|soumis|conclu|tenu|établi|réglé|choisi|remis|fourni|admis|reçu|prolong|nomm)(?:é?e?s?|is?e?s?|ue?s?)(?!\w))"
)
_PASSIVE = {verb: ((Kind.FUTURE, rf" +(?={_DONE})"), *PREDICATES.heads[verb]) for verb in ("est", "sont")}
GRAMMAR = replace(
    _PROSE,
    in_articles=replace(
        _PROSE,
        opens_in_present=True,
        predicates=replace(
            PREDICATES,
            heads=_PRESENT | dict(PREDICATES.heads) | _ONLY_THERE | _PASSIVE,
            passive=rf"{PREDICATES.passive}|{_DONE}",
            present_sure=True,
            normative=(
                r"$|(?:.*\b)?(?:parties?|états?|états membres|nations|réunions?|consultations?|rencontres?|participants?|signataires?|gouvernements?|comités?|commissions?|ministères?|ministres?|elles?|ils?|groupes?|secrétariat|autorités?|"
                r"organismes?|universités?|agences?|instituts?|pays|canada|france|québec)\b"
            ),
        ),
    ),
)
