"""Random requests, edits and damages."""

from hypothesis import strategies as st

from karani.library import Library
from karani.practice import Request


def requests(library: Library) -> st.SearchStrategy[Request]:
    return st.one_of(anyone(library), anyone(library), anyone(library), one_pose(library))


def anyone(library: Library) -> st.SearchStrategy[Request]:
    return st.builds(Request, need=st.sampled_from(sorted(library.needs)), **person(library))


def one_pose(library: Library) -> st.SearchStrategy[Request]:
    pose = st.sampled_from(sorted(library.poses))
    return st.builds(Request, need=st.just("this-pose"), pose=pose, **person(library))


def person(library: Library) -> dict[str, st.SearchStrategy[object]]:
    conditions = st.frozensets(st.sampled_from(sorted(library.conditions)), max_size=4)
    return {
        "minutes": st.integers(5, 60),
        "props": props(library),
        "conditions": conditions,
        "doctor_agreed": st.frozensets(st.sampled_from(sorted(library.conditions)), max_size=8),
        "excluded": st.frozensets(st.sampled_from(sorted(library.poses)), max_size=5),
        "first_time": st.booleans(),
        "count_s": st.floats(0.8, 1.3),
        "breath": st.none() | st.sampled_from(sorted(library.breathings)),
    }


def props(library: Library) -> st.SearchStrategy[frozenset[str]]:
    everything = frozenset(library.props)
    at_home = ("couch", "belt", "a folded bath towel")
    return st.just(everything) | st.frozensets(st.sampled_from(sorted({*everything, *at_home})))


def edits() -> st.SearchStrategy[list[tuple[str, int, int]]]:
    """What, at which pose, and which of the swaps; the numbers are taken modulo what there is."""
    what = st.sampled_from(("longer", "shorter", "drop", "swap"))
    return st.lists(st.tuples(what, st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=6)


def junk() -> st.SearchStrategy[object]:
    plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    return plain | st.lists(plain, max_size=2) | st.dictionaries(st.text(max_size=4), plain, max_size=2)
