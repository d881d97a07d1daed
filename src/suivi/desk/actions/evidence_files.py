"""Evidence for commitments: a source cited for several at once, and files kept at home.

- A file is looked into by `desk.attachments`: what its reader would not see is taken away and said, or the file is
  refused by name. What is kept are the clean bytes, once, under their digest.
- Files stay at home. What leaves is a citation (`actions.evidence`), by a ticket for each commitment.
"""

import datetime
from collections.abc import Mapping, Sequence

from django.db import transaction

from suivi.desk import access, evidence_files
from suivi.desk.access import Officer
from suivi.desk.actions import evidence
from suivi.desk.actions.returns import LONGEST_NAMED, note_act
from suivi.desk.attachments.checking import checked
from suivi.desk.scanning import refuse_malware
from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES, Words
from suivi.record.home import Acted

LONGEST_TITLE = 300
MOST_AT_ONCE = 200


class NoCommitmentNamed(Refusal):
    """Evidence serves at least one commitment."""

    code = "evidence-without-commitment"
    says = Words(
        en="No commitment is chosen for this evidence.",
        fr="Aucun engagement n’est choisi pour cette pièce.",
        ko="이 근거 자료에 대하여 선택된 항목이 없습니다.",
    )
    remedy = Words(
        en="Choose the commitments it speaks of.",
        fr="Choisissez les engagements dont elle traite.",
        ko="이 자료가 다루는 항목을 선택하십시오.",
    )


class TitleMissing(Refusal):
    """A file is called something a colleague understands."""

    code = "evidence-without-title"
    says = Words(
        en="The file has no title of up to {most} characters.",
        fr="Le fichier n’a pas de titre d’au plus {most} caractères.",
        ko="파일에 {most}자 이내의 제목이 없습니다.",
    )
    remedy = Words(
        en="Say in one line what the file is.",
        fr="Dites en une ligne ce qu’est le fichier.",
        ko="어떤 파일인지 한 줄로 적으십시오.",
    )


@transaction.atomic
def cite(
    officer: Officer,
    *,
    plan: str,
    provisions: Sequence[str],
    address: str,
    title: str,
    language: str,
    publisher: str,
    published_on: str | None,
    account: Mapping[str, str],
    at: datetime.datetime,
) -> list[str]:
    """Cite a public source for each of these commitments; the digests of the tickets, in the order given. All or none."""
    chosen = _chosen(provisions)
    return [
        evidence.attach(
            officer,
            plan=plan,
            provision=provision,
            address=address,
            title=title,
            language=language,
            publisher=publisher,
            published_on=published_on,
            account=account,
            at=at,
        )
        for provision in chosen
    ]


def keep_file(
    officer: Officer,
    *,
    plan: str,
    provisions: Sequence[str],
    name: str,
    octets: bytes,
    title: str,
    at: datetime.datetime,
) -> str:
    """Clean a file and keep it as evidence of these commitments; returns the digest of the bytes kept.

    Raises `NotHere`, `NotMandated`, `TitleMissing`, `MalwareFound`, `NotScanned`, or what `attachments.checking.checked` raises.
    """
    places = [access.provision_for(officer, plan, provision) for provision in _chosen(provisions)]
    acting = [
        access.must(officer, "draft", plan=register.plan.id, provision=standing.provision.id, at=at)
        for _, register, standing in places
    ]
    called = " ".join(title.split())
    if not called or len(called) > LONGEST_TITLE:
        raise TitleMissing(most=LONGEST_TITLE)
    refuse_malware(octets, name=name)
    clean = checked(octets, name=name)  # in a child process: no table is locked meanwhile
    removed = [{language: words.in_(language) for language in LANGUAGES} for words in clean.removed]
    with transaction.atomic():
        file = evidence_files.keep(
            officer, clean.octets, name=clean.name, media=clean.media, title=called, removed=removed, at=at
        )
        evidence_files.use(
            file, [(channel, register.plan.id, standing.provision.id) for channel, register, standing in places]
        )
        for (channel, register, standing), by in zip(places, acting, strict=True):
            subject = f"{register.plan.id}#{standing.provision.id}"
            note_act(_said("evidence-kept", file), channel=channel, subject=subject, by=by, at=at)
    return file.digest


@transaction.atomic
def use_no_more(officer: Officer, *, digest: str, plan: str, provision: str, at: datetime.datetime) -> None:
    """Take a file away from a commitment; a file that serves none any more is forgotten. Raises `NotHere`, `NotMandated`."""
    acting = access.must(officer, "draft", plan=plan, provision=provision, at=at)
    file = access.evidence_file_for(officer, digest)
    channel, _ = access.plan_for(officer, plan)
    said = _said("evidence-dropped", file)
    if evidence_files.use_no_more(file, plan, provision):
        note_act(said, channel=channel, subject=f"{plan}#{provision}", by=acting, at=at)


def _said(act: str, file: evidence_files.EvidenceFile) -> Acted:
    name = file.name.encode("ascii", "backslashreplace").decode()
    return Acted(act, {"file": name[:LONGEST_NAMED], "digest": file.digest})


def _chosen(provisions: Sequence[str]) -> list[str]:
    chosen = list(dict.fromkeys(provisions))
    if not chosen or len(chosen) > MOST_AT_ONCE:
        raise NoCommitmentNamed
    return chosen
