"""What pairing language versions needs of Korean: words by concept, how numbers are written, how firm a promise is.

A line of the glossary is a concept and its words, parted by “|”; beginnings of words suffice, and “_” stands for a
blank at the end of one. A concept that begins with “@” is a name: one that stands in one version only is told.
"""

from suivi.reader.languages.language import Numbers, Strength, Versions
from suivi.reader.lexicon import glossary

VERSIONS = Versions(
    numbers=Numbers(
        decimal=".",
        scales={
            "천": 1_000,
            "만": 10_000,
            "백만": 1_000_000,
            "천만": 10_000_000,
            "억": 100_000_000,
            "조": 1_000_000_000_000,
        },
        words={"스무": 20, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60},
    ),
    strength=Strength(
        zone=-28,
        hoped=r"희망|바라|기대|수 있(?:다|음|습니다)$",
        sought=r"노력(?:한다|하기로|해 나가|함|할 것|하겠|$)|힘쓰|모색|검토|탐색|타당성|조사(?:하|를|한)|공동연구(?:를|에)|추구|지향|가능한 범위|필요시",
        planned=r"(?:할|될|일|갈|릴|올|칠|들|힐) ?(?:계획|예정|방침)|예정$|고자 (?:한다|함|합니다)",
    ),
    concepts=glossary(
        """
security 안보|보안
defence 국방|군사|방위|방산|군 당국
maritime 해양|해상
trade 무역|통상|교역|수출|수입
investment 투자
tariff 관세|통관|세관
supply-chain 공급망
critical-minerals 핵심광물|핵심 광물|희토류|희소금속|리튬
mining 광업|광산
energy 에너지|전력|전기
hydrogen 수소|암모니아
nuclear 원자력|원전|원자로|핵
wind-solar 풍력|태양광|재생에너지
gas-oil 가스|액화천연가스|원유|석유
climate 기후|배출|탄소|온실가스
environment 환경|오염|플라스틱
biodiversity 생물다양성|자연|야생
forest 산림|산불|임업|조림
ocean 해양|연안|바다
fisheries 어업|수산|어선
arctic 북극|남극|극지
water 물_|수자원|하천|홍수
agriculture 농업|식량|식품|농식품
health 보건|건강|질병|결핵|백신|감염병|의료|의약품|병원|위생
culture 문화|유산|박물관|예술
audiovisual 영화|시청각|방송|공동제작
education 교육|학교|교사|교원|대학
students 학생|청년|청소년|유학|미래세대
language 한국어|프랑스어|언어
science 과학|연구
technology 기술|혁신
digital 디지털|인터넷|온라인
ai 인공지능|ai
semiconductor 반도체|칩
quantum 양자컴|양자기술|양자 기술|양자과학
cyber 사이버
space 우주|위성|달 탐사
telecom 통신|이동통신
data 데이터|자료
privacy 개인정보
battery 배터리|이차전지
automotive 자동차|전기차|차량
shipbuilding 선박|조선|함정|호위함
port-shipping 항만|해운|항로
aviation 항공|공항
transport 교통|철도|물류|운송|회랑
infrastructure 인프라|기반시설|기반 시설
finance 금융|은행|기금|재정|재원
tax 조세|세금
business 기업|중소기업|스타트업|창업
labour 노동|근로|고용|취업
mobility 이동|비자|사증|워킹홀리데이|취업관광
tourism 관광|방문객
migration 이주|난민|이민
women 여성|성평등|양성평등|젠더
human-rights 인권|자유
democracy 민주주의|민주
rule-of-law 법치|규칙 기반|규범|국제법|국제질서
disinformation 허위정보|정보 무결성|정보 진실성
development 개발협력|개발 협력|원조
humanitarian 인도적|재난|재해|긴급
peacekeeping 평화유지|평화
sanctions 제재
nonproliferation 비확산|군축|비핵화
terrorism 테러|극단주의
crime 범죄|경찰|마약|밀매|수사|치안
detention 자의적 구금
consular 영사|외교
negotiation 협상|교섭
agreement 협정|조약|협약
mou 양해각서|약정|mou
free-trade 자유무역협정|fta|경제동반자협정|cepa
sign 서명|체결
conclude 타결|마무리|체결
dialogue 대화|협의|논의
meeting 회의|회담|정상회의|만나
committee 위원회|협의회|이사회|평의회
working-group 작업반|실무단|워킹그룹|실무그룹
forum 포럼|학술회의|워크숍|세미나|컨퍼런스
ministers 장관
leaders 정상_|정상들|대통령|총리
officials 국장|실무|차관|고위
information-sharing 정보|공유|교환
best-practices 모범 사례|모범사례|경험|우수사례
study 검토|연구|모색|타당성|조사
training 훈련|연수|역량|양성|교육훈련
experts 전문가|전문인력|인력
exchange-visits 교류|방문|교환|파견
project 사업|프로젝트|시범|프로그램
centre 센터|연구소|연구원
exercise 연합훈련|해상훈련|순찰|초계|감시활동
early-warning 조기경보|조기 경보|교란
year-of 교류의 해|방문의 해|주년
report 보고
progress-review 이행|진전|점검|후속조치
standards 표준|인증|증명
market-access 시장 접근|장벽|애로
industry 산업|제조
creative 창조산업|콘텐츠
sport 스포츠|체육|올림픽
archives 기록물|기록원|도서관
local 지방|지자체|도시|주 정부
indigenous 원주민
parliament 의회|국회
civil-society 시민사회|인적 교류|민간
veterans 참전|보훈
intellectual-property 지식재산|특허
competition 경쟁
outreach 홍보|대국민|인식 제고|공개
strengthen 강화|심화|증진
expand 확대|늘리|증원|증액|배로
promote 장려|지원|촉진|지지
establish 설립|설치|신설|출범|구축|구성|마련
combat 대응|근절|퇴치|방지
@un 유엔
@asean 아세안
@nato 나토|북대서양조약기구
@wto 세계무역기구|wto
@who 세계보건기구
@g7 g7|주요 7개국
@g20 g20|주요 20개국
@apec apec|아시아태평양경제협력체|아태경제협력체
@oecd 경제협력개발기구|oecd
@eu 유럽연합|eu
@iaea 국제원자력기구|iaea
@unesco 유네스코
@mikta 믹타
@ottawa-group 오타와 그룹
@interpol 인터폴
@indo-pacific 인도-태평양|인도·태평양|인태
@north-pacific 북태평양
@pacific-islands 태평양도서국|태평양 도서국
@southeast-asia 동남아
""",
        stems=False,
    ),
)
