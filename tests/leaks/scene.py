"""One node, one released story, and any amount of what is nobody else's business around it.

- `played` runs in a process of its own on a copy of a node: the same releases, at the same instants, with the same
  ids and salts; between them, whatever this variant thinks, drafts, approves, discards and mistypes at home.
- What is internal draws its chance from elsewhere, so that a released byte can only differ by a leak.
"""

import contextlib
import dataclasses
import datetime
import hashlib
import io
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from suivi.record.steps import ActivityOpened
from tests.leaks.exits import every_exit
from tests.two_nodes.orders import CHANNEL, PASSWORD, leave, officers

PLAN = "sample-2024"
BEGINS = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
SHOWN_AT = datetime.datetime(2025, 1, 10, 9, 0, tzinfo=datetime.UTC)
NOTHING = b""


@dataclass
class Chance:
    """Where ids and salts come from: a stream for what is released, another for everything else."""

    variant: str
    purpose: str = ""
    drawn: int = 0
    tokens: list[str] = field(default_factory=list)

    def __call__(self) -> str:
        self.drawn += 1
        source = self.purpose or f"internal {self.variant}"
        token = hashlib.sha256(f"{source} {self.drawn}".encode()).hexdigest()[:32]
        if not self.purpose:
            self.tokens.append(token)
        return token

    @contextlib.contextmanager
    def released(self, purpose: str) -> Iterator[None]:
        """What is drawn within is the same in every variant."""
        kept, self.purpose, self.drawn = self.drawn, purpose, 0
        yield
        self.purpose, self.drawn = "", kept


def played(
    *,
    seed: int,
    variant: str,
    quiet: bool = False,
    brought: bytes = NOTHING,
    canaries: bool = False,
    private: bool = False,
) -> dict[str, Any]:
    """Play the story of `seed` with the noise of `variant`; every exit by name, and what was said at home.

    `private`: what the partner is told differs as well, and only what was made public is the same.
    """
    from suivi.desk import entries
    from suivi.desk.actions import activities, channel, publication, reports

    chance, noise = Chance(variant), Noise(random.Random(f"{seed} {variant}"), variant)
    entries.fresh_id = chance  # type: ignore[assignment]  # in this process only, which ends with the story
    noise.rename_officers()
    story = random.Random(seed)
    steps: list[Callable[[datetime.datetime], object]] = []

    def say(at: datetime.datetime) -> object:
        said = {"plan": PLAN, "provision": story.choice(("P1.I1", "P1.I2", "P2.I3")), "stage": "under-way"}
        words = f"Officials met {story.randrange(10**9)} times. {noise.secret() if private else ''}"
        drafted = at - datetime.timedelta(minutes=noise.chance.randrange(20, 400))
        ticket = reports.file(officers()[0], **said, account={"en": words}, on="2024-11-30", at=drafted)
        return leave(ticket=ticket, at=at)

    def open_one(at: datetime.datetime) -> object:
        return leave(ticket=activities.open(officers()[0], plan=PLAN, provision="P1.I1", mode="dialogue", at=at), at=at)

    def make_public(at: datetime.datetime) -> object:
        # Nothing that only the partner was told: an activity opened in the story, else a report in three languages.
        if not (opened := openings()):
            account = {"en": "Officials met.", "fr": "Des fonctionnaires se sont réunis.", "ko": "관계자들이 만났다."}
            said = {"plan": PLAN, "provision": "P1.I1", "stage": "under-way", "account": account, "on": "2024-11-30"}
            opened = [leave(ticket=reports.file(officers()[0], **said, at=at), at=at)["seq"]]
        later = at + datetime.timedelta(minutes=10)
        return leave(ticket=publication.publish(officers()[0], channel=CHANNEL, seq=opened[0], at=later), at=later)

    def openings() -> list[int]:
        waiting, _ = publication.not_yet_public(officers()[0], CHANNEL)
        return [entry.seq for entry in waiting if isinstance(entry.record, ActivityOpened)]

    def take_in(at: datetime.datetime) -> object:
        return channel.take_in_file(lambda: io.BytesIO(brought), at=at)

    steps = [say, open_one, say, make_public, *([take_in] if brought else [])]
    story.shuffle(steps)
    for number, step in enumerate(steps):
        at = BEGINS + datetime.timedelta(days=number)
        for _ in range(0 if quiet else noise.chance.randrange(1, 4)):
            noise.make(at - datetime.timedelta(hours=8))
        with chance.released(f"{seed} {number}"):
            step(at)
    for _ in range(0 if quiet else noise.chance.randrange(1, 4)):
        noise.make(BEGINS + datetime.timedelta(days=len(steps)))
    planted = planted_canaries(noise) if canaries else {}
    as_a_real_node()
    tokens = [*noise.words, *chance.tokens, *(token for some in planted.values() for token in some)]
    return {"exits": every_exit(at=SHOWN_AT), "tokens": tokens, "made": noise.made, "planted": list(planted)}


