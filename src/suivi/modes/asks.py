"""Asks: the details a step can ask for, what each is called, and which answers are sound.

- A day is one of the calendar from 1945 to 2200, both years included: farther off is a slip of the pen.
- Prose is given by language, at least one; a line is short, on one line, and in whatever language names it.
- What is counted is given by kind, `aircraft 2, personnel 109`; what is ticked, by code, `customs, entry`: each
  kind at most once, in the order of the choices, so that one answer has one spelling.
- A sum is given with its currency (`suivi.plan.money`).
- Whether the characters may stand in a text at all is checked where records are read (`suivi.record.wording`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from suivi.plan.money import sum_in_words, sum_is_sound
from suivi.plan.words import Words, listed

Detail: TypeAlias = str | dict[str, str]
"""An answer: one line, or prose by language (ISO 639-1)."""

FIRST_DAY: Final = date(1945, 1, 1)
LAST_DAY: Final = date(2200, 12, 31)
LONGEST_LINE: Final = 200
LONGEST_PROSE: Final = 20_000
LARGEST_NUMBER: Final = 999_999_999_999
LONGEST_DAYS: Final = 3_650


class Form(StrEnum):
    """How a detail is given; a form field is chosen by it."""

    DAY = "day"
    CHOICE = "choice"
    NUMBER = "number"
    LINE = "line"
    PROSE = "prose"
    YEAR = "year"
    SUM = "sum"
    COUNTS = "counts"
    SEVERAL = "several"
    HOUR = "hour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One detail: `name` is its code in records.

    `choices` are codes with words, where one or several are chosen or what is counted has kinds; `most` bounds a
    number.
    """

    name: str
    form: Form
    words: Words
    choices: dict[str, Words] = field(default_factory=dict)
    most: int = LARGEST_NUMBER

    def is_blank(self, answer: Detail | None) -> bool:
        """Whether `answer` says nothing: missing, empty, only spaces, or no language with words."""
        if answer is None or isinstance(answer, str):
            return not (answer or "").strip()
        return not any(text.strip() for text in answer.values())

    def unsound(self, answer: Detail) -> Words | None:
        """What is asked for instead, if `answer` (not blank) is not of this form; None if it is sound."""
        return None if _SOUND[self.form](self, answer) else EXPECTED[self.form].filled(most=self.most)

    def in_words(self, answer: str) -> Words | None:
        """A sound `answer` given by codes, as people say it; None where it already reads as it stands."""
        match self.form:
            case Form.CHOICE:
                return self.choices.get(answer)
            case Form.SUM:
                return sum_in_words(answer)
            case Form.SEVERAL:
                return listed([self.choices.get(code, Words(code, code, code)) for code in _codes(answer)])
            case Form.COUNTS:
                return listed([self._count_in_words(*_counted(counted)) for counted in _codes(answer)])
        return None

    def _count_in_words(self, code: str, number: str) -> Words:
        called = self.choices.get(code, Words(code, code, code))
        return _COUNTED.filled(kind=called, number=number)


