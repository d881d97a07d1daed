"""What surrounds a node and could make it unsafe: settings, disk, clock, backups, keys due, who may do what.

- Each concern says in three languages what was found and the cure; `sound` ones say what was looked at.
- Nothing here is asked of the network, and nothing is changed.
"""

import datetime
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from suivi.desk import access, clock, copies, entries, mailing, mandates, scanning, second_factor, sign_in, verification
from suivi.desk.access import Officer
from suivi.desk.node import SETTINGS_NAME
from suivi.log.fault import Fault
from suivi.plan.channel import origin_of
from suivi.plan.words import Words

LEAST_ROOM: Final = 200 * 1024 * 1024
"""Bytes that must be free on the disk of a node: a delivery may bring as many."""
LONGEST_WITHOUT_BACKUP: Final = 7
"""Days."""
LONGEST_KEYS: Final = 730
"""Days after which the keys of a channel are better renewed."""
LAST_BACKUP: Final = "last-backup"
"""The file in the node's folder in which `suivi backup` writes when it last made one."""
LAST_TRIAL: Final = "last-backup-trial"
"""The file in the node's folder that says when a backup was last restored to try it."""
_LEAST_SECRET: Final = 50
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})
_AHEAD: Final = datetime.timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One thing looked at: its code, whether it is sound, what was found, and the cure where it is not."""

    code: str
    sound: bool
    says: Words
    remedy: Words | None = None


def concerns_for(officer: Officer, *, at: datetime.datetime, secure: bool | None = None) -> list[Concern]:
    """Everything looked at, what is not sound first; raises `NotMandated` for who does not administer.

    `secure`: whether the page that asks came over TLS, as far as the desk is told by the server in front of it.
    """
    access.must(officer, "administer", at=at)
    found = [*concerns(at=at), *(() if secure is None else _forwarded(secure))]
    return sorted(found, key=lambda concern: concern.sound)


def concerns(*, at: datetime.datetime) -> list[Concern]:
    """Everything looked at, in order."""
    looks = (_settings_file, _secret, _faults_shown, _transport, _mail, _room, _tables, _copies, _scanner)
    found = [concern for look in looks for concern in look()]
    return [*found, *_clock(at), *_backups(at), *_keys(at), *_people(at)]


def note_backup(folder: Path, *, at: datetime.datetime) -> None:
    """Remember in the node's folder when a backup was last made."""
    (folder / LAST_BACKUP).write_text(entries.instant(at), encoding="ascii")


def note_trial(folder: Path, *, at: datetime.datetime) -> None:
    """Remember in the node's folder when a backup was last restored to try it."""
    (folder / LAST_TRIAL).write_text(entries.instant(at), encoding="ascii")


def last_trial(folder: Path) -> str:
    """When a backup was last restored to try it, as written then; empty if never."""
    file = folder / LAST_TRIAL
    return file.read_text(encoding="ascii") if file.exists() else ""


def _one(code: str, sound: bool, good: Words, bad: Words, remedy: Words) -> Concern:
    return (
        Concern(code=code, sound=True, says=good) if sound else Concern(code=code, sound=False, says=bad, remedy=remedy)
    )


def _settings_file() -> Iterator[Concern]:
    mode = (entries.own_node().folder / SETTINGS_NAME).stat().st_mode
    yield _one(
        "settings-readable",
        not mode & 0o077,
        Words(
            "The settings file can be read by this node’s own account only.",
            "Le fichier de paramètres n’est lisible que par le compte du nœud.",
            "설정 파일은 이 노드의 계정만 읽을 수 있습니다.",
        ),
        Words(
            "The settings file can be read by other accounts of this machine.",
            "Le fichier de paramètres est lisible par d’autres comptes de cette machine.",
            "설정 파일을 이 컴퓨터의 다른 계정이 읽을 수 있습니다.",
        ),
        Words(
            "In the node’s folder: chmod 600 settings.toml.",
            "Dans le dossier du nœud : chmod 600 settings.toml.",
            "노드 폴더에서 chmod 600 settings.toml을 실행하십시오.",
        ),
    )


def _secret() -> Iterator[Concern]:
    yield _one(
        "secret-key",
        len(settings.SECRET_KEY) >= _LEAST_SECRET,
        Words("The secret key is long enough.", "La clé secrète est assez longue.", "비밀 키의 길이가 충분합니다."),
        Words("The secret key is too short.", "La clé secrète est trop courte.", "비밀 키가 너무 짧습니다."),
        Words(
            "Write 60 random characters as secret_key in settings.toml; everybody signs in again.",
            "Inscrivez 60 caractères aléatoires comme secret_key dans settings.toml; chacun devra se reconnecter.",
            "settings.toml의 secret_key에 무작위 문자 60자를 적으십시오. 모두 다시 로그인해야 합니다.",
        ),
    )


