/** "This hurts", and ending early: out of the pose by its way out, to the side, then what the script offers. */

import type { Bundle, Hurt } from "./bundle";
import { whereabouts } from "./body";
import { holdFor, restFor, skipsFrom, startOf } from "./minutes";
import { offersFor } from "./offers";
import { bodyAt, positionOf, type After, type Phase, type State } from "./state";
import { finish, go, still, type Step } from "./step";
import { BED, findContinuation, MAIN, segmentAt, slugOf, type Piece } from "./timeline";

/** An answer to "Where does it hurt?". A red flag shows its text before anything else. */
export function answer(bundle: Bundle, state: State, place: string): Step {
  const found = bundle.script.pain_answers.find(({ slug }) => slug === place);
  if (state.phase.kind !== "hurts" || !state.back || !found) return still(state);
  const placed = { ...state, places: [...state.places, place], segment: segmentWhere(bundle, state) };
  const noted = note(bundle, placed, place);
  if (found.red_flag) return go(noted, { kind: "red-flag", place, out: false });
  return outOfHere(bundle, noted, "offer");
}

/** It was another place after all: what the first answer noted is taken back. */
export function askAgain(state: State): Step {
  const { phase } = state;
  if (phase.kind !== "red-flag" || phase.out) return still(state);
  const hurts = state.hurts.filter((hurt, index) => index < state.hurts.length - 1 || hurt.then !== "way-out" || hurt.pain_place !== phase.place);
  return go({ ...state, hurts, places: state.places.slice(0, -1) }, { kind: "hurts" });
}

/** Out of wherever the body is; where it is out already, what comes after. */
function outOfHere(bundle: Bundle, state: State, after: After): Step {
  const where = whereabouts(bundle, state.back ?? positionOf(state), state);
  const answered = bundle.script.pain_answers.find(({ slug }) => slug === state.places.at(-1));
  const cleared = { ...state, back: null };
  if (where.in !== "pose") return out(bundle, cleared, after, false);
  // Already on the way out: it goes on from its beginning, without the first words.
  if (!answered || state.back?.phase.kind === "way-out" || after === "end") {
    return go(cleared, { kind: "way-out", id: where.way_out.id, after }, passage(where.way_out.passage.id));
  }
  const phase: Phase = { kind: "first-words", place: answered.slug, way_out: where.way_out.id, after };
  return go(cleared, phase, passage(answered.first_words.id));
}

/** Out of the pose. After a red flag there is only help; else the rest on the side is led. */
function out(bundle: Bundle, state: State, after: After, rested: boolean): Step {
  if (after === "help") return go(state, { kind: "red-flag", place: state.places.at(-1) ?? "", out: true });
  if (!rested) return go(state, { kind: "on-side", after }, passage(bundle.script.side_rest.id));
  return after === "end" ? close(bundle, state) : go(state, { kind: "offer" });
}

/** On to the next part of the way out; by the person's tap ("I am out") or by itself at the end of each part. */
export function skipAhead(bundle: Bundle, state: State, now: string, tapped = true): Step {
  const { phase } = state;
  if (tapped && mayEndNow(phase)) return finish({ ...state, early: true }, now);
  switch (phase.kind) {
    case "first-words":
      return goOut(bundle, state, phase.way_out, phase.after);
    case "way-out":
      return out(bundle, state, phase.after, false);
    case "on-side":
      return out(bundle, state, phase.after, true);
    default:
      return still(state);
  }
}

/** Where one tap ends the practice: asked whether to end, on the way to the end, and after a red flag. */
function mayEndNow(phase: Phase): boolean {
  if (phase.kind === "leaving" || phase.kind === "closing" || phase.kind === "red-flag") return true;
  return "after" in phase && phase.after === "end";
}

function goOut({ script }: Bundle, state: State, id: string, after: After): Step {
  const wayOuts = [...script.way_outs, ...script.continuations.map(({ way_out }) => way_out)];
  const wayOut = wayOuts.find((each) => each.id === id);
  return go(state, { kind: "way-out", id, after }, wayOut ? passage(wayOut.passage.id) : BED);
}

/** "Lead me out": from the red-flag text to help, from "End here?" to the end. */
export function leadOut(bundle: Bundle, state: State, now: string): Step {
  const { phase } = state;
  if (phase.kind === "red-flag" && !phase.out) return outOfHere(bundle, thenIs(state, "red-flag"), "help");
  if (phase.kind !== "leaving" || !state.back) return still(state);
  const left: State = thenIs({ ...state, early: true }, "end");
  if (left.back?.phase.kind === "closing") return go({ ...left, back: null }, { kind: "closing" }, left.back.piece, left.back.at_s);
  if (left.back?.phase.kind === "ready") return finish(left, now);
  if (left.back?.phase.kind === "offer" || left.back?.phase.kind === "resting") return close(bundle, { ...left, back: null });
  return outOfHere(bundle, left, "end");
}

