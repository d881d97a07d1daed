"""Groups J, H and N: what is wrong with the bytes of a line, a record, a header or a signed note."""

import hashlib
import json
from collections.abc import Iterator

from suivi.log.canonical import canonical
from suivi.log.header import Reference, write_line
from suivi.log.note import Note, Signature, read_note, signed
from suivi.log.tree import EMPTY_ROOT
from suivi.record.joint import Attachment, Concurred
from tests.exchange.faults.ed25519 import with_cofactor, with_large_scalar, with_neutral_point, with_other_spelling
from tests.exchange.faults.play import Attempt, agreed, offer, plan_proposal, row
from tests.exchange.partner import STRANGER, Capital, report

NAN = (b"NaN", b"Infinity", b"-Infinity")
ABOUT = "plan#P1.I1"


def with_line(raw: bytes, code: str) -> Attempt:
    """The newest line of the partner is these bytes instead."""
    can, kor = agreed()
    can.write(report(), subject=ABOUT)
    given = offer(can, kor)
    given.lines[-1] = raw + b"\n"
    return Attempt(kor, [given], code)


def content(value: bytes) -> bytes:
    return b'{"c":' + value + b',"h":{}}'


@row("J01")
def begins_with_a_mark_or_is_no_utf8() -> Iterator[Attempt]:
    yield with_line(b"\xef\xbb\xbf" + content(b"null"), "json.bom")
    for octets in (b"\xc0\xaf", b"\xed\xa0\x80", b"\xe3\x80", b"\xff"):
        yield with_line(content(b'"' + octets + b'"'), "json.utf8")


@row("J02")
def one_key_twice() -> Iterator[Attempt]:
    yield with_line(b'{"c":null,"c":null,"h":{}}', "json.duplicate-key")
    yield with_line(content(b'{"a":' * 15 + b'{"a":1,"a":1}' + b"}" * 15), "json.duplicate-key")


@row("J03")
def no_number() -> Iterator[Attempt]:
    yield from (with_line(content(word), "json.constant") for word in NAN)


@row("J04")
def fractions_and_minus_zero() -> Iterator[Attempt]:
    yield from (with_line(content(text), "json.float") for text in (b"1.0", b"1e2", b"1E-2"))
    yield with_line(content(b"-0"), "json.minus-zero")


@row("J05")
def integers_too_large() -> Iterator[Attempt]:
    yield from (with_line(content(text), "json.integer-range") for text in (b"9007199254740992", b"9" * 5000))


@row("J06")
def too_deep() -> Iterator[Attempt]:
    yield with_line(content(b"[" * 17 + b"]" * 17), "json.depth")
    yield with_line(b"[" * 100_000, "json.depth")


@row("J07")
def half_a_pair() -> Iterator[Attempt]:
    yield from (with_line(content(text), "json.surrogate") for text in (b'{"\\ud800":1}', b'"\\udfff"'))


@row("J08")
def another_spelling() -> Iterator[Attempt]:
    yield with_line(b'{"h":{},"c":null}', "json.not-canonical")
    for text in (b" null", b'"\\/"', b'"\\u0041"', b'"\\u001F"'):
        yield with_line(content(text), "json.not-canonical")


@row("J09")
def more_than_a_value_or_none() -> Iterator[Attempt]:
    yield from (with_line(octets, "json.syntax") for octets in (content(b"null") * 2, content(b"null") + b" x", b""))


@row("J10")
def a_line_without_end() -> Iterator[Attempt]:
    yield with_line(content(b'"' + b"a" * 266_752 + b'"'), "size.line")
    yield with_line(b'{"c":"' + b"a" * 300_000, "size.line")


def with_report(code: str, **changes: object) -> Attempt:
    """The newest record is a report, sound but for these fields."""
    can, kor = agreed()
    octets = canonical({**report().value(), "salt": can.token(), **changes})
    can.append(can.header(octets, "report.filed", subject=ABOUT).octets(), octets)
    return Attempt(kor, [offer(can, kor)], code)


@row("J11")
def decomposed_letters() -> Iterator[Attempt]:
    yield with_report("text.nfc", account={"fr": "Re\u0301union"})
    yield with_report("text.nfc", account={"ko": "\u1112\u1161\u11ab"})