def as_a_real_node() -> None:
    """The node as a government runs it: a demonstration tells whoever opens its first page who may sign in."""
    from django.conf import settings

    settings.NODE = dataclasses.replace(settings.NODE, demonstration=False)


def planted_canaries(noise: "Noise") -> dict[str, list[str]]:
    """A token in every internal column of words, and those that the files and home entries of a node hold already."""
    from django.db import connection

    from suivi.desk import entries
    from suivi.desk.models import FaultReport, HomeEntry, Pull, Ticket
    from tests.leaks.classes import WRITTEN

    at = BEGINS + datetime.timedelta(days=20)
    noise.make_each(at)
    planted: dict[str, list[str]] = {"column desk_faultreport.sentence": [noise.token()], "column desk_pull": []}
    sentence = planted["column desk_faultreport.sentence"][0]
    FaultReport.objects.create(channel=CHANNEL, code="tree.root", check_number=16, sentence=sentence, refused_at=at)
    token = noise.token()
    planted["column desk_pull"] = [token]
    Pull.objects.create(channel=CHANNEL, party="kor", log=token, pulled_at=at, sentence=token, due_at=at)
    with connection.cursor() as cursor:
        for table, columns in WRITTEN.items():
            for column in columns:
                token = noise.token()
                cursor.execute(f"UPDATE {table} SET {column} = %s", [f'"{token}"' if column in _JSON else token])
                if cursor.rowcount:
                    planted[f"column {table}.{column}"] = [token]
    home = [(bytes(row.header), bytes(row.leaf)) for row in HomeEntry.objects.all()]
    planted["home id"] = [json.loads(header)["id"] for header, _ in home]
    planted["home leaf"] = [leaf.hex() for _, leaf in home]
    planted["home digest"] = [row.digest for row in HomeEntry.objects.exclude(digest="")]
    planted["ticket digest"] = [digest[:32] for digest in Ticket.objects.values_list("digest", flat=True)]
    folder = entries.own_node().folder
    for file in (file for file in sorted(folder.rglob("*")) if file.is_file() and "key" in file.parent.name):
        planted.setdefault("file key", []).append(file.read_text("latin-1").strip().splitlines()[-1][:64])
    return planted


_JSON = {"titles", "agreed", "account"}


_LATIN = "BCDFGHJKLMNPQRSTVWXZ"
_HANGUL = "".join(chr(0xAC00 + 28 * at + at % 28) for at in range(0, 399, 7))


@dataclass
class Noise:
    """What happens at home: each act leaves words that nobody released, and that are told in `words`."""

    chance: random.Random
    variant: str
    words: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)

    def make(self, at: datetime.datetime) -> None:
        """Something at home, at about that time."""
        at += datetime.timedelta(seconds=self.chance.randrange(3_600))
        act = self.chance.choice(_ACTS)
        self.made.append(act.__name__)
        act(self, at)

    def make_each(self, at: datetime.datetime) -> None:
        """Everything there is, once."""
        for act in dict.fromkeys(_ACTS):
            self.made.append(act.__name__)
            act(self, at)

    def token(self) -> str:
        """Sixteen letters that stand nowhere else: Latin ones, or every other time Hangul."""
        letters = _HANGUL if self.chance.random() < 0.4 else _LATIN
        return "".join(self.chance.choice(letters) for _ in range(16))

    def secret(self) -> str:
        """A token that is said at home, and looked for in every exit."""
        self.words.append(self.token())
        return self.words[-1]

    def rename_officers(self) -> None:
        """Officers of other names and addresses: no exit may know who works here."""
        from suivi.desk.models import Officer

        for officer in Officer.objects.all():
            officer.name = f"{self.secret()} {officer.pk}"
            officer.save()

    def unreleased_report(self, at: datetime.datetime, approvals: int = 0) -> str:
        from suivi.desk.actions import releases, reports

        account = {language: f"{self.secret()} 비공개 é" for language in self.chance.sample(("en", "fr", "ko"), 2)}
        provision = self.chance.choice(("P1.I1", "P1.I2", "P2.I1", "P2.I3"))
        stage = self.chance.choice(("planned", "under-way", "done"))
        said = {"plan": PLAN, "provision": provision, "stage": stage, "account": account, "on": "2024-11-29"}
        ticket = reports.file(officers()[0], **said, at=at)
        for officer in officers()[:approvals]:
            releases.approve(officer, ticket=ticket, password=PASSWORD, at=at + datetime.timedelta(minutes=1))
        return ticket


