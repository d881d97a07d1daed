"""What English statements and memoranda are set among and written like: rubrics, first lines, recitals, articles, areas."""

import pytest

from suivi.plan.text import Text
from suivi.reader import read

PARAGRAPH = (
    "The two countries have worked together for forty years on the high seas and in the ports of both, and the ministers were "
    "glad to see that the number of accidents had fallen once more. "
)


def reading(text):
    draft = read(Text("en", text))
    return [section.title for section in draft.sections], [draft.text.at(each.span) for each in draft.commitments]


def test_a_step_of_the_way_to_a_page_is_no_heading_where_it_stands_alone():
    headings, _ = reading(
        "Home > News > Fisheries > Statement on Cod\n\nFisheries\n\nStatement on Cod\n\n" + PARAGRAPH
        + "\n\nNext year\n\nThe ministers will meet in Bergen.\n"
    )  # fmt: skip

    assert headings == ["Next year"]


def test_a_line_of_many_words_with_a_verb_is_the_news_in_a_sentence_and_heads_nothing():
    headings, commitments = reading(
        "Statement on Cod\n\nMinisters meeting in the far north have welcomed the return of the herring\n\n"
        + PARAGRAPH
        + "The ministers agreed to publish the quotas.\n"
    )

    assert headings == []
    assert commitments == ["The ministers agreed to publish the quotas"]


def test_articles_by_roman_numbers_take_the_title_below_them_and_recitals_head_nothing():
    headings, commitments = reading(
        "MEMORANDUM ON COD\n\nRECOGNIZING the benefits to be drawn by both sides from closer study\n\nHAVE AGREED:\n\n"
        "ARTICLE II\nFORMS OF WORK\n\nThe Parties will exchange observers. This Memorandum is not intended to create rights.\n"
    )

    assert headings == ["ARTICLE II FORMS OF WORK"]
    assert commitments == ["The Parties will exchange observers"]


def test_the_line_beside_the_numbers_of_the_pages_is_a_running_head():
    headings, _ = reading(
        f"Plan for Cod\n\nHarbours\n\n{PARAGRAPH}\n\n1\nOffice of Fish\n\n{PARAGRAPH}\n\n2\nOffice of Fish\n\n{PARAGRAPH}The ministers will meet.\n"
    )

    assert headings == ["Harbours"]


def test_areas_promise_nothing_beside_the_sentence_that_leads_to_them():
    _, commitments = reading(
        "Memorandum\n\n1. The Participants intend to cooperate in the following areas:\n"
        "  i) preservation and development of harbours;\n  ii) training of pilots.\n"
    )

    assert commitments == ["The Participants intend to cooperate in the following areas"]


@pytest.mark.parametrize(
    "told",
    [
        "They examined ways to further enhance ties.",
        "Regular meetings of the services drive our relations.",
        "To assist the harbours, the Government offers its support to the pilots.",
        "They announced steps to widen the locks; deepen the channel; and light the quays.",
        "This plan is not intended to be a treaty.",
    ],
)
def test_what_only_tells_is_no_promise(told):
    _, commitments = reading(f"Statement\n\n1. {PARAGRAPH}\n\n2. {told}\n\n3. The ministers agreed to meet in May.\n")

    assert commitments == ["The ministers agreed to meet in May"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Prime Minister Berg and visiting Prime Minister Vera agreed Thursday to build a lock.",
            "Prime Minister Berg and visiting Prime Minister Vera agreed Thursday to build a lock",
        ),
        (
            "REQUESTS the Secretariat, in consultation with the boards and councils, to prepare a report.",
            "REQUESTS the Secretariat, in consultation with the boards and councils, to prepare a report",
        ),
        (
            "Minister Vera expressed that Norway will keep its harbours open.",
            "Minister Vera expressed that Norway will keep its harbours open",
        ),
        (
            "The two sides decided to hold talks on cod, a joint statement issued after the meeting in Bergen said.",
            "The two sides decided to hold talks on cod",
        ),
    ],
)
def test_what_is_promised_in_the_words_of_the_news_and_of_assemblies(sentence, found):
    assert reading(f"Statement\n\n{PARAGRAPH}\n\n{sentence}\n")[1] == [found]


def test_a_question_heads_its_answer_and_names_and_telephones_head_nothing():
    headings, commitments = reading(
        "Statement on Cod\n\nSenator the Hon Ruth Aalto\n\n02 5550 7800\n\nWhat comes next?\n\n"
        + PARAGRAPH
        + "The ministers will meet in the 2030s. Boats belong to both.\n"
    )

    assert headings == ["What comes next?"]
    assert commitments == ["The ministers will meet in the 2030s"]


@pytest.mark.parametrize(
    "sentence",
    [
        "There was agreement to widen cooperation on drift ice.",
        "The Meeting directed that the memorandum on buoys be signed.",
        "Iceland pledged an additional A$4 million to the rescue stations.",
        "We embark on a two-year search for the lost moorings.",
        "The ministers agreed that this list would be reviewed at a yearly meeting.",
    ],
)
def test_what_a_chair_says_was_agreed_is_promised(sentence):
    assert reading(f"Statement\n\n{PARAGRAPH}\n\n{sentence}\n")[1] == [sentence[:-1]]
