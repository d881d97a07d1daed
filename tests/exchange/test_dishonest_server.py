"""Group O: a partner's server that lies on the way, over loopback; the courier names it, and nothing is kept."""

import datetime
import random
import socket
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from suivi.desk import courier as couriers
from suivi.desk.courier import Courier, Limits, checked_address, pin_of
from suivi.desk.partners import Partner, check_partner
from suivi.exchange.faults import DeliveryRefused, Suspended, sentences_of
from suivi.log.fault import Fault
from suivi.log.note import Checkpoint, Signature, read_note, signed
from tests.exchange.faults import loopback
from tests.exchange.faults.bytes_rows import ABOUT, told
from tests.exchange.faults.loopback import Lie, Loopback, running
from tests.exchange.faults.online import directory_of, partner, pulled
from tests.exchange.faults.play import WORDS, offer, plan_proposal, strangers, under_charter
from tests.exchange.faults.telling import assert_told
from tests.exchange.partner import CHANNEL, Capital, digest, report

QUICK = Limits(connect=5, silence=5)
BASE = f"/x/v1/{CHANNEL}/can"


@pytest.fixture(scope="module")
def server() -> Iterator[Loopback]:
    with running() as shown:
        yield shown


@pytest.fixture
def capitals(server: Loopback) -> tuple[Capital, Capital]:
    """A partner with something new, shown honestly until a test says otherwise."""
    can, kor = told()
    server.show(directory_of(offer(can, kor)))
    return can, kor


@pytest.fixture
def pull(server: Loopback, capitals, tmp_path) -> Callable[..., object]:
    can, kor = capitals

    def once(limits: Limits = QUICK, **where: object) -> object:
        courier = Courier(partner(server.address, "can") if not where else Partner(**where), limits)
        return kor.answer(lambda: pulled(kor, can, can.origin, courier, tmp_path / "spool"))

    return once


def segment_of(can: Capital) -> str:
    return f"{BASE}/segments/0.p/{can.size(can.origin)}"


def refused(node: Capital, action: Callable[[], object]) -> str:
    """The code under which it was refused; the node is as it was, and so is its register."""
    before, register = node.tables(), node.register()
    with pytest.raises(DeliveryRefused) as refusal:
        action()
    assert not isinstance(refusal.value, Suspended)
    assert node.tables() == before
    assert node.register() == register
    assert_told(refusal.value.fault)
    return refusal.value.code


def everything_came(can: Capital, kor: Capital) -> bool:
    return kor.copy_of(can.origin).pairs == can.own_log.pairs


def test_o01_a_body_without_end_is_given_up_at_its_cap(server, capitals, pull):
    _, kor = capitals
    server.lies = {f"{BASE}/checkpoint": loopback.endless}
    assert refused(kor, pull) == "size.body"

    server.lies = {f"{BASE}/manifest/2": loopback.endless}
    assert refused(kor, pull) == "size.body"


def test_o01_a_segment_without_end_is_given_up_at_its_cap(server, capitals, pull, monkeypatch):
    can, kor = capitals
    monkeypatch.setattr(couriers, "CAP_SEGMENT", 400_000)
    server.lies = {segment_of(can): loopback.endless}

    assert refused(kor, pull) == "size.body"


def test_o01_one_byte_after_another_is_too_slow(server, capitals, pull):
    _, kor = capitals
    server.lies = {f"{BASE}/checkpoint": loopback.drop_by_drop}

    assert refused(kor, lambda: pull(Limits(silence=5, slowest=1024, window=0.3))) == "time.slow"
    assert refused(kor, lambda: pull(Limits(silence=5, window=60, total=0.5))) == "time.slow"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_o02_a_redirect_is_not_followed(server, capitals, pull, status):
    _, kor = capitals
    server.lies = {f"{BASE}/checkpoint": loopback.saying(status, Location=f"{server.address}/elsewhere")}

    assert refused(kor, pull) == "online.redirect"
    assert [path for path, _ in server.asked if "elsewhere" in path] == []


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate"])
def test_o02_a_compressed_answer_is_refused(server, capitals, pull, encoding):
    can, kor = capitals
    server.lies = {segment_of(can): loopback.saying(200, b"", Content_Encoding=encoding)}

    assert refused(kor, pull) == "online.encoding"


