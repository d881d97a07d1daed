"""Words that try to be something else: a formula, a field, a macro, mark-up of every format, in three languages."""

TRICKS = {
    "en": (
        '=HYPERLINK("https://elsewhere.example","here") +1+1 -2+3 @SUM(A1:A9) =cmd|"/c calc"!A0 '
        '#import "@preview/x:0.1.0": * #eval("1+1") $x^2$ @label <anchor> #{let a = 1} \\#sys.inputs `raw` '
        "{TOC} { HYPERLINK x } _x0041_ %PDF-1.7 <w:instrText>DDEAUTO</w:instrText> ]]> &amp; &#60; <!-- -->"
    ),
    "fr": (
        "«\u00a0=1+1\u00a0»\u00a0: [lien](https://ailleurs.example) **gras** _italique_ | colonne | ~~rayé~~ # titre "
        "<script>alert(1)</script> <img src=x onerror=alert(1)> {total} %s {{ accolades }} 1. un – deux - trois > citation"
    ),
    "ko": (
        "=수식('합계') @함수 <b>굵게</b> [링크](https://elsewhere.example) *강조* `부호` 韓·加 “따옴표” ‘작은따옴표’ 「낫표」 ㈜ ① ½ "
        "뷁쀍 ㄱㄴㄷ e\u0301 \U0001f98c 끝"
    ),
}
LENGTH = 40_000


def account(language):
    """Forty thousand characters that begin like a formula and hold every trick again and again."""
    said = f"{TRICKS[language]} "
    return ("=" + said * (LENGTH // len(said) + 1))[: LENGTH - 1] + "."


ACCOUNTS = {language: account(language) for language in TRICKS}
