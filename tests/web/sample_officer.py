"""An officer for tests that need one and no table."""

from dataclasses import dataclass, field


@dataclass
class SampleOfficer:
    """Remembers which fields it was asked to keep."""

    pk: int = 1
    name: str = "M. Tremblay"
    party: str = "can"
    language: str = "en"
    is_authenticated: bool = True
    mandates: list[str] = field(default_factory=lambda: ["draft", "approve", "release"])
    kept: list[str] = field(default_factory=list)

    def save(self, *, update_fields: list[str]) -> None:
        self.kept.extend(update_fields)