def test_o03_a_range_is_asked_for_and_one_that_is_not_heeded_is_compared(server, capitals, pull):
    can, kor = capitals
    server.lies = {segment_of(can): loopback.without_ranges}

    pull()

    assert next(asked for path, asked in server.asked if path == segment_of(can)).startswith("bytes=")
    assert everything_came(can, kor)


@pytest.mark.parametrize("shift", [-10, 10])
def test_o03_a_range_from_elsewhere_is_fetched_whole(server, capitals, pull, shift):
    can, kor = capitals
    server.lies = {segment_of(can): loopback.from_elsewhere(shift)}

    pull()

    assert everything_came(can, kor)


def test_o04_a_page_that_says_it_is_fine_is_no_checkpoint(server, capitals, pull):
    can, kor = capitals
    page = b"<!doctype html>\n<title>Down for maintenance</title>\n"
    server.lies = {f"{BASE}/checkpoint": loopback.saying(200, page)}
    assert refused(kor, pull) == "note.form"

    server.lies = {segment_of(can): loopback.saying(200, page * can.size(can.origin))}
    assert refused(kor, pull) == "json.syntax"

    server.lies = {f"{BASE}/manifest/2": loopback.saying(200, page)}
    assert refused(kor, pull) == "note.form"


@pytest.mark.parametrize("status", [400, 403, 429, 500, 502, 503])
def test_o05_a_server_that_fails_changes_nothing(server, capitals, pull, status):
    _, kor = capitals
    server.lies = {"*": loopback.saying(status)}

    assert refused(kor, pull) == "online.unavailable"