EXPECTED: Final[dict[Form, Words]] = {
    Form.DAY: Words(
        en="a day of the calendar from 1945 to 2200, written 2026-03-31",
        fr="un jour du calendrier, de 1945 à 2200, écrit sous la forme 2026-03-31",
        ko="1945년부터 2200년까지의 날짜(예: 2026-03-31)",
    ),
    Form.CHOICE: Words(en="one of the choices offered", fr="l’un des choix proposés", ko="제시된 항목 중 하나"),
    Form.NUMBER: Words(
        en="a whole number, in digits, from 0 to {most}",
        fr="un nombre entier, en chiffres, de 0 à {most}",
        ko="숫자로 표기한 정수(0~{most})",
    ),
    Form.LINE: Words(
        en="at most 200 characters on one line",
        fr="au plus 200 caractères sur une seule ligne",
        ko="200자 이내의 한 줄",
    ),
    Form.PROSE: Words(
        en="a text of at most 20,000 characters in each language given",
        fr="un texte d’au plus 20 000 caractères dans chaque langue fournie",
        ko="입력한 언어별로 20,000자 이내의 글",
    ),
    Form.YEAR: Words(
        en="a year from 1945 to 2200, in four digits",
        fr="une année de 1945 à 2200, en quatre chiffres",
        ko="1945년부터 2200년까지의 연도(네 자리 숫자)",
    ),
    Form.SUM: Words(
        en="a currency of ISO 4217 and a sum with no more decimals than it has, written CAD 1250000.50",
        fr="une monnaie de la norme ISO 4217 et une somme sans plus de décimales qu’elle n’en a, par exemple "
        "CAD 1250000.50",
        ko="ISO 4217 통화 부호와 해당 통화의 소수 자릿수 이내의 금액(예: CAD 1250000.50)",
    ),
    Form.COUNTS: Words(
        en="a whole number for one or more of the kinds offered, each kind once and in their order",
        fr="un nombre entier pour un ou plusieurs des types proposés, chacun une seule fois et dans l’ordre",
        ko="제시된 종류별 정수(종류마다 한 번씩, 제시된 순서대로)",
    ),
    Form.SEVERAL: Words(
        en="one or more of the choices offered, each once and in their order",
        fr="un ou plusieurs des choix proposés, chacun une seule fois et dans l’ordre",
        ko="제시된 항목 중 하나 이상(항목마다 한 번씩, 제시된 순서대로)",
    ),
    Form.HOUR: Words(
        en="an hour of the day, written 09:30",
        fr="une heure du jour, écrite sous la forme 09:30",
        ko="시각(24시간제, 예: 09:30)",
    ),
}
"""What a sound answer is, by form, `{most}` being the bound of a number; it fills `{expected}` of `DetailNotSound`."""

_COUNTED: Final = Words(en="{kind}: {number}", fr="{kind}\u00a0: {number}", ko="{kind}: {number}")


def day_is_sound(characters: str) -> bool:
    """Whether `characters` are a day of the calendar, `YYYY-MM-DD`, from 1945 to 2200."""
    if not _DAY.fullmatch(characters):
        return False
    try:
        return FIRST_DAY <= date.fromisoformat(characters) <= LAST_DAY
    except ValueError:
        return False


_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,11}")
_HOUR: Final = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_LANGUAGE: Final = re.compile(r"[a-z]{2}")


def _day_sound(_: Ask, answer: Detail) -> bool:
    return isinstance(answer, str) and day_is_sound(answer)


def _choice_sound(ask: Ask, answer: Detail) -> bool:
    return isinstance(answer, str) and answer in ask.choices


def _number_sound(ask: Ask, answer: Detail) -> bool:
    return isinstance(answer, str) and _NUMBER.fullmatch(answer) is not None and int(answer) <= ask.most


def _line_sound(_: Ask, answer: Detail) -> bool:
    return isinstance(answer, str) and len(answer) <= LONGEST_LINE and "\n" not in answer


def _prose_sound(_: Ask, answer: Detail) -> bool:
    return isinstance(answer, dict) and all(
        _LANGUAGE.fullmatch(language) and text.strip() and len(text) <= LONGEST_PROSE
        for language, text in answer.items()
    )


def _year_sound(_: Ask, answer: Detail) -> bool:
    return isinstance(answer, str) and day_is_sound(f"{answer}-01-01")


def _sum_sound(_: Ask, answer: Detail) -> bool:
    return isinstance(answer, str) and sum_is_sound(answer)


def _hour_sound(_: Ask, answer: Detail) -> bool:
    return isinstance(answer, str) and _HOUR.fullmatch(answer) is not None


def _several_sound(ask: Ask, answer: Detail) -> bool:
    return isinstance(answer, str) and _codes_sound(ask, _codes(answer))


