/** The small moves from which every change is made. */

import type { Bundle, DoneSegment } from "./bundle";
import type { Effect } from "./events";
import { bodyAt, type Phase, type State } from "./state";
import { BED, breathAt, findContinuation, segmentAt, type Piece } from "./timeline";

export interface Step {
  state: State;
  effects: Effect[];
}

export function still(state: State): Step {
  return { state, effects: [] };
}

/** Begin a phase with its piece of sound; without a piece the bed sounds, and the player waits. */
export function go(state: State, phase: Phase, piece: Piece = BED, at_s = 0): Step {
  return playing({ ...state, phase, piece, at_s, replay: null, paused: false });
}

/** Sound what the state says, from where it says. Words that begin here are announced (again). */
export function playing(state: State): Step {
  return {
    state: { ...state, announced: 0 },
    effects: [{ type: "hush" }, { type: "play", piece: state.piece, at_s: state.at_s }],
  };
}

/** The practice has ended; how one feels may still be said. */
export function finish(state: State, now: string): Step {
  const over: State = { ...state, phase: { kind: "mood-after" }, ended_at: now, paused: false, replay: null, back: null };
  return { state: over, effects: [{ type: "halt" }, { type: "hush" }, { type: "record", open: true }] };
}

/** A paced breath that was interrupted begins anew with its inhale. */
export function breathBegun({ script }: Bundle, state: State): State {
  if (state.phase.kind !== "leading" || state.replay) return state;
  const breath = breathAt(script, state.at_s);
  const first = breath && script.breaths.find(({ at_s, seconds, number }) => isSame(number, breath.number, at_s + seconds, breath.at_s));
  return breath ? { ...state, at_s: first?.at_s ?? breath.at_s } : state;
}

/** The other half of a breath has its number and touches it. */
function isSame(number: number, of: number, ends_at_s: number, begins_at_s: number): boolean {
  return number === of && Math.abs(ends_at_s - begins_at_s) < 0.1;
}

/** Add the time since the last tick to what was practised, and to the pose that was. */
export function count(bundle: Bundle, state: State, at_s: number): State {
  const passed_s = Math.max(0, at_s - state.at_s);
  if (!isLed(state.phase) || passed_s === 0) return state;
  const pose = poseNow(bundle, state);
  const done = pose ? addTo(state.done, pose, passed_s) : state.done;
  return { ...state, practiced_s: state.practiced_s + passed_s, done };
}

function isLed({ kind }: Phase): boolean {
  return ["leading", "first-words", "way-out", "on-side", "continuation", "resting", "closing"].includes(kind);
}

function poseNow({ script }: Bundle, state: State): { pose: string; variation: string | null } | undefined {
  if (state.phase.kind === "leading") return segmentAt(script, bodyAt(state));
  return state.phase.kind === "continuation" ? findContinuation(script, state.phase.id) : undefined;
}

function addTo(done: DoneSegment[], { pose, variation }: { pose: string; variation: string | null }, seconds: number) {
  const last = done.at(-1);
  if (last?.pose !== pose || last.variation !== variation) return [...done, { pose, variation, seconds }];
  return [...done.slice(0, -1), { ...last, seconds: last.seconds + seconds }];
}
