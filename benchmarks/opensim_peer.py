"""One posture in OpenSim: lengths and moment arms of all muscles, and static optimization. Needs the group `peers`, and a
model with leg muscles in the file that OPENSIM_MODEL names, as OpenSim's package brings none (RajagopalLaiUhlrich2023)."""

from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import opensim

FRAMES = 11
STEP_S = 0.1
HIP = ("hip_flexion_r", "hip_flexion_l")
BEND_RAD = 0.5


def read_model(path: Path) -> Any:
    opensim.Logger.setLevelString("off")
    return opensim.Model(str(path))


def geometry_s(path: Path, repeats: int = 5) -> tuple[float, int]:
    """Processor time [s] of all lengths and moment arms in one posture, and how many muscles."""
    model = read_model(path)
    state = model.initSystem()
    coordinates = [model.getCoordinateSet().get(n) for n in range(model.getCoordinateSet().getSize())]
    free = [c for c in coordinates if not c.isConstrained(state)]
    muscles = [model.getMuscles().get(n) for n in range(model.getMuscles().getSize())]
    start = process_time()
    for repeat in range(repeats):
        for name in HIP:
            model.getCoordinateSet().get(name).setValue(state, BEND_RAD + 0.01 * repeat)
        model.assemble(state)
        model.realizePosition(state)
        for muscle in muscles:
            muscle.getLength(state)
            for coordinate in free:
                muscle.computeMomentArm(state, coordinate)
    return (process_time() - start) / repeats, len(muscles)


def static_optimization_s(path: Path) -> float:
    """Processor time [s] a posture; a still posture over FRAMES frames, with reserves at every coordinate."""
    with TemporaryDirectory() as folder:
        model = read_model(path)
        add_reserves(model)
        model.initSystem()
        motion = Path(folder) / "still.sto"
        write_still(model, motion)
        with_reserves = Path(folder) / "model.osim"
        model.printToXML(str(with_reserves))
        tool = opensim.AnalyzeTool()
        tool.setName("still")
        tool.setModelFilename(str(with_reserves))
        tool.setCoordinatesFileName(str(motion))
        tool.setInitialTime(0.0)
        tool.setFinalTime(STEP_S * (FRAMES - 1))
        tool.setResultsDir(folder)
        analysis = opensim.StaticOptimization()
        analysis.setStartTime(0.0)
        analysis.setEndTime(STEP_S * (FRAMES - 1))
        tool.updAnalysisSet().cloneAndAppend(analysis)
        setup = Path(folder) / "setup.xml"
        tool.printToXML(str(setup))
        whole = opensim.AnalyzeTool(str(setup))
        start = process_time()
        whole.run()
        return (process_time() - start) / FRAMES


def add_reserves(model: Any) -> None:
    coordinates = model.getCoordinateSet()
    for number in range(coordinates.getSize()):
        coordinate = coordinates.get(number)
        reserve = opensim.CoordinateActuator(coordinate.getName())
        reserve.setName(f"reserve_{coordinate.getName()}")
        reserve.setOptimalForce(100.0)
        reserve.setMinControl(-1000.0)
        reserve.setMaxControl(1000.0)
        model.addForce(reserve)
    model.finalizeConnections()


def write_still(model: Any, path: Path) -> None:
    coordinates = model.getCoordinateSet()
    names = [coordinates.get(n).getName() for n in range(coordinates.getSize())]
    values = [BEND_RAD if name in HIP else coordinates.get(name).getDefaultValue() for name in names]
    head = f"still\nversion=1\nnRows={FRAMES}\nnColumns={len(names) + 1}\ninDegrees=no\nendheader\n"
    rows = ["\t".join(["time", *names])]
    rows += ["\t".join(str(v) for v in [STEP_S * frame, *values]) for frame in range(FRAMES)]
    path.write_text(head + "\n".join(rows) + "\n")
