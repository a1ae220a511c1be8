"""Search finds a pose by what people type, and shows which letters matched."""

import pytest

from karani.library import Library, search


def find(library: Library, text: str) -> list[str]:
    return [match.slug for match in search(library, text)]


@pytest.mark.parametrize(
    "text", ["viparita", "Viparīta", "VIPARITA KARANI", "legs up", "up legs", "the wall legs", "विपरीत"]
)
def test_the_main_pose_comes_first(library: Library, text: str) -> None:
    assert find(library, text)[0] == "viparita-karani"


@pytest.mark.parametrize("text", ["vipartia", "virapita", "viprita", "vipaarita", "viparitta karni"])
def test_a_slip_of_the_finger_is_forgiven(library: Library, text: str) -> None:
    assert "viparita-karani" in find(library, text)


@pytest.mark.parametrize("text", ["savasana", "śavāsana", "shavasana", "savsana", "corpse"])
def test_savasana_is_found_in_every_spelling(library: Library, text: str) -> None:
    assert find(library, text)[0] == "savasana"


def test_a_need_finds_the_poses_that_serve_it(library: Library) -> None:
    assert set(find(library, "headache")) >= {"savasana-supported", "viparita-karani-chair"}


def test_a_prop_finds_the_poses_that_use_it(library: Library) -> None:
    assert set(find(library, "chair")) >= {"viparita-karani-chair", "uttanasana-chair"}


def test_a_household_substitute_finds_the_form_for_it(library: Library) -> None:
    assert "viparita-karani-chair" in find(library, "couch")


def test_every_word_asked_must_be_met(library: Library) -> None:
    assert find(library, "legs chair")[0] == "viparita-karani-chair"
    assert not find(library, "legs accordion")


def test_nothing_asked_gives_every_pose_without_marks(library: Library) -> None:
    matches = search(library, "  ")
    assert len(matches) == len(library.poses)
    assert not any(match.marks for match in matches)


def test_nothing_fits_nonsense(library: Library) -> None:
    assert not find(library, "xyzzy")


@pytest.mark.parametrize("slug", ["viparita-karani", "savasana", "supta-baddha-konasana"])
def test_every_pose_is_found_by_its_plain_name(library: Library, slug: str) -> None:
    assert find(library, slug.replace("-", " "))[0] == slug


def test_the_letters_that_matched_are_marked(library: Library) -> None:
    (match,) = [m for m in search(library, "legs up") if m.slug == "viparita-karani"]
    assert [match.name[start:end] for start, end in match.marks] == ["Legs", "Up"]
    assert match.sanskrit_marks == ()


def test_letters_with_marks_are_marked_whole(library: Library) -> None:
    match = search(library, "viparita")[0]
    assert [match.sanskrit_name[start:end] for start, end in match.sanskrit_marks] == ["Viparīta"]


def test_letters_inside_a_word_are_marked(library: Library) -> None:
    match = next(m for m in search(library, "karan") if m.slug == "viparita-karani")
    assert [match.sanskrit_name[start:end] for start, end in match.sanskrit_marks] == ["Karaṇ"]


def test_a_slip_marks_the_word_that_was_meant(library: Library) -> None:
    match = next(m for m in search(library, "vipartia") if m.slug == "viparita-karani")
    assert [match.sanskrit_name[start:end] for start, end in match.sanskrit_marks] == ["Viparīta"]


def test_a_muscle_finds_the_poses_that_stretch_it(library: Library) -> None:
    found = find(library, "hamstrings")
    assert found
    wanted = {slug for slug, pose in library.poses.items() if "hamstrings" in (*pose.stretches, *pose.works)}
    assert wanted <= set(found)
    assert wanted <= set(find(library, "hamstings"))


def test_a_condition_finds_what_takes_the_place_of_other_poses(library: Library) -> None:
    found = set(find(library, "glaucoma"))
    assert "savasana-supported" in found
    for slug in found:
        meets = {caution.condition: caution.action for caution in library.pose(slug).cautions}
        assert meets.get("glaucoma") not in {"avoid", "modify"}


def test_entries_are_kept_for_a_library_and_not_for_another(library: Library) -> None:
    from dataclasses import replace

    smaller = replace(library, poses={"savasana": library.pose("savasana")})
    assert find(library, "corpse")[0] == "savasana"
    assert find(smaller, "pose") == ["savasana"]
    assert find(smaller, "chair") == []
