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
        "from byte {place} on they are neither UTF-8, UTF-16, Windows-1252 nor Korean (CP949).",
        fr="Les caractères de « {name} » ne peuvent être lus avec certitude : "
        "à partir de l’octet {place}, ils ne sont ni en UTF-8, ni en UTF-16, ni en Windows-1252, ni en coréen (CP949).",
        ko="‘{name}’ 파일의 문자를 확실하게 읽을 수 없습니다: "
        "{place}번째 바이트부터 UTF-8, UTF-16, Windows-1252, CP949 중 어느 것에도 맞지 않습니다.",
    )
    remedy = _PLAIN_TEXT


class FormatNotRead(Refusal):
    """A document format recognised by its first bytes that this version does not open."""

    code = "format-not-read"
    says = Words(
        en="“{name}” is a document of format {format}; this version reads plain text, HTML, DOCX, HWPX, PDF and Akoma Ntoso.",
        fr="« {name} » est un document au format {format}; cette version lit le texte brut et les formats HTML, DOCX, HWPX, "
        "PDF et Akoma Ntoso.",
        ko="‘{name}’ 파일은 {format} 형식의 문서이며, 이 버전은 일반 텍스트와 HTML, DOCX, HWPX, PDF, Akoma Ntoso 형식만 읽습니다.",
    )
    remedy = Words(
        en="Open it in the program that made it, save it as DOCX, HWPX, PDF or plain text, and read that file.",
        fr="Ouvrez-le dans le logiciel qui l’a produit, enregistrez-le au format DOCX, HWPX, PDF ou texte brut, puis lisez "
        "ce fichier.",
        ko="작성한 프로그램에서 열어 DOCX, HWPX, PDF 또는 일반 텍스트로 저장한 뒤 그 파일을 읽으십시오.",
    )


class OlderFormat(Refusal):
    """A binary format of years past that its own program saves in a format that is read."""

    code = "older-format"
    says = Words(
        en="“{name}” is a document of the older format {format}, which is not read.",
        fr="« {name} » est un document à l’ancien format {format}, qui n’est pas lu.",
        ko="‘{name}’ 파일은 이전 형식인 {format} 문서로, 이 형식은 읽지 않습니다.",
    )
    remedy = Words(
        en="Open it in {program}, save it as {better}, and read that file.",
        fr="Ouvrez-le dans {program}, enregistrez-le au format {better}, puis lisez ce fichier.",
        ko="{program}에서 열어 {better} 형식으로 저장한 뒤 그 파일을 읽으십시오.",
    )


class ExtensionDiffers(Refusal):
    """The name announces one format, the bytes are of another: one of the two is wrong."""

    code = "extension-differs"
    says = Words(
        en="“{name}” bears the extension of format {format}, but its bytes are of format {found}.",
        fr="« {name} » porte l’extension du format {format}, mais ses octets sont au format {found}.",
        ko="‘{name}’ 파일의 확장자는 {format} 형식이지만 내용은 {found} 형식입니다.",
    )
    remedy = Words(
        en="Check that it is the right file; if it is, give it the extension of what it holds: "
        ".txt, .md, .html, .docx, .hwpx, .pdf or .akn.xml.",
        fr="Vérifiez qu’il s’agit du bon fichier; si oui, donnez-lui l’extension de son contenu : "
        ".txt, .md, .html, .docx, .hwpx, .pdf ou .akn.xml.",
        ko="올바른 파일인지 확인하고, 맞으면 확장자를 내용에 맞게 .txt, .md, .html, .docx, .hwpx, .pdf 또는 .akn.xml로 바꾸십시오.",
    )


class DocumentEncrypted(Refusal):
    """A document that opens only with a password, or forbids copying its words."""

    code = "document-encrypted"
    says = Words(
        en="“{name}” is protected: it opens only with a password, or does not allow its text to be copied.",
        fr="« {name} » est protégé : il ne s’ouvre qu’avec un mot de passe, ou ne permet pas de copier son texte.",
        ko="‘{name}’ 파일은 보호되어 있어 암호가 있어야 열 수 있거나 글을 복사할 수 없습니다.",
    )
    remedy = Words(
        en="Open it with its password, save a copy without protection, and read that file.",
        fr="Ouvrez-le avec son mot de passe, enregistrez-en une copie sans protection, puis lisez ce fichier.",
        ko="암호로 열어 보호를 해제한 사본을 저장한 뒤 그 파일을 읽으십시오.",
    )