@row("J12")
def invisible_letters_in_an_agreed_text() -> Iterator[Attempt]:
    for words in ("left\u202eright", "zero\u200bwidth", "\u3164", "soft\u00adhyphen"):
        can, kor = agreed()
        can.write(plan_proposal(texts={"en": words}), subject="plan")
        yield Attempt(kor, [offer(can, kor)], "text.forbidden")


@row("J13")
def controls_and_new_letters() -> Iterator[Attempt]:
    yield from (with_report("text.control", account={"en": f"a{sign}b"}) for sign in "\0\t\r")
    yield with_report("text.unassigned", account={"en": "new \U0001fae8"})


def with_header(code: str, **changes: object) -> Attempt:
    """The newest header is sound but for these fields; None takes one away."""
    can, kor = agreed()
    octets = canonical({**report().value(), "salt": can.token()})
    fields = {**json.loads(can.header(octets, "report.filed", subject=ABOUT).octets()), **changes}
    can.append(canonical({name: value for name, value in fields.items() if value != "gone"}), octets)
    return Attempt(kor, [offer(can, kor)], code)


@row("H01")
def version_or_kind_unknown() -> Iterator[Attempt]:
    yield with_header("record.version", v=2)
    yield with_header("record.unknown-kind", type="minutes.filed")


@row("H02")
def fields_unknown_missing_or_null() -> Iterator[Attempt]:
    yield with_header("record.unknown-field", colour="red")
    yield with_header("record.missing-field", at="gone")
    yield with_header("record.missing-field", at=None)


@row("H03")
def values_of_another_form() -> Iterator[Attempt]:
    yield with_header("record.value", at="2026-02-30T00:00:00Z")
    yield with_header("record.value", subject="Not a subject")
    yield with_report("record.value", on="2026-02-30")


@row("H04")
def an_id_used_before() -> Iterator[Attempt]:
    can, kor = agreed()
    can.write(report(), id="b" * 32, subject=ABOUT)
    kor.receive(can.bundle("kor", kor.size(can.origin)))
    can.write(report(), id="b" * 32, subject=ABOUT)
    yield Attempt(kor, [offer(can, kor)], "record.duplicate-id")


@row("H05")
def salts_short_missing_or_used_before() -> Iterator[Attempt]:
    yield with_report("record.salt", salt="00")
    yield with_report("record.salt", salt=None)
    can, kor = agreed()
    for _ in range(2):
        can.write(report(), salt="a" * 32, subject=ABOUT)
    yield Attempt(kor, [offer(can, kor)], "record.salt")


@row("H06")
def references_to_nothing() -> Iterator[Attempt]:
    for seq, leaf in ((99, "0" * 64), (0, "0" * 64)):
        can, kor = agreed()
        can.write(Concurred(), target=Reference(kor.origin, seq, leaf))
        yield Attempt(kor, [offer(can, kor)], "record.target")


@row("H07")
def key_lists_unknown_or_backwards() -> Iterator[Attempt]:
    yield with_header("record.manifest", manifest=9)
    can, kor = agreed()
    can.publish_keys(can.following())
    can.write(report(), subject=ABOUT)
    can.write(report(), subject=ABOUT, manifest=1)
    yield Attempt(kor, [offer(can, kor)], "record.manifest")


@row("H08")
def seen_what_cannot_have_been() -> Iterator[Attempt]:
    for seen in ({}, {"suivi/can/demo": 1}, {"suivi/usa/demo": 1}, {"suivi/kor/demo": 99}):
        yield with_header("record.seen", seen=seen)


@row("H09")
def seen_more_of_a_third_log() -> Iterator[Attempt]:
    can, kor, jpn = agreed("can", "kor", "jpn")
    jpn.write(report("Said by a third."), subject=ABOUT)
    kor.receive(jpn.bundle("kor", kor.size(jpn.origin)))
    yield Attempt(can, [offer(kor, can)], "order.waiting", then=[offer(jpn, can)])


@row("H10")
def written_in_three_years() -> Iterator[Attempt]:
    can, kor = agreed()
    can.write(report(), subject=ABOUT, at="2029-01-05T09:30:00Z")
    size = can.size(can.origin)

    def counts(node: Capital) -> bool:
        aside = {(one.log, one.seq) for one in node.register().set_aside}
        return (can.origin, size - 1) not in aside

    yield Attempt(kor, [offer(can, kor)], "time.future", holds=counts)


