"""The score as content: pages show it, and a test holds it to what the model gives today."""

from collections.abc import Mapping

from karani.circulation.agreement.score import Score

SCORE = "physiology/agreement.toml"
HEADER = """\
# How the model of the circulation agrees with published measurements, written by python -m karani.circulation.agreement.
# with_moved: the rows no fit has seen, and those that went over to the fit at the value with which they first judged.
"""


def score_text(scores: Mapping[str, Score]) -> str:
    tables = [
        f"[{name}]\ninside = {one.inside}\nrows = {one.rows}\nrms_z = {one.rms:.2f}"
        for name, one in scores.items()
    ]
    return HEADER + "\n" + "\n\n".join(tables) + "\n"