def _faults_shown() -> Iterator[Concern]:
    yield _one(
        "debug",
        not settings.DEBUG,
        Words(
            "Faults of the software are shown to nobody.",
            "Les défaillances du logiciel ne sont montrées à personne.",
            "소프트웨어 오류는 아무에게도 표시되지 않습니다.",
        ),
        Words(
            "Faults of the software are shown with its inner state.",
            "Les défaillances du logiciel sont montrées avec son état interne.",
            "소프트웨어 오류가 내부 상태와 함께 표시됩니다.",
        ),
        Words(
            "Remove DEBUG from the settings and serve again.",
            "Retirez DEBUG des paramètres et relancez le service.",
            "설정에서 DEBUG를 제거하고 다시 시작하십시오.",
        ),
    )


def _transport() -> Iterator[Concern]:
    outside = sorted(set(settings.ALLOWED_HOSTS) - _LOOPBACK)
    yield _one(
        "transport",
        bool(settings.SESSION_COOKIE_SECURE) or not outside,
        Words(
            "The desk is reached over TLS, or from this machine only.",
            "Le poste est joint par TLS, ou de cette machine seulement.",
            "이 시스템은 TLS로만 또는 이 컴퓨터에서만 접속됩니다.",
        ),
        Words(
            "The desk can be reached from other machines, and its cookies travel without TLS.",
            "Le poste peut être joint d’autres machines, et ses témoins circulent sans TLS.",
            "다른 컴퓨터에서 접속할 수 있는데 쿠키가 TLS 없이 전송됩니다.",
        ),
        Words(
            "Put a server that speaks TLS in front and set SUIVI_HTTPS to yes.",
            "Placez devant lui un serveur qui parle TLS et donnez à SUIVI_HTTPS la valeur yes.",
            "앞단에 TLS 서버를 두고 SUIVI_HTTPS를 yes로 설정하십시오.",
        ),
    )


def _forwarded(secure: bool) -> Iterator[Concern]:
    """Whether the server in front says that a page came over TLS: forms and the ministry's sign-in rest on it."""
    yield _one(
        "forwarded",
        secure or not settings.SESSION_COOKIE_SECURE,
        Words(
            "The desk is told how this page came.",
            "Le poste sait comment cette page est venue.",
            "이 화면의 접속 방식이 시스템에 전달됩니다.",
        ),
        Words(
            "SUIVI_HTTPS is yes, but the server in front does not say that this page came over TLS.",
            "SUIVI_HTTPS vaut yes, mais le serveur placé devant n’indique pas que cette page est venue par TLS.",
            "SUIVI_HTTPS가 yes이지만, 앞단 서버가 이 화면이 TLS로 왔음을 알려 주지 않습니다.",
        ),
        Words(
            "Let it set X-Forwarded-Proto to https, and remove what a visitor sends under that name; it must run on this machine.",
            "Faites-lui poser X-Forwarded-Proto à https et retirer ce qu’un visiteur enverrait sous ce nom; il doit tourner sur cette machine.",
            "앞단 서버가 X-Forwarded-Proto를 https로 설정하고 방문자가 보낸 같은 이름의 값은 지우게 하십시오. 이 컴퓨터에서 실행되어야 합니다.",
        ),
    )


def _mail() -> Iterator[Concern]:
    by_wire = settings.EMAIL_BACKEND.endswith("smtp.EmailBackend")
    guarded = settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL or settings.EMAIL_HOST in _LOOPBACK
    wanted = bool(mailing.addressed())
    yield _one(
        "mail",
        guarded if by_wire else not wanted,
        Words("Reminders leave by mail.", "Les rappels partent par courriel.", "알림이 전자우편으로 발송됩니다.")
        if by_wire
        else Words(
            "Nobody has asked for reminders; each would be a file in the node’s folder.",
            "Personne n’a demandé de rappels; chacun serait un fichier du dossier du nœud.",
            "알림을 신청한 사람이 없습니다. 알림은 노드 폴더에 파일로 저장됩니다.",
        ),
        Words("Reminders leave without TLS.", "Les rappels partent sans TLS.", "알림이 TLS 없이 발송됩니다.")
        if by_wire
        else Words(
            "Officers have asked for reminders, and each is a file that nobody receives.",
            "Des agents ont demandé des rappels, et chacun est un fichier que personne ne reçoit.",
            "알림을 신청한 담당관이 있으나, 알림이 파일로만 저장되어 아무도 받지 못합니다.",
        ),
        Words(
            "Set SUIVI_MAIL to smtp+starttls:// or smtps://, and SUIVI_MAIL_FROM.",
            "Donnez à SUIVI_MAIL une valeur smtp+starttls:// ou smtps://, et réglez SUIVI_MAIL_FROM.",
            "SUIVI_MAIL을 smtp+starttls:// 또는 smtps://로, SUIVI_MAIL_FROM도 설정하십시오.",
        ),
    )