@row("H11")
def an_entry_of_another_log() -> Iterator[Attempt]:
    can, kor = agreed()
    can.write(report(), subject=ABOUT)
    kor.write(report(), subject=ABOUT)
    given = offer(can, kor)
    given.lines[-1] = kor.own_log.lines()[-1]
    yield Attempt(kor, [given], "log.wrong-origin")


@row("H12")
def places_skipped_or_repeated() -> Iterator[Attempt]:
    for order in ((1, 0, 2), (0, 0, 2), (0, 2, 2)):
        can, kor = agreed()
        for _ in range(3):
            can.write(report(), subject=ABOUT)
        given = offer(can, kor)
        begin = len(given.lines) - 3
        given.lines = given.lines[:begin] + [given.lines[begin + at] for at in order]
        yield Attempt(kor, [given], "log.sequence")


@row("H13")
def content_the_header_does_not_commit_to() -> Iterator[Attempt]:
    for words, code in ((b"fifth", "content.hash"), (b"very first", "content.size")):
        can, kor = agreed()
        can.write(report(), subject=ABOUT)
        given = offer(can, kor)
        given.lines[-1] = given.lines[-1].replace(b"first", words)
        yield Attempt(kor, [given], code)


@row("H14")
def content_that_does_not_come() -> Iterator[Attempt]:
    can, kor = agreed()
    can.write(report(), subject=ABOUT)
    given, sound = offer(can, kor), offer(can, kor)
    given.lines[-1] = write_line(can.own_log.pairs[-1][0], None)

    def complete(node: Capital) -> bool:
        return node.copy_of(can.origin).pairs == can.own_log.pairs

    yield Attempt(kor, [given], "content.absent", then=[sound], holds=complete)


@row("H15")
def headers_and_contents_too_long() -> Iterator[Attempt]:
    can, _ = agreed()
    header = can.header(b"{}", "report.filed").octets()
    padded = header.replace(b'"subject":"channel"', b'"subject":"channel' + b"a" * (4097 - len(header)) + b'"')
    yield with_line(write_line(padded, None).rstrip(b"\n"), "size.header")
    octets = canonical({"account": "a" * (262_145 - len(b'{"account":""}'))})
    yield with_line(write_line(can.header(octets, "report.filed").octets(), octets).rstrip(b"\n"), "size.content")


@row("H16")
def attachments_too_many_or_of_another_kind() -> Iterator[Attempt]:
    many = tuple(
        Attachment(media="text/plain", sha256=hashlib.sha256(bytes([at])).hexdigest(), size=1) for at in range(65)
    )
    for attached in (many, (Attachment(media="application/x-msdownload", sha256="0" * 64, size=1),)):
        can, kor = agreed()
        can.write(plan_proposal(attachments=attached), subject="plan")
        yield Attempt(kor, [offer(can, kor)], "record.attachment")


# Signed notes


def with_checkpoint(code: str, octets: bytes | None = None, *, text: str = "", note: Note | None = None) -> Attempt:
    """The partner's newest state is told by these bytes, or by a good signature over this text."""
    can, kor = told()
    if text:
        octets = signed(text, can.origin, can.log_signer).octets()
    return Attempt(kor, [offer(can, kor, checkpoint=octets if note is None else note.octets())], code)


def told() -> tuple[Capital, Capital]:
    """The partner has something new to tell: the same bytes each time it is asked."""
    can, kor = agreed()
    can.write(report(), subject=ABOUT)
    return can, kor


def sound_note() -> Note:
    return read_note(told()[0].own_log.note)


@row("N01")
def nobody_signed() -> Iterator[Attempt]:
    yield with_checkpoint("note.unsigned", Note(sound_note().text, ()).octets())


@row("N02")
def only_strangers_signed() -> Iterator[Attempt]:
    text = sound_note().text
    yield with_checkpoint("keys.unknown", signed(text, "suivi/can/demo", STRANGER).octets())
    yield with_checkpoint("keys.unknown", signed(text, "somebody", STRANGER).octets())


@row("N03")
def one_good_and_one_bad() -> Iterator[Attempt]:
    good = sound_note()
    for name, key in (("suivi/can/demo", good.signatures[0].key_id),):
        yield with_checkpoint("note.bad-signature", note=good_and(Signature(name, key, bytes(64))))
    can, _ = told()
    for known in (*can.manifest.witness_keys(), *can.manifest.root_keys()):
        octets = bytes(72 if known.name.endswith("witness") else 64)
        yield with_checkpoint("note.bad-signature", note=good_and(Signature(known.name, known.id, octets)))


