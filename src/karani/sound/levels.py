"""How loud the parts of a track are, as a person sets them: 0 to 100, with 50 as it is meant."""

from dataclasses import dataclass, fields

from karani.errors import SoundError

MEANT = 50
MOST = 100
BED_AT_ZERO_DBFS = (
    -70.0
)  # inaudible, yet above the -72 dBFS at which browsers call a page silent and slow its timers
BED_STEP_DB = 0.2
DECIBELS_PER_TENFOLD = 20.0


@dataclass(frozen=True, slots=True)
class Levels:
    """`tones` are chimes and breath tones: 0 is none, 100 twice as strong as meant. `bed` 50 is -60 dBFS."""

    tones: int = MEANT
    bed: int = MEANT

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not 0 <= value <= MOST:
                raise SoundError(f"The level of the {field.name} is {value}; it goes from 0 to {MOST}.")

    @property
    def tone_gain(self) -> float:
        return self.tones / MEANT

    @property
    def bed_dbfs(self) -> float:
        return BED_AT_ZERO_DBFS + BED_STEP_DB * self.bed


def amplitude(dbfs: float) -> float:
    """What 0 dBFS = 1 is at this level."""
    return float(10.0 ** (dbfs / DECIBELS_PER_TENFOLD))
