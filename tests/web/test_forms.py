"""From what was typed to what an action takes."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.datastructures import MultiValueDict

from suivi.desk.queries import plan_pages
from suivi.modes import MODES
from suivi.modes.asks import ASKS, Form
from suivi.modes.mode import Step
from suivi.web import forms
from tests.modes.samples import answer, answers
from tests.web import sample_pages

STEPS = [step for mode in MODES.values() for step in mode.steps]


def posted(**fields: str) -> QueryDict:
    found = QueryDict(mutable=True)
    found.update({name.replace("_", "-"): words for name, words in fields.items()})
    return found


def test_empty_boxes_are_no_text_and_line_ends_become_those_of_records() -> None:
    typed = posted(account_en="One.\r\nTwo. ", account_fr="  ", account_ko="")

    assert forms.versions(typed, "account") == {"en": "One.\nTwo."}


def test_typed_words_are_composed_as_records_hold_them() -> None:
    assert forms.worded("e\u0301te\u0301") == "été"


def test_details_come_by_code_and_by_language() -> None:
    typed = posted(
        detail_date="2026-03-01", detail_agenda_en="Ice", detail_agenda_fr="Glace", detail_reason=" ", stage="done"
    )

    assert forms.details(typed) == {"date": "2026-03-01", "agenda": {"en": "Ice", "fr": "Glace"}}


def test_what_is_counted_ticked_or_paid_comes_in_parts_and_is_put_together_as_records_hold_it() -> None:
    typed = QueryDict(
        "detail-resources:aircraft=2&detail-resources:vehicles=&detail-resources:firefighters=109"
        "&detail-border:customs=yes&detail-border:entry=yes"
        "&detail-amount:currency=cad&detail-amount:sum=1250000.50&detail-place=Ottawa"
    )

    assert forms.details(typed) == {
        "resources": "firefighters 109, aircraft 2",
        "border": "entry, customs",
        "amount": "CAD 1250000.50",
        "place": "Ottawa",
    }


def test_half_a_sum_and_kinds_nobody_offers_are_left_for_the_rule_to_refuse() -> None:
    typed = QueryDict("detail-amount:sum=12&detail-resources:tanks=4&detail-border:visa=yes&detail-crown:gold=1")

    said = forms.details(typed)

    assert said == {"amount": "12", "resources": "tanks 4", "border": "visa", "crown": "gold"}
    assert all(ASKS[code].unsound(answer) for code, answer in said.items() if code in ASKS)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_every_step_of_every_mode_can_be_filled_in_the_browser(step: Step) -> None:
    boxes: QueryDict = QueryDict(mutable=True)
    for asked in step.asks:
        boxes.update(in_boxes(asked))
        drawn = render_to_string(
            "parts/ask.html", {"ask": plan_pages.ask_shown(asked), "box": "b", "languages": ("fr", "ko")}
        )
        assert set(in_boxes(asked)) <= set(re.findall(r' name="([^"]+)"', drawn))
        assert set(re.findall(r' for="([^"]+)"', drawn)) == set(re.findall(r' id="([^"]+)"', drawn))

    assert forms.details(boxes) == answers(step)


def in_boxes(asked: str) -> dict[str, str]:
    """A sound answer to a detail as a browser would post it, box by box."""
    said = answer(asked)
    if isinstance(said, dict):
        return {f"detail-{asked}-{language}": words for language, words in said.items()}
    match ASKS[asked].form:
        case Form.SUM:
            currency, _, figure = said.partition(" ")
            return {f"detail-{asked}:currency": currency, f"detail-{asked}:sum": figure}
        case Form.COUNTS:
            counted = (each.partition(" ") for each in said.split(", "))
            return {f"detail-{asked}:{kind}": number for kind, _, number in counted}
        case Form.SEVERAL:
            return {f"detail-{asked}:{code}": "yes" for code in said.split(", ")}
    return {f"detail-{asked}": said}


def test_a_day_is_read_as_records_write_it() -> None:
    assert forms.day(posted(on="2026-02-25"), "on") == "2026-02-25"
    assert forms.day_if_any(posted(on=""), "on") is None


@pytest.mark.parametrize("typed", ["", "25/02/2026", "2026-02-30", "soon"])
def test_what_is_no_day_is_refused_in_words(typed: str) -> None:
    with pytest.raises(forms.DayNotRead) as refusal:
        forms.day(posted(on=typed), "on")

    assert refusal.value.sentence("en") == f"“{typed}” is not a day."


def test_files_come_with_name_bytes_and_language() -> None:
    files = MultiValueDict(
        {"file-1": [SimpleUploadedFile("a.txt", b"one")], "file-3": [SimpleUploadedFile("b.txt", b"two")]}
    )
    typed = posted(language_1="fr", language_2="en", language_3="")

    assert forms.uploads(files, typed) == [("a.txt", b"one", "fr"), ("b.txt", b"two", "")]


def test_a_form_without_its_file_is_refused() -> None:
    with pytest.raises(forms.NoFileGiven):
        forms.uploads(MultiValueDict(), posted())
    with pytest.raises(forms.NoFileGiven):
        forms.octets(MultiValueDict())


def test_a_split_is_given_by_the_first_words_of_the_second_part() -> None:
    page = sample_pages.reading()
    read = next(each for each in page.commitments if each.id == "P2.I2")
    expected = page.texts[0].characters.index("en lançant", read.spans["fr"][0])

    value = forms.split_at(page, posted(commitment="P2.I2", words_fr="en lançant une Réunion"))

    assert value == f"fr={expected}"


@pytest.mark.parametrize("words", ["", "nowhere", "e", "moderniser"])
def test_a_split_that_is_not_unmistakable_is_refused(words: str) -> None:
    with pytest.raises(forms.SplitNotFound):
        forms.split_at(sample_pages.reading(), posted(commitment="P2.I2", words_fr=words))


def test_a_split_of_a_commitment_that_is_not_there_is_refused() -> None:
    with pytest.raises(forms.SplitNotFound):
        forms.split_at(sample_pages.reading(), posted(commitment="P9.I9", words_fr="x"))


def test_details_typed_come_back_under_the_names_people_know_them_by() -> None:
    with translation.override("fr"):
        back = forms.retyped(QueryDict("detail-resources:aircraft=-4&detail-agenda-ko=의제&detail-crown=1"))

        boxes = forms.retyped(QueryDict("step-1-words-fr=Y&newday-on=soon&folder=here&version=3"))
        told = [(str(field.label), field.hidden) for field in boxes]

    assert [field.label for field in back] == ["Ressources, en nombre, aéronefs", "Ordre du jour", "crown"]
    assert told == [
        ("Prochaine étape 1", False),
        ("Nouvelle date demandée", False),
        ("Dossier", False),
        ("Version du texte", True),
    ]


def test_a_box_for_a_file_that_was_left_empty_is_no_box_to_type_in():
    back = forms.retyped(QueryDict("plan=canada-chile&file-2=&language-2=fr&file="))

    assert [field.name for field in back] == ["plan", "language-2"]


def test_everything_typed_comes_back_but_secrets() -> None:
    typed = posted(account_ko="보고", on="2026-13-01", password="hunter2", csrfmiddlewaretoken="x")

    back = forms.retyped(typed)

    assert [name for name, _ in forms.secrets_asked(typed)] == ["password"]
    assert [(field.name, field.language, field.words, field.long) for field in back] == [
        ("account-ko", "ko", "보고", True),
        ("on", "", "2026-13-01", False),
    ]


def test_a_year_typed_into_a_field_for_a_day_has_four_digits_and_leads_on_to_the_month():
    templates = Path("src/suivi/web/templates").rglob("*.html")
    fields = [
        field for page in templates for field in re.findall(r'type="date".{0,160}', page.read_text(encoding="utf-8"))
    ]

    # Where the year is written first, a browser takes six digits for it unless the last day is named.
    assert fields
    assert [field for field in fields if " max=" not in field] == []
