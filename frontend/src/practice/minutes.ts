/** The minutes asked for: what is left of them, how long an easier pose is held, and how the main line is rejoined. */

import type { Bundle, Continuation } from "./bundle";
import { planSkips, skippable, skippedAfter, type Skip } from "./skip";
import { bodyAt, type Phase, type Position, type State } from "./state";
import { findContinuation, lengthOf } from "./timeline";

/** A rest on the side that nothing follows: not shorter, and not longer, than this. */
export const REST_LEAST_S = 60;
export const REST_MOST_S = 300;

/** What is left of the minutes asked for; waiting and pausing do not use them up. */
export function budgetLeft({ script }: Bundle, state: State): number {
  return Math.max(0, script.total_s - state.practiced_s);
}

/** An easier pose is held as long as the minutes allow, within what the pose allows. */
export function holdFor(bundle: Bundle, state: State, continuation: Continuation, rejoin: number | null): number {
  const { enter, exit, hold_cues, hold_least_s, hold_most_s } = continuation;
  const left_s = budgetLeft(bundle, state) - enter.seconds - exit.seconds - lineLeft(bundle, rejoin);
  return Math.max(hold_cues.seconds, clamp(left_s, hold_least_s, hold_most_s));
}

export function restFor(bundle: Bundle, state: State, rejoin: number | null): number {
  return clamp(budgetLeft(bundle, state) - lineLeft(bundle, rejoin), REST_LEAST_S, REST_MOST_S);
}

/** The skips with which the main line, rejoined at a segment, still ends in the minutes asked for. */
export function skipsFrom(bundle: Bundle, state: State, rejoin: number): Skip[] {
  const too_much_s = lineLeft(bundle, rejoin) - budgetLeft(bundle, state);
  return too_much_s > 0 ? planSkips(bundle.script, startOf(bundle, rejoin), too_much_s) : [];
}

/** The time that is still to come on the way that is taken now. */
export function timeLeft(bundle: Bundle, state: State): number {
  const position: Position = isAsking(state.phase) && state.back ? state.back : state;
  const here_s = Math.max(0, lengthOf(bundle, position.piece) - position.at_s);
  const { phase } = position;
  switch (phase.kind) {
    case "ready":
      return bundle.script.total_s;
    case "leading":
      return Math.max(0, bundle.track.main_s - bodyAt(position) - skippedAfter(state.skips, bodyAt(position)));
    case "continuation":
      return withLine(bundle, state, continuationLeft(bundle, phase, position), phase.rejoin);
    case "resting":
      return withLine(bundle, state, Math.max(0, phase.rest_s - position.at_s), phase.rejoin);
    case "closing":
      return here_s;
    case "mood-after":
    case "finished":
    case "cancelled":
      return 0;
    default:
      return budgetLeft(bundle, state);
  }
}

export function startOf({ script }: Bundle, segment: number): number {
  return script.segments[segment]?.start_s ?? 0;
}

function isAsking({ kind }: Phase): boolean {
  return kind === "hurts" || kind === "leaving";
}

function lineLeft(bundle: Bundle, rejoin: number | null): number {
  return rejoin === null ? bundle.script.closing.seconds : bundle.track.main_s - startOf(bundle, rejoin);
}

/** What is to come here and on the rejoined line, shortened as far as the minutes ask and its silences give. */
function withLine(bundle: Bundle, state: State, here_s: number, rejoin: number | null): number {
  const whole_s = here_s + lineLeft(bundle, rejoin);
  if (rejoin === null) return whole_s;
  const shortest_s = whole_s - skippable(bundle.script, startOf(bundle, rejoin));
  return Math.max(shortest_s, Math.min(whole_s, budgetLeft(bundle, state)));
}

function continuationLeft(bundle: Bundle, phase: Phase & { kind: "continuation" }, position: Position): number {
  const continuation = findContinuation(bundle.script, phase.id);
  if (!continuation) return 0;
  const { enter, hold_cues, exit } = continuation;
  switch (phase.stage) {
    case "enter":
      return enter.seconds - position.at_s + phase.hold_s + exit.seconds;
    case "cues":
      return phase.hold_s - position.at_s + exit.seconds;
    case "hold":
      return phase.hold_s - hold_cues.seconds - position.at_s + exit.seconds;
    case "exit":
      return exit.seconds - position.at_s;
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
