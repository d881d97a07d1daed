"""The annual review inside the desk."""

import datetime

from suivi.desk import queries
from suivi.desk.reviews import review_on
from tests.two_nodes.capitals import PLAN

YEAR = {"from_on": datetime.date(2024, 9, 1), "to_on": datetime.date(2025, 8, 31), "as_of": None}


def test_what_is_needed_from_us_is_one_line_a_rule_with_the_plans_own_numbers(noemie):
    page = queries.review_page(noemie, PLAN, **YEAR, language="en")
    needed = review_on(PLAN, **YEAR).needed_from("can")

    assert len(page.asked) == len({matter.rule for matter in needed}) < len(needed)
    assert all("P1.I" not in line.en for line in page.asked)
    assert any("1.2" in line.en for line in page.asked)
