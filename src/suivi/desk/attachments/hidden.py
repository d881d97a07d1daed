"""What a file can hold that its reader does not see: the name of each, and what an officer can do about it."""

from typing import Final, NamedTuple

from suivi.plan.words import Words


class Matter(NamedTuple):
    """One sort of hidden matter: its name in the middle of a sentence, and the cure where it refuses a file."""

    words: Words
    cure: Words


class Holds(Exception):
    """The file holds what can neither be shown nor taken away without changing what is seen; `code` is of `MATTERS`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Protected(Exception):
    """The file is under a password, or encrypted for other eyes."""


class NotWhole(Exception):
    """The bytes are not a file of the kind they begin as."""


_SAVE_PDF: Final = Words(
    "Print it to a new PDF and attach that one.",
    "Imprimez-le vers un nouveau PDF et joignez celui-ci.",
    "새 PDF로 인쇄하여 그 파일을 첨부하십시오.",
)
_AS_PICTURE: Final = Words(
    "Paste it into the document as a picture (PNG or JPEG), or delete it, and attach the file again.",
    "Collez-le dans le document comme image (PNG ou JPEG), ou supprimez-le, puis joignez le fichier de nouveau.",
    "문서에 그림(PNG 또는 JPEG)으로 붙여 넣거나 삭제한 뒤 파일을 다시 첨부하십시오.",
)
_TAKEN_AWAY: Final = Words("Nothing is to be done.", "Il n’y a rien à faire.", "조치할 사항이 없습니다.")


def _removed(en: str, fr: str, ko: str) -> Matter:
    return Matter(Words(en, fr, ko), _TAKEN_AWAY)


MATTERS: Final = {
    # taken away, and said
    "properties": _removed(
        "the author, the title and other properties of the document",
        "l’auteur, le titre et les autres propriétés du document",
        "작성자, 제목 등 문서 속성",
    ),
    "thumbnail": _removed("a small picture of the first page", "une vignette de la première page", "미리 보기 그림"),
    "custom-data": _removed(
        "data kept beside the text", "des données conservées à côté du texte", "본문과 별도로 저장된 데이터"
    ),
    "traces": _removed(
        "marks of who worked on it and in which sessions",
        "des marques de qui y a travaillé et de ses séances",
        "작업자와 작업 시점의 흔적",
    ),
    "unused": _removed(
        "parts that nothing in the file refers to",
        "des parties auxquelles rien ne renvoie dans le fichier",
        "파일 안에서 쓰이지 않는 부분",
    ),
    "notes": _removed("notes of the speaker", "des notes de l’orateur", "발표자 노트"),
    "fonts": _removed("fonts packed with the file", "des polices jointes au fichier", "파일에 포함된 글꼴"),
    "settings": _removed(
        "settings of the program and the printer",
        "des réglages du logiciel et de l’imprimante",
        "프로그램과 프린터 설정",
    ),
    "picture-data": _removed(
        "data of a picture, such as its place, device and author",
        "des données d’une image, comme le lieu, l’appareil et l’auteur",
        "사진의 위치, 기기, 작성자 등의 정보",
    ),
    "after-end": _removed("bytes after its end", "des octets après sa fin", "파일 끝 뒤에 덧붙은 바이트"),
    "earlier": _removed("earlier states of the file", "des états antérieurs du fichier", "파일의 이전 상태"),
    "scripts": _removed(
        "programs that run when it is opened", "des programmes lancés à l’ouverture", "열 때 실행되는 프로그램"
    ),
    "remarks": _removed(
        "remarks and marks laid over the pages",
        "des remarques et des marques posées sur les pages",
        "쪽 위에 덧붙인 메모와 표시",
    ),
    "inner-files": _removed("files packed inside it", "des fichiers qu’il contenait", "안에 포함된 다른 파일"),
    "unseen-words": _removed(
        "words laid invisibly under a picture",
        "des mots invisibles sous une image",
        "그림 아래에 보이지 않게 깔린 글",
    ),
    "links": _removed(
        "links that lead elsewhere than to the web",
        "des liens qui mènent ailleurs que sur le Web",
        "웹이 아닌 곳으로 이어지는 링크",
    ),
    # refused
    "tracked": Matter(
        Words("tracked changes", "des modifications suivies", "변경 내용 추적"),
        Words(
            "Accept or reject every change in the program that made it, save it, and attach it again.",
            "Acceptez ou refusez chaque modification dans le logiciel d’origine, enregistrez, puis joignez-le de nouveau.",
            "작성한 프로그램에서 모든 변경 내용을 적용하거나 취소하고 저장한 뒤 다시 첨부하십시오.",
        ),
    ),
    "comments": Matter(
        Words("comments", "des commentaires", "메모"),
        Words(
            "Delete every comment in the program that made it, save it, and attach it again.",
            "Supprimez tous les commentaires dans le logiciel d’origine, enregistrez, puis joignez-le de nouveau.",
            "작성한 프로그램에서 메모를 모두 삭제하고 저장한 뒤 다시 첨부하십시오.",
        ),
    ),
    "hidden-text": Matter(
        Words("hidden text", "du texte masqué", "숨겨진 글"),
        Words(
            "Show all hidden text in the program that made it, delete it or unhide it, and attach the file again.",
            "Affichez le texte masqué dans le logiciel d’origine, supprimez-le ou démasquez-le, puis joignez le fichier de nouveau.",
            "작성한 프로그램에서 숨겨진 글을 표시하여 삭제하거나 숨김을 해제한 뒤 다시 첨부하십시오.",
        ),
    ),
    "hidden-cells": Matter(
        Words(
            "hidden sheets, rows, columns, cells or names",
            "des feuilles, lignes, colonnes, cellules ou noms masqués",
            "숨겨진 시트, 행, 열, 셀 또는 이름",
        ),
        Words(
            "Unhide them and clear the filters, delete what is not to be given, and attach the file again.",
            "Affichez-les et effacez les filtres, supprimez ce qui ne doit pas être donné, puis joignez le fichier de nouveau.",
            "숨김과 필터를 해제하고 전달하지 않을 내용을 삭제한 뒤 다시 첨부하십시오.",
        ),
    ),
    "hidden-slides": Matter(
        Words("hidden slides or shapes", "des diapositives ou des formes masquées", "숨겨진 슬라이드 또는 도형"),
        Words(
            "Show them or delete them, and attach the file again.",
            "Affichez-les ou supprimez-les, puis joignez le fichier de nouveau.",
            "표시하거나 삭제한 뒤 파일을 다시 첨부하십시오.",
        ),
    ),
    "hidden-layers": Matter(
        Words("layers that are switched off", "des calques désactivés", "꺼져 있는 레이어"), _SAVE_PDF
    ),
    "cropped": Matter(
        Words(
            "pictures or pages of which a part is cropped away, but still there",
            "des images ou des pages rognées dont la partie retirée s’y trouve encore",
            "잘라냈지만 그대로 남아 있는 그림 또는 쪽의 일부",
        ),
        Words(
            "Delete the cropped areas (in an office program: “Compress Pictures”; a PDF: print it to a new PDF), and attach it again.",
            "Supprimez les zones rognées (logiciel de bureautique : « Compresser les images »; PDF : imprimez-le vers un nouveau PDF), puis joignez-le de nouveau.",
            "잘라낸 영역을 삭제하고(문서 프로그램: ‘그림 압축’, PDF: 새 PDF로 인쇄) 다시 첨부하십시오.",
        ),
    ),
    "macros": Matter(
        Words("macros or other programs", "des macros ou d’autres programmes", "매크로 등의 프로그램"),
        Words(
            "Save it in the format without macros (DOCX, XLSX, PPTX, ODT) and attach that file.",
            "Enregistrez-le dans le format sans macros (DOCX, XLSX, PPTX, ODT) et joignez ce fichier.",
            "매크로가 없는 형식(DOCX, XLSX, PPTX, ODT)으로 저장하여 그 파일을 첨부하십시오.",
        ),
    ),
    "embedded": Matter(
        Words(
            "an embedded object, a file, a sound or a film",
            "un objet incorporé, un fichier, un son ou un film",
            "포함된 개체, 파일, 소리 또는 영상",
        ),
        _AS_PICTURE,
    ),
    "picture-kind": Matter(
        Words(
            "a picture that is neither PNG nor JPEG",
            "une image qui n’est ni PNG ni JPEG",
            "PNG도 JPEG도 아닌 그림",
        ),
        _AS_PICTURE,
    ),
    "foreign-data": Matter(
        Words(
            "copies of data from elsewhere: a pivot table, a query, or values of another file",
            "des copies de données d’ailleurs : un tableau croisé, une requête ou des valeurs d’un autre fichier",
            "다른 곳에서 가져온 데이터 사본(피벗 테이블, 쿼리, 다른 파일의 값)",
        ),
        Words(
            "Replace it by its values (copy, then paste values only), save it, and attach it again.",
            "Remplacez-le par ses valeurs (copier, puis coller les valeurs seulement), enregistrez, puis joignez-le de nouveau.",
            "값만 붙여넣기로 바꾸고 저장한 뒤 다시 첨부하십시오.",
        ),
    ),
    "file-links": Matter(
        Words(
            "links to files of your own computer or network",
            "des liens vers des fichiers de votre ordinateur ou de votre réseau",
            "사용자 컴퓨터나 내부망의 파일로 이어지는 링크",
        ),
        Words(
            "Remove these links, save it, and attach it again.",
            "Retirez ces liens, enregistrez, puis joignez-le de nouveau.",
            "해당 링크를 제거하고 저장한 뒤 다시 첨부하십시오.",
        ),
    ),
    "forms": Matter(
        Words(
            "a form to fill in, or a digital signature",
            "un formulaire à remplir ou une signature numérique",
            "입력 양식 또는 전자 서명",
        ),
        _SAVE_PDF,
    ),
    "animation": Matter(
        Words("more than one picture", "plus d’une image", "둘 이상의 그림"),
        Words(
            "Save it as one still picture and attach that one.",
            "Enregistrez-le comme une seule image fixe et joignez celle-ci.",
            "한 장의 정지 그림으로 저장하여 첨부하십시오.",
        ),
    ),
    "unseen-characters": Matter(
        Words(
            "characters that cannot be seen, or turn the order of reading",
            "des caractères invisibles ou qui inversent le sens de lecture",
            "보이지 않거나 읽는 방향을 바꾸는 문자",
        ),
        Words(
            "Save it as plain text in UTF-8 without such characters, and attach it again.",
            "Enregistrez-le en texte brut UTF-8 sans ces caractères, puis joignez-le de nouveau.",
            "그러한 문자가 없는 UTF-8 일반 텍스트로 저장한 뒤 다시 첨부하십시오.",
        ),
    ),
    "unknown-part": Matter(
        Words(
            "a part of a kind that is not known here",
            "une partie d’un genre inconnu ici",
            "여기에서 알 수 없는 종류의 부분",
        ),
        _SAVE_PDF,
    ),
}
"""Every sort of hidden matter by its code; codes never change once published."""
