"""French finite verbs that commit, that refuse to, and who is said to act by them."""

from typing import Final

from suivi.reader.languages.fr.parties import PARTIES
from suivi.reader.lexicon import spaced
from suivi.reader.predicates import Kind, Predicates

_ADVERBS: Final = (
    r"(?:également|aussi|(?:ce |le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|aujourd'hui|désormais|ce jour|en outre|par ailleurs|de plus|ensuite|enfin|ensemble|conjointement|d'un commun accord|tous deux|toutes deux|notamment|"
    r"à cet égard|à cette occasion|dès à présent|de nouveau|en particulier|pleinement|fermement|\w+ment)"
)
_MORE: Final = rf"(?:(?:,[^,;.:]{{3,90}},)?(?: {_ADVERBS},?)*)"
_CLITICS: Final = r"(?:(?:se|s'|y|en|ne|le|la|les|lui|leur|leurs|l'|nous|ne pas|ne plus|mieux|davantage|également|plus \w+ment|\w+ment) ?)*"
# Nouns and adjectives that end like an infinitive, where one is looked for.
_NO_INF: Final = (
    r"(?!(?:leur|notre|autre|premier|dernier|votre|entre|contre|cadre|ordre|œuvre|livre|ministre|centre|mer|hiver|fer|atelier|chantier|papier|quartier|"
    r"janvier|février|courrier|dossier|foyer|loyer|métier|pouvoir|espoir|avenir|danger|\w*oire|\w*[^f\W]aire|affaire)\b(?! +(?:l[ae]s?|l'|une?|des) ))"
)
_INF: Final = (
    rf"(?={_CLITICS}{_NO_INF}(?:\w+(?:er|ir|ire|dre|ttre|aître|oître|clure|oir|vre|cre|mpre)|être|disjoindre)\b)"
)
# « ont convenu de “renforcer …” », « réaffirment “leur engagement à …” »: the press quotes from the verb on.
_QUOTED: Final = r"(?:[«“\"] ?)?"
_DE: Final = rf"{_MORE},? {_QUOTED}(?P<lead>de|d') ?{_QUOTED}{_INF}"
# « ont convenu, pour les douanes, de … »: what the decision is about or when it was taken, before what is decided.
_ABOUT: Final = r"(?: (?:pour|dans|à l'issue|à l'occasion|à (?=\w+ d)|au|aux|lors|avec|ce|cet|cette|hier|en (?!vue)|,)[^.;:,]{0,50}?)?"
_DECIDED: Final = rf"{_MORE}{_ABOUT},? {_QUOTED}(?P<lead>de|d') ?{_QUOTED}{_INF}"
_A: Final = rf"{_MORE},? {_QUOTED}(?P<lead>à) ?{_QUOTED}{_INF}"
_POUR: Final = rf"{_MORE},? {_QUOTED}(?P<lead>pour|à|afin de|afin d'|de|d') ?{_QUOTED}{_INF}"
_BARE: Final = rf"{_MORE} {_INF}"

# « dans des domaines convenus d'intérêt commun »: the participle only says which ones.
_QUALIFIED_NOUN: Final = "|".join(
    rf"(?<={noun}\x20{participle})"
    for participle, nouns in (
        ("convenus", ("domaines", "termes", "projets", "principes", "objectifs", "engagements", "délais")),
        ("convenues", ("modalités", "conditions", "activités", "actions", "mesures", "priorités")),
    )
    for noun in nouns
)

# « ainsi que notre volonté de … »: a will said beside another.
_WILL_TOO: Final = "|".join(
    rf"(?<=que\x20{whose}\x20{will})"
    for whose in ("notre", "leur", "la")
    for will in ("volonté", "détermination", "intention", "ambition", "engagement")
)

_GAVE_OCCASION: Final = "|".join(
    rf"(?<=permis\x20{de}{verb})|(?<=occasion\x20{de}{verb})"
    for de, verbs in (("de\\x20", ("réaffirmer", "renouveler", "réitérer")), ("d'", ("affirmer", "exprimer")))
    for verb in verbs
)

