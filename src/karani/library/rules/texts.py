"""Written texts: of the right length, told once, findable."""

import re
from collections import defaultdict
from collections.abc import Iterator

from karani.library.findings import Finding
from karani.library.fold import fold
from karani.library.pose import Pose
from karani.library.reading_ease import measure_reading_ease
from karani.library.rules.phrases import find_unwanted
from karani.library.rules.shelf import Shelf, find_in, folder_of
from karani.library.search import is_found

DEVANAGARI = re.compile(r"[\u0900-\u097F\u200c\u200d\s]+")
DEEPEST_HEADING = 2


def summary_is_one_short_sentence(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    words, most = len(pose.summary.split()), shelf.standards.texts.summary_most_words
    if not 1 <= words <= most:
        yield find_in(pose, "summary", f"has {words} words; one sentence of 1 to {most} would be right")


def guide_has_its_length(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    words = len(pose.guide_text.split())
    least, most = shelf.standards.texts.guide_words
    if not least <= words <= most:
        yield find_in(pose, "", f"has {words} words; {least:g} to {most:g} would be right", "guide.md")


def guide_is_easy_to_read(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    ease = measure_reading_ease(pose.guide_text)
    least, most = shelf.standards.texts.reading_ease
    if not least <= ease <= most:
        sentence = f"has a reading ease of {ease:.0f}; {least:g} to {most:g}, with shorter sentences and plainer words, would be right"
        yield find_in(pose, "", sentence, "guide.md")


def guide_has_flat_headings(pose: Pose, _: Shelf) -> Iterator[Finding]:
    for line in pose.guide_text.splitlines():
        if line.startswith("#" * (DEEPEST_HEADING + 1)):
            yield find_in(pose, "", f"found the heading {line!r}; at most ## would be right", "guide.md")


def tips_and_mistakes_are_few(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    texts = shelf.standards.texts
    for field, found, (least, most) in (
        ("tips", len(pose.tips), texts.tips_count),
        ("mistakes", len(pose.mistakes), texts.mistakes_count),
    ):
        if not least <= found <= most:
            yield find_in(pose, field, f"has {found} entries; {least:g} to {most:g} would be right")


def forms_say_whom_they_help(pose: Pose, _: Shelf) -> Iterator[Finding]:
    if (pose.form_of is not None) != bool(pose.helps.strip()):
        yield find_in(
            pose, "helps", f"found {pose.helps!r}; a sentence for a form, nothing for a pose, would be right"
        )


def texts_promise_nothing(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    texts = [("guide_text", pose.guide_text), ("summary", pose.summary), ("helps", pose.helps)]
    texts += [("tips", text) for text in pose.tips] + [("mistakes", text) for text in pose.mistakes]
    texts += [(f"benefits.{benefit.claim}", benefit.text) for benefit in pose.benefits]
    for field, text in texts:
        for found, say in find_unwanted(text, shelf.standards.texts.not_written):
            file = "guide.md" if field == "guide_text" else "pose.toml"
            yield find_in(pose, field, f"says {found!r}; {say} would be right", file)


def sanskrit_is_whole(pose: Pose, _: Shelf) -> Iterator[Finding]:
    if not pose.name.strip():
        yield find_in(pose, "name", "is empty; the English name would be right")
    if bool(pose.sanskrit_name) != bool(pose.devanagari):
        yield find_in(pose, "devanagari", "and sanskrit_name go together; both or neither would be right")
    if pose.devanagari and not DEVANAGARI.fullmatch(pose.devanagari):
        yield find_in(
            pose, "devanagari", f"found {pose.devanagari!r}; Devanagari letters alone would be right"
        )
    if pose.sanskrit_name and not (pose.pronunciation and pose.meaning):
        yield find_in(
            pose, "pronunciation", "a Sanskrit name without pronunciation or meaning; both would be right"
        )


def names_are_found_as_they_are_typed(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for field, name in (("name", pose.name), ("sanskrit_name", pose.sanskrit_name)):
        typed = fold(name)
        if not typed.isascii():
            yield find_in(pose, field, f"{name!r} holds letters that no keyboard types; IAST would be right")
        elif not is_found(pose, shelf.library, typed):
            yield find_in(pose, field, f"is not found by typing {typed!r}; a name of letters would be right")


def no_paragraph_stands_twice(shelf: Shelf) -> Iterator[Finding]:
    told = defaultdict(list)
    for pose in shelf.library.poses.values():
        for paragraph in list_paragraphs(pose):
            told[paragraph].append(pose)
    for paragraph, poses in told.items():
        if len(poses) > 1:
            others = ", ".join(sorted({folder_of(pose) for pose in poses[1:]}))
            yield Finding(
                folder_of(poses[0]),
                "",
                f"{paragraph[:60]!r} stands again in {others}; own words would be right",
            )


def list_paragraphs(pose: Pose) -> Iterator[str]:
    """Guide, summary, tips and mistakes, as read: spaces and headings aside."""
    for text in (*pose.guide_text.split("\n\n"), pose.summary, *pose.tips, *pose.mistakes):
        paragraph = " ".join(line for line in text.split("\n") if not line.startswith("#"))
        if paragraph.strip():
            yield " ".join(paragraph.split())


POSE_RULES = (
    summary_is_one_short_sentence,
    guide_has_its_length,
    guide_is_easy_to_read,
    guide_has_flat_headings,
    tips_and_mistakes_are_few,
    forms_say_whom_they_help,
    texts_promise_nothing,
    sanskrit_is_whole,
    names_are_found_as_they_are_typed,
)
SHELF_RULES = (no_paragraph_stands_twice,)
