"""One thing to paint."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """A path and the class that colors it; `breathed_in` is the same path when the body has breathed in."""

    color: str
    data: str
    breathed_in: str | None = None
    kind: str = ""
    """A further class: how it is stroked, how strong it is."""

    @property
    def classes(self) -> str:
        return f"{self.color} {self.kind}".strip()
