"""From a need to a practice, and from a practice to its script."""

from karani.practice.editing import Change, edit, list_swaps
from karani.practice.planning import plan
from karani.practice.practice import LeftOut, Practice, Request, Segment
from karani.practice.saved import practice_from_dict, practice_to_dict, script_to_dict
from karani.practice.screening import Verdict, screen
from karani.practice.script import Script
from karani.practice.writing import write_script

__all__ = [
    "Change",
    "LeftOut",
    "Practice",
    "Request",
    "Script",
    "Segment",
    "Verdict",
    "edit",
    "list_swaps",
    "plan",
    "practice_from_dict",
    "practice_to_dict",
    "screen",
    "script_to_dict",
    "write_script",
]
