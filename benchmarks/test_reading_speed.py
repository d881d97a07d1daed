"""How fast the reader reads: 1 MB of varied French or English text, made from a seed, every stage on, one core.

Run: `pytest benchmarks/test_reading_speed.py --benchmark-enable --benchmark-only`. Target: 1 MB/s (reader.md).
Nothing is remembered between rounds: each reads a text made from another seed.
"""

import random
import subprocess
import sys
import time
from itertools import count
from pathlib import Path
from typing import Final

import pytest

from suivi.reader import read, read_file

MEGABYTE = 1_000_000
SAMPLE = Path(__file__).resolve().parents[1] / "src/suivi/cli/demonstration/plan.fr.txt"

ACTIONS = (
    (
        "renforcer approfondir élargir promouvoir protéger soutenir encourager développer consolider moderniser intensifier "
        "accroître faciliter étudier explorer examiner organiser tenir lancer établir mettre|en|œuvre échanger poursuivre "
        "coordonner conclure signer négocier publier financer améliorer diversifier"
    )
    .replace(" ", "\n")
    .replace("|", " ")
    .split("\n")
)
THINGS = (
    "la coopération", "les échanges", "les partenariats", "un dialogue annuel", "des consultations régulières", "le Protocole d’entente",
    "l’Accord de coopération", "les chaînes d’approvisionnement", "les capacités", "un groupe de travail", "les normes", "la recherche conjointe",
    "des renseignements", "les pratiques exemplaires", "la mobilité des étudiants", "un forum d’affaires", "des exercices conjoints",
)  # fmt: skip
FIELDS = (
    "la sécurité maritime", "les minéraux critiques", "la santé publique", "l’intelligence artificielle", "la lutte contre les incendies", "la pêche durable",
    "la cybersécurité", "les énergies propres", "l’éducation", "la culture", "l’agriculture", "le transport aérien", "l’espace", "les droits de la personne",
    "le développement", "la gestion de l’eau", "l’Arctique", "les océans", "la propriété intellectuelle", "la justice", "le tourisme", "la fiscalité",
)  # fmt: skip
PLACES = (
    "dans l’Indo-Pacifique", "au sein des Nations Unies", "dans le Pacifique Nord", "dans nos deux pays", "au sein de l’APEC", "dans les régions",
    "avec des partenaires régionaux", "d’ici 2030", "avant la fin de 2027", "chaque année", "en matière de formation", "entre les ministères compétents",
)  # fmt: skip
PURPOSES = (
    "afin d’améliorer la résilience des collectivités", "pour favoriser une croissance durable et réduire les obstacles", "notamment en formant des spécialistes",
    "y compris par des projets pilotes", "en tenant compte des priorités de chaque partie", "pour que les bienfaits soient partagés", "",
)  # fmt: skip
FACTS = (
    "Les relations entre les deux pays reposent sur {field} et sur {other}.", "En {year}, les deux pays ont signé un accord sur {field}.",
    "Les ministres ont souligné l’importance de {field} {place}.", "Ce domaine représente une part croissante des échanges {place}.",
)  # fmt: skip
PROMISES = (
    "Les ministres ont convenu de {action} {thing} sur {field} {place}.", "Les deux pays s’engagent à {action} {thing} concernant {field}, {purpose}.",
    "Nous examinerons {thing} sur {field} {place}.",
)  # fmt: skip


def plan_text(seed: int, octets: int) -> bytes:
    """A French plan of about `octets` bytes: pillars, themes, paragraphs and runs of initiatives, none alike."""
    chance = random.Random(seed)
    parts = ["Plan d’action entre le Canada et la République de Corée\n\n" + _paragraph(chance, FACTS, 6)]
    size = 0
    for pillar in count(1):
        if size >= octets:
            return "\n\n".join(parts).encode()
        parts.append(_pillar(chance, pillar % 90))
        size += len(parts[-1].encode()) + 2
    raise AssertionError("counting does not end")


def _pillar(chance: random.Random, number: int) -> str:
    themes = []
    for _ in range(chance.randint(2, 5)):
        title = f"{chance.choice(FIELDS).capitalize()} et {chance.choice(FIELDS)}"
        sentences = [f"{_opening(chance)}." for _ in range(chance.randint(1, 4))]
        prose = _paragraph(chance, (*FACTS, *PROMISES), chance.randint(0, 3))
        themes.append(f"{title}\n\n{' '.join(sentences)} {prose}".strip())
    items = "; ".join(_clause(chance) for _ in range(chance.randint(5, 11)))
    heading = f"Pilier\u00a0{number}\u00a0: {_opening(chance)}"
    return "\n\n".join([heading, *themes, f"Initiatives\u00a0: {items}."])


def _opening(chance: random.Random) -> str:
    clause = _clause(chance)
    return clause[:1].upper() + clause[1:]


def _clause(chance: random.Random) -> str:
    return " ".join(_one_of(chance, "{action} {thing} sur {field} {place} {purpose}", year=0).split())


def _paragraph(chance: random.Random, sentences: tuple[str, ...], size: int) -> str:
    return " ".join(_one_of(chance, chance.choice(sentences), year=chance.randint(1990, 2023)) for _ in range(size))


