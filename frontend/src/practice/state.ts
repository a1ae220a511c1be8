/** The player's state: plain data that can be written down and read again. Nothing but `update` makes a new one. */

import type { DoneSegment, Hurt, Mood } from "./bundle";
import type { Skip } from "./skip";
import { BED, type Piece } from "./timeline";

/** What a way out is followed by: an offer of something easier, the end, or (a red flag) only help. */
export type After = "offer" | "end" | "help";

export type Phase =
  /** The start delay: "How are you?" A touched slider holds the start. */
  | { kind: "ready"; held: boolean }
  | { kind: "leading" }
  | { kind: "hurts" }
  | { kind: "red-flag"; place: string; out: boolean }
  /** "End here?" */
  | { kind: "leaving" }
  | { kind: "first-words"; place: string; way_out: string; after: After }
  | { kind: "way-out"; id: string; after: After }
  | { kind: "on-side"; after: After }
  | { kind: "offer" }
  | { kind: "continuation"; id: string; stage: Stage; hold_s: number; rejoin: number | null }
  | { kind: "resting"; rest_s: number; rejoin: number | null }
  | { kind: "closing" }
  | { kind: "mood-after" }
  | { kind: "finished" }
  /** Left before anything had begun: nothing is recorded. */
  | { kind: "cancelled" };

export type Stage = "enter" | "cues" | "hold" | "exit";

/** Something is heard again from `from_s` on, then it goes on from `back_s`; the body stays where it was at `back_s`. */
export interface Replay {
  until_s: number;
  back_s: number;
}

/** Where the practice stands: the phase, and the second of the piece that sounds. */
export interface Position {
  phase: Phase;
  piece: Piece;
  at_s: number;
  replay: Replay | null;
}

export type Dim = "auto" | "on" | "off";

export interface State extends Position {
  /** Of the session, made when the practice begins; by it the journal keeps it once. */
  uuid: string;
  started_at: string | null;
  ended_at: string | null;
  paused: boolean;
  /** Where "Nothing, go on" leads. */
  back: Position | null;
  /** The segment in which it hurt last, and every place that hurt, the last one last: what is offered depends on both. */
  segment: number;
  places: string[];
  skips: Skip[];
  hurts: Hurt[];
  done: DoneSegment[];
  practiced_s: number;
  early: boolean;
  mood_before: Mood | null;
  mood_after: Mood | null;
  dim: Dim;
  /** How many spoken cues of the present piece have been announced; device speech says each once. */
  announced: number;
}

export function startState(uuid: string): State {
  return {
    uuid,
    started_at: null,
    ended_at: null,
    phase: { kind: "ready", held: false },
    piece: BED,
    at_s: 0,
    replay: null,
    paused: false,
    back: null,
    segment: 0,
    places: [],
    skips: [],
    hurts: [],
    done: [],
    practiced_s: 0,
    early: false,
    mood_before: null,
    mood_after: null,
    dim: "auto",
    announced: 0,
  };
}

/** Where the body is on the main line: a replay is heard, but the body does not go back with it. */
export function bodyAt(position: Position): number {
  return position.replay?.back_s ?? position.at_s;
}

export function positionOf({ phase, piece, at_s, replay }: State): Position {
  return { phase, piece, at_s, replay };
}

export function isOver({ phase }: State): boolean {
  return phase.kind === "mood-after" || phase.kind === "finished" || phase.kind === "cancelled";
}
