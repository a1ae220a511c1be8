"""Karani: the complete guide to a yoga pose, computed from the body, and the practice it leads."""

__version__ = "0.1.0"