# Nouns of action, with what may stand before them.
ACTION: Final = (
    r"(?:(?:l'|la |le |les |une? |des |d'une? |d'|du |de la |de l'|de |deux |trois |quatre |cinq |\d+ |première |deuxième |nouvelles? |nouveaux |mise à jour|"
    r"prochaine |éventuelle |régulière ))*"
    r"(?:organisation|tenue|création|établissement|lancement|conclusion|signature|négociation|ratification|renforcement|approfondissement|"
    r"développement|promotion|mise en|mise à|mise sur|élaboration|adoption|échanges?|partage|études?|examen|poursuite|participation|soutien|"
    r"appui|élargissement|intensification|modernisation|coopération|collaboration|protection|ouverture|publication|formations?|financement|"
    r"convocation|instauration|réalisation|consolidation|facilitation|accroissement|amélioration|accélération|évaluation|exploration|"
    r"coordination|désignation|consultations?|rencontres?|réunions?|ateliers?|visites?|missions?|construction|rénovation|réduction|cartographie|"
    r"augmentation|extension|présentation|préparation|identification|valorisation|accompagnement|sensibilisation|diffusion|intégration|"
    r"harmonisation|simplification|reconnaissance|mutualisation|structuration|déploiement|mobilisation|introduction|rédaction|production|diversification|"
    r"transfert|recrutement|suivi|recensement|inventaire|actualisation|révision|réforme|sécurisation|finalisation|relance|reprise|maintien|"
    r"association|implication|inclusion|expérimentation|analyse|définition|constitution|installation|attribution|octroi|accueil|numérisation|"
    r"alimentation|exploitation|interconnexion|électrification|délimitation|réactivation|redéploiement|jumelages?|institution|rapatriement|dédouanement|"
    r"\w{4,}(?:isation|ification)|suppression|levée|abolition|exemption|lutte|prorogation|prolongation|reconduction|désenclavement|libération|délivrance|"
    r"activation|célébration|commémoration|envoi|fourniture|livraison|remise|acquisition|plantation|reboisement|équipement|fixation|dotation|affectation|allocation|animation|co-\w{4,}tion|"
    r"entretien|rapprochement|aménagement|restauration|réhabilitation|concertation|généralisation|multiplication|recherche|conduite)\b"
)
_OWN: Final = (
    r"(?:(?:leurs?|nos|notre|les|le|la|l'|un|une|aux?|des|hauts|deux|respectifs|compétents) ?)*"
    r"(?:fonctionnaires|ministres?|ministères?|experts|équipes?|autorités|services|administrations?|groupes?|comités?|secrétariat|secrétaires?|"
    r"délégations?|gouvernements?|représentants|négociateurs|agences?|organisations?|opérateurs?|commissions?|conseil|dialogue|mécanisme|ambassadeurs|directeurs|présidents|sherpas|organismes|"
    r"hauts représentants|hauts responsables|chefs|états-majors|officiers|ambassadrices|coprésidents|équipes|points focaux|points de contact)\b"
)


def _all(words: str, *patterns: tuple[Kind, str]) -> dict[str, tuple[tuple[Kind, str], ...]]:
    written = [*words.split(), *(word.replace("œ", "oe") for word in words.split() if "œ" in word)]
    return dict.fromkeys(written, tuple((kind, spaced(pattern)) for kind, pattern in patterns))


_REFUSES: Final = (
    "salué saluée saluent saluons salue félicités félicitées félicité félicitent félicitons félicite réjouis réjouies réjoui réjouissent réjouissons réjouit "
    "souligné soulignent soulignons souligne noté notent notons note constaté constatent constatons constate reconnu reconnaissent reconnaissons "
    "reconnaît rappelé rappellent rappelons rappelle évoqué évoquent abordé abordent discuté discutent condamné condamnent condamnons condamne appelé "
    "appellent appelons appelle exhorte insisté insistent insistons remercié remercient remercions remercie apprécié "
    "apprécient espèrent espérons espère souhaité estiment estimons estime considèrent considérons considère "
    "peuvent pouvons peut pourra pourront pourrons pourraient pourrait partagé "
    "entretenus entretenues entretiennent rencontrés rencontrées réunis réunies déplorent déplorons regrettent saluèrent croient croyons encouragent "
    "encouragé encourageons attendent attendons"
)
_SAY: Final = (
    "réaffirmé réaffirment réaffirmons réaffirme renouvelé renouvellent renouvelons confirmé confirment confirmons confirme exprimé expriment exprimons "
    "exprime affirmé affirment affirmons affirme réitéré réitèrent réitérons réitère marqué manifesté manifestent déclaré déclarent déclarons rappelé "
    "rappellent rappelons souligné soulignent soulignons"
)
_WILL: Final = r"(?:engagements?|aspiration|ambition|volonté|détermination|intention|résolution|promesse)"
_NORMATIVE: Final = (
    "réunit réunissent tient tiennent adopte adoptent élabore élaborent établit établissent examine examinent évalue évaluent approuve approuvent "
    "veille veillent assure assurent rend rendent présente présentent procède procèdent désigne désignent échangent favorisent encouragent facilitent "
    "organisent coopèrent collaborent soutiennent mettent développent consultent concertent informent renforcent promeuvent accordent prennent fournit fournissent facilite organise échange publie publient accueille accueillent forme forment"
)

