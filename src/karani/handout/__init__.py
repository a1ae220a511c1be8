"""Handouts: a pose, or a practice, on one or two sheets of paper."""

from karani.handout.guide_content import describe_guide
from karani.handout.paper import PAPERS, print_handout
from karani.handout.picture import Picture, picture_of_figure, picture_of_glyph
from karani.handout.practice_content import describe_practice

__all__ = [
    "PAPERS",
    "Picture",
    "describe_guide",
    "describe_practice",
    "picture_of_figure",
    "picture_of_glyph",
    "print_handout",
]
