"""CSV: the commitments of a plan, every account of them, what the plan names, and the dictionary of these tables.

- RFC 4180, UTF-8; names of columns never change and are the same in every language; words are in the language asked for.
- A cell that an office program would compute begins with an apostrophe (`sheets.py`).
- Every line bears a marking: an account its own, a commitment and the dictionary that of the register.
- Accounts that were withdrawn, and words before a correction, are left to the register itself.
"""

from collections.abc import Iterator, Sequence

from suivi.log.canonical import Json, canonical
from suivi.plan.numbering import number_of
from suivi.publish.open_words import ACCOUNTS, COMMITMENTS, NAMED, Term
from suivi.publish.review_html import marking_of, tongue_of
from suivi.publish.sheets import Sheet, csv_of
from suivi.review.figures import pillar_of
from suivi.review.package import Review


def commitments_csv(review: Review, language: str) -> bytes:
    """A line for each commitment, in plan order; raises `KeyError` for a language the house does not speak."""
    return csv_of(_sheet(review, "commitments", COMMITMENTS, _commitments(review, language)))


def accounts_csv(review: Review, language: str) -> bytes:
    """A line for each account that stands, commitments in plan order, parties in charter order, oldest first."""
    return csv_of(_sheet(review, "accounts", ACCOUNTS, _accounts(review, language)))


def named_csv(review: Review, language: str) -> bytes:
    """A line for each thing the plan names, group by group, in the order they were entered."""
    return csv_of(_sheet(review, "named", NAMED, _named(review, language)))


def dictionary_csv(review: Review, language: str) -> bytes:
    """What each column of the tables is called, holds and means."""
    tables = (("commitments", COMMITMENTS), ("accounts", ACCOUNTS), ("named", NAMED))
    marking = marking_of(review.register).label()
    rows = (
        (table, term.name, term.form, "yes" if term.may_be_empty else "no", term.means.in_(language), marking)
        for table, terms in tables
        for term in terms
    )
    heads = ("table", "column", "form", "may_be_empty", "means", "marking")
    return csv_of(Sheet("dictionary", heads, tuple(rows), marking))


def _sheet(review: Review, name: str, terms: Sequence[Term], rows: Iterator[tuple[str, ...]]) -> Sheet:
    return Sheet(name, tuple(term.name for term in terms), tuple(rows), marking_of(review.register).label())


def _commitments(review: Review, language: str) -> Iterator[tuple[str, ...]]:
    tongue, marking = tongue_of(review, language), marking_of(review.register).label()
    for standing in review.standings:
        provision = standing.provision
        agreed = review.agreed.get(provision.id, {})
        spoken = tongue.chosen(agreed)
        yield (
            review.plan.id,
            provision.id,
            number_of(provision.id),
            provision.kind.value,
            pillar_of(review.plan, provision.places[0].section) or "",
            provision.titles.get(tongue.chosen(provision.titles), ""),
            agreed.get(spoken, ""),
            spoken,
            provision.mode,
            provision.deadline.latest_on.isoformat() if provision.deadline else "",
            standing.comparison.value,
            marking,
        )


def _accounts(review: Review, language: str) -> Iterator[tuple[str, ...]]:
    tongue = tongue_of(review, language)
    for standing in review.standings:
        for party, said in standing.accounts.items():
            for one in said:
                if one.withdrawn:
                    continue
                spoken = tongue.chosen(one.account)
                yield (
                    review.plan.id,
                    standing.provision.id,
                    party,
                    one.stage.value,
                    one.on,
                    one.until or "",
                    one.at,
                    one.account.get(spoken, ""),
                    spoken,
                    one.log,
                    str(one.seq),
                    one.leaf.hex(),
                    one.marking.label(),
                    one.state or "",
                    canonical([step.value() for step in one.steps]).decode("utf-8") if one.steps else "",
                    one.hindrance.value if one.hindrance else "",
                    one.new_day.on if one.new_day else "",
                )


def _named(review: Review, language: str) -> Iterator[tuple[str, ...]]:
    tongue = tongue_of(review, language)
    for one in review.named:
        spoken = tongue.chosen(one.names)
        days: dict[str, Json] = {
            milestone: {day: list(parties) for day, parties in given.items()}
            for milestone, given in one.thing.days().items()
        }
        yield (
            review.plan.id,
            one.thing.id,
            one.group,
            one.thing.kind,
            one.names[spoken],
            spoken,
            one.short.get(spoken, ""),
            "yes" if one.thing.achieved else "no",
            canonical(days).decode("utf-8") if days else "",
            " ".join(one.commitments),
            " ".join(one.addresses),
            one.thing.marking.label(),
        )
