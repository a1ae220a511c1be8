"""What a rule finds: the file and field to mend, and one sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    file: str
    field: str
    sentence: str

    def __str__(self) -> str:
        return (
            f"{self.file}: {self.field}: {self.sentence}" if self.field else f"{self.file}: {self.sentence}"
        )
