"""The journey, played: two nodes are made, a plan is read, adopted, reported on, exchanged and reviewed.

- Every act goes through the same actions as an officer's; only the clock is simulated, and every page says so.
- Files cross after each act of either side, as they would by courier: the bytes of `suivi hand-over`.
- Nothing half played stands where a finished demonstration is expected: it is built beside and moved there whole.
"""

import datetime
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, TextIO

from suivi.cli.demonstration.actor import PASSWORD, Actor
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

MARK = ".suivi-demonstration"
LANGUAGES = ("fr", "en", "ko")
OPENING = datetime.datetime(2024, 7, 18, 0, 0, tzinfo=datetime.UTC)
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
    """Where a played demonstration stands: the folder of both nodes, and the plan played."""

    folder: Path
    plan: str
    officers: Mapping[str, list[str]]


def story() -> dict[str, Any]:
    """The journey's records, as `README.md` beside this file describes them."""
    found: dict[str, Any] = json.loads(_asset("story.json"))
    return found


def _asset(name: str) -> str:
    return (files("suivi.cli.demonstration") / name).read_text(encoding="utf-8")


def play(data: Path, *, own_text: Path | None = None, out: TextIO = sys.stdout) -> Stage:
    """Play the journey into `data` (nodes in `can` and `kor`), saying each step; an earlier one is replaced.

    Raises `DemonstrationElsewhere`, `TextUnreadable`, or `ActorFailed` with what an act was refused for.
    """
    texts = _texts(own_text)
    _clear(data)
    partial = data.absolute().parent / f".{data.name}.being-played"
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        stage = _Play(partial, story(), texts, out).through()
        (partial / MARK).write_text("A demonstration; it may be removed and played again.\n", encoding="utf-8")
        partial.replace(data)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    return Stage(data, stage.plan, stage.officers)


def _clear(data: Path) -> None:
    if data.exists() and any(data.iterdir()):
        if not (data / MARK).exists():
            raise DemonstrationElsewhere(folder=data)
        shutil.rmtree(data)


def _texts(own_text: Path | None) -> list[tuple[str, bytes, str]]:
    if own_text is None:
        return [(f"plan.{language}.txt", _asset(f"plan.{language}.txt").encode(), language) for language in LANGUAGES]
    try:
        return [(own_text.name, own_text.read_bytes(), "")]
    except OSError as error:
        raise TextUnreadable(file=own_text, why=error.strerror or error) from None


