"""Reading how a pose is led: steps in, hold, steps out, and the short way out."""

from karani.library.fields import Fields
from karani.library.pose import Line, Step, Steps

LONGEST_LINE_S = 600.0


def read_steps(fields: Fields) -> Steps:
    return Steps(
        starts_at=fields.text("starts_at"),
        enter=fields.each("enter", read_step),
        settle=fields.each("settle", read_line),
        quiet=fields.each("quiet", read_line),
        nearly_out=read_only_line(fields, "nearly_out"),
        change_sides=fields.each("change_sides", read_line),
        exit=read_exit(fields),
        way_out=fields.each("way_out", read_line),
        way_out_leads_to=fields.text("way_out_leads_to"),
    )


def read_exit(fields: Fields) -> tuple[Step, ...]:
    """At least one step: its place is where the pose ends."""
    steps = fields.each("exit", read_step)
    if not steps:
        raise fields.wrong("exit", "is empty; at least one step out, with its place, would be right")
    return steps


DISTANCE = "{distance}"
"""Where a cue says the person's own distance from the wall."""


def read_step(fields: Fields) -> Step:
    line = read_line(fields)
    settled = fields.optional_text("settled_cue") or ""
    if settled and DISTANCE not in settled:
        raise fields.wrong("settled_cue", f"a sentence with {DISTANCE} in it would be right")
    return Step(line.cue, line.pause, line.seconds, fields.text("place"), settled, line.adds)


def read_line(fields: Fields) -> Line:
    return Line(
        cue=fields.text("cue"),
        pause=fields.text("pause"),
        seconds=fields.number("seconds", 0, LONGEST_LINE_S),
        adds=fields.texts("adds") if fields.has("adds") else (),
    )


def read_only_line(fields: Fields, key: str) -> Line:
    """A line that is a table of its own, not one of a list."""
    table = fields.required_table(key)
    line = read_line(table)
    table.done()
    return line
