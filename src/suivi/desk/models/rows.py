"""Rows: what lists filter, sort, search and page by; emptied and refilled at any moment, and never read by a rule.

- Each row has one audience. `common` rows say what the common register says; `home` rows only what our own desk adds
  on top of it; for each clearance that limits somebody, an audience of its own (`audience_of`) says what may be seen. A
  reader is given the rows of whole audiences, so no query can reach beyond them. Those of a past day lie in no table.
- `fingerprint` names what a row was made from: equal fingerprints, equal rows.
- Days and instants are text as records write them (`YYYY-MM-DD`, `YYYY-MM-DDThh:mm:ssZ`): sorted as text they are in
  order, and days of any year can be kept.
- Which logs have grown since rows were last made is told by `UnprojectedLog`, written in the transaction of the append.
"""

import hashlib
from typing import Any

from django.db import models

from suivi.desk.finding import Sought
from suivi.log.canonical import canonical
from suivi.record.marking import Marking

COMMON, HOME, PUBLIC = "common", "home", "public"


def audience_of(ceiling: Marking) -> str:
    """The audience of who is cleared up to `ceiling`: a letter and seven hex digits of its digest."""
    return "c" + hashlib.sha256(canonical(ceiling.value())).hexdigest()[:7]


class Finds(models.Lookup):
    """`tokens__finds=Sought(…)`: the rows in which everything sought stands, in PostgreSQL.

    In SQLite the index is a table of its own, which lists join (`lists.holding`): so it is read in its own order.
    """

    lookup_name = "finds"
    prepare_rhs = False

    def get_db_prep_lookup(self, value: Any, connection: Any) -> Any:
        """The question, a `Sought`, in the words of the database's own index of words."""
        assert isinstance(value, Sought)
        return "%s", [value.for_postgresql()]

    def as_postgresql(self, compiler: Any, connection: Any) -> Any:
        """By the index of the same words (GIN)."""
        left, given = self.process_lhs(compiler, connection)
        right, asked = self.process_rhs(compiler, connection)
        return f"to_tsvector('simple', {left}) @@ to_tsquery('simple', {right})", [*given, *asked]


class TokensField(models.TextField):  # type: ignore[type-arg]  # the same
    """Tokens parted by blanks, as `desk/finding.py` makes them; the one field that answers `finds`."""


TokensField.register_lookup(Finds)


class _Row(models.Model):
    """Who may read the row, and what it is about; `provision` is empty for the plan as a whole."""

    audience = models.CharField(max_length=8)
    channel = models.CharField(max_length=40)
    plan = models.CharField(max_length=32, blank=True)

    class Meta:
        abstract = True


class PlanRow(_Row):
    """A plan in force, with the figures of its initiatives as lists show them; `rank` is its place in the channel."""

    version = models.IntegerField()
    titles = models.JSONField()
    agreed_on = models.CharField(max_length=10, blank=True)
    in_effect_at = models.CharField(max_length=20, blank=True)
    initiatives = models.IntegerField()
    aims = models.IntegerField()
    reported = models.IntegerField()
    differing = models.IntegerField()
    marking = models.TextField()
    fingerprint = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audience", "channel", "plan"], name="plan_row")]
        indexes = [models.Index(fields=["plan"], name="plan_row_plan")]


