"""How long a pose is held, in words: "10 to 30 minutes"."""

from karani.guide.guide import GuideHold
from karani.library.pose import Hold

MINUTE_S = 60


def describe_hold(hold: Hold) -> GuideHold:
    return GuideHold(hold.least_s, hold.usual_s, hold.most_s, describe_span(hold.least_s, hold.most_s))


def describe_span(least_s: float, most_s: float) -> str:
    if least_s == most_s:
        return describe_seconds(least_s)
    if least_s >= MINUTE_S:
        return f"{least_s / MINUTE_S:.3g} to {describe_seconds(most_s)}"
    if most_s < MINUTE_S:
        return f"{least_s:g} to {describe_seconds(most_s)}"
    return f"{describe_seconds(least_s)} to {describe_seconds(most_s)}"


def describe_seconds(seconds: float) -> str:
    if seconds < MINUTE_S:
        return f"{seconds:g} second{'' if seconds == 1 else 's'}"
    minutes = seconds / MINUTE_S
    return f"{minutes:.3g} minute{'' if minutes == 1 else 's'}"
