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
        en="“{name}” is a document of format {format}; this version reads plain text and saved web pages (HTML).",
        fr="« {name} » est un document au format {format}; cette version lit le texte brut et les pages Web "
        "enregistrées (HTML).",
        ko="‘{name}’ 파일은 {format} 형식의 문서이며, 이 버전은 일반 텍스트와 저장된 웹 페이지(HTML)만 읽습니다.",
    )
    remedy = _PLAIN_TEXT


class ExtensionDiffers(Refusal):
    """The name announces a document format, the bytes are of another: one of the two is wrong."""

    code = "extension-differs"
    says = Words(
        en="“{name}” bears the extension of format {format}, but its bytes are not of that format.",
        fr="« {name} » porte l’extension du format {format}, mais ses octets ne sont pas de ce format.",
        ko="‘{name}’ 파일의 확장자는 {format} 형식이지만 내용은 그 형식이 아닙니다.",
    )
    remedy = Words(
        en="Check that it is the right file; if it is, give it the extension of what it holds: .txt, .md or .html.",
        fr="Vérifiez qu’il s’agit du bon fichier; si oui, donnez-lui l’extension de son contenu : .txt, .md ou .html.",
        ko="올바른 파일인지 확인하고, 맞으면 확장자를 내용에 맞게 .txt, .md 또는 .html로 바꾸십시오.",
    )


class TextBuiltByScript(Refusal):
    """A saved page that holds scripts and next to no words: its text was fetched when it was shown."""

    code = "text-built-by-script"
    says = Words(
        en="Nothing was found to read in “{name}”: the saved page holds scripts that fetch its text when it is shown.",
        fr="Rien à lire n’a été trouvé dans « {name} » : la page enregistrée contient des scripts qui vont chercher "
        "son texte au moment de l’affichage.",
        ko="‘{name}’ 파일에서 읽을 글을 찾지 못했습니다. 저장된 페이지에는 화면에 표시될 때 글을 불러오는 스크립트만 있습니다.",
    )
    remedy = Words(
        en="Open the page in a browser, wait until its text is shown, and save it as a complete page; "
        "or copy the text into a .txt file.",
        fr="Ouvrez la page dans un navigateur, attendez que son texte s’affiche, puis enregistrez la page complète; "
        "ou copiez le texte dans un fichier .txt.",
        ko="브라우저에서 페이지를 열어 글이 모두 표시된 뒤 전체 페이지로 저장하거나, 글을 .txt 파일에 복사하십시오.",
    )


class PageNotWhole(Refusal):
    """A page whose mark-up goes deeper, or runs longer without a break, than the parser follows."""

    code = "page-not-whole"
    says = Words(
        en="The page “{name}” cannot be read to its end: its mark-up is nested too deeply or broken beyond repair.",
        fr="La page « {name} » ne peut être lue jusqu’à la fin : son balisage est trop imbriqué ou trop endommagé.",
        ko="‘{name}’ 페이지를 끝까지 읽을 수 없습니다. 마크업이 지나치게 겹쳐 있거나 복구할 수 없이 손상되었습니다.",
    )
    remedy = Words(
        en="Open the page in a browser and copy its text into a .txt file in UTF-8.",
        fr="Ouvrez la page dans un navigateur et copiez son texte dans un fichier .txt en UTF-8.",
        ko="브라우저에서 페이지를 열어 글을 UTF-8 .txt 파일에 복사하십시오.",
    )


class ReadingTookTooLong(Refusal):
    """The process that parses a document used up its time."""

    code = "reading-took-too-long"
    says = Words(
        en="Reading “{name}” was stopped after {seconds} seconds; nothing of it was kept.",
        fr="La lecture de « {name} » a été arrêtée après {seconds} secondes; rien n’en a été conservé.",
        ko="‘{name}’ 파일의 판독을 {seconds}초 뒤에 중단했으며, 아무것도 보관하지 않았습니다.",
    )
    remedy = _PLAIN_TEXT


class ReadingTookTooMuch(Refusal):
    """The process that parses a document asked for more memory than it may have, or broke down."""

    code = "reading-took-too-much"
    says = Words(
        en="Reading “{name}” was stopped: it needs more than {megabytes} MB of memory, or its contents are damaged.",
        fr="La lecture de « {name} » a été arrêtée : elle exige plus de {megabytes} Mo de mémoire, ou le contenu "
        "est endommagé.",
        ko="‘{name}’ 파일의 판독을 중단했습니다. 메모리가 {megabytes}MB 넘게 필요하거나 내용이 손상되었습니다.",
    )
    remedy = _PLAIN_TEXT


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
