"""What came out, as states in words and numbers, muscle by muscle and group by group."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from karani.body import Posture
from karani.body.coordinates import ROOT
from karani.muscles.columns import Columns, columns_of
from karani.muscles.groups import groups_of
from karani.muscles.model import MuscleModel
from karani.muscles.muscles import Muscles, MuscleState, State, SupportForce
from karani.muscles.push_costs import EDGES
from karani.muscles.reserves import actuated, lent
from karani.muscles.states import states_of
from karani.muscles.static_optimization import Solution
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
    joints = lent(names)
    worst = int(joints[np.abs(reserves[joints]).argmax()])
    lent_nm, root_n = abs(float(reserves[worst])), float(np.abs(reserves[: len(ROOT)]).max())
    held = solution.solved and lent_nm <= LENT_NM and root_n <= LENT_N
    columns = columns_of(model, stretch, solution.activations)
    forces = support_forces(model, supports, solution.edges)
    return Muscles(
        pose=posture.pose,
        muscles=muscle_states(model, stretch, columns, held=held),
        groups=groups_of(model.grouping, columns, held=held),
        effort=float(np.square(solution.activations).sum()),
        max_reserve_nm=lent_nm,
        max_reserve_joint=names[worst],
        root_reserve_n=root_n,
        contacts=tuple(force for force, inner in forces if not inner),
        limb_contacts=tuple(force for force, inner in forces if inner),
        body_weight_n=model.weight_n,
        actuator_torques_nm={names[number]: float(reserves[number]) for number in actuated(names)},
        gravity_moments_nm=by_joint(model, stretch.mechanics.gravity),
        passive_moments_nm=by_joint(model, stretch.moments),
        flexibility=model.flexibility,
        solved=held,
        outcome=sentence(solution, lent_nm, names[worst], root_n),
    )


def sentence(solution: Solution, lent_nm: float, worst: str, root_n: float) -> str:
    if not solution.solved:
        return "No balance of forces was found for this posture; its muscles' work is not shown."
    if root_n > LENT_N:
        return f"The body would fall as it stands here, by {root_n:.0f} N; its muscles' work is not shown."
    if lent_nm > LENT_NM:
        missing = f"{lent_nm:.0f} Nm are missing at {worst}"
        return f"The muscles of this body do not hold the posture, {missing}; their work is not shown."
    return "Muscles and supports hold the posture."


def by_joint(model: MuscleModel, moments: Vector) -> dict[str, float]:
    joints = slice(len(ROOT), None)
    return dict(zip(model.names[joints], moments[joints].tolist(), strict=True))


def muscle_states(
    model: MuscleModel, stretch: Stretch, columns: Columns, *, held: bool = True
) -> tuple[MuscleState, ...]:
    """Where the posture is not `held`, nobody knows which muscles work: only stretch is told."""
    states = states_of(columns.activation, columns.share, columns.ratio - columns.standing_ratio, held=held)
    rows = zip(model.parameters.rows.tolist(), states, columns.rows(), strict=True)
    computed = {row: (state, numbers) for row, state, numbers in rows}
    return tuple(
        muscle_state(identity, length, computed.get(row), held=held)
        for row, (identity, length) in enumerate(
            zip(model.identities, stretch.mechanics.lengths.tolist(), strict=True)
        )
    )


def muscle_state(
    identity: tuple[str, str, str], length: float, known: tuple[State, list[float]] | None, *, held: bool
) -> MuscleState:
    if known is None:
        return MuscleState(*identity, "not-computed", length)
    state, numbers = known
    if held:
        return MuscleState(*identity, state, length, *numbers)
    return replace(MuscleState(*identity, state, length, *numbers), activation=None, force_n=None)


def support_forces(model: MuscleModel, supports: Supports, edges: Vector) -> list[tuple[SupportForce, bool]]:
    """One force for each segment on each surface, acting where its places' forces act on the whole, and whether the body
    itself gives it."""
    by_edge = edges.reshape(-1, EDGES)
    sizes = by_edge.sum(axis=1)
    forces = by_part(supports, np.einsum("pe,pei->pi", by_edge, supports.edges))
    totals = by_part(supports, sizes[:, None])[:, 0]
    share = np.where(totals[supports.parts] > 0, sizes, 1.0)
    places = by_part(supports, share[:, None] * supports.points) / by_part(supports, share[:, None])
    inner = supports.onto[supports.first] >= 0
    return [
        (
            SupportForce(
                model.segments.names[supports.segments[place]],
                supports.names[place],
                float(totals[part]),
                tuple(forces[part].tolist()),
                tuple(places[part].tolist()),
            ),
            bool(inner[part]),
        )
        for part, place in enumerate(supports.first)
    ]


def by_part(supports: Supports, values: Matrix) -> Matrix:
    """`values` (places, n) summed, (parts, n)."""
    sums = np.zeros((len(supports.first), values.shape[1]))
    np.add.at(sums, supports.parts, values)
    return sums
