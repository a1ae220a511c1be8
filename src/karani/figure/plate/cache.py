"""Drawn plates kept in a folder, as figures are: by the digest of all that their paths come from, never by colors."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from karani.body import Body
from karani.body.model import file_name
from karani.body.posture import Posture
from karani.figure.cache import digest_of, keep_text
from karani.figure.draw import USUAL
from karani.figure.options import Options
from karani.figure.plate.atlas import FILE
from karani.figure.plate.draw import draw_plate
from karani.figure.plate.plate import Plate, plate_from_json, plate_to_json


def draw_plate_kept(
    posture: Posture, body: Body, models: Path, folder: Path, options: Options = USUAL
) -> Plate:
    """The plate from `folder`, or drawn and kept there; `models` keeps the compiled body and its bones."""
    path = folder / f"plate-{plate_sources()}{digest_of(posture, options)}.json"
    try:
        return plate_from_json(path.read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        plate = draw_plate(posture, body, models, options)
        keep_text(plate_to_json(plate), path)
        return plate


@cache
def plate_sources() -> str:
    sources = [*sorted(Path(__file__).parent.glob("*.py")), FILE]
    content = b"\0".join(source.read_bytes() for source in sources)
    return sha256(content + file_name().encode()).hexdigest()[:8]
