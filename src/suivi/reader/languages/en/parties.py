"""States by the names English gives them, with ISO 3166 alpha-3 codes in lower case."""

from suivi.reader.lexicon import Lexicon

_NAMES = """
can canada|canadian
kor republic of korea|korea|south korea|rok|korean
prk north korea|dprk|democratic people's republic of korea
jpn japan|japanese
chn china|people's republic of china|chinese
usa united states|united states of america|u.s.|american
gbr united kingdom|great britain|uk|british|united kingdom of great britain and northern ireland
aus australia|australian
nzl new zealand|aotearoa new zealand
fra france|french republic|french
deu germany|federal republic of germany|german
ita italy|italian
esp spain|spanish
mex mexico|mexican
bra brazil|brazilian
arg argentina|argentine
ind india|indian
idn indonesia|indonesian
tur türkiye|turkey|turkish
sau saudi arabia|kingdom of saudi arabia|saudi
zaf south africa|south african
rus russia|russian federation|russian
bel belgium|belgian
nld netherlands|dutch|kingdom of the netherlands
che switzerland|swiss confederation|swiss
lux luxembourg
prt portugal|portuguese
pol poland|polish
ukr ukraine|ukrainian
irl ireland|irish
aut austria|austrian
grc greece|greek
cze czechia|czech republic
rou romania
swe sweden|swedish
nor norway|norwegian
dnk denmark|danish
fin finland|finnish
isl iceland|icelandic
est estonia|estonian
lva latvia|latvian
ltu lithuania|lithuanian
vnm viet nam|vietnam|vietnamese
tha thailand|thai
phl philippines|republic of the philippines|philippine
mys malaysia|malaysian
sgp singapore
brn brunei darussalam|brunei
khm cambodia
lao lao pdr|laos
mmr myanmar
tls timor-leste
mng mongolia
mar morocco|moroccan
tun tunisia
dza algeria
egy egypt
sen senegal
civ côte d'ivoire
cmr cameroon
ken kenya
nga nigeria
gha ghana
rwa rwanda
hti haiti
chl chile
col colombia
per peru
cri costa rica
isr israel
jor jordan
are united arab emirates|uae
qat qatar
kaz kazakhstan
uzb uzbekistan
afg afghanistan|afghan
alb albania|albanian
and andorra
ago angola|angolan
atg antigua and barbuda
arm armenia|armenian
aze azerbaijan|azerbaijani
bhs bahamas|the bahamas
bhr bahrain|bahraini
bgd bangladesh|bangladeshi
brb barbados
blr belarus|belarusian
blz belize
ben benin
btn bhutan
bol bolivia|bolivian
bih bosnia and herzegovina
bwa botswana
bgr bulgaria|bulgarian
bfa burkina faso
bdi burundi
cpv cabo verde|cape verde
caf central african republic
tcd chad
com comoros
cog congo|republic of the congo
cod democratic republic of the congo|drc
hrv croatia|croatian
cub cuba|cuban
cyp cyprus|cypriot
dji djibouti
dma dominica
dom dominican republic
ecu ecuador|ecuadorian
slv el salvador
gnq equatorial guinea
eri eritrea
swz eswatini
eth ethiopia|ethiopian
fji fiji|fijian
gab gabon
gmb gambia|the gambia
geo georgia|georgian
grd grenada
gtm guatemala|guatemalan
gin guinea
gnb guinea-bissau
guy guyana
hnd honduras|honduran
hun hungary|hungarian
irn iran|iranian
irq iraq|iraqi
jam jamaica|jamaican
kir kiribati
kwt kuwait|kuwaiti
kgz kyrgyzstan|kyrgyz republic|kyrgyz
lbn lebanon|lebanese
lso lesotho
lbr liberia
lby libya|libyan
lie liechtenstein
mdg madagascar
mwi malawi
mdv maldives
mli mali
mlt malta|maltese
mhl marshall islands
mrt mauritania|mauritanian
mus mauritius
fsm micronesia
mda moldova|republic of moldova|moldovan
mco monaco
mne montenegro
moz mozambique
nam namibia
nru nauru
npl nepal
nic nicaragua
ner niger
mkd north macedonia
omn oman
pak pakistan|pakistani
plw palau
pse palestine|palestinian authority
pan panama|panamanian
png papua new guinea
pry paraguay
kna saint kitts and nevis
lca saint lucia
vct saint vincent and the grenadines
wsm samoa
smr san marino
stp sao tome and principe
srb serbia|serbian
syc seychelles
sle sierra leone
svk slovakia|slovak republic|slovak
svn slovenia|slovenian
slb solomon islands
som somalia
ssd south sudan
lka sri lanka|sri lankan
sdn sudan
sur suriname
syr syria
tjk tajikistan
tza tanzania
tgo togo
ton tonga
tto trinidad and tobago
tkm turkmenistan
tuv tuvalu
uga uganda
ury uruguay|uruguayan
vut vanuatu
vat holy see
ven venezuela
yem yemen
zmb zambia
zwe zimbabwe
"""

PARTIES = Lexicon(
    {name: line.split(" ", 1)[0] for line in _NAMES.strip().splitlines() for name in line.split(" ", 1)[1].split("|")},
    whole=True,
)