class CommitmentRow(_Row):
    """A commitment as it stands: the latest stage in our words and in the others', and in `stages` by party,
    in charter order: pairs of a party and a stage, empty where it has not reported.

    `rank` is its place in the plan from 0. `due_on` is the first day not yet answered for: a recurrence or a deadline
    of either side, or whatever else is due from us; whether it is late is for the reader's day to say. `last_on` is the latest day any account states.
    """

    provision = models.CharField(max_length=32)
    rank = models.IntegerField()
    kind = models.CharField(max_length=12)
    mode = models.CharField(max_length=40)
    pillar = models.CharField(max_length=32, blank=True)
    titles = models.JSONField()
    agreed = models.JSONField()
    comparison = models.CharField(max_length=20)
    stages = models.JSONField()
    own_stage = models.CharField(max_length=12, blank=True)
    other_stage = models.CharField(max_length=12, blank=True)
    due_on = models.CharField(max_length=10, blank=True)
    last_on = models.CharField(max_length=10, blank=True)
    reports = models.IntegerField()
    marking = models.TextField()
    fingerprint = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["audience", "channel", "plan", "provision"], name="commitment_row")
        ]
        indexes = [
            models.Index(fields=["audience", "plan", "rank"], name="commitment_row_rank"),
            models.Index(fields=["audience", "due_on", "plan", "rank"], name="commitment_row_due"),
            models.Index(fields=["audience", "last_on"], name="commitment_row_last"),
            models.Index(fields=["audience", "comparison", "plan", "rank"], name="commitment_row_comparison"),
            models.Index(fields=["audience", "mode", "plan", "rank"], name="commitment_row_mode"),
            models.Index(fields=["audience", "own_stage", "plan", "rank"], name="commitment_row_own"),
            models.Index(fields=["audience", "other_stage", "plan", "rank"], name="commitment_row_other"),
        ]


class _SaidRow(_Row):
    """Something a party has put on record: `entry` is the id of the entry, `log` and `seq` its place."""

    provision = models.CharField(max_length=32, blank=True)
    party = models.CharField(max_length=16)
    account = models.JSONField()
    marking = models.TextField()
    withdrawn = models.BooleanField()
    background = models.BooleanField()
    entry = models.CharField(max_length=32)
    log = models.CharField(max_length=80)
    seq = models.BigIntegerField()

    class Meta:
        abstract = True


class ReportRow(_SaidRow):
    """A report in the words it has now; `ticket` is the digest of the ticket it waits in, for one not released."""

    stage = models.CharField(max_length=12)
    on = models.CharField(max_length=10)
    at = models.CharField(max_length=20)
    ticket = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audience", "log", "seq"], name="report_row")]
        indexes = [
            models.Index(fields=["audience", "channel", "plan", "provision"], name="report_row_commitment"),
            models.Index(fields=["on", "log", "seq"], name="report_row_on"),
            models.Index(fields=["entry"], name="report_row_entry"),
            # What a list is narrowed by; rows of our own desk and of a clearance are few beside the common ones.
            models.Index(fields=["plan", "provision", "-on", "-log", "-seq"], name="report_row_plan"),
            models.Index(fields=["party", "stage", "on", "log", "seq"], name="report_row_party_stage"),
            models.Index(fields=["party", "on", "log", "seq"], name="report_row_party"),
            models.Index(fields=["stage", "on", "log", "seq"], name="report_row_stage"),
        ]


class EvidenceRow(_SaidRow):
    """A source as its party cites it; `told_on` is the day the source appeared, else the day it tells of."""

    title = models.TextField()
    publisher = models.TextField()
    address = models.TextField()
    language = models.CharField(max_length=35)
    told_on = models.CharField(max_length=10)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audience", "log", "seq"], name="evidence_row")]
        indexes = [
            models.Index(fields=["audience", "channel", "plan", "provision"], name="evidence_row_commitment"),
            models.Index(fields=["audience", "told_on"], name="evidence_row_told"),
        ]


class ActivityRow(_Row):
    """An activity: where it stands in its mode; `entry` is its id."""

    provision = models.CharField(max_length=32)
    entry = models.CharField(max_length=32)
    mode = models.CharField(max_length=40)
    state = models.CharField(max_length=40)
    titles = models.JSONField()
    opened_by = models.CharField(max_length=16)
    opened_at = models.CharField(max_length=20)
    withdrawn = models.BooleanField()
    marking = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audience", "entry"], name="activity_row")]
        indexes = [models.Index(fields=["audience", "channel", "plan", "provision"], name="activity_row_commitment")]


