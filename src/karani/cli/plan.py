"""`karani plan`: a practice for a need and some minutes, with its reasons and what was left out."""

import json
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from karani.cli.asking import MINUTES, THIS_POSE, add_minutes, add_person, request_of
from karani.cli.output import clock, hanging, print_json, wrapped, write_whole
from karani.cli.own_body import add_own_body, with_own_body
from karani.cli.paper_options import add_paper
from karani.cli.parser import Arguments, Parser, UsageError
from karani.library import Library, read_library
from karani.practice import Practice, Request, plan, practice_to_dict
from karani.practice.practice import Segment
from karani.practice.settled import tell_rest

INDENT = "      "


def add_arguments(parser: Parser) -> None:
    parser.add_argument("--need", metavar="N", help="what it is for: stress, sleep, low-back ...")
    parser.add_argument("--pose", metavar="POSE", help="a pose that it is about; then --need is this-pose")
    parser.add_argument(
        "--collection", metavar="C", help="a collection to take the poses from: sleep, hips ..."
    )
    add_minutes(parser, None, f"how long it is, 5 to 60; {MINUTES}, or a collection's own, if not said")
    add_person(parser)
    add_own_body(parser)
    parser.add_argument("--save", type=Path, metavar="FILE.json", help="keep the plan, for karani track")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="print it as a handout of one or two sheets")
    add_paper(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(arguments: Arguments) -> None:
    library = read_library()
    practice = with_own_body(plan(request_for(arguments, library), library), arguments, library)
    content = practice_to_dict(practice)
    if arguments.save is not None:
        write_whole(arguments.save, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())
    if arguments.pdf is not None:
        from karani.cli.handout import write_practice_handout  # noqa: PLC0415 - bodies take time to wake

        write_practice_handout(practice, library, arguments)
    if arguments.json:
        print_json(content)
    else:
        print(plan_text(practice, library))


def request_for(arguments: Arguments, library: Library) -> Request:
    if arguments.collection is None:
        return request_of(arguments, need_of(arguments), minutes_of(arguments), arguments.pose)
    if arguments.need or arguments.pose:
        raise UsageError("A collection knows its need and poses; leave out --need and --pose.")
    found = library.collection(arguments.collection)
    minutes = found.minutes if arguments.minutes is None else arguments.minutes
    return replace(request_of(arguments, found.need, minutes, None), collection=found.slug)


def minutes_of(arguments: Arguments) -> int:
    minutes: int | None = arguments.minutes
    return MINUTES if minutes is None else minutes


def need_of(arguments: Arguments) -> str:
    need: str | None = arguments.need or (THIS_POSE if arguments.pose else None)
    if need is None:
        raise UsageError("Say what the practice is for, with --need stress for example, or with --pose.")
    if need == THIS_POSE and arguments.pose is None:
        raise UsageError("Say which pose, with --pose; karani poses lists them.")
    return need


def plan_text(practice: Practice, library: Library) -> str:
    parts = [practice.title, segments_text(practice, library)]
    if practice.warnings:
        parts.append("\n".join(wrapped(warning) for warning in practice.warnings))
    if practice.left_out:
        parts.append(left_out_text(practice, library))
    return "\n\n".join(parts)


def segments_text(practice: Practice, library: Library) -> str:
    starts = accumulate((segment.seconds for segment in practice.segments), initial=0.0)
    lines = [
        line
        for start_s, segment in zip(starts, practice.segments, strict=False)
        for line in segment_lines(start_s, segment, practice, library)
    ]
    end = f"{clock(practice.total_seconds):>5} End"
    return "\n".join([*lines, end])


def segment_lines(start_s: float, segment: Segment, practice: Practice, library: Library) -> list[str]:
    pose = library.pose(segment.slug)
    rests = [tell_rest(rest) for rest in practice.body.rests if rest.pose == segment.slug]
    hold = f"{clock(segment.hold_s)} a side" if segment.sides > 1 else clock(segment.hold_s)
    props = "".join(f", {library.props[prop].name}" for prop in segment.props)
    return [
        f"{clock(start_s):>5} {pose.name}, held {hold}{props}",
        wrapped(segment.reason, INDENT),
        *(wrapped(line, INDENT) for line in (*rests, *segment.notes)),
    ]


def left_out_text(practice: Practice, library: Library) -> str:
    lines = [
        hanging(f"{INDENT}{library.pose(left_out.pose).name}: ", left_out.reason)
        for left_out in practice.left_out
    ]
    return "\n".join(["Left out", *lines])
