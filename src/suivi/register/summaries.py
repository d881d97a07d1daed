"""What an activity adds up to, as small tables: places and people by year, resources by kind, cost and funding lines, events.

- Every table is computed from the steps in effect and holds nothing else; an activity without such steps has none.
- Two agencies that tell of one event stand in two lines under its name: nobody's word is merged into another's.
- Sums are added up within one currency only.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeAlias

from suivi.modes.asks import ASKS
from suivi.plan.words import Words
from suivi.register.activity import Activity, Said
from suivi.register.duties import answers_to, same_words

Cell: TypeAlias = Words | dict[str, str] | str
"""A term, words of a party by language, or one plain value (a day, a number, a name)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """One line: whose word it is (a party's code, empty where it is nobody's alone), and its cells in order."""

    party: str = ""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One table: what it holds, the heads of its cells in order, its lines."""

    title: Words
    heads: tuple[Words, ...]
    rows: tuple[SummaryRow, ...] = field(default=())


YEAR: Final = Words("Year", "Année", "연도")
STREAM: Final = Words("Stream", "Volet", "유형")
PLACES: Final = Words("Places", "Places", "쿼터")
COUNTED: Final = Words("Counted", "Dénombrées", "집계 인원")
QUOTAS: Final = Words(
    "Places and people, by year and stream", "Places et personnes, par année et volet", "연도·유형별 쿼터와 인원"
)
KIND: Final = Words("Kind", "Type", "종류")
RESOURCES: Final = Words("Resources by number", "Ressources, en nombre", "자원(종류별 수량)")
ASKED: Final = Words("Asked", "Demandées", "요청")
OFFERED: Final = Words("Offered", "Offertes", "제의")
ACCEPTED: Final = Words("Accepted", "Acceptées", "수락")
DEPLOYED: Final = Words("Deployed", "Déployées", "파견")
RETURNED: Final = Words("Returned", "De retour", "귀환")
COSTS: Final = Words("Cost lines", "Lignes de dépenses", "비용 항목")
AMOUNT: Final = Words("Amount", "Montant", "금액")
BORNE_BY: Final = Words("Borne by", "À la charge de", "부담 주체")
TOTAL: Final = Words("Total", "Total", "합계")
FUNDING: Final = Words("Funding lines", "Lignes de financement", "재원 항목")
FUNDER: Final = Words("Funding body", "Organisme de financement", "재정 지원 기관")
EVENTS_SEEN: Final = Words(
    "Events, as each agency tells of them", "Événements, selon chaque organisme", "기관별 사건 보고"
)
EVENT: Final = Words("Event", "Événement", "사건")
AGENCY: Final = Words("Agency", "Organisme", "기관")
SEEN: Final = Words("What was seen", "Observation", "식별 사항")
PLACE: Final = Words("Place", "Lieu", "장소")
DAY: Final = Words("Day", "Jour", "일자")
CASES: Final = Words("Cases referred", "Dossiers transmis", "이첩 사안")
CASE: Final = Words("Case", "Dossier", "사안")
REFERRED_TO: Final = Words("Referred to", "Autorité saisie", "이첩 기관")
ANSWER: Final = Words("Answer", "Réponse", "회신")
UNANSWERED: Final = Words("not answered", "sans réponse", "회신 없음")
EVENTS: Final = Words("Events", "Activités", "행사")
TITLE: Final = Words("Title", "Titre", "명칭")
STATE: Final = Words("State", "État", "상태")
ANNOUNCED: Final = Words("announced", "annoncée", "예고됨")
HELD: Final = Words("held", "tenue", "개최됨")
DUTIES: Final = Words("Duties", "Obligations", "이행 과제")
DUTY: Final = Words("Duty", "Obligation", "이행 과제")
LEAD: Final = Words("Lead body", "Organe responsable", "주관 기관")
UNTIL: Final = Words("Until", "Jusqu’au", "기한")
SHARED: Final = Words("Items shared", "Éléments transmis", "제공한 정보")
ITEM: Final = Words("Item", "Élément", "공유 항목")
ACKNOWLEDGED: Final = Words("Acknowledged", "Accusé de réception", "접수 확인")
NOT_YET: Final = Words("not yet", "pas encore", "아직 없음")
REQUESTS: Final = Words("Information asked for", "Renseignements demandés", "요청한 정보")
SUBJECT: Final = Words("Subject", "Objet", "대상")
WANTED_BY: Final = Words("Answer wanted by", "Réponse souhaitée au plus tard le", "회신 기한")
PRACTICES: Final = Words("Register of good practice", "Registre des bonnes pratiques", "우수 사례 등록부")
PRACTICE: Final = Words("Good practice", "Bonne pratique", "우수 사례")

ALERTS: Final = Words("Alerts", "Alertes", "경보")
NOTIFIED: Final = Words("Notified", "Notifiée", "통보")
CALLED: Final = Words("Consultation called", "Consultation demandée", "협의 소집")
CONSULTED: Final = Words("Consulted", "Consultation tenue", "협의 개최")
STOOD_DOWN: Final = Words("Stood down with", "Levée, avec pour issue", "해제 결과")
GOES_ON: Final = Words("the alert goes on", "l’alerte se poursuit", "경보 지속 중")


def summaries_of(activity: Activity) -> tuple[Summary, ...]:
    """The tables of an activity that have any line, in a fixed order."""
    made = (make(activity) for make in _OF_MODE.get(activity.mode.name, ()))
    return tuple(summary for summary in made if summary.rows)


def _quotas(activity: Activity) -> Summary:
    """The newest quota and the newest count of each party, by year and stream."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for said in activity.taken:
        counted = said.step == "count"
        if said.step not in ("set-quota", "adjust", "count"):
            continue
        for stream, number in _counts(said, "quota", "streams"):
            for party in sorted(activity.parties) if said.joint else (said.party,):
                found.setdefault((str(said.details["year"]), stream, party), ["–", "–"])[counted] = number
    rows = (
        SummaryRow(party=party, cells=(year, _choice("quota", stream), *numbers))
        for (year, stream, party), numbers in sorted(found.items())
    )
    return Summary(title=QUOTAS, heads=(YEAR, STREAM, PLACES, COUNTED), rows=tuple(rows))


