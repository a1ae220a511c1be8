"""`plan`: from a need, minutes, props and conditions to a practice.

The main pose alone is a valid practice. Where the minutes allow, others join it in the order of their worth
(budgets.py) as long as the order holds (order.py); then every hold is fitted so that the minutes are met exactly.
"""

from karani.errors import RequestError
from karani.library.library import Library
from karani.practice.choosing import list_mains
from karani.practice.practice import Practice, Request
from karani.practice.refusing import refuse
from karani.practice.searching import find_practice
from karani.practice.situation import check_request


def plan(request: Request, library: Library) -> Practice:
    """Raises RequestError, in one sentence that names what would help, where nothing fits."""
    situation = check_request(request, library)
    mains = list_mains(situation)
    practice = find_practice(mains, situation)
    if practice is None:
        raise RequestError(refuse(mains, situation))
    return practice
