"""Which language a text is in: told from little, and from too little or another language not at all."""

import pytest

from suivi.reader.flat import flattened
from suivi.reader.languages import detected
from suivi.reader.refusals import LanguageNotRead

OTHERS = {
    "Spanish": "El Gobierno de Canadá y el Gobierno de España acuerdan fortalecer la cooperación en materia de energía y de comercio. Las partes se comprometen a firmar un acuerdo sobre la pesca.",
    "Portuguese": "O Governo do Canadá e o Governo do Brasil acordam em fortalecer a cooperação em matéria de energia. As partes comprometem-se a realizar um diálogo anual e a assinar um acordo.",
    "Italian": "Il Governo del Canada e il Governo della Repubblica Italiana concordano di rafforzare la cooperazione. Le parti si impegnano a tenere un dialogo annuale e a firmare un accordo.",
    "German": "Die Regierung von Kanada und die Regierung der Bundesrepublik Deutschland vereinbaren, die Zusammenarbeit zu stärken und jedes Jahr einen Dialog zu führen.",
    "Dutch": "De regering van Canada en de regering van Nederland komen overeen om de samenwerking op het gebied van energie en handel te versterken in 2027.",
    "Japanese": "カナダ政府と日本国政府は、エネルギー及び貿易の分野における協力を強化することで一致した。",
    "Chinese": "加拿大政府和中华人民共和国政府同意加强能源和贸易领域的合作。",
    "Latin": "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore.",
}
OURS = {
    "en": "The Parties will sign an agreement.",
    "fr": "Les Parties s’engagent à signer un accord.",
    "ko": "양국은 협정을 체결하기로 하였다.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_a_text_in_another_language_is_refused_and_the_languages_read_are_named(text):
    with pytest.raises(LanguageNotRead) as refused:
        detected(flattened(text))

    assert all(name in refused.value.sentence("en") for name in ("English", "français", "한국어"))


@pytest.mark.parametrize("text", ["", "xyz", "2024 2025 12 %", "G7 COP28 NATO"])
def test_next_to_no_words_are_no_evidence(text):
    with pytest.raises(LanguageNotRead):
        detected(flattened(text))


def test_a_text_in_several_languages_is_taken_for_the_one_that_most_of_it_is_in():
    french = "Les Parties s’engagent à tenir un dialogue annuel sur l’énergie et à signer un accord sur les glaces. "

    assert detected(flattened(OURS["ko"] + " " + 4 * french)).tag == "fr"
    assert detected(flattened(4 * OURS["ko"] + " " + french)).tag == "ko"


@pytest.mark.parametrize(("tag", "text"), OURS.items(), ids=OURS)
def test_a_sentence_is_evidence_enough(tag, text):
    assert detected(flattened(text)).tag == tag