def _room() -> Iterator[Concern]:
    yield _one(
        "disk",
        shutil.disk_usage(entries.own_node().folder).free >= LEAST_ROOM,
        Words("There is room on the disk.", "Il y a de la place sur le disque.", "디스크 공간이 충분합니다."),
        Words(
            "Less than 200 MB are free on the disk of the node.",
            "Moins de 200 Mo sont libres sur le disque du nœud.",
            "노드의 디스크에 남은 공간이 200MB 미만입니다.",
        ),
        Words(
            "Make room, or move the node’s folder to another disk while it is not served.",
            "Libérez de l’espace, ou déplacez le dossier du nœud pendant qu’il n’est pas servi.",
            "공간을 확보하거나, 서비스를 멈춘 뒤 노드 폴더를 다른 디스크로 옮기십시오.",
        ),
    )


def _tables() -> Iterator[Concern]:
    executor = MigrationExecutor(connection)
    yield _one(
        "tables",
        not executor.migration_plan(executor.loader.graph.leaf_nodes()),
        Words("The tables are of this version.", "Les tables sont de cette version.", "테이블이 현재 버전과 같습니다."),
        Words(
            "The tables are of an earlier version.",
            "Les tables sont d’une version antérieure.",
            "테이블이 이전 버전입니다.",
        ),
        Words("Run suivi upgrade.", "Exécutez suivi upgrade.", "suivi upgrade를 실행하십시오."),
    )


def _clock(at: datetime.datetime) -> Iterator[Concern]:
    last = entries.last_header(origin_of(entries.own_node().party, entries.HOME))
    ahead = last is not None and last.at[10:11] == "T" and datetime.datetime.fromisoformat(last.at) > at + _AHEAD
    yield _one(
        "clock",
        not ahead,
        Words(
            "The clock runs on from the last act.",
            "L’horloge suit le dernier acte.",
            "시계가 마지막 처리 이후로 정상입니다.",
        ),
        Words(
            "The clock shows an hour before the last act on record.",
            "L’horloge indique une heure antérieure au dernier acte consigné.",
            "시계가 마지막 기록보다 이른 시각을 가리킵니다.",
        ),
        Words(
            "Set the clock of the machine by a time server.",
            "Réglez l’horloge de la machine sur un serveur de temps.",
            "컴퓨터의 시계를 시간 서버에 맞추십시오.",
        ),
    )


def _backups(at: datetime.datetime) -> Iterator[Concern]:
    file = entries.own_node().folder / LAST_BACKUP
    made = datetime.datetime.fromisoformat(file.read_text(encoding="ascii")) if file.exists() else None
    yield _one(
        "backup",
        made is not None and at - made <= datetime.timedelta(days=LONGEST_WITHOUT_BACKUP),
        Words(
            "A backup was made within the last seven days.",
            "Une sauvegarde a été faite au cours des sept derniers jours.",
            "최근 7일 안에 백업했습니다.",
        ),
        Words(
            "No backup was made within the last seven days.",
            "Aucune sauvegarde n’a été faite au cours des sept derniers jours.",
            "최근 7일 안에 백업하지 않았습니다.",
        ),
        Words(
            "Set the nightly backup under Set-up, to a folder on another machine.",
            "Réglez la sauvegarde de nuit sous Mise en route, vers un dossier d’une autre machine.",
            "초기 설정에서 야간 백업을 다른 컴퓨터의 폴더로 지정하십시오.",
        ),
    )


def _copies() -> Iterator[Concern]:
    for folder in copies.behind():
        says = copies.BEHIND.filled(folder=folder)
        yield Concern(code="copy-behind", sound=False, says=says, remedy=copies.BRING_UP)


def _scanner() -> Iterator[Concern]:
    if not scanning.scanner():
        return
    yield _one(
        "malware-scanner",
        scanning.works(),
        Words(
            "The scanner for malware finds the test file of EICAR.",
            "L’analyseur de maliciels reconnaît le fichier d’essai d’EICAR.",
            "악성코드 검사기가 EICAR 시험 파일을 찾아냅니다.",
        ),
        Words(
            "The scanner for malware does not answer as it should: files of evidence are neither kept nor given out.",
            "L’analyseur de maliciels ne répond pas comme il se doit : les pièces ne sont ni conservées ni remises.",
            "악성코드 검사기가 제대로 응답하지 않아 증빙 파일을 보관하거나 내주지 못합니다.",
        ),
        Words(
            "SUIVI_SCANNER must name a command that reads a file from its input and ends with 1 where it finds malware.",
            "SUIVI_SCANNER doit nommer une commande qui lit un fichier à son entrée et se termine par 1 si elle y trouve un maliciel.",
            "SUIVI_SCANNER에는 표준 입력으로 파일을 읽고 악성코드를 찾으면 1로 끝나는 명령을 지정하십시오.",
        ),
    )


