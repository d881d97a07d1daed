"""States by the names Korean gives them, with ISO 3166 alpha-3 codes in lower case."""

from suivi.reader.lexicon import Lexicon

_NAMES = """
can 캐나다
kor 대한민국|한국|한-|한·|우리나라|우리 정부|우리측|남측
prk 북한|북측|조선민주주의인민공화국
jpn 일본
chn 중국|중화인민공화국
usa 미국|미합중국
gbr 영국
aus 호주|오스트레일리아
nzl 뉴질랜드
fra 프랑스
deu 독일
ita 이탈리아
esp 스페인
mex 멕시코
bra 브라질
arg 아르헨티나
ind 인도 정부|인도공화국|한-인도
idn 인도네시아
tur 튀르키예|터키
sau 사우디아라비아|사우디
zaf 남아프리카공화국|남아공
rus 러시아
bel 벨기에
nld 네덜란드
che 스위스
lux 룩셈부르크
prt 포르투갈
pol 폴란드
ukr 우크라이나
irl 아일랜드
aut 오스트리아
grc 그리스
cze 체코
rou 루마니아
swe 스웨덴
nor 노르웨이
dnk 덴마크
fin 핀란드
isl 아이슬란드
est 에스토니아
lva 라트비아
ltu 리투아니아
vnm 베트남
tha 태국
phl 필리핀
mys 말레이시아
sgp 싱가포르
brn 브루나이
khm 캄보디아
lao 라오스
mmr 미얀마
tls 동티모르
mng 몽골
mar 모로코
egy 이집트
ken 케냐
nga 나이지리아
gha 가나공화국
rwa 르완다
chl 칠레
col 콜롬비아
per 페루
isr 이스라엘
jor 요르단
are 아랍에미리트
qat 카타르
kaz 카자흐스탄
uzb 우즈베키스탄
"""

PARTIES = Lexicon({name: line[:3] for line in _NAMES.strip().splitlines() for name in line[4:].split("|")})
