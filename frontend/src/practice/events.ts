/** Everything that can happen to a practice, and everything that it can want done. Both are plain data. */

import type { Mood } from "./bundle";
import type { Piece } from "./timeline";

export type Event =
  /** The sound stands at this second of the piece that was asked for. */
  | { type: "tick"; at_s: number }
  | { type: "begin" }
  | { type: "pause" }
  | { type: "resume" }
  | { type: "again" }
  | { type: "hurts" }
  | { type: "answer"; place: string }
  | { type: "nothing" }
  /** From the red-flag text or from "End here?": be led out. */
  | { type: "lead-out" }
  /** Back from the red-flag text to the question. */
  | { type: "ask-again" }
  | { type: "take"; continuation: string }
  | { type: "rest" }
  /** "End here" among the offers, and "Sit up" after a red flag. */
  | { type: "end" }
  /** End early: is asked back. */
  | { type: "leave" }
  | { type: "stay" }
  /** "I am out": past the rest of a way out, a side rest or the closing. */
  | { type: "skip" }
  /** The rest on the side is enough. */
  | { type: "go-on" }
  | { type: "mood"; key: keyof Mood; value: number }
  | { type: "mood-done"; keep: boolean }
  | { type: "dim" };

export type Effect =
  | { type: "play"; piece: Piece; at_s: number }
  | { type: "halt" }
  | { type: "say"; text: string }
  | { type: "hush" }
  /** Put the session into the queue; while it is open the moods may still change. */
  | { type: "record"; open: boolean }
  /** The practice needs nothing kept any more. */
  | { type: "forget" }
  | { type: "go-home" };