class NoTextLayer(Refusal):
    """A PDF of pictures of pages: nothing in it says which letters they show."""

    code = "no-text-layer"
    says = Words(
        en="“{name}” has no text layer. Pages that are pictures, as a scanner makes them: {pages}.",
        fr="« {name} » n’a pas de couche de texte; pages numérisées sous forme d’images : {pages}.",
        ko="‘{name}’ 파일에는 텍스트 층이 없으며, 모든 쪽(총 {pages}쪽)이 스캔한 그림입니다.",
    )
    remedy = Words(
        en="Read the original file it was printed from, or run text recognition (OCR), check every word, and read the result.",
        fr="Lisez le fichier d’origine, ou appliquez une reconnaissance de texte (ROC), vérifiez chaque mot, puis lisez le "
        "résultat.",
        ko="인쇄 전의 원본 파일을 읽거나, 문자 인식(OCR)을 거쳐 모든 단어를 확인한 뒤 그 결과를 읽으십시오.",
    )


class LettersNotMapped(Refusal):
    """A PDF whose fonts do not say which letters their shapes are."""

    code = "letters-not-mapped"
    says = Words(
        en="The text of “{name}” cannot be read: its fonts do not say which letters they show.",
        fr="Le texte de « {name} » ne peut être lu : ses polices n’indiquent pas quelles lettres elles représentent.",
        ko="‘{name}’ 파일의 글꼴에 글자 정보가 없어 글을 읽을 수 없습니다.",
    )
    remedy = Words(
        en="Make the PDF again from the original with its fonts embedded, or read the original.",
        fr="Produisez de nouveau le PDF à partir de l’original en y incorporant les polices, ou lisez l’original.",
        ko="글꼴을 포함하여 원본에서 PDF를 다시 만들거나 원본 파일을 읽으십시오.",
    )


class TooManyPages(Refusal):
    """More pages than an agreed text can have."""

    code = "too-many-pages"
    says = Words(
        en="“{name}” has {pages} {pages:page|pages}; at most {limit} are read.",
        fr="« {name} » compte trop de pages ({pages}); le maximum est de {limit}.",
        ko="‘{name}’ 파일은 {pages}쪽으로, 최대 {limit}쪽까지 읽습니다.",
    )
    remedy = Words(
        en="Keep only the pages of the agreed text, and read that file.",
        fr="Ne conservez que les pages du texte convenu, puis lisez ce fichier.",
        ko="합의문에 해당하는 쪽만 남겨 그 파일을 읽으십시오.",
    )


class ArchiveNotSafe(Refusal):
    """A package that holds other archives, or unfolds to far more than a document holds."""

    code = "archive-not-safe"
    says = Words(
        en="“{name}” was not opened: the package holds other archives, or unfolds to far more than a document holds.",
        fr="« {name} » n’a pas été ouvert : le fichier contient d’autres archives, ou se décompresse en bien plus que le "
        "contenu d’un document.",
        ko="‘{name}’ 파일을 열지 않았습니다. 다른 압축 파일이 들어 있거나 압축을 풀면 문서라고 볼 수 없을 만큼 커집니다.",
    )
    remedy = Words(
        en="Make sure where the file comes from; then open it in its own program, save it again, and read that file.",
        fr="Vérifiez la provenance du fichier, puis ouvrez-le dans son logiciel, enregistrez-le de nouveau et lisez le résultat.",
        ko="파일의 출처를 확인한 뒤 해당 프로그램에서 열어 다시 저장하고 그 파일을 읽으십시오.",
    )


