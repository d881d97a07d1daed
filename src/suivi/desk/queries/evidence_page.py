"""The evidence of a plan for its page: sources on record, from the register; files kept at home."""

from collections.abc import Collection

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.evidence_files import EvidenceFile
from suivi.desk.pages import Askable, CommitmentNamed
from suivi.desk.pages.evidence import EvidencePage, FileKept, SourceCited
from suivi.desk.queries import shown
from suivi.desk.registers import at_one_glance
from suivi.desk.scanning import refuse_malware
from suivi.register.evidence import Evidence
from suivi.register.plans import PlanRegister


@at_one_glance
def evidence_page(officer: Officer, *, plan: str, chosen: Collection[str] = ()) -> EvidencePage:
    """The evidence of a plan (empty: the first); commitments `chosen` are ticked. Raises `NotHere`."""
    plans = shown.first_plan_lines(officer, access.MANY_PLANS)
    if not plan and not plans:
        raise access.NotHere(what="plan")
    _, register = access.plan_for(officer, plan or plans[0].id)
    named = {
        standing.provision.id: shown.commitment_named(
            officer, register.plan_with(standing.provision.id), standing.provision
        )
        for standing in register.standings
    }
    wanted = {known.id for id in chosen if (known := register.plan.provision(id))}
    return EvidencePage(
        plan=shown.plan_line(officer, register),
        plans=() if access.has_many_plans(officer) else plans,
        sources=tuple(_sources(register, named)),
        files=tuple(_kept(file, named) for file in access.evidence_files_for(officer, register.plan.id)),
        commitments=tuple(
            Askable(commitment=named[each.provision.id], lead=None, chosen=each.provision.id in wanted)
            for each in register.provisions
            if access.may(officer, "draft", plan=register.plan.id, provision=each.provision.id)
        ),
        languages=tuple(spoken.tag for spoken in register.languages),
        may_write="draft" in access.abilities_of(officer),
    )


def evidence_file_octets(officer: Officer, digest: str) -> tuple[str, str, bytes]:
    """Name, media type and bytes of a file of evidence; raises `NotHere`, `MalwareFound`, `NotScanned`.

    It is looked at again: the scanner may know today what it did not know when the file was kept.
    """
    file = access.evidence_file_for(officer, digest)
    octets = bytes(file.octets)
    refuse_malware(octets, name=file.name)
    return file.name, file.media, octets


def _sources(register: PlanRegister, named: dict[str, CommitmentNamed]) -> list[SourceCited]:
    """One line for one source of one party, whatever number of commitments it is cited for; newest first."""
    found: dict[tuple[str, str, str], list[tuple[str, Evidence]]] = {}
    held = [("", one) for one in register.evidence]
    held += [(standing.provision.id, one) for standing in register.standings for one in standing.evidence]
    for provision, one in held:
        found.setdefault((one.party, one.address, one.title), []).append((provision, one))
    lines = [
        SourceCited(
            cited=shown.evidence_shown(max(cited, key=lambda pair: pair[1].at)[1]),
            about=tuple(named[provision] for provision, _ in cited if provision),
        )
        for cited in found.values()
    ]
    return sorted(lines, key=lambda line: line.cited.recorded_at, reverse=True)


def _kept(file: EvidenceFile, named: dict[str, CommitmentNamed]) -> FileKept:
    return FileKept(
        digest=file.digest,
        name=file.name,
        media=file.media,
        size=len(file.octets),
        title=file.title,
        removed=tuple(file.removed),
        added_by=file.added_by.name,
        added_at=file.added_at,
        about=tuple(named[use.provision] for use in file.uses.all() if use.provision in named),
    )
