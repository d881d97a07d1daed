"""Gathers the phrases of the interface and compiles their translations; `--check` says what is missing.

- Source English; catalogues `fr` and `ko` under `src/suivi/locale`: complete, nothing fuzzy.
- Placeholders are named, and the same in every language.
- The compiled catalogues are committed, so that a node needs no gettext.
"""

import gettext
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tools.rooms import PACKAGE, ROOT

LANGUAGES: Final = ("fr", "ko")
PLACEHOLDER: Final = re.compile(r"%\((\w+)\)[a-z]|%[sdif]|\{(\w*)\}")
ANONYMOUS: Final = re.compile(r"%[sdif]|\{\}")
DIRECTIVE: Final = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)?\s*"(.*)"')


@dataclass
class Phrase:
    """One entry of a catalogue: the English, its plural if any, and the translations in order."""

    flags: str = ""
    context: str = ""
    english: str = ""
    plural: str = ""
    translations: list[str] = field(default_factory=list)


def phrases(path: Path) -> Iterator[Phrase]:
    """The phrases of a `.po` file, the heading and what is obsolete left out."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        phrase = _phrase(block)
        if phrase.english:
            yield phrase


def _phrase(block: str) -> Phrase:
    phrase = Phrase()
    texts: dict[str, str] = {}
    current = ""
    for line in block.splitlines():
        if line.startswith("#,"):
            phrase.flags += line
        match = DIRECTIVE.fullmatch(line)
        if match:
            current = match[1] or current
            texts[current] = texts.get(current, "") + _unquoted(match[2])
    phrase.context, phrase.english = texts.get("msgctxt", ""), texts.get("msgid", "")
    phrase.plural = texts.get("msgid_plural", "")
    phrase.translations = [text for name, text in texts.items() if name.startswith("msgstr")]
    return phrase


def _unquoted(characters: str) -> str:
    return re.sub(r"\\(.)", lambda match: {"n": "\n", "t": "\t"}.get(match[1], match[1]), characters)


def faults(path: Path) -> list[str]:
    """What is wrong with the catalogue at `path`, one sentence each; empty if nothing is."""
    if not path.is_file():
        return ["there is no catalogue"]
    found = [fault for phrase in phrases(path) for fault in _faults_of(phrase)]
    return [*found, *_compiled_faults(path)]


def _faults_of(phrase: Phrase) -> Iterator[str]:
    if "fuzzy" in phrase.flags:
        yield f"fuzzy: {phrase.english!r}"
    if not phrase.translations or not all(phrase.translations):
        yield f"not translated: {phrase.english!r}"
    if ANONYMOUS.search(phrase.english):
        yield f"a placeholder without a name: {phrase.english!r}"
    wanted = _placeholders(phrase.english) | _placeholders(phrase.plural)
    for translation in phrase.translations:
        if translation and not _placeholders(translation) <= wanted:
            yield f"other placeholders than the English: {translation!r}"
        if translation and not phrase.plural and _placeholders(translation) != wanted:
            yield f"a placeholder is missing: {translation!r}"


def _placeholders(characters: str) -> set[str]:
    return {match.group() for match in PLACEHOLDER.finditer(characters)}


def _compiled_faults(path: Path) -> Iterator[str]:
    compiled = path.with_suffix(".mo")
    if not compiled.is_file():
        yield "not compiled: run make catalogues"
        return
    with compiled.open("rb") as stream:
        translations = gettext.GNUTranslations(stream)
    for phrase in phrases(path):
        answer = translations.pgettext(phrase.context, phrase.english) if phrase.context else None
        answer = answer or translations.gettext(phrase.english)
        if not phrase.plural and phrase.translations and answer != phrase.translations[0]:
            yield f"compiled from other words, run make catalogues: {phrase.english!r}"


def catalogue(language: str, package: Path = PACKAGE) -> Path:
    """Where the catalogue of `language` lies."""
    return package / "locale" / language / "LC_MESSAGES" / "django.po"


def gather(package: Path = PACKAGE) -> None:
    """Bring the catalogues of `package` up to date with its phrases; dates are left out, so that nothing moves."""
    wanted = [argument for language in LANGUAGES for argument in ("-l", language)]
    command = [sys.executable, "-m", "django", "makemessages", *wanted, "--no-obsolete", "--add-location", "file"]
    subprocess.run(command, cwd=package, check=True, capture_output=True)
    for language in LANGUAGES:
        path = catalogue(language, package)
        characters = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r'"(POT-Creation|PO-Revision)-Date: .*\n', "", characters), encoding="utf-8")


def compile_all() -> None:
    """Write the compiled catalogue beside each catalogue."""
    for language in LANGUAGES:
        path = catalogue(language)
        subprocess.run(["msgfmt", "--check-format", "-o", path.with_suffix(".mo"), path], check=True)


def ungathered() -> list[str]:
    """Phrases of the code and the templates that a catalogue lacks, and phrases nobody says any more."""
    if shutil.which("xgettext") is None:
        print("NOT CHECKED: whether every phrase is in the catalogues; install gettext.", file=sys.stderr)
        return []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "suivi"
        shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
        gather(copy)
        return [fault for language in LANGUAGES for fault in _differences(language, catalogue(language, copy))]


def _differences(language: str, gathered: Path) -> Iterator[str]:
    path = catalogue(language)
    held = {(phrase.context, phrase.english) for phrase in phrases(path)} if path.is_file() else set()
    said = {(phrase.context, phrase.english) for phrase in phrases(gathered)}
    yield from (f"{language}: not in the catalogue: {english!r}" for _, english in sorted(said - held))
    yield from (f"{language}: no longer said: {english!r}" for _, english in sorted(held - said))


def main(arguments: list[str]) -> int:
    """Gather and compile, or say what is missing."""
    if "--check" not in arguments:
        gather()
        compile_all()
    found = [f"{language}: {fault}" for language in LANGUAGES for fault in faults(catalogue(language))] + ungathered()
    for fault in found:
        print(fault, file=sys.stderr)
    print(f"Catalogues {', '.join(LANGUAGES)} in {PACKAGE.relative_to(ROOT)}/locale: {len(found)} faults.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
