"""Every short word stands in its vocabulary."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from karani.library.findings import Finding
from karani.library.pose import Features, Pose
from karani.library.rules.shelf import Shelf, find_in, list_unknown


def kinds_are_words(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    yield from check_words(pose, shelf, "types", "type", pose.types)
    yield from check_words(pose, shelf, "position", "position", (pose.position,))
    yield from check_words(pose, shelf, "level", "level", (pose.level,))
    yield from check_words(pose, shelf, "targets", "target", pose.targets)


def bases_are_words(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    yield from check_words(pose, shelf, "cautions", "basis", (caution.basis for caution in pose.cautions))


def posture_words_are_known(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    posture = pose.posture
    angles = (*posture.common_deg, *posture.right_deg, *posture.left_deg, *posture.ranges_deg)
    parts = (contact.part for contact in posture.contacts)
    file = "posture.toml"
    yield from check_words(pose, shelf, "plane", "plane", (posture.plane,), file=file)
    yield from check_words(pose, shelf, "front_faces", "front_faces", (posture.front_faces,), file=file)
    yield from check_words(pose, shelf, "angles", "angle", angles, file=file)
    yield from check_words(pose, shelf, "segments", "segment", posture.segment_elevations_deg, file=file)
    yield from check_words(pose, shelf, "contacts", "part", parts, file=file)


def features_have_allowed_values(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for feature in fields(Features):
        value = getattr(pose.features, feature.name)
        allowed = shelf.library.features.get(feature.name, ())
        if value not in allowed:
            right = ", ".join(str(word) for word in allowed)
            yield find_in(pose, f"features.{feature.name}", f"found {value!r}; one of {right} would be right")


def check_words(
    pose: Pose, shelf: Shelf, field: str, kind: str, words: Iterable[str], *, file: str = "pose.toml"
) -> Iterator[Finding]:
    allowed = shelf.library.words.get(kind, {})
    for sentence in list_unknown(f"word of words.toml [{kind}]", words, allowed):
        yield find_in(pose, field, sentence, file)


POSE_RULES = (kinds_are_words, bases_are_words, posture_words_are_known, features_have_allowed_values)
