"""Guides, and the evidence behind them, composed once for a library and kept: neither changes while the server runs."""

from dataclasses import dataclass, field

from karani.guide import Evidence, Guide, compose, compose_evidence
from karani.library import Library


@dataclass(frozen=True, slots=True)
class GuideShelf:
    library: Library
    composed: dict[str, Guide] = field(default_factory=dict)
    judged: list[Evidence] = field(default_factory=list)

    def guide(self, slug: str) -> Guide:
        """The guide of a pose; UnknownSlug when there is none."""
        if slug not in self.composed:
            self.composed[slug] = compose(self.library.pose(slug), self.library)
        return self.composed[slug]

    def evidence(self) -> Evidence:
        if not self.judged:
            self.judged.append(compose_evidence(self.library))
        return self.judged[0]