def _keys(at: datetime.datetime) -> Iterator[Concern]:
    party = entries.own_node().party
    for channel, lists in entries.key_lists_by_channel(party).items():
        try:
            issued = verification.manifests_in(lists, party=party, channel=channel)[-1].issued
        except Fault:
            continue  # the check of the logs says what is wrong with a key list
        age = at.date() - datetime.date.fromisoformat(issued[:10])
        yield _one(
            "keys-due",
            age <= datetime.timedelta(days=LONGEST_KEYS),
            Words(
                "The keys of {channel} are less than two years old.",
                "Les clés de {channel} ont moins de deux ans.",
                "{channel} 채널의 키는 만든 지 2년이 지나지 않았습니다.",
            ).filled(channel=channel),
            Words(
                "The keys of {channel} are more than two years old.",
                "Les clés de {channel} ont plus de deux ans.",
                "{channel} 채널의 키는 만든 지 2년이 지났습니다.",
            ).filled(channel=channel),
            Words(
                "Renew them in a ceremony: suivi keys --help.",
                "Renouvelez-les lors d’une cérémonie : suivi keys --help.",
                "키 갱신 절차를 진행하십시오: suivi keys --help.",
            ),
        )


def _people(at: datetime.datetime) -> Iterator[Concern]:
    held = mandates.in_force(day=clock.day_of(at))
    active = {officer.pk: officer for officer in sign_in.officers()}

    def holding(*roles: str) -> list[Officer]:
        return [active[pk] for pk, mine in held.items() if pk in active and any(each.role in roles for each in mine)]

    yield _one(
        "approvers",
        len(holding("approver")) >= 2 and bool(holding("releaser")),  # two officers
        Words(
            "Two officers may approve, and one may release.",
            "Deux agents peuvent approuver, et un peut communiquer.",
            "승인할 수 있는 담당관이 두 명 이상, 전달할 수 있는 담당관이 한 명 이상 있습니다.",
        ),
        Words(
            "Fewer than two officers may approve, or nobody may release: nothing can leave.",
            "Moins de deux agents peuvent approuver, ou personne ne peut communiquer : rien ne peut sortir.",
            "승인권자가 두 명 미만이거나 전달 담당관이 없어 아무것도 내보낼 수 없습니다.",
        ),
        Words(
            "Give these mandates on the page Officers.",
            "Donnez ces mandats à la page Agents.",
            "담당관 페이지에서 해당 권한을 부여하십시오.",
        ),
    )
    yield _one(
        "administrators",
        len(holding("administrator")) >= 2,  # one may be away
        Words(
            "Two officers may administer this desk.",
            "Deux agents peuvent administrer ce poste.",
            "이 시스템을 관리할 수 있는 담당관이 두 명 이상 있습니다.",
        ),
        Words(
            "Only one officer may administer this desk.",
            "Un seul agent peut administrer ce poste.",
            "이 시스템을 관리할 수 있는 담당관이 한 명뿐입니다.",
        ),
        Words(
            "Give a second officer the mandate of administrator.",
            "Donnez à un deuxième agent le mandat d’administrateur.",
            "다른 담당관에게 시스템 관리자 권한을 부여하십시오.",
        ),
    )
    guarded = second_factor.who_has_one()
    without = [each.name for each in holding("administrator", "approver", "releaser") if each.pk not in guarded]
    yield _one(
        "second-factors",
        not without,
        Words(
            "Whoever approves, releases or administers signs in with a second factor.",
            "Quiconque approuve, communique ou administre se connecte avec un second facteur.",
            "승인, 전달, 관리를 맡은 담당관은 모두 2단계 인증으로 로그인합니다.",
        ),
        Words(
            "They approve, release or administer without a second factor: {names}.",
            "Ils approuvent, communiquent ou administrent sans second facteur : {names}.",
            "2단계 인증 없이 승인, 전달 또는 관리하는 담당관: {names}.",
        ).filled(names=", ".join(without)[:400]),
        Words(
            "Ask each to set it up under his name, at the head of every page.",
            "Demandez à chacun de le configurer sous son nom, en tête de chaque page.",
            "각자 화면 위쪽의 본인 이름에서 설정하도록 요청하십시오.",
        ),
    )
