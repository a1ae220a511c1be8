"""What speed the circulation promises: seconds of one core, so that a busy machine does not change them.

`pytest benchmarks`; peers are skipped where they are not installed. Both are in the group `peers`: svzerod 3.2, and ModularCirc, which
needs numpy below 2, so an environment of its own.
"""

import importlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numba
import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from karani.circulation import Person, Step, Tilt, Timeline, simulate
from karani.circulation.bands import bands
from karani.circulation.kernel.compiled import KERNEL
from karani.circulation.kernel.flows import set_rates
from karani.circulation.kernel.groups import Array, Circuit, Heart, Vessels
from karani.circulation.kernel.heart import activation
from karani.circulation.kernel.layout import N_LINKS, N
from karani.circulation.subject import subject_of

TWENTY_MINUTES = Timeline((
    Step("standing", 300.0), Step(Tilt(0.0), 120.0), Step(Tilt(0.0, legs_deg=90.0), 780.0),
))  # fmt: skip
LANES = 2
PEER_BEATS, PEER_BEAT_S = 60, 1.0
ONE_CORE_S, FIRST_RUN_S, POPULATION_S = 0.7, 10.0, 90.0
FIRST_RUN = "from karani.circulation import *; simulate(Timeline((Step(Tilt(60.0), 60.0),)), Person())"


@pytest.mark.benchmark(timer=time.process_time)
def test_twenty_minutes_take_less_than_a_second(benchmark: BenchmarkFixture) -> None:
    simulate(TWENTY_MINUTES, Person())
    benchmark(simulate, TWENTY_MINUTES, Person())
    assert benchmark.stats is not None
    assert benchmark.stats["min"] <= ONE_CORE_S


def test_the_first_run_of_an_install_compiles_within_ten_seconds(tmp_path: Path) -> None:
    source = tmp_path / "karani"
    shutil.copytree(KERNEL.parents[1], source, ignore=shutil.ignore_patterns("__pycache__", "static"))
    before = cpu_of_children_s()
    subprocess.run(
        [sys.executable, "-c", FIRST_RUN],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        check=True,
        cwd=tmp_path,
    )
    assert cpu_of_children_s() - before <= FIRST_RUN_S


def cpu_of_children_s() -> float:
    used = os.times()
    return used.children_user + used.children_system


def test_two_hundred_people_take_less_than_ninety_seconds() -> None:
    simulate(TWENTY_MINUTES, Person())
    started = time.process_time()
    bands(TWENTY_MINUTES, Person(), people=200, lanes=LANES)
    assert (time.process_time() - started) / LANES <= POPULATION_S


def test_a_library_solver_on_the_same_equations_takes_longer() -> None:
    """Ten seconds of mechanics with the reflexes still: LSODA, restarted at each beat, against the whole model."""
    integrate = pytest.importorskip("scipy.integrate", reason="the peer is scipy")
    started = time.process_time()
    solve_by_library(integrate, seconds=10)
    library_s = time.process_time() - started
    started = time.process_time()
    simulate(Timeline((Step(Tilt(0.0), 10.0),)), Person())
    assert time.process_time() - started < library_s


def test_a_smaller_circuit_of_a_peer_takes_longer() -> None:
    """ModularCirc's circuit of Naghavi: 8 states, no gravity, no reflexes, no breath; LSODA, after a first run that compiles."""
    peer = pytest.importorskip("ModularCirc", reason="the peer is modularcirc, of the group peers")
    if int(np.__version__.split(".")[0]) > 1:
        pytest.skip("modularcirc 0.3.0 needs numpy below 2")
    assert peer is not None
    solve_by_peer()
    simulated_s, used_s = solve_by_peer()
    started = time.process_time()
    simulate(Timeline((Step(Tilt(0.0), 600.0),)), Person())
    assert (time.process_time() - started) / 600.0 < used_s / simulated_s


def test_a_smaller_circuit_of_a_compiled_peer_takes_longer() -> None:
    """svZeroDSolver's closed loop of heart, lungs and one vessel, in C++: no gravity, no reflexes, no breath; steps of 10 ms."""
    peer = pytest.importorskip("svzerod", reason="the peer is svzerod, of the group peers")
    simulate(Timeline((Step(Tilt(0.0), 1.0),)), Person())
    used_s = processor_s(lambda: peer.Solver(closed_loop(PEER_BEATS)).run())
    simulated_s = PEER_BEATS * PEER_BEAT_S
    ours_s = processor_s(lambda: simulate(Timeline((Step(Tilt(0.0), 600.0),)), Person()))
    assert ours_s / 600.0 < used_s / simulated_s


