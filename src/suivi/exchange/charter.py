"""Opening a channel: the charter is its first joint text, and binds the key lists of all parties together.

- Parties stand in the order the charter gives them: it breaks ties and places columns.
- Each party is named with the fingerprint of its key list, version 1, so the parties sign each other's.
- Source: exchange format, section 6; terms not chosen here have the defaults of the format.
"""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from suivi.log.canonical import Json
from suivi.plan.channel import Charter, CharterLanguage, CharterParty, OldLog
from suivi.plan.words import LANGUAGES, Words
from suivi.record.channel import ROOT_THRESHOLD, STALE_DAYS, charter_value
from suivi.record.joint import CHARTER, Proposed
from suivi.record.marking import AMBER, Marking, read_marking
from suivi.record.policies import digests

EDITION: Final = "2026-1"
SUBJECT: Final = "channel"

RESOLUTION: Final = Words(
    "The parties exchange records in the channel “{channel}” under the terms of this charter.",
    "Les parties échangent des actes dans le canal « {channel} » selon les modalités de la présente charte.",
    "당사국들은 이 운영 약정의 조건에 따라 ‘{channel}’ 채널에서 기록을 교환합니다.",
)
"""The sentence a charter puts before the parties, by language."""
UP_TO: Final = Words(
    "The parties exchange records marked up to {ceiling} in the channel “{channel}” under the terms of this charter.",
    "Les parties échangent des actes marqués au plus {ceiling} dans le canal « {channel} » selon les modalités de la présente charte.",
    "당사국들은 이 운영 약정의 조건에 따라 ‘{channel}’ 채널에서 {ceiling} 이하로 표시된 기록을 교환합니다.",
)
"""The same where the ceiling is another than TLP:AMBER: who concurs reads it in the sentence."""


def first_charter(
    channel: str,
    parties: Sequence[CharterParty],
    languages: Sequence[CharterLanguage],
    *,
    ceiling: Marking = AMBER,
    root_threshold_min: int = ROOT_THRESHOLD,
    stale_days: Mapping[str, int] | None = None,
    succeeds: Sequence[OldLog] = (),
    limits: Mapping[str, int] | None = None,
    at: str = "second",
    demonstration: bool = False,
) -> tuple[Charter, dict[str, Json]]:
    """The first charter of `channel` and its body as it goes on the wire; parties in the order given.

    `stale_days` gives, for `online` and `file`, how many days may pass before the channel is shown as stale.
    `succeeds` names, for a successor channel, each old log with the last size and root both agree on.
    `limits` are those of the format that it lowers, by name (`record.channel.LIMITS`); `at` is `second` or `day`.
    The national tables that `ceiling` names are named with their digests. `demonstration` as in `Charter`.
    """
    charter = Charter(
        channel=channel,
        parties=tuple(parties),
        languages=tuple(languages),
        ceiling=dict(ceiling.value()),
        edition=EDITION,
        limits=dict(limits or {}),
        at=at,
        demonstration=demonstration,
        succeeds=tuple(succeeds),
    )
    body = charter_value(
        charter,
        policies=digests(label.policy for label in ceiling.labels),
        root_threshold_min=root_threshold_min,
        stale_days=stale_days or STALE_DAYS,
    )
    return charter, body


def charter_proposal(charter: Charter, body: Mapping[str, Json]) -> Proposed:
    """The joint text that puts `charter` before its parties, its resolution in every language of the charter.

    Raises `KeyError` for a charter language the house does not speak: nobody here could word it.
    """
    ceiling = read_marking(cast(Json, charter.ceiling))
    sentence = (RESOLUTION if ceiling == AMBER else UP_TO).filled(channel=charter.channel, ceiling=ceiling.label())
    texts = {language.tag: sentence.in_(language.tag) for language in charter.languages}
    return Proposed(kind=CHARTER, parties=charter.codes, body=charter, body_value=dict(body), texts=texts)


def charter_languages(*, authentic: Sequence[str]) -> tuple[CharterLanguage, ...]:
    """Every language of the house, those in `authentic` binding equally with each other."""
    return tuple(CharterLanguage(tag, tag in authentic) for tag in LANGUAGES)


def former_name(channel: str) -> str | None:
    """The channel that `channel` succeeds by its name (`can-kor.2` succeeds `can-kor`), None if by its name it is first."""
    name, dot, number = channel.partition(".")
    if not dot:
        return None
    return name if number == "2" else f"{name}.{int(number) - 1}"


def successor_name(channel: str) -> str:
    """The channel that succeeds `channel` (`can-kor` by `can-kor.2`, that one by `can-kor.3`)."""
    name, _, number = channel.partition(".")
    return f"{name}.{int(number or 1) + 1}"
