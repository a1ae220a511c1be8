"""Guides composed once for a library and kept: neither changes while the server runs."""

from dataclasses import dataclass, field

from karani.guide import Guide, compose
from karani.library import Library


@dataclass(frozen=True, slots=True)
class GuideShelf:
    library: Library
    composed: dict[str, Guide] = field(default_factory=dict)

    def guide(self, slug: str) -> Guide:
        """The guide of a pose; UnknownSlug when there is none."""
        if slug not in self.composed:
            self.composed[slug] = compose(self.library.pose(slug), self.library)
        return self.composed[slug]
