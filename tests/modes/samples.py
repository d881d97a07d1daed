"""Sound answers to whatever a step may ask for."""

from suivi.modes.asks import ASKS, Form

_ANSWERS = {
    Form.DAY: "2026-03-31",
    Form.NUMBER: "12000",
    Form.LINE: "Séoul",
    Form.PROSE: {"fr": "Deux décisions.", "ko": "두 가지 결정."},
}


def answer(ask):
    """A sound answer to the detail of that code."""
    return next(iter(ASKS[ask].choices)) if ASKS[ask].form is Form.CHOICE else _ANSWERS[ASKS[ask].form]


def answers(step):
    """Sound answers to all that `step` asks for."""
    return {ask: answer(ask) for ask in step.asks}