def _counts_sound(ask: Ask, answer: Detail) -> bool:
    if not isinstance(answer, str):
        return False
    counted = [_counted(each) for each in _codes(answer)]
    return _codes_sound(ask, [code for code, _ in counted]) and all(_NUMBER.fullmatch(number) for _, number in counted)


def _codes_sound(ask: Ask, codes: list[str]) -> bool:
    return codes == [code for code in ask.choices if code in codes]


def _codes(answer: str) -> list[str]:
    return answer.split(", ")


def _counted(each: str) -> tuple[str, str]:
    code, _, number = each.partition(" ")
    return code, number


_SOUND: Final[dict[Form, Callable[[Ask, Detail], bool]]] = {
    Form.DAY: _day_sound,
    Form.CHOICE: _choice_sound,
    Form.NUMBER: _number_sound,
    Form.LINE: _line_sound,
    Form.PROSE: _prose_sound,
    Form.YEAR: _year_sound,
    Form.SUM: _sum_sound,
    Form.COUNTS: _counts_sound,
    Form.SEVERAL: _several_sound,
    Form.HOUR: _hour_sound,
}

_LEVELS: Final[dict[str, Words]] = {
    "leaders": Words(en="leaders", fr="dirigeants", ko="정상급"),
    "ministers": Words(en="ministers", fr="ministres", ko="장관급"),
    "vice-ministers": Words(en="vice-ministers", fr="vice-ministres", ko="차관급"),
    "directors-general": Words(en="directors general", fr="directeurs généraux", ko="국장급"),
    "senior-officials": Words(en="senior officials", fr="hauts fonctionnaires", ko="고위급"),
    "experts": Words(en="experts", fr="experts", ko="실무급"),
}