HEADS: Final = {
    **_all(_NORMATIVE, (Kind.PRESENT, "")),
    **_all(_REFUSES, (Kind.REFUSES, "")),
    **_all(
        "engagent engageons engage engagé engagés engagée engagées engageaient",
        (Kind.GOVERNS, _A),
        (Kind.FUTURE, rf"{_MORE},? à ce qu(?:e |')"),
        (Kind.GOVERNS, rf"{_MORE},? (?P<lead>pour|en faveur de|dans) (?!une )(?={ACTION})"),
        (
            Kind.GOVERNS,
            rf" (?:leurs?|nos) (?:deux )?(?:gouvernements?|ministres?|administrations?|services)\b[^.;,:]{{0,40}}? (?P<lead>à) ?{_INF}",
        ),
        (Kind.TELLS, ""),
    ),
    **_all(
        "convenu convenus convenue convenues conviennent convenons convient convinrent",
        (Kind.TELLS, _QUALIFIED_NOUN),
        (Kind.GOVERNS, _DECIDED),
        (Kind.GOVERNS, rf"{_MORE} (?P<lead>de|d'|du|des) ?(?={ACTION})"),
        (Kind.GOVERNS, rf"{_MORE}(?: dans ce sens| à cet effet)? (?:de )?« ?(?:de |d')?(?=(?:la |le |l'){ACTION})"),
        (Kind.TELLS, rf"(?={_MORE} qu)"),
        (Kind.GOVERNS, rf"{_MORE} (?=(?:de|d'|du|des|les|sur)[^.;:]{{0,60}}(?:suivante?s?|ci-après|ci-dessous) ?:)"),
        (
            Kind.WISHES,
            rf"{_MORE} d'une? (?=(?:programme|plan|feuille|calendrier|mécanisme|projet|cadre|partenariat|dialogue)\b)",
        ),
        (Kind.REFUSES, rf"(?={_MORE} (?:de|d'|du|des|sur)(?!\s*:))"),
        (Kind.TELLS, ""),
    ),
    **_all(
        "décidé décidés décidée décidées décident décidons décide promis promettent acceptent acceptons accepte prévu prévue prévoient prévoyons prévoit "
        "projettent projetons projeté proposent proposons planifient envisage envisagent envisageons envisagé choisi choisissent",
        (
            Kind.GOVERNS,
            rf" (?:avec \w+ )?(?:une |l'|cette )(?:\w+ )?invitation[^.;,:]{{0,80}}? (?P<lead>à|de) ?{_INF}",
        ),
        (Kind.GOVERNS, _DECIDED),
        (
            Kind.GOVERNS,
            rf"{_MORE} (?=(?:du |de la |de l'|le |la |l'|les |une? )(?:lancement|création|mise en|organisation|tenue|établissement|ouverture|renforcement|élaboration|instauration|doublement|prolongation|renouvellement)\b)",
        ),
        (Kind.TELLS, ""),
    ),
    **_all(
        "acté actent actons acte validé valident validons entériné entérinent approuvé approuvent approuvons",
        (
            Kind.GOVERNS,
            rf"{_MORE} (?=(?:la |le |l')(?:lancement|création|mise en place|mise sur pied|organisation|tenue|établissement|ouverture|élaboration|production|instauration|rédaction|réalisation|constitution|publication|préparation)\b)",
        ),
        (Kind.TELLS, ""),
    ),
    **_all(
        "confient confie confions confié confiée",
        (
            Kind.GOVERNS,
            rf"[^.;:]{{2,90}}? (?:la mission|le soin|la tâche|le mandat|la responsabilité) (?P<lead>de|d') ?{_INF}",
        ),
        (Kind.GOVERNS, rf"[^.;:,]{{2,60}}? (?=(?:la |le |l'){ACTION})"),
        (Kind.TELLS, ""),
    ),
    **_all(
        "donné donnés donnent donnons donne",
        (Kind.GOVERNS, rf" (?:leur|son|notre) (?:accord|feu vert) (?:à|au|aux|pour) ?(?={ACTION})"),
        (
            Kind.GOVERNS,
            rf" (?:le |un |l')?(?:mandat|instruction|instructions|mission|consigne|pouvoir) (?:à|aux?) [^.;,:]{{2,90}}? (?P<lead>de|d'|pour) ?{_INF}",
        ),
        (
            Kind.GOVERNS,
            rf" (?:pour |comme |un |l'|d')*(?:objectif|but|cible|ambition)(?: commun| partagé| chiffré)? (?P<lead>de|d') ?{_INF}",
        ),
        (Kind.TELLS, ""),
    ),
    **_all(
        "fixé fixés fixent fixons fixe assigné assignent",
        (
            Kind.GOVERNS,
            rf" (?:pour |comme |un |l'|d')*(?:objectif|but|cible|ambition)(?: commun| partagé| chiffré)? (?P<lead>de|d') ?{_INF}",
        ),
        (Kind.TELLS, ""),
    ),
    **_all(
        "vont va",
        (
            Kind.TELLS,
            rf"(?={_MORE} (?:connaître|permettre|contribuer|être|devenir|rester|constituer|bénéficier|dépendre)\b)",
        ),
        (Kind.GOVERNS, _BARE),
        (Kind.TELLS, ""),
    ),
    **_all(
        "entendent entendons entend entendaient comptent comptons compte allons",
        (Kind.GOVERNS, _BARE),
        (Kind.TELLS, ""),
    ),
    **_all(
        "accordent accordons accordés accordées accorde entendus entendues",
        (
            Kind.TELLS,
            rf"(?={_MORE} (?:à|pour) (?:dire|reconnaître|considérer|penser|estimer|affirmer|souligner|constater)\b)",
        ),
        (Kind.GOVERNS, _POUR),
        (Kind.GOVERNS, rf"{_MORE} sur ?(?={ACTION})"),
        (Kind.TELLS, ""),
    ),
    **_all(
        "tombés tombées",
        (Kind.GOVERNS, rf" d'accord{_MORE} (?P<lead>pour|afin de|afin d'|sur|de|d') ?{_INF}"),
        (Kind.GOVERNS, rf" d'accord{_MORE} (?:sur|pour) ?(?=(?:la |le |l'|une |un ){ACTION})"),
    ),
    **_all(
        "mis mises",
        (Kind.GOVERNS, rf" d'accord{_MORE} (?P<lead>pour|afin de|afin d'|sur) ?{_INF}"),
        (Kind.GOVERNS, rf" d'accord{_MORE} (?:sur|pour) ?(?=(?:la |le |l'|une |un ){ACTION})"),
        (Kind.TELLS, ""),
    ),
    **_all(
        "mettent mettons",
        (Kind.GOVERNS, rf" d'accord{_MORE} (?P<lead>pour|afin de|afin d'|sur) ?{_INF}"),
        (Kind.GOVERNS, rf" d'accord{_MORE} (?:sur|pour) ?(?=(?:la |le |l'|une |un ){ACTION})"),
        (Kind.PRESENT, ""),
    ),
    **_all(
        "visent visons vise cherchent cherchons cherche tendent attachent attachons attache attachés emploient employons emploie consacrent résolus "
        "résolues résolue déterminés déterminées déterminé déterminée décidés",
        (Kind.GOVERNS, _A),
        (
            Kind.WISHES,
            rf"{_MORE} (?=(?:la |le |l')(?:conclusion|signature|adoption|finalisation|création|mise en place|mise en œuvre|ouverture)\b)",
        ),
        (Kind.TELLS, ""),
    ),
    **_all("résolu", (Kind.GOVERNS, _DE), (Kind.GOVERNS, _A)),
    **_all(
        "partagent partageons",
        (
            Kind.GOVERNS,
            rf"{_MORE} (?:la |une |leur |l'|cette )(?:même |ferme )*(?:volonté|détermination|intention|ambition|engagement)(?: commune?| ferme)? (?P<lead>de|d'|à) ?{_INF}",
        ),
        (Kind.REFUSES, ""),
    ),
    **_all(
        "volonté détermination intention ambition engagement",
        (Kind.GOVERNS, rf"(?:{_WILL_TOO})(?: (?:commune?|ferme))? (?P<lead>de|d'|à) ?{_INF}"),
    ),
    **_all("souhaitent souhaitons souhaite veut veulent voulons", (Kind.WISHES, _BARE), (Kind.REFUSES, "")),
    **_all("devrait devraient", (Kind.WISHES, rf"{_MORE} être "), (Kind.REFUSES, "")),
    **_all(
        "annonce annoncent annonçons annoncé",
        (Kind.TELLS, rf"(?={_MORE} qu)"),
        (
            Kind.GOVERNS,
            rf"{_MORE} (?:officiellement |également )?(?=(?:la création|le lancement|la mise en place|la mise sur pied|l'ouverture|l'établissement|la tenue|l'organisation|la conclusion|l'instauration|la signature prochaine)\b)",
        ),
        (Kind.WISHES, r" (?:une?|\d|un montant|des) "),
    ),
    **_all(
        "disent dit déclarent",
        (Kind.GOVERNS, rf" (?:s'engager|être (?:déterminés?|résolus?)) (?P<lead>à) ?{_INF}"),
        (Kind.TELLS, ""),
    ),
    **_all("tenus tenues", (Kind.GOVERNS, _DE)),
    **_all("prêt prêts prête prêtes disposés", (Kind.WISHES, _A)),
    **_all("efforcent efforçons efforce", (Kind.GOVERNS, _DE)),
    **_all(
        "travaillent travaillons travaille œuvrent œuvrons",
        (Kind.WISHES, rf"{_MORE} (?:à|au|aux|en vue de|pour) ?(?:{_INF}|(?={ACTION}))"),
        (Kind.TELLS, ""),
    ),
    **_all(
        "continuent continuons",
        (Kind.WISHES, rf"{_MORE} (?:à|de|d') ?{_INF}"),
        (Kind.TELLS, ""),
    ),
    **_all("poursuivent poursuivons", (Kind.TELLS, "")),
    **_all(
        "continuera continueront continuerons efforcera efforceront efforcerons tâcheront tâcherons",
        (Kind.GOVERNS, _DE),
        (Kind.GOVERNS, _A),
    ),
    **_all(
        "engagera engageront engagerons veillera veilleront veillerons emploiera emploieront emploierons cherchera chercheront chercherons attachera attacheront attacherons",
        (Kind.GOVERNS, _A),
    ),
    **_all(
        "réaffirmer affirmer renouveler exprimer réitérer",
        (Kind.TELLS, _GAVE_OCCASION),  # « ces entretiens ont permis de réaffirmer … » tells of what was said
        (
            Kind.GOVERNS,
            rf" (?:(?:leur|leurs|notre|nos|son|sa|l'|la|le) ?)(?:\w+ ){{0,2}}?{_WILL}(?: [\w'-]+){{0,4}}? (?P<lead>à|de|d') ?{_INF}",
        ),
    ),
    **_all(
        _SAY,
        (
            Kind.GOVERNS,
            rf"{_MORE} {_QUOTED}(?:(?:leur|leurs|notre|nos|son|sa|ses|l'|la|le|une?) ?)(?:\w+ ){{0,2}}?{_WILL}(?: [\w'-]+){{0,6}}? (?P<lead>à|de|d') ?{_INF}",
        ),
        (
            Kind.GOVERNS,
            rf"[^.;:]{{0,150}} et (?:leur|notre|sa|la) (?:\w+ )?{_WILL}(?: \w+)? (?P<lead>de|d'|à) ?{_INF}",
        ),
        (
            Kind.GOVERNS,
            rf"{_MORE} (?:(?:leur|leurs|notre|nos|son|l'|un) ?)(?:\w+ )?(?:accord|engagement|volonté) (?P<lead>pour|à|en vue de) ?{_INF}",
        ),
        (Kind.TELLS, r"(?= qu)"),
        (
            Kind.WISHES,
            rf"{_MORE} (?:leurs? |notre |nos |sa |son |l'|le |un )(?:\w+ ){{0,2}}?(?:soutien|appui|souhait|désir|engagement|disponibilité|{_WILL}) (?:à|au|aux|pour|de|d'|en faveur|en ce qui|quant|que) ?",
        ),
        (Kind.REFUSES, ""),
    ),
    **_all(
        "ont avons a auront aurons avaient",
        (Kind.GOVERNS, rf" de cesse (?P<lead>de|d') ?{_INF}"),
        (Kind.PRESENT, r"(?<=\bont) lieu(?! d(?:e |')\w+ qu)|(?<=\ba) lieu(?! d(?:e |')\w+ qu)"),
        (
            Kind.GOVERNS,
            rf" (?:également |aussi )?(?:l'|la |pour |comme |une )(?:\w+ )?(?:intention|volonté|ambition|objectif|but|détermination)(?: (?!de |d')\w+)? (?P<lead>de|d'|à) ?{_INF}",
        ),
    ),
    **_all(
        "instruit instruits instruisent instruisons enjoint enjoignent chargé chargés chargée chargées chargent chargeons charge mandaté mandatés mandatent mandatons mandate",
        (Kind.GOVERNS, rf" (?P<lead>de|d'|pour) ?{_INF}"),
        (Kind.GOVERNS, rf" [^.;,:]{{0,60}}?{_OWN}[^.;,:]{{0,60}}? (?P<lead>de|d'|pour) ?{_INF}"),
        (
            Kind.FUTURE,
            rf" [^.;:]{{0,60}}?{_OWN}[^.;:]{{0,60}}? (?:pour|afin) qu(?:e |')(?:ils?|elles?|ceux-ci|celles-ci) ",
        ),
        (
            Kind.GOVERNS,
            rf" (?:l[ae]s? |l'|leurs? |nos |notre |une? |à ){{0,2}}[^.;,:]{{2,70}}?,? (?P<lead>de|d'|pour|afin de) ?{_INF}",
        ),
        (Kind.GOVERNS, rf" (?P<lead>du|de la|de l'|d'|de) ?(?={ACTION})"),
    ),
    **_all(
        "exhorté exhortent exhortons demandé demandent demandons demande prié prient prions invité invitent invitons invite instruction instructions",
        (
            Kind.GOVERNS,
            rf" (?:à |aux? |est donnée )?[^.;,:]{{0,60}}?{_OWN}[^.;,:]{{0,60}}? (?P<lead>de|d'|pour|à) ?{_INF}",
        ),
        (Kind.FUTURE, rf" (?:également |aussi )?qu(?:e |')(?={_OWN})"),
        (Kind.REFUSES, ""),
    ),
    **_all(
        "accepté",
        (Kind.GOVERNS, _DE),
        (
            Kind.GOVERNS,
            rf" (?:avec plaisir )?(?:une |l'|cette )(?:\w+ )?invitation[^.;,:]{{0,60}}? (?P<lead>à|de) ?{_INF}",
        ),
        (Kind.TELLS, ""),
    ),
    **_all(
        "reçu reçoivent reçoit recevront recevra",
        (
            Kind.GOVERNS,
            rf" (?:pour |comme |le |l'|des |ainsi )*(?:mandat|mission|missions|instruction|instructions|tâche|consigne) (?P<lead>de|d') ?{_INF}",
        ),
    ),
    **_all(
        "pris prennent prenons prend",
        (Kind.REFUSES, " (?:note|acte|connaissance)"),
        (Kind.GOVERNS, rf" la (?:\w+ )?décision (?P<lead>de|d') ?{_INF}"),
        (Kind.GOVERNS, rf" (?:l'|un |des )engagements? (?:\w+ )?(?P<lead>de|d'|à) ?{_INF}"),
        (Kind.PRESENT, ""),
    ),
    **_all(
        "fait font faisons",
        (Kind.REFUSES, " (?:le point|état|le bilan)"),
        (
            Kind.GOVERNS,
            rf" (?:également |aussi )?part de (?:leur|leurs|notre|nos|sa|son) (?:\w+ ){{0,2}}?{_WILL}(?: [\w'-]+){{0,4}}? (?P<lead>à|de|d') ?{_INF}",
        ),
        (Kind.TELLS, ""),
    ),
    **_all("échangé", (Kind.REFUSES, "")),
    **_all(
        "il",
        (
            Kind.WISHES,
            rf" (?:convient|importe|s'agira|est (?:nécessaire|souhaitable|essentiel|important|indispensable)) (?:de|d') ?{_INF}",
        ),
        (Kind.FUTURE, r" (?:est|a été) (?:ainsi |également |aussi )?prévu qu(?:e |')(?![^.;]*\w{2}r(?:a|ont)\b)"),
        (
            Kind.FUTURE,
            r" est (?:ainsi |également )?(?:institué|créé|établi|instauré|constitué|mis en place|mis sur pied|convoqué)\b",
        ),
        (
            Kind.GOVERNS,
            rf" (?:est|a été|sera) (?:ainsi |également |aussi |en outre )?(?:prévu|convenu|décidé|proposé|envisagé){_ABOUT} (?P<lead>de|d') ?{_INF}",
        ),
        (
            Kind.GOVERNS,
            rf" (?:est|a été) (?:ainsi |également |aussi |en outre )?(?:prévu|convenu|décidé) (?:de |d'|du |des )?(?={ACTION})",
        ),
    ),
    "nous": (
        (
            Kind.FUTURE,
            r" (?=(?:élevons|lançons|créons|établissons|instituons|instaurons|inaugurons|modernisons|ouvrons|entamons|doublons|désignons|mettons (?:en place|sur pied)) (?:également |aussi |aujourd'hui |ensemble )*(?:une?|le|la|l'|deux|trois|des|les|nos|notre) ?)",
        ),
    ),
    **_all("doivent devons doit devront devra", (Kind.WISHES, _BARE), (Kind.REFUSES, "")),
    **_all("soutenons", (Kind.WISHES, "")),
    **_all(
        "est sont",
        (Kind.GOVERNS, rf" (?P<lead>de|d') ?{_INF}"),
        (
            Kind.FUTURE,
            r" (?=(?:ainsi |également |en outre )?(?:créée?s?|instituée?s?|instaurée?s?|constituée?s?|mise?s? en place|mise?s? sur pied)(?= ?(?:[,.;]|$|entre |afin |pour |composé|coprésidé|chargé)))",
        ),
        (Kind.TELLS, ""),
    ),
    **_all("sommes était étaient etait etaient", (Kind.TELLS, "")),
}

