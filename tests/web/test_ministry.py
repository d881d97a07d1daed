"""The ministry's sign-in, played against a small provider in this process: let in by link alone, refused by name."""

import time

import pytest
from django.conf import settings as django_settings
from django.test import Client

from suivi.desk import identities, linked, provider, second_factor, sign_in
from suivi.desk.identities import IdentityRefused
from tests.web.provider_at_hand import CLIENT, SECRET, SUBJECT, provider_at_hand
from tests.web.test_signing_in import PASSWORD, code_of, entered

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def ministry():
    with provider_at_hand() as server:
        yield server


@pytest.fixture
def desk(ministry, settings, tmp_path):
    """The desk with that provider named; what it said of itself is forgotten afterwards."""
    (tmp_path / "secret").write_text(SECRET + "\n", encoding="utf-8")
    settings.SUIVI_OIDC = provider.Provider(
        issuer=ministry.issuer, client=CLIENT, secret=tmp_path / "secret", name="Ministry", factors=frozenset({"mfa"})
    )
    ministry.called_by, ministry.asked = ministry.issuer, []
    provider.forget()
    yield Client()
    provider.forget()


@pytest.fixture
def officer(desk):
    person = sign_in.enrol("N. O’Brien", PASSWORD, roles=["focal-point"], language="en", published=True)
    from suivi.desk import clock

    linked.link(person, issuer=django_settings.SUIVI_OIDC.issuer, subject=SUBJECT, by=person, at=clock.now())
    return person


def there(desk, **asked):
    answer = desk.get("/sign-in/ministry", asked)
    assert answer.status_code == 302, answer.content
    return answer.headers["Location"]


def refused(answer):
    """The reason a page of refusal gives, by its name."""
    assert answer.status_code == 409
    page = answer.content.decode()
    found = [name for name, words in identities.REASONS.items() if words.en in page]
    assert len(found) == 1, page
    return found[0]


@pytest.mark.parametrize("alg", ["RS256", "ES256"])
def test_a_linked_officer_is_let_in_and_led_to_the_page_he_asked_for(desk, officer, ministry, alg):
    back = ministry.signed_in(there(desk, next="/plans?q=1"), alg=alg)

    assert desk.get("/sign-in/ministry/back", back).headers["Location"] == "/plans?q=1"
    assert desk.get("/plans").status_code == 200
    assert "this session" in desk.get("/account").content.decode()


def test_the_provider_is_asked_only_where_the_administrator_says(desk, officer, ministry):
    asked = there(desk, next="https://elsewhere.example/", issuer="https://elsewhere.example")

    assert asked.startswith(f"{ministry.issuer}/authorize?")
    assert desk.get("/sign-in/ministry/back", ministry.signed_in(asked)).headers["Location"] == "/"


WRONG = {
    "nonce": {"nonce": "another"},
    "audience": {"aud": "another program"},
    "issuer": {"iss": "http://127.0.0.1:1"},
    "expired": {"exp": 1_700_000_000},
    "signature": {"forged": True},
}


@pytest.mark.parametrize("reason", WRONG)
def test_a_token_with_one_thing_wrong_is_refused_by_name(desk, officer, ministry, reason):
    back = ministry.signed_in(there(desk), **WRONG[reason])

    assert refused(desk.get("/sign-in/ministry/back", back)) == reason
    assert desk.get("/plans").status_code == 302


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"nonce": None}, "nonce"),
        ({"exp": None}, "expired"),
        ({"iat": 4_000_000_000}, "expired"),
        ({"aud": [CLIENT, "another"]}, "audience"),
        ({"azp": "another"}, "audience"),
        ({"alg": "HS256"}, "signature"),
        ({"sub": ""}, "provider"),
    ],
)
def test_a_token_that_says_less_or_more_than_it_should_is_refused(desk, officer, ministry, changed, reason):
    assert refused(desk.get("/sign-in/ministry/back", ministry.signed_in(there(desk), **changed))) == reason


def test_an_answer_is_good_once_and_in_the_browser_that_asked(desk, officer, ministry):
    back = ministry.signed_in(there(desk))
    stranger = Client()

    assert refused(stranger.get("/sign-in/ministry/back", back)) == "state"
    assert desk.get("/sign-in/ministry/back", back).status_code == 302
    assert refused(desk.get("/sign-in/ministry/back", back)) == "state"