def good_and(*more: Signature) -> Note:
    good = sound_note()
    return Note(good.text, (*good.signatures, *more))


@row("N04")
def too_many_lines_or_bytes() -> Iterator[Attempt]:
    strangers = [Signature("somebody", bytes([at]) * 4, b"signature") for at in range(16)]
    yield with_checkpoint("note.too-many", note=good_and(*strangers))
    room = 16_385 - len(good_and(Signature("x", bytes(4), b"signature")).octets())
    long = good_and(Signature("x" * (room + 1), bytes(4), b"signature"))
    assert len(long.octets()) == 16_385
    yield with_checkpoint("size.note", note=long)


@row("N05")
def another_form() -> Iterator[Attempt]:
    sound = sound_note().octets()
    for octets in (
        sound.replace(b"\n", b"\r\n"),
        sound.replace(b"suivi", b"sui\x00vi", 1),
        sound[:-1],
        sound.replace(b"\n\n", b"\n"),
    ):
        yield with_checkpoint("note.form", octets)


@row("N06")
def base64_in_another_spelling() -> Iterator[Attempt]:
    sound = sound_note().octets()
    yield with_checkpoint("note.base64", sound.rstrip(b"=\n") + b"\n")
    last = sound.rstrip(b"=\n")
    yield with_checkpoint("note.base64", last[:-1] + chr(last[-1] + 1).encode() + sound[len(last) :])


@row("N07")
def the_state_of_another_log() -> Iterator[Attempt]:
    for origin in ("suivi/kor/demo", "suivi/can/other"):
        can, kor = told()
        yield Attempt(kor, [offer(can, kor, checkpoint=can.signed_note(origin=origin).octets())], "checkpoint.origin")


@row("N08")
def sizes_that_are_no_plain_number() -> Iterator[Attempt]:
    origin, size, root, _ = sound_note().text.split("\n")
    for other in ("007", "+7", "-1", str(2**53), f"{size} "):
        yield with_checkpoint("checkpoint.size", text=f"{origin}\n{other}\n{root}\n")
    yield with_checkpoint("checkpoint.extension", text=f"{origin}\n{size}\n{root}\nmore\n")


@row("N09")
def roots_that_do_not_go_with_their_size() -> Iterator[Attempt]:
    for size, root, code in (
        (None, bytes(31), "checkpoint.root-length"),
        (0, bytes(32), "checkpoint.empty-root"),
        (5, EMPTY_ROOT, "checkpoint.empty-root"),
    ):
        can, kor = told()
        yield Attempt(kor, [offer(can, kor, checkpoint=can.signed_note(size, root=root).octets())], code)


@row("N10")
def only_a_witness_signed() -> Iterator[Attempt]:
    can, _ = told()
    both = read_note(can.cosign(can.own_log.note).encode())
    yield with_checkpoint("checkpoint.unsigned-by-log", note=Note(both.text, both.signatures[1:]))


@row("N11")
def a_note_for_something_else() -> Iterator[Attempt]:
    can, _ = told()
    yield with_checkpoint("note.purpose", can.lists["can"][0])
    yield with_checkpoint("note.purpose", text="suivi-bundle/v1\n{}\n")


@row("N12")
def signatures_only_a_lenient_program_accepts() -> Iterator[Attempt]:
    can, kor = told()
    good = read_note(can.own_log.note)
    seed, public = bytes([4]) * 32, can.log_signer.public
    text, key = good.text.encode(), good.signatures[0].key_id
    forged = [with_large_scalar(good.signatures[0].octets)]
    forged += [make(seed, public, text) for make in (with_other_spelling, with_cofactor)]
    for octets in forged:
        note = Note(good.text, (Signature(can.origin, key, octets),))
        yield with_checkpoint("note.bad-signature", note=note)
    # The forgeries are what they claim to be: in its one spelling the same construction is a good signature.
    sound = Note(good.text, (Signature(can.origin, key, with_neutral_point(seed, public, text)),))
    kor.answer(lambda: kor.check(can.bundle("kor", kor.size(can.origin), checkpoint=sound.octets())))
