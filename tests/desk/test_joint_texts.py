"""What an officer is shown of a joint text before answering."""

from dataclasses import replace

from suivi.desk import queries, registers, sign_in
from suivi.desk.actions import releases
from suivi.exchange.charter import charter_proposal, first_charter
from suivi.log.header import Reference
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.orders import CHANNEL, PASSWORD


def test_letters_that_only_look_like_ours_are_shown_and_a_charter_speaks_in_the_languages_it_sets(noemie):
    texts = {one.proposed.kind: one for one in registers.common(CHANNEL).joint_texts.values()}
    plan = queries.joint_text_page(noemie, texts["plan.adopted"].leaf.hex(), language="en")
    old = texts["charter"].proposed.body
    languages = tuple(replace(spoken, authentic=spoken.tag != "en") for spoken in old.languages)
    proposed = charter_proposal(*first_charter(CHANNEL, old.parties, languages))
    disguised = replace(proposed, texts={**proposed.texts, "en": "The p\u0430rties agree."})
    in_force = texts["charter"].proposal
    named = Reference(in_force.log, in_force.seq, in_force.leaf.hex())

    ticket = releases.cut(
        noemie, record=disguised, channel=CHANNEL, subject="channel", refs={"supersedes": named}, at=AT
    )
    for minutes, officer in enumerate(sign_in.officers()[:2], start=1):
        releases.approve(officer, ticket=ticket, password=PASSWORD, at=AT + minutes * MINUTE)
    placed = releases.release(noemie, ticket=ticket, at=AT + 3 * MINUTE)
    page = queries.joint_text_page(noemie, placed.leaf.hex(), language="en")

    assert plan.foreign == ()
    assert plan.authentic == tuple(spoken.tag for spoken in old.languages)
    assert page.authentic == ("fr", "ko")  # a charter speaks in the languages it sets itself
    assert [(one.language, one.word, one.letters) for one in page.foreign] == [
        ("en", "p\u0430rties", ("\u0430 U+0430",))
    ]
