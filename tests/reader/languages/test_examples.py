"""Each language finds the sentences that commit and leaves the others alone (rules R1 and R2)."""

import pytest

from suivi.reader.flat import flattened
from suivi.reader.grammar import Setting, acts
from suivi.reader.languages import language, tags
from tests.reader.examples import FOUND, NOT_FOUND


def actions(tag, sentence, setting=Setting.DIRECTIVE):
    flat = flattened(sentence)
    return acts(language(tag).grammar(), flat, 0, len(flat), setting)


def cases(examples):
    return [pytest.param(tag, sentence, id=sentence) for tag, sentences in examples.items() for sentence in sentences]


def test_every_language_has_ten_examples_of_each_kind():
    assert set(tags()) == set(FOUND) == set(NOT_FOUND)
    assert all(len(examples[tag]) >= 10 for examples in (FOUND, NOT_FOUND) for tag in tags())


@pytest.mark.parametrize(("tag", "sentence"), cases(FOUND))
def test_a_sentence_that_commits_is_found_once_and_whole_but_for_its_full_stop(tag, sentence):
    (found,) = actions(tag, sentence)

    assert sentence[found.start : found.end] == sentence.rstrip(".")


@pytest.mark.parametrize(("tag", "sentence"), cases(NOT_FOUND))
def test_facts_praise_talk_and_details_are_no_commitments(tag, sentence):
    assert actions(tag, sentence) == []


@pytest.mark.parametrize(
    ("tag", "sentence", "parts"),
    [
        ("fr", "Protéger les océans et lutter contre la pêche illicite.", ["Protéger les océans", "lutter contre la pêche illicite"]),
        ("fr", "Promouvoir et protéger les droits des femmes.", ["Promouvoir et protéger les droits des femmes"]),
        ("fr", "Former des agents pour prévenir les incendies et réduire les pertes.", ["Former des agents pour prévenir les incendies et réduire les pertes"]),
        ("fr", "Travailler ensemble pour protéger les mers et former des agents.", ["Travailler ensemble pour protéger les mers", "former des agents"]),
        ("fr", "Les parties s’engagent à protéger les mers, à former des agents et à tenir un forum.", ["Les parties s’engagent à protéger les mers", "former des agents", "tenir un forum"]),
        ("fr", "Les ministres ont convenu de tenir un forum et ont salué les progrès.", ["Les ministres ont convenu de tenir un forum"]),
        ("en", "Protect the oceans and combat illegal fishing.", ["Protect the oceans", "combat illegal fishing"]),
        ("en", "Promote and protect the rights of women.", ["Promote and protect the rights of women"]),
        ("en", "Train officers to prevent fires and reduce losses.", ["Train officers to prevent fires and reduce losses"]),
        ("en", "Work together to protect the seas and train officers.", ["Work together to protect the seas", "train officers"]),
        ("en", "The parties will protect the seas, train officers and hold a forum.", ["The parties will protect the seas", "train officers", "hold a forum"]),
        ("en", "The Ministers welcomed the progress and agreed to hold a forum.", ["agreed to hold a forum"]),
        ("ko", "바다를 보호하고, 불법 어업에 대응한다.", ["바다를 보호하고", "불법 어업에 대응한다"]),
        ("ko", "여성의 권리를 증진하고 보호한다.", ["여성의 권리를 증진하고 보호한다"]),
        ("ko", "산불을 예방하고 피해를 줄이기 위해 인력을 양성한다.", ["산불을 예방하고 피해를 줄이기 위해 인력을 양성한다"]),
    ],
)  # fmt: skip
def test_coordinated_verbs_part_where_each_has_an_object_of_its_own(tag, sentence, parts):
    assert [sentence[found.start : found.end] for found in actions(tag, sentence)] == parts


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("fr", "Utiliser l’accord pour accroître les échanges, et élargir le soutien aux jeunes."),
        ("en", "Use the agreement to increase trade, and widen the support for young people."),
    ],
)
def test_a_return_to_the_main_line_after_a_purpose_is_split_and_doubted(tag, sentence):
    first, second = actions(tag, sentence)

    assert (first.doubt, second.doubt) == ("", "split")


@pytest.mark.parametrize(
    ("tag", "item"),
    [
        ("fr", "Organisation d’un atelier sur l’eau"),
        ("en", "Establishment of a water board"),
        ("ko", "수자원 협의회 개최"),
    ],
)
def test_a_noun_of_action_commits_in_a_list_of_initiatives_and_not_in_prose(tag, item):
    assert len(actions(tag, item, Setting.LISTED)) == 1
    assert actions(tag, item, Setting.PROSE) == []
