"""Passkeys: kept, asked for and removed in a real browser with a virtual device; what is no proof, refused."""

import shutil
import time

import pytest
from django.test import Client

from suivi.desk import passkeys, sign_in
from tests.web.test_signing_in import PASSWORD, entered

NAME = "N. O’Brien"


def enrolled():
    return sign_in.enrol(NAME, PASSWORD, roles=["focal-point"], language="en", published=True)


@pytest.fixture
def page(transactional_db, live_server):
    """A page of a browser whose officer is enrolled: the driver leaves no way to the tables while it runs."""
    enrolled()
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("NOT RUN: needs the system's Chromium (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        opened = browser.new_page(base_url=live_server.url)
        yield opened
        browser.close()


def with_device(page):
    """A virtual device that always finds its owner present; the CDP session and the device's number."""
    talk = page.context.new_cdp_session(page)
    talk.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    return talk, talk.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]


def signs_in(page):
    page.goto("/sign-in")
    page.fill("#name", NAME)
    page.fill("#password", PASSWORD)
    page.click("main button[type=submit]")


@pytest.mark.browser
def test_a_passkey_is_kept_asked_for_and_removed_in_a_browser(page):
    refusals = []
    page.on("console", lambda said: refusals.append(said.text) if "Content Security Policy" in said.text else None)
    talk, device = with_device(page)
    signs_in(page)
    page.wait_for_url("**/")
    page.goto("/account")
    page.fill("#passkey-name", "열쇠 d’Élise")
    page.fill("#passkey-proof", PASSWORD)
    page.click("button[data-passkey=make]")
    page.wait_for_selector(".codes")
    assert page.locator(".codes li").count() == 10
    recovery = page.locator(".codes li code").first.inner_text()

    page.context.clear_cookies()
    signs_in(page)
    page.click("button[data-passkey=prove]")
    page.wait_for_url("**/")
    page.goto("/account")
    assert "열쇠 d’Élise" in page.inner_text("main")
    assert "last used" in page.inner_text("main")

    page.context.clear_cookies()
    signs_in(page)
    talk.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": device})
    page.fill("#code", recovery)
    page.click("main button[type=submit]")
    page.wait_for_url("**/")

    page.goto("/account")
    page.click("details:has(form[action$='/remove']) summary")
    page.fill("input[id^=drop-]", PASSWORD)
    page.click("form[action$='/remove'] button")
    page.wait_for_selector("text=Off: the password alone opens this desk.")
    assert page.locator("form[action$='/remove']").count() == 0
    assert refusals == []


@pytest.fixture
def kept(db):
    """An officer and his passkey, made by a device played here; the device answers with `signed`."""
    officer, device = enrolled(), Device()
    asked = passkeys.begin_keeping(officer, host=HOST)
    codes = passkeys.keep(officer, host=HOST, kept=asked.kept, answer=device.made(asked.options), name="A key")
    assert len(codes) == 10
    return officer, device


HOST = "localhost:8000"


class Device:
    """A security key in software: one credential, a counter, answers as a browser passes them on."""

    def __init__(self, origin=f"http://{HOST}"):
        from cryptography.hazmat.primitives.asymmetric import ec

        self.key, self.origin, self.counter, self.id = ec.generate_private_key(ec.SECP256R1()), origin, 0, b"c" * 16

    def _client(self, kind, challenge):
        import json

        said = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(said).encode()

    def made(self, options):
        import json

        from fido2.cose import ES256
        from fido2.utils import sha256, websafe_encode
        from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

        public = ES256.from_cryptography_key(self.key.public_key())
        held = AttestedCredentialData.create(b"\0" * 16, self.id, public)
        data = AuthenticatorData.create(sha256(b"localhost"), 0x41, self.counter, held)
        answer = {
            "clientDataJSON": websafe_encode(self._client("webauthn.create", options["challenge"])),
            "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
        }
        return json.dumps(self._whole(answer))

    def signed(self, options, *, counter=None):
        import json

        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import ec
        from fido2.utils import sha256, websafe_encode
        from fido2.webauthn import AuthenticatorData

        self.counter = self.counter + 1 if counter is None else counter
        data = AuthenticatorData.create(sha256(b"localhost"), 0x01, self.counter)
        client = self._client("webauthn.get", options["challenge"])
        signature = self.key.sign(data + sha256(client), ec.ECDSA(hashes.SHA256()))
        answer = {
            "clientDataJSON": websafe_encode(client),
            "authenticatorData": websafe_encode(data),
            "signature": websafe_encode(signature),
        }
        return json.dumps(self._whole(answer))

    def _whole(self, answer):
        from fido2.utils import websafe_encode

        return {
            "id": websafe_encode(self.id),
            "rawId": websafe_encode(self.id),
            "type": "public-key",
            "response": answer,
        }


def proves(officer, device, *, host=HOST, kept=None, answer=None):
    asked = passkeys.begin_asking(officer, host=HOST)
    return passkeys.accepts(officer, host=host, kept=kept or asked.kept, answer=answer or device.signed(asked.options))


def test_a_device_proves_itself_and_its_counter_only_runs_on(kept):
    officer, device = kept

    assert proves(officer, device)
    copied = passkeys.begin_asking(officer, host=HOST)
    assert not proves(officer, device, kept=copied.kept, answer=device.signed(copied.options, counter=1))
    assert proves(officer, device)


def test_what_answers_another_question_officer_hour_or_place_is_no_proof(kept):
    officer, device = kept
    asked = passkeys.begin_asking(officer, host=HOST)
    late = {**asked.kept, "until": time.time() - 1}
    other = {**asked.kept, "officer": officer.pk + 1}
    making = {**asked.kept, "for": passkeys.KEEPING}

    for wrong in (late, other, making, {}):
        assert not passkeys.accepts(officer, host=HOST, kept=wrong, answer=device.signed(asked.options)), wrong
    assert not proves(officer, device, host="desk.example.org")
    device.origin = "http://localhost.example.org"
    assert not proves(officer, device)
    device.origin = f"http://{HOST}"
    assert not proves(officer, Device())
    for junk in ("", "{}", "[]", "null", "\ud800", '{"id": 1, "rawId": "é"}'):
        assert not passkeys.accepts(officer, host=HOST, kept=asked.kept, answer=junk), junk
    assert proves(officer, device)


def test_a_passkey_needs_the_password_and_an_answer_of_a_device(db):
    enrolled()
    desk = Client()
    entered(desk)
    assert desk.get("/account/passkeys/new").json()["challenge"]

    answer = {"name": "A key", "passkey": "{}"}
    assert desk.post("/account/passkeys", {**answer, "password": "no"}).status_code == 409
    assert desk.post("/account/passkeys", {**answer, "password": PASSWORD}).status_code == 409
    assert desk.get("/sign-in/passkey").status_code == 200
    assert Client().get("/sign-in/passkey").headers["Location"] == "/sign-in"


def test_nobody_removes_the_passkey_of_another(kept):
    officer, _ = kept
    other = sign_in.enrol("Another", PASSWORD, roles=["focal-point"], language="en", published=True)

    passkeys.drop(other, passkeys.of(officer)[0].id)

    assert [each.name for each in passkeys.of(officer)] == ["A key"]
