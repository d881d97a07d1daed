"""What the reader refuses, and what to do about it. Nothing is kept of a refused file."""

from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

_PLAIN_TEXT = Words(
    en="Save the agreed text as plain text in UTF-8 (.txt or .md) and read that file.",
    fr="Enregistrez le texte convenu en texte brut UTF-8 (.txt ou .md), puis lisez ce fichier.",
    ko="합의문을 UTF-8 일반 텍스트(.txt 또는 .md)로 저장한 뒤 그 파일을 읽으십시오.",
)


class EmptyFile(Refusal):
    """The file holds nothing, or nothing but blanks."""

    code = "empty-file"
    says = Words(
        en="The file “{name}” holds no text.",
        fr="Le fichier « {name} » ne contient aucun texte.",
        ko="‘{name}’ 파일에는 글이 없습니다.",
    )
    remedy = Words(
        en="Choose the file that holds the agreed text.",
        fr="Choisissez le fichier qui contient le texte convenu.",
        ko="합의문이 들어 있는 파일을 선택하십시오.",
    )


class BinaryFile(Refusal):
    """The bytes are not those of a text in any encoding the reader knows."""

    code = "binary-file"
    says = Words(
        en="The file “{name}” is not a text: its bytes are those of a program, an image or another binary file.",
        fr="Le fichier « {name} » n’est pas un texte : ses octets sont ceux d’un programme, d’une image "
        "ou d’un autre fichier binaire.",
        ko="‘{name}’ 파일은 텍스트가 아니라 프로그램, 이미지 등의 이진 파일입니다.",
    )
    remedy = _PLAIN_TEXT


class WronglyEncoded(Refusal):
    """A text, but its bytes follow none of the encodings read: guessing would change the signed words."""

    code = "wrongly-encoded"
    says = Words(
        en="The characters of “{name}” cannot be read with certainty: "
        "from byte {place} on they are neither UTF-8, UTF-16 nor Windows-1252.",
        fr="Les caractères de « {name} » ne peuvent être lus avec certitude : "
        "à partir de l’octet {place}, ils ne sont ni en UTF-8, ni en UTF-16, ni en Windows-1252.",
        ko="‘{name}’ 파일의 문자를 확실하게 읽을 수 없습니다: "
        "{place}번째 바이트부터 UTF-8, UTF-16, Windows-1252 중 어느 것에도 맞지 않습니다.",
    )
    remedy = _PLAIN_TEXT


class FormatNotRead(Refusal):
    """A document format recognised by its first bytes that this version does not open."""

    code = "format-not-read"
    says = Words(
        en="“{name}” is a document of format {format}; this version reads plain text only.",
        fr="« {name} » est un document au format {format}; cette version ne lit que le texte brut.",
        ko="‘{name}’ 파일은 {format} 형식의 문서이며, 이 버전은 일반 텍스트만 읽습니다.",
    )
    remedy = _PLAIN_TEXT


class ExtensionDiffers(Refusal):
    """The name announces a document format, the bytes are plain text: one of the two is wrong."""

    code = "extension-differs"
    says = Words(
        en="“{name}” bears the extension of format {format}, but its bytes are plain text.",
        fr="« {name} » porte l’extension du format {format}, mais ses octets sont du texte brut.",
        ko="‘{name}’ 파일의 확장자는 {format} 형식이지만 내용은 일반 텍스트입니다.",
    )
    remedy = Words(
        en="Check that it is the right file; if it is, give it the extension .txt or .md.",
        fr="Vérifiez qu’il s’agit du bon fichier; si oui, donnez-lui l’extension .txt ou .md.",
        ko="올바른 파일인지 확인하고, 맞으면 확장자를 .txt 또는 .md로 바꾸십시오.",
    )


class FileTooLarge(Refusal):
    """More bytes than an agreed text can have."""

    code = "file-too-large"
    says = Words(
        en="The file “{name}” is larger than {limit} MB.",
        fr="Le fichier « {name} » dépasse {limit} Mo.",
        ko="‘{name}’ 파일의 크기가 {limit}MB를 넘습니다.",
    )
    remedy = Words(
        en="Read only the agreed text, without annexes or images.",
        fr="Ne lisez que le texte convenu, sans annexes ni images.",
        ko="부속 문서나 이미지를 빼고 합의문만 읽으십시오.",
    )


class LanguageNotRead(Refusal):
    """A language without a folder in `reader/languages`, or one that cannot be told."""

    code = "language-not-read"
    says = Words(
        en="The text is in none of the languages the reader knows ({known}).",
        fr="Le texte n’est dans aucune des langues que le lecteur connaît ({known}).",
        ko="이 글은 판독기가 아는 언어({known})로 쓰여 있지 않습니다.",
    )
    remedy = Words(
        en="Read a version in one of these languages, or name the language if it was mistaken (--language).",
        fr="Lisez une version dans l’une de ces langues, ou indiquez la langue si elle a été mal reconnue (--language).",
        ko="이 언어로 된 판을 읽거나, 언어가 잘못 인식되었으면 언어를 지정하십시오(--language).",
    )


class NoCommitment(Refusal):
    """Read to the end, and nothing in it says that somebody will do something (rules R1 and R2)."""

    code = "no-commitment"
    says = Words(
        en="The text was read to its end, and no commitment was found in it.",
        fr="Le texte a été lu jusqu’à la fin, et aucun engagement n’y a été trouvé.",
        ko="글을 끝까지 읽었으나 이행할 약속을 찾지 못했습니다.",
    )
    remedy = Words(
        en="Check that it is the agreed text itself, and not its table of contents, a speech or a news release.",
        fr="Vérifiez qu’il s’agit du texte convenu lui-même, et non de sa table des matières, d’un discours "
        "ou d’un communiqué.",
        ko="차례나 연설문, 보도자료가 아니라 합의문 자체인지 확인하십시오.",
    )


class VersionsDiffer(Refusal):
    """Language versions that cannot be paired by id: one holds what another lacks."""

    code = "versions-differ"
    says = Words(
        en="The language versions do not match. Only in {language}: {ids}.",
        fr="Les versions linguistiques ne correspondent pas. Seulement dans la version {language} : {ids}.",
        ko="언어 판이 서로 맞지 않습니다. {language} 판에만 있는 항목: {ids}.",
    )
    remedy = Words(
        en="Compare these passages in the versions, correct the reading, and pair them again.",
        fr="Comparez ces passages d’une version à l’autre, corrigez la lecture, puis appariez-les de nouveau.",
        ko="각 판에서 해당 부분을 비교하고 판독 결과를 고친 뒤 다시 짝지으십시오.",
    )
