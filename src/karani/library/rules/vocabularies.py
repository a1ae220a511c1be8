"""The vocabularies name only what exists, and are whole."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations

from karani.library.findings import Finding
from karani.library.leaving_out import leaves_out
from karani.library.pose import ACTIONS
from karani.library.rules.shelf import Shelf, list_spoken, list_unknown
from karani.library.vocabulary import Need

NAMED_IN_CODE = {
    "places": ("standing", "kneeling", "seated", "side-lying", "supine", "prone"),
    "pauses_s": ("p1", "p2", "p3", "p4"),
    "breathings": ("natural", "four-eight", "ladder", "gentle"),
    "needs": ("this-pose",),
}
"""What planner and script lead with, whatever else the vocabularies hold."""
PHASES = ("arrive", "prepare", "support", "main", "rest", "return_to")


def there_are_poses(shelf: Shelf) -> Iterator[Finding]:
    if not shelf.library.poses:
        yield Finding("poses", "", "holds no pose; one folder a pose would be right")


def what_leads_every_practice_exists(shelf: Shelf) -> Iterator[Finding]:
    for vocabulary, slugs in NAMED_IN_CODE.items():
        for slug in slugs:
            if slug not in getattr(shelf.library, vocabulary):
                yield Finding(
                    f"vocabulary: {vocabulary}", slug, "is missing, and no practice is led without it"
                )
    for action in ACTIONS:
        if action not in words(shelf, "action"):
            yield Finding(
                "vocabulary/words.toml",
                f"action.{action}",
                "is missing; a name for this action would be right",
            )


def needs_name_poses(shelf: Shelf) -> Iterator[Finding]:
    for need in shelf.library.needs.values():
        for field in (*PHASES, "leave_out"):
            yield from check_need(need, field, "pose", getattr(need, field), shelf.library.poses)


def needs_name_conditions_and_breath(shelf: Shelf) -> Iterator[Finding]:
    for need in shelf.library.needs.values():
        yield from check_need(
            need, "as_conditions", "condition", need.as_conditions, shelf.library.conditions
        )
        yield from check_need(need, "breath", "breathing protocol", (need.breath,), shelf.library.breathings)


def needs_leave_out_by_known_words(shelf: Shelf) -> Iterator[Finding]:
    for need in shelf.library.needs.values():
        types = list_unknown("word of words.toml [type]", need.leave_out_types, words(shelf, "type"))
        for sentence in (*list_wrong_features(shelf, need.leave_out_features), *types):
            yield find_in_need(need, "leave_out_features", sentence)


def needs_have_a_main_pose(shelf: Shelf) -> Iterator[Finding]:
    for need in shelf.library.needs.values():
        if not need.main:
            yield find_in_need(need, "main", "is empty; at least one pose would be right")


def needs_keep_what_they_leave_out(shelf: Shelf) -> Iterator[Finding]:
    for need in shelf.library.needs.values():
        for phase in PHASES:
            for slug in getattr(need, phase):
                if slug in shelf.library.poses and leaves_out(need, shelf.library.poses[slug]):
                    yield find_in_need(
                        need,
                        phase,
                        f"names {slug!r}, which leave_out excludes; one of the two would be right",
                    )
        if need.leave_out and not need.leave_out_why.strip():
            yield find_in_need(need, "leave_out_why", "is empty; one sentence on why would be right")


def poses_serve_needs_that_keep_them(shelf: Shelf) -> Iterator[Finding]:
    for pose in shelf.library.poses.values():
        for need in pose.needs:
            if leaves_out(shelf.library.needs[need], pose):
                sentence = f"{pose.slug!r} says that it serves this need; not leaving it out would be right"
                yield Finding("vocabulary/needs.toml", f"needs.{need}.leave_out", sentence)


def rules_name_conditions(shelf: Shelf) -> Iterator[Finding]:
    for place, rule in enumerate(shelf.library.rules, 1):
        for sentence in list_unknown("condition", (rule.condition,), shelf.library.conditions):
            yield find_in_rule(place, "condition", sentence)
        for sentence in list_unknown("word of words.toml [basis]", (rule.basis,), words(shelf, "basis")):
            yield find_in_rule(place, "basis", sentence)


def rules_name_features(shelf: Shelf) -> Iterator[Finding]:
    for place, rule in enumerate(shelf.library.rules, 1):
        if not rule.when:
            yield find_in_rule(place, "when", "is empty; at least one feature would be right")
        for sentence in list_wrong_features(shelf, rule.when):
            yield find_in_rule(place, "when", sentence)


def pain_places_name_what_exists(shelf: Shelf) -> Iterator[Finding]:
    for pain in shelf.library.pain_places.values():
        unknown_conditions = list_unknown("condition", pain.as_conditions, shelf.library.conditions)
        unknown_parts = list_unknown("part of load_parts.toml", pain.parts, shelf.library.load_parts)
        for sentence in (*unknown_conditions, *unknown_parts, *list_wrong_features(shelf, pain.leave_out)):
            yield Finding("vocabulary/pain_places.toml", f"pain_places.{pain.slug}", sentence)
        if pain.red_flag != bool(pain.red_flag_text.strip()):
            sentence = "red_flag and red_flag_text do not agree; a text where red_flag is true would be right"
            yield Finding("vocabulary/pain_places.toml", f"pain_places.{pain.slug}", sentence)


def transitions_join_all_places(shelf: Shelf) -> Iterator[Finding]:
    for start, end in permutations(shelf.library.places, 2):
        transition = shelf.library.transitions.get((start, end))
        if transition is None or not transition.lines:
            sentence = f"no way leads from {start} to {end}; at least one line would be right"
            yield Finding("vocabulary/transitions.toml", "transitions", sentence)
    for start, end in shelf.library.transitions:
        for sentence in list_unknown("place", (start, end), shelf.library.places):
            yield Finding("vocabulary/transitions.toml", "transitions", sentence)


def places_have_a_way_out(shelf: Shelf) -> Iterator[Finding]:
    for place in shelf.library.places.values():
        if not place.way_out or not place.way_out_leads_to.strip():
            sentence = "has no way out, or does not say where it leads; both would be right"
            yield Finding("vocabulary/places.toml", f"places.{place.slug}", sentence)


def spoken_lines_have_known_pauses(shelf: Shelf) -> Iterator[Finding]:
    for file, field, line in list_spoken(shelf.library):
        for sentence in list_unknown("pause", (line.pause,), shelf.library.pauses_s):
            yield Finding(file, field, sentence)


def claims_cite_references(shelf: Shelf) -> Iterator[Finding]:
    for claim in shelf.library.claims.values():
        cited = list_unknown("reference", (*claim.support, *claim.against), shelf.library.references)
        grades = list_unknown("word of words.toml [grade]", (claim.grade,), words(shelf, "grade"))
        for sentence in (*cited, *grades):
            yield Finding("vocabulary/claims.toml", f"claims.{claim.slug}", sentence)


def flags_and_sources_use_words(shelf: Shelf) -> Iterator[Finding]:
    for flag in shelf.library.red_flags:
        for sentence in list_unknown(
            "word of words.toml [urgency]", (flag.urgency,), words(shelf, "urgency")
        ):
            yield Finding("vocabulary/red_flags.toml", "urgency", sentence)
    for contributor in shelf.library.contributors.values():
        for sentence in list_unknown(
            "word of words.toml [credit_role]", (contributor.role,), words(shelf, "credit_role")
        ):
            yield Finding("contributors.toml", f"contributors.{contributor.slug}", sentence)


def words(shelf: Shelf, kind: str) -> Mapping[str, str]:
    return shelf.library.words.get(kind, {})


def list_wrong_features(shelf: Shelf, when: Mapping[str, tuple[str | bool, ...]]) -> Iterator[str]:
    for name, values in when.items():
        allowed = shelf.library.features.get(name, ())
        for value in values:
            if value not in allowed:
                right = ", ".join(str(word) for word in allowed)
                yield f"found {value!r} for {name}; one of {right} would be right"


def check_need(
    need: Need, field: str, kind: str, slugs: Iterable[str], allowed: Mapping[str, object]
) -> Iterator[Finding]:
    for sentence in list_unknown(kind, slugs, allowed):
        yield find_in_need(need, field, sentence)


def find_in_need(need: Need, field: str, sentence: str) -> Finding:
    return Finding("vocabulary/needs.toml", f"needs.{need.slug}.{field}", sentence)


def find_in_rule(place: int, field: str, sentence: str) -> Finding:
    return Finding("vocabulary/screening_rules.toml", f"rules[{place}].{field}", sentence)


SHELF_RULES = (
    there_are_poses,
    what_leads_every_practice_exists,
    needs_name_poses,
    needs_name_conditions_and_breath,
    needs_leave_out_by_known_words,
    needs_have_a_main_pose,
    needs_keep_what_they_leave_out,
    rules_name_conditions,
    rules_name_features,
    pain_places_name_what_exists,
    transitions_join_all_places,
    places_have_a_way_out,
    spoken_lines_have_known_pauses,
    claims_cite_references,
    flags_and_sources_use_words,
)
