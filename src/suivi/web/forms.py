"""From what a browser posted to the plain values an action takes; every rule beyond reading is the action's own.

- A text in several languages comes in boxes named `account-en`, `account-fr` …; empty boxes are no text.
- The details of a step come in boxes named `detail-date`, or `detail-agenda-fr` for a text; what is counted by kind,
  ticked, or a sum with its currency, in boxes for its parts: `detail-resources:aircraft`, `detail-amount:currency`.
- A day comes as the browser writes it, `YYYY-MM-DD`, which is also how records write it.
"""

import datetime
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suivi.desk.pages import CommitmentRead, ReadingPage
from suivi.desk.queries.report_changes import box_called
from suivi.modes.asks import ASKS, Ask, Form
from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES, Words, listed
from suivi.record.minutes import Decision
from suivi.web.context import reading

FILES: Final = ("1", "2", "3")  # as many language versions as the house speaks languages
_LONGEST_NUMBER: Final = 15
_NEVER_BACK: Final = ("csrfmiddlewaretoken", "password", "code", "now", "new", "again", "passphrase", "proof")
_LABELS: Final[dict[str, Promise]] = {
    "account": _("Account"),
    "next": _("What comes next"),
    "titles": _("Working title"),
    "stage": _("Stage"),
    "on": _("Day on which it happened"),
    "until": _("Until"),
    "reason": _("Reason"),
    "mode": _("Mode"),
    "plan": _("Short name of the plan"),
    "agreed_on": _("Day of agreement"),
    "commitment": _("Commitment"),
    "decision": _("Decision"),
    "value": _("Choice"),
    "language-1": _("Language of the first file"),
    "language-2": _("Language of the second file"),
    "language-3": _("Language of the third file"),
    "name": _("Name"),
    "of": _("Asked of"),
    "due_on": _("Due on"),
    "note": _("Note"),
    "role": _("Role"),
    "provision": _("Commitment"),
    "body": _("Body"),
    "deputy": _("Deputy"),
    "from_on": _("First day"),
    "until_on": _("Last day"),
    "to": _("To"),
    "seq": _("Number of the record in our log"),
    "tlp": _("Marking"),
    "national": _("National markings"),
    "address": _("Address"),
    "remarks": _("Remarks"),
    "title": _("Title of the source"),
    "publisher": _("Publisher"),
    "basis": _("What it rests on"),
    "lent": _("A detail that nobody has published"),
    "username": _("Name"),
    "folder": _("Folder"),
    "hour": _("From this hour on (UTC)"),
    "fingerprint": _("Its fingerprint, as you heard it"),
    "channel": _("Name of the channel"),
    "language": _("Language"),
    "part_of": _("Part of"),
    "names": _("Name"),
    "leads": _("Commitments it leads, by number (may be empty)"),
    "supports": _("Commitments it supports, by number (may be empty)"),
    "subject": _("Identifier of the account, as the ministry’s sign-in states it"),
    "published_on": _("Published on"),
    "words": _("Words"),
    "outcome": _("What has become of it"),
    "score": _("Assessment"),
    "within": _("Or a body with its parts: whatever they lead"),
    "leaves": _("The officer leaves and can sign in no more"),
}
_SECRETS: Final[dict[str, Promise]] = {
    "password": _("Your password, once more"),
    "passphrase": _("Passphrase, once more"),
    "now": _("Present password"),
    "new": _("New password, at least ten characters"),
    "again": _("The same once more"),
    "code": _("Code"),
}
_MACHINES: Final = frozenset({"version", "do", "seen", "from", "passkey", "source", "next-page", "marking-usual"})


class NotReadable(Refusal):
    """What was typed cannot be read as what the field asks for."""


class DayNotRead(NotReadable):
    """A day that is missing or is none."""

    code = "day-not-read"
    says = Words(
        en="“{typed}” is not a day.",
        fr="« {typed} » n’est pas une date.",
        ko="‘{typed}’: 날짜로 읽을 수 없습니다.",
    )
    remedy = Words(
        en="Write the day as year, month and day, for example 2026-02-25.",
        fr="Écrivez l’année, le mois et le jour, par exemple 2026-02-25.",
        ko="연도, 월, 일을 2026-02-25와 같은 형식으로 적으십시오.",
    )


class NumberNotRead(NotReadable):
    """The number of an entry that is missing or is none."""

    code = "number-not-read"
    says = Words(
        en="“{typed}” is not the number of an entry.",
        fr="« {typed} » n’est pas le numéro d’une inscription.",
        ko="‘{typed}’: 기록 번호로 읽을 수 없습니다.",
    )
    remedy = Words(
        en="Write the number in digits, as it stands beside the record.",
        fr="Écrivez le numéro en chiffres, tel qu’il figure à côté de l’acte.",
        ko="기록 옆에 적힌 번호를 숫자로 적으십시오.",
    )