class EntitiesDeclared(Refusal):
    """Mark-up that declares entities: a way to make a small file huge, or to reach other files."""

    code = "entities-declared"
    says = Words(
        en="“{name}” was not read: its mark-up declares entities, which documents do not need and attackers use.",
        fr="« {name} » n’a pas été lu : son balisage déclare des entités, inutiles dans un document et utilisées pour nuire.",
        ko="‘{name}’ 파일을 읽지 않았습니다. 문서에는 필요 없고 공격에 쓰이는 엔터티가 마크업에 선언되어 있습니다.",
    )
    remedy = Words(
        en="Make sure where the file comes from; open it in its own program, and save it again.",
        fr="Vérifiez la provenance du fichier; ouvrez-le dans son logiciel et enregistrez-le de nouveau.",
        ko="파일의 출처를 확인하고, 해당 프로그램에서 열어 다시 저장하십시오.",
    )


class DocumentDamaged(Refusal):
    """A document whose parts are missing, cut short or contradict each other."""

    code = "document-damaged"
    says = Words(
        en="“{name}” cannot be read: the {format} document is damaged or not whole.",
        fr="« {name} » ne peut être lu : le document {format} est endommagé ou incomplet.",
        ko="‘{name}’ 파일을 읽을 수 없습니다. {format} 문서가 손상되었거나 온전하지 않습니다.",
    )
    remedy = Words(
        en="Fetch the file again, or open it in its own program and save it again.",
        fr="Obtenez de nouveau le fichier, ou ouvrez-le dans son logiciel et enregistrez-le de nouveau.",
        ko="파일을 다시 받거나, 해당 프로그램에서 열어 다시 저장하십시오.",
    )


class LineTooLong(Refusal):
    """A line so long that no person wrote it."""

    code = "line-too-long"
    says = Words(
        en="“{name}” holds a line of more than {limit} characters; no agreed text has such a line.",
        fr="« {name} » contient une ligne de plus de {limit} caractères; aucun texte convenu n’a une telle ligne.",
        ko="‘{name}’ 파일에는 {limit}자가 넘는 줄이 있는데, 합의문에는 이런 줄이 없습니다.",
    )
    remedy = Words(
        en="Check that it is the agreed text itself, with its paragraphs, and not data.",
        fr="Vérifiez qu’il s’agit du texte convenu lui-même, avec ses paragraphes, et non de données.",
        ko="데이터가 아니라 단락으로 나뉜 합의문 자체인지 확인하십시오.",
    )


class TextTooLong(Refusal):
    """More characters than fill the pages an agreed text can have."""

    code = "text-too-long"
    says = Words(
        en="“{name}” holds more text than {limit} pages do.",
        fr="« {name} » contient plus de texte que {limit} pages.",
        ko="‘{name}’ 파일의 글이 {limit}쪽 분량을 넘습니다.",
    )
    remedy = Words(
        en="Read only the agreed text, without annexes.",
        fr="Ne lisez que le texte convenu, sans annexes.",
        ko="부속 문서를 빼고 합의문만 읽으십시오.",
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


class TooManyCommitments(Refusal):
    """More commitments than any agreed text holds: a list of something else, or a file made to be endless."""

    code = "too-many-commitments"
    says = Words(
        en="The text holds more than {limit} commitments; no agreed text does.",
        fr="Le texte contient plus de {limit} engagements; aucun texte convenu n’en compte autant.",
        ko="이 글에는 항목이 {limit}개를 넘습니다. 합의문에는 이렇게 많은 항목이 없습니다.",
    )
    remedy = Words(
        en="Check that it is the agreed text itself, and read only that.",
        fr="Vérifiez qu’il s’agit du texte convenu lui-même, et ne lisez que celui-ci.",
        ko="합의문 자체인지 확인하고 합의문만 읽으십시오.",
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
        en="Read a version in one of these languages, or say which language it is if it was mistaken.",
        fr="Lisez une version dans l’une de ces langues, ou indiquez la langue si elle a été mal reconnue.",
        ko="이 언어로 된 판을 읽거나, 언어가 잘못 인식되었으면 언어를 지정하십시오.",
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