def _one_of(chance: random.Random, pattern: str, *, year: int) -> str:
    words = {"action": ACTIONS, "thing": THINGS, "field": FIELDS, "other": FIELDS, "place": PLACES, "purpose": PURPOSES}
    numbered = f"{chance.choice(THINGS)} et {chance.choice(THINGS)}" if chance.random() < 0.2 else chance.choice(THINGS)
    chosen = {name: chance.choice(choices) for name, choices in words.items()} | {"thing": numbered}
    return pattern.format(**chosen, year=year)


ENGLISH: Final = {
    "who": "The Ministers|Both sides|Canada and Norway|The two governments|A joint committee|We|The leaders of the three countries",
    "will": "will|agreed to|decided to|intend to|are committed to|pledged to|instructed officials to|reaffirmed their commitment to",
    "act": "strengthen|hold|launch|share|fund|review|explore|sign|train|promote|establish|negotiate|deepen|publish|support",
    "thing": (
        "an annual dialogue|the exchange of data|a joint fund|regular consultations|the Science and Technology Agreement|ties between universities|"
        "a working group|supply chains|a pilot project|patrols in the strait|best practices|an arrangement on youth mobility"
    ),
    "field": "maritime security|critical minerals|public health|wildfires|cyber security|clean energy|fisheries|the Arctic|education|trade|agriculture|space",
    "when": "by the end of 2027|every year|within six months|in the spring of 2026|, including through training,|at the next summit||in line with their laws",
    "fact": (
        "Trade between the two countries reached {n} billion dollars in {year}.|The Ministers welcomed the progress made on {field}.|"
        "Relations rest on {field} and on {field}.|They noted that {n} students took part in exchanges on {field}.|This work will cover {field}."
    ),
}  # fmt: skip


def statement_text(seed: int, octets: int) -> bytes:
    """An English statement of about `octets` bytes: headings, paragraphs and lists, no sentence like another.

    It promises about as often as the corpus of `benchmarks/reading/` does: once in about 150 bytes.
    """
    chance = random.Random(seed)
    words = {name: choices.split("|") for name, choices in ENGLISH.items()}
    parts = ["Joint Statement of Canada and Norway"]
    size = 0
    while size < octets:
        parts.append(_section(chance, words))
        size += len(parts[-1]) + 2
    return "\n\n".join(parts).encode()


def _section(chance: random.Random, words: dict[str, list[str]]) -> str:
    def one(name: str) -> str:
        return chance.choice(words[name])

    def act() -> str:
        return f"{one('act')} {one('thing')} on {one('field')} {one('when')}".strip()

    def fact() -> str:
        return one("fact").format(n=chance.randint(2, 900), year=chance.randint(1990, 2024), field=one("field"))

    def promise() -> str:
        return f"{one('who')} {one('will')} {act()}" + (f" and {act()}." if chance.random() < 0.4 else ".")

    prose = " ".join(promise() if chance.random() < 0.3 else fact() for _ in range(chance.randint(4, 10)))
    items = "\n".join(f"- {act()};" for _ in range(chance.randint(1, 3)))
    return f"{one('field').capitalize()} and {one('field')}\n\n{prose}\n\nThe Parties will:\n\n{items}"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.benchmark(timer=time.process_time)  # one core's time: other work on the machine costs the reader nothing
def test_a_megabyte_of_varied_plan_text_is_read_in_a_second(benchmark, language):
    seeds = count(1)
    written = {"fr": plan_text, "en": statement_text}[language]
    read(read_file(written(0, 20_000), name="warm-up.txt"))  # patterns are compiled once a process

    def another_text():
        return (written(next(seeds), MEGABYTE),), {}

    draft = benchmark.pedantic(_read, setup=another_text, rounds=3)

    octets = len(draft.text.characters.encode())
    benchmark.extra_info["commitments"] = len(draft.commitments)
    benchmark.extra_info["octets"] = octets
    if benchmark.enabled:
        speed = octets / MEGABYTE / benchmark.stats.stats.min
        benchmark.extra_info["megabytes_a_second"] = round(speed, 2)
        print(f"\n{language}: {speed:.2f} MB/s, {len(draft.commitments)} commitments in {octets} bytes")
        assert speed >= 1.0


def _read(octets):
    draft = read(read_file(octets, name="plan.txt"))
    draft.value()
    return draft


def test_time_grows_with_the_size_of_the_text_and_no_faster():
    small, large = plan_text(5, 100_000), plan_text(6, 400_000)

    spent = []
    for octets in (small, large):
        start = time.process_time()
        _read(octets)
        spent.append(time.process_time() - start)

    assert spent[1] < 12 * spent[0]


def test_a_text_is_read_from_cold_in_under_four_tenths_of_a_second(benchmark):
    command = [sys.executable, "-c", "from suivi.cli.main import main; main()", "read", str(SAMPLE)]

    benchmark.pedantic(subprocess.run, args=(command,), kwargs={"check": True, "capture_output": True}, rounds=5)

    if benchmark.enabled:
        assert benchmark.stats.stats.min < 0.4
