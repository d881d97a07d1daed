"""Open data: every file in which a public register can be taken away, with what each holds."""

from collections.abc import Iterator, Mapping
from typing import Final

from suivi.plan.words import LANGUAGES, Words
from suivi.publish.csv import accounts_csv, commitments_csv, dictionary_csv, named_csv
from suivi.publish.jsonld import jsonld
from suivi.publish.plan_calendar import plan_calendar
from suivi.publish.plan_text import plan_akoma_ntoso
from suivi.publish.site.downloads import Download
from suivi.review.package import Review

_LINKED: Final = Words(
    en="The plan, every commitment and account, all languages, as linked data.",
    fr="Le plan, chaque engagement et chaque rapport, dans toutes les langues, en données liées.",
    ko="계획과 모든 항목 및 보고(모든 언어), 연결 데이터.",
)
_REGISTER: Final = Words(
    en="The register of the plan, all languages; its digest is what both capitals compare.",
    fr="Le registre du plan, dans toutes les langues; son empreinte est ce que comparent les deux capitales.",
    ko="계획의 등록부(모든 언어). 양측 수도가 그 해시값을 비교합니다.",
)
_TABLES: Final = (
    (
        "commitments",
        commitments_csv,
        Words(
            en="Every commitment, a line each.", fr="Chaque engagement, un par ligne.", ko="모든 항목, 한 줄에 하나."
        ),
    ),
    (
        "accounts",
        accounts_csv,
        Words(
            en="Every account of every party, a line each.",
            fr="Chaque rapport de chaque partie, un par ligne.",
            ko="모든 당사국의 보고, 한 줄에 하나.",
        ),
    ),
    (
        "named",
        named_csv,
        Words(
            en="What the plan names: bodies, instruments, documents and days, a line each.",
            fr="Ce que le plan nomme\u00a0: organes, instruments, documents et dates, un par ligne.",
            ko="행동계획에 명시된 기관·협정·문서·일정, 한 줄에 하나.",
        ),
    ),
    (
        "dictionary",
        dictionary_csv,
        Words(
            en="What each column of the tables means.",
            fr="Ce que signifie chaque colonne des tableaux.",
            ko="표의 각 열에 대한 설명.",
        ),
    ),
)
_CALENDAR: Final = Words(
    en="What falls due, and meetings convened or held.",
    fr="Les échéances, et les réunions convoquées ou tenues.",
    ko="도래하는 기한과 소집·개최된 회의.",
)


_TEXT: Final = Words(
    en="The agreed text, with the numbers of the register.",
    fr="Le texte convenu, avec les numéros du registre.",
    ko="등록부의 번호를 붙인 합의 문안.",
)


def open_data(review: Review, texts: Mapping[str, str]) -> tuple[Download, ...]:
    """The files of one plan: those of all languages first, then by language of the house, then the agreed texts.

    `texts` are the characters of the agreed texts held, by SHA-256 digest (hex).
    """
    return (*_files(review), *_texts(review, texts))


def _texts(review: Review, texts: Mapping[str, str]) -> Iterator[Download]:
    for text in review.plan.texts:
        if text.sha256 in texts:
            octets = plan_akoma_ntoso(review, text.language, texts[text.sha256])
            yield Download(name=f"plan.{text.language}.akn.xml", format="Akoma Ntoso 3.0", holds=_TEXT, octets=octets)


def _files(review: Review) -> Iterator[Download]:
    yield Download(name="plan.jsonld", format="JSON-LD 1.1", holds=_LINKED, octets=jsonld(review))
    yield Download(name="register.json", format="JSON (RFC 8785)", holds=_REGISTER, octets=review.register.octets())
    for language in LANGUAGES:
        for name, made, holds in _TABLES:
            if made is named_csv and not review.named:
                continue  # a table without a line would bear no marking
            octets = made(review, language)
            yield Download(name=f"{name}.{language}.csv", format="CSV (RFC 4180)", holds=holds, octets=octets)
        calendar = plan_calendar(review, language)
        yield Download(name=f"calendar.{language}.ics", format="iCalendar (RFC 5545)", holds=_CALENDAR, octets=calendar)
