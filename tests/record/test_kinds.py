"""Every kind of record is written one way, read back the same, and closed to anything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.log.canonical import CAP_CONTENT, DEPTH_CONTENT, canonical, read_canonical
from suivi.log.fault import Fault
from suivi.record.bodies import BodyNamed
from suivi.record.evidence import ADDRESS, EvidenceAttached
from suivi.record.kinds import AUTOMATIC, KINDS, content_value, read_content, type_of
from suivi.record.reports import ReportFiled, Stage
from suivi.record.steps import StepTaken
from tests.record.entries import fault_of
from tests.record.samples import RECORDS, SALT

OPTIONAL = {
    "plan.adopted": {"titles", "agreed_on"},
    "plan.amended": {"titles", "agreed_on"},
    "activity.opened": {"titles"},
    "step.taken": {"basis", "lent"},
    "minutes.agreed": {"activity", "closing"},
    "report.filed": {"until", "next", "reason", "bodies"},
    "plan.described": {"agreed_by", "instructed_by", "builds_on", "agreed_on"},
    "evidence.attached": {"provision", "published_on", "on", "report"},
    "body.named": {"from_on", "until_on", "leads", "supports"},
    "joint.proposed": {"attachments"},
    "joint.declined": {"reason"},
    "joint.withdrew": {"reason"},
}
every_kind = pytest.mark.parametrize("kind", KINDS)


def value_of(kind):
    channel = "kor-2024" if KINDS[kind].home_only else None
    octets = canonical(content_value(RECORDS[kind], salt=SALT, channel=channel))
    return read_canonical(octets, cap=CAP_CONTENT, depth=DEPTH_CONTENT, what="content")


def places(value, path=()):
    """Every place inside a JSON value, as the keys and indices that lead to it."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield (*path, key)
        yield from places(inner, (*path, key))


def replaced(value, path, new):
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


@every_kind
def test_there_is_a_sample_of_every_kind(kind):
    assert type_of(RECORDS[kind]) == kind
    assert isinstance(RECORDS[kind], KINDS[kind].record)


@every_kind
def test_what_is_written_is_read_back(kind):
    assert read_content(kind, value_of(kind)) == (RECORDS[kind], SALT)


@every_kind
def test_a_field_nobody_knows_is_refused_by_name_h02(kind):
    value = value_of(kind) | {"opinion": "none"}

    assert fault_of(read_content, kind, value) == ("record.unknown-field", "opinion")


@every_kind
def test_a_missing_field_is_refused_by_name_h02(kind):
    value = value_of(kind)
    for field in value.keys() - {"salt"} - OPTIONAL.get(kind, set()):
        without = {name: value[name] for name in value if name != field}
        assert fault_of(read_content, kind, without) == ("record.missing-field", field)


@every_kind
def test_null_is_legal_nowhere(kind):
    value = value_of(kind)
    for path in places(value):
        code, _ = fault_of(read_content, kind, replaced(value, path, None))
        assert code in {
            "record.missing-field",
            "record.salt",
            "marking.unknown",
            "record.unknown-kind",
            "record.attachment",
        }


@every_kind
def test_a_value_of_another_shape_ends_in_a_named_fault_never_in_another_error(kind):
    value = value_of(kind)
    for path in places(value):
        for other in (True, -1, "", " \n", "\u202e", [], [[]], {}, {"xx": 1}, 2**53 - 1):
            _read_or_named_fault(kind, replaced(value, path, other))


@every_kind
@pytest.mark.parametrize("salt", ["ab" * 15, "AB" * 16, "", 7, None, ...])
def test_a_salt_is_32_lower_case_hex_digits_h05(kind, salt):
    value = value_of(kind) | {"salt": salt}
    value = {name: field for name, field in value.items() if field is not ...}

    assert fault_of(read_content, kind, value) == ("record.salt", "salt")


@every_kind
@pytest.mark.parametrize("value", [None, [], "text", 3, True])
def test_a_content_is_an_object(kind, value):
    assert fault_of(read_content, kind, value)[0] in {"record.value", "record.missing-field"}


@pytest.mark.parametrize("kind", ["plan.ended", "", "REPORT.FILED", "charter", "report.filed "])
def test_a_kind_never_heard_of_is_named_h01(kind):
    assert fault_of(read_content, kind, {"salt": SALT}) == ("record.unknown-kind", "type")


