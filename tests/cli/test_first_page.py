"""The page of an empty folder: what is served before there is a node, the life of the code, and the node it makes."""

import contextlib
import http.client
import io
import os
import re
import socket
import subprocess
import sys
import time
import urllib.parse

import pytest

from suivi.cli.first_page import LONGEST, MOST_ATTEMPTS, FirstPage, new_code

CODE = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-4567"
FORM = {
    "party": "can", "language": "fr", "administrator": "Élise O’Brien", "colleague": "민수 Roy",
    "password": "a long password", "again": "a long password",
}  # fmt: skip


class Hour:
    """A clock that is set by hand."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


class Browser:
    """Asks an application as a browser does, keeping its cookies."""

    def __init__(self, page):
        self.page, self.cookies = page, {}

    def asks(self, path="/", form=None):
        octets = urllib.parse.urlencode(form or {}).encode()
        environ = {
            "REQUEST_METHOD": "GET" if form is None else "POST", "PATH_INFO": path, "QUERY_STRING": "",
            "CONTENT_LENGTH": str(len(octets)), "wsgi.input": io.BytesIO(octets),
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }  # fmt: skip
        answer = {}

        def start(status, headers):
            answer.update(status=int(status[:3]))
            for name, value in headers:
                if name == "Set-Cookie":
                    self.cookies.update([value.split(";")[0].split("=", 1)])

        body = b"".join(self.page(environ, start)).decode()
        return answer["status"], body


@pytest.fixture
def hour():
    return Hour()


@pytest.fixture
def made():
    """What the page asked to be made, in the order asked."""
    return []


@pytest.fixture
def page(hour, made):
    def desk(environ, start):
        start("200 OK", [])
        return [b"the desk"]

    return FirstPage(CODE, make=lambda asked, first: made.append((asked, first)), desk=lambda: desk, seconds=hour)


def test_before_the_node_is_made_only_the_first_page_and_its_look_are_served(page):
    stranger = Browser(page)

    assert [stranger.asks(path)[0] for path in ("/sign-in", "/plans", "/static/web/desk.js", "/static/../keys.py")] == [
        404
    ] * 4
    assert [stranger.asks(path)[0] for path in ("/", "/static/suivi.css")] == [200, 200]


def test_the_code_is_typed_as_people_type_and_opens_the_second_page_to_that_browser_only(page):
    browser, other = Browser(page), Browser(page)

    assert browser.asks(form={"code": " abcd efgh jkmn pqrs tvwx yz23 4567 "})[0] == 303
    assert 'name="administrator"' in browser.asks()[1]
    assert 'name="administrator"' not in other.asks()[1]


def test_a_code_is_spent_by_its_use(page):
    Browser(page).asks(form={"code": CODE})

    status, body = Browser(page).asks(form={"code": CODE})

    assert status == 409
    assert "set-up-code-spent" in body


def test_a_code_is_spent_by_too_many_wrong_attempts(page):
    guesser = Browser(page)
    for _ in range(MOST_ATTEMPTS):
        assert guesser.asks(form={"code": "WRONG"})[0] == 409

    assert "set-up-code-spent" in guesser.asks(form={"code": CODE})[1]


def test_a_code_is_spent_after_half_an_hour_and_so_is_the_session_it_opened(page, hour):
    late = Browser(page)
    hour.seconds = LONGEST - 1
    late.asks(form={"code": CODE})
    assert 'name="administrator"' in late.asks()[1]

    hour.seconds = 2 * LONGEST

    assert "set-up-code-spent" in late.asks()[1]
    assert "set-up-code-spent" in late.asks(form=FORM)[1]


@pytest.mark.parametrize(
    "wrong",
    [
        {"party": "CANADA!"},
        {"colleague": "Élise O’Brien"},
        {"colleague": ""},
        {"password": "short"},
        {"again": "other"},
    ],
    ids=str,
)
def test_what_will_not_do_is_refused_and_what_was_typed_comes_back_without_its_passwords(page, made, wrong):
    browser = Browser(page)
    browser.asks(form={"code": CODE})

    status, body = browser.asks(form=FORM | wrong)

    assert (status, made) == (409, [])
    assert "set-up-not-filled-in" in body
    assert 'value="Élise O’Brien"' in body
    assert FORM["password"] not in body


def test_once_the_node_stands_every_request_goes_to_its_desk_and_a_second_click_makes_no_second_node(page, made):
    browser = Browser(page)
    browser.asks(form={"code": CODE})

    first, again = browser.asks(form=FORM), browser.asks(form=FORM)

    assert first == again
    assert [asked.names for asked, _ in made] == [("Élise O’Brien", "민수 Roy")]
    assert made[0][1] in first[1]
    assert Browser(page).asks("/sign-in") == (200, "the desk")
    assert browser.asks("/sign-in", form={"username": "Élise"}) == (200, "the desk")
    assert Browser(page).asks(form={"code": CODE}) == (200, "the desk")


def test_codes_differ_and_hold_no_sign_that_is_read_as_another():
    codes = {new_code() for _ in range(50)}

    assert len(codes) == 50
    assert {len(code.replace("-", "")) for code in codes} == {28}  # of thirty signs: 137 bits
    assert not set("".join(codes)) & set("0O1IL")


def test_an_empty_folder_is_served_made_a_node_and_signed_in_to(tmp_path):
    folder = tmp_path / "node"
    known = {name: value for name, value in os.environ.items() if not name.startswith("SUIVI_")}
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "suivi.cli", "serve", "--data", str(folder), "--bind", f"127.0.0.1:{port}"]
    log = tmp_path / "log"
    with log.open("w", encoding="utf-8") as written:
        serving = subprocess.Popen(command, env=known, stdout=written, stderr=written, text=True)
    try:
        told = _read_until(log, serving, r"([A-Z0-9]{4}(?:-[A-Z0-9]{4}){6})")
        _wait_for(port, serving)
        status, headers, _ = _asked(port, {"code": told})
        assert status == 303
        status, _, body = _asked(port, FORM, cookie=headers["Set-Cookie"].split(";")[0])
        assert (status, "민수 Roy" in body) == (200, True)
        status, _, body = _asked(port, None, path="/sign-in")
    finally:
        serving.terminate()
        serving.wait()
    assert (status, 'name="password"' in body) == (200, True)
    assert sorted(path.name for path in folder.iterdir()) == ["keys", "settings.toml", "suivi.sqlite3"]
    assert told not in (folder / "settings.toml").read_text(encoding="utf-8")


def _read_until(log, serving, pattern):
    while serving.poll() is None:
        if found := re.search(pattern, log.read_text(encoding="utf-8")):
            return found[1]
        time.sleep(0.05)
    raise AssertionError("the command ended early")


def _wait_for(port, serving):
    while serving.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
            return
        time.sleep(0.05)
    raise AssertionError("the command ended early")


def _asked(port, form, *, path="/", cookie=""):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    body = urllib.parse.urlencode(form) if form is not None else None
    connection.request("GET" if form is None else "POST", path, body, {"Cookie": cookie})
    answer = connection.getresponse()
    told = answer.status, answer.headers, answer.read().decode()
    connection.close()
    return told
