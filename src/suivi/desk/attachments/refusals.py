"""What is refused of a file to be attached; nothing is kept of it."""

from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

KINDS_TAKEN = Words(
    en="Save it as PDF, DOCX, XLSX, PPTX, ODT, PNG, JPEG, TXT or CSV and attach that file.",
    fr="Enregistrez-le au format PDF, DOCX, XLSX, PPTX, ODT, PNG, JPEG, TXT ou CSV et joignez ce fichier.",
    ko="PDF, DOCX, XLSX, PPTX, ODT, PNG, JPEG, TXT 또는 CSV로 저장하여 그 파일을 첨부하십시오.",
)


class AttachmentKindNotTaken(Refusal):
    """The bytes are of a kind that cannot be looked into."""

    code = "attachment-kind"
    says = Words(
        en="“{name}” cannot be attached: files of the kind {kind} are not taken.",
        fr="« {name} » ne peut être joint : les fichiers du genre {kind} ne sont pas acceptés.",
        ko="‘{name}’을(를) 첨부할 수 없습니다. {kind} 종류의 파일은 받지 않습니다.",
    )
    remedy = KINDS_TAKEN


class AttachmentNamedOtherwise(Refusal):
    """The name announces another kind than the bytes are of."""

    code = "attachment-named-otherwise"
    says = Words(
        en="“{name}” cannot be attached: its name announces another kind of file than its content, which is {kind}.",
        fr="« {name} » ne peut être joint : son nom annonce un autre genre de fichier que son contenu, qui est {kind}.",
        ko="‘{name}’을(를) 첨부할 수 없습니다. 이름이 나타내는 종류와 실제 내용({kind})이 다릅니다.",
    )
    remedy = Words(
        en="Give it the name that fits its content, or attach the file that was meant.",
        fr="Donnez-lui le nom qui convient à son contenu, ou joignez le fichier voulu.",
        ko="내용에 맞는 이름을 붙이거나 의도한 파일을 첨부하십시오.",
    )


class AttachmentHoldsHidden(Refusal):
    """The file holds something its reader would not see, which cannot be taken away without changing what he sees."""

    code = "attachment-hidden"
    says = Words(
        en="“{name}” cannot be attached: it holds {what}.",
        fr="« {name} » ne peut être joint : il contient {what}.",
        ko="‘{name}’을(를) 첨부할 수 없습니다. 포함된 것: {what}.",
    )
    remedy = Words(en="{cure}", fr="{cure}", ko="{cure}")


class AttachmentProtected(Refusal):
    """A file under a password, which cannot be looked into."""

    code = "attachment-protected"
    says = Words(
        en="“{name}” cannot be attached: it is protected by a password or encrypted.",
        fr="« {name} » ne peut être joint : il est protégé par un mot de passe ou chiffré.",
        ko="‘{name}’을(를) 첨부할 수 없습니다. 비밀번호로 보호되었거나 암호화되어 있습니다.",
    )
    remedy = Words(
        en="Save it without a password and attach that file.",
        fr="Enregistrez-le sans mot de passe et joignez ce fichier.",
        ko="비밀번호 없이 저장하여 그 파일을 첨부하십시오.",
    )


class AttachmentDamaged(Refusal):
    """The bytes are no whole file of their kind."""

    code = "attachment-damaged"
    says = Words(
        en="“{name}” cannot be attached: it is not a whole file of the kind {kind}.",
        fr="« {name} » ne peut être joint : ce n’est pas un fichier {kind} complet.",
        ko="‘{name}’을(를) 첨부할 수 없습니다. 온전한 {kind} 파일이 아닙니다.",
    )
    remedy = Words(
        en="Open it in the program that made it, save it again, and attach that file.",
        fr="Ouvrez-le dans le logiciel d’origine, enregistrez-le de nouveau et joignez ce fichier.",
        ko="작성한 프로그램에서 열어 다시 저장한 뒤 그 파일을 첨부하십시오.",
    )


class AttachmentTooLarge(Refusal):
    """More bytes than the exchange carries for one attachment."""

    code = "attachment-too-large"
    says = Words(
        en="“{name}” cannot be attached: it holds more than {limit} MB.",
        fr="« {name} » ne peut être joint : il compte plus de {limit} Mo.",
        ko="‘{name}’을(를) 첨부할 수 없습니다. {limit}MB를 넘습니다.",
    )
    remedy = Words(
        en="Divide it, or make its pictures smaller, and attach it again.",
        fr="Divisez-le ou réduisez ses images, puis joignez-le de nouveau.",
        ko="나누거나 그림을 줄여서 다시 첨부하십시오.",
    )


class AttachmentTookTooMuch(Refusal):
    """Looking into the file took more time or memory than it may."""

    code = "attachment-took-too-much"
    says = Words(
        en="“{name}” cannot be attached: looking into it took more than {seconds} seconds or {megabytes} MB of memory.",
        fr="« {name} » ne peut être joint : son examen a demandé plus de {seconds} secondes ou de {megabytes} Mo de mémoire.",
        ko="‘{name}’을(를) 첨부할 수 없습니다. 검사에 {seconds}초 또는 메모리 {megabytes}MB를 넘게 썼습니다.",
    )
    remedy = Words(
        en="Save a simpler or smaller copy and attach that file.",
        fr="Enregistrez une copie plus simple ou plus petite et joignez ce fichier.",
        ko="더 단순하거나 작은 사본을 저장하여 그 파일을 첨부하십시오.",
    )
