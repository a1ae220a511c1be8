"""What studies measured, beside the model."""

from karani.guide.measured import list_measured, read_measured
from karani.library import Library


def test_every_study_is_one_whose_result_was_seen(library: Library) -> None:
    for measured in read_measured():
        assert library.references[measured.reference].verified == "yes", measured.reference


def test_features_are_words_of_the_vocabulary(library: Library) -> None:
    for measured in read_measured():
        assert set(measured.legs) <= set(library.features["legs"])
        assert set(measured.head) <= set(library.features["head"])
        assert any(list_measured(pose, library) for pose in library.poses.values())


def test_every_study_fits_some_pose(library: Library) -> None:
    shown = {view.text for pose in library.poses.values() for view in list_measured(pose, library)}
    assert shown == {measured.text for measured in read_measured()}


def test_raised_legs_bring_the_studies_of_raised_legs(library: Library) -> None:
    texts = [view.text for view in list_measured(library.pose("viparita-karani"), library)]
    assert any("nothing more after seven minutes" in text for text in texts)
    assert not any("hanging head-down" in text for text in texts)
