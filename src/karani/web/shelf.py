"""Guides, and the evidence behind them, composed once for a library and kept: neither changes while the server runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from karani.guide import Evidence, Guide, compose, compose_evidence, linked_data
from karani.guide.substitution import StandsIn, list_stands_in
from karani.library import Library
from karani.web.minutes import enough_minutes


@dataclass(frozen=True, slots=True)
class GuideShelf:
    library: Library
    composed: dict[str, Guide] = field(default_factory=dict)
    linked_data: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    substitutes: dict[str, tuple[StandsIn, ...]] = field(default_factory=dict)
    minutes_of: dict[str, int] = field(default_factory=dict)
    judged: list[Evidence] = field(default_factory=list)

    def guide(self, slug: str) -> Guide:
        """The guide of a pose; UnknownSlug when there is none."""
        if slug not in self.composed:
            self.composed[slug] = compose(self.library.pose(slug), self.library)
        return self.composed[slug]

    def linked(self, slug: str) -> Mapping[str, Any]:
        """The guide as schema.org says it."""
        if slug not in self.linked_data:
            self.linked_data[slug] = linked_data(self.guide(slug), self.library)
        return self.linked_data[slug]

    def stands_in(self, slug: str) -> tuple[StandsIn, ...]:
        if slug not in self.substitutes:
            self.substitutes[slug] = list_stands_in(self.library.pose(slug), self.library)
        return self.substitutes[slug]

    def minutes(self, slug: str) -> int:
        """In which the pose can be practiced."""
        if slug not in self.minutes_of:
            self.minutes_of[slug] = enough_minutes(self.library.pose(slug), self.library)
        return self.minutes_of[slug]

    def evidence(self) -> Evidence:
        if not self.judged:
            self.judged.append(compose_evidence(self.library))
        return self.judged[0]
