"""What every pose asks of the standard body, learned in the background; pages take what is known by then and never wait."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from karani.guide.demand import Demand
from karani.guide.likeness import Likeness, list_similar
from karani.library import Library
from karani.library.pose import Pose
from karani.web.computing import Computing
from karani.web.computing.errors import ComputingError
from karani.web.computing.job import SPARE
from karani.web.demand_work import demand_work, read_demand
from karani.web.figures.figures import shape_of

AFTER_S = 6.0
"""Who opens the first page is served first."""
LOOK_AGAIN_S = 10.0
"""Content may have been written anew."""


@dataclass
class Demands:
    """`learned` holds the pose beside what it asks: one that was written anew is learned again."""

    learned: dict[str, tuple[Pose, Demand]] = field(default_factory=dict)
    similar: dict[str, tuple[Pose, tuple[Likeness, ...]]] = field(default_factory=dict)

    def known(self, library: Library) -> Mapping[str, Demand]:
        return {
            slug: demand for slug, (pose, demand) in self.learned.items() if library.poses.get(slug) is pose
        }

    def list_similar(self, pose: Pose, library: Library) -> tuple[Likeness, ...]:
        kept = self.similar.get(pose.slug)
        if kept is None or kept[0] is not pose:
            kept = pose, list_similar(pose, library, self.known(library))
            self.similar[pose.slug] = kept
        return kept[1]

    def learn(self, pose: Pose, demand: Demand) -> None:
        self.learned[pose.slug] = pose, demand
        self.similar.clear()

    def missing(self, library: Library) -> tuple[Pose, ...]:
        return tuple(
            pose
            for slug, pose in library.poses.items()
            if slug not in self.learned or self.learned[slug][0] is not pose
        )


async def keep_learning(
    demands: Demands, library: Callable[[], Library], computing: Computing, models: Path
) -> None:
    await asyncio.sleep(AFTER_S)
    tried: set[int] = set()
    while True:
        for pose in demands.missing(library()):
            if id(pose) not in tried:
                tried.add(id(pose))
                with suppress(ComputingError):
                    work = demand_work(shape_of(pose), models)
                    demands.learn(pose, read_demand(await computing.result(work, rank=SPARE)))
        await asyncio.sleep(LOOK_AGAIN_S)
