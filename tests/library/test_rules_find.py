"""Every rule finds what it is there for: a broken example each, in a copy of the content."""

from dataclasses import dataclass

import pytest

from karani.library import check_library
from karani.library.rules.all_rules import (
    FILE_CRAFT,
    POSE_CRAFT,
    POSE_STRUCTURE,
    SHELF_CRAFT,
    SHELF_STRUCTURE,
)
from tests.library.bench import Bench

pytestmark = pytest.mark.usefixtures("parsed_once")
WALL = "poses/viparita-karani"
CHAIR = "poses/viparita-karani/variations/viparita-karani-chair"
NEEDS = "vocabulary/needs.toml"
RULES = "vocabulary/screening_rules.toml"
CLAIMS = "vocabulary/claims.toml"
WAYS = "vocabulary/transitions.toml"
SLEEP = "collections/sleep.toml"


@dataclass(frozen=True)
class Broken:
    file: str
    old: str
    new: str
    says: str


def pose(old: str, new: str, says: str) -> Broken:
    return Broken(f"{WALL}/pose.toml", old, new, says)


def steps(old: str, new: str, says: str) -> Broken:
    return Broken(f"{WALL}/steps.toml", old, new, says)


FIRST_CUE = "Sit beside the wall. Let one hip come close to it."
BROKEN: dict[str, list[Broken]] = {
    "kinds_are_words": [
        pose('types = ["inversion"', 'types = ["inversoin"', "types: 'inversoin' is not a word of words.toml [type]; did you mean 'inversion'?"),
        pose('position = "supine"', 'position = "flat"', "position: 'flat' is not a word"),
        pose('level = "all"', 'level = "everyone"', "level: 'everyone' is not a word"),
        pose('targets = ["full-body"', 'targets = ["full-bdoy"', "did you mean 'full-body'?"),
    ],
    "bases_are_words": [pose('basis = "seed"', 'basis = "hearsay"', "cautions: 'hearsay' is not a word")],
    "posture_words_are_known": [
        Broken(f"{WALL}/posture.toml", 'part = "heels"', 'part = "heals"', "contacts: 'heals' is not a word of words.toml [part]; did you mean 'heels'?"),
        Broken(f"{WALL}/posture.toml", "knee_flex =", "knee_flexion =", "angles: 'knee_flexion' is not a word"),
        Broken(f"{WALL}/posture.toml", 'plane = "sagittal"', 'plane = "flat"', "plane: 'flat' is not a word"),
    ],
    "features_have_allowed_values": [pose('legs = "raised"', 'legs = "up"', "features.legs: found 'up'; one of below, level, raised, inverted would be right")],
    "other_poses_exist": [
        pose('counter_poses = ["savasana"', 'counter_poses = ["savasna"', "counter_poses: 'savasna' is not a pose; did you mean 'savasana'?"),
        pose('easier = ["viparita-karani-chair"', 'easier = ["viparita-karani"', "easier: names the pose itself"),
        pose('dvt = "savasana-inclined"', 'dvt = "sofa"', "instead: 'sofa' is not a pose"),
    ],
    "props_exist": [pose('prop = "blanket"', 'prop = "blankt"', "props: 'blankt' is not a prop; did you mean 'blanket'?")],
    "added_muscle_groups_exist": [steps(f'cue = "{FIRST_CUE}"', f'cue = "{FIRST_CUE}"\nadds = ["vastus"]', "enter[1].adds: 'vastus' is not a muscle group")],
    "muscles_exist": [pose('stretches = ["gluteus-maximus"', 'stretches = ["gluteus"', "stretches: 'gluteus' is not a muscle")],
    "spared_parts_exist": [
        pose("works = []", 'works = []\nspares = ["tail"]', "spares: 'tail' is not a part of load_parts.toml"),
        pose("works = []", 'works = []\nspares = ["hamstrings"]', "spares: stands in a pose of its own"),
    ],
    "needs_exist": [pose('needs = ["stress"', 'needs = ["calm"', "needs: 'calm' is not a need")],
    "breathing_exists": [pose('breath = "four-eight"', 'breath = "box"', "breath: 'box' is not a breathing protocol")],
    "claims_exist": [pose('claim = "C-RELAX"', 'claim = "C-REALX"', "benefits: 'C-REALX' is not a claim; did you mean 'C-RELAX'?")],
    "conditions_exist": [pose('condition = "low-back-pain"', 'condition = "low-back-ache"', "cautions: 'low-back-ache' is not a condition")],
    "pauses_exist": [steps('pause = "p2"', 'pause = "p9"', "enter[1].pause: 'p9' is not a pause")],
    "places_exist": [
        steps('place = "side-lying"', 'place = "sidelying"', "enter[2].place: 'sidelying' is not a place; did you mean 'side-lying'?"),
        steps('starts_at = "seated"', 'starts_at = "sofa"', "starts_at: 'sofa' is not a place"),
    ],
    "steps_are_complete": [
        steps("[[way_out]]", "[[unused]]", "unused: is not a field of this table"),
        steps('way_out_leads_to = "Resting on your side by the wall, knees bent."', 'way_out_leads_to = " "', "way_out_leads_to: is empty"),
    ],
    "hold_is_ordered": [pose("usual_s = 900", "usual_s = 90", "hold: found 600, 90, 1800; least_s, usual_s, most_s in rising order")],
    "what_leads_every_practice_exists": [
        Broken("vocabulary/pauses.toml", "p3 = 10", "p5 = 10", "vocabulary: pauses_s: p3: is missing, and no practice is led without it"),
        Broken("vocabulary/words.toml", 'avoid = "Not with"', "", "vocabulary/words.toml: action.avoid: is missing"),
    ],
    "needs_name_poses": [Broken(NEEDS, 'arrive = ["sukhasana"]', 'arrive = ["sukasana"]', "needs.stress.arrive: 'sukasana' is not a pose; did you mean 'sukhasana'?")],
    "needs_name_conditions_and_breath": [
        Broken(NEEDS, 'as_conditions = ["migraine"]', 'as_conditions = ["headache"]', "needs.migraine.as_conditions: 'headache' is not a condition"),
        Broken(NEEDS, 'breath = "four-eight"', 'breath = "fast"', "needs.stress.breath: 'fast' is not a breathing protocol"),
    ],
    "needs_leave_out_by_known_words": [
        Broken(NEEDS, 'leave_out_types = ["strength"]', 'leave_out_types = ["strong"]', "needs.stress.leave_out_features: 'strong' is not a word of words.toml [type]"),
        Broken(NEEDS, 'twist = ["strong"]', 'twist = ["heavy"]', "needs.stress.leave_out_features: found 'heavy' for twist"),
    ],
    "needs_have_a_main_pose": [Broken(NEEDS, 'main = ["viparita-karani", "viparita-karani-chair"]', "main = []", "needs.this-pose.main: is empty")],
    "needs_keep_what_they_leave_out": [
        Broken(NEEDS, 'leave_out = ["balasana",', 'leave_out = ["apanasana",', "needs.tired-legs.prepare: names 'apanasana', which leave_out excludes"),
        Broken(NEEDS, 'leave_out_why = "Strong backbends, strong turns and balancing wake the body up."', 'leave_out_why = ""', "needs.stress.leave_out_why: is empty"),
    ],
    "poses_serve_needs_that_keep_them": [pose('"tired-legs", "neck"', '"tired-legs", "low-back"', "needs.low-back.leave_out: 'viparita-karani' says that it serves this need")],
    "rules_name_conditions": [
        Broken(RULES, 'condition = "dvt"', 'condition = "clot"', "condition: 'clot' is not a condition"),
        Broken(RULES, 'basis = "physiology"', 'basis = "habit"', "basis: 'habit' is not a word of words.toml [basis]"),
    ],
    "rules_name_features": [
        Broken(RULES, 'when = { flex = ["strong"] }', 'when = { flex = ["heavy"] }', "rules[1].when: found 'heavy' for flex; one of none, mild, strong would be right"),
        Broken(RULES, 'when = { flex = ["strong"] }', 'when = { flx = ["strong"] }', "rules[1].when.flx: 'flx' is not a feature; did you mean 'flex'?"),
        Broken(RULES, 'when = { flex = ["strong"] }', "when = {}", "rules[1].when: is empty"),
    ],
    "pain_places_name_what_exists": [
        Broken("vocabulary/pain_places.toml", 'as_conditions = ["neck-problem"]', 'as_conditions = ["neck"]', "pain_places.neck: 'neck' is not a condition; there is dvt"),
        Broken("vocabulary/pain_places.toml", "red_flag = false", "red_flag = true", "pain_places.back: red_flag and red_flag_text do not agree"),
    ],
    "transitions_join_all_places": [
        Broken(WAYS, 'start = "standing"\nend = "kneeling"', 'start = "standing"\nend = "floating"', "no way leads from standing to kneeling"),
        Broken(WAYS, 'start = "standing"\nend = "kneeling"', 'start = "standing"\nend = "floating"', "'floating' is not a place"),
    ],
    "places_have_a_way_out": [Broken("vocabulary/places.toml", 'way_out_leads_to = "Sitting, with something steady at hand."', 'way_out_leads_to = ""', "places.standing: has no way out")],
    "spoken_lines_have_known_pauses": [Broken("vocabulary/props.toml", 'pause = "p3"', 'pause = "p8"', "props.wall.fetch: 'p8' is not a pause")],
    "claims_cite_references": [
        Broken(CLAIMS, '"laborde-2022"', '"laborde-2002"', "claims.C-RELAX: 'laborde-2002' is not a reference; did you mean 'laborde-2022'?"),
        Broken(CLAIMS, 'grade = "weak"', 'grade = "weakish"', "claims.C-RELAX: 'weakish' is not a word of words.toml [grade]; did you mean 'weak'?"),
    ],
    "flags_and_sources_use_words": [
        Broken("vocabulary/red_flags.toml", 'urgency = "today"', 'urgency = "soon"', "'soon' is not a word of words.toml [urgency]"),
        Broken("contributors.toml", 'role = "author"', 'role = "poet"', "contributors.karani-authors: 'poet' is not a word"),
    ],
    "closed_poses_offer_another": [pose('dvt = "savasana-inclined"\n', "", "instead.dvt: is missing, though the pose meets it with 'avoid'")],
    "offered_poses_are_open": [
        pose('dvt = "savasana-inclined"', 'dvt = "viparita-karani-chair"', "instead.dvt: 'viparita-karani-chair' meets this condition with 'avoid'"),
        pose('reflux = "savasana-inclined"', 'reflux = "salamba-sirsasana"', "instead.reflux: 'salamba-sirsasana' is only explained"),
    ],
    "easier_poses_are_practiced": [pose('easier = ["viparita-karani-chair"', 'easier = ["salamba-sirsasana"', "easier: 'salamba-sirsasana' is only explained")],
    "collections_name_what_exists": [
        Broken(SLEEP, 'pose = "sukhasana"', 'pose = "sukasana"', "sleep.toml: pose: 'sukasana' is not a pose; did you mean 'sukhasana'?"),
        Broken(SLEEP, 'need = "sleep"', 'need = "sleeep"', "sleep.toml: need: 'sleeep' is not a need"),
        Broken(SLEEP, 'role = "arrive"', 'role = "begin"', "sleep.toml: word: 'begin' is not a word of words.toml [role]"),
    ],
    "collections_name_a_pose_once": [Broken(SLEEP, 'pose = "sukhasana"', 'pose = "balasana"', "names 'balasana' 2 times; once would be right")],
    "what_a_collection_plans_may_be_planned": [
        Broken("collections/inversions.toml", 'role = ""', 'role = "prepare"', "'salamba-sirsasana' is only explained, never planned"),
        Broken(SLEEP, 'pose = "sukhasana"', 'pose = "uttanasana"', "'uttanasana' is left out for 'sleep'"),
    ],
    "collections_promise_nothing": [Broken(SLEEP, 'why = "', 'why = "It heals. ', "says 'heals'; what was found, with its grade would be right")],
    "reasons_are_said_once": [Broken(SLEEP, "order = ", 'order = ""\n# ', "has an empty text")],
    "planned_poses_are_practiced": [Broken(NEEDS, 'main = ["viparita-karani", "viparita-karani-chair"]', 'main = ["salamba-sirsasana"]', "needs.this-pose.main: 'salamba-sirsasana' is only explained")],
    "lines_leave_time_to_speak": [steps("seconds = 11", "seconds = 3", "enter[1].seconds: found 3 s for 'Sit beside the wall.")],
    "ways_in_and_out_are_unhurried": [
        steps("seconds = 18", "seconds = 80", "at most 90 s would be right"),
        steps("seconds = 24", "seconds = 78", "exit: takes 116 s; at most 90 s would be right"),
    ],
    "way_out_is_short": [steps("seconds = 7\n\n[[way_out]]", "seconds = 70\n\n[[way_out]]", "way_out: takes 87 s; at most 45 s would be right")],
    "long_rests_leave_through_the_side": [steps('seconds = 24\nplace = "side-lying"', 'seconds = 24\nplace = "supine"', "exit: ends 'supine' after a long rest lying down; 'side-lying' would be right")],
    "sides_are_changed_where_there_are_two": [pose("sides = 1", "sides = 2", "change_sides: has 0 lines for 2 side(s)")],
    "quiet_is_sparse": [steps("[nearly_out]", '[[quiet]]\ncue = "Rest."\npause = "p1"\nseconds = 3\n' * 2 + "[nearly_out]", "quiet: has 7 lines; at most 6 would be right")],
    "spoken_lines_leave_time_to_speak": [Broken("vocabulary/props.toml", "seconds = 20", "seconds = 2", "props.wall.fetch: found 2 s for")],
    "one_rises_from_lying_through_the_side": [Broken(WAYS, 'start = "supine"\nend = "seated"\nlines = [', 'start = "supine"\nend = "seated"\nlines = [\n  { cue = "Sit up.", pause = "p2", seconds = 9 },', "from supine to seated does not begin as from supine to side-lying")],
    "one_sits_a_minute_before_standing": [Broken(WAYS, "seconds = 67 },", "seconds = 59 },", "transitions.side-lying.standing: stands up without a minute of sitting")],
    "cues_are_easy_to_follow": [
        steps(FIRST_CUE, "Sit like this.", "enter[1].cue: says 'like this' in 'Sit like this.'; the part of the body and the direction"),
        steps(FIRST_CUE, "Just sit.", "says 'Just'"),
        steps("For your body, rest about {distance}", "For your own body, rest about {distance}", "enter[4].settled_cue: has 15 words"),
        steps(FIRST_CUE, "Sit well!", "calls out in 'Sit well!'; a period would be right"),
        steps(FIRST_CUE, "Sit. Lie. Rest.", "has 3 sentences in 'Sit. Lie. Rest.'; at most 2 would be right"),
        steps(FIRST_CUE, "a b c d e f g h i j k l m n o.", "has 15 words in 'a b c d e f g h i j k l m n o.'; at most 14 would be right"),
        steps(FIRST_CUE, " ", "enter[1].cue: is empty"),
        Broken(f"{CHAIR}/steps.toml", 'cue = "', 'cue = "Well done. ', "says 'Well done'"),
    ],
    "spoken_lines_are_easy_to_follow": [Broken("breathing/four-eight.toml", "For a minute, follow the breath.", "Please follow the breath.", "breathing/four-eight.toml: intro or outro: says 'Please'")],
    "wording_follows_the_grade": [
        pose("Many people feel calmer after a quiet quarter of an hour with slow breath. The pose itself was not tested for it.", "It makes you calm.", "benefits.C-STRESS: 'It makes you calm.' says more than the grade 'weak' allows"),
        pose("That lymph flows better here is often said. No measurement of it was found.", "Lymph flows better.", "benefits.C-LYMPH: 'Lymph flows better.' says more than the grade 'none' allows"),
    ],
    "nothing_weak_sounds_strong": [pose("Some people who practice quietly before bed rate their sleep as better.", "Some people say that it improves sleep.", "says 'improves' of a claim graded 'weak'; what may happen")],
    "no_weak_claim_sounds_strong": [Broken(CLAIMS, "May ease everyday anxiety for a while", "May help, and relieves anxiety for a while", "claims.C-ANX: says 'relieves' of a claim graded 'weak'")],
    "guide_is_easy_to_read": [
        Broken(f"{WALL}/guide.md", "The old name says", "Notwithstanding considerable individual physiological variability characterizing cardiovascular adaptation, gravitational redistribution facilitates extraordinary parasympathetic predominance, demonstrating multidimensional interdependencies concerning autonomic homeostasis. The old name says", "guide.md: has a reading ease of"),
    ],
    "benefits_are_told_once": [pose('claim = "C-STRESS"', 'claim = "C-RELAX"', "benefits.C-RELAX: stands there twice")],
    "claims_say_no_more_than_their_grade": [Broken(CLAIMS, 'sentence = "Often said; not measured."', 'sentence = "Lymph flows better."', "claims.C-LYMPH: 'Lymph flows better.' says more than 'none' allows")],
    "good_grades_rest_on_studies_that_were_read": [Broken(CLAIMS, 'support = ["gaffney-1982", "godfrey-2014", "guerin-2015"]', 'support = ["cole-1989"]', "claims.C-RETURN: is graded 'moderate' without a study that was read")],
    "references_were_seen_and_are_cited": [
        Broken("references.toml", 'verified = "yes"', 'verified = "no"', "references.laborde-2022: verified is 'no'; yes or partial would be right"),
        Broken("references.toml", 'poses = ["viparita-karani"]', 'poses = ["viparita-karan"]', "references.chen-2020: 'viparita-karan' is not a pose"),
        Broken("references.toml", "[[references]]", '[[references]]\nslug = "new"\ncitation = "c"\nidentifier = ""\nurl = ""\nfinding = "f"\nverified = "yes"\n[[references]]', "references.new: no claim cites it"),
    ],
    "letters_are_composed": [
        pose("Viparīta Karaṇī", "Vipari\u0304ta Karaṇī", "pose.toml: line 2: has letters and marks apart; the file saved as NFC would be right"),
        Broken(f"{WALL}/guide.md", "The old name", "The old name Vipari\u0304ta", "guide.md: line 1: has letters and marks apart"),
    ],
    "every_instead_has_its_caution": [pose("[instead]", '[instead]\nwrist-problem = "savasana"', "instead.wrist-problem: neither a rule nor a caution of this pose concerns it")],
    "summary_is_one_short_sentence": [
        pose("Lie on your back with your legs", "Lie and lie and lie and lie and lie and lie on your back with your legs", "summary: has 30 words; one sentence of 1 to 25 would be right"),
        pose("Lie on your back with your legs resting up a wall, and let the wall and the floor carry you.", "", "summary: has 0 words"),
    ],
    "guide_has_its_length": [Broken(f"{WALL}/guide.md", "The old name", "word " * 200 + "The old name", "guide.md: has 4")],
    "guide_has_flat_headings": [Broken(f"{WALL}/guide.md", "The old name", "### Name\n\nThe old name", "guide.md: found the heading '### Name'; at most ## would be right")],
    "tips_and_mistakes_are_few": [pose("tips = [", "tips = [\n" + '"Rest.",\n' * 3, "tips: has 7 entries; 2 to 4 would be right")],
    "forms_say_whom_they_help": [pose('helps = ""', 'helps = "Everyone."', "helps: found 'Everyone.'; a sentence for a form, nothing for a pose")],
    "texts_promise_nothing": [
        Broken(f"{WALL}/guide.md", "The old name", "It cures all. The old name", "guide.md: guide_text: says 'cures'; what was found, with its grade would be right"),
        pose("The pose itself was not tested for it.", "The pose may boosts calm programme.", "benefits.C-STRESS: says 'programme'; the American spelling would be right"),
    ],
    "sanskrit_is_whole": [
        pose('devanagari = "विपरीत करणी"', 'devanagari = ""', "devanagari: and sanskrit_name go together"),
        pose('devanagari = "विपरीत करणी"', 'devanagari = "viparita"', "devanagari: found 'viparita'; Devanagari letters alone would be right"),
        pose('pronunciation = "vip-par-ee-tah car-AHN-ee"', 'pronunciation = ""', "pronunciation: a Sanskrit name without pronunciation"),
        pose('name = "Legs Up the Wall"', 'name = " "', "name: is empty"),
    ],
    "names_are_found_as_they_are_typed": [pose("Viparīta Karaṇī", "Виpаrita", "sanskrit_name: 'Виpаrita' holds letters that no keyboard types; IAST would be right")],
    "no_paragraph_stands_twice": [Broken(f"{CHAIR}/guide.md", "\n\n", "\n\nSame words here.\n\n", "")],
    "there_are_poses": [],
}  # fmt: skip
EXAMPLES = [(rule, example) for rule, examples in BROKEN.items() for example in examples if example.says]


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule}-{place}" for place, (rule, _) in enumerate(EXAMPLES)]
)
def test_rule_finds_its_broken_example(bench: Bench, rule: str, example: Broken) -> None:
    with bench.with_change(example.file, example.old, example.new) as content:
        told = [str(finding) for finding in check_library(content)]
    assert any(example.says in sentence for sentence in told), f"{rule} is silent; told: {told}"