def test_the_automatic_kinds_are_a_closed_list_without_text():
    assert {name for name, kind in KINDS.items() if kind.automatic} == AUTOMATIC
    assert sorted(AUTOMATIC) == ["channel.receipt", "channel.set-aside", "joint.sealed"]


def test_home_kinds_name_their_channel_and_others_only_in_a_home_log():
    approved, report = value_of("home.approved"), value_of("report.filed")
    without = {name: approved[name] for name in approved if name != "channel"}

    assert fault_of(read_content, "home.approved", without) == ("record.missing-field", "channel")
    assert fault_of(read_content, "report.filed", report | {"channel": "kor-2024"}) == (
        "record.unknown-field",
        "channel",
    )
    assert read_content("report.filed", report | {"channel": "kor-2024"}, home=True) == (RECORDS["report.filed"], SALT)
    assert fault_of(read_content, "report.filed", report | {"channel": "Kor 2024"}, home=True) == (
        "record.value",
        "channel",
    )


words = st.text(alphabet=st.sampled_from("abc é’한국어\u00a0«»Ω\n"), min_size=1, max_size=20).filter(
    lambda text: text.strip()
)
by_language = st.dictionaries(st.sampled_from(["en", "fr", "ko"]), words, min_size=1)
days = st.dates().map(lambda day: day.isoformat())
ids = st.lists(st.from_regex(r"[A-Za-z0-9.-]{1,64}", fullmatch=True), unique=True, max_size=3).map(tuple)
reports = st.builds(
    ReportFiled,
    provision=st.from_regex(r"[A-Za-z0-9.-]{1,64}", fullmatch=True),
    stage=st.sampled_from(Stage),
    account=by_language,
    on=days,
    until=st.none() | st.just("9999-12-31"),
    next=st.none() | by_language,
    reason=st.none() | words,
    bodies=ids,
)
steps = st.builds(
    StepTaken,
    activity=st.from_regex(r"[0-9a-f]{32}", fullmatch=True),
    step=st.from_regex(r"[a-z][a-z-]{0,31}", fullmatch=True),
    details=st.dictionaries(st.from_regex(r"[a-z][a-z-]{0,31}", fullmatch=True), words | by_language, max_size=4),
    on=days,
)


evidence = st.builds(
    EvidenceAttached,
    provision=st.just("") | st.from_regex(r"[A-Za-z0-9.-]{1,64}", fullmatch=True),
    address=st.from_regex(ADDRESS, fullmatch=True),
    title=words,
    language=st.sampled_from(["en", "fr", "ko", "de"]),
    publisher=words,
    published_on=st.none() | days,
    on=st.none() | days,
    account=by_language,
    report=st.none() | st.from_regex(r"[0-9a-f]{32}", fullmatch=True),
)
namings = st.builds(
    BodyNamed,
    body=st.from_regex(r"[A-Za-z0-9.-]{1,64}", fullmatch=True),
    party=st.sampled_from(["can", "kor"]),
    names=by_language,
    from_on=st.none() | days,
    until_on=st.none() | st.just("9999-12-31"),
    leads=ids,
    supports=ids,
)


@given(reports | steps | evidence | namings, st.from_regex(r"[0-9a-f]{32}", fullmatch=True))
def test_any_report_step_evidence_or_name_goes_over_the_wire_and_comes_back(record, salt):
    octets = canonical(content_value(record, salt=salt))
    value = read_canonical(octets, cap=CAP_CONTENT, depth=DEPTH_CONTENT, what="content")

    assert read_content(type_of(record), value) == (record, salt)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.data(), st.sampled_from(sorted(KINDS)))
def test_anything_put_in_any_place_is_read_or_refused_by_name(data, kind):
    value = value_of(kind)
    path = data.draw(st.sampled_from(sorted(places(value), key=repr)))

    _read_or_named_fault(kind, replaced(value, path, data.draw(json_values)))


def _read_or_named_fault(kind, value):
    fault = _fault(kind, value)
    if fault is not None:
        group, _, name = fault.code.partition(".")
        assert group in {"record", "text", "marking", "charter", "joint"}, fault
        assert name
        assert fault.at.isascii()


def _fault(kind, value):
    try:
        read_content(kind, value)
    except Fault as fault:
        return fault
    return None
