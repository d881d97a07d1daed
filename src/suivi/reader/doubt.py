"""Doubt: what a person must settle, said in every language of the house with the place it is about.

Rules:
- a doubt stands where the reader chose between readings that are both likely, nowhere else;
- at most one right commitment in five may carry one: a doubt on everything is a doubt on nothing.
"""

from dataclasses import dataclass
from typing import Final

from suivi.plan.text import Span
from suivi.plan.words import Words


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question: about which commitment (its id), where in the text, with a code that never changes.

    What was passed over and may be a commitment is no commitment yet: `at` is then the id of its section, or empty.
    """

    at: str
    span: Span
    code: str
    says: Words


SPLIT: Final = Words(
    en="This may belong to the purpose of the commitment before it rather than be a commitment of its own.",
    fr="Ce passage relève peut-être du but de l’engagement qui précède, au lieu d’être un engagement distinct.",
    ko="이 부분은 별도의 약속이 아니라 앞선 약속의 목적일 수 있습니다.",
)
JOINED: Final = Words(
    en="This was read as one commitment; it may hold several.",
    fr="Ce passage a été lu comme un seul engagement; il en contient peut-être plusieurs.",
    ko="하나의 약속으로 읽었으나 여러 약속이 들어 있을 수 있습니다.",
)
COMMITMENT: Final = Words(
    en="It may be no commitment of the parties: no sure word of commitment was recognised, or somebody else acts.",
    fr="Ce n’est peut-être pas un engagement des parties : aucun mot d’engagement certain n’y a été reconnu, ou quelqu’un d’autre agit.",
    ko="당사국의 약속이 아닐 수 있습니다. 약속을 나타내는 분명한 말을 알아보지 못했거나 다른 주체가 행동합니다.",
)
KIND: Final = Words(
    en="It may be an aim or an initiative: the text does not mark which.",
    fr="Il peut s’agir d’un objectif ou d’une initiative : le texte ne le précise pas.",
    ko="협력 방향인지 협력 사업인지 글에 표시되어 있지 않습니다.",
)
MODE: Final = Words(
    en="Several kinds of cooperation fit equally well.",
    fr="Plusieurs types de coopération conviennent tout autant.",
    ko="여러 협력 유형이 똑같이 들어맞습니다.",
)

INSERTED: Final = Words(
    en="Some of these words are a tracked insertion that nobody has accepted in the document.",
    fr="Une partie de ces mots est une insertion suivie que personne n’a acceptée dans le document.",
    ko="이 문구의 일부는 문서에서 아직 승인되지 않은 변경 내용 추적 삽입입니다.",
)
STRUCK: Final = Words(
    en="Words were struck out here by a tracked deletion that nobody has accepted in the document.",
    fr="Des mots ont été biffés ici par une suppression suivie que personne n’a acceptée dans le document.",
    ko="문서에서 아직 승인되지 않은 변경 내용 추적 삭제로 이 부분의 일부 문구가 지워졌습니다.",
)

TRACKED: Final = ("insertions", "deletions")
"""Codes of doubts, and of the caveats (`caveats.py`) that cast them."""

PASSED: Final = Words(
    en="This was not read as a commitment; it may be one.",
    fr="Ce passage n’a pas été lu comme un engagement; il en contient peut-être un.",
    ko="약속으로 읽지 않았으나 약속일 수 있습니다.",
)

WORDS: Final = {
    "passed-over": PASSED,
    "split": SPLIT,
    "joined": JOINED,
    "commitment": COMMITMENT,
    "kind": KIND,
    "mode": MODE,
    "insertions": INSERTED,
    "deletions": STRUCK,
}
