"""Standing up by one's own muscles, apart from being tilted by a table.

While the body moves, belly and legs squeeze blood toward the heart and the vagus lets go; just afterwards the vessels of the muscles
that worked stay wide for some seconds. So mean pressure falls further and the pulse rises more than on a tilt table
(Tanaka 1996; Wieling and Borst). With s seconds since the move began and m its length:

    squeeze(s) = sin^2(pi s/m) for s < m        wide(s) = (s/T) exp(1 - s/T)        withdrawal(s) = (s/T') exp(1 - s/T')
"""

import math

from karani.circulation.kernel.compiled import compiled
from karani.circulation.kernel.groups import GettingUp


@compiled
def squeeze(since_s: float, move_s: float) -> float:
    if since_s < 0.0 or since_s >= move_s:
        return 0.0
    sine = math.sin(math.pi * since_s / move_s)
    return sine * sine


@compiled
def rise_and_fade(since_s: float, time_s: float) -> float:
    if since_s <= 0.0:
        return 0.0
    share = since_s / time_s
    return share * math.exp(1.0 - share)


@compiled
def withdrawn(since_s: float, getting_up: GettingUp) -> float:
    """How much shorter the RR interval is, s, for a body that raises itself all the way."""
    return getting_up.vagal_withdrawal_s * rise_and_fade(since_s, getting_up.vagal_withdrawal_time_s)
