"""In which of the plate's states a muscle is."""

from karani.muscles.muscles import State

WORKS = 0.05
"""Activation from which a muscle counts as working; less is lost in the noise of any measurement."""
STRETCHED = 0.01
"""Passive force above standing, over the largest force, from which a muscle counts as stretched."""
LONGER = 0.2
"""Fiber length beyond that of standing, over the optimal length, from which a muscle counts as long."""


def state_of(activation: float, stretch_share: float, lengthened: float) -> State:
    """`lengthened`: fiber length ratio less that of standing [1]."""
    works, stretched = activation >= WORKS, stretch_share >= STRETCHED
    if works:
        return "working-long" if stretched or lengthened >= LONGER else "working"
    if stretched:
        return "stretched"
    return "slack" if lengthened >= LONGER else "rest"


def state_of_stretch(stretch_share: float, lengthened: float) -> State:
    """Where work is not known: what is neither stretched nor long is not computed."""
    state = state_of(0.0, stretch_share, lengthened)
    return "not-computed" if state == "rest" else state
