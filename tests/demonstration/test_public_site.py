"""The public site of the demonstration, as a plain folder: what citizens of both countries and a stranger get."""

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree

from suivi.publish.phrases import DEMONSTRATION
from tests.demonstration.playing import PLAN, suivi
from tests.web.markup import Markup
from tools.check_proof import check
from tools.verify import Refused

LANGUAGES = ("en", "fr", "ko")
LIGHT = 100_000
SAID = {"report.filed", "report.assessed", "evidence.attached", "step.taken"}
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def site(played, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "site"
    suivi("publish-site", str(folder), "--data", str(played.folder / "can"))
    return folder


@pytest.fixture(scope="module")
def seoul(played, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "site"
    suivi("publish-site", str(folder), "--data", str(played.folder / "kor"))
    return folder


def pages(site):
    """The pages of the site; a whole review is a file to take away, among the data."""
    return sorted(path for path in site.rglob("*.html") if path.relative_to(site).parts[0] != "data")


def files(site):
    return {str(path.relative_to(site)): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def test_both_capitals_print_the_same_site_to_the_byte(site, seoul):
    ours, theirs = files(site), files(seoul)
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_every_page_of_the_site_is_light_and_asks_for_no_script(site):
    heavy = {str(path.relative_to(site)): path.stat().st_size for path in pages(site) if path.stat().st_size > LIGHT}
    scripted = [str(path) for path in pages(site) if "<script" in path.read_text("utf-8")]
    assert (heavy, scripted) == ({}, [])


def test_every_link_of_the_site_leads_to_a_file_of_the_site(site):
    broken = []
    for path in pages(site):
        markup = Markup(path.read_text("utf-8"))
        for element in markup.named("a", "link"):
            address = urlsplit(element.attributes.get("href", ""))
            assert not address.scheme, f"{path}: {address.geturl()} leads outside"
            if not address.path:
                assert address.fragment in {*markup.ids(), "main"}, f"{path}: #{address.fragment}"
            elif not (path.parent / unquote(address.path)).resolve().is_file():
                broken.append((str(path.relative_to(site)), address.path))
    assert broken == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_commitment_has_its_page_at_its_own_number_in_each_language(site, played, language):
    ids = {one["id"] for one in played.register()["provisions"]}
    found = {path.stem for path in (site / language / PLAN).glob("*.html")}
    assert ids <= found


def test_every_page_and_printed_review_of_the_site_says_that_its_clock_is_simulated(site):
    said = [DEMONSTRATION.in_(language) for language in LANGUAGES]
    silent = [
        str(path.relative_to(site))
        for path in site.rglob("*.html")
        if not any(phrase in path.read_text("utf-8") for phrase in said)
    ]

    assert silent == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_silence_is_said_in_words_and_both_accounts_stand_side_by_side(site, language):
    silent = {"en": "no report", "fr": "aucun rapport", "ko": "보고 없음"}[language]
    signed = {"en": ("Canada", "Korea"), "fr": ("Canada", "Corée"), "ko": ("캐나다", "한국")}[language]
    plan = (site / language / PLAN / "index.html").read_text("utf-8")
    agreement = (site / language / PLAN / "P2.I1.html").read_text("utf-8")
    assert silent in plan
    assert all(f"<h3>{party}" in agreement for party in signed)


def test_what_waits_at_home_for_its_approvals_is_in_no_file_of_the_site(site, played):
    story = json.loads(Path("src/suivi/cli/demonstration/story.json").read_text("utf-8"))
    waiting = {text for one in story["waits"] for text in one.get("account", {}).values()}
    found = [path for path, octets in files(site).items() for text in waiting if text.encode() in octets]
    assert waiting
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_year_leads_to_the_whole_review_and_sets_the_year_before_beside_it(site, language):
    first, second = sorted((site / language / PLAN).glob("review-*.html"))
    compared = {"en": "From year to year", "fr": "D’une année à l’autre", "ko": "연도별 비교"}[language]
    assert [compared in page.read_text("utf-8") for page in (first, second)] == [False, True]
    for page in (first, second):
        assert f"data/{PLAN}/{page.stem}.{language}.html" in page.read_text("utf-8")
        assert (site / "data" / PLAN / f"{page.stem}.{language}.html").stat().st_size > LIGHT


@pytest.mark.parametrize("language", LANGUAGES)
def test_minutes_both_sides_have_sealed_stand_among_the_reviews_with_their_decisions(site, played, language):
    (minutes,) = played.register()["minutes"]
    page = unescape((site / language / PLAN / "reviews.html").read_text("utf-8"))
    wanted = [minutes["minutes"], *(one["words"] for one in minutes["decisions"])]
    wanted += [said["account"] for one in minutes["decisions"] for said in one["followed"]]
    assert [one[language] for one in wanted if one[language] not in page] == []


def steps_of(site):
    """Where each public step stands: one of all stands in the log of every party, under one leaf."""
    found = {}
    for path in site.glob("proof/*/*.json"):
        proof = json.loads(path.read_text("utf-8"))
        header = json.loads(proof["header"])
        if header["type"] == "step.taken":
            one = header.get("target", {}).get("leaf") or str(path)
            found.setdefault(one, set()).add((proof["log"], proof["seq"]))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_account_step_source_and_decision_leads_to_its_own_proof_from_every_page_that_shows_it(
    site, played, language
):
    """As many links as records: each public entry is named on its page by log and place, and the proof is of that very one."""
    proved = {}
    for page in [*(site / language / PLAN).glob("*.html"), *(site / "data" / PLAN).glob(f"review-*.{language}.html")]:
        for here, log, seq in re.findall(r'href="(?:../)*(proof/[^"]+)"[^>]*>([^ <]+) (\d+)<', page.read_text("utf-8")):
            assert here == f"proof/{log.split('/')[1]}/{seq}.json"
            proved.setdefault(page.stem, set()).add((log, int(seq)))
    public = [check(path.read_bytes()) for path in site.glob("proof/*/*.json")]
    told = {(one["log"], one["seq"]): one for one in public if one["type"] in SAID}
    for place in played.register()["provisions"]:
        about = {key for key, one in told.items() if one["record"].get("provision") == place["id"]}
        assert about <= proved.get(place["id"], set()), place["id"]
    every = set().union(*proved.values())
    assert [places for places in steps_of(site).values() if not places & every] == []


def test_a_stranger_can_check_every_record_of_the_site(site):
    proofs = sorted(site.glob("proof/*/*.json"))
    proved = [check(path.read_bytes()) for path in proofs]
    assert len(proved) > 300
    assert {one["log"] for one in proved} == {"suivi/can/public", "suivi/kor/public"}
    assert len({one["fingerprint"] for one in proved}) == 2


def test_the_fingerprint_of_a_proof_stands_on_the_page_about_the_site(site):
    told = re.sub(
        r"[^0-9a-f]", "", unescape((site / "en" / "about.html").read_text("utf-8")).split("<code>")[1].split("<")[0]
    )
    assert told == check((site / "proof" / "can" / "0.json").read_bytes())["fingerprint"]


@pytest.mark.parametrize(
    ("field", "change", "code"),
    [
        ("content", lambda text: text.replace("a", "b", 1), "content.hash"),
        ("header", lambda text: text.replace('"manifest":1', '"manifest":2'), "proof.root"),
        ("way", lambda way: way[:-1], "proof.length"),
        ("way", lambda way: [*way, "0" * 64], "proof.length"),
        ("seq", lambda seq: seq + 1, "proof.place"),
        ("size", lambda size: size - 1, "proof.root"),
        ("checkpoint", lambda text: text.replace("suivi/can", "suivi/kor", 1), "checkpoint.origin"),
        ("key_lists", lambda lists: [lists[0].replace('"version":1', '"version":2')], "keys.chain"),
    ],
)
def test_a_proof_with_anything_changed_in_it_proves_nothing(site, field, change, code):
    proof = json.loads((site / "proof" / "can" / "5.json").read_text("utf-8"))
    changed = {**proof, field: change(proof[field])}
    assert changed != proof
    with pytest.raises(Refused) as refusal:
        check(json.dumps(changed).encode())
    assert refusal.value.args[0] in {code, "proof.root", "proof.length"}


def test_the_program_for_strangers_says_what_is_proved_and_refuses_what_is_not(site, tmp_path):
    sound = site / "proof" / "kor" / "3.json"
    broken = tmp_path / "broken.json"
    broken.write_text(sound.read_text("utf-8").replace("suivi-proof/1", "suivi-proof/2"), "utf-8")
    ends = [
        subprocess.run(
            [sys.executable, "-m", "tools.check_proof", str(one)], capture_output=True, text=True, check=False
        )
        for one in (sound, broken)
    ]
    assert [one.returncode for one in ends] == [0, 3]
    assert "fingerprint" in ends[0].stdout
    assert "not sound" in ends[1].stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_is_atom_with_one_entry_for_each_record_and_stable_ids(site, language):
    feed = etree.parse(site / language / PLAN / "feed.atom").getroot()
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert feed.tag == f"{ATOM}feed"
    assert all(feed.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    assert len(ids) == len(set(ids)) > 10
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", one) for one in ids)


def test_a_folder_that_holds_something_else_is_left_alone(played, tmp_path):
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    command = [sys.executable, "-m", "suivi.cli", "publish-site", str(tmp_path), "--data", str(played.folder / "can")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
