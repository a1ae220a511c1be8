"""The table of published and computed numbers, for docs/models/circulation.md and the terminal."""

from collections.abc import Mapping, Sequence

from karani.circulation.agreement.score import FIRST_ROUND, Agreement, Score, score, with_moved

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
    tables["both ways"] = both_ways(found["fit"], found["check"])
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
    source = ". ".join([row.source, *remarks_on(agreement)])
    return (
        f"| {row.what} ({row.unit}) | {row.published:g} | {spread} | {row.n} | {agreement.ours:.3g} |"
        f" {row.tolerance:g} | {z} | {source} |"
    )


def remarks_on(agreement: Agreement) -> list[str]:
    row = agreement.row
    found = [] if row.missed is None else [f"*{row.missed}*"]
    found += [] if row.moved is None else [f"*Judged the model first: {row.moved}*"]
    return found + ([] if row.round == FIRST_ROUND else ["*Second round*"])


def score_of(agreements: Sequence[Agreement]) -> str:
    return said(score(agreements)) + "."


def said(found: Score) -> str:
    return (
        f"{found.inside} of {found.rows} rows inside their tolerance, root mean square of z {found.rms:.2f}"
    )


def both_ways(fitted: Sequence[Agreement], checked: Sequence[Agreement]) -> str:
    """The rows no fit has seen, judged in three ways, so that nothing can hide in the choice."""
    ways = {
        "all rows that no fit has seen": checked,
        "only those of the first round": [one for one in checked if one.row.round == FIRST_ROUND],
        "only those of the second round": [one for one in checked if one.row.round != FIRST_ROUND],
        "all, and the rows that went over to the fit at the value with which they first judged": with_moved(
            fitted, checked
        ),
    }
    lines = [f"| {name} | {one.inside} of {one.rows} | {100 * one.share:.0f} % | {one.rms:.2f} |"
             for name, one in ((name, score(rows)) for name, rows in ways.items())]  # fmt: skip
    return "\n".join(["| which rows | inside | share | rms of z |", "|---|---|---|---|", *lines])
