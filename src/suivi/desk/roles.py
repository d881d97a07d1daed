"""Roles an officer can hold a mandate in, and what each lets him do; one map, as data.

- An ability is what a mandate opens; the gate asks for abilities, never for roles.
- `read` opens what is not released: tickets, readings, reports under way, within the limits of the mandate. The common
  register of a channel is open to whoever holds any mandate in it (decision 0050).
- Source of the roles: the usual offices of a government that keeps an action plan with another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from suivi.plan.words import Words

ABILITIES: Final[Mapping[str, Words]] = {
    "read": Words("read what is not released", "lire ce qui n’est pas communiqué", "미공개 내용 열람"),
    "contribute": Words("contribute to a report", "contribuer à un rapport", "보고서 작성 협조"),
    "draft": Words("write drafts", "rédiger", "작성"),
    "ask": Words("ask for returns", "demander des rapports", "보고 요청"),
    "approve": Words("approve", "approuver", "승인"),
    "release": Words("release", "communiquer", "공개·전달"),
    "audit": Words("read the history of acts", "consulter l’historique des actes", "처리 이력 열람"),
    "administer": Words("administer", "administrer", "관리"),
}
"""Everything a mandate can open, with its words."""

WRITING: Final = frozenset(ABILITIES) - {"read", "audit"}
"""Abilities that change something; an officer without any of them only reads."""


@dataclass(frozen=True, slots=True)
class Role:
    """An office a mandate gives: its words, and the abilities it opens; `limited` where it may name one commitment."""

    words: Words
    opens: frozenset[str]
    limited: bool = True


def _role(words: Words, *opens: str, limited: bool = True) -> Role:
    return Role(words, frozenset(opens), limited)


ROLES: Final[Mapping[str, Role]] = {
    "focal-point": _role(Words("focal point", "point de contact", "총괄 담당관"), "read", "contribute", "draft", "ask"),
    "lead": _role(Words("lead", "responsable", "주관 담당관"), "read", "contribute", "draft"),
    "contributor": _role(Words("contributor", "collaborateur", "협조 담당관"), "read", "contribute"),
    "approver": _role(Words("approver", "approbateur", "승인권자"), "read", "approve"),
    "releaser": _role(Words("releaser", "responsable de la communication", "공개·전달 담당관"), "read", "release"),
    "auditor": _role(Words("auditor", "auditeur", "감사 담당관"), "read", "audit"),
    "administrator": _role(Words("administrator", "administrateur", "시스템 관리자"), "administer", limited=False),
}
"""Every role by its code, in the order pages offer them."""
