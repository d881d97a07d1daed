"""Pair: language versions written together, joined by the ids their readings share.

Rules:
- every version holds the same sections and commitments, by id and kind; otherwise the pairing is refused;
- a commitment that stands in two places becomes one provision with two places, under the first id (rule R10);
- what only one version can tell (recurrence, deadline, mode) is taken from the first version that has it.
"""

from collections.abc import Sequence

from suivi.plan.plan import Place, Provision, ProvisionKind, Section
from suivi.plan.text import Span
from suivi.plan.when import Deadline, Recurrence
from suivi.reader.draft import DraftCommitment, DraftPlan, DraftSection
from suivi.reader.modes import FALLBACK
from suivi.reader.refusals import VersionsDiffer


def pair(drafts: Sequence[DraftPlan]) -> tuple[tuple[Section, ...], tuple[Provision, ...]]:
    """The sections and provisions of one plan in as many languages as `drafts`, in reading order of the first.

    Raises `VersionsDiffer`, naming the ids that one version holds alone; `ValueError` without any draft.
    """
    if not drafts:
        raise ValueError("pairing needs at least one draft")
    _check_alike(drafts)
    sections = [{section.id: section for section in draft.sections} for draft in drafts]
    commitments = [{commitment.id: commitment for commitment in draft.commitments} for draft in drafts]
    first = drafts[0]
    return (
        tuple(_section(drafts, [version[section.id] for version in sections]) for section in first.sections),
        tuple(_provision(drafts, commitments, commitment) for commitment in _in_first_places(first)),
    )


def _in_first_places(draft: DraftPlan) -> list[DraftCommitment]:
    """The commitments that are not a further place of one before them."""
    places = {commitment.id: place for place, commitment in enumerate(draft.commitments)}
    return [
        commitment
        for place, commitment in enumerate(draft.commitments)
        if all(places[other] > place for other in commitment.same_as)
    ]


def _check_alike(drafts: Sequence[DraftPlan]) -> None:
    first = drafts[0]
    for other in drafts[1:]:
        for one, another in ((first, other), (other, first)):
            alone = set(_marks(one)) - set(_marks(another))
            if alone:
                ids = ", ".join(mark[0] for mark in _marks(one) if mark in alone)
                raise VersionsDiffer(language=one.text.language, ids=ids)


def _marks(draft: DraftPlan) -> list[tuple[str, str]]:
    """Id and kind of every section and commitment, in that order: what two versions must have in common."""
    sections = [(section.id, section.kind) for section in draft.sections]
    return [*sections, *((commitment.id, commitment.kind) for commitment in draft.commitments)]


def _section(drafts: Sequence[DraftPlan], versions: Sequence[DraftSection]) -> Section:
    first = versions[0]
    return Section(
        id=first.id,
        kind=first.kind,
        parent=first.parent,
        headings=_by_language(drafts, [version.heading for version in versions]),
        spans=_by_language(drafts, [version.span for version in versions]),
    )


def _provision(
    drafts: Sequence[DraftPlan], versions: Sequence[dict[str, DraftCommitment]], first: DraftCommitment
) -> Provision:
    alike = [version[first.id] for version in versions]
    return Provision(
        id=first.id,
        kind=ProvisionKind(first.kind),
        mode=next((version.mode for version in alike if version.mode != FALLBACK), FALLBACK),
        places=tuple(_place(drafts, [version[id] for version in versions]) for id in (first.id, *first.same_as)),
        recurrence=next((Recurrence(version.recurrence.rule) for version in alike if version.recurrence), None),
        deadline=next(filter(None, map(_deadline, drafts, alike)), None),
    )


def _place(drafts: Sequence[DraftPlan], versions: Sequence[DraftCommitment]) -> Place:
    return Place(
        id=versions[0].id,
        section=versions[0].section,
        spans=_by_language(drafts, [version.span for version in versions]),
    )


def _by_language(drafts: Sequence[DraftPlan], spans: Sequence[Span]) -> dict[str, Span]:
    return {draft.text.language: span for draft, span in zip(drafts, spans, strict=True)}


def _deadline(draft: DraftPlan, commitment: DraftCommitment) -> Deadline | None:
    day = commitment.deadline
    return None if day is None else Deadline(draft.text.at(day.span), day.earliest_on, day.latest_on)