/** Ending early is asked back; before anything has begun it is not. */
export function leave(state: State): Step {
  const { kind } = state.phase;
  if (kind === "ready") {
    const effects: Step["effects"] = [{ type: "halt" }, { type: "forget" }, { type: "go-home" }];
    return { state: { ...state, phase: { kind: "cancelled" } }, effects };
  }
  if (["hurts", "red-flag", "leaving", "mood-after", "finished", "cancelled"].includes(kind)) return still(state);
  return go({ ...state, back: positionOf(state) }, { kind: "leaving" });
}

export function take(bundle: Bundle, state: State, id: string): Step {
  const choice = offersFor(bundle, state).choices.find(({ continuation }) => continuation.id === id);
  if (state.phase.kind !== "offer" || !choice) return still(state);
  const hold_s = holdFor(bundle, state, choice.continuation, choice.rejoin);
  const phase: Phase = { kind: "continuation", id, stage: "enter", hold_s, rejoin: choice.rejoin };
  return go(thenIs(state, slugOf(choice.continuation)), phase, passage(choice.continuation.enter.id));
}

export function takeRest(bundle: Bundle, state: State): Step {
  if (state.phase.kind !== "offer") return still(state);
  const rejoin = offersFor(bundle, state).rest_rejoin;
  return go(thenIs(state, "rest"), { kind: "resting", rest_s: restFor(bundle, state, rejoin), rejoin });
}

export function endHere(bundle: Bundle, state: State): Step {
  const { phase } = state;
  if (phase.kind === "red-flag" && phase.out) return close(bundle, { ...state, early: true });
  return phase.kind === "offer" ? close(bundle, thenIs({ ...state, early: true }, "end")) : still(state);
}

/** Steps in, the words at the start of the hold, the hold on the bed, steps out, and back to the line. */
export function continuationAhead(bundle: Bundle, state: State, phase: Phase & { kind: "continuation" }): Step {
  const continuation = findContinuation(bundle.script, phase.id);
  if (!continuation) return close(bundle, state);
  const { hold_cues, exit } = continuation;
  switch (phase.stage) {
    case "enter":
      return go(state, { ...phase, stage: "cues" }, passage(hold_cues.id));
    case "cues":
      return go(state, { ...phase, stage: "hold" });
    case "hold":
      if (state.at_s + hold_cues.seconds < phase.hold_s) return still(state);
      return go(state, { ...phase, stage: "exit" }, passage(exit.id));
    case "exit":
      return afterExit(bundle, state, phase.rejoin);
  }
}

/** Back to the main line, shortened so that it ends in the minutes asked for; or the closing. */
export function afterExit(bundle: Bundle, state: State, rejoin: number | null): Step {
  if (rejoin === null) return close(bundle, state);
  const skips = skipsFrom(bundle, state, rejoin);
  return go({ ...state, skips, segment: rejoin }, { kind: "leading" }, MAIN, startOf(bundle, rejoin));
}

function close(bundle: Bundle, state: State): Step {
  return go({ ...state, back: null }, { kind: "closing" }, passage(bundle.script.closing.id));
}

function passage(id: string): Piece {
  return { kind: "passage", id };
}

/** The main line's segment under way; in an easier pose it stays the one in which it hurt first. */
function segmentWhere({ script }: Bundle, { back, segment }: State): number {
  if (back?.phase.kind !== "leading") return segment;
  return segmentAt(script, bodyAt(back))?.index ?? segment;
}

/** The pose in which it hurt is noted; lying on the side or sitting up is no pose to leave out. */
function note(bundle: Bundle, state: State, pain_place: string): State {
  const where = whereabouts(bundle, positionOf(state), state);
  if (where.in !== "pose") return state;
  const hurt: Hurt = { at_s: Math.round(state.practiced_s), pose: where.slug, pain_place, then: "way-out" };
  return { ...state, hurts: [...state.hurts, hurt] };
}

function thenIs(state: State, then: string): State {
  const last = state.hurts.at(-1);
  return last && last.then === "way-out" ? { ...state, hurts: [...state.hurts.slice(0, -1), { ...last, then }] } : state;
}
