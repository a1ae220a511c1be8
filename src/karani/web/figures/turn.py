"""Whose turn it is in a practice: one person stands in all its pictures."""

from karani.library import Library
from karani.practice import Practice


def turn_of(practice: Practice, library: Library) -> str:
    """That of its main pose, or of its longest: whoever has read that pose's guide meets the same person."""
    main = [segment for segment in practice.segments if segment.role == "main"] or practice.segments
    return library.pose(max(main, key=lambda segment: segment.seconds).slug).root