_RHYTHMS: Final[dict[str, Words]] = {
    "quarterly": Words(en="every quarter", fr="chaque trimestre", ko="매분기"),
    "half-yearly": Words(en="every half-year", fr="chaque semestre", ko="반기마다"),
    "yearly": Words(en="every year", fr="chaque année", ko="매년"),
    "biennial": Words(en="every second year", fr="tous les deux ans", ko="2년마다"),
    "regular": Words(en="regularly, no rhythm stated", fr="régulièrement, sans rythme précisé", ko="정기(주기 미정)"),
}
_HOSTINGS: Final[dict[str, Words]] = {
    "alternating": Words(en="in turn", fr="à tour de rôle", ko="교대로 개최"),
    "fixed": Words(en="always at the same place", fr="toujours au même endroit", ko="같은 장소에서 개최"),
    "margins": Words(
        en="on the margins of other meetings", fr="en marge d’autres réunions", ko="다른 회의 계기에 개최"
    ),
    "online": Words(en="by video", fr="par vidéo", ko="화상"),
    "open": Words(en="not yet said", fr="pas encore précisé", ko="미정"),
}
# Names of the IANA time zone database.
ZONES: Final[dict[str, Words]] = {
    "America/Toronto": Words(en="Ottawa", fr="Ottawa", ko="오타와"),
    "Asia/Seoul": Words(en="Seoul", fr="Séoul", ko="서울"),
    "America/Vancouver": Words(en="Vancouver", fr="Vancouver", ko="밴쿠버"),
    "America/New_York": Words(en="New York", fr="New York", ko="뉴욕"),
    "Europe/Brussels": Words(en="Brussels", fr="Bruxelles", ko="브뤼셀"),
    "Etc/UTC": Words(en="UTC", fr="UTC", ko="협정 세계시(UTC)"),
}
"""Where the hour of a meeting is told: names of the IANA time zone database, with the city that stands for each."""
_INSTRUMENTS: Final[dict[str, Words]] = {
    "treaty": Words(en="treaty", fr="traité", ko="조약"),
    "agreement": Words(en="agreement", fr="accord", ko="협정"),
    "arrangement": Words(en="arrangement", fr="arrangement", ko="약정"),
    "memorandum": Words(en="memorandum of understanding", fr="protocole d’entente", ko="양해각서"),
    "declaration": Words(en="declaration", fr="déclaration", ko="선언"),
}
_ENTRY_CLAUSES: Final[dict[str, Words]] = {
    "signature": Words(
        en="counted from the last signature", fr="à compter de la dernière signature", ko="최종 서명일 기준"
    ),
    "notification": Words(
        en="counted from the last notification that internal procedures are complete",
        fr="à compter de la dernière notification d’accomplissement des procédures internes",
        ko="국내 절차 완료에 관한 최종 통보일 기준",
    ),
    "agreed-day": Words(
        en="on a day the parties agree", fr="à une date convenue entre les parties", ko="당사국 간 합의일"
    ),
}
_TERMS: Final[dict[str, Words]] = {
    "indefinite": Words(en="indefinite", fr="indéterminée", ko="무기한"),
    "fixed": Words(en="fixed", fr="déterminée", ko="정해진 기간"),
    "tacitly-renewed": Words(en="fixed, renewed by silence", fr="renouvelée par tacite reconduction", ko="자동 연장"),
}
_PROCEDURES: Final[dict[str, Words]] = {
    "parliament": Words(en="consent of parliament", fr="approbation du Parlement", ko="국회(의회)의 비준 동의"),
    "government": Words(en="approval by the government", fr="approbation du gouvernement", ko="정부 승인"),
    "notification": Words(en="notification only", fr="simple notification", ko="통보만으로 완료"),
}
_EXPECTED_NEXT: Final[dict[str, Words]] = {
    "adopt": Words(en="adoption of the text", fr="adoption du texte", ko="문안 확정"),
    "sign": Words(en="signature", fr="signature", ko="서명"),
    "ratify": Words(en="completion of internal procedures", fr="fin des procédures internes", ko="국내 절차 완료"),
    "enter": Words(en="entry into force", fr="entrée en vigueur", ko="발효"),
}
_RELATIONS: Final[dict[str, Words]] = {
    "implements": Words(en="carries out", fr="met en œuvre", ko="다음을 이행"),
    "supplements": Words(en="supplements", fr="complète", ko="다음을 보완"),
    "amends": Words(en="amends", fr="modifie", ko="다음을 개정"),
    "replaces": Words(en="replaces", fr="remplace", ko="다음을 대체"),
    "rests-on": Words(en="rests on", fr="se fonde sur", ko="다음에 근거"),
}
_MARKINGS: Final[dict[str, Words]] = {
    # TLP 2.0 is never translated.
    label: Words(en=f"TLP:{label}", fr=f"TLP:{label}", ko=f"TLP:{label}")
    for label in ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")
}
_CADENCES: Final[dict[str, Words]] = {
    "weekly": Words(en="every week", fr="chaque semaine", ko="매주"),
    "monthly": Words(en="every month", fr="chaque mois", ko="매월"),
    "quarterly": Words(en="every quarter", fr="chaque trimestre", ko="매분기"),
    "half-yearly": Words(en="every half-year", fr="chaque semestre", ko="반기마다"),
    "yearly": Words(en="every year", fr="chaque année", ko="매년"),
    "as-it-arises": Words(en="as it arises", fr="au fur et à mesure", ko="수시"),
}
_DELIVERIES: Final[dict[str, Words]] = {
    "statement": Words(en="joint statement", fr="déclaration commune", ko="공동성명"),
    "resolution": Words(en="resolution", fr="résolution", ko="결의"),
    "demarche": Words(en="joint démarche", fr="démarche conjointe", ko="공동 교섭"),
    "intervention": Words(en="intervention in debate", fr="intervention en séance", ko="회의 발언"),
    "event": Words(en="side event", fr="activité parallèle", ko="부대행사"),
}
_HAZARDS: Final[dict[str, Words]] = {
    "wildfire": Words(en="wildfire", fr="feu de forêt", ko="산불"),
    "flood": Words(en="flood", fr="inondation", ko="홍수"),
    "storm": Words(en="storm", fr="tempête", ko="폭풍"),
    "earthquake": Words(en="earthquake", fr="séisme", ko="지진"),
    "epidemic": Words(en="epidemic", fr="épidémie", ko="감염병 유행"),
    "other": Words(en="other emergency", fr="autre situation d’urgence", ko="그 밖의 재난"),
}
_RESOURCES: Final[dict[str, Words]] = {
    "firefighters": Words(en="firefighters", fr="pompiers", ko="진화 인력"),
    "medical": Words(en="medical staff", fr="personnel médical", ko="의료 인력"),
    "specialists": Words(en="specialists", fr="spécialistes", ko="전문 인력"),
    "support": Words(en="support staff", fr="personnel de soutien", ko="지원 인력"),
    "aircraft": Words(en="aircraft", fr="aéronefs", ko="항공기"),
    "vehicles": Words(en="vehicles", fr="véhicules", ko="차량"),
    "equipment": Words(en="sets of equipment", fr="lots de matériel", ko="장비(벌)"),
}
_COST_SHARES: Final[dict[str, Words]] = {
    "requester": Words(en="the side that asked", fr="la partie qui a demandé l’aide", ko="요청국 부담"),
    "provider": Words(en="the side that helps", fr="la partie qui fournit l’aide", ko="지원국 부담"),
    "shared": Words(en="shared", fr="partagés", ko="분담"),
}
_COSTS: Final[dict[str, Words]] = {
    "personnel": Words(en="pay and allowances", fr="rémunération et indemnités", ko="인건비·수당"),
    "transport": Words(en="transport", fr="transport", ko="수송비"),
    "lodging": Words(en="lodging and meals", fr="hébergement et repas", ko="숙식비"),
    "equipment": Words(en="equipment and supplies", fr="matériel et fournitures", ko="장비·물자비"),
    "medical": Words(en="medical care", fr="soins médicaux", ko="의료비"),
    "other": Words(en="other costs", fr="autres dépenses", ko="그 밖의 비용"),
}
_FORMALITIES: Final[dict[str, Words]] = {
    "entry": Words(en="entry of people", fr="entrée du personnel", ko="인력 입국"),
    "customs": Words(en="customs for equipment", fr="dédouanement du matériel", ko="장비 통관"),
    "licences": Words(en="recognition of licences", fr="reconnaissance des permis et titres", ko="면허·자격 인정"),
    "medicines": Words(en="medicines", fr="médicaments", ko="의약품 반입"),
    "overflight": Words(en="overflight and landing", fr="survol et atterrissage", ko="영공 통과·착륙 허가"),
    "liability": Words(en="insurance and liability", fr="assurance et responsabilité", ko="보험·책임"),
}
_ASSETS: Final[dict[str, Words]] = {
    "ships": Words(en="ships", fr="navires", ko="함정"),
    "aircraft": Words(en="patrol aircraft", fr="aéronefs de patrouille", ko="초계기"),
    "drones": Words(en="drones", fr="drones", ko="무인기"),
    "satellites": Words(en="satellites", fr="satellites", ko="위성"),
    "personnel": Words(en="officers embarked", fr="agents embarqués", ko="승선 인원"),
}
_SIGHTINGS: Final[dict[str, Words]] = {
    "transfer": Words(en="ship-to-ship transfer", fr="transbordement illicite en mer", ko="불법 해상환적"),
    "fishing": Words(en="IUU fishing", fr="pêche INN", ko="불법·비보고·비규제(IUU) 어업"),
    "dark-vessel": Words(en="dark vessel", fr="navire sombre", ko="위치 신호를 끈 선박"),
    "false-flag": Words(en="false flag or identity", fr="faux pavillon ou fausse identité", ko="국적·신원 위장"),
    "nothing": Words(en="nothing to report", fr="rien à signaler", ko="특이사항 없음"),
}
_STREAMS: Final[dict[str, Words]] = {
    "working-holiday": Words(en="working holiday", fr="vacances-travail", ko="워킹홀리데이"),
    "young-professionals": Words(en="young professionals", fr="jeunes professionnels", ko="차세대 전문가"),
    "internships": Words(en="international co-op internships", fr="stages coop internationaux", ko="인턴십"),
}

