"""What pairing language versions needs of French: words by concept, how numbers are written, how firm a promise is.

A line of the glossary is a concept and its words, parted by “|”; beginnings of words suffice, and “_” stands for a
blank at the end of one. A concept that begins with “@” is a name: one that stands in one version only is told.
"""

from suivi.reader.languages.language import Numbers, Strength, Versions
from suivi.reader.lexicon import glossary

VERSIONS = Versions(
    numbers=Numbers(
        decimal=",",
        scales={
            "mille": 1_000,
            "million": 1_000_000,
            "millions": 1_000_000,
            "milliard": 1_000_000_000,
            "milliards": 1_000_000_000,
        },
        words={
            "treize": 13,
            "quatorze": 14,
            "quinze": 15,
            "seize": 16,
            "dix-huit": 18,
            "vingt": 20,
            "trente": 30,
            "quarante": 40,
            "cinquante": 50,
            "soixante": 60,
            "quatre-vingts": 80,
            "quinzaine": 15,
            "vingtaine": 20,
            "trentaine": 30,
            "cinquantaine": 50,
        },
    ),
    strength=Strength(
        zone=110,
        hoped=r"\b(?:espèr\w+|souhait\w+|aspir\w+|peuvent|pourr\w+)\b",
        sought=r"\b(?:s'efforc\w+|cherch(?:er|ent|ons|era|eront|ant)|s'emploi\w+|s'employer|tendre vers|œuvrer(?:ont)? (?:en vue|à)|tâcher\w*|explor\w+|envisag\w+|étudi(?!ant)\w+|examin\w+ (?!.{0,30}(?:mise en œuvre|progrès))|dans la mesure du possible|s'il y a lieu)\b",
        planned=r"\b(?:l'intention|entend(?:ent|ons)? [a-zé]+(?:er|ir|re)\b|prévoi\w+|visent?)\b",
    ),
    concepts=glossary(
        """
security sécurit
defence défense|militair|forces armées
maritime maritim|en mer
trade commerc|échanges commerciaux|export|import
investment investi
tariff tarif|droits de douane|douan
supply-chain chaînes d'approvisionnement|chaîne d'approvisionnement
critical-minerals minéraux critiques|minerai|terres rares|lithium
mining minier|minière
energy énergie|énergétique|électricité|réseau électrique
hydrogen hydrogène|ammoniac
nuclear nucléaire|réacteur
wind-solar éolien|solaire|renouvelable
gas-oil gaz naturel|gnl|pétrole
climate climat|émission|carbone|carboneutr|gaz à effet
environment environnement|pollution|plastique
biodiversity biodiversité|nature|faune
forest forêt|forestier|feux|incendie|bois
ocean océan|côti|marin
fisheries pêche|inn|poisson
arctic arctique|antarctique|polaire
water eau|fleuve|inondation
agriculture agricol|agriculture|aliment|agro
health santé|maladie|tuberculose|vaccin|pandémi|médica|hôpita|sanitaire
culture cultur|patrimoine|musée|artist
audiovisual film|cinéma|audiovisuel|télé|coproduction
education éducation|école|enseign|universit
students étudiant|jeune|jeunesse
language langue|cours de coréen
science science|scientif|recherche
technology technolog|innovation|innov
digital numérique|internet|en ligne
ai intelligence artificielle|_ia_
semiconductor semi-conducteur|puce
quantum quantique
cyber cyber
space spatial|espace|satellite|lunaire
telecom 5g|6g|télécommunication
data données
privacy renseignements personnels|vie privée|données personnelles
battery batterie|pile
automotive véhicule|automobile
shipbuilding navire|naval|bateau
port-shipping port_|portuaire|transport maritime
aviation aérien|aviation|vol_|vols|aéroport
transport transport|ferroviaire|corridor|logistique
infrastructure infrastructure
finance financ|banque|fonds
tax fiscal|impôt
business entreprise|pme|jeunes pousses
labour travail|travailleur|emploi|main-d'œuvre
mobility mobilité|visa|vacances-travail|voyage
tourism touris|visiteur
migration migrat|réfugié
women femmes|genre|filles|égalité des genres
human-rights droits de la personne|droits de l'homme|libert
democracy démocra
rule-of-law primauté du droit|fondé sur des règles|droit international|norme
disinformation désinformation|intégrité de l'information
development aide au développement|coopération au développement
humanitarian humanitaire|catastrophe|urgence
peacekeeping maintien de la paix|opérations de paix|paix
sanctions sanction
nonproliferation non-prolifération|désarmement|dénucléaris
terrorism terroris|extrémis
crime crimin|police|drogue|stupéfiant|trafic|application de la loi
detention détention arbitraire
consular consulaire|diplomat
negotiation négoci
agreement accord|traité|convention
mou protocole d'entente|protocole|arrangement|mémorandum
free-trade libre-échange|alecc|ale_
sign sign
conclude conclure|finalis|mener à terme
dialogue dialogue|consultation|discussion|entretiens
meeting réunion|rencontr|sommet|réunir|se réunira
committee comité|commission|conseil
working-group groupe de travail|équipe conjointe
forum forum|conférence|atelier|séminaire|colloque
ministers ministre|ministériel
leaders dirigeants|président|premier ministre
officials fonctionnaires|directeurs|hauts
information-sharing renseignements|échange d'informations|informations|partager|échanger des
best-practices pratiques exemplaires|bonnes pratiques|expérience|leçons
study étudier|étude|examiner|explorer|évaluer|faisabilité
training form|capacité
experts expert|spécialiste|technicien
exchange-visits échange|visite
project projet|programme|pilote
centre centre|institut|laboratoire
exercise exercice|patrouille
early-warning alerte précoce|perturbation
year-of année de|année des|anniversaire
report rapport|rendre compte
progress-review progrès|mise en œuvre|bilan|suivi
standards norme|certificat
market-access accès aux marchés|obstacle|barrière
industry industri|manufactur
creative industries créatives|contenu
sport sport|jeux|olympique
archives archives|bibliothèque
local provinc|villes|municipal|collectivités
indigenous autochtone
parliament parlement
civil-society société civile|liens interpersonnels|entre les peuples
veterans ancien combattant|vétéran
intellectual-property propriété intellectuelle|brevet
competition concurrence
outreach public|sensibilis|campagne
strengthen renforcer|approfondir|consolider
expand accroître|élargir|augmenter|doubler
promote promouvoir|encourager|soutenir|appuyer|favoriser
establish établir|créer|mettre en place|lancer|mettre sur pied
combat lutter|contrer|combattre|faire face|relever
@un nations unies|onu
@asean asean|anase
@nato otan
@wto organisation mondiale du commerce|omc
@who organisation mondiale de la santé|oms
@g7 g7
@g20 g20
@apec apec
@oecd ocde
@eu union européenne|ue_
@iaea aiea|agence internationale de l'énergie atomique
@unesco unesco
@mikta mikta
@ottawa-group groupe d'ottawa
@interpol interpol
@indo-pacific indo-pacifique|indopacifique
@north-pacific pacifique nord
@pacific-islands îles du pacifique|insulaires du pacifique
@southeast-asia asie du sud-est
""",
        stems=True,
    ),
)
