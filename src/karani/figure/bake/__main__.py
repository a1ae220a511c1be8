import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from karani.body import Person, read_body
from karani.body.scaling import BASE_HEIGHT_M
from karani.figure.bake.bodies import BODIES
from karani.figure.bake.skin import bake
from karani.figure.bake.skin_file import save
from karani.figure.bake.wheel import open_wheel

AS_IT_COMES = Person(height_cm=100 * BASE_HEIGHT_M, sex="male")
"""The person whose skeleton is the model's own."""


def bake_skins(folder: Path) -> None:
    missing = [shape for shape in BODIES if not (folder / f"{shape.name}.npz").exists()]
    if not missing:
        return
    with TemporaryDirectory() as scratch, open_wheel() as wheel:
        body = read_body(AS_IT_COMES, Path(scratch))
        for shape in missing:
            save(folder / f"{shape.name}.npz", bake(wheel, body, shape))


if __name__ == "__main__":
    bake_skins(Path(sys.argv[1]))
