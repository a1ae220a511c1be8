"""Every rule, in the order in which a teacher mends: first what stands in the way of reading, then the craft.

The rules of craft may trust that what a pose names exists.
"""

from karani.library.rules import (
    benefits,
    cautions,
    collections,
    cues,
    files,
    leading,
    links,
    texts,
    vocabularies,
    words,
)
from karani.library.rules.shelf import FileRule, PoseRule, ShelfRule

POSE_STRUCTURE: tuple[PoseRule, ...] = (*words.POSE_RULES, *links.POSE_RULES)
SHELF_STRUCTURE: tuple[ShelfRule, ...] = (*vocabularies.SHELF_RULES, *collections.STRUCTURE_RULES)
POSE_CRAFT: tuple[PoseRule, ...] = (
    *cautions.POSE_RULES,
    *leading.POSE_RULES,
    *cues.POSE_RULES,
    *benefits.POSE_RULES,
    *texts.POSE_RULES,
)
SHELF_CRAFT: tuple[ShelfRule, ...] = (
    vocabularies.poses_serve_needs_that_keep_them,
    *cautions.SHELF_RULES,
    *leading.SHELF_RULES,
    *cues.SHELF_RULES,
    *benefits.SHELF_RULES,
    *texts.SHELF_RULES,
    *collections.CRAFT_RULES,
)
FILE_CRAFT: tuple[FileRule, ...] = files.FILE_RULES