class SplitNotFound(NotReadable):
    """The words typed for the second part do not stand exactly once inside the commitment."""

    code = "split-not-found"
    says = Words(
        en="The words “{typed}” do not stand exactly once inside commitment {commitment}.",
        fr="Les mots « {typed} » ne figurent pas une seule fois dans l’engagement {commitment}.",
        ko="입력한 표현 ‘{typed}’: 해당 항목({commitment}) 문안에서 정확히 한 번 확인되지 않습니다.",
    )
    remedy = Words(
        en="Copy the first words of the second part from the text, as many as make them unmistakable.",
        fr="Copiez du texte les premiers mots de la seconde partie, assez pour qu’ils soient sans équivoque.",
        ko="둘째 부분의 첫머리를 본문에서 혼동이 없을 만큼 그대로 복사하여 붙이십시오.",
    )


class NoFileGiven(NotReadable):
    """A form that needs a file came without one."""

    code = "no-file"
    says = Words(en="No file was given.", fr="Aucun fichier n’a été fourni.", ko="파일이 첨부되지 않았습니다.")
    remedy = Words(
        en="Choose a file and send the form again.",
        fr="Choisissez un fichier et envoyez de nouveau le formulaire.",
        ko="파일을 선택한 뒤 양식을 다시 보내십시오.",
    )


class UploadTooLarge(NotReadable):
    """More was sent with a form than the desk takes from a browser."""

    code = "upload-too-large"
    says = Words(
        en="More than {limit} MB were sent with the form; nothing was kept.",
        fr="Plus de {limit} Mo accompagnaient le formulaire; rien n’a été conservé.",
        ko="양식과 함께 {limit}MB를 넘는 파일이 전송되어 아무것도 저장하지 않았습니다.",
    )
    remedy = Words(
        en="Send a smaller file. A partner’s file of that size is taken in from a terminal : suivi take-in FILE.",
        fr="Envoyez un fichier plus petit. Un fichier de partenaire de cette taille se reçoit depuis un terminal : suivi take-in FICHIER.",
        ko="더 작은 파일을 보내십시오. 이 크기의 상대국 파일은 터미널에서 suivi take-in 명령으로 받아들입니다.",
    )


LARGEST_UPLOAD_MB: Final = 256
LARGEST_OF_STRANGERS_MB: Final = 60
"""As much as a form may hold: whoever's session has ended sends one, and it is kept for him."""


@dataclass(frozen=True, slots=True)
class Retyped:
    """A field as it was typed: its name, how people call it, the language of its words if it has one, and the words.

    `place` counts the boxes of one name from 1: several may be ticked.
    """

    name: str
    label: Promise | str
    language: str
    words: str
    place: int = 1

    @property
    def hidden(self) -> bool:
        """Whether it is of the page and not of the person: sent again, and not shown."""
        return self.name in _MACHINES or self.name.startswith(("theirs-", "after-"))

    @property
    def box(self) -> str:
        """The id of its box, one of a kind on the page."""
        return f"again-{self.name}" if self.place == 1 else f"again-{self.name}-{self.place}"

    @property
    def long(self) -> bool:
        """Whether the words need more than one line."""
        return bool(self.language) or len(self.words) > 60 or "\n" in self.words


def versions(posted: Mapping[str, str], name: str) -> dict[str, str]:
    """The texts by language of the boxes `name-en`, `name-fr` … that hold any word; line ends become LF, form NFC."""
    boxes = ((language, worded(posted.get(f"{name}-{language}", ""))) for language in LANGUAGES)
    return {language: words for language, words in boxes if words}


def worded(typed: str) -> str:
    """Typed words as records hold them: NFC, lines ended by LF, no blank around (exchange format, section 2)."""
    return unicodedata.normalize("NFC", typed.replace("\r\n", "\n").replace("\r", "\n")).strip()


def details(posted: Mapping[str, str]) -> dict[str, str | dict[str, str]]:
    """The details of a step by code: one value, or texts by language."""
    found: dict[str, str | dict[str, str]] = dict(_in_parts(posted))
    for name, typed in posted.items():
        code, language = _detail(name)
        if not code or not worded(typed):
            continue
        texts = found.setdefault(code, {}) if language else found.setdefault(code, worded(typed))
        if language and isinstance(texts, dict):
            texts[language] = worded(typed)
    return found


