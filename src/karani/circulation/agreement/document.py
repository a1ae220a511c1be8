"""The table of published and computed numbers, for docs/models/circulation.md and the terminal."""

from collections.abc import Mapping, Sequence

from karani.circulation.agreement.score import Agreement, root_mean_square

HEAD = (
    "| quantity | published | spread | n | ours | tolerance | z | source |\n|---|---|---|---|---|---|---|---|"
)

MENDS_HEAD = "| quantity | published | before | now | by |\n|---|---|---|---|---|"


def table_of(agreements: Sequence[Agreement]) -> str:
    """Markdown; misses stay in it and are marked."""
    return "\n".join([HEAD, *map(line_of, agreements), "", score_of(agreements)])


def with_tables(text: str, found: Mapping[str, Sequence[Agreement]]) -> str:
    """The document with its tables made anew, between `<!-- name -->` and `<!-- /name -->`."""
    tables = {name: table_of(agreements) for name, agreements in found.items()}
    tables["mends"] = mends_of([one for agreements in found.values() for one in agreements])
    for name, table in tables.items():
        start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        before, _, rest = text.partition(start)
        text = f"{before}{start}\n{table}\n{end}{rest.partition(end)[2]}"
    return text


def mends_of(agreements: Sequence[Agreement]) -> str:
    """Rows at which a change was aimed: before and now."""
    rows = [
        f"| {one.row.what} ({one.row.unit}) | {one.row.published:g} | {one.row.earlier:g} | {one.ours:.3g} | {one.row.mended_by} |"
        for one in agreements
        if one.row.earlier is not None
    ]
    return "\n".join([MENDS_HEAD, *rows])


def line_of(agreement: Agreement) -> str:
    row = agreement.row
    spread = "" if row.spread is None else f"{row.spread:g}"
    z = f"{agreement.z:+.1f}" if agreement.inside else f"**{agreement.z:+.1f} out**"
    source = row.source if row.missed is None else f"{row.source}. *{row.missed}*"
    return (
        f"| {row.what} ({row.unit}) | {row.published:g} | {spread} | {row.n} | {agreement.ours:.3g} |"
        f" {row.tolerance:g} | {z} | {source} |"
    )


def score_of(agreements: Sequence[Agreement]) -> str:
    inside = sum(agreement.inside for agreement in agreements)
    return (
        f"{inside} of {len(agreements)} rows inside their tolerance, root mean square of z"
        f" {root_mean_square(agreements):.2f}."
    )