def report_kept(noise: Noise, at: datetime.datetime) -> None:
    """A report that stays at home."""
    noise.unreleased_report(at)


def report_approved(noise: Noise, at: datetime.datetime) -> None:
    """A report that two officers approved and nobody released."""
    noise.unreleased_report(at, approvals=2)


def report_discarded(noise: Noise, at: datetime.datetime) -> None:
    """A report that one officer approved and another threw away."""
    from suivi.desk.actions import releases

    ticket = noise.unreleased_report(at, approvals=1)
    releases.discard(officers()[1], ticket=ticket, at=at + datetime.timedelta(minutes=2))


def activity_kept(noise: Noise, at: datetime.datetime) -> None:
    """An activity opened at home, under titles of its own."""
    from suivi.desk.actions import activities

    titles = {"en": noise.secret(), "fr": noise.secret(), "ko": noise.secret()}
    with contextlib.suppress(TypeError):
        activities.open(officers()[0], plan=PLAN, provision="P1.I2", mode="study", titles=titles, at=at)


def draft(noise: Noise, at: datetime.datetime) -> None:
    """A document read and not yet proposed."""
    from suivi.desk.actions import plans

    text = f"Pillar 1. {noise.secret()}\n\nThe sides will hold {noise.secret()} every year.\n"
    files = [(f"{noise.secret()}.txt", text.encode(), "en")]
    titles = {"": {"en": noise.secret()}}
    plans.read_document(officers()[0], files=files, plan="next-plan", agreed_on="2025-07-18", titles=titles, at=at)


def wrong_password(noise: Noise, at: datetime.datetime) -> None:
    """An approval refused."""
    from suivi.desk.actions import releases

    ticket = noise.unreleased_report(at)
    with contextlib.suppress(releases.PasswordRefused):
        releases.approve(officers()[0], ticket=ticket, password=noise.secret(), at=at)


def refused_file(noise: Noise, at: datetime.datetime) -> None:
    """A file that is none, and the report of it."""
    from suivi.desk.actions import channel
    from suivi.exchange.faults import DeliveryRefused

    with contextlib.suppress(DeliveryRefused):
        channel.take_in_file(lambda: io.BytesIO(noise.secret().encode() * 40), at=at)


def kept_view(noise: Noise, at: datetime.datetime) -> None:
    """A list an officer keeps under a name."""
    from suivi.desk.actions import views

    views.keep(officers()[0], listing="commitments", name=noise.secret(), asked=f"q={noise.secret()}")


_ACTS = (
    report_kept,
    report_kept,
    report_approved,
    report_discarded,
    activity_kept,
    draft,
    wrong_password,
    refused_file,
    kept_view,
)


def prepared(*, roots: str, partner: tuple[bytes, str] | None = None) -> tuple[bytes, str]:
    """A public log of this node, and the partner's keys for it once they are given; our key list and fingerprint."""
    from pathlib import Path

    from suivi.desk import entries, founding
    from suivi.desk.actions import channel

    at = BEGINS - datetime.timedelta(days=20)
    if partner is None:
        manifest = founding.open_keys("public", roots_folder=Path(roots), at=at)
        return entries.key_lists(manifest.party, "public")[0], manifest.fingerprint()
    channel.accept_partner("public", partner[0], fingerprint=partner[1])
    return partner


def made_public() -> bytes:
    """The plan in the public log; the file of it for the partner."""
    from suivi.desk.actions import channel, publication

    at = BEGINS - datetime.timedelta(days=15)
    for text in publication.not_yet_public(officers()[0], CHANNEL)[1]:
        leave(ticket=publication.publish_joint(officers()[0], leaf=text.leaf.hex(), at=at), at=at)
    return channel.hand_over_file(channel="public")[1]


def taken_in(*, octets: bytes) -> None:
    """A file of the partner, some days before the story."""
    from suivi.desk.actions import channel

    channel.take_in_file(lambda: io.BytesIO(octets), at=BEGINS - datetime.timedelta(days=10))


def partner_says() -> bytes:
    """What the partner releases, to be taken in during the story."""
    from suivi.desk.actions import channel, reports

    at = BEGINS - datetime.timedelta(days=5)
    said = {
        "plan": PLAN,
        "provision": "P2.I3",
        "stage": "done",
        "account": {"ko": "회의를 열었다."},
        "on": "2024-11-20",
    }
    leave(ticket=reports.file(officers()[0], **said, at=at), at=at)
    return channel.hand_over_file(channel=CHANNEL)[1]