_QUOTAS: Final[dict[str, Words]] = {
    **_STREAMS,
    "together": Words(en="all streams together", fr="tous les volets ensemble", ko="전체 유형 합계"),
}


def _day(name: str, words: Words) -> Ask:
    return Ask(name=name, form=Form.DAY, words=words)


def _year(name: str, words: Words) -> Ask:
    return Ask(name=name, form=Form.YEAR, words=words)


def _number(name: str, words: Words, *, most: int) -> Ask:
    return Ask(name=name, form=Form.NUMBER, words=words, most=most)


def _days(name: str, words: Words) -> Ask:
    return _number(name, words, most=LONGEST_DAYS)


def _sum(name: str, words: Words) -> Ask:
    return Ask(name=name, form=Form.SUM, words=words)


def _line(name: str, words: Words) -> Ask:
    return Ask(name=name, form=Form.LINE, words=words)


def _prose(name: str, words: Words) -> Ask:
    return Ask(name=name, form=Form.PROSE, words=words)


def _choice(name: str, words: Words, choices: dict[str, Words]) -> Ask:
    return Ask(name=name, form=Form.CHOICE, words=words, choices=choices)


def _several(name: str, words: Words, choices: dict[str, Words]) -> Ask:
    return Ask(name=name, form=Form.SEVERAL, words=words, choices=choices)


