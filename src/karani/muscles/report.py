"""What came out, as states in words and numbers, muscle by muscle and group by group."""

import numpy as np
from numpy.typing import NDArray

from karani.body import Posture
from karani.body.coordinates import ROOT
from karani.muscles.fiber import active_share
from karani.muscles.groups import groups_of
from karani.muscles.model import MuscleModel
from karani.muscles.muscles import Muscles, MuscleState, SupportForce
from karani.muscles.reserves import is_actuated
from karani.muscles.states import state_of, state_of_stretch
from karani.muscles.static_optimization import EDGES, Solution
from karani.muscles.stretch import Stretch
from karani.muscles.supports import Supports

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

LENT_NM, LENT_N = 1.0, 1.0
"""A posture counts as held by its muscles while no joint, and not the whole body, is lent more than this."""


def report_muscles(
    posture: Posture,
    model: MuscleModel,
    stretch: Stretch,
    supports: Supports,
    solution: Solution,
) -> Muscles:
    names, reserves = model.names, solution.reserves
    joints = {
        n: float(r) for n, r in zip(names, reserves, strict=True) if n not in ROOT and not is_actuated(n)
    }
    worst = max(joints, key=lambda name: abs(joints[name]))
    lent = abs(joints[worst])
    root_n = float(np.abs(reserves[: len(ROOT)]).max())
    held = solution.solved and lent <= LENT_NM and root_n <= LENT_N
    muscles = muscle_states(model, stretch, solution.activations, held=held)
    forces = support_forces(model, supports, solution.edges)
    return Muscles(
        pose=posture.pose,
        muscles=muscles,
        groups=groups_of(muscles),
        effort=float(solution.activations @ solution.activations),
        max_reserve_nm=lent,
        max_reserve_joint=worst,
        root_reserve_n=root_n,
        contacts=tuple(force for force, inner in forces if not inner),
        limb_contacts=tuple(force for force, inner in forces if inner),
        body_weight_n=model.weight_n,
        actuator_torques_nm={n: float(r) for n, r in zip(names, reserves, strict=True) if is_actuated(n)},
        gravity_moments_nm=by_joint(model, stretch.mechanics.gravity),
        passive_moments_nm=by_joint(model, stretch.moments),
        flexibility=model.flexibility,
        solved=held,
        outcome=sentence(solution, lent, worst, root_n),
    )


def sentence(solution: Solution, lent: float, worst: str, root_n: float) -> str:
    if not solution.solved:
        return "No balance of forces was found for this posture; its muscles' work is not shown."
    if root_n > LENT_N:
        return f"The body would fall as it stands here, by {root_n:.0f} N; its muscles' work is not shown."
    if lent > LENT_NM:
        missing = f"{lent:.0f} Nm are missing at {worst}"
        return f"The muscles of this body do not hold the posture, {missing}; their work is not shown."
    return "Muscles and supports hold the posture."


def by_joint(model: MuscleModel, moments: Vector) -> dict[str, float]:
    return {n: float(m) for n, m in zip(model.names, moments, strict=True) if n not in ROOT}


def muscle_states(
    model: MuscleModel, stretch: Stretch, activations: Vector, *, held: bool = True
) -> tuple[MuscleState, ...]:
    """Where the posture is not `held`, nobody knows which muscles work: only stretch is told."""
    parameters = model.parameters
    fibers, passive, lengths = stretch.fibers, stretch.passive, stretch.mechanics.lengths
    places = {int(row): place for place, row in enumerate(parameters.rows)}
    largest = parameters.largest_force
    share = np.maximum(passive - model.standing_passive, 0.0) / largest
    force = passive + activations * largest * fibers.cosines * active_share(fibers.ratios)
    columns = np.stack(
        [
            fibers.ratios * parameters.optimal_length,
            fibers.ratios,
            model.standing.ratios,
            passive,
            share,
            activations,
            force,
            largest,
        ],
        axis=1,
    ).tolist()
    return tuple(
        MuscleState(*identity, "not-computed", length)
        if (place := places.get(row)) is None
        else muscle_state(identity, length, columns[place], held=held)
        for row, (identity, length) in enumerate(zip(model.identities, lengths.tolist(), strict=True))
    )


def muscle_state(
    identity: tuple[str, str, str], length: float, numbers: list[float], *, held: bool
) -> MuscleState:
    """`numbers`: fiber length, its ratio, that of standing, passive force, share, activation, force, largest force."""
    fiber, ratio, standing, passive, share, activation, _, largest = numbers
    if held:
        return MuscleState(*identity, state_of(activation, share, ratio - standing), length, *numbers)
    state = state_of_stretch(share, ratio - standing)
    return MuscleState(*identity, state, length, fiber, ratio, standing, passive, share, None, None, largest)


def support_forces(model: MuscleModel, supports: Supports, edges: Vector) -> list[tuple[SupportForce, bool]]:
    """One force for each segment on each surface, and whether the body itself gives it."""
    by_edge = edges.reshape(-1, EDGES)
    forces = np.einsum("pe,pei->pi", by_edge, supports.edges())
    sizes = by_edge.sum(axis=1)
    parts, first = supports.parts()
    found = []
    for part, place in enumerate(first):
        rows = np.flatnonzero(parts == part)
        meeting = (int(supports.segments[place]), supports.surfaces[place])
        force = support_force(model, meeting, sizes[rows], forces[rows], supports.points[rows])
        found.append((force, bool(supports.onto[place] >= 0)))
    return found


def support_force(
    model: MuscleModel, meeting: tuple[int, str], sizes: Vector, forces: Matrix, points: Matrix
) -> SupportForce:
    """Acting where the parts' forces act on the whole."""
    segment = model.body.model.body(int(model.carrier.segments[meeting[0]])).name
    weights = sizes / sizes.sum() if sizes.sum() > 0 else np.full(len(sizes), 1 / len(sizes))
    x, y, z = (float(value) for value in forces.sum(axis=0))
    px, py, pz = (float(value) for value in weights @ points)
    return SupportForce(segment, meeting[1], float(sizes.sum()), (x, y, z), (px, py, pz))
