"""The circuit written out as one straight line of arithmetic.

A loop over links reads and writes arrays at places that the compiler does not know in advance; written out, every volume,
pressure and flow is a plain float in a register, and a step takes half the time. What is written here is made from the
tables of layout.py alone; `flows.py` says the equations.
"""

from collections.abc import Iterator

from karani.circulation.kernel.layout import (
    CALF_VEINS,
    CHAMBERS,
    DRAIN,
    FIRST_ARTERY,
    FIRST_LUNG,
    FIRST_OTHER_VEIN,
    FIRST_STIFFENING,
    FROM,
    HEARD,
    LEG_TISSUE,
    LINK_CALF,
    LINK_THIGH,
    N_LINKS,
    N_ONE_WAY,
    THIGH_VEINS,
    TO,
)

HEAD = (
    "def set_rates(rate, flow, transmural, volume, unstressed, outside, conductance, contractility, circuit, heart,"
    " vessels, atria, ventricles, pleural_mmhg):"
)
LEG_VEINS = {LINK_THIGH: THIGH_VEINS, LINK_CALF: CALF_VEINS}


def write_set_rates() -> str:
    """Source of `set_rates`; see flows.py for what it computes."""
    return "\n    ".join([
        HEAD,
        "elastance, residual, most = circuit.elastance_mmhg_per_ml, circuit.residual_share, circuit.most_ml",
        "collapse = vessels.collapse_mmhg",
        *chambers(),
        *vessels(),
        *flows(),
        *rates(),
    ])  # fmt: skip


def chambers() -> Iterator[str]:
    yield ("set_chamber_pressures(transmural, volume, heart, contractility, atria, ventricles, pleural_mmhg)")
    yield from (f"p{i} = transmural[{i}]" for i in range(len(CHAMBERS)))


def vessels() -> Iterator[str]:
    for i in (*range(FIRST_ARTERY, FIRST_STIFFENING), *range(FIRST_LUNG, LEG_TISSUE)):
        yield f"p{i} = (volume[{i}] - unstressed[{i}]) * elastance[{i}]"
    for i in range(FIRST_STIFFENING, FIRST_LUNG):
        yield f"p{i}, left{i} = {vein(i)}"
    for i in range(FIRST_ARTERY, LEG_TISSUE):
        yield f"transmural[{i}] = p{i}"
    for i in range(LEG_TISSUE):
        yield f"h{i} = p{i} + outside[{i}]"


def vein(i: int) -> str:
    if i < FIRST_OTHER_VEIN:
        return f"stiffening_vein(volume[{i}], unstressed[{i}], elastance[{i}], most[{i}], residual[{i}], collapse)"
    return f"other_vein(volume[{i}], unstressed[{i}], elastance[{i}], residual[{i}], collapse)"


def flows() -> Iterator[str]:
    drains = {drain: vein for vein, drain in enumerate(DRAIN, FIRST_STIFFENING)}
    for j, (start, end) in enumerate(zip(FROM, TO, strict=True)):
        narrowed = f" * narrowing(p{LEG_VEINS[j]}, vessels)" if j in LEG_VEINS else ""
        left = f" * left{drains[j]}" if j in drains else ""
        flow = f"(h{start} - h{end}) * conductance[{j}]{left}{narrowed}"
        yield f"q{j} = one_way({flow})" if j < N_ONE_WAY else f"q{j} = {flow}"
    yield from (f"flow[{j}] = q{j}" for j in HEARD)
    yield f"leak = tissue_flow(volume[{LEG_TISSUE}], 0.5 * (p{THIGH_VEINS} + p{CALF_VEINS}), vessels)"


def rates() -> Iterator[str]:
    for i in range(LEG_TISSUE):
        into = [f"+ q{j}" for j in range(N_LINKS) if TO[j] == i]
        out = [f"- q{j}" for j in range(N_LINKS) if FROM[j] == i]
        leak = ["- 0.5 * leak"] if i in LEG_VEINS.values() else []
        yield f"rate[{i}] = {' '.join([*into, *out, *leak])}"
    yield f"rate[{LEG_TISSUE}] = leak"
