"""Layouts that plans come in: tables by their columns, glued headlines, numbered headings, lists that tell."""

import pytest

from suivi.plan.text import Text
from suivi.reader import read


def reading(text, tag="en"):
    draft = read(Text(tag, text))
    return draft, [draft.text.at(each.span) for each in draft.commitments]


ROWS = "| No. | Action | Output | Year | Lead |\n|---|---|---|---|---|\n| 1 | Train 60 judges | Courses | 2026 | Ministry |\n| 2 | Open a registry | Registry | 2027 | Court |\n"


@pytest.mark.parametrize(
    "table",
    [
        ROWS,
        "No.\tAction\tOutput\tYear\tLead\n1\tTrain 60 judges\tCourses\t2026\tMinistry\n2\tOpen a registry\tRegistry\t2027\tCourt\n",
        "\n".join(cell.strip() for line in ROWS.splitlines() if "---" not in line for cell in line.strip("|").split("|")) + "\n",
    ],
    ids=["bars", "tabs", "one cell a line"],
)  # fmt: skip
def test_only_the_column_of_actions_commits_and_its_row_says_when(table):
    draft, commitments = reading(
        f"Plan of Action\n\nThe two sides met.\n\n{table}\nFollow-up\n\nThe sides will meet yearly.\n"
    )

    assert commitments == ["Train 60 judges", "Open a registry", "The sides will meet yearly"]
    assert [each.deadline and each.deadline.latest_on.year for each in draft.commitments] == [2026, 2027, None]


@pytest.mark.parametrize(
    ("block", "headline"),
    [
        ("Fighting fires: The two sides will train crews.", "Fighting fires:"),
        ("Deepening defence tiesThe two sides will train crews.", "Deepening defence ties"),
        ("Strengthening ties. The two sides will train crews.", "Strengthening ties."),
        ("1) Fires: Many were lost. The two sides will train crews.", "1) Fires:"),
    ],
)
def test_a_headline_glued_to_its_body_is_a_heading(block, headline):
    draft, commitments = reading(f"Joint Statement\n\n{block}\n\nThey met in Oslo.\n")

    assert [draft.text.at(section.heading) for section in draft.sections] == [headline]
    assert commitments == ["The two sides will train crews"]


def test_a_number_belongs_to_its_heading_and_a_bullet_does_not():
    draft, _ = reading("Plan\n\nI. Security\n\nThe sides will meet.\n\nII. Trade\n\nThe sides will trade.\n")

    assert [(section.label, section.title) for section in draft.sections] == [("I.", "Security"), ("II.", "Trade")]


def test_a_sentence_that_leads_to_items_that_act_promises_nothing_of_its_own():
    _, led = reading("Plan\n\nThe Parties will cooperate to:\n\n(a) train crews;\n(b) share data.\n")
    _, alone = reading("Plan\n\nThe Parties will cooperate in these areas:\n\n- fish\n- wood\n")

    assert led == ["train crews", "share data"]
    assert alone == ["The Parties will cooperate in these areas"]


def test_the_parts_of_a_sentence_that_tells_go_on_telling():
    _, commitments = reading(
        "Statement\n\n1. The Leaders drove progress on priorities, including a response; fighting crime; and promoting trade.\n\n"
        "2. They agreed to meet.\n"
    )

    assert commitments == ["They agreed to meet"]
