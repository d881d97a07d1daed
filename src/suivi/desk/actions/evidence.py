"""Evidence for a commitment or for the plan as a whole: a public source, cited in our own words; it leaves by a ticket.

- The address is kept and never fetched: what a source says is what an officer read there.
- A source from before the plan is welcome: it is shown as background.
"""

import datetime
from collections.abc import Mapping
from urllib.parse import quote

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.actions import releases
from suivi.desk.actions.reports import LONGEST_ACCOUNT, NO_ACCOUNT, TOO_LONG, filled_in, hindrance_of_day
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.evidence import ADDRESS, LONGEST_ADDRESS, EvidenceAttached
from suivi.record.schema import LANGUAGE
from suivi.register.plans import ProvisionStanding

NO_ADDRESS = Words(
    "“{value}” is not an address of the web",
    "« {value} » n’est pas une adresse Web",
    "‘{value}’: 웹 주소가 아님",
)
NO_TITLE = Words("the title of the source is empty", "le titre de la source est vide", "출처의 제목이 비어 있음")
NO_PUBLISHER = Words(
    "the publisher of the source is empty", "l’éditeur de la source n’est pas indiqué", "출처의 발행처가 비어 있음"
)
NO_LANGUAGE = Words(
    "“{value}” is not the code of a language, such as en, fr or ko",
    "« {value} » n’est pas le code d’une langue, comme en, fr ou ko",
    "‘{value}’: 언어 코드가 아님(예: en, fr, ko)",
)
NO_REPORT = Words(
    "the report it supports is not on record about this commitment",
    "le rapport visé n’est pas au journal pour cet engagement",
    "뒷받침하는 보고가 해당 항목의 기록에 없음",
)


class EvidenceNotSound(Refusal):
    """A field of a piece of evidence cannot be put on record."""

    code = "evidence-not-sound"
    says = Words(
        en="The evidence cannot be attached: {what}.",
        fr="La pièce justificative ne peut être jointe : {what}.",
        ko="근거 자료를 첨부할 수 없습니다. 사유: {what}.",
    )
    remedy = Words(
        en="Correct the field and attach it again; copy a web address whole, with the https at its beginning.",
        fr="Corrigez le champ et joignez-la de nouveau; copiez l’adresse Web en entier, en commençant par https.",
        ko="해당 항목을 고쳐 다시 첨부하십시오. 웹 주소는 https부터 전체를 복사하십시오.",
    )


def attach(
    officer: Officer,
    *,
    plan: str,
    provision: str = "",
    address: str,
    title: str,
    language: str,
    publisher: str,
    published_on: str | None = None,
    on: str | None = None,
    account: Mapping[str, str],
    report: str | None = None,
    marking: Mapping[str, object] | None = None,
    at: datetime.datetime,
) -> str:
    """Cite a source for a commitment (empty: for the plan as a whole); returns the digest of its ticket.

    `report` is the entry id of the released report it supports, of any party. Raises `NotHere`, `NotMandated`,
    `EvidenceNotSound`, or `exchange.faults.Refused` for wording or marking.
    """
    channel, register = access.plan_for(officer, plan)
    standing = access.provision_for(officer, plan, provision)[2] if provision else None
    attached = EvidenceAttached(
        provision=standing.provision.id if standing else "",
        address=_address(address),
        title=_line(title, NO_TITLE),
        language=_language(language),
        publisher=_line(publisher, NO_PUBLISHER),
        published_on=_day(published_on, at),
        on=_day(on, at),
        account=_account(account),
        report=_report(report, standing),
    )
    return releases.cut(
        officer,
        record=attached,
        channel=channel,
        subject=f"{register.plan.id}#{attached.provision}" if attached.provision else register.plan.id,
        plan=register.plan.id,
        marking=marking,
        at=at,
    )


def _address(value: str) -> str:
    """The address as a URI: characters outside ASCII, as browsers show them, in percent encoding (RFC 3987, 3.1)."""
    written = "".join(one if one.isascii() else quote(one, errors="replace") for one in value.strip())
    if len(written) > LONGEST_ADDRESS or not ADDRESS.fullmatch(written):
        raise EvidenceNotSound(what=NO_ADDRESS.filled(value=value[:80]))
    return written


def _line(value: str, missing: Words) -> str:
    line = " ".join(value.split())
    if not line:
        raise EvidenceNotSound(what=missing)
    return line


def _language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        raise EvidenceNotSound(what=NO_LANGUAGE.filled(value=value[:40]))
    return value


def _day(value: str | None, at: datetime.datetime) -> str | None:
    if not value:
        return None
    if hindrance := hindrance_of_day(value, at):
        raise EvidenceNotSound(what=hindrance)
    return datetime.date.fromisoformat(value).isoformat()


def _account(account: Mapping[str, str]) -> dict[str, str]:
    words = filled_in(account)
    if not words:
        raise EvidenceNotSound(what=NO_ACCOUNT)
    if any(len(text) > LONGEST_ACCOUNT for text in words.values()):
        raise EvidenceNotSound(what=TOO_LONG)
    return words


def _report(report: str | None, standing: ProvisionStanding | None) -> str | None:
    if not report:
        return None
    said = (account.id for accounts in standing.accounts.values() for account in accounts) if standing else ()
    if report not in said:
        raise EvidenceNotSound(what=NO_REPORT)
    return report
