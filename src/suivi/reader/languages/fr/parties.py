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
afg afghanistan|afghan|afghane
alb albanie|albanais|albanaise
and andorre
ago angola
atg antigua-et-barbuda
arm arménie|arménien|arménienne
aze azerbaïdjan
bhs bahamas
bhr bahreïn
bgd bangladesh
brb barbade
blr bélarus|biélorussie
blz belize
ben bénin|béninois|béninoise
btn bhoutan
bol bolivie
bih bosnie-herzégovine
bwa botswana
bgr bulgarie|bulgare
bfa burkina faso|burkinabè
bdi burundi
cpv cabo verde|cap-vert|cap-verdien|cap-verdienne
caf république centrafricaine|centrafrique
tcd tchad|tchadien|tchadienne
com comores
cog congo|république du congo
cod république démocratique du congo|rdc
hrv croatie|croate
cub cuba|cubain|cubaine
cyp chypre|chypriote
dji djibouti
dma dominique
dom république dominicaine
ecu équateur
slv salvador|el salvador
gnq guinée équatoriale
eri érythrée
swz eswatini
eth éthiopie|éthiopien|éthiopienne
fji fidji
gab gabon|gabonais|gabonaise
gmb gambie
geo géorgie|géorgien|géorgienne
grd grenade
gtm guatemala
gin guinée|guinéen|guinéenne
gnb guinée-bissau
guy guyana
hnd honduras
hun hongrie|hongrois|hongroise
irn iran|iranien|iranienne
irq iraq|irak|irakien|irakienne
jam jamaïque
kir kiribati
kwt koweït
kgz kirghizistan
lbn liban|libanais|libanaise
lso lesotho
lbr libéria
lby libye|libyen|libyenne
lie liechtenstein
mdg madagascar|malgache
mwi malawi
mdv maldives
mli mali|malien|malienne
mlt malte|maltais|maltaise
mhl îles marshall
mrt mauritanie|mauritanien|mauritanienne
mus maurice
fsm micronésie
mda moldavie|moldova|république de moldova|moldave
mco monaco|monégasque
mne monténégro
moz mozambique
nam namibie
nru nauru
npl népal
nic nicaragua
ner niger|nigérien|nigérienne
mkd macédoine du nord
omn oman
pak pakistan|pakistanais|pakistanaise
plw palaos
pse palestine|autorité palestinienne
pan panama
png papouasie-nouvelle-guinée
pry paraguay
kna saint-kitts-et-nevis
lca sainte-lucie
vct saint-vincent-et-les-grenadines
wsm samoa
smr saint-marin
stp sao tomé-et-principe
srb serbie|serbe
syc seychelles
sle sierra leone
svk slovaquie|slovaque
svn slovénie|slovène
slb îles salomon
som somalie
ssd soudan du sud
lka sri lanka
sdn soudan
sur suriname
syr syrie
tjk tadjikistan
tza tanzanie
tgo togo|togolais|togolaise
ton tonga
tto trinité-et-tobago
tkm turkménistan
tuv tuvalu
uga ouganda
ury uruguay
vut vanuatu
vat saint-siège
ven venezuela
yem yémen
zmb zambie
zwe zimbabwe
"""

PARTIES = Lexicon(
    {name: line.split(" ", 1)[0] for line in _NAMES.strip().splitlines() for name in line.split(" ", 1)[1].split("|")},
    whole=True,
)
