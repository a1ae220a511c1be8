import pytest

from karani.library import Library
from karani.practice import Practice, Script, plan, write_script
from karani.practice.script import Offer
from tests.people import asha, ben, dev


def written(library: Library, **changes: object) -> tuple[Practice, Script]:
    practice = plan(asha(**changes), library)
    return practice, write_script(practice, library)


def offers(script: Script, segment: int, place: str) -> list[Offer]:
    return [offer for offer in script.offers if (offer.segment, offer.pain_place) == (segment, place)]


def main_index(practice: Practice) -> int:
    return [segment.role for segment in practice.segments].index("main")


def test_chair_is_offered_when_the_back_hurts_at_the_wall(library: Library) -> None:
    practice, script = written(library, minutes=30)
    first, *others, last = offers(script, main_index(practice), "back")
    assert first.continuation == "viparita-karani-chair"
    assert first.reason == "It asks less of you than Legs Up the Wall."
    assert "viparita-karani-chair" not in [other.continuation for other in others]
    assert last.continuation is None


def test_numb_legs_are_not_raised_again(library: Library) -> None:
    practice, script = written(library, minutes=30)
    for segment in range(len(practice.segments)):
        for offer in offers(script, segment, "legs-numb"):
            slugs = [other.slug for other in practice.segments[offer.rejoin :]] if offer.rejoin else []
            slugs += [offer.continuation] if offer.continuation else []
            assert "raised" not in {library.pose(slug).features.legs for slug in slugs}


def test_a_red_flag_offers_nothing_but_its_text(library: Library) -> None:
    practice, script = written(library)
    flagged = [answer for answer in script.pain_answers if answer.red_flag]
    assert {answer.slug for answer in flagged} == {"head-or-eyes", "chest-or-breath"}
    for answer in flagged:
        assert answer.red_flag_text
        assert not [offer for offer in script.offers if offer.pain_place == answer.slug]
    assert len(practice.segments) == len(script.segments)


def test_after_an_easier_pose_the_practice_goes_on_where_it_may(library: Library) -> None:
    practice, script = written(library, minutes=30)
    index = main_index(practice)
    rest = offers(script, index, "uneasy")[-1]
    assert (rest.continuation, rest.rejoin) == (None, index + 1)


def test_the_practice_ends_when_the_last_pose_hurts(library: Library) -> None:
    practice, script = written(library, minutes=30)
    last = len(practice.segments) - 1
    assert {offer.rejoin for offer in offers(script, last, "back")} == {None}


def test_nothing_is_offered_that_needs_a_prop_that_dev_has_not(library: Library) -> None:
    script = write_script(plan(dev(minutes=30), library), library)
    for continuation in script.continuations:
        pose = library.pose(continuation.variation or continuation.pose)
        assert not pose.needed_props


def test_nothing_is_offered_that_ben_must_not_do(library: Library) -> None:
    script = write_script(plan(ben(minutes=30), library), library)
    offered = {continuation.variation or continuation.pose for continuation in script.continuations}
    assert offered
    assert not offered & {"viparita-karani", "supta-baddha-konasana", "savasana", "uttanasana", "balasana"}


def test_a_continuation_is_a_whole_with_its_own_way_out(library: Library) -> None:
    _, script = written(library, minutes=30)
    chair = next(each for each in script.continuations if each.id == "viparita-karani-chair")
    steps = library.pose("viparita-karani-chair").steps
    assert steps is not None
    said = [cue.text for cue in chair.enter.cues]
    assert library.props["chair"].fetch.cue in said
    assert said[-len(steps.enter) :] == [step.cue for step in steps.enter]
    checks = [cue.text for cue in chair.hold_cues.cues]
    assert checks == [line.cue for line in steps.settle][: len(checks)]
    assert 0 < chair.hold_cues.seconds <= 30
    assert chair.exit.cues[0].text == steps.exit[0].cue
    assert chair.way_out.leads_to == steps.way_out_leads_to
    assert chair.hold_least_s < chair.hold_most_s == 1800


def test_one_rests_forty_seconds_on_the_side(library: Library) -> None:
    _, script = written(library)
    assert script.side_rest.seconds == pytest.approx(40)


def test_an_early_end_sits_a_minute_before_standing(library: Library) -> None:
    _, script = written(library)
    sat = [
        cue
        for cue in script.closing.cues
        if cue.text.startswith(("Stay seated", "Sit here", "Open", "The practice"))
    ]
    assert sum(cue.seconds for cue in sat) >= 55
    assert script.closing.cues[-1].text == "The practice ends here. Stand up slowly."


def test_easier_poses_are_few_and_the_main_pose_chooses_first(library: Library) -> None:
    practice, script = written(library, minutes=30)
    assert 1 <= len(script.continuations) <= 2
    main = next(index for index, segment in enumerate(practice.segments) if segment.role == "main")
    hurt = next(offer for offer in script.offers if (offer.segment, offer.pain_place) == (main, "back"))
    assert hurt.continuation == library.pose(practice.segments[main].slug).easier[0]