def _counts(name: str, words: Words, choices: dict[str, Words]) -> Ask:
    return Ask(name=name, form=Form.COUNTS, words=words, choices=choices)


_ASKS: Final = (
    _day("date", Words(en="Date", fr="Date", ko="일자")),
    _choice("level", Words(en="Level", fr="Niveau", ko="수준"), _LEVELS),
    _line("place", Words(en="Place", fr="Lieu", ko="장소")),
    _line("lead", Words(en="Lead body", fr="Organe responsable", ko="주관 기관")),
    _prose("agenda", Words(en="Agenda", fr="Ordre du jour", ko="의제")),
    _prose("participants", Words(en="Participants", fr="Participants", ko="참석자")),
    _prose("decisions", Words(en="Decisions", fr="Décisions", ko="결정 사항")),
    _prose("account", Words(en="Account", fr="Compte rendu", ko="진행 상황")),
    _prose("outcome", Words(en="Outcome", fr="Résultat", ko="결과")),
    _prose("reason", Words(en="Reason", fr="Motif", ko="사유")),
    # The series of a dialogue and the hour of a meeting.
    _prose("chairs", Words(en="Co-chairs (offices)", fr="Coprésidence (fonctions)", ko="공동의장(직위)")),
    _choice("rhythm", Words(en="Rhythm of the series", fr="Rythme de la série", ko="정례 주기"), _RHYTHMS),
    _choice("hosting", Words(en="Who hosts", fr="Accueil", ko="개최 방식"), _HOSTINGS),
    _line("host", Words(en="Next host", fr="Prochain hôte", ko="차기 개최지")),
    Ask(name="hour", form=Form.HOUR, words=Words(en="Hour", fr="Heure", ko="시각")),
    _choice("zone", Words(en="Hour told in", fr="Heure de", ko="시각 기준"), ZONES),
    _number("minutes", Words(en="Length in minutes", fr="Durée, en minutes", ko="소요 시간(분)"), most=2_880),
    # Instruments and the work they call for.
    _line("authority", Words(en="Approving authority", fr="Autorité approbatrice", ko="승인 기관")),
    _number("round", Words(en="Round", fr="Série de négociations", ko="협상 차수"), most=999),
    _choice("instrument", Words(en="Kind of instrument", fr="Nature de l’instrument", ko="문서 종류"), _INSTRUMENTS),
    _prose("title", Words(en="Title", fr="Titre", ko="명칭")),
    _choice("entry-clause", Words(en="Entry into force", fr="Entrée en vigueur", ko="발효 기준"), _ENTRY_CLAUSES),
    _days(
        "entry-days",
        Words(en="Days until entry into force", fr="Délai d’entrée en vigueur, en jours", ko="발효까지의 일수"),
    ),
    _choice("term", Words(en="Term", fr="Durée de validité", ko="유효 기간"), _TERMS),
    _line("signatory", Words(en="Signatory (office)", fr="Signataire (fonction)", ko="서명자(직위)")),
    _choice("procedure", Words(en="Internal procedure", fr="Procédure interne", ko="국내 절차"), _PROCEDURES),
    _prose("changes", Words(en="Changes", fr="Modifications", ko="변경 내용")),
    _day("until", Words(en="Until", fr="Jusqu’au", ko="종료일")),
    _line("basis", Words(en="Text it carries out", fr="Texte mis en œuvre", ko="이행 대상 문서")),
    _prose("task", Words(en="Duty", fr="Obligation", ko="이행 과제")),
    _prose("tasks", Words(en="Work planned", fr="Travaux prévus", ko="추진 과제")),
    _number("version", Words(en="Version of the text", fr="Version du texte", ko="문안 차수"), most=999),
    _choice("expected", Words(en="What is expected", fr="Ce qui est prévu", ko="예상되는 단계"), _EXPECTED_NEXT),
    _choice(
        "relation",
        Words(en="Relation to the other text", fr="Lien avec l’autre texte", ko="다른 문서와의 관계"),
        _RELATIONS,
    ),
    # Information and study.
    _prose("subject", Words(en="Subject", fr="Objet", ko="대상")),
    _choice(
        "handling",
        Words(en="Marking of what is shared", fr="Marquage de ce qui est échangé", ko="공유 정보의 표시"),
        _MARKINGS,
    ),
    _choice("cadence", Words(en="How often", fr="Fréquence", ko="주기"), _CADENCES),
    _prose("item", Words(en="Item", fr="Élément", ko="공유 항목")),
    _day("answer-by", Words(en="Answer wanted by", fr="Réponse souhaitée au plus tard le", ko="회신 기한")),
    _prose("practice", Words(en="Good practice", fr="Bonne pratique", ko="우수 사례")),
    _prose("question", Words(en="Question", fr="Question à étudier", ko="연구 과제")),
    _prose("findings", Words(en="Findings", fr="Constats", ko="조사 내용")),
    _prose("recommendations", Words(en="Recommendations", fr="Recommandations", ko="권고 사항")),
    # Advocacy.
    _line("forum", Words(en="Forum", fr="Instance", ko="회의체")),
    _prose("text", Words(en="Text", fr="Texte", ko="문안")),
    _choice("delivery", Words(en="Form of the action", fr="Forme de l’action", ko="공조 방식"), _DELIVERIES),
    # Projects and capacity.
    _prose("partners", Words(en="Partners", fr="Partenaires", ko="참여 기관")),
    _prose("milestones", Words(en="Milestones", fr="Jalons", ko="단계별 목표")),
    _line("milestone", Words(en="Milestone reached", fr="Jalon franchi", ko="달성한 목표")),
    _line("funder", Words(en="Funding body", fr="Organisme de financement", ko="재정 지원 기관")),
    _sum("amount", Words(en="Amount", fr="Montant", ko="금액")),
    _prose("outputs", Words(en="Outputs", fr="Produits", ko="성과물")),
    _line("institution", Words(en="Institution concerned", fr="Établissement visé", ko="대상 기관")),
    _prose("needs", Words(en="Needs", fr="Besoins", ko="수요")),
    _prose("programme", Words(en="Programme", fr="Programme", ko="세부 계획")),
    _number("trained", Words(en="People trained", fr="Personnes formées", ko="교육 인원"), most=9_999_999),
    # Early warning.
    _prose("watched", Words(en="Goods and sectors watched", fr="Biens et secteurs surveillés", ko="점검 품목·분야")),
    _line("contact", Words(en="Contact point (office)", fr="Point de contact (fonction)", ko="연락 창구(직위)")),
    _days(
        "acknowledge-days",
        Words(en="Days to acknowledge", fr="Délai pour accuser réception, en jours", ko="접수 확인 기한(일)"),
    ),
    _days(
        "consult-days",
        Words(en="Days to consult after a call", fr="Délai de consultation, en jours", ko="협의 개최 기한(일)"),
    ),
    _prose("sectors", Words(en="Sectors affected", fr="Secteurs touchés", ko="영향 분야")),
    _prose("cause", Words(en="Cause", fr="Cause", ko="원인")),
    _prose("impact", Words(en="Impact expected", fr="Répercussions prévues", ko="예상 영향")),
    _days("duration", Words(en="Expected duration in days", fr="Durée prévue, en jours", ko="예상 지속 기간(일)")),
    _prose("measures", Words(en="Measures taken", fr="Mesures prises", ko="조치 사항")),
    _prose("help", Words(en="Help sought", fr="Aide demandée", ko="지원 요청 사항")),
    # Mutual aid.
    _choice("hazard", Words(en="Emergency", fr="Situation d’urgence", ko="재난 유형"), _HAZARDS),
    _counts(
        "resources", Words(en="Resources by number", fr="Ressources, en nombre", ko="자원(종류별 수량)"), _RESOURCES
    ),
    _prose("conditions", Words(en="Conditions", fr="Conditions", ko="조건")),
    _choice("costs", Words(en="Who bears the costs", fr="Prise en charge des coûts", ko="비용 부담"), _COST_SHARES),
    _several(
        "border",
        Words(en="Border formalities settled", fr="Formalités frontalières réglées", ko="완료된 국경 절차"),
        _FORMALITIES,
    ),
    _choice("cost", Words(en="Kind of cost", fr="Nature de la dépense", ko="비용 종류"), _COSTS),
    # Patrols.
    _line("event", Words(en="Event (name or number)", fr="Événement (nom ou numéro)", ko="사건(명칭 또는 번호)")),
    _line("agency", Words(en="Agency that saw it", fr="Organisme témoin", ko="확인 기관")),
    _line("case", Words(en="Case number", fr="Numéro de dossier", ko="사안 번호")),
    _prose("area", Words(en="Area", fr="Zone", ko="활동 구역")),
    _counts("assets", Words(en="Assets by number", fr="Moyens, en nombre", ko="투입 전력(종류별 수량)"), _ASSETS),
    _choice("sighting", Words(en="What was seen", fr="Observation", ko="식별 사항"), _SIGHTINGS),
    _line("recipient", Words(en="Referred to", fr="Autorité saisie", ko="이첩 기관")),
    # Mobility.
    _year("year", Words(en="Year", fr="Année", ko="연도")),
    _counts("streams", Words(en="Places by stream", fr="Places par volet", ko="유형별 인원"), _STREAMS),
    _counts(
        "quota",
        Words(en="Places by stream or in total", fr="Places par volet ou au total", ko="유형별 또는 전체 인원"),
        _QUOTAS,
    ),
)

ASKS: Final[dict[str, Ask]] = {ask.name: ask for ask in _ASKS}
"""Every detail a step of any mode can ask for, by its code."""
