"""The public site of this node: made from the public logs alone, remembered until they grow.

- Nothing here reads the home log, a shared log's entries, or a draft. Agreed texts are held by digest; one is printed
  only where a plan made public names it.
- Which parties a plan has, and in which order, is the charter's word: it names who speaks, and no sentence of theirs.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from django.conf import settings

from suivi.desk import access, entries, proofs, registers
from suivi.desk.queries.shown import PARTY_NAMES
from suivi.exchange.key_chain import chain_of
from suivi.log.manifest import fingerprint_groups
from suivi.plan.channel import PUBLIC, CharterParty
from suivi.plan.when import Period
from suivi.plan.words import LANGUAGES
from suivi.publish.open_data import open_data
from suivi.publish.review_html import review_html
from suivi.publish.site.frame import PROOFS
from suivi.publish.site.site import Published, Site, files_of
from suivi.register.fold import Register
from suivi.register.plans import PlanRegister
from suivi.review.package import Review, review_of


@dataclass
class _Made:
    """The files of the site as made for one state of the public logs."""

    sizes: Mapping[str, int]
    files: dict[str, bytes]


_made: dict[str, _Made] = {}


def file_at(path: str) -> bytes:
    """The file of the public site at `path`, as `fr/plan/P1.I3.html`; a folder gives its index. Raises `NotHere`."""
    files = _files()
    named = f"{path}index.html" if not path or path.endswith("/") else path
    if named not in files:
        raise access.NotHere(what=path)
    return files[named]


def _files() -> Mapping[str, bytes]:
    if not registers.is_ours(PUBLIC):
        raise access.NotHere(what=PUBLIC)
    key, sizes = str(entries.own_node().database), registers.public().cut.sizes
    known = _made.get(key)
    if known is None or known.sizes != sizes:
        known = _made[key] = _Made(sizes, dict(files()))
    return known.files


def files() -> Iterator[tuple[str, bytes]]:
    """Every file of the public site, by path; nothing but the front while no plan is public. Raises `NotHere`."""
    if not registers.is_ours(PUBLIC):
        raise access.NotHere(what=PUBLIC)
    yield from files_of(site())


@registers.at_one_glance
def site() -> Site:
    """The public site as data."""
    register = registers.public()
    plans = [_published(register, plan) for _, plan in sorted(register.plans.items())]
    reviews = {one.plan.id: _reviews(register, one) for one in plans}
    return Site(
        plans=tuple(plans),
        fingerprints={party: _fingerprint(party) for party in register.parties},
        downloads={one.plan.id: open_data(one.review, _texts(register.plans[one.plan.id])) for one in plans},
        reviews=reviews,
        printed={plan: _printed(yearly) for plan, yearly in reviews.items()},
        proofs={(log, seq): octets for party in register.parties for log, seq, octets in proofs.proofs(party, PUBLIC)},
        contact=settings.SUIVI_CONTACT,
        demonstration=entries.own_node().demonstration,
        address=settings.SUIVI_PUBLIC_ADDRESS,
    )


def _fingerprint(party: str) -> str:
    chain = chain_of(registers.key_lists(PUBLIC)[party], party=party, channel=PUBLIC)
    return fingerprint_groups(chain[0].fingerprint())


def _published(register: Register, plan: PlanRegister) -> Published:
    parties = _parties(plan)
    last = max(_records(register, plan.plan.id), default=("", ""))
    ends_on = last[0][:10] or plan.in_effect_at[:10]
    period = Period(datetime.date.fromisoformat(_begun_on(plan)), datetime.date.fromisoformat(ends_on))
    return Published(
        review=review_of(register, plan.plan.id, period, texts=_texts(plan), parties=parties),
        names={party.code: party.names for party in parties},
        updated_at=last[0],
        updated_by=last[1],
        records=len(list(_records(register, plan.plan.id))),
        demonstration=entries.own_node().demonstration,
    )


def _begun_on(plan: PlanRegister) -> str:
    return plan.plan.agreed_on or plan.in_effect_at[:10]


def _parties(plan: PlanRegister) -> tuple[CharterParty, ...]:
    """The parties of the plan's own joint text, in charter order, as the charter of their channel names them."""
    text = next(one for one in plan.joint_texts if one.leaf == plan.joint)
    charters = [registers.common(channel).charter for channel in registers.channels()]
    known = {party.code: party for charter in charters if charter is not None for party in charter.parties}
    return tuple(known.get(code) or CharterParty(code, "", dict(PARTY_NAMES.get(code, {}))) for code in text.parties)


def _records(register: Register, plan: str) -> Iterator[tuple[str, str]]:
    """The instant and the party of every public record on the plan that counts, in no order."""
    aside = {(one.log, one.seq) for one in register.set_aside}
    for log in registers.logs(PUBLIC).values():
        for entry in log:
            header = entry.header
            if header is not None and (entry.log, entry.seq) not in aside and header.subject.partition("#")[0] == plan:
                yield header.at, entry.party


def _texts(plan: PlanRegister) -> dict[str, str]:
    held = registers.seen_once("texts of public plans", _texts_held)
    digests = (text.sha256 for version in plan.versions for text in version.texts)
    return {digest: held[digest] for digest in digests if digest in held}


def _texts_held() -> dict[str, str]:
    plans = registers.public().plans.values()
    return entries.texts_held(text.sha256 for plan in plans for version in plan.versions for text in version.texts)


def _reviews(register: Register, published: Published) -> tuple[Review, ...]:
    """The review of each year of the plan so far, oldest first."""
    plan = register.plans[published.plan.id]
    texts, parties = _texts(plan), _parties(plan)
    years = _years(published.review.period)
    return tuple(review_of(register, plan.plan.id, year, texts=texts, parties=parties) for year in years)


def _printed(reviews: Iterable[Review]) -> dict[str, dict[tuple[datetime.date, datetime.date], bytes]]:
    """Each review in full, by language and period; the public logs hold no charter, so the node says that it plays."""
    paper = partial(review_html, proofs=PROOFS, demonstration=entries.own_node().demonstration)
    return {
        language: {(one.period.from_on, one.period.to_on): paper(one, language) for one in reviews}
        for language in LANGUAGES
    }


def _years(whole: Period) -> Iterator[Period]:
    """The years of the plan, counted from its first day; the last may still be under way."""
    first = whole.from_on
    while first <= whole.to_on:
        following = _a_year_after(first)
        yield Period(first, following - datetime.timedelta(days=1))
        first = following


def _a_year_after(day: datetime.date) -> datetime.date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, month=3, day=1)
