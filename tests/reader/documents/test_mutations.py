"""2,000 damaged documents of every format: each is read or refused in words, and no span is ever wrong."""

import pytest

from tests.reader.documents.mutations import mutated, played, samples


@pytest.mark.parametrize("extension", sorted(samples()))
def test_damaged_documents_are_read_or_refused(extension):
    told = played(extension, count=2_000)

    assert told["failures"] == {}
    assert told["documents"] == 2_000
    assert told["outcomes"]["read"] > 100, "next to nothing was read: the damage shows nothing"
    assert told["outcomes"].get("took too long", 0) == 0


def test_the_same_number_is_the_same_document():
    assert mutated("docx", 7) == mutated("docx", 7)
    assert mutated("docx", 7) != mutated("docx", 8)
