"""Sources: everything the parties cite, newest first, each once with the commitments it serves."""

from suivi.publish import phrases
from suivi.publish.commitments import source_named
from suivi.publish.markup import Html, element
from suivi.publish.site import words
from suivi.publish.site.frame import Published, page_of
from suivi.publish.tongue import Tongue, number_of, proof_name
from suivi.register.evidence import Evidence


def sources(published: Published, language: str) -> bytes:
    """The page of sources."""
    tongue = published.tongue(language)
    items = [_item(tongue, evidence) for evidence in every_source(published)]
    listed = element("ul", *items, class_="sources") if items else element("p", tongue.say(words.NOTHING_NEW))
    title = tongue.say(words.SOURCES)
    heading = element("h1", title)
    note = element("p", tongue.say(words.SOURCES_SAY), class_="note")
    return page_of(published, language, heading, note, listed, name="sources.html", title=title)


def every_source(published: Published) -> list[Evidence]:
    """The evidence of the plan and of every commitment that was not taken back, newest told first."""
    under = [one for standing in published.review.standings for one in standing.evidence]
    found = [one for one in (*published.review.evidence, *under) if not one.withdrawn]
    return sorted(found, key=lambda one: (one.told_on, one.log, one.seq), reverse=True)


def _item(tongue: Tongue, evidence: Evidence) -> Html:
    about: str = ""
    if evidence.provision:
        about = element("a", number_of(evidence.provision), href=f"{evidence.provision}.html", class_="no")
    # Short, and without the full name of the log: the page of all sources has to stay light.
    where = f"{tongue.proofs}{proof_name(evidence.log, evidence.seq)}"
    proof = element("a", tongue.say(words.PROOF), href=where)
    by = element(
        "p", tongue.say(phrases.CITED_BY, party=tongue.party(evidence.party)), " ", about, " ", proof, class_="small"
    )
    return element("li", source_named(tongue, evidence), by)
