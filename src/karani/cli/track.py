"""`karani track`: a practice as one MP3."""

import sys
from pathlib import Path
from typing import Any

from karani.cli.asking import THIS_POSE, add_minutes
from karani.cli.output import clock, print_json, write_whole
from karani.cli.own_body import add_own_body, with_own_body
from karani.cli.parser import Arguments, Parser, UsageError, number
from karani.cli.plan_file import is_plan_file, read_plan
from karani.cli.voice import known_voice, tell_missing_voice, voice_names
from karani.library import Library, read_library
from karani.library.pose import Pose
from karani.practice import Practice, Request, Script, plan, write_script
from karani.practice.situation import LEAST_MINUTES, MOST_MINUTES
from karani.sound import Track, VoiceWish, find_usual_voice, render, speak_ahead
from karani.speech.natural import FASTEST, SLOWEST, usual_speed
from karani.storage.spoken_folder import spoken_folder
from karani.units import SECONDS_PER_MINUTE

AROUND_S = 180.0  # steps in and out, signals and closing words around a hold


def add_arguments(parser: Parser) -> None:
    parser.add_argument("what", metavar="POSE|PLAN.json", help="a pose, or a plan kept by karani plan --save")
    parser.add_argument("--output", type=Path, required=True, metavar="FILE.mp3", help="where to write it")
    add_minutes(parser, None, "how long, 5 to 60; the pose's usual length if not said")
    parser.add_argument(
        "--voice", metavar="V", help=f"{voice_names()}; a natural one where it is installed, if not said"
    )
    parser.add_argument(
        "--speed",
        type=number,
        default=usual_speed(),
        metavar="X",
        help=f"{SLOWEST} to {FASTEST}; 0.85 if not said",
    )
    add_own_body(parser)
    parser.add_argument("--json", action="store_true", help="say as JSON what was written")


def run(arguments: Arguments) -> None:
    library = read_library()
    practice = with_own_body(practice_of(arguments.what, arguments.minutes, library), arguments, library)
    track = render_spoken(write_script(practice, library), wish_of(arguments.voice, arguments.speed))
    write_whole(arguments.output, track.audio)
    if arguments.json:
        print_json(track_to_dict(practice, track, arguments.output))
    else:
        print(
            f"{practice.title}: {clock(track.main_s)} in {arguments.output}, {len(track.audio) / 1e6:.1f} MB."
        )


def wish_of(voice: str | None, speed: float) -> VoiceWish:
    tell_missing_voice(voice)
    return VoiceWish(known_voice(voice) or find_usual_voice()[0], speed, spoken_folder())


def render_spoken(script: Script, wish: VoiceWish) -> Track:
    voice = wish.open()
    speak_ahead(voice, script, tell_progress if sys.stderr.isatty() else None)
    return render(script, voice)


def tell_progress(done: int, of: int) -> None:
    print(
        f"\rSpeaking: {done} of {of} sentences.", end="\n" if done == of else "", file=sys.stderr, flush=True
    )


def practice_of(what: str, minutes: int | None, library: Library) -> Practice:
    if not is_plan_file(what):
        return plan_alone(library.pose(what), minutes, library)
    if minutes is not None:
        raise UsageError("A plan has its own minutes; --minutes goes with a pose.")
    return read_plan(Path(what), library)


def plan_alone(pose: Pose, minutes: int | None, library: Library) -> Practice:
    """The pose by itself, with the props that it takes."""
    return plan(
        Request(
            need=THIS_POSE,
            pose=pose.slug,
            minutes=usual_minutes(pose) if minutes is None else minutes,
            props=pose.needed_props,
        ),
        library,
    )


def usual_minutes(pose: Pose) -> int:
    whole = -(-(pose.hold.usual_s * pose.sides + AROUND_S) // SECONDS_PER_MINUTE)
    return int(min(max(whole, LEAST_MINUTES), MOST_MINUTES))


def track_to_dict(practice: Practice, track: Track, output: Path) -> dict[str, Any]:
    return {
        "file": str(output),
        "title": practice.title,
        "media_type": track.media_type,
        "bytes": len(track.audio),
        "main_s": track.main_s,
        "total_s": track.total_s,
        "regions": [
            {"passage": region.passage, "start_s": region.start_s, "end_s": region.end_s}
            for region in track.regions
        ],
    }