def test_a_way_out_of_nothing_is_found(bench: Bench) -> None:
    text = bench.text(f"{WALL}/steps.toml")
    with bench.with_text(f"{WALL}/steps.toml", text[: text.index("[[way_out]]")]) as content:
        assert "steps.toml: way_out: is empty" in str(check_library(content)[0])


def test_a_shared_paragraph_is_found(bench: Bench) -> None:
    shared = bench.text(f"{WALL}/guide.md")
    with bench.with_text(f"{CHAIR}/guide.md", shared) as content:
        (first, *_) = check_library(content)
    assert first.file == WALL
    assert f"stands again in {CHAIR}" in first.sentence


def test_a_library_without_poses_is_found(bench: Bench) -> None:
    poses, aside = bench.content / "poses", bench.content / "aside"
    poses.rename(aside)
    try:
        told = [str(finding) for finding in check_library(bench.content)]
    finally:
        aside.rename(poses)
    assert "poses: holds no pose; one folder a pose would be right" in told


def one_collection(pose_rows: str) -> str:
    """A collection that is right but for its poses."""
    return (
        'name = "One"\ntitle = "for once"\nsentence = "A sentence."\norder = "An order."\n'
        f'place = 1\npicture = "savasana"\nneed = "stress"\nminutes = 20\n{pose_rows}'
    )


@pytest.mark.parametrize(
    ("role", "says"),
    [
        ("rest", "poses: has none with role = 'main'; at least one would be right"),
        ("main", "poses: has 1; 3 or more would be right"),
    ],
)
def test_a_collection_of_one_pose_is_found(bench: Bench, role: str, says: str) -> None:
    text = one_collection(f'[[poses]]\npose = "savasana"\nrole = "{role}"\nwhy = "Because."\n')
    with bench.with_text(SLEEP, text) as content:
        assert f"{SLEEP}: {says}" in [str(finding) for finding in check_library(content)]


def test_every_rule_has_a_broken_example() -> None:
    rules = {rule.__name__ for rule in (*POSE_STRUCTURE, *POSE_CRAFT)}
    rules |= {rule.__name__ for rule in (*SHELF_STRUCTURE, *SHELF_CRAFT)}
    rules |= {rule.__name__ for rule in FILE_CRAFT}
    # These two need another file, and are shown above.
    whole_files = {"collections_have_a_main_pose", "collections_are_more_than_a_pair"}
    assert rules - whole_files == set(BROKEN)
