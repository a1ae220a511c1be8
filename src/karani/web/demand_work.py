"""What a pose asks of the standard body, computed in a process of its own; see `karani.guide.demand`."""

import json
from dataclasses import asdict
from pathlib import Path

from karani.body import Person
from karani.guide.demand import Demand, demand_of
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.pose import Pose
from karani.web.anatomy_work import Asked, solved
from karani.web.computing.work import Work, digest_of_files, digest_of_packages, versions_of

PACKAGES = ("karani.body", "karani.muscles", "karani.guide.demand")


def demand_work(pose: Pose, models: Path) -> Work:
    """`pose` without what is only read (`shape_of`)."""
    depends = (
        digest_of_packages(*PACKAGES),
        digest_of_files(PACKAGED_CONTENT / "physiology"),
        versions_of("mujoco", "myo-sim", "numpy"),
    )
    return Work("demand", compute_demand, (pose, models), depends)


def compute_demand(pose: Pose, models: Path) -> bytes:
    found = solved(Asked(pose, Person(), {}, {}, models))
    return json.dumps(asdict(demand_of(found.posture, found.muscles))).encode()


def read_demand(content: bytes) -> Demand:
    return Demand(**json.loads(content))
