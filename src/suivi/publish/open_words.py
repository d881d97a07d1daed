"""Open words: what each column and field of the open data is called and means, in every language of the house."""

from dataclasses import dataclass
from typing import Final

from suivi.plan.words import Words


@dataclass(frozen=True, slots=True)
class Term:
    """A field: its `name` in files, which never changes, its `form`, what it `means`, and whether it may be empty."""

    name: str
    form: str
    means: Words
    may_be_empty: bool = False


DAY: Final = "date, YYYY-MM-DD (ISO 8601)"
TEXT: Final = "text"
CODE: Final = "code"

PLAN: Final = Term("plan", CODE, Words(en="The id of the plan.", fr="L’identifiant du plan.", ko="계획의 식별자."))
COMMITMENT: Final = Term(
    "commitment",
    CODE,
    Words(
        en="The id of the commitment in this plan; stable from version to version.",
        fr="L’identifiant de l’engagement dans ce plan; stable d’une version à l’autre.",
        ko="계획 내 항목의 식별자이며 판이 바뀌어도 유지됩니다.",
    ),
)
NUMBER: Final = Term(
    "number", TEXT, Words(en="The plan’s own number.", fr="Le numéro dans le plan.", ko="계획상의 번호.")
)
KIND: Final = Term(
    "kind",
    "aim | initiative",
    Words(en="Aim or initiative.", fr="Objectif ou initiative.", ko="협력 방향 또는 협력 사업."),
)
PILLAR: Final = Term(
    "pillar",
    CODE,
    Words(en="The pillar it stands in.", fr="Le pilier où il figure.", ko="해당 핵심 협력 분야."),
    may_be_empty=True,
)
TITLE: Final = Term(
    "title",
    TEXT,
    Words(en="A working title, unofficial.", fr="Un titre de travail, non officiel.", ko="비공식 작업용 제목."),
    may_be_empty=True,
)
AGREED: Final = Term(
    "agreed_words",
    TEXT,
    Words(
        en="The agreed words, in the language of the file or else in an authentic one.",
        fr="Les termes convenus, dans la langue du fichier ou, à défaut, dans une langue faisant foi.",
        ko="합의 문안. 파일의 언어로 된 것이 없으면 정본 언어로 싣습니다.",
    ),
    may_be_empty=True,
)
MODE: Final = Term("mode", CODE, Words(en="The kind of cooperation.", fr="Le mode de coopération.", ko="협력 유형."))
DEADLINE: Final = Term(
    "deadline",
    DAY,
    Words(en="The last day the text allows.", fr="Le dernier jour que permet le texte.", ko="문안이 정한 마지막 날."),
    may_be_empty=True,
)
COMPARISON: Final = Term(
    "comparison",
    "neither | one-side | same | details-differ | differ | sealed",
    Words(
        en="How the latest accounts of the parties compare; computed, no verdict.",
        fr="Concordance des derniers rapports des parties; calculée, sans jugement.",
        ko="당사국별 최근 보고의 비교 결과이며 평가가 아닙니다.",
    ),
)
PARTY: Final = Term("party", "ISO 3166-1 alpha-3", Words(en="The party.", fr="La partie.", ko="당사국."))
STAGE: Final = Term(
    "stage",
    "mentioned | planned | under-way | done | stopped",
    Words(en="The stage the account says.", fr="Le stade que dit le rapport.", ko="보고가 밝힌 단계."),
)
ON: Final = Term(
    "on",
    DAY,
    Words(
        en="The day of the fact stated, not that of writing.",
        fr="Le jour du fait déclaré, et non celui de la rédaction.",
        ko="보고된 사실의 날짜이며 작성일이 아닙니다.",
    ),
)
UNTIL: Final = Term(
    "until",
    DAY,
    Words(en="Its last day, if it lasts.", fr="Son dernier jour, s’il dure.", ko="지속되는 경우의 마지막 날."),
    True,
)
RECORDED: Final = Term(
    "recorded_at",
    "instant, UTC",
    Words(en="When it was put on record.", fr="Quand il a été consigné.", ko="기록된 시각."),
)
ACCOUNT: Final = Term(
    "account",
    TEXT,
    Words(
        en="The words of the party, in the language of the file or else in an authentic one.",
        fr="Les mots de la partie, dans la langue du fichier ou, à défaut, dans une langue faisant foi.",
        ko="당사국의 문안. 파일의 언어로 된 것이 없으면 정본 언어로 싣습니다.",
    ),
)
LANGUAGE: Final = Term(
    "language",
    "ISO 639-1",
    Words(en="The language of the words.", fr="La langue de ces mots.", ko="문안의 언어."),
    may_be_empty=True,
)
LOG: Final = Term(
    "log", TEXT, Words(en="The log it stands in.", fr="Le journal où il figure.", ko="기록이 있는 기록부.")
)
PLACE: Final = Term(
    "seq", "number, from 0", Words(en="Its place in that log.", fr="Sa place dans ce journal.", ko="기록부 안의 위치.")
)
LEAF: Final = Term(
    "leaf",
    "SHA-256, hex",
    Words(
        en="Its leaf hash, by which anyone can check it.",
        fr="L’empreinte de sa feuille, par laquelle chacun peut le vérifier.",
        ko="누구나 검증할 수 있는 리프 해시값.",
    ),
)
MARKING: Final = Term("marking", "TLP 2.0", Words(en="Who may see it.", fr="Qui peut le voir.", ko="열람 범위 표시."))

