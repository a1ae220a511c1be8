"""A library of five poses made in code, for what the real one does not hold: a pose with two sides, a need without a way."""

from dataclasses import replace

from karani.library import Library, Pose
from karani.library.pose import Features, Hold, Line, PostureSpec, PropUse, Step, Steps
from karani.library.vocabulary import Need

LEVEL = Features(
    head="level", legs="level", neck="none", flex="none", ext="none", twist="none", ham="none", hip="none",
    supine=True, prone=False, knee=False, wrist=False, shoulder=False, overhead=False, balance=False, stand=False,
    belly=False,
)  # fmt: skip
POSTURE = PostureSpec("sagittal", "up", 0.0, {}, {}, {}, {}, {}, ())
STEPS = Steps(
    starts_at="supine",
    enter=(Step("Lie down.", "p3", 12.0, "supine"),),
    settle=(Line("Let the head rest.", "p2", 8.0),),
    quiet=(Line("Notice the floor.", "p1", 5.0),),
    nearly_out=Line("A minute is left.", "p1", 5.0),
    change_sides=(),
    exit=(Step("Bend your knees.", "p2", 8.0, "supine"), Step("Roll to one side.", "p3", 32.0, "side-lying")),
    way_out=(Line("Roll to one side.", "p2", 7.0),),
    way_out_leads_to="Resting on your side.",
)
POSE = Pose(
    slug="rest", form_of=None, name="Rest", sanskrit_name="", devanagari="", pronunciation="", alternate_names=(),
    meaning=(), summary="Lie still.", helps="", types=("restorative",), position="supine", level="all", targets=(),
    needs=(), guide_only=False, sides=1, breath="natural", hold=Hold(60.0, 300.0, 900.0), props=(), features=LEVEL,
    stretches=(), works=(), benefits=(), cautions=(), tips=(), mistakes=(), easier=(), preparatory_poses=(),
    counter_poses=(), steps=STEPS, posture=POSTURE, glyph="", guide_text="", seed=False, credits=(),
)  # fmt: skip
TWIST = replace(
    POSE,
    slug="twist",
    name="Twist",
    sides=2,
    hold=Hold(30.0, 120.0, 300.0),
    features=replace(LEVEL, twist="mild"),
    steps=replace(
        STEPS, change_sides=(Line("Come back to the middle, and turn to the other side.", "p3", 18.0),)
    ),
)
ON_THE_WALL = replace(
    POSE,
    slug="on-the-wall",
    name="On the Wall",
    hold=Hold(300.0, 600.0, 900.0),
    props=(PropUse("wall", 1, optional=False),),
    features=replace(LEVEL, legs="raised"),
)
ON_A_CHAIR = replace(
    ON_THE_WALL, slug="on-a-chair", name="On a Chair", props=(PropUse("chair", 1, optional=False),)
)


ARCHED = replace(POSE, slug="arched", name="Arched", features=replace(LEVEL, ext="mild"))
LEFT_AT_ONCE = replace(
    ON_THE_WALL,
    slug="left-at-once",
    steps=replace(STEPS, exit=(Step("Roll to one side.", "p3", 12.0, "side-lying"),)),
)


def need(slug: str, main: tuple[str, ...], rest: tuple[str, ...] = ()) -> Need:
    return Need(
        slug=slug, name=slug, title=f"for {slug.replace('-', ' ')}", sentence="", main=main, arrive=(), prepare=(),
        support=(), rest=rest, return_to=(), leave_out=(), leave_out_why="", as_conditions=(), breath="natural",
        return_chime=True,
    )  # fmt: skip


def small_library(library: Library) -> Library:
    """The real vocabularies, with poses and needs of our own."""
    poses = (POSE, TWIST, ON_THE_WALL, ON_A_CHAIR, ARCHED, LEFT_AT_ONCE)
    needs = (
        need("a-twist", main=("twist",), rest=("rest",)),
        need("tired-legs", main=("on-the-wall", "on-a-chair"), rest=("rest",)),
        need("an-arch-at-last", main=("on-the-wall",), rest=("arched",)),
        need("up-and-out", main=("left-at-once",)),
        need("two-with-legs-up", main=("on-the-wall",), rest=("on-a-chair",)),
    )
    return replace(
        library, poses={pose.slug: pose for pose in poses}, needs={wish.slug: wish for wish in needs}
    )
