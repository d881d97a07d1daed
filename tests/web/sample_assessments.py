"""Assessments, what parties supply beyond the text, and the package of a review, as sample pages show them."""

from suivi.desk.pages import AssessedShown, SuppliedShown, Term
from suivi.desk.pages.package import MakingPage, PackagePage
from suivi.desk.pages.plan import PlanLine
from suivi.publish.package import FORMATS, SCORECARD, TITLES
from suivi.record.assessments import SCORES
from suivi.record.described import FACTS
from tests.web.sample_days import DAY, NOON

SCORE_TERMS = tuple(Term(str(score), words) for score, words in SCORES.items())
FACT_TERMS = tuple(Term(name, words) for name, words in FACTS.items())


def given(*, withdrawn: bool = False) -> AssessedShown:
    """Our assessment of a commitment for a year, in two languages."""
    return AssessedShown(
        id=("f" if withdrawn else "e") * 32,
        party="can",
        score=SCORE_TERMS[1],
        account={"en": "Two of three meetings were held.", "fr": "Deux réunions sur trois ont eu lieu."},
        from_on="2024-07-18",
        to_on="2025-07-17",
        at=NOON,
        log="suivi/can/pact",
        seq=14,
        marking="TLP:AMBER",
        withdrawn=withdrawn,
    )


def supplied() -> tuple[SuppliedShown, ...]:
    """What one party supplies about the plan, in Korean alone."""
    facts = tuple((words, {"ko": "양국 정상의 합의에 따른다."}) for words in FACTS.values())
    return (
        SuppliedShown(
            party="kor",
            facts=facts,
            agreed_on="2024-07-18",
            at=NOON,
            log="suivi/kor/pact",
            seq=3,
            marking="TLP:AMBER",
        ),
    )


def package(line: PlanLine, digest: str, *, minutes: str = "") -> PackagePage:
    """Every paper of a review, open or closed."""
    papers = tuple(
        (Term(name, words), ("xlsx",) if name == SCORECARD else tuple(FORMATS)) for name, words in TITLES.items()
    )
    return PackagePage(
        plan=line,
        from_on=DAY.replace(year=DAY.year - 1),
        to_on=DAY,
        as_of=None,
        minutes=minutes,
        digest=digest,
        marking="TLP:AMBER",
        papers=papers,
        tongues=("en", "fr", "ko"),
        pairs=("en-fr", "en-ko", "fr-ko"),
    )


def making(*, done: int = 21, size: int = 0, stopped: bool = False) -> MakingPage:
    """A package on its way, made, or stopped."""
    return MakingPage(
        id="1", plan="canada-korea-2024", name="canada-korea-2024.zip", done=done, total=76, size=size, stopped=stopped, failed=False
    )  # fmt: skip
