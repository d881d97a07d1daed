"""Caveats: what a document holds besides the words read from it, told to the officer in every language.

A caveat is no doubt: it is about the document. Where it is about the words of a commitment, a doubt stands there too.
"""

from collections.abc import Iterable
from typing import Final

from suivi.plan.text import Caveat, Span
from suivi.plan.words import Words

CAVEATS: Final = {
    "insertions": Words(
        en="Tracked insertions that nobody has accepted: {count}. They are read as part of the text, and marked.",
        fr="Insertions suivies que personne n’a acceptées : {count}. Elles sont lues avec le texte, et signalées.",
        ko="아직 승인되지 않은 변경 내용 추적 삽입: {count}건. 본문으로 읽고 따로 표시하였습니다.",
    ),
    "deletions": Words(
        en="Tracked deletions that nobody has accepted: {count}. They are left out.",
        fr="Suppressions suivies que personne n’a acceptées : {count}. Elles sont laissées de côté.",
        ko="아직 승인되지 않은 변경 내용 추적 삭제: {count}건. 읽지 않았습니다.",
    ),
    "comments": Words(
        en="Comments in the margin: {count}. They are not part of the text, and are left out.",
        fr="Commentaires en marge : {count}. Ils ne font pas partie du texte et sont laissés de côté.",
        ko="메모(주석): {count}건. 본문이 아니므로 읽지 않았습니다.",
    ),
    "hidden": Words(
        en="Passages marked as hidden: {count}. They are left out.",
        fr="Passages masqués : {count}. Ils sont laissés de côté.",
        ko="숨긴 글: {count}건. 읽지 않았습니다.",
    ),
    "notes": Words(
        en="Footnotes and endnotes: {count}. They stand at the end of the text.",
        fr="Notes de bas de page et de fin : {count}. Elles figurent à la fin du texte.",
        ko="각주와 미주: {count}건. 글의 끝에 두었습니다.",
    ),
    "embedded": Words(
        en="Files embedded in the document: {count}. They are not read.",
        fr="Fichiers incorporés au document : {count}. Ils ne sont pas lus.",
        ko="문서에 포함된 파일: {count}건. 읽지 않았습니다.",
    ),
    "pages-not-read": Words(
        en="Pages that are pictures without a text layer: {pages}. They are not read.",
        fr="Pages qui sont des images sans couche de texte : {pages}. Elles ne sont pas lues.",
        ko="텍스트 층이 없는 그림 쪽: {pages}. 읽지 않았습니다.",
    ),
    "pages-damaged": Words(
        en="Pages that are damaged or lead back to themselves: {pages}. They are not read.",
        fr="Pages endommagées ou qui renvoient à elles-mêmes : {pages}. Elles ne sont pas lues.",
        ko="손상되었거나 스스로를 가리키는 쪽: {pages}. 읽지 않았습니다.",
    ),
    "other-language": Words(
        en="Passages in another language: {count}. They are not read; read a text of each language by itself.",
        fr="Passages dans une autre langue : {count}. Ils ne sont pas lus; lisez séparément le texte de chaque langue.",
        ko="다른 언어로 된 부분: {count}건. 읽지 않았습니다. 언어별 문서를 따로 읽으십시오.",
    ),
    "without-analyser": Words(
        en="Read without the Korean analyser, so a few sentences may stay whole that hold two commitments. Install the extra “korean”.",
        fr="Lecture faite sans l’analyseur du coréen : quelques phrases qui tiennent deux engagements peuvent rester entières. Installez l’extra « korean ».",
        ko="한국어 형태소 분석기 없이 읽었으므로 두 가지 약속이 한 문장으로 남아 있을 수 있습니다. 추가 구성 요소 ‘korean’을 설치하십시오.",
    ),
    "letters-lost": Words(
        en="Letters that the fonts of the document do not name: {count}. Each is shown as \ufffd.",
        fr="Lettres que les polices du document ne nomment pas : {count}. Chacune est remplacée par \ufffd.",
        ko="문서의 글꼴에 글자 정보가 없는 문자: {count}자. 각각 \ufffd로 표시하였습니다.",
    ),
}


def caveat(code: str, spans: Iterable[Span] = (), **values: object) -> Caveat:
    """The caveat `code` with its words filled in."""
    return Caveat(code, CAVEATS[code].filled(**values), tuple(spans))


def counted(counts: dict[str, int]) -> list[Caveat]:
    """A caveat for each code that was met at all, in the order given."""
    return [caveat(code, count=count) for code, count in counts.items() if count]
