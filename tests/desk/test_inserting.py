"""Many rows by one statement: as Django would have written them, on either database."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from suivi.desk.inserting import insert, insert_values
from suivi.desk.models import Content, MarkRow, PlanRow

TITLES = {"fr": "Plan d’action", "ko": "행동계획", "en": 'Of "words", 100 %s'}


def a_plan(number, **given):
    return PlanRow(
        audience="common",
        channel="can-kor",
        plan=f"plan-{number}",
        version=number,
        titles=TITLES,
        initiatives=1,
        aims=0,
        reported=0,
        differing=0,
        marking="TLP:CLEAR",
        fingerprint="",
        **given,
    )


def told(rows):
    names = [field.attname for field in PlanRow._meta.concrete_fields if field.attname != "id"]
    return list(rows.order_by("pk").values_list(*names))


def test_rows_are_as_django_itself_would_have_written_them(ottawa):
    insert([a_plan(number) for number in (1, 2)])
    ours = told(PlanRow.objects.filter(plan__startswith="plan-"))
    PlanRow.objects.filter(plan__startswith="plan-").delete()

    PlanRow.objects.bulk_create([a_plan(number) for number in (1, 2)])

    assert [row[4] for row in ours] == [TITLES, TITLES]
    assert ours == told(PlanRow.objects.filter(plan__startswith="plan-"))


def test_rows_with_numbers_keep_them(ottawa):
    insert([a_plan(1, pk=10**12 + 5), a_plan(2, pk=10**12)])

    found = PlanRow.objects.filter(plan__startswith="plan-").order_by("pk").values_list("pk", "plan")
    assert list(found) == [(10**12, "plan-2"), (10**12 + 5, "plan-1")]


def test_no_rows_are_written_without_a_question(ottawa):
    with CaptureQueriesContext(connection) as asked:
        insert([])
        insert_values(MarkRow, ("channel", "party", "seq", "mark"), [])

    assert len(asked) <= 1


def test_what_is_there_already_is_left_only_where_that_was_asked_for(ottawa):
    octets = {"a" * 64: b"kept \x00\xff", "b" * 64: b"another"}
    insert_values(Content, ("digest", "octets"), [("a" * 64, octets["a" * 64])])
    insert_values(Content, ("digest", "octets"), octets.items(), but_known=True)

    held = Content.objects.filter(digest__in=octets).values_list("digest", "octets")
    assert {digest: bytes(one) for digest, one in held} == octets
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_values(Content, ("digest", "octets"), octets.items())


def test_a_thousand_rows_are_written_in_their_order(ottawa):
    insert_values(
        MarkRow, ("channel", "party", "seq", "mark"), (("x", "kor", seq, f"mark {seq}") for seq in range(1000))
    )

    found = MarkRow.objects.filter(channel="x").order_by("pk").values_list("seq", "mark")
    assert list(found) == [(seq, f"mark {seq}") for seq in range(1000)]