def test_o05_a_pull_cut_at_any_byte_goes_on_from_there(server, capitals, pull):
    can, kor = capitals
    whole = len(server.files[segment_of(can)])
    held = sum(map(len, can.own_log.lines(0, kor.size(can.origin))))
    for count in (0, 1, (whole - held) // 2, whole - held - 1):

        def cut(answer, octets, count=count):
            start = int(answer.headers.get("Range", "bytes=0-")[6:].split("-")[0])
            answer.send_response(206 if start else 200)
            answer.send_header("Content-Length", str(len(octets) - start))
            if start:
                answer.send_header("Content-Range", f"bytes {start}-{len(octets) - 1}/{len(octets)}")
            answer.end_headers()
            answer.wfile.write(octets[start : held + count])
            answer.wfile.flush()
            answer.connection.shutdown(socket.SHUT_RDWR)

        server.lies = {segment_of(can): cut}
        assert refused(kor, pull) == "online.unavailable", count
        with pytest.raises(DeliveryRefused) as refusal:
            pull()
        assert "the connection was cut" in sentences_of(refusal.value.fault).en, count
    server.lies, server.asked = {}, []

    pull()

    ranges = [int(asked[6:].split("-")[0]) for path, asked in server.asked if path == segment_of(can)]
    assert ranges[0] > held  # what had come was not asked for again
    assert everything_came(can, kor)


def test_o05_nobody_at_the_door(capitals, tmp_path):
    can, kor = capitals
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nowhere = partner(f"http://127.0.0.1:{closed.getsockname()[1]}", "can")

        assert refused(kor, lambda: pulled(kor, can, can.origin, Courier(nowhere, QUICK), tmp_path)) == (
            "online.unavailable"
        )


def test_o06_a_segment_that_is_not_there_or_holds_another_number_of_lines(server, capitals, pull):
    can, kor = capitals
    sound = server.files[segment_of(can)]
    last = len(sound.splitlines(True)[-1])

    del server.files[segment_of(can)]
    assert refused(kor, pull) == "log.gap"
    server.files[segment_of(can)] = sound[:-last]
    assert refused(kor, pull) == "log.gap"
    server.files[segment_of(can)] = sound + sound[-last:]
    assert refused(kor, pull) == "log.surplus"


@pytest.mark.parametrize("lie", [loopback.saying(404), loopback.saying(200, b"other bytes")], ids=["absent", "other"])
def test_o07_an_attachment_that_is_not_there_or_is_another_is_waited_for(server, tmp_path, lie: Lie):
    can, kor = under_charter()
    can.attachments[digest(WORDS)] = WORDS
    can.write(plan_proposal(), subject="plan")
    server.show(directory_of(offer(can, kor)))
    courier = Courier(partner(server.address, "can"), QUICK)

    def again():
        return kor.answer(lambda: pulled(kor, can, can.origin, courier, tmp_path / "spool"))

    again()  # the lines come, and name the attachment
    server.lies = {f"{BASE}/blobs/{digest(WORDS)}": lie}
    assert [one.sha256 for one in again().missing] == [digest(WORDS)]
    server.lies = {}

    assert again().missing == ()
    assert kor.attachments[digest(WORDS)] == WORDS


# Transport


def certificate(folder: Path, name: str) -> tuple[ssl.SSLContext, str]:
    """A server's context with a key of its own, and its pin."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    day = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(day)
        .not_valid_after(day + datetime.timedelta(days=20_000))
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(secret + built.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context, pin_of(built.public_bytes(serialization.Encoding.DER))


def test_o08_only_the_key_that_was_pinned_is_answered(tmp_path):
    can, kor = told()
    context, pin = certificate(tmp_path, "honest")
    _, other = certificate(tmp_path, "other")
    with running(context) as secured:
        secured.show(directory_of(offer(can, kor)))

        def pull(*pins: str):
            where = Partner(channel=CHANNEL, party="can", address=secured.address, pins=pins, private=True)
            return kor.answer(lambda: pulled(kor, can, can.origin, Courier(where, QUICK), tmp_path / "spool"))

        assert refused(kor, lambda: pull(other)) == "online.pin"
        assert secured.asked == []
        assert refused(kor, pull) == "online.pin"  # not pinned, and nobody vouches for it
        pull(other, pin)

    assert everything_came(can, kor)


@pytest.mark.parametrize(
    "address",
    ["http://exchange.example.kr", "http://127.0.0.1", "ftp://exchange.example.kr", "https://me@exchange.example.kr"],
)
def test_o09_an_address_that_is_not_encrypted_is_not_kept(address):
    with pytest.raises(ValueError, match=r"address|https"):
        check_partner(Partner(channel=CHANNEL, party="can", address=address))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "::1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "fe80::1", "fd00::1"],
)
def test_o09_a_name_that_leads_to_an_inner_network_is_not_connected_to(host):
    with pytest.raises(Fault) as fault:
        checked_address(host, 443, private=False)
    assert fault.value.code == "online.address"


def test_o09_the_address_is_looked_at_when_the_connection_is_made(server, capitals, tmp_path):
    can, kor = capitals
    where = Partner(channel=CHANNEL, party="can", address=server.address.replace("127.0.0.1", "localhost"))

    assert refused(kor, lambda: pulled(kor, can, can.origin, Courier(where, QUICK), tmp_path)) == "online.address"
    assert server.asked == []


def test_o09_no_proxy_is_taken_from_the_surroundings(server, capitals, pull, monkeypatch):
    can, kor = capitals
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    pull()

    assert everything_came(can, kor)


CHANGED = {"checkpoint": ("note.", "checkpoint.", "keys.unknown"), "segments": ("json.", "content.", "tree.", "log.")}


def kind_of(octet: int) -> str:
    """What sort of byte it is: each mark of the format by itself, letters and digits together."""
    sign = chr(octet)
    return "letter" if sign.isalpha() and octet < 128 else "digit" if sign.isdecimal() else sign if octet < 128 else "-"


def test_o10_every_class_of_byte_changed_on_the_way_is_named(server, tmp_path):
    can, kor = strangers()
    can.write(report())
    kor.take_in(can.bundle("kor"))
    can.write(report("A second meeting was held."))
    server.show(directory_of(offer(can, kor)))
    courier = Courier(partner(server.address, "can"), QUICK)

    def pull():
        kor.kept(lambda: pulled(kor, can, can.origin, courier, tmp_path / "spool"))

    named = {name: set() for name in CHANGED}
    for name, path in (("checkpoint", f"{BASE}/checkpoint"), ("segments", segment_of(can))):
        octets = server.files[path]
        begin = sum(map(len, can.own_log.lines(0, kor.size(can.origin)))) if name == "segments" else 0
        places = {kind_of(octets[place]): place for place in range(begin, len(octets))}.values()
        for place in sorted(places):
            server.lies = {path: loopback.instead(lambda sound, at=place: sound[:at] + b"\x01" + sound[at + 1 :])}
            named[name].add(refused(kor, pull))
        chance = random.Random(name)
        for place in chance.sample(range(begin, len(octets)), 15):
            bit = 1 << chance.randrange(7)

            def flip(sound: bytes, at: int = place, bit: int = bit) -> bytes:
                return sound[:at] + bytes([sound[at] ^ bit]) + sound[at + 1 :]

            server.lies = {path: loopback.instead(flip)}
            named[name].add(refused(kor, pull))
    for name, codes in named.items():
        assert all(code.startswith((*CHANGED[name], "record.", "size.")) for code in codes), codes
    assert {"note.form", "note.bad-signature"} <= named["checkpoint"]
    assert "json.syntax" in named["segments"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda line: line.replace(b"first", b"fifth"), "content.hash"),
        (lambda line: line.replace(b'"subject":"plan#P1.I1"', b'"subject":"plan#P1.I0"'), "tree.root"),
    ],
)
def test_o10_content_and_header_changed_on_the_way(server, capitals, pull, change, code):
    can, kor = capitals
    *before, last = server.files[segment_of(can)].splitlines(True)
    server.files[segment_of(can)] = b"".join([*before, change(last)])

    assert refused(kor, pull) == code


def test_o11_a_size_beyond_the_budget_is_for_an_operator(server, capitals, pull):
    can, kor = capitals
    server.files[f"{BASE}/checkpoint"] = _sized(can)
    assert refused(kor, pull) == "size.budget"
    assert [path for path, _ in server.asked if "segments" in path] == []

    server.files[f"{BASE}/checkpoint"] = can.own_log.note
    assert refused(kor, lambda: pull(Limits(octets=300))) == "size.budget"


def _sized(can: Capital) -> bytes:
    """A checkpoint of 2^50 entries, well signed."""
    return signed(Checkpoint(can.origin, 2**50, bytes(32)).text(), can.origin, can.log_signer).octets()


def test_a_million_entries_in_empty_segments_are_given_up_before_they_fill_anything(server, capitals, pull, tmp_path):
    can, kor = capitals
    signed_for = signed(Checkpoint(can.origin, 999_936, bytes(32)).text(), can.origin, can.log_signer).octets()
    server.lies = {"*": lambda answering, octets: answering.honest(b"" if "segments" in answering.path else octets)}
    server.files[f"{BASE}/checkpoint"] = signed_for

    assert refused(kor, pull) == "log.gap"
    assert len([path for path, _ in server.asked if "segments" in path]) <= 4
    assert sum(file.stat().st_size for file in tmp_path.rglob("*") if file.is_file()) < 1_000


def test_o12_a_checkpoint_replaced_in_the_middle_of_a_pull_is_for_the_next(server, capitals, pull):
    can, kor = capitals
    size = can.size(can.origin)

    def replaced(answer, octets):
        can.write(report("Written meanwhile."), subject=ABOUT)
        server.files |= directory_of(offer(can, kor))
        server.lies = {}
        answer.honest(octets)

    server.lies = {segment_of(can): replaced}

    pull()
    assert kor.size(can.origin) == size
    pull()
    assert everything_came(can, kor)


def test_an_idle_pull_is_one_small_request(server, capitals, pull):
    can, _ = capitals
    pull()
    server.show(directory_of(offer(can, can, 0)))
    pull()  # asks once more for a following key list
    octets = server.files[f"{BASE}/checkpoint"]

    assert server.asked[0][0] == f"{BASE}/checkpoint"
    assert len(octets) < 2048


def test_a_note_of_a_stranger_is_no_news(server, capitals, pull):
    can, kor = capitals
    note = read_note(can.own_log.note)
    forged = Signature(note.signatures[0].name, note.signatures[0].key_id, bytes(64))
    server.files[f"{BASE}/checkpoint"] = type(note)(note.text, (forged,)).octets()

    assert refused(kor, pull) == "note.bad-signature"


def test_the_courier_loads_neither_tables_nor_keys():
    program = "import sys, suivi.desk.courier; print(any(name.split('.')[0] == 'django' for name in sys.modules))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert ran.stdout == "False\n"
