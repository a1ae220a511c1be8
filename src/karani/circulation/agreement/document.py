"""The table of published and computed numbers, for docs/models/circulation.md and the terminal."""

from collections.abc import Sequence

from karani.circulation.agreement.score import Agreement, root_mean_square

HEAD = (
    "| quantity | published | spread | n | ours | tolerance | z | source |\n|---|---|---|---|---|---|---|---|"
)


def table_of(agreements: Sequence[Agreement]) -> str:
    """Markdown; misses stay in it and are marked."""
    return "\n".join([HEAD, *map(line_of, agreements), "", score_of(agreements)])


def line_of(agreement: Agreement) -> str:
    row = agreement.row
    spread = "" if row.spread is None else f"{row.spread:g}"
    z = f"{agreement.z:+.1f}" if agreement.inside else f"**{agreement.z:+.1f} out**"
    return (
        f"| {row.what} ({row.unit}) | {row.published:g} | {spread} | {row.n} | {agreement.ours:.3g} |"
        f" {row.tolerance:g} | {z} | {row.source} |"
    )


def score_of(agreements: Sequence[Agreement]) -> str:
    inside = sum(agreement.inside for agreement in agreements)
    return (
        f"{inside} of {len(agreements)} rows inside their tolerance, root mean square of z"
        f" {root_mean_square(agreements):.2f}."
    )