def test_an_answer_with_another_state_or_an_error_is_refused(desk, officer, ministry):
    back = ministry.signed_in(there(desk))
    assert refused(desk.get("/sign-in/ministry/back", {**back, "state": "guessed"})) == "state"

    broken_off = ministry.signed_in(there(desk))
    assert refused(desk.get("/sign-in/ministry/back", {**broken_off, "error": "access_denied"})) == "provider"


def test_a_provider_that_calls_itself_otherwise_is_none(desk, officer, ministry):
    ministry.called_by = "https://elsewhere.example"

    assert refused(desk.get("/sign-in/ministry")) == "unreachable"


def test_whoever_is_not_linked_is_not_let_in_and_not_enrolled(desk, officer, ministry):
    before = len(sign_in.officers())
    answer = desk.get("/sign-in/ministry/back", ministry.signed_in(there(desk), sub="a stranger"))

    assert (answer.status_code, len(sign_in.officers())) == (409, before)
    assert "a stranger" in answer.content.decode()
    sign_in.end(officer)
    assert desk.get("/sign-in/ministry/back", ministry.signed_in(there(desk))).status_code == 409


def test_a_second_factor_is_asked_for_unless_the_ministry_proves_one(desk, officer, ministry):
    secret = second_factor.new_secret()
    second_factor.turn_on(officer, secret=secret, code=code_of(secret, -1))

    assert desk.get("/sign-in/ministry/back", ministry.signed_in(there(desk))).headers["Location"] == "/sign-in/code"
    assert desk.get("/plans").status_code == 302
    assert desk.post("/sign-in/code", {"code": code_of(secret)}).headers["Location"] == "/"
    stronger = Client()
    back = ministry.signed_in(there(stronger), amr=["pwd", "mfa"])
    assert stronger.get("/sign-in/ministry/back", back).headers["Location"] == "/"


def test_failures_close_the_way_for_a_quarter_of_an_hour(desk, officer, ministry):
    for _ in range(6):
        desk.get("/sign-in/ministry/back", {"code": "x", "state": "guessed"})
    answer = desk.get("/sign-in/ministry")

    assert refused(answer) == "provider"
    assert entered(Client()).status_code == 302  # the password stays for whoever has one


def test_a_fresh_sign_in_must_be_fresh_and_the_same_persons(desk, officer, ministry):
    entered(desk)
    asked = there(desk, fresh="yes", next="/releases")
    assert "prompt=login" in asked
    assert "max_age=0" in asked

    assert refused(desk.get("/sign-in/ministry/back", ministry.signed_in(asked))) == "stale"
    old = ministry.signed_in(there(desk, fresh="yes"), auth_time=int(time.time()) - 3600)
    assert refused(desk.get("/sign-in/ministry/back", old)) == "stale"
    other = sign_in.enrol("Another", PASSWORD, roles=["focal-point"], language="en", published=True)
    from suivi.desk import clock

    linked.link(other, issuer=ministry.issuer, subject="other", by=other, at=clock.now())
    theirs = ministry.signed_in(there(desk, fresh="yes"), auth_time=int(time.time()), sub="other")
    assert refused(desk.get("/sign-in/ministry/back", theirs)) == "another"
    fresh = ministry.signed_in(there(desk, fresh="yes", next="/releases"), auth_time=int(time.time()))
    assert desk.get("/sign-in/ministry/back", fresh).headers["Location"] == "/releases"


def test_the_address_of_a_provider_is_checked_before_it_is_asked():
    assert provider.fault_of("https://login.ministry.example/realm") == ""
    assert provider.fault_of("http://127.0.0.1:8080") == ""
    for bad in ("http://login.ministry.example", "ftp://x", "https://", "https://x/?a=b", "https://u@x"):
        assert provider.fault_of(bad) != "", bad


def test_every_reason_has_its_sentence():
    for reason in identities.REASONS:
        for language in ("en", "fr", "ko"):
            assert "{" not in IdentityRefused(reason).sentence(language)