_PARTICIPLE: Final = r"(?:\w+(?:é|ée|és|ées|ie?s?|ue?s?|ite?s?|inte?s?|erte?s?|ise?s?))\b"

PREDICATES: Final = Predicates(
    heads=HEADS,
    unsure=frozenset(
        "exhorté exhortent exhortons proposent proposons accepté acceptent accepte invité invitent invitons invite devra devront".split()
    ),
    weak=r"(?!)",
    # « nous collaborons » is a present: the stem ends in r by itself.
    future=(
        r"(?!\w*[aoé]r(?:a|ont|ait|aient)$)(?!(?!promouvrons)\w*(?:[oaé]|[^al]u|f|uv|nt|st|liv|[bg])rons$|(?:re|at|é)?tirons$|(?:v|adm|asp|insp|resp|dés)irons$)"
        r"\w{2,}r(?:a|ont|ons|ait|aient)"
    ),
    future_ends=("ra", "ront", "rons", "rait", "raient"),
    reported_ends=("rait", "raient"),
    not_future=frozenset(
        """
        front affront patrons électrons environs barons opéra caméra contra entra sierra ultra extra sahara barra verrons saura
        saurons faudra faudrait voudrait voudraient vrait serait seraient aurait auraient voudra voudront infra para agora supra pourra pourront pourrons parra camera citrons
        """.split()
    ),
    noun_before=r"\b(?:l'|le|la|les|un|une|des|du|au|ce|cette|ces|leur|notre|son|d'|avec|sans|plus|moins) ?$",
    name_before=r"(?:\bmm?\.|\bmme|\bmr|\bshri|\bmonsieur|\bmadame|\bdr) ?$|\b(?:de|du|des|d'|à|au|aux|un|une|par|sur|saint|san|santa) ?$",
    shelter=r"\b(?:qui|(?<!à ce )(?<!en tant )que|(?<!en tant )qu'\w*|dont|où|lorsque|lorsqu'\w*|si|quand|lesquel(?:le)?s|lequel|laquelle|auquel|auxquels|desquels|duquel|afin que|pour que|puisque|parce)\b",
    sheltered_unless=(
        r"(?:\b(?:convenu|convenus|convenues|conviennent|convenons|décidé|décident|confirmé|annoncé|annoncent|indiqué|précisé|déclaré|affirmé|promis|assuré|savoir) (?:également )?(?:que|qu'\w*)|\btandis (?:que|qu'\w*)|\balors (?:que|qu'\w*)|"
        r"\bil est (?:en outre |également |par conséquent |donc )?résolu qu\w*|\b(?:précise|précisent|précisant|indique|indiquant|ajoute|ajoutant) (?:également |aussi |que|qu'\w*)+|\b(?:dans|par|aux termes de) (?:laquelle|lequel|lesquels|lesquelles)|"
        r"\bainsi que|^(?:tandis|alors) (?:que|qu'\w*))$"
    ),
    by_which=r"\b(?:dans|par|aux termes de) (?:laquelle|lequel|lesquels|lesquelles)$",
    party=(
        r"\b(?:nous|ue|reine|roi|majestés?|grand-duc|souverains?|ministres?|dirigeants?|parties|partie|pays|gouvernements?|participants?|présidents?|présidente|premiers? ministres?|première ministre|chefs|états?|partenaires|"
        r"membres?|chacun|chacune|signataires|délégations?|chancelier|chancelière|capitales|union européenne|côtés?|nations|pour sa part|pour leur part|de son côté|les deux|tous deux|chaque partie|québec)\b"
    ),
    body=(
        r"\b(?:ils?|elles?|comités?|commissions?|conseils?|groupes?|dialogues?|secrétariat|agences?|ministères?|fonctionnaires|experts?|expertes?|autorités?|"
        r"universités?|équipes?|services?|alliances?|coalition|partenariat|initiative|instituts?|institutions?|organismes?|organisations?|forces|polices?|gardes?|chambres?|ambassadeurs?|ambassades?|"
        r"banques?|forum|conférences?|réunions?|sommet|parlements?|parlementaires|scientifiques|chercheurs|douanes?|marines?|armées?|centres?|réseaux?|"
        r"mécanisme|consultations|administrations?|entreprises|écoles?|bureaux?|fonds|société|office|coordonnateurs?|délégués?|directions?|techniciens|villes|régions|opérateurs|académies?|lycées?|musées?|bibliothèques?|orchestres?|hôpita(?:l|ux)|laboratoires?|fondations?|ports?|communes|municipalités|collectivités|médecins|étudiants|stagiaires|auteurs?|autrices?|artistes?|créateurs|créatrices|cinéastes|écrivains?|écrivaines?|athlètes|bourse|associations?|fédérations?|confédérations?|syndicats?|consortium|observatoire|coopératives?|compagnies?|tribuna(?:l|ux)|parquets?|gestionnaires|exploitants|boursiers|jeunes|points de contact|directeurs?|chefs?|commandants?|envoyés?|conseillers?|négociateurs?|inspecteurs?|instructeurs?|officiers?|équipages?|ingénieurs?|navires?|frégates?|bâtiments?|avions?|points focaux|correspondants|coordonnateurs|états-majors|chefs d'état-major|missions?|épidémiologistes|médecins|chercheuses|doctorants?|enseignants?|spécialistes?|juges?|procureurs?|provinces)\b"
    ),
    this=r"(?:l[ae]s? présente?s?|ce|cet|cette|ces|celui-ci|celle-ci|ceux-ci|celles-ci|celui|(?:tout )?ce(?:la|ci)|il s'agi\w*|ce qui)\b",
    of=r" +(?:de|du|des|d'\w*|entre|pour|sur|en|dans|avec|à|au|aux|par|chargés?|chargée|relatif|relative|concernant|responsables?|compétents?)\b",
    an=r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|cinquante|cent|mille|des|de nouvelles|de nouveaux|plusieurs|\d+)\b",
    said_that=r"\bqu(?:e +|')",
    clitic=r"^(?:à (?:ce titre|cette fin|cet effet)|dans ce (?:cadre|contexte)|à cet égard|en (?:19|20)\d\d|dès (?:19|20)\d\d) |(?:^| )(?:(?:se|y|en|ne|s'|leur|l'|le|la|les) ?)+$",
    parties=PARTIES,
    adverbs="",
    stative=spaced(
        r"(?:sera|seront|serons) (?!également|aussi|ensuite|notamment|\w+ment\b)(?:(?:une?|l[ea]s?|celui|celle|ceux|celles|aussi) (?!année)|l'(?!année)|en mesure|au cœur|au centre|à même|heureux|ravis|nécessaires?|essentiels?|essentielles?|indispensables?|cruciale?s?)|"
        r"(?:bénéficier|deviendr|dépendr|représenter|constituer|signifier|rester(?!\w* (?:engag|mobilis|uni|solidaire|vigilant|attenti|aux côtés|fidèle|saisi|en contact))|demeurer(?!\w* (?:engag|mobilis|uni|solidaire|vigilant|attenti|aux côtés|fidèle|saisi|en contact))|verr(?!(?:a|ont) (?:le jour|deux|tous|chaque|une fois|au moins|régul|à|au|en)\b)|connaîtr|saur)\w*|(?:aura|auront|aurons) (?!lieu|pour (?:mission|mandat|tâche))"
    ),
    passive=spaced(rf"(?:sera|seront) (?:{_ADVERBS} |bien |ainsi |donc |régulièrement )*(?:mise?s? |{_PARTICIPLE})"),
    described=spaced(
        rf"(?:sera|seront) (?:{_ADVERBS} )*(?:composé|constituée?s? (?:de|d'|par)|doté|fondé|basé|axé|ouverte?s? (?:à|au|aux)\b|situé|guidé|destiné|consacré|compris|accompagné|complété|inspiré|"
        r"nécessit|suivie? d|considéré|appelé|attendu|dû|due|portée? par|limité|régi)"
    ),
    procedure=spaced(
        r"(?:aura lieu|auront lieu|tiendr|réunir|débuter|commencer|entrer(?:a|ont) en vigueur|poursuivr|reprendr|fer(?:a|ont) l'objet|procéder|dresser|examiner|rendr(?:a|ont) (?:compte|à|en|au|aux|visite|sur)|verr(?:a|ont) le jour|gagner|visiter|"
        r"fer(?:a|ont) rapport|élaborer|présenter|lancer|ouvrir|signer|déroulera|dérouleront|sera (?:l'année|une année|la saison)|veiller|succéder|remettr)"
    ),
    describes=spaced(
        r"(?:entrer(?:a|ont) en vigueur|permettr|contribuer|comprendr|comporter|porter(?:a|ont) (?:\w+ )?(?:sur|le nom)|inclur|viser|couvrir|articuler|inscrir|appliquer|durer|concerner|tiendr(?:a|ont) compte|abordera|aborderont|"
        r"traiter|regrouper|rassembler|associer|compter|consister|prendr(?:a|ont) (?:la forme|fin|effet)|cesser|expirer|reposer|fonder|(?<=s')appuier|bénéficier|servir)"
    ),
    outcome=spaced(
        r"(?:offrir|aider|servir|favoriser|renforcer|faciliter|garantir|assurer|améliorer|accroîtr|réduir|créer|donner|apporter|soutiendr|"
        r"accueiller|accueillir|générer|stimuler|encourager|appuier|fournir|ouvrir|mettr|jouer|complèter|compléter|valoriser|rendr|fer|utiliser|"
        r"récompenser|protéger|développer|mobiliser|attirer|accélérer|promouvr|montrer|marquer|doter)"
    ),
    deliberate=spaced(
        r"(?:participer|rédiger|recenser|étudier|négocier|discuter|débattr|désigner|collaborer|coopérer|travailler|œuvrer|échanger|partager|coordonner|assister|dialoguer|plaider|former|financer|dépêcher|convoquer|inviter|publier)(?:a|ont)\b"
    ),
    normative=r"(?:les (?:deux |trois |)(?:parties|participants|signataires)|chaque partie|le comité|la commission|un comité|une commission|un groupe|le groupe|le secrétariat|il|elle)\b",
    reported=r"\b(?:annoncé|confirmé|indiqué|précisé|convenu|décidé|déclaré|affirmé|promis|assuré|savoir)(?:\w| ){0,20} qu(?:e |')",
    only_reported=frozenset(),
    purposes=r"(?:vis|cherch|entend|tend|a |ont|se fix|fix|donn)",
    paper=(
        r"(?:l[ea] |l'|les |ce |cette |ces |notre )?(?:présente? )?(?:plan|accord|déclaration|document|feuille de route|programme|protocole|mémorandum|stratégie|cadre|charte|"
        r"texte|politique|arrangement|annexe|objectif|entente)\b"
    ),
    funded=r"\d (?:millions?|milliards?)|\bdotée? d|^\d[\d.]{2,} ",
    shows=r"(?:témoign|démontr|illustr|traduis|reflèt|souligne|confirme|réaffirme|marque|manifeste)",
    told_of_then=r"(?:en|depuis|le) (?:\w+ |\d\d? \w+ )?(?:19|20)\d\d,? [^.;]{3,120}\b(?:ont|a|avaient|avait|sont|étaient) (?:\w+ ){0,2}?\w+(?:é|és|ées|us?|ues?|is)\b[^.;]*$",
    they=r"(?:ils|elles)$",
    it=r"(?:il|elle)",
    inverted=frozenset("ils elles il elle on nous t-il t-elle t-on".split()),
    these=r"(?:ce|cet|cette|ces)\b",
    tells_only=(
        r"(?:l[ea] |l'|les |ce |cette |ces |notre )?(?:présente? |nouvelle? )?(?:plan d|déclaration|document|feuille de route|protocole|mémorandum|charte|communiqué|texte|entente)\b"
    ),
    aims=r"(?:vise|visent|cherche|cherchent|tend|tendent|(?:a|ont) (?:\w+ )?(?:pour|comme))\b",
    qualifiers=frozenset(
        "rencontrés rencontrées évoqué abordé partagé constaté noté souligné réuni réunis réunie réunies chargé chargés chargée chargées résolue résolues résolus déterminé déterminée déterminés déterminées".split()
    ),
    qualified=r"\b(?:(?:se )?(?:disent|dit|déclarent|déclare|montrent|affirment)|ont|a|avons|est|sont|sera|seront|été|ayant|sommes|restons|restent|reste|demeurons|demeurent|demeure|étant|tous)\b",
    goes_on=r"(?:que|qu'|auquel|auxquels|lequel)",
    joined=r"\b(?:et|ou|mais|puis|qu[e'])\b",
    pronoun=r"\bnous$|^il (?:est|a été) ",
    auxiliaries=frozenset(
        "est sont sommes était étaient ont avons a volonté détermination intention ambition engagement".split()
    ),
)
