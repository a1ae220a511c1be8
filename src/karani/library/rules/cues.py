"""Spoken lines: one action a sentence, few words, nothing that needs open eyes, no praise, no promise."""

import re
from collections.abc import Iterator

from karani.library.distances import every_settled_step
from karani.library.findings import Finding
from karani.library.pose import Pose, Step
from karani.library.rules.phrases import find_unwanted
from karani.library.rules.shelf import Shelf, find_in_steps, list_lines, list_spoken
from karani.library.standards import CueRules

SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+")


def cues_are_easy_to_follow(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for field, line in list_lines(pose):
        for sentence in judge_cue(line.cue, shelf.standards.cues):
            yield find_in_steps(pose, f"{field}.cue", sentence)
        if isinstance(line, Step):
            yield from judge_settled(field, line, pose, shelf)


def judge_settled(field: str, step: Step, pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    """With every distance that may stand in it."""
    for told in every_settled_step(step):
        for sentence in judge_cue(told.cue, shelf.standards.cues):
            yield find_in_steps(pose, f"{field}.settled_cue", sentence)


def spoken_lines_are_easy_to_follow(shelf: Shelf) -> Iterator[Finding]:
    for file, field, line in list_spoken(shelf.library):
        for sentence in judge_cue(line.cue, shelf.standards.cues):
            yield Finding(file, field, sentence)


def judge_cue(cue: str, rules: CueRules) -> Iterator[str]:
    """What is to be mended in one cue."""
    sentences = SENTENCE_END.split(cue.strip())
    if not cue.strip():
        yield "is empty; one short sentence would be right"
    if len(sentences) > rules.most_sentences_in_a_cue:
        yield f"has {len(sentences)} sentences in {cue!r}; at most {rules.most_sentences_in_a_cue} would be right"
    yield from judge_lengths(sentences, rules)
    for found, say in find_unwanted(cue, rules.not_said):
        yield f"says {found!r} in {cue!r}; {say} would be right"
    if "!" in cue:
        yield f"calls out in {cue!r}; a period would be right"


def judge_lengths(sentences: list[str], rules: CueRules) -> Iterator[str]:
    for sentence in sentences:
        words = len(sentence.split())
        if words > rules.most_words_in_a_sentence:
            yield f"has {words} words in {sentence!r}; at most {rules.most_words_in_a_sentence} would be right"


POSE_RULES = (cues_are_easy_to_follow,)
SHELF_RULES = (spoken_lines_are_easy_to_follow,)
