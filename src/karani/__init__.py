"""Karani: the complete guide to a yoga pose, computed from the body, and the practice it leads."""

from importlib.metadata import version

__version__ = version("karani")
