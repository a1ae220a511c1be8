/** What the room shows at this second, as plain data: words, breath, time, night. Rendering only reads it. */

import type { Breath, Bundle, Cue, ScriptSegment } from "./bundle";
import { timeLeft } from "./minutes";
import { bodyAt, type State } from "./state";
import {
  breathAt,
  countAt,
  cuesOf,
  findContinuation,
  findWayOut,
  isInQuiet,
  lastCueAt,
  segmentAt,
  slugOf,
  sounding,
  stepAt,
} from "./timeline";

export interface Display {
  scene: "set-up" | "breath" | "quiet";
  /** What is said; in the quiet only while it is said. */
  caption: string;
  small: string;
  sanskrit: string;
  breath: BreathShown | null;
  /** What comes next, or which step it is. */
  next: string;
  left_s: number;
  /** How much of a hold has passed, 0 to 1; null outside a quiet hold. */
  passed: number | null;
  /** The pose whose figure may stand in the room, and the step that it shows; without a step the pose itself. */
  slug: string | null;
  step: StepShown | null;
}

/** Counted from 0, in the order of the pose's steps in or out. */
export interface StepShown {
  way: "enter" | "exit";
  number: number;
}

export interface BreathShown {
  phase: "in" | "out";
  count: number;
  /** Counted breaths that are over. */
  over: number;
  of: number;
  words: string;
}

const NUMBERS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

export function displayOf(bundle: Bundle, state: State): Display {
  const left_s = timeLeft(bundle, state);
  const shown = shownNow(bundle, state);
  return { scene: "set-up", caption: "", small: "", sanskrit: "", breath: null, next: "", passed: null, slug: null, step: null, left_s, ...shown };
}

/** Dark after the last word of a quiet hold, unless the person wants it otherwise. */
export function isNight(bundle: Bundle, state: State): boolean {
  if (state.dim !== "auto") return state.dim === "on";
  return bundle.wishes.dim && !state.paused && shownNow(bundle, state).scene === "quiet";
}

function shownNow(bundle: Bundle, state: State): Partial<Display> {
  const { phase } = state;
  switch (phase.kind) {
    case "leading":
      return onTheLine(bundle, state);
    case "continuation":
      return inContinuation(bundle, state, phase.id);
    case "first-words":
    case "way-out":
      return { caption: saidLast(bundle, state), small: leadsTo(bundle, phase.kind === "way-out" ? phase.id : phase.way_out) };
    case "on-side":
      return { caption: saidLast(bundle, state), next: "rest on your side" };
    case "resting":
      return { caption: "Rest on your side.", small: "As long as you like.", next: phase.rejoin === null ? "then the end" : "" };
    case "closing":
      return { caption: saidLast(bundle, state), next: "then the end" };
    default:
      return {};
  }
}

function onTheLine(bundle: Bundle, state: State): Partial<Display> {
  const { script } = bundle;
  const body_s = bodyAt(state);
  const segment = segmentAt(script, body_s);
  if (!segment) return {};
  const slug = slugOf(segment);
  const breath = breathAt(script, state.at_s);
  if (breath) return { scene: "breath", slug, ...breathing(script.cues, state.at_s, breath), next: afterBreath(breath) };
  if (isInQuiet(segment, body_s)) {
    const passed = (body_s - segment.hold_start_s) / (segment.hold_end_s - segment.hold_start_s);
    return { scene: "quiet", slug, caption: saidNow(script.cues, state.at_s), passed, next: nextPose(bundle, segment.index) };
  }
  const step = stepAt(script, segment, body_s);
  const arriving = body_s < segment.enter_s || (step !== null && step[0] === 1);
  return {
    slug,
    step: stepOnTheLine(bundle, segment, body_s),
    caption: saidLast(bundle, state),
    ...(arriving ? { small: segment.name, sanskrit: segment.sanskrit_name } : {}),
    next: step ? `step ${step[0]} of ${step[1]}` : nextHere(bundle, segment, body_s),
  };
}

/** On the way there the first step is shown already; in the settling and the quiet the pose itself. */
function stepOnTheLine({ script }: Bundle, segment: ScriptSegment, body_s: number): StepShown | null {
  if (body_s < segment.hold_start_s) return { way: "enter", number: (stepAt(script, segment, body_s)?.[0] ?? 1) - 1 };
  if (body_s < segment.hold_end_s) return null;
  const out = script.cues.filter(({ kind, at_s }) => kind === "speech" && at_s >= segment.hold_end_s && at_s < segment.end_s);
  return { way: "exit", number: begun(out, body_s) - 1 };
}

function begun(cues: Cue[], at_s: number): number {
  return Math.max(1, cues.filter(({ kind, at_s: start }) => kind === "speech" && start <= at_s).length);
}

function breathing(cues: Cue[], at_s: number, breath: Breath): Partial<Display> {
  const { phase, number, of, counts } = breath;
  const words = number === 0 ? "one to watch" : `breath ${number} of ${of}`;
  const shown = { phase, count: countAt(breath, at_s), over: Math.max(0, number - 1), of, words };
  const how = phase === "out" ? `slowly, to ${NUMBERS[counts] ?? counts}` : `to ${NUMBERS[counts] ?? counts}`;
  return { caption: phase === "in" ? "Breathe in" : "Breathe out", small: saidNow(cues, at_s) || how, breath: shown };
}

function afterBreath({ number, of }: Breath): string {
  return number === of ? "then quiet" : "";
}

function inContinuation(bundle: Bundle, state: State, id: string): Partial<Display> {
  const continuation = findContinuation(bundle.script, id);
  if (!continuation || state.phase.kind !== "continuation") return {};
  const { stage, hold_s, rejoin } = state.phase;
  const slug = slugOf(continuation);
  if (stage === "hold") {
    const passed = (continuation.hold_cues.seconds + state.at_s) / hold_s;
    return { scene: "quiet", slug, passed, next: rejoin === null ? "then the end" : `then ${nameAt(bundle, rejoin)}` };
  }
  const small = stage === "enter" ? continuation.name : "";
  const way = stage === "enter" || stage === "exit" ? stage : null;
  const step = way && { way, number: begun(continuation[way].cues, state.at_s) - 1 };
  return { caption: saidLast(bundle, state), slug, step, small, next: stage === "exit" ? "on the way out" : "" };
}

/** On the way there one gets ready; in the settling the quiet comes next; on the way out the next pose. */
function nextHere(bundle: Bundle, segment: ScriptSegment, body_s: number): string {
  if (body_s < segment.enter_s) return "get ready";
  return body_s < segment.hold_end_s ? "then quiet" : nextPose(bundle, segment.index);
}

function nextPose(bundle: Bundle, index: number): string {
  const name = nameAt(bundle, index + 1);
  return name ? `then ${name}` : "then the end";
}

function nameAt({ script }: Bundle, index: number): string {
  return script.segments[index]?.name ?? "";
}

function leadsTo({ script }: Bundle, id: string): string {
  return findWayOut(script, id)?.leads_to ?? "";
}

/** A chime is shown while it rings; what was said last stays until something else is said. */
function saidLast(bundle: Bundle, state: State): string {
  const cues = cuesOf(bundle, state.piece);
  return saidNow(cues, state.at_s) || (lastCueAt(cues, state.at_s)?.text ?? "");
}

function saidNow(cues: Cue[], at_s: number): string {
  return sounding(cues, at_s)?.text ?? "";
}
