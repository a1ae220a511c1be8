"""What speed is promised of the muscles, beside OpenSim, and how their ranking agrees with electromyography.

Run: pytest benchmarks/test_muscles.py -s. Processor time is measured. For OpenSim: pip install --group peers, and
OPENSIM_MODEL=FILE.osim with a model of legs (RajagopalLaiUhlrich2023, or any whose hips are hip_flexion_r and _l);
without either its part is skipped.
"""

import os
import tomllib
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import pytest
from scipy.stats import spearmanr

from karani.body import Body, Person, Posture, make_body, muscle_geometry, read_model, solve_posture
from karani.body.solve_posture import solve_spec
from karani.library import Library, read_library
from karani.library.fields import Fields
from karani.library.read_posture import read_posture
from karani.muscles import MuscleModel, Muscles, ease, make_muscles, solve_muscles

SOLVE_S = 0.015
EASE_S = 0.500
FASTER_THAN_OPENSIM = 20
REPEATS = 5
TESTS = Path(__file__).parent.parent / "tests"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> MuscleModel:
    body = make_body(Person(straight_leg_raise_deg=80), read_model(tmp_path_factory.mktemp("body")))
    return make_muscles(body)


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


@pytest.fixture(scope="module")
def postures(model: MuscleModel, library: Library) -> list[Posture]:
    return [solve_posture(pose, model.body) for pose in list(library.poses.values())[::3]]


def test_solving_the_muscles_of_a_posture(model: MuscleModel, postures: list[Posture]) -> None:
    taken = [solving_s(posture, model) for posture in postures for _ in range(REPEATS)]
    print(f"solve_muscles: median {1000 * median(taken):.1f} ms over {len(postures)} poses")
    assert median(taken) <= SOLVE_S


def test_finding_where_a_body_rests(model: MuscleModel, library: Library) -> None:
    pose = library.pose("viparita-karani")
    taken = []
    for _ in range(REPEATS):
        start = process_time()
        ease(pose, model)
        taken.append(process_time() - start)
    print(f"ease: median {1000 * median(taken):.0f} ms")
    assert median(taken) <= EASE_S


def test_beside_opensim(model: MuscleModel, postures: list[Posture]) -> None:
    pytest.importorskip("opensim", reason="opensim is not installed: pip install --group peers")
    path = os.environ.get("OPENSIM_MODEL")
    if path is None:
        pytest.skip("OPENSIM_MODEL names no model; OpenSim's package brings none")
    from opensim_peer import (  # noqa: PLC0415 - only where OpenSim is installed
        geometry_s,
        static_optimization_s,
    )

    theirs_geometry_s, count = geometry_s(Path(path))
    theirs_work_s = static_optimization_s(Path(path))
    ours_geometry_s = median(geometry_time_s(model.body, posture) for posture in postures)
    ours_work_s = median(solving_s(posture, model) for posture in postures)
    print(
        f"OpenSim, {count} muscles: geometry {1000 * theirs_geometry_s:.0f} ms, work {1000 * theirs_work_s:.0f} ms"
    )
    print(f"Karani, 416 paths: geometry {1000 * ours_geometry_s:.2f} ms, work {1000 * ours_work_s:.1f} ms")
    assert theirs_geometry_s >= FASTER_THAN_OPENSIM * ours_geometry_s
    assert theirs_work_s >= FASTER_THAN_OPENSIM * ours_work_s


def solving_s(posture: Posture, model: MuscleModel) -> float:
    start = process_time()
    solve_muscles(posture, model)
    return process_time() - start


def geometry_time_s(body: Body, posture: Posture) -> float:
    start = process_time()
    for _ in range(REPEATS):
        muscle_geometry(body, posture.coordinates)
    return (process_time() - start) / REPEATS


def test_the_ranking_beside_electromyography(model: MuscleModel) -> None:
    """Prints Spearman's rho with what was used and what was left out; no percentage is promised."""
    table = tomllib.loads((TESTS / "authorities" / "emg_poses.toml").read_text("utf-8"))
    solved = {name: own(name, model) for name in {row["posture"] for row in table["row"]}}
    computed = [activation_percent(solved[row["posture"]], row["group"]) for row in table["row"]]
    for row, percent in zip(table["row"], computed, strict=True):
        print(line_of(row, percent))
    read = [number for number, row in enumerate(table["row"]) if row["read"]]
    rho = rho_of(table["row"], computed, range(len(computed)))
    print(
        f"Spearman rho {rho:.2f} over all {len(computed)} rows; "
        f"{rho_of(table['row'], computed, read):.2f} over the {len(read)} that were read"
    )
    kept = [order for order in table["order"] if holds(order, model)]
    print(f"{len(kept)} of {len(table['order'])} orders hold")
    for order in table["order"]:
        found = "holds" if order in kept else "FAILS"
        print(f"{found} {order['group']}: {order['more_in']} above {order['less_in']}, {order['source']}")
    for left_out in table["left_out"]:
        print(f"left out: {left_out['what']}: {left_out['why']}")
    assert rho == rho  # noqa: PLR0124 - a number came out; how high it is stands in the docs


def line_of(row: dict[str, Any], percent: float) -> str:
    known = "read" if row["read"] else "remembered"
    measured = f"measured {row['mvic_percent']:4.1f} % ({known})"
    return f"{row['posture']:8} {row['group']:24} {measured:28} computed {percent:5.1f} %  {row['source']}"


def rho_of(rows: list[dict[str, Any]], computed: list[float], chosen: Iterable[int]) -> float:
    pairs = [(rows[number]["mvic_percent"], computed[number]) for number in chosen]
    return float(spearmanr(*zip(*pairs, strict=True)).statistic)


def own(name: str, model: MuscleModel) -> Muscles:
    fields = Fields(
        name, tomllib.loads((TESTS / "muscles" / "postures" / f"{name}.toml").read_text("utf-8")), ""
    )
    return solve_muscles(solve_spec(name, read_posture(fields), model.body), model)


def activation_percent(muscles: Muscles, group: str) -> float:
    return 50 * sum(muscles.group(group, side).activation or 0.0 for side in ("left", "right"))


def holds(order: dict[str, str], model: MuscleModel) -> bool:
    more, less = (
        activation_percent(own(order[key], model), order["group"]) for key in ("more_in", "less_in")
    )
    return more > less
