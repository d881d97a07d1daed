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
ind 인도 정부|인도공화국|인도측|한-인도
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
gha 가나공화국|가나 정부|한-가나
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
tun 튀니지
dza 알제리
sen 세네갈
civ 코트디부아르
cmr 카메룬
hti 아이티공화국
cri 코스타리카
afg 아프가니스탄
alb 알바니아
and 안도라
ago 앙골라
atg 앤티가바부다
arm 아르메니아
aze 아제르바이잔
bhs 바하마
bhr 바레인
bgd 방글라데시
brb 바베이도스
blr 벨라루스
blz 벨리즈
ben 베냉
btn 부탄왕국|부탄 정부
bol 볼리비아
bih 보스니아 헤르체고비나|보스니아헤르체고비나
bwa 보츠와나
bgr 불가리아
bfa 부르키나파소
bdi 부룬디
cpv 카보베르데
caf 중앙아프리카공화국
tcd 차드공화국|차드 정부
com 코모로
cog 콩고공화국
cod 콩고민주공화국
hrv 크로아티아
cub 쿠바
cyp 키프로스|사이프러스
dji 지부티
dma 도미니카연방
dom 도미니카공화국
ecu 에콰도르
slv 엘살바도르
gnq 적도기니
eri 에리트레아
swz 에스와티니
eth 에티오피아
fji 피지공화국|피지 정부|한-피지
gab 가봉공화국|가봉 정부|한-가봉
gmb 감비아
geo 조지아
grd 그레나다
gtm 과테말라
gin 기니공화국|기니 정부
gnb 기니비사우
guy 가이아나
hnd 온두라스
hun 헝가리
irn 이란이슬람공화국|이란 정부|이란측|한-이란
irq 이라크
jam 자메이카
kir 키리바시
kwt 쿠웨이트
kgz 키르기스스탄|키르기즈
lbn 레바논
lso 레소토
lbr 라이베리아
lby 리비아
lie 리히텐슈타인
mdg 마다가스카르
mwi 말라위
mdv 몰디브
mli 말리공화국|말리 정부
mlt 몰타
mhl 마셜제도
mrt 모리타니아
mus 모리셔스
fsm 미크로네시아
mda 몰도바
mco 모나코
mne 몬테네그로
moz 모잠비크
nam 나미비아
nru 나우루
npl 네팔
nic 니카라과
ner 니제르
mkd 북마케도니아
omn 오만술탄국|오만국|오만 정부|오만측|한-오만
pak 파키스탄
plw 팔라우
pse 팔레스타인
pan 파나마
png 파푸아뉴기니
pry 파라과이
kna 세인트키츠네비스
lca 세인트루시아
vct 세인트빈센트그레나딘
wsm 사모아
smr 산마리노
stp 상투메프린시페
srb 세르비아
syc 세이셸
sle 시에라리온
svk 슬로바키아
svn 슬로베니아
slb 솔로몬제도
som 소말리아
ssd 남수단
lka 스리랑카
sdn 수단공화국|수단 정부
sur 수리남
syr 시리아
tjk 타지키스탄
tza 탄자니아
tgo 토고공화국|토고 정부
ton 통가왕국|통가 정부
tto 트리니다드 토바고|트리니다드토바고
tkm 투르크메니스탄
tuv 투발루
uga 우간다
ury 우루과이
vut 바누아투
vat 교황청|바티칸
ven 베네수엘라
yem 예멘
zmb 잠비아
zwe 짐바브웨
"""

PARTIES = Lexicon({name: line[:3] for line in _NAMES.strip().splitlines() for name in line[4:].split("|")})
