"""Setting a node up, step by step: what there is to do, how far it is, and where it is done.

- The state of a step is read from the node each time, so a step can be left at any moment and taken up again.
- Only who administers sees it; keys are made at a terminal, because root keys do not belong on a server.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings

from suivi.desk import access, entries, registers, surroundings
from suivi.desk.access import Officer
from suivi.desk.registers import at_one_glance
from suivi.plan.channel import PUBLIC
from suivi.plan.words import TONGUES, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingUp:
    """One step: what it is called, whether it is done, what was found, and where: a page by its name, a command, or both."""

    code: str
    title: Words
    done: bool
    says: Words
    page: str = ""
    command: str = ""


@at_one_glance
def steps(officer: Officer, *, at: datetime.datetime) -> tuple[SettingUp, ...]:
    """Every step in the order in which they are best taken; raises `NotMandated` for who does not administer."""
    access.must(officer, "administer", at=at)
    concerns = {concern.code: concern for concern in surroundings.concerns(at=at)}
    return (
        _language(),
        _from(concerns["approvers"], _OFFICERS, "officers"),
        _from(concerns["second-factors"], _FACTORS, "account"),
        *_channel(),
        _from(concerns["mail"], _MAIL, "calendar", command="SUIVI_MAIL=smtp+starttls://…"),
        _from(concerns["backup"], _BACKUP, command="suivi backup -o …"),
        _public(),
        _around(concerns.values()),
    )


_OFFICERS = Words("Officers and mandates", "Agents et mandats", "담당관과 권한")
_FACTORS = Words("Second factors", "Seconds facteurs", "2단계 인증")
_MAIL = Words("Mail", "Courriel", "전자우편")
_BACKUP = Words("Backup", "Sauvegarde", "백업")


def _from(found: surroundings.Concern, title: Words, page: str = "", *, command: str = "") -> SettingUp:
    return SettingUp(code=found.code, title=title, done=found.sound, says=found.says, page=page, command=command)


def _language() -> SettingUp:
    node = entries.own_node()
    return SettingUp(
        code="language",
        title=Words("Language and look", "Langue et apparence", "언어와 화면 양식"),
        done=True,
        says=Words(
            "The desk speaks {language} to who has chosen nothing, and wears the look of its party; settings.toml says so.",
            "Le poste s’affiche en {language} pour qui n’a rien choisi, et porte l’apparence de sa partie; settings.toml l’indique.",
            "선택하지 않은 사용자에게 표시되는 언어: {language}. 화면은 자국의 양식을 따릅니다. settings.toml에서 정합니다.",
        ).filled(language=TONGUES[node.language]),
    )


def _channel() -> Iterator[SettingUp]:
    """Our keys, the partner's fingerprint, the charter: of the first channel by name."""
    names = registers.channels()
    name = names[0] if names else "NAME"
    parties = registers.known_parties(name) if names else []
    yield SettingUp(
        code="keys",
        title=Words("Our keys in the channel", "Nos clés dans le canal", "채널의 우리 키"),
        done=bool(names),
        says=Words("They are made.", "Elles sont créées.", "키가 만들어졌습니다.")
        if names
        else Words(
            "There are none. Root keys belong on a medium of their own, so they are made at a terminal.",
            "Il n’y en a pas. Les clés racines vont sur un support à part; on les crée donc au terminal.",
            "키가 없습니다. 루트 키는 별도 매체에 두어야 하므로 터미널에서 만듭니다.",
        ),
        command="" if names else "suivi init-channel NAME --roots …",
    )
    yield SettingUp(
        code="fingerprint",
        title=Words("The partner’s fingerprint", "L’empreinte du partenaire", "상대국의 지문"),
        done=len(parties) > 1,
        says=Words("It was compared and typed in.", "Elle a été comparée et saisie.", "대조하여 입력하였습니다.")
        if len(parties) > 1
        else Words(
            "Read it over another way than the file took; two officers compare and type it.",
            "Lisez-la par une autre voie que celle du fichier; deux agents la comparent et la saisissent.",
            "파일과 다른 경로로 확인하고, 담당관 두 명이 대조하여 입력하십시오.",
        ),
        command="" if len(parties) > 1 else f"suivi init-channel {name} --partner … --fingerprint …",
    )
    agreed = bool(names) and registers.common(name).charter is not None
    yield SettingUp(
        code="charter",
        title=Words("The charter", "La charte", "운영 약정"),
        done=agreed,
        says=Words("It is in effect.", "Elle est en vigueur.", "발효되었습니다.")
        if agreed
        else Words(
            "One side proposes it, the other concurs; each word needs two officers.",
            "Un côté la propose, l’autre donne son accord; chaque mot demande deux agents.",
            "한쪽이 제안하고 다른 쪽이 합의합니다. 각 단계에 담당관 두 명이 필요합니다.",
        ),
        page="channel" if names else "",
        command="" if agreed else f"suivi init-channel {name} --propose …",
    )


def _public() -> SettingUp:
    opened = entries.own_node().party in registers.known_parties(PUBLIC)
    return SettingUp(
        code="public",
        title=Words("Public site", "Site public", "공개 사이트"),
        done=opened and bool(settings.SUIVI_CONTACT),
        says=Words(
            "The public log is open, and readers are told whom to ask.",
            "Le journal public est ouvert, et les lecteurs savent à qui s’adresser.",
            "공개 기록부가 열려 있고 문의처가 안내됩니다.",
        )
        if opened and settings.SUIVI_CONTACT
        else Words(
            "The public log is open; SUIVI_CONTACT names nobody yet.",
            "Le journal public est ouvert; SUIVI_CONTACT ne nomme encore personne.",
            "공개 기록부가 열려 있으나 SUIVI_CONTACT가 비어 있습니다.",
        )
        if opened
        else Words(
            "The public log is not open; it can wait until something is to be made public.",
            "Le journal public n’est pas ouvert; cela peut attendre qu’il y ait quelque chose à publier.",
            "공개 기록부가 아직 열려 있지 않습니다. 공개할 내용이 생길 때까지 미룰 수 있습니다.",
        ),
        page="public-site" if opened else "",
        command="" if opened else "suivi init-public --roots … --copy … --copy …",
    )


def _around(concerns: Iterable[surroundings.Concern]) -> SettingUp:
    unsound = [concern for concern in concerns if not concern.sound]
    return SettingUp(
        code="surroundings",
        title=Words("Settings check", "Contrôle des paramètres", "설정 점검"),
        done=not unsound,
        says=Words("Nothing needs attention.", "Rien n’exige d’attention.", "조치가 필요한 사항이 없습니다.")
        if not unsound
        else Words("To be looked at: {number}.", "À examiner : {number}.", "확인할 사항: {number}건.").filled(
            number=len(unsound)
        ),
        page="settings-check",
    )
