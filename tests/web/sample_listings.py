"""Lists over all plans and a search, built by hand beside `sample_pages.py`."""

from suivi.desk.pages import Choice, CommitmentListed, Found, ListPage, ReportListed, Term, Turned, ViewKept
from suivi.desk.queries.listing_pages import CALLED
from suivi.plan.words import Words
from tests.web import sample_pages as samples

MANY = Turned(page=2, found=10_000, many=True, before=1, after=3)
ONE = Turned(page=1, found=2, many=False, before=None, after=None)
CHOICES = (
    Choice("kind", CALLED["kind"], samples.KINDS, "initiative"),
    Choice("comparison", CALLED["comparison"], samples.COMPARISONS, ""),
)
ORDERS = Choice("order", CALLED["order"], (Term("plan", Words("by plan", "par plan", "행동계획순")),), "plan")
VIEWS = (ViewKept("1", "En retard, O’Brien <all>", "due=overdue"),)


def commitments_listed() -> ListPage:
    """The second page of many commitments, one of them overdue."""
    return ListPage(
        listing="commitments",
        asked="kind=initiative&order=plan",
        turned=MANY,
        choices=CHOICES,
        plans=((samples.PLAN, samples.LINE.titles), ("another", {})),
        orders=ORDERS,
        views=VIEWS,
        commitments=tuple(_listed(row) for row in samples.ROWS.values()),
        day=samples.DAY,
    )


def _listed(row: object) -> CommitmentListed:
    named, accounts = row.commitment, row.accounts  # type: ignore[attr-defined]  # a row of the sample plan
    stages = tuple(account.stage if account else None for account in accounts)
    return CommitmentListed(
        plan=samples.PLAN,
        plan_titles=samples.LINE.titles,
        id=named.id,
        titles=named.titles,
        agreed=named.agreed,
        kind=named.kind,
        mode=named.mode,
        comparison=row.comparison,  # type: ignore[attr-defined]  # the same
        said=tuple(zip(samples.PARTIES, stages, strict=True)),
        states=tuple(stage.code if stage else None for stage in stages),
        due_on="2026-03-01" if named.id.endswith("1") else "2027-03-01",
        overdue=named.id.endswith("1"),
        last_on="2026-02-25" if any(stages) else "",
        marking="TLP:AMBER",
    )


def reports_listed() -> ListPage:
    """Three reports: one on record, one taken back, one that has not left."""
    reports = tuple(
        ReportListed(
            plan=samples.PLAN,
            plan_titles=samples.LINE.titles,
            provision="P2.I1",
            party=party,
            stage=samples.STAGES[0],
            on="2026-02-25",
            account={"en": "Officials met in Ottawa.", "fr": "Les fonctionnaires se sont réunis à Ottawa."},
            marking="TLP:AMBER",
            withdrawn=withdrawn,
            background=withdrawn,
            ticket=ticket,
        )
        for party, withdrawn, ticket in (
            (samples.CANADA, False, ""),
            (samples.KOREA, True, ""),
            (samples.CANADA, False, samples.DIGEST),
        )
    )
    return ListPage(
        listing="reports",
        asked="from=2026-01-01",
        turned=ONE,
        choices=CHOICES[:1],
        days={"from": "2026-01-01", "to": ""},
        orders=ORDERS,
        reports=reports,
        day=samples.DAY,
    )


def found() -> ListPage:
    """Words found in every kind of thing."""
    kinds = {"plan": "", "commitment": "P2.I1", "report": "P2.I1", "evidence": "", "joint-text": ""}
    return ListPage(
        listing="search",
        asked="q=accord",
        turned=ONE,
        choices=CHOICES,
        question="accord",
        days={"from": "", "to": ""},
        views=VIEWS,
        found=tuple(
            Found(
                kind=Term(kind, Words(kind, kind, kind)),
                plan=samples.PLAN if kind != "joint-text" else "",
                plan_titles=samples.LINE.titles,
                provision=provision,
                titles={"en": "Talks", "fr": "Pourparlers"} if provision else {},
                party=samples.KOREA if kind == "report" else None,
                language=language,
                on="2026-02-25" if kind == "report" else "",
                words="협정의 발효" if language == "ko" else "…l’accord entre en vigueur…",
                marking="TLP:AMBER",
                key=samples.DIGEST if kind == "joint-text" else "",
                internal=kind == "report",
            )
            for (kind, provision), language in zip(kinds.items(), ("en", "fr", "ko", "fr", "ko"), strict=True)
        ),
    )


def nothing_asked() -> ListPage:
    """Search before anything is asked."""
    return ListPage(listing="search", asked="", turned=ONE, choices=CHOICES)