COMMITMENTS: Final = (
    PLAN,
    COMMITMENT,
    NUMBER,
    KIND,
    PILLAR,
    TITLE,
    AGREED,
    LANGUAGE,
    MODE,
    DEADLINE,
    COMPARISON,
    MARKING,
)
"""The columns of the table of commitments, in order."""

STATE: Final = Term(
    "state",
    CODE,
    Words(
        en="Where it stands, a state of its mode.",
        fr="Où en est l’engagement, un état de son mode.",
        ko="협력 유형의 상태로 밝힌 진행 상황.",
    ),
    may_be_empty=True,
)
NEXT_STEPS: Final = Term(
    "next_steps",
    "JSON: a list of words, due_on, owner",
    Words(
        en="The next steps announced: the words in every language given, the day, the id of the body that does it.",
        fr="Les prochaines étapes annoncées\u00a0: les mots dans chaque langue fournie, le jour, l’identifiant de l’organe chargé.",
        ko="예정된 다음 단계: 언어별 문안, 날짜, 담당 기관의 식별자.",
    ),
    may_be_empty=True,
)
HINDRANCE: Final = Term(
    "hindrance",
    "funding | resources | priorities | approvals | other-activity | other-party | other",
    Words(en="Why it is late or stuck.", fr="Pourquoi c’est en retard ou bloqué.", ko="지연 또는 중단 사유."),
    may_be_empty=True,
)
NEW_DAY: Final = Term(
    "new_day",
    DAY,
    Words(en="A new day asked for.", fr="La nouvelle date demandée.", ko="요청된 새 기한."),
    may_be_empty=True,
)

ACCOUNTS: Final = (
    PLAN,
    COMMITMENT,
    PARTY,
    STAGE,
    ON,
    UNTIL,
    RECORDED,
    ACCOUNT,
    LANGUAGE,
    LOG,
    PLACE,
    LEAF,
    MARKING,
    STATE,
    NEXT_STEPS,
    HINDRANCE,
    NEW_DAY,
)
"""The columns of the table of accounts, in order."""

_NAMED_KINDS: Final = (
    "dialogue | committee | organisation | forum | agreement | memorandum | declaration | framework | programme | "
    "strategy | document | presidency | event"
)
NAMED: Final = (
    PLAN,
    Term("thing", CODE, Words(en="The id of the thing.", fr="L’identifiant de l’élément.", ko="명시 대상의 식별자.")),
    Term(
        "group",
        "bodies | instruments | documents | calendar",
        Words(en="The group it is listed in.", fr="Le groupe où il est rangé.", ko="분류."),
    ),
    Term("kind", _NAMED_KINDS, Words(en="What it is.", fr="Sa nature.", ko="종류.")),
    Term(
        "name",
        TEXT,
        Words(
            en="The name it bears on the closing day, in the language of the file or else in an authentic one.",
            fr="Le nom qu’il porte à la date de clôture, dans la langue du fichier ou, à défaut, dans une langue faisant foi.",
            ko="마감일 현재의 명칭. 파일의 언어로 된 것이 없으면 정본 언어로 싣습니다.",
        ),
    ),
    LANGUAGE,
    Term("short", TEXT, Words(en="Its short form.", fr="Sa forme abrégée.", ko="약칭."), may_be_empty=True),
    Term(
        "achieved",
        "yes | no",
        Words(
            en="Whether the preamble lists it as achieved before the plan.",
            fr="Si le préambule le présente comme acquis avant le plan.",
            ko="전문이 기존 성과로 열거하는지 여부.",
        ),
    ),
    Term(
        "days",
        "JSON: by milestone, by day, the parties that give it",
        Words(
            en="Its days, each a year, a month or a day, with the parties that give it.",
            fr="Ses dates, chacune une année, un mois ou un jour, avec les parties qui la donnent.",
            ko="주요 일자(연도·월·일)와 이를 밝힌 당사국.",
        ),
        may_be_empty=True,
    ),
    Term(
        "commitments",
        "ids, separated by a space",
        Words(
            en="The commitments that name it, in plan order.",
            fr="Les engagements qui le nomment, dans l’ordre du plan.",
            ko="명시한 항목의 식별자(계획 순서).",
        ),
        may_be_empty=True,
    ),
    Term(
        "addresses",
        "addresses, separated by a space",
        Words(en="Where it can be read.", fr="Où le consulter.", ko="열람할 수 있는 주소."),
        may_be_empty=True,
    ),
    MARKING,
)
"""The columns of the table of what the plan names, in order."""
