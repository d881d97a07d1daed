"""How well the reader reads the corpus of `benchmarks/reading/`, by language, layout and rule (reader.md, “How good”).

Run: `make bench`, or `python -m tools.reading_bench`. Every span is exact, whatever else is right or wrong.
"""

import pytest

from tools.reading_bench import reading_of, tables
from tools.reading_corpus import corpus

DOCUMENTS = list(corpus())


def test_the_corpus_is_scored(capsys):
    with capsys.disabled():
        print(f"\n{tables(DOCUMENTS)}")

    assert DOCUMENTS


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: f"{document.language}/{document.name}")
def test_what_is_quoted_is_what_the_text_says(document):
    value = reading_of(document)

    assert all(document.characters[one["start"] : one["end"]] == one["text"] for one in value["commitments"])
