"""Pictures in pages: what a page holds, handed as plain values to `publish/pictures`, in the reader's language.

Each tag draws nothing itself and gives nothing where there is nothing to draw; the page then says so in words.
"""

import datetime
from collections.abc import Iterable, Sequence
from typing import Final

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from suivi.desk.pages import (
    AccountShown,
    ChangesPage,
    ChannelPage,
    CommitmentNamed,
    CommitmentPage,
    CommitmentRow,
    DueShown,
    EvidenceShown,
    PartyNamed,
    PlanPage,
    SectionNamed,
    StepShown,
    Term,
)
from suivi.publish import days
from suivi.publish.markup import Html, element, joined, verbatim
from suivi.publish.pictures import ahead, apart, changed, exchanged, standing, tracks
from suivi.publish.pictures.drawing import Label, Picture, shown
from suivi.web.context import reading
from suivi.web.templatetags.suivi import colon, language_of, named, number, party_in, say, signed

register = template.Library()

_SIGN_OF: Final = {"announced": "step"}  # a step of a report is drawn like one of an activity
_AXIS: Final = ("mentioned", "planned", "under-way", "done", "stopped")
_DIFFERING: Final = ("differ", "details-differ")


@register.simple_tag
def picture_of_standing(page: PlanPage) -> SafeString:
    """How the plan stands by pillar, for the kind of commitment the page scores."""
    words: dict[str | None, str] = {term.code: say(term) for term in page.stages}
    pillars = [
        standing.Pillar(_section(part.pillar), tuple(zip(*(row.stages for row in part.rows), strict=True)))
        for part in page.score
    ]
    if not pillars:
        return _made(None)
    words[None] = _("No report")
    names = [named(party) for party in page.parties]
    return _made(standing.picture(pillars, parties=names, stages=words, language=reading()))


@register.simple_tag
def picture_of_exchange(page: ChannelPage) -> SafeString:
    """What has gone each way in the channel, and how much of it the other side has acknowledged."""
    names = {log.party.code: named(log.party) for log in page.logs}
    lanes = [
        exchanged.Lane(
            by=names[log.party.code],
            to=", ".join(name for code, name in names.items() if code != log.party.code),
            size=log.size,
            acknowledged=min(log.acknowledged or 0, log.size),
        )
        for log in page.logs
    ]
    return _made(exchanged.picture(lanes, language=reading()) if lanes else None)


@register.simple_tag
def picture_of_differences(page: PlanPage) -> SafeString:
    """How far the accounts differ, on every commitment on which they do."""
    differing = [row for part in page.pillars for row in part.rows if row.comparison.code in _DIFFERING]
    if not differing:
        return _made(None)
    stopped = any("stopped" in row.stages for row in differing)
    by_code = {term.code: say(term) for term in page.stages}
    stages: dict[str, str] = {
        code: by_code[code] for code in _AXIS if code in by_code and (code != "stopped" or stopped)
    }
    drawn = apart.picture(
        [_difference(row) for row in differing],
        parties=[named(party) for party in page.parties],
        stages=stages,
        language=reading(),
    )
    return _made(drawn)


@register.simple_tag
def picture_of_due(due: Iterable[DueShown], day: datetime.date) -> SafeString:
    """What falls due in the quarter of `day` and the three after it."""
    coming = [
        ahead.Due(
            named=label_of(line.commitment),
            kind=_SIGN_OF.get(line.kind, line.kind),
            on=line.on,
            said=_capital(say(line.says)),
        )
        for line in due
        if line.kind in ahead.KINDS and line.on >= day
    ]
    return _made(ahead.picture(coming, from_on=day, language=reading()) if coming else None)


@register.simple_tag
def picture_of_changes(page: ChangesPage) -> SafeString:
    """The marks of every commitment that changed, on both days."""
    if not page.changes:
        return _made(None)
    changes = [
        changed.Change(
            named=label_of(change.after.commitment),
            before=(change.before.stages, change.before.comparison.code),
            after=(change.after.stages, change.after.comparison.code),
            before_words=_standing_words(change.before, page.parties),
            after_words=joined(
                [
                    _standing_words(change.after, page.parties),
                    *(_activity_words(moved.mode, moved.before, moved.after) for moved in change.activities),
                ]
            ),
        )
        for change in page.changes
    ]
    first, last = page.from_on.isoformat(), page.to_on.isoformat()
    return _made(changed.picture(changes, from_on=first, to_on=last, language=reading()))


@register.simple_tag
def picture_of_tracks(page: CommitmentPage, day: datetime.date) -> SafeString:
    """The time line of a commitment: accounts and steps of each party, and what other sources say."""
    moments = [*_told(page), *_stepped(page), *_cited(page)]
    if not moments:
        return _made(None)
    drawn = tracks.picture(
        moments,
        parties=[(side.party.code, named(side.party)) for side in page.accounts],
        agreed_on=page.plan.agreed_on,
        today=(page.as_of or day).isoformat(),
        language=reading(),
    )
    return _made(drawn)