def _in_parts(posted: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The details that come in parts, each put together as records hold it; empty boxes are no part."""
    parts: dict[str, dict[str, str]] = {}
    for name, typed in posted.items():
        code, colon, part = name.removeprefix("detail-").partition(":")
        if name.startswith("detail-") and colon and worded(typed):
            parts.setdefault(code, {})[part] = worded(typed)
    for code, given in parts.items():
        yield code, _joined(ASKS.get(code), given)


def _joined(ask: Ask | None, given: Mapping[str, str]) -> str:
    match ask:
        case Ask(form=Form.SUM):
            return f"{given.get('currency', '').upper()} {given.get('sum', '')}".strip()
        case Ask(form=Form.COUNTS, choices=kinds):
            return ", ".join(f"{kind} {given[kind]}" for kind in _ordered(given, kinds))
        case Ask(choices=choices):
            return ", ".join(_ordered(given, choices))
    return ", ".join(given)


def _ordered(given: Iterable[str], choices: Iterable[str]) -> list[str]:
    """Those given, in the order of the choices; what is no choice stays, for the rule to refuse."""
    known = list(choices)
    return [code for code in known if code in given] + [code for code in given if code not in known]


def _detail(name: str) -> tuple[str, str]:
    if not name.startswith("detail-") or ":" in name:
        return "", ""
    code = name.removeprefix("detail-")
    stem, dash, language = code.rpartition("-")
    return (stem, language) if dash and language in LANGUAGES else (code, "")


def marking(posted: QueryDict) -> str:
    """The marking chosen, as it is printed: the level of TLP, then national values; empty where no level is chosen."""
    tlp, national = posted.get("tlp", ""), [value for value in posted.getlist("national") if value]
    return " // ".join([tlp, *national]) if tlp else ""


def day(posted: Mapping[str, str], name: str) -> str:
    """The day typed, as records write it; raises `DayNotRead`."""
    typed = posted.get(name, "").strip()
    try:
        return datetime.date.fromisoformat(typed).isoformat()
    except ValueError:
        raise DayNotRead(typed=typed) from None


def number(posted: Mapping[str, str], name: str) -> int:
    """The number of an entry typed, from 0; raises `NumberNotRead`."""
    typed = posted.get(name, "").strip()
    if not (typed.isascii() and typed.isdigit() and len(typed) <= _LONGEST_NUMBER):
        raise NumberNotRead(typed=typed[:40])
    return int(typed)


def day_if_any(posted: Mapping[str, str], name: str) -> str | None:
    """The day typed, or None if the box is empty; raises `DayNotRead`."""
    return day(posted, name) if posted.get(name, "").strip() else None


def page_in(asked: Mapping[str, str]) -> int:
    """The page of a list an address asks for, from 1; the first for anything else."""
    page = asked.get("page", "")
    return max(1, int(page)) if page.isdecimal() and len(page) < 7 else 1


def date_if_any(asked: Mapping[str, str], name: str) -> datetime.date | None:
    """The day in an address, or None; raises `DayNotRead`."""
    typed = day_if_any(asked, name)
    return datetime.date.fromisoformat(typed) if typed else None


def chosen(posted: QueryDict) -> dict[str, str]:
    """Every box of a form as typed, and where two texts were set side by side (`keep-BOX`), the one chosen.

    A box kept as the other officer left it comes in `theirs-BOX`. A marking that is the usual one (`marking-usual`) is
    none chosen.
    """
    typed = {name: str(words) for name, words in posted.items()}
    if "marking-usual" in typed:
        named = marking(posted)
        typed["marking"] = "" if named == typed["marking-usual"] else named
    for name in [name.removeprefix("keep-") for name in typed if name.startswith("keep-")]:
        if typed[f"keep-{name}"] == "theirs":
            typed[name] = typed.get(f"theirs-{name}", "")
    return typed


def date_asked(posted: Mapping[str, str], name: str) -> datetime.date:
    """The day typed; raises `DayNotRead`."""
    return datetime.date.fromisoformat(day(posted, name))


def kept(asked: QueryDict, names: Iterable[str]) -> dict[str, str]:
    """Those of `names` that the address gives a value."""
    return {name: str(asked[name]) for name in names if asked.get(name)}


def asked_again(asked: Mapping[str, str]) -> str:
    """The filters as the beginning of a query, to be followed by one more name; empty ones left out."""
    named = {name: value for name, value in asked.items() if value}
    return f"{urlencode(named)}&" if named else ""


def uploads(
    files: MultiValueDict[str, "UploadedFile[bytes]"], posted: Mapping[str, str]
) -> list[tuple[str, bytes, str]]:
    """Name, bytes and language (empty: to be detected) of each file given; raises `NoFileGiven`."""
    given = [(files.get(f"file-{place}"), posted.get(f"language-{place}", "")) for place in FILES]
    found = [(str(file.name), bytes(file.read()), language) for file, language in given if file]
    if not found:
        raise NoFileGiven()
    return found


def octets(files: MultiValueDict[str, "UploadedFile[bytes]"]) -> bytes:
    """The bytes of the one file the form asks for; raises `NoFileGiven`."""
    file = files.get("file")
    if not file:
        raise NoFileGiven()
    return bytes(file.read())


def named_octets(files: MultiValueDict[str, "UploadedFile[bytes]"]) -> tuple[str, bytes]:
    """The name and the bytes of the one file the form asks for; raises `NoFileGiven`."""
    file = files.get("file")
    if not file:
        raise NoFileGiven()
    return str(file.name), bytes(file.read())


def split_at(page: ReadingPage, posted: Mapping[str, str]) -> str:
    """Where the second part begins, as `fr=6644` or `en=10,fr=12,ko=9`: code points of each text that has words typed.

    The officer types the first words of the second part in a box per language, `words-fr`. Raises `SplitNotFound`.
    """
    read = next((each for each in page.commitments if each.id == posted.get("commitment")), None)
    typed = versions(posted, "words")
    if read is None or not typed:
        raise SplitNotFound(typed="", commitment=posted.get("commitment", ""))
    texts = {text.language: text.characters for text in page.texts}
    return ",".join(f"{language}={_place(read, texts[language], language, words)}" for language, words in typed.items())


def _place(read: CommitmentRead, characters: str, language: str, words: str) -> int:
    start, end = read.spans[language]
    found = characters.find(words, start + 1, end)
    if found < 0 or characters.find(words, found + 1, end) >= 0:
        raise SplitNotFound(typed=words, commitment=read.id)
    return found


def decisions(posted: QueryDict) -> list[Decision]:
    """The decisions of a form for minutes, in order: `words-D1-en`, `parties-D1`, `due-D1`, `provision-D1`.

    A line whose boxes are all empty is no decision. Raises `DayNotRead`.
    """
    found = []
    for number in (name.removeprefix("decision-") for name in posted if name.startswith("decision-")):
        words = versions(posted, f"words-{number}")
        parties = tuple(posted.getlist(f"parties-{number}"))
        due_on, provision = day_if_any(posted, f"due-{number}"), posted.get(f"provision-{number}", "").strip()
        if words or due_on or (parties and provision):
            found.append((words, parties, due_on, provision or None))
    return [
        Decision(id=f"D{place}", words=words, parties=parties, due_on=due_on, provision=provision)
        for place, (words, parties, due_on, provision) in enumerate(found, start=1)
    ]


def following(posted: QueryDict, version: int) -> QueryDict:
    """The same form, as one that follows that version of what is kept."""
    again = posted.copy()
    again["version"] = str(version)
    return again


def retyped(posted: QueryDict) -> list[Retyped]:
    """Everything typed, in the order of the form, without secrets; nothing for an address without a form."""
    pairs = ((name, words) for name, given in posted.lists() for words in given)
    return retyped_pairs(pairs)


def retyped_pairs(pairs: Iterable[tuple[str, str]]) -> list[Retyped]:
    """Pairs of name and value as they were typed, one field for each; none for a box for a file that was left empty."""
    found: dict[str, int] = {}
    fields = []
    for name, words in pairs:
        if name not in _NEVER_BACK and not (name.partition("-")[0] == "file" and not words):
            found[name] = found.get(name, 0) + 1
            fields.append(_retyped(name, words, found[name]))
    return fields


def _retyped(name: str, words: object, place: int) -> Retyped:
    stem, dash, language = name.rpartition("-")
    spoken = language if dash and language in LANGUAGES else ""
    plain = stem if spoken else name
    label = _LABELS.get(name) or _LABELS.get(stem) or _box(plain) or _called(plain.removeprefix("detail-"))
    return Retyped(name=name, label=label, language=spoken, words=str(words), place=place)


def _box(name: str) -> str:
    """What a box of a report is called, such as `step-1-due`; empty for another."""
    called = box_called(name)
    words = called.in_(reading()) if called else ""
    return words[:1].upper() + words[1:]


def secrets_asked(names: Iterable[str]) -> list[tuple[str, Promise]]:
    """The secrets among the names of fields, each with its label: asked for again, since none is ever given back."""
    asked = set(names)
    return [(name, label) for name, label in _SECRETS.items() if name in asked]


def _called(code: str) -> str:
    """What a detail, or a part of one (`resources:aircraft`), is called in the reader's language; else its code."""
    name, _, part = code.partition(":")
    ask = ASKS.get(name)
    if ask is None:
        return code
    called = [ask.words, ask.choices[part]] if part in ask.choices else [ask.words]
    return listed(called).in_(reading())