class _Play:
    def __init__(self, folder: Path, tale: dict[str, Any], texts: list[tuple[str, bytes, str]], out: TextIO) -> None:
        self._folder = folder
        self._tale = tale
        self._texts = texts
        self._out = out
        self._actors: dict[str, Actor] = {}
        self._activities: dict[str, str] = {}
        self._reports: dict[str, str] = {}

    def through(self) -> Stage:
        officers = {code: [each["name"] for each in party["officers"]] for code, party in self._tale["parties"].items()}
        try:
            self._found(officers)
            self._open_channel()
            self._adopt()
            told, left = self._tell(self._tale["records"])
            self._say(
                f"{told} records put on record and exchanged" + (f", {left} left out: not in this text" if left else "")
            )
            self._draft_one()
            self._compare()
        finally:
            for actor in self._actors.values():
                actor.leaves()
        return Stage(self._folder, self._tale["plan"], officers)

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
            self._say(f"The node of {code} is made, with two officers: {' and '.join(names)}")

    def _open_channel(self) -> None:
        channel = self._tale["channel"]
        keys = {
            code: actor.does("open keys", channel=channel, roots=str(self._folder / "roots"), at=OPENING)
            for code, actor in self._actors.items()
        }
        for code, actor in self._actors.items():
            for other, given in keys.items():
                if other != code:
                    actor.does("accept partner", channel=channel, keys=given["keys"], fingerprint=given["fingerprint"])
        self._say("Each side has compared and typed the fingerprint of the other's keys")
        first, second = self._actors
        at = OPENING + datetime.timedelta(minutes=10)
        self._actors[first].does("propose charter", channel=channel, order=[first, second], at=at)
        self._cross(first, at + datetime.timedelta(minutes=5))
        self._actors[second].does("concur", at=at + datetime.timedelta(minutes=10))
        self._cross(second, at + datetime.timedelta(minutes=15))
        self._say(f"The charter of the channel {channel} is proposed, concurred in and sealed")

    def _adopt(self) -> None:
        first, second = self._actors
        at = OPENING + datetime.timedelta(hours=1)
        proposed = self._actors[first].does(
            "propose plan",
            files=self._texts,
            plan=self._tale["plan"],
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

    def _tell(self, records: Iterable[dict[str, Any]]) -> tuple[int, int]:
        told = left = 0
        for record in records:
            if self._can_be_told(record):
                self._one(record)
                told += 1
            else:
                left += 1
        return told, left

    def _can_be_told(self, record: dict[str, Any]) -> bool:
        if "provision" in record:
            known = self._actors[record["party"]].does("knows", plan=self._tale["plan"], provision=record["provision"])
            return bool(known) and record.get("corrects", "") in ("", *self._reports)
        return record["activity"] in self._activities

    def _one(self, record: dict[str, Any]) -> None:
        at = datetime.datetime.fromisoformat(record["recorded_at"])
        actor = self._actors[record["party"]]
        plan = self._tale["plan"]
        match record["kind"]:
            case "report":
                said = _report(record)
                self._reports[record["id"]] = actor.does(
                    "report", plan=plan, provision=record["provision"], at=at, **said
                )["id"]
            case "correction":
                actor.does("correct", report=self._reports[record["corrects"]], at=at, **_report(record))
            case "open":
                opened = actor.does("open", plan=plan, provision=record["provision"], mode=record["mode"], at=at)
                self._activities[record["activity"]] = opened["id"]
            case "step" | "joint-step":
                activity = self._activities[record["activity"]]
                actor.does(
                    "step", activity=activity, step=record["step"], details=record["details"], on=record["on"], at=at
                )
        self._cross(record["party"], at + datetime.timedelta(minutes=4))
        for concurrence in record.get("concurrences", ()):
            later = datetime.datetime.fromisoformat(concurrence["recorded_at"])
            self._actors[concurrence["party"]].does("concur", at=later)
            self._cross(concurrence["party"], later + datetime.timedelta(minutes=4))

    def _draft_one(self) -> None:
        """One report of the first side stays at home, so that the page of a release has something to show."""
        first = next(iter(self._actors))
        if self._actors[first].does("knows", plan=self._tale["plan"], provision="P5.I4"):
            last = datetime.datetime.fromisoformat(self._tale["records"][-1]["recorded_at"])
            self._actors[first].does(
                "draft report",
                plan=self._tale["plan"],
                provision="P5.I4",
                stage="under-way",
                account={
                    "en": "Each side is completing its own procedures before the agreement can enter into force.",
                    "fr": "Chaque partie achève ses procédures internes avant l’entrée en vigueur de l’accord.",
                    "ko": "협정 발효에 앞서 양측이 각자의 국내 절차를 마무리하고 있다.",
                },
                on=(last - datetime.timedelta(days=1)).date().isoformat(),
                at=last + datetime.timedelta(hours=1),
            )
            self._say(f"One more report of {first} waits at home for its two approvals")

    def _compare(self) -> None:
        plan = self._tale["plan"]
        digests = {code: actor.does("digest", plan=plan) for code, actor in self._actors.items()}
        if len(set(digests.values())) > 1:
            raise RuntimeError(f"the two registers differ: {digests}")
        self._say(f"Both registers have the same digest: {next(iter(digests.values()))}")
        for language in LANGUAGES:
            printed = {
                actor.does("review", plan=plan, from_on=PERIOD[0], to_on=PERIOD[1], language=language, format="html")
                for actor in self._actors.values()
            }
            if len(printed) > 1:
                raise RuntimeError(f"the two reviews differ in {language}")
            (self._folder / f"review.{language}.html").write_bytes(printed.pop())
        self._say(f"The annual review {PERIOD[0]} to {PERIOD[1]} is printed, the same bytes in both capitals")


def _report(record: dict[str, Any]) -> dict[str, Any]:
    said = {name: record[name] for name in ("stage", "account", "on", "until", "next") if name in record}
    return {**said, "marking": {"tlp": "CLEAR"}}  # every fact of the story is taken from a public page


def _titles() -> dict[str, Any]:
    titles = json.loads(_asset("titles.json"))
    return {"": titles["plan"], **titles["sections"], **titles["commitments"]}


def _suivi(arguments: list[str]) -> None:
    import os

    environment = {**os.environ, "SUIVI_PASSWORD": PASSWORD}
    command = [sys.executable, "-m", "suivi.cli", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.strip() or done.stdout.strip())