class JointTextRow(_Row):
    """A joint text: who has spoken and sealed; `state` as lists show it, `waits_for` the parties still to act."""

    leaf = models.CharField(max_length=64)
    kind = models.CharField(max_length=40)
    titles = models.JSONField()
    proposed_by = models.CharField(max_length=16)
    proposed_at = models.CharField(max_length=20)
    state = models.CharField(max_length=12)
    waits_for = models.JSONField()
    in_effect_at = models.CharField(max_length=20, blank=True)
    marking = models.TextField()
    fingerprint = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audience", "leaf"], name="joint_text_row")]
        indexes = [models.Index(fields=["audience", "channel"], name="joint_text_row_channel")]


class DueRow(_Row):
    """Something that falls due from us on a commitment, whatever day it is (`register.duties.Matter`).

    `step` is a step of `mode` in its `edition`. A deadline keeps the words of the plan in `stated`, and the first day
    they allow; a recurrence its `rule`.
    """

    provision = models.CharField(max_length=32)
    kind = models.CharField(max_length=12)
    on = models.CharField(max_length=10)
    mode = models.CharField(max_length=40, blank=True)
    edition = models.PositiveSmallIntegerField(default=0)
    step = models.CharField(max_length=40, blank=True)
    stated = models.TextField(blank=True)
    earliest_on = models.CharField(max_length=10, blank=True)
    rule = models.CharField(max_length=80, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["audience", "on", "plan", "provision"], name="due_row_on"),
            models.Index(fields=["audience", "channel", "plan", "provision"], name="due_row_commitment"),
        ]


class WordsRow(_Row):
    """Words that can be searched: `kind` says whose and what, `key` where to read on, `tokens` how they are found.

    `kind` is plan, commitment, report, evidence, step, joint-text, decision or follow-up; `key` the id of an entry,
    or the leaf (hex) of a joint text, also for decisions of minutes and what became of them; empty for plans and
    commitments. `on` is the day stated, empty for agreed words. Numbers rise with it.
    """

    provision = models.CharField(max_length=32, blank=True)
    kind = models.CharField(max_length=12)
    key = models.CharField(max_length=64, blank=True)
    party = models.CharField(max_length=16, blank=True)
    language = models.CharField(max_length=35)
    on = models.CharField(max_length=10, blank=True)
    marking = models.TextField()
    words = models.TextField()
    tokens = TokensField()

    class Meta:
        indexes = [
            models.Index(fields=["audience", "channel", "plan", "provision"], name="words_row_commitment"),
            models.Index(fields=["key"], name="words_row_key"),
        ]


class HomePlaceRow(models.Model):
    """Where in our home log a record stands that is looked for by what it is about.

    It says where to look; whoever decides reads the entry there. `kind` is the type of the record, `key` a digest it
    names: the ticket of an approval, the package of a review somebody has looked through.
    """

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    seq = models.BigIntegerField(unique=True)

    class Meta:
        indexes = [models.Index(fields=["key", "kind"], name="home_place_row_key")]


class MarkRow(models.Model):
    """What a record of a shared log is known by: where it stands, and a digest of one of its longer texts or its names.

    It says where to look; whoever decides reads the entry there (`desk/project/marks.py`).
    """

    channel = models.CharField(max_length=40)
    party = models.CharField(max_length=16)
    seq = models.BigIntegerField()
    mark = models.CharField(max_length=22)

    class Meta:
        indexes = [
            models.Index(fields=["mark"], name="mark_row_mark"),
            models.Index(fields=["channel", "party", "seq"], name="mark_row_place"),
        ]


class UnprojectedLog(models.Model):
    """A log that has grown, or whose keys or contents came, since rows were last made from it; `seq` is where from."""

    log = models.CharField(max_length=80, unique=True)
    seq = models.BigIntegerField(default=0)


class KeptRegister(models.Model):
    """A part of a register kept folded (`desk/kept_registers.py`): `part` names it, `made_from` what it was made from.

    `seal` is this node's own over the octets: a part without it is as if it were not there.
    """

    channel = models.CharField(max_length=40)
    part = models.CharField(max_length=48)
    made_from = models.CharField(max_length=64, blank=True)
    seal = models.CharField(max_length=64)
    octets = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "part"], name="kept_register_part")]
