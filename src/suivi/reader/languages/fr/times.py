"""French times: « chaque année », « d’ici 2030 »."""

from suivi.reader.languages.language import Spans, Times
from suivi.reader.lexicon import Lexicon

_YEARLY = "chaque année|tous les ans|annuel|annuelle|annuels|annuelles|annuellement|une fois par an|une fois par année|une fois l'an|par an|par année"
_HALF_YEARLY = "aux six mois|deux fois par an|deux fois par année|une fois par semestre|deux fois l'an|semestriel|semestrielle|semestriels|semestrielles|tous les six mois|tous les semestres|chaque semestre|bisannuel|bisannuelle"
_QUARTERLY = "trimestriel|trimestrielle|trimestriels|trimestrielles|chaque trimestre|tous les trois mois|tous les trimestres|une fois par trimestre"
_MONTHLY = "mensuel|mensuelle|mensuels|mensuelles|chaque mois|tous les mois|une fois par mois"
_SECOND_YEAR = (
    "aux deux ans|tous les deux ans|une fois tous les deux ans|biennal|biennale|biennaux|biennales|une année sur deux"
)
_REGULAR = "régulier|régulière|réguliers|régulières|régulièrement|périodique|périodiques|périodiquement|à intervalles réguliers"


def _all(phrases: str, rule: str | None) -> dict[str, str | None]:
    return dict.fromkeys(phrases.split("|"), rule)


_PARTS = {
    "premier semestre": (1, 6),
    "second semestre": (7, 12),
    "deuxième semestre": (7, 12),
    "premier trimestre": (1, 3),
    "deuxième trimestre": (4, 6),
    "troisième trimestre": (7, 9),
    "quatrième trimestre": (10, 12),
    "dernier trimestre": (10, 12),
    "printemps": (3, 6),
    "été": (6, 9),
    "automne": (9, 12),
    "hiver": (12, 15),
}
_COUNTS = {
    **{
        name: number
        for number, name in enumerate("un deux trois quatre cinq six sept huit neuf dix onze douze".split(), start=1)
    },
    "une": 1,
    "quinze": 15,
    "dix-huit": 18,
    "vingt": 20,
    "trente": 30,
    "soixante": 60,
    "quatre-vingt-dix": 90,
    "cent": 100,
}

TIMES = Times(
    recurrences=Lexicon(
        {
            **_all(_YEARLY, "FREQ=YEARLY"),
            **_all(_HALF_YEARLY, "FREQ=MONTHLY;INTERVAL=6"),
            **_all(_QUARTERLY, "FREQ=MONTHLY;INTERVAL=3"),
            **_all(_MONTHLY, "FREQ=MONTHLY"),
            **_all(_SECOND_YEAR, "FREQ=YEARLY;INTERVAL=2"),
            **_all("tous les trois ans|triennal|triennale|triennaux", "FREQ=YEARLY;INTERVAL=3"),
            **_all("chaque semaine|hebdomadaire|hebdomadaires", "FREQ=WEEKLY"),
            **_all(_REGULAR, None),
        },
        whole=True,
    ),
    occasion=r"se réuni|se rencontr|se concert|se consult|consultation|dialogue|réunion|rencontre|échange|discussion|visite|contact|sommet|entretien|séance|bilan|examen|exercice",
    months={
        name: number
        for number, name in enumerate(
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(), start=1
        )
    },
    parts={**_PARTS, "fin": (12, 12), "début": (1, 3), "courant": (1, 12), "milieu": (5, 8), "mi": (5, 8)},
    days=(
        rf"(?:(?:la |le |l'|)(?:(?:fin|début|milieu) (?:du |de la |de l'|de |d'))?(?P<part>{'|'.join(_PARTS)}|fin|début|courant|milieu|mi)(?: de | d'| |-)(?:l'année |l'an |)|"
        r"(?:le |)(?:(?P<day>\d{1,2}|1er) )?(?P<month>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) (?:de l'année )?|"
        r"(?:l'année |)(?P<first>(?:19|20)\d\d) ?[-–/] ?|)(?P<year>(?:19|20)\d\d)\b"
    ),
    by=(
        r"\b(?:d'ici(?: à| au)?|avant|au plus tard(?: en| à| le| au| d'ici)?|jusqu'(?:en|à|au)|à l'horizon(?: de)?|à l'échéance(?: de)?|d'ici à)(?: la| le| fin| du| de| d')* ?(?:l')?$"
    ),
    by_after=r"(?!)",
    during=r"\b(?:en|dès|au cours d(?:e|u)|au|à|pour|le|courant|durant|pendant) ?(?:la |le |l')?(?:l'année )?$",
    past=(
        r"(?<!sera )(?<!seront )(?<!être )(?:signée?s?|conclue?s?|adoptée?s?|lancée?s?|établie?s?|créée?s?|tenue?s?|publiée?s?|annoncée?s?|depuis|vigueur|"
        r"déclarée?s?|entrée?s?|eu lieu)(?: \w+){0,4} (?:en|le|depuis|de) $|\b(?:par rapport|comparativement|comparé\w*) (?:à|au) $"
    ),
    spans=Spans(
        pattern=(
            r"(?:(?<!\w)(?:d'ici|dans|au cours des|dans les|pendant les|sous|dans un délai de|d'ici à)(?: les| un délai de)? (?:(?:prochains|prochaines) )?(?P<count>\d{1,3}|"
            + "|".join(_COUNTS)
            + r")(?: ?(?:prochains|prochaines|premiers|premières))? ?(?P<unit>jours?|semaines?|mois|ans?|années?)\b|"
            r"\b(?P<this_year>(?:d'ici|avant|à)(?: à)? la fin de (?:l'|cette )année|cette année|(?:dans le|au) courant de l'année|au cours de l'année|d'ici la fin de l'an)|"
            r"(?P<soon>dans les (?:meilleurs délais|plus brefs délais|prochain(?:e)?s (?:jours|semaines|mois)|mois à venir|semaines à venir)|au cours des (?:prochains mois|prochaines semaines|mois à venir)|(?:le plus tôt|aussitôt que|dès que|le plus rapidement) possible|prochainement|sans (?:délai|tarder)|à brève échéance|sous peu)|(?P<next_year>(?:d'ici |avant |dès )?l'(?:an prochain|année prochaine))|"
            r"(?<!\w)(?:d'ici|avant|à|au|dès|cet|ce|d'ici à) ?(?:l'|le |la fin de l')?(?P<season>printemps|été|automne|hiver)(?: prochain)?\b|"
            r"(?P<event>(?:d'ici|avant|au plus tard(?: lors de| à)?|lors de|pour|en vue de)(?: à)? (?:la |le |leur |notre )(?:prochaine?|prochain) (?:\w+ ){0,2}?(?:réunion|sommet|session|rencontre|conférence|dialogue|conseil|consultations)))"
        ),
        units={
            **dict.fromkeys(("jour", "jours"), ("days", 1)),
            **dict.fromkeys(("semaine", "semaines"), ("days", 7)),
            "mois": ("months", 1),
            **dict.fromkeys(("an", "ans", "année", "années"), ("months", 12)),
        },
        counts=_COUNTS,
        seasons={"printemps": 6, "été": 9, "automne": 12, "hiver": 15},
        before=r"avant\b",
    ),
)
