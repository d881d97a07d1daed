"""French forms: the third persons and the first person plural of a verb, present and future.

Method: the three regular groups by their ending, the stems of irregular verbs by their family (« mettre », « tenir »,
« prendre », « faire », …), so that a compound follows its simple verb. A form that no family gives is left out.
"""

from typing import Final, NamedTuple


class Forms(NamedTuple):
    """Of one verb: he, they and we in the present, and the future without its ending (« mettr »)."""

    he: str
    they: str
    we: str
    future: str

    @property
    def present(self) -> tuple[str, ...]:
        """The third persons of the present."""
        return self.he, self.they

    @property
    def finite(self) -> tuple[str, ...]:
        """All the forms, the futures written out."""
        return self.he, self.they, self.we, *(self.future + ending for ending in ("a", "ont", "ons"))


# By the end of the infinitive, longest first: what takes its place in he, they, we and the future.
_FAMILIES: Final = (
    ("mettre", ("met", "mettent", "mettons", "mettr")),
    ("battre", ("bat", "battent", "battons", "battr")),
    ("prendre", ("prend", "prennent", "prenons", "prendr")),
    ("joindre", ("joint", "joignent", "joignons", "joindr")),
    ("treindre", ("treint", "treignent", "treignons", "treindr")),
    ("résoudre", ("résout", "résolvent", "résolvons", "résoudr")),
    ("connaître", ("connaît", "connaissent", "connaissons", "connaîtr")),
    ("croître", ("croît", "croissent", "croissons", "croîtr")),
    ("vaincre", ("vainc", "vainquent", "vainquons", "vaincr")),
    ("suivre", ("suit", "suivent", "suivons", "suivr")),
    ("vivre", ("vit", "vivent", "vivons", "vivr")),
    ("faire", ("fait", "font", "faisons", "fer")),
    ("clure", ("clut", "cluent", "cluons", "clur")),
    ("crire", ("crit", "crivent", "crivons", "crir")),
    ("promouvoir", ("promeut", "promeuvent", "promouvons", "promouvr")),
    ("pourvoir", ("pourvoit", "pourvoient", "pourvoyons", "pourvoir")),
    ("prévoir", ("prévoit", "prévoient", "prévoyons", "prévoir")),
    ("cevoir", ("çoit", "çoivent", "cevons", "cevr")),
    ("tenir", ("tient", "tiennent", "tenons", "tiendr")),
    ("venir", ("vient", "viennent", "venons", "viendr")),
    ("quérir", ("quiert", "quièrent", "quérons", "querr")),
    ("courir", ("court", "courent", "courons", "courr")),
    ("cueillir", ("cueille", "cueillent", "cueillons", "cueiller")),
    ("ouvrir", ("ouvre", "ouvrent", "ouvrons", "ouvrir")),
    ("offrir", ("offre", "offrent", "offrons", "offrir")),
    ("servir", ("sert", "servent", "servons", "servir")),
    ("uire", ("uit", "uisent", "uisons", "uir")),
    ("ndre", ("nd", "ndent", "ndons", "ndr")),
    ("rdre", ("rd", "rdent", "rdons", "rdr")),
    ("jeter", ("jette", "jettent", "jetons", "jetter")),
    ("envoyer", ("envoie", "envoient", "envoyons", "enverr")),
    ("oyer", ("oie", "oient", "oyons", "oier")),
    ("uyer", ("uie", "uient", "uyons", "uier")),
    ("ger", ("ge", "gent", "geons", "ger")),
    ("cer", ("ce", "cent", "çons", "cer")),
)
_E_BECOMES: Final = ("lever", "mener", "peler", "peser", "semer", "cheter", "geler", "crever")


def forms_of(infinitive: str) -> Forms | None:
    """The forms of the verb; None for one of no known family."""
    for ending, (he, they, we, future) in _FAMILIES:
        if infinitive.endswith(ending):
            stem = infinitive[: -len(ending)]
            open_stem = _opened(stem + ending)[: -len(ending)] if ending in ("ger", "cer") else stem
            return Forms(open_stem + he, open_stem + they, stem + we, stem + future)
    if infinitive.endswith("er"):
        stem, opened = infinitive[:-2], _opened(infinitive)[:-2]
        future = f"{opened}er" if infinitive.endswith(_E_BECOMES) else infinitive
        return Forms(f"{opened}e", f"{opened}ent", f"{stem}ons", future)
    if infinitive.endswith("ir"):
        stem = infinitive[:-1]
        return Forms(f"{stem}t", f"{stem}ssent", f"{stem}ssons", infinitive)
    return None


def _opened(infinitive: str) -> str:
    """The infinitive with the vowel before its last consonants open, as in « accélère », « mène »."""
    if infinitive.endswith(_E_BECOMES):
        return f"{infinitive[:-4]}è{infinitive[-3:]}"
    last = infinitive.rfind("é")
    closed = last >= 0 and not any(letter in "aeiouyèéêôûâî" for letter in infinitive[last + 1 : -2])
    return f"{infinitive[:last]}è{infinitive[last + 1 :]}" if closed and last + 1 < len(infinitive) - 2 else infinitive
