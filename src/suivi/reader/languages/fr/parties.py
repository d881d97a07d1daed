"""States by the names French gives them, with ISO 3166 alpha-3 codes in lower case."""

from suivi.reader.lexicon import Lexicon

_NAMES = """
can canada|canadien|canadienne|canadiens|canadiennes
kor république de corée|corée|corée du sud|coréen|coréenne|coréens|coréennes
prk corée du nord|rpdc|république populaire démocratique de corée|nord-coréen|nord-coréenne
jpn japon|japonais|japonaise
chn chine|république populaire de chine|chinois|chinoise
usa états-unis|états-unis d'amérique|américain|américaine
gbr royaume-uni|grande-bretagne|royaume-uni de grande-bretagne et d'irlande du nord|britannique
aus australie|australien|australienne
nzl nouvelle-zélande|aotearoa nouvelle-zélande
fra france|république française|français|française
deu allemagne|république fédérale d'allemagne|allemand|allemande
ita italie|italien|italienne
esp espagne|espagnol|espagnole
mex mexique|mexicain|mexicaine
bra brésil|brésilien|brésilienne
arg argentine|argentin
ind inde|indien|indienne
idn indonésie|indonésien|indonésienne
tur turquie|türkiye|turc|turque
sau arabie saoudite|royaume d'arabie saoudite
zaf afrique du sud|sud-africain
rus russie|fédération de russie|russe
bel belgique|belge
nld pays-bas|néerlandais|néerlandaise
che suisse|confédération suisse
lux luxembourg
prt portugal
pol pologne
ukr ukraine|ukrainien|ukrainienne
irl irlande
aut autriche
grc grèce
cze tchéquie|république tchèque
rou roumanie
swe suède|suédois|suédoise
nor norvège|norvégien|norvégienne
dnk danemark|danois|danoise
fin finlande|finlandais|finlandaise
isl islande|islandais|islandaise
est estonie
lva lettonie
ltu lituanie
vnm viet nam|vietnam|vietnamien|vietnamienne
tha thaïlande
phl philippines|république des philippines
mys malaisie
sgp singapour
brn brunéi darussalam|brunéi
khm cambodge
lao laos
mmr myanmar
tls timor-leste
mng mongolie
mar maroc|marocain|marocaine
tun tunisie
dza algérie
egy égypte
sen sénégal|sénégalais|sénégalaise
civ côte d'ivoire
cmr cameroun
ken kenya
nga nigéria
gha ghana
rwa rwanda
hti haïti
chl chili
col colombie
per pérou
cri costa rica
isr israël
jor jordanie
are émirats arabes unis
qat qatar
kaz kazakhstan
uzb ouzbékistan
"""

PARTIES = Lexicon(
    {name: line.split(" ", 1)[0] for line in _NAMES.strip().splitlines() for name in line.split(" ", 1)[1].split("|")},
    whole=True,
)
