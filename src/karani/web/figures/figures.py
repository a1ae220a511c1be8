"""The figures of all poses: found where they are kept, asked for where they are not."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from karani.library import Library
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.pose import Pose
from karani.web.computing import NOW, Computing, Work, digest_of_files, digest_of_packages, versions_of
from karani.web.figures.cast import Drawn
from karani.web.figures.drawing import draw_held, draw_whole_way
from karani.web.figures.picture import Picture, WayPictures, read_picture, read_way

SKINS = Path(__file__).parents[2] / "static" / "skins"


@dataclass(frozen=True)
class Figures:
    library: Library
    computing: Computing
    folder: Path
    """Where the compiled body is kept."""

    def find(self, slug: str, drawn: Drawn) -> Picture | None:
        kept = self.computing.find(self.held(slug, drawn))
        return None if kept is None else read_picture(kept)

    async def picture(self, slug: str, drawn: Drawn, rank: int = NOW) -> Picture:
        return read_picture(await self.computing.result(self.held(slug, drawn), rank=rank))

    def find_way(self, slug: str, drawn: Drawn) -> WayPictures | None:
        kept = self.computing.find(self.way(slug, drawn))
        return None if kept is None else read_way(kept)

    async def way_pictures(self, slug: str, drawn: Drawn) -> WayPictures:
        return read_way(await self.computing.result(self.way(slug, drawn)))

    def held(self, slug: str, drawn: Drawn) -> Work:
        pose = shape_of(self.library.pose(slug))
        return Work("figure", draw_held, (pose, drawn.measures, self.folder), depends_on())

    def way(self, slug: str, drawn: Drawn) -> Work:
        pose = shape_of(self.library.pose(slug))
        return Work("way", draw_whole_way, (pose, drawn.measures, self.folder), depends_on())


def shape_of(pose: Pose) -> Pose:
    """The pose without what is only read, so that a better sentence does not draw it anew."""
    return replace(
        pose, summary="", glyph="", guide_text="", benefits=(), cautions=(), tips=(), mistakes=(), meaning=()
    )


@cache
def depends_on() -> tuple[str, ...]:
    """What figures come from besides pose and person."""
    return (
        digest_of_packages("karani.body", "karani.figure", "karani.web.figures.drawing"),
        digest_of_files(PACKAGED_CONTENT / "physiology", PACKAGED_CONTENT / "figure" / "words.toml", SKINS),
        versions_of("mujoco", "myo-sim", "numpy", "scipy", "contourpy"),
    )
