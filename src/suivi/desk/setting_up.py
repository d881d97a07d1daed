"""Setting a node up, step by step: what there is to do, how far it is, and where it is done.

- The state of a step is read from the node each time, so a step can be left at any moment and taken up again.
- Only who administers sees it.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings

from suivi.desk import access, entries, nightly, opening, registers, second_factor, surroundings
from suivi.desk.access import Officer
from suivi.desk.registers import at_one_glance
from suivi.plan.channel import PUBLIC
from suivi.plan.words import TONGUES, Words, on_day


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingUp:
    """One step: what it is called, whether it is done, what was found, and where.

    `page` is a page by its name, `about` the channel it is asked for where it needs one; `command` is for a terminal.
    """

    code: str
    title: Words
    done: bool
    says: Words
    page: str = ""
    command: str = ""
    about: str = ""


@at_one_glance
def steps(officer: Officer, *, at: datetime.datetime) -> tuple[SettingUp, ...]:
    """Every step in the order in which they are best taken; raises `NotMandated` for who does not administer."""
    access.must(officer, "administer", at=at)
    concerns = {concern.code: concern for concern in surroundings.concerns(at=at)}
    return (
        _language(),
        _from(concerns["approvers"], _OFFICERS, "officers"),
        _own_factor(officer),
        _from(concerns["second-factors"], _FACTORS, "account"),
        *_channel(),
        _trial(),
        _backup(concerns["backup"]),
        _from(concerns["mail"], _MAIL, "calendar", command="SUIVI_MAIL=smtp+starttls://…"),
        _public(),
        _around(concerns.values()),
    )


_OFFICERS = Words("Officers and mandates", "Agents et mandats", "담당관과 권한")
_FACTORS = Words("Second factors", "Seconds facteurs", "2단계 인증")
_MAIL = Words("Mail", "Courriel", "전자우편")
_BACKUP = Words("Backup", "Sauvegarde", "백업")


def _from(found: surroundings.Concern, title: Words, page: str = "", *, command: str = "") -> SettingUp:
    return SettingUp(code=found.code, title=title, done=found.sound, says=found.says, page=page, command=command)


def _backup(found: surroundings.Concern) -> SettingUp:
    """The nightly backup: the concern, and what became of the last night where one failed."""
    node = entries.own_node().folder
    failed, chosen = nightly.fault(node), nightly.planned(node)
    told = Words(
        "The nightly backup was not made: {why}",
        "La sauvegarde de nuit n’a pas été faite : {why}",
        "야간 백업을 만들지 못했습니다: {why}",
    ).filled(why=failed)
    planned = Words(
        "Every night, from {hour}:00 UTC on, into {folder}.",
        "Chaque nuit, à partir de {hour} h (UTC), dans {folder}.",
        "매일 밤 {hour}시(UTC) 이후 저장하는 폴더: {folder}.",
    )
    says = told if failed else found.says
    if chosen is not None and not failed:
        says = planned.filled(hour=chosen.hour, folder=chosen.folder)
    return SettingUp(
        code=found.code,
        title=_BACKUP,
        done=(chosen is not None and not failed) or found.sound,
        says=says,
        page="set-up-nightly",
        command="suivi backup -o …",
    )


def _own_factor(officer: Officer) -> SettingUp:
    on = second_factor.is_on(officer)
    return SettingUp(
        code="own-factor",
        title=Words("Your second factor", "Votre second facteur", "본인의 2단계 인증"),
        done=on,
        says=Words("It is on.", "Il est activé.", "사용 중입니다.")
        if on
        else Words(
            "A password alone opens this desk to you; an authenticator program or a passkey closes that door.",
            "Un mot de passe suffit à vous ouvrir ce poste; une application d’authentification ou une clé d’accès ferme cette porte.",
            "지금은 비밀번호만으로 들어올 수 있습니다. 인증 앱이나 패스키를 설정하십시오.",
        ),
        page="second-factor",
    )


def _trial() -> SettingUp:
    tried = surroundings.last_trial(entries.own_node().folder)
    return SettingUp(
        code="backup-trial",
        title=Words("A backup tried and restored", "Une sauvegarde essayée et restaurée", "백업과 복원 시험"),
        done=bool(tried),
        says=Words("Last tried: {at}.", "Dernier essai : {at}.", "마지막 시험: {at}.").filled(at=on_day(tried[:10]))
        if tried
        else Words(
            "No backup of this node has been restored yet.",
            "Aucune sauvegarde de ce nœud n’a encore été restaurée.",
            "이 노드의 백업을 복원해 본 적이 없습니다.",
        ),
    )


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
    name = (names or opening.under_way() or [""])[0]
    parties = registers.known_parties(name) if names else []
    yield SettingUp(
        code="keys",
        title=Words("Our keys in the channel", "Nos clés dans le canal", "채널의 우리 키"),
        done=bool(names),
        says=Words("They are made.", "Elles sont créées.", "키가 만들어졌습니다.")
        if names
        else Words(
            "There are none. Three custodians make the root keys and take them away; two of them sign our key list.",
            "Il n’y en a pas. Trois dépositaires créent les clés racines et les emportent; deux d’entre eux signent notre liste de clés.",
            "키가 없습니다. 보관자 세 명이 루트 키를 만들어 가져가고, 그중 두 명이 우리 키 목록에 서명합니다.",
        ),
        page="set-up-keys" if name else "set-up-channel",
        about=name,
        command="" if names else "suivi keys checklist NAME --party …",
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
        page="set-up-partner" if names else "",
        about=name,
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
        page="" if len(parties) < 2 else "channel" if agreed else "set-up-charter",
        about="" if agreed else name,
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
        page="public-site" if opened else "set-up-keys" if opening.copies_kept() else "set-up-public",
        about=PUBLIC if opening.copies_kept() and not opened else "",
    )


def _around(concerns: Iterable[surroundings.Concern]) -> SettingUp:
    unsound = [concern for concern in concerns if not concern.sound]
    return SettingUp(
        code="surroundings",
        title=Words("Settings check", "Vérification des paramètres", "설정 점검"),
        done=not unsound,
        says=Words("Nothing needs attention.", "Rien n’exige d’attention.", "조치가 필요한 사항이 없습니다.")
        if not unsound
        else Words("To be looked at: {number}.", "À examiner : {number}.", "확인할 사항: {number}건.").filled(
            number=len(unsound)
        ),
        page="settings-check",
    )


def must_administer(officer: Officer) -> None:
    """Raise `NotMandated` for who does not administer."""
    access.must(officer, "administer")


def nightly_for(officer: Officer) -> tuple[nightly.Nightly | None, str]:
    """What is chosen for the nightly backup and what became of the last night; raises `NotMandated`."""
    access.must(officer, "administer")
    node = entries.own_node().folder
    return nightly.planned(node), nightly.fault(node)
