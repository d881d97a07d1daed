"""Sound answers to whatever a step may ask for."""

from suivi.modes.asks import ASKS, Form

_ANSWERS = {
    Form.DAY: "2026-03-31",
    Form.YEAR: "2026",
    Form.SUM: "CAD 1250000.50",
    Form.NUMBER: "120",
    Form.LINE: "Séoul",
    Form.HOUR: "09:30",
    Form.PROSE: {"fr": "Deux décisions.", "ko": "두 가지 결정."},
}


def answer(ask):
    """A sound answer to the detail of that code."""
    choices = list(ASKS[ask].choices)
    match ASKS[ask].form:
        case Form.CHOICE:
            return choices[0]
        case Form.SEVERAL:
            return ", ".join(choices[:2])
        case Form.COUNTS:
            return ", ".join(f"{code} 12" for code in choices[:2])
        case form:
            return _ANSWERS[form]


def answers(step):
    """Sound answers to all that `step` asks for."""
    return {ask: answer(ask) for ask in step.asks}