def processor_s(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def closed_loop(beats: int) -> dict[str, Any]:
    """Resistances mmHg s/ml, compliances ml/mmHg, volumes ml; values of its own test of one vessel."""
    aorta = {
        "vessel_name": "aorta", "vessel_id": 0, "vessel_length": 10.0, "boundary_conditions": {"outlet": "body"},
        "zero_d_element_type": "BloodVessel", "zero_d_element_values": {"R_poiseuille": 0.0033, "L": 0.004},
    }  # fmt: skip
    body = {"Rp": 0.134, "Rd": 1.356, "C": 0.238, "closed_loop_outlet": True}
    heart = {
        "Tsa": 0.407, "tpwave": 8.977, "Erv_s": 2.125, "Elv_s": 3.125, "iml": 0.509, "imr": 0.806, "Lrv_a": 1.87e-4,
        "Rrv_a": 0.0351, "Lra_v": 2.17e-4, "Rra_v": 0.00789, "Lla_v": 3.52e-4, "Rla_v": 0.00531, "Rlv_ao": 0.0343,
        "Llv_a": 1.11e-4, "Vrv_u": 9.42, "Vlv_u": 5.61, "Rpd": 0.0989, "Cp": 1.091, "Cpa": 0.557, "Kxp_ra": 9.222,
        "Kxv_ra": 0.00484, "Emax_ra": 0.209, "Vaso_ra": 4.849, "Kxp_la": 9.195, "Kxv_la": 0.00807, "Emax_la": 0.303,
        "Vaso_la": 9.356,
    }  # fmt: skip
    return {
        "simulation_parameters": {
            "number_of_cardiac_cycles": beats, "number_of_time_pts_per_cardiac_cycle": 101, "steady_initial": False,
            "absolute_tolerance": 1e-8,
        },
        "boundary_conditions": [{"bc_name": "body", "bc_type": "ClosedLoopRCR", "bc_values": body}],
        "vessels": [aorta],
        "closed_loop_blocks": [{
            "outlet_blocks": ["aorta"], "closed_loop_type": "ClosedLoopHeartAndPulmonary",
            "cardiac_cycle_period": PEER_BEAT_S, "parameters": heart,
        }],
        "initial_condition": {
            "V_RA:CLH": 38.4, "V_RV:CLH": 96.1, "V_LA:CLH": 38.4, "V_LV:CLH": 96.1, "P_pul:CLH": 8.0,
        },
    }  # fmt: skip


def solve_by_peer() -> tuple[float, float]:
    """Seconds simulated and seconds of the processor; it stops by itself when cycles repeat."""
    models: Any = importlib.import_module("ModularCirc.Models.NaghaviModel")
    times: Any = importlib.import_module("ModularCirc.Models.NaghaviModelParameters")
    solvers: Any = importlib.import_module("ModularCirc.Solver")
    setup = dict(times.TEMPLATE_TIME_SETUP_DICT)
    model = models.NaghaviModel(
        time_setup_dict=setup, parobj=models.NaghaviModelParameters(), suppress_printing=True
    )
    solver = solvers.Solver(model=model)
    solver.setup(suppress_output=True, method="LSODA")
    started = time.process_time()
    solver.solve()
    return len(model.time_object._sym_t) * setup["dt"] / 1000.0, time.process_time() - started  # noqa: SLF001 - it has no other


def of_python(  # noqa: PLR0917 - those of the kernel
    rate: Array, flow: Array, transmural: Array, state: Array, unstressed: Array, outside: Array, conductance: Array,
    contractility: Array, circuit: Circuit, heart: Heart, vessels: Vessels, since_s: float, pleural_mmhg: float,
) -> None:  # fmt: skip
    set_rates(
        rate, flow, transmural, state, unstressed, outside, conductance, contractility, circuit, heart, vessels,
        activation(since_s, heart.atrium_rise_s),
        activation(since_s - heart.atrioventricular_delay_s, heart.ventricle_rise_s), pleural_mmhg,
    )  # fmt: skip


equations: Any = numba.njit(of_python)
"""The right-hand side itself can be called from what is compiled only."""


def solve_by_library(integrate: Any, seconds: int) -> None:
    subject = subject_of(Person())
    volume = subject.rest.volume_ml.copy()
    flow, transmural = np.zeros(N_LINKS), np.zeros(N)
    conductance = 1.0 / subject.circuit.resistance_mmhg_s_per_ml
    heart = subject.heart
    contractility = np.array([
        heart.left_ventricle_elastance_mmhg_per_ml, heart.right_ventricle_elastance_mmhg_per_ml
    ])  # fmt: skip

    def rates(since_s: float, state: np.ndarray[tuple[int], np.dtype[np.float64]]) -> object:
        rate = np.zeros(N)
        equations(
            rate, flow, transmural, state, subject.circuit.unstressed_ml, np.zeros(N), conductance, contractility,
            subject.circuit, heart, subject.vessels, since_s, -4.0,
        )  # fmt: skip
        return rate

    rates(0.0, volume)
    for _ in range(seconds):
        found = integrate.solve_ivp(
            rates, (0.0, 1.0), volume, method="LSODA", rtol=1e-4, atol=1e-3, max_step=0.02
        )
        volume = found.y[:, -1]
