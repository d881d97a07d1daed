"""Every record shown on a page leads to the file that proves it."""

import re

from tests.web.conftest import render


def test_an_account_a_step_and_a_word_on_a_joint_text_lead_to_their_proofs():
    links = {
        name: re.findall(r'href="/proof/[^"]+"', render(name, language="ko")) for name in ("commitment", "joint-text")
    }

    assert any(re.fullmatch(r'href="/proof/[a-z0-9-]+/(can|kor)/\d+"', link) for link in links["commitment"])
    assert links["joint-text"]
