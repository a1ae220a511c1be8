"""Poses, their vocabularies, and the one reader of content."""

from karani.library.check import check_library
from karani.library.findings import Finding
from karani.library.library import Library
from karani.library.pose import Pose
from karani.library.reader import read_library
from karani.library.search import Match, search

__all__ = ["Finding", "Library", "Match", "Pose", "check_library", "read_library", "search"]
