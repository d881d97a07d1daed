"""Refusal: the only error an officer sees: what stopped, and what to do about it."""

from typing import ClassVar

from suivi.plan.words import Words


class Refusal(Exception):
    """A rule of the house said no; nothing was changed.

    Subclasses set `code` (lower case with hyphens, or `group.name` in the exchange; never changed once
    published), `says` (one sentence) and `remedy` (one sentence). Values given to the constructor fill
    the `{names}` of both; a `Words` value is filled in
    language by language, a `date` written out in each.
    """

    code: ClassVar[str]
    says: ClassVar[Words]
    remedy: ClassVar[Words]

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.sentence("en"))

    def sentence(self, language: str) -> str:
        """What stopped, in `language`."""
        return self.says.filled(**self.values).in_(language)

    def advice(self, language: str) -> str:
        """What to do, in `language`."""
        return self.remedy.filled(**self.values).in_(language)
