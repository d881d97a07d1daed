"""The demonstration, played: two nodes are made, a plan is adopted, and two years of the public record are lived.

- Every act goes through the same actions as an officer's; only the clock is simulated, and every page says so.
- A side writes once a day at most (`schedule.py`); then its file crosses, as it would by courier: the bytes of
  `suivi hand-over`.
- Nothing half played stands where a finished demonstration is expected: it is built beside and moved there whole,
  and an earlier one stays until then.
"""

import datetime
import fcntl
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from suivi.cli.demonstration.actor import PASSWORD, PUBLIC, Actor
from suivi.cli.demonstration.meeting import Meeting
from suivi.cli.demonstration.schedule import Day, Facts, asset, calendar, public_record, story
from suivi.cli.demonstration.spots import RECORDS, Spot, spot
from suivi.cli.refusals import terminal_language
from suivi.desk.node import move_clock
from suivi.modes import MODES
from suivi.plan.channel import PUBLIC as PUBLIC_CHANNEL
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

MARK = ".suivi-demonstration"
LANGUAGES = ("fr", "en", "ko")
OPENING = datetime.datetime(2024, 7, 18, 0, 0, tzinfo=datetime.UTC)
AFTERWARDS = datetime.timedelta(hours=1, minutes=30)
PERIOD = (datetime.date(2024, 7, 18), datetime.date(2025, 7, 17))


class DemonstrationElsewhere(Refusal):
    """The folder named for the demonstration holds something else."""

    code = "demonstration-elsewhere"
    says = Words(
        en="“{folder}” holds files that are not a demonstration; nothing was changed.",
        fr="« {folder} » contient des fichiers qui ne sont pas une démonstration; rien n’a été modifié.",
        ko="‘{folder}’에 시연과 무관한 파일이 있습니다. 변경된 것은 없습니다.",
    )
    remedy = Words(
        en="Name an empty or new folder with --data.",
        fr="Indiquez un dossier vide ou nouveau avec --data.",
        ko="--data로 비어 있거나 새로운 폴더를 지정하십시오.",
    )


class DemonstrationInUse(Refusal):
    """Another demonstration is being played into the folder, or served from it."""

    code = "demonstration-in-use"
    says = Words(
        en="A demonstration is being played or served in “{folder}” at this moment.",
        fr="Une démonstration est en train d’être jouée ou servie dans « {folder} ».",
        ko="‘{folder}’에서 시연이 진행 중이거나 제공되고 있습니다.",
    )
    remedy = Words(
        en="Stop it with Ctrl-C where it runs, or name another folder with --data.",
        fr="Arrêtez-la avec Ctrl-C là où elle s’exécute, ou indiquez un autre dossier avec --data.",
        ko="실행 중인 곳에서 Ctrl-C로 종료하거나 --data로 다른 폴더를 지정하십시오.",
    )


class TextUnreadable(Refusal):
    """The text given with --plan cannot be read from the disk."""

    code = "text-unreadable"
    says = Words(
        en="The file “{file}” cannot be read: {why}.",
        fr="Le fichier « {file} » ne peut être lu : {why}.",
        ko="파일 ‘{file}’을(를) 읽을 수 없습니다. 사유: {why}.",
    )
    remedy = Words(
        en="Check the name and the rights of the file.",
        fr="Vérifiez le nom et les droits du fichier.",
        ko="파일 이름과 권한을 확인하십시오.",
    )


@dataclass(frozen=True)
class Stage:
    """Where a played demonstration stands: the folder of both nodes, the plan played, and what was looked up in it."""

    folder: Path
    plan: str
    officers: Mapping[str, list[str]]
    digest: str = ""
    spots: tuple[Spot, ...] = ()


@contextmanager
def held(data: Path) -> Iterator[None]:
    """The folder `data` is ours while this lasts; raises `DemonstrationInUse`. A crash lets go of it too."""
    data.absolute().parent.mkdir(parents=True, exist_ok=True)
    lock = data.absolute().parent / f".{data.name}.held"
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise DemonstrationInUse(folder=data) from None
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)


