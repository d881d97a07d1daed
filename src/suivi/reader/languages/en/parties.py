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
"""

PARTIES = Lexicon(
    {name: line.split(" ", 1)[0] for line in _NAMES.strip().splitlines() for name in line.split(" ", 1)[1].split("|")},
    whole=True,
)
