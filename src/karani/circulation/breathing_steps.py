"""A hold with the breath that is counted in it, as steps of a timeline.

Whoever breathes slowly breathes deeper: what reaches the lungs' small sacs in a minute stays the same,
    V_T = V_dead + A T        V_T l, V_dead l, A l/s, T s of one breath
"""

from collections.abc import Iterator

from karani.circulation.persons import Persons
from karani.circulation.physiology import read_physiology
from karani.circulation.timeline import Breath, Step, Where
from karani.library.vocabulary import Breathing
from karani.units import SECONDS_PER_MINUTE

SETTLING_S = 45.0
"""From the start of a hold to its first counted breath, about as a script has it."""


def hold_steps(
    where: Where, hold_s: float, protocol: Breathing, count_s: float = 1.0, effort: float = 0.0
) -> tuple[Step, ...]:
    """Natural breath while settling, the protocol's stages as far as the hold has room, and natural breath again."""
    counted = tuple(counted_steps(where, hold_s - SETTLING_S, protocol, count_s, effort))
    if not counted:
        return (Step(where, hold_s, None, effort),)
    left_s = hold_s - SETTLING_S - sum(step.seconds for step in counted)
    after = (Step(where, left_s, None, effort),) if left_s > 0.0 else ()
    return (Step(where, SETTLING_S, None, effort), *counted, *after)


def counted_steps(
    where: Where, room_s: float, protocol: Breathing, count_s: float, effort: float
) -> Iterator[Step]:
    for stage in protocol.stages:
        seconds = (stage.inhale + stage.exhale) * stage.rounds * count_s
        room_s -= seconds
        if room_s < 0.0:
            return
        yield Step(where, seconds, breath_of_s(stage.inhale * count_s, stage.exhale * count_s), effort)


def breath_of_s(inhale_s: float, exhale_s: float) -> Breath:
    """A breath of this length, as deep as it then is."""
    return Breath(inhale_s, exhale_s, tidal_volume_l(inhale_s + exhale_s, read_physiology().persons))


def tidal_volume_l(breath_s: float, persons: Persons) -> float:
    deep = persons.dead_space_l + persons.alveolar_l_per_min / SECONDS_PER_MINUTE * breath_s
    return min(deep, persons.deepest_easy_breath_l)