def play(data: Path, *, own_text: Path | None = None, out: TextIO = sys.stdout) -> Stage:
    """Play the demonstration into `data` (nodes in `can` and `kor`), saying each step; an earlier one is replaced.

    Raises `DemonstrationElsewhere`, `TextUnreadable`, or `ActorFailed` with what an act was refused for.
    """
    texts = _texts(own_text)
    _refuse_foreign(data)
    partial = data.absolute().parent / f".{data.name}.being-played"
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        stage = _Play(partial, story(), texts, out).through()
        (partial / MARK).write_text("A demonstration; it may be removed and played again.\n", encoding="utf-8")
        _refuse_foreign(data)
        shutil.rmtree(data, ignore_errors=True)
        partial.replace(data)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    return Stage(data, stage.plan, stage.officers, stage.digest, stage.spots)


def _refuse_foreign(data: Path) -> None:
    if data.exists() and not (data / MARK).exists() and (not data.is_dir() or any(data.iterdir())):
        raise DemonstrationElsewhere(folder=data)


def _texts(own_text: Path | None) -> list[tuple[str, bytes, str]]:
    if own_text is None:
        return [(f"plan.{language}.txt", asset(f"plan.{language}.txt").encode(), language) for language in LANGUAGES]
    try:
        return [(own_text.name, own_text.read_bytes(), "")]
    except OSError as error:
        raise TextUnreadable(file=own_text, why=error.strerror or error) from None


