"""French times: « chaque année », « d’ici 2030 »."""

from suivi.reader.languages.language import Times
from suivi.reader.lexicon import Lexicon

_YEARLY = (
    "chaque année|tous les ans|annuel|annuelle|annuels|annuelles|annuellement|une fois par an|une fois l'an|par an"
)
_HALF_YEARLY = "deux fois par an|deux fois l'an|semestriel|semestrielle|semestriels|semestrielles|tous les six mois|bisannuel|bisannuelle"
_QUARTERLY = "trimestriel|trimestrielle|trimestriels|trimestrielles|chaque trimestre|tous les trois mois"
_MONTHLY = "mensuel|mensuelle|mensuels|mensuelles|chaque mois|tous les mois"
_SECOND_YEAR = "tous les deux ans|biennal|biennale|biennaux|biennales|une année sur deux"
_REGULAR = "régulier|régulière|réguliers|régulières|régulièrement|périodique|périodiques|périodiquement|à intervalles réguliers"


def _all(phrases: str, rule: str | None) -> dict[str, str | None]:
    return dict.fromkeys(phrases.split("|"), rule)


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
    occasion=r"consultation|dialogue|réunion|rencontre|échange|discussion|visite|contact|sommet|entretien|séance|bilan|examen|exercice",
    months={
        name: number
        for number, name in enumerate(
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(), start=1
        )
    },
    parts={
        "premier semestre": (1, 6),
        "second semestre": (7, 12),
        "deuxième semestre": (7, 12),
        "premier trimestre": (1, 3),
        "deuxième trimestre": (4, 6),
        "troisième trimestre": (7, 9),
        "quatrième trimestre": (10, 12),
        "fin": (12, 12),
        "début": (1, 3),
        "courant": (1, 12),
    },
    days=(
        r"(?:(?:la |le |au |du |cours de |cours du |)*(?P<part>premier semestre|second semestre|deuxième semestre|premier trimestre|deuxième trimestre|"
        r"troisième trimestre|quatrième trimestre|fin|début|courant) (?:de |d'|)(?:l'année |)|"
        r"(?:le |)(?:(?P<day>\d{1,2}|1er) )?(?P<month>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) |"
        r"(?:l'année |)(?P<first>(?:19|20)\d\d) ?[-–/] ?|)(?P<year>(?:19|20)\d\d)\b"
    ),
    by=r"\b(?:d'ici (?:à |au |le |la )?|avant (?:la |le |l')?|au plus tard (?:en |le |à |au )?|jusqu'(?:en |à |au )|à l'horizon (?:de |)|à l'échéance (?:de |)|avant la )$",
    by_after=r"(?!)",
    during=r"\b(?:en|au cours de|au|à la|pour|le|dès) (?:l'année )?$",
    past=(
        r"(?:signée?s?|conclue?s?|adoptée?s?|lancée?s?|établie?s?|créée?s?|tenue?s?|publiée?s?|annoncée?s?|depuis|vigueur|"
        r"déclarée?s?|entrée?s?|eu lieu)(?: \w+){0,4} (?:en|le|depuis|de) $"
    ),
)