def _resources(activity: Activity) -> Summary:
    """By kind, how many were asked, offered, accepted, deployed and returned; deployments add up."""
    steps = ("request", "offer", "accept", "mobilise", "return")
    found: dict[str, list[int | None]] = {}
    for said in activity.taken:
        for kind, number in _counts(said, "resources") if said.step in steps else ():
            line, place = found.setdefault(kind, [None] * len(steps)), steps.index(said.step)
            line[place] = int(number) + ((line[place] or 0) if said.step == "mobilise" else 0)
    rows = (
        SummaryRow(cells=(_choice("resources", kind), *("–" if one is None else str(one) for one in found[kind])))
        for kind in ASKS["resources"].choices
        if kind in found
    )
    return Summary(title=RESOURCES, heads=(KIND, ASKED, OFFERED, ACCEPTED, DEPLOYED, RETURNED), rows=tuple(rows))


def _costs(activity: Activity) -> Summary:
    """Every cost line, then what each party has spent in each currency."""
    lines = [said for said in activity.taken if said.step == "claim"]
    rows = [
        SummaryRow(
            party=said.party,
            cells=(_choice("cost", said.details["cost"]), _sum(said), _choice("costs", said.details["costs"])),
        )
        for said in lines
    ]
    rows += [SummaryRow(party=party, cells=(TOTAL, amount, "")) for party, amount in _totals(lines)]
    return Summary(title=COSTS, heads=(KIND, AMOUNT, BORNE_BY), rows=tuple(rows))


def _funding(activity: Activity) -> Summary:
    lines = [said for said in activity.taken if said.step in ("fund", "add-funding")]
    rows = [
        SummaryRow(party=said.party, cells=(_plain(said, "funder"), _sum(said), _plain(said, "year") or "–"))
        for said in lines
    ]
    rows += [SummaryRow(party=party, cells=(TOTAL, amount, "")) for party, amount in _totals(lines)]
    return Summary(title=FUNDING, heads=(FUNDER, AMOUNT, YEAR), rows=tuple(rows))


def _sightings(activity: Activity) -> Summary:
    """Every sighting, those of one event together in the order in which the events were first told of."""
    told = [said for said in activity.taken if said.step == "sight"]
    events = list(dict.fromkeys(_plain(said, "event") for said in told))
    rows = (
        SummaryRow(
            party=said.party,
            cells=(
                _plain(said, "event") or "–",
                _plain(said, "agency") or "–",
                _choice("sighting", said.details["sighting"]),
                _plain(said, "place"),
                said.on,
            ),
        )
        for said in sorted(told, key=lambda said: events.index(_plain(said, "event")))
    )
    return Summary(title=EVENTS_SEEN, heads=(EVENT, AGENCY, SEEN, PLACE, DAY), rows=tuple(rows))


def _cases(activity: Activity) -> Summary:
    answers = {_plain(said, "case"): said for said in activity.taken if said.step == "reply"}
    rows = (
        SummaryRow(
            party=said.party,
            cells=(
                _plain(said, "case"),
                _plain(said, "recipient"),
                said.on,
                _prose(answers[_plain(said, "case")], "outcome") if _plain(said, "case") in answers else UNANSWERED,
            ),
        )
        for said in activity.taken
        if said.step == "refer" and _plain(said, "case")
    )
    return Summary(title=CASES, heads=(CASE, REFERRED_TO, DAY, ANSWER), rows=tuple(rows))


def _events(activity: Activity) -> Summary:
    rows = (
        SummaryRow(
            party=said.party,
            cells=(
                _prose(said, "title"),
                _plain(said, "date") or said.on,
                _plain(said, "place"),
                ANNOUNCED if said.step == "announce" else HELD,
            ),
        )
        for said in activity.taken
        if said.step in ("announce", "hold-event")
    )
    return Summary(title=EVENTS, heads=(TITLE, DAY, PLACE, STATE), rows=tuple(rows))