class _Play:
    def __init__(self, folder: Path, tale: Facts, texts: list[tuple[str, bytes, str]], out: TextIO) -> None:
        self._folder = folder
        self._tale = tale
        self._plan = str(tale["plan"])
        self._texts = texts
        self._out = out
        self._actors: dict[str, Actor] = {}
        self._names: dict[str, dict[str, str]] = {}

    def through(self) -> Stage:
        officers = {code: [each["name"] for each in party["officers"]] for code, party in self._tale["parties"].items()}
        print(self._tale["notice"][terminal_language()], file=self._out, flush=True)
        try:
            self._found(officers)
            self._open_channel()
            self._adopt()
            known = self._first.does("known", plan=self._plan)
            review = Meeting(self._tale["review"], plan=self._plan, known=known, actors=self._actors, cross=self._cross)
            last = self._live(calendar(known, MODES), review)
            self._draft(known, last)
            self._ask(known, last)
            digest = self._compare()
            spots = self._look_up(known)
        except BaseException:
            self._leave(at_once=True)
            raise
        self._leave()
        self._set_clocks(last + AFTERWARDS)
        return Stage(self._folder, self._plan, officers, digest, spots)

    @property
    def _first(self) -> Actor:
        return next(iter(self._actors.values()))

    def _leave(self, *, at_once: bool = False) -> None:
        for actor in self._actors.values():
            actor.leaves(at_once=at_once)

    def _say(self, sentence: str) -> None:
        print(f"  {sentence}.", file=self._out, flush=True)

    def _found(self, officers: Mapping[str, list[str]]) -> None:
        for code, names in officers.items():
            options = [part for name in names for part in ("--officer", name)]
            language = {"can": "en", "kor": "ko"}.get(code, "en")
            command = [
                "init",
                "--party",
                code,
                "--data",
                str(self._folder / code),
                "--demonstration",
                OPENING.isoformat(),
            ]
            _suivi([*command, "--language", language, *options])
            self._actors[code] = Actor(self._folder / code)
            self._actors[code].does("enrol", name=self._tale["parties"][code]["official"]["name"], at=OPENING)
            self._say(f"The node of {code} is made, with two officers: {' and '.join(names)}, and one who reads")

    def _open_channel(self) -> None:
        channel = self._tale["channel"]
        self._exchange_keys(channel)
        self._exchange_keys(PUBLIC_CHANNEL)
        self._say("Each side has compared and typed the fingerprint of the other's keys")
        first, second = self._actors
        at = OPENING + datetime.timedelta(minutes=10)
        self._actors[first].does("propose charter", channel=channel, order=[first, second], at=at)
        self._cross(first, at + datetime.timedelta(minutes=5))
        self._actors[second].does("concur", at=at + datetime.timedelta(minutes=10))
        self._cross(second, at + datetime.timedelta(minutes=15))
        self._say(f"The charter of the channel {channel} is proposed, concurred in and sealed")

    def _exchange_keys(self, channel: str) -> None:
        keys = {
            code: actor.does("open keys", channel=channel, roots=str(self._folder / "roots"), at=OPENING)
            for code, actor in self._actors.items()
        }
        for code, actor in self._actors.items():
            for other, given in keys.items():
                if other != code:
                    actor.does("accept partner", channel=channel, keys=given["keys"], fingerprint=given["fingerprint"])

    def _adopt(self) -> None:
        first, second = self._actors
        at = OPENING + datetime.timedelta(hours=1)
        proposed = self._actors[first].does(
            "propose plan",
            files=self._texts,
            plan=self._plan,
            agreed_on=self._tale["adopted_on"],
            titles=_titles(),
            at=at,
        )
        self._say(
            f"{first} has read the text: {proposed['commitments']} commitments, {proposed['doubts']} doubts settled by an officer"
        )
        self._cross(first, at + datetime.timedelta(minutes=10))
        self._actors[second].does("concur", at=at + datetime.timedelta(minutes=20))
        self._cross(second, at + datetime.timedelta(minutes=30))
        self._say("The plan is proposed, concurred in and sealed: it is in effect in both registers")
        self._publish(first, at + datetime.timedelta(minutes=40))

    def _publish(self, author: str, at: datetime.datetime) -> int:
        """What the author has put on record is made public, then what the others have; each gets the others' words."""
        return sum(self._publish_one(code, at) for code in sorted(self._actors, key=lambda code: code != author))

    def _publish_one(self, author: str, at: datetime.datetime) -> int:
        made = int(self._actors[author].does("publish", at=at))
        for other, actor in self._actors.items():
            if not made or other == author:
                continue
            held = actor.does("public size", party=author)
            octets = self._actors[author].does("hand over public", from_seq=held)
            taken = actor.does("take in", octets=octets, at=at + datetime.timedelta(minutes=4))
            if taken["set_aside"]:
                raise RuntimeError(f"{other} set public entries of {author} aside: {', '.join(taken['set_aside'])}")
        return made

    def _cross(self, author: str, at: datetime.datetime) -> None:
        """The author's file goes to every other side; whoever wrote something in answer hands over in turn."""
        to_hand_over = [author]
        while to_hand_over:
            sender = to_hand_over.pop()
            octets = self._actors[sender].does("hand over")
            for other, actor in self._actors.items():
                if other == sender:
                    continue
                taken = actor.does("take in", octets=octets, at=at)
                if taken["set_aside"]:
                    raise RuntimeError(f"{other} set entries of {sender} aside: {', '.join(taken['set_aside'])}")
                if taken["answered"]:
                    to_hand_over.append(other)

    def _live(self, days: list[Day], review: Meeting) -> datetime.datetime:
        made_public, coming = 0, [(review.on, self._hold), (review.follow_up_on, Meeting.follow_up)]
        for day in days:
            while coming and coming[0][0] <= day.on:
                coming.pop(0)[1](review)
            self._names |= self._actors[day.party].does("day", acts=day.acts, names=self._names)
            self._cross(day.party, day.acts[-1].at + datetime.timedelta(minutes=4))
            made_public += self._publish(day.party, day.acts[-1].at + datetime.timedelta(minutes=20))
        written = [act.order for day in days for act in day.acts]
        self._say(
            f"{len(written)} acts released on {len({day.on for day in days})} days and exchanged: "
            f"{written.count('report')} reports, {written.count('attach')} sources, {written.count('name')} names of "
            f"bodies, {written.count('step')} steps, {written.count('correct')} correction"
        )
        self._say(f"{made_public} records made public on the same days, as everybody can read them")
        if left := len(public_record()) - written.count("attach"):
            self._say(f"{left} facts left out: their commitments are not in this text")
        return days[-1].acts[-1].at if days else OPENING

    def _hold(self, review: Meeting) -> None:
        assessments = review.hold()
        self._say(
            f"The first review is held, {assessments} assessments given, its minutes sealed by both sides: it is closed. "
            "It is made up"
        )

    def _draft(self, known: Mapping[str, str], last: datetime.datetime) -> None:
        """What is made up, and says so, stays at home: so that the page of a release has something to show."""
        on, at = last.date().isoformat(), last + datetime.timedelta(hours=1)
        for waits in self._tale["waits"]:
            if waits["provision"] not in known:
                continue
            actor = self._actors[waits["party"]]
            if waits["order"] == "report":
                said = {name: waits[name] for name in ("provision", "stage", "account")}
                actor.does("draft report", plan=self._plan, on=on, marking=PUBLIC, at=at, **said)
            elif waits["activity"] in self._names:
                activity = self._names[waits["activity"]]["id"]
                actor.does("draft step", activity=activity, step=waits["step"], details=waits["details"], on=on, at=at)
            self._say(f"A {waits['order']} of {waits['party']} waits at home for its two approvals; it is made up")

    def _ask(self, known: Mapping[str, str], last: datetime.datetime) -> None:
        """Returns asked for before the next dialogue: made up, and they say so. They never leave."""
        asked = [each for each in self._tale["returns"] if each["provision"] in known]
        for wanted in asked:
            said = {name: wanted[name] for name in ("provision", "of", "by", "note")}
            self._actors[wanted["party"]].does(
                "ask return",
                plan=self._plan,
                due_on=(last + datetime.timedelta(days=wanted["due_in_days"])).date(),
                at=last - datetime.timedelta(days=wanted["asked_days_ago"]),
                writes=wanted.get("writes", {}),
                on=last.date().isoformat(),
                sent_back=wanted.get("sent_back", ""),
                handed_in_at=last + datetime.timedelta(minutes=70),
                **said,
            )
        self._say(f"{len(asked)} reports are asked for at home, one is overdue, one was sent back; they are made up")

    def _set_clocks(self, simulated: datetime.datetime) -> None:
        """Both nodes go on from the instant `simulated`, each second as long as the machine's."""
        moved = datetime.timedelta(seconds=round((simulated - datetime.datetime.now(datetime.UTC)).total_seconds()))
        for code in self._actors:
            move_clock(self._folder / code, moved)
        self._say(f"The clocks of both nodes show {simulated:%Y-%m-%d %H:%M} UTC and run on from there")

    def _compare(self) -> str:
        digests = {code: str(actor.does("digest", plan=self._plan)) for code, actor in self._actors.items()}
        if len(set(digests.values())) > 1:
            raise RuntimeError(f"the two registers differ: {digests}")
        digest = next(iter(digests.values()))
        public = {str(actor.does("public digest", plan=self._plan)) for actor in self._actors.values()}
        if len(public) > 1:
            raise RuntimeError(f"the two public registers differ: {sorted(public)}")
        self._say(f"Both registers have the same digest: {digest}")
        for language in LANGUAGES:
            printed = {
                actor.does(
                    "review", plan=self._plan, from_on=PERIOD[0], to_on=PERIOD[1], language=language, format="html"
                )
                for actor in self._actors.values()
            }
            if len(printed) > 1:
                raise RuntimeError(f"the two reviews differ in {language}")
            (self._folder / f"review.{language}.html").write_bytes(printed.pop())
        self._say(f"The annual review {PERIOD[0]} to {PERIOD[1]} is printed, the same bytes in both capitals")
        return digest

    def _look_up(self, known: Mapping[str, str]) -> tuple[Spot, ...]:
        """Ten facts of the public record, looked up in the second side's register: what came was said by the first."""
        value = list(self._actors.values())[-1].does("value", plan=self._plan)
        facts = [fact for fact in public_record() if fact["id"] in RECORDS and fact["provision"] in {"", *known}]
        return tuple(spot(fact, value) for fact in facts)


def _titles() -> dict[str, Any]:
    titles = json.loads(asset("titles.json"))
    return {"": titles["plan"], **titles["sections"], **titles["commitments"]}


def _suivi(arguments: list[str]) -> None:
    import os

    environment = {**os.environ, "SUIVI_PASSWORD": PASSWORD}
    command = [sys.executable, "-m", "suivi.cli", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # our own
    if done.returncode:
        raise RuntimeError(done.stderr.strip() or done.stdout.strip())