# Names and words


def label_of(commitment: CommitmentNamed) -> Label:
    """A commitment named for a picture, with where it leads."""
    versions = commitment.titles or commitment.agreed
    language = language_of(versions, commitment.authentic)
    return Label(
        number=number(commitment.id),
        title=versions.get(language, ""),
        language=language,
        address=reverse("commitment", args=[commitment.plan, commitment.id]),
    )


def _section(pillar: SectionNamed | None) -> Label:
    if pillar is None:
        return Label(number="·", title=_("Outside the pillars"), language=reading())
    versions = pillar.titles or pillar.headings
    language = language_of(versions)
    return Label(number=number(pillar.id), title=versions.get(language, ""), language=language, address=f"#{pillar.id}")


def _difference(row: CommitmentRow) -> apart.Difference:
    stated = [account.on for account in row.accounts if account]
    said = tuple(
        (account.stage.code, days.day_in(reading(), account.on)) if account else None for account in row.accounts
    )
    return apart.Difference(named=label_of(row.commitment), said=said, days=days.days_between(min(stated), max(stated)))


def _standing_words(row: CommitmentRow, parties: Sequence[PartyNamed]) -> Html:
    said = [
        element("span", f"{named(party)}{colon()}", _account_words(account), class_="sub")
        for party, account in zip(parties, row.accounts, strict=True)
    ]
    return joined([_capital(say(row.comparison)), *said])


def _account_words(account: AccountShown | None) -> str:
    if account is None:
        return _("No report")
    return f"{say(account.stage)}, {days.day_in(reading(), account.on)}"


def _activity_words(mode: Term, before: Term | None, after: Term) -> Html:
    was = f"{say(before)} → " if before else ""
    return element("span", f"{_capital(say(mode))}{colon()}{was}{say(after)}", class_="sub")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


# The time line


def _told(page: CommitmentPage) -> Iterable[tracks.Moment]:
    for side in page.accounts:
        for account in (*((side.latest,) if side.latest else ()), *side.before):
            if not account.withdrawn:
                yield _account_moment(account, named(side.party))


def _account_moment(account: AccountShown, who: str) -> tracks.Moment:
    stage = _capital(say(account.stage))
    return tracks.Moment(
        on=account.on,
        track=account.party,
        stage=account.stage.code,
        said=f"{stage}, {days.day_in(reading(), account.on)}",
        who=who,
        cell=joined([element("strong", stage), Html("<br>"), verbatim(signed(account.account))]),
        recorded_on=account.at.date().isoformat(),
        background=account.background,
    )


def _stepped(page: CommitmentPage) -> Iterable[tracks.Moment]:
    parties = tuple(side.party for side in page.accounts)
    for activity in page.activities:
        for step in activity.taken:
            if step.set_aside is None and step.ticket is None:
                yield from _step_moments(step, activity.mode, parties)


def _step_moments(step: StepShown, mode: Term, parties: tuple[PartyNamed, ...]) -> Iterable[tracks.Moment]:
    """A step stands on the track of its party; one taken together, on that of its proposer, in words for all."""
    name = _capital(say(step.step))
    yield tracks.Moment(
        on=step.on,
        track=step.party,
        stage="step",
        said=f"{name}, {days.day_in(reading(), step.on)}",
        who=_("All parties, joint text") if step.joint else party_in(step.party, parties),
        cell=joined(
            [
                element("strong", name),
                element("span", _capital(say(mode)), class_="sub"),
                element("span", _capital(say(step.basis)), class_="sub presumed") if step.basis else Html(""),
            ]
        ),
        recorded_on=step.at.date().isoformat(),
        presumed=step.basis is not None,
    )


def _cited(page: CommitmentPage) -> Iterable[tracks.Moment]:
    """Other sources, on a track of their own; one that supports a report on record adds nothing to see."""
    for cited in page.evidence:
        if cited.report is None and not cited.withdrawn:
            yield _cited_moment(cited)


def _cited_moment(cited: EvidenceShown) -> tracks.Moment:
    on = cited.on or cited.published_on or cited.recorded_at.date().isoformat()
    title = element("cite", cited.title, lang=cited.language)
    return tracks.Moment(
        on=on,
        track="",
        stage="",
        said=f"{cited.publisher}, {days.day_in(reading(), on)}",
        who=cited.publisher,
        cell=joined(
            [
                element("a", title, href=cited.address, rel="noreferrer external"),
                Html("<br>"),
                verbatim(signed(cited.account)),
            ]
        ),
        recorded_on=cited.recorded_at.date().isoformat(),
        background=cited.background,
    )


def _made(picture: Picture | None) -> SafeString:
    """The figure; every character of others in it was escaped by `publish/markup.py`."""
    return mark_safe(shown(picture, reading()) if picture else "")  # noqa: S308  # see above