def _duties(activity: Activity) -> Summary:
    rows = (
        SummaryRow(party=said.party, cells=(_prose(said, "task"), _plain(said, "lead"), _plain(said, "until")))
        for said in activity.taken
        if said.step == "add-duty"
    )
    return Summary(title=DUTIES, heads=(DUTY, LEAD, UNTIL), rows=tuple(rows))


def _shared(activity: Activity) -> Summary:
    """Every item shared, with the day on which the other side first acknowledged it by the same name."""
    rows = (
        SummaryRow(party=said.party, cells=(_prose(said, "item"), said.on, _acknowledged(activity, said)))
        for said in activity.taken
        if said.step == "share"
    )
    return Summary(title=SHARED, heads=(ITEM, DAY, ACKNOWLEDGED), rows=tuple(rows))


def _acknowledged(activity: Activity, shared: Said) -> Cell:
    answers = (said for said in activity.taken if said.step == "acknowledge" and said.party != shared.party)
    return next((said.on for said in answers if same_words(said.details["item"], shared.details["item"])), NOT_YET)


def _requests(activity: Activity) -> Summary:
    """Every request, with the day of the answer that names it."""
    rows = (
        SummaryRow(
            party=said.party,
            cells=(_prose(said, "subject"), _plain(said, "answer-by"), answer.on if answer else UNANSWERED),
        )
        for said, answer in answers_to(activity, "request", "answer", "subject")
    )
    return Summary(title=REQUESTS, heads=(SUBJECT, WANTED_BY, ANSWER), rows=tuple(rows))


def _practices(activity: Activity) -> Summary:
    rows = (
        SummaryRow(party=said.party, cells=(_prose(said, "title"), _prose(said, "practice"), said.on))
        for said in activity.taken
        if said.step == "record-practice"
    )
    return Summary(title=PRACTICES, heads=(TITLE, PRACTICE, DAY), rows=tuple(rows))


def _alerts(activity: Activity) -> Summary:
    """Every alert from its notification on: who gave it, when each of the next steps was taken, how it was stood down."""
    found: list[dict[str, Said]] = []
    for said in activity.taken:
        if said.step == "notify":
            found.append({"notify": said})
        elif found and said.step in ("acknowledge", "call", "consult", "stand-down"):
            found[-1].setdefault(said.step, said)
    rows = (
        SummaryRow(
            party=alert["notify"].party,
            cells=(
                _prose(alert["notify"], "sectors"),
                _prose(alert["notify"], "cause"),
                alert["notify"].on,
                *(alert[step].on if step in alert else NOT_YET for step in ("acknowledge", "call", "consult")),
                _prose(alert["stand-down"], "outcome") if "stand-down" in alert else GOES_ON,
            ),
        )
        for alert in found
    )
    heads = (ASKS["sectors"].words, ASKS["cause"].words, NOTIFIED, ACKNOWLEDGED, CALLED, CONSULTED, STOOD_DOWN)
    return Summary(title=ALERTS, heads=heads, rows=tuple(rows))


_OF_MODE: Final[dict[str, tuple[Callable[[Activity], Summary], ...]]] = {
    "mobility": (_quotas,),
    "mutual_aid": (_resources, _costs),
    "project": (_funding,),
    "capacity": (_funding,),
    "patrol": (_sightings, _cases),
    "season": (_events,),
    "implementation": (_duties,),
    "early_warning": (_alerts,),
    "information": (_shared, _requests, _practices),
}


def _counts(said: Said, *details: str) -> Iterator[tuple[str, str]]:
    """The kinds counted by the first of `details` that the step gives, each with its number."""
    given = next((str(said.details[name]) for name in details if name in said.details), "")
    for each in given.split(", ") if given else ():
        kind, _, number = each.partition(" ")
        yield kind, number


def _totals(lines: list[Said]) -> Iterator[tuple[str, Cell]]:
    """What each party spends in each currency of which it has several lines."""
    found: dict[tuple[str, str], list[Decimal]] = {}
    for said in lines:
        currency, _, figure = str(said.details["amount"]).partition(" ")
        found.setdefault((said.party, currency), []).append(Decimal(figure))
    for (party, currency), figures in sorted(found.items()):
        if len(figures) > 1:
            yield party, ASKS["amount"].in_words(f"{currency} {sum(figures)}") or f"{currency} {sum(figures)}"


def _sum(said: Said) -> Cell:
    amount = str(said.details["amount"])
    return ASKS["amount"].in_words(amount) or amount


def _choice(detail: str, code: object) -> Cell:
    return ASKS[detail].choices.get(str(code), str(code))


def _plain(said: Said, detail: str) -> str:
    given = said.details.get(detail, "")
    return given if isinstance(given, str) else ""


def _prose(said: Said, detail: str) -> Cell:
    given = said.details.get(detail, "")
    return dict(given) if isinstance(given, dict) else given
