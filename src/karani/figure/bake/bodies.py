"""The bodies that are baked: how much of each of MakeHuman's targets makes them."""

from dataclasses import dataclass, field

ORIGINS = ("african", "asian", "caucasian")
IDEAL_PROPORTIONS = 0.6


@dataclass(frozen=True)
class BodyShape:
    name: str
    female: float
    heavy: float = 0.0
    knot: bool = False
    further: dict[str, float] = field(default_factory=dict)

    @property
    def targets(self) -> dict[str, float]:
        mixed = sex_targets("female", self.female, self.heavy) | sex_targets(
            "male", 1 - self.female, self.heavy
        )
        return mixed | self.further


def sex_targets(sex: str, share: float, heavy: float) -> dict[str, float]:
    targets = {f"macrodetails/{origin}-{sex}-young": share / len(ORIGINS) for origin in ORIGINS}
    if heavy:
        targets[f"macrodetails/universal-{sex}-young-minmuscle-maxweight"] = share * heavy
    ideal = f"macrodetails/proportions/{sex}-young-averagemuscle-averageweight-idealproportions"
    return targets | {ideal: share * IDEAL_PROPORTIONS}


SMALL_CHEST = "breast/female-young-averagemuscle-averageweight-mincup-averagefirmness"
LARGE = 0.9
BODIES = (
    BodyShape("woman", female=0.7, knot=True, further={SMALL_CHEST: 1.0}),
    BodyShape("woman-large", female=0.7, heavy=LARGE, knot=True, further={SMALL_CHEST: 0.5}),
    BodyShape("man", female=0.12),
    BodyShape("man-large", female=0.12, heavy=LARGE),
)
"""A large body has the same points as the lean one of its sex, so that any build lies between them."""
