/** The one place where a practice changes: `update(bundle, state, event, now)` gives the new state and what is to be done. */

import type { Bundle, Mood } from "./bundle";
import { whereabouts } from "./body";
import { isNight } from "./display";
import type { Effect, Event } from "./events";
import { afterExit, answer, askAgain, continuationAhead, endHere, leadOut, leave, skipAhead, take, takeRest } from "./hurt";
import { isOver, positionOf, type State } from "./state";
import { breathBegun, count, finish, go, playing, still, type Step } from "./step";
import { cuesOf, lastCueAt, lengthOf, MAIN } from "./timeline";

export type { Step } from "./step";

export function update(bundle: Bundle, state: State, event: Event, now: string): Step {
  switch (event.type) {
    case "tick":
      return tick(bundle, state, event.at_s, now);
    case "begin":
      return state.phase.kind === "ready" ? start(state, now) : still(state);
    case "pause":
      return pause(state);
    case "resume":
      return resume(bundle, state);
    case "again":
      return again(bundle, state);
    case "hurts":
      return hurts(bundle, state);
    case "answer":
      return answer(bundle, state, event.place);
    case "nothing":
    case "stay":
      return goBack(bundle, state);
    case "lead-out":
      return leadOut(bundle, state, now);
    case "ask-again":
      return askAgain(state);
    case "take":
      return take(bundle, state, event.continuation);
    case "rest":
      return takeRest(bundle, state);
    case "end":
      return endHere(bundle, state);
    case "leave":
      return leave(state);
    case "skip":
      return skipAhead(bundle, state, now);
    case "go-on":
      return state.phase.kind === "resting" ? afterExit(bundle, state, state.phase.rejoin) : still(state);
    case "mood":
      return setMood(state, event.key, event.value);
    case "mood-done":
      return moodDone(state, event.keep);
    case "dim":
      return { state: { ...state, dim: isNight(bundle, state) ? "off" : "on" }, effects: [] };
  }
}

function tick(bundle: Bundle, state: State, at_s: number, now: string): Step {
  if (state.paused || isOver(state)) return still(state);
  const counted = count(bundle, state, at_s);
  const moved = announce(bundle, { ...counted, at_s });
  const next = pieceEnded(bundle, moved.state) ? ended(bundle, moved.state, now) : onTheWay(bundle, moved.state, now);
  return { state: next.state, effects: [...moved.effects, ...next.effects] };
}

function announce(bundle: Bundle, state: State): Step {
  const cues = cuesOf(bundle, state.piece).filter(({ kind, at_s }) => kind === "speech" && at_s <= state.at_s);
  const cue = cues.at(-1);
  if (!cue || cues.length <= state.announced) return still(state);
  const late = state.at_s >= cue.at_s + cue.seconds;
  return { state: { ...state, announced: cues.length }, effects: late ? [] : [{ type: "say", text: cue.text }] };
}

function pieceEnded(bundle: Bundle, { piece, at_s }: State): boolean {
  return at_s >= lengthOf(bundle, piece) - 0.05;
}

/** What follows the end of the piece that sounded. */
function ended(bundle: Bundle, state: State, now: string): Step {
  const { phase } = state;
  switch (phase.kind) {
    case "leading":
    case "closing":
      return finish(state, now);
    case "first-words":
    case "way-out":
    case "on-side":
      return skipAhead(bundle, state, now, false);
    case "continuation":
      return continuationAhead(bundle, state, phase);
    default:
      return still(state);
  }
}

/** What happens by the second in the middle of a piece. */
function onTheWay(bundle: Bundle, state: State, now: string): Step {
  const { phase, at_s } = state;
  if (phase.kind === "leading") return onTheLine(state);
  if (phase.kind === "ready" && !phase.held && at_s >= bundle.wishes.start_delay_s) return start(state, now);
  if (phase.kind === "resting" && at_s >= phase.rest_s) return afterExit(bundle, state, phase.rejoin);
  if (phase.kind === "continuation" && phase.stage === "hold") return continuationAhead(bundle, state, phase);
  return still(state);
}

/** A replay comes back to where the body is; a silence that is to be left out is left out. */
function onTheLine(state: State): Step {
  const { replay, at_s } = state;
  if (replay) return at_s < replay.until_s ? still(state) : backFromReplay(state, replay.back_s);
  const skip = state.skips.find((each) => each.at_s <= at_s);
  if (!skip) return still(state);
  const skips = state.skips.filter((each) => each !== skip);
  return playing({ ...state, skips, at_s: Math.max(at_s, skip.to_s) });
}

function backFromReplay(state: State, back_s: number): Step {
  const done = { ...state, replay: null };
  return back_s - state.at_s < 0.5 ? still(done) : playing({ ...done, at_s: back_s });
}

function start(state: State, now: string): Step {
  return go({ ...state, started_at: now }, { kind: "leading" }, MAIN);
}

function pause(state: State): Step {
  if (state.paused || isOver(state)) return still(state);
  return { state: { ...state, paused: true }, effects: [{ type: "halt" }, { type: "hush" }] };
}

function resume(bundle: Bundle, state: State): Step {
  if (!state.paused) return still(state);
  return playing(breathBegun(bundle, { ...state, paused: false }));
}

/** The last words once more. On the main line the body stays where it is; the line goes on from there. */
function again(bundle: Bundle, state: State): Step {
  const cue = lastCueAt(cuesOf(bundle, state.piece), state.at_s);
  if (!cue || isOver(state)) return still(state);
  const at_s = state.at_s - cue.at_s < 2 ? beforeThat(bundle, state, cue.at_s) : cue.at_s;
  const back_s = state.replay?.back_s ?? state.at_s;
  const said_s = cue.at_s + cue.seconds;
  const replay = state.phase.kind === "leading" ? { until_s: Math.min(back_s, said_s), back_s } : null;
  return playing({ ...state, at_s, replay, paused: false });
}

function beforeThat(bundle: Bundle, { piece }: State, at_s: number): number {
  return lastCueAt(cuesOf(bundle, piece), at_s - 0.1)?.at_s ?? at_s;
}

function hurts(bundle: Bundle, state: State): Step {
  const { kind } = state.phase;
  // Asked again without the screen, by the lock-screen key: be led out, as somebody uneasy.
  if (kind === "hurts") return answer(bundle, state, bundle.script.pain_answers.at(-1)?.slug ?? "");
  const asks = kind === "offer" || kind === "red-flag" || kind === "leaving";
  if (asks || whereabouts(bundle, positionOf(state), state).in === "nothing") return still(state);
  return go({ ...state, back: positionOf(state) }, { kind: "hurts" });
}

function goBack(bundle: Bundle, state: State): Step {
  const { phase, back } = state;
  if (!back || (phase.kind !== "hurts" && phase.kind !== "leaving")) return still(state);
  return playing(breathBegun(bundle, { ...state, ...back, back: null, paused: false }));
}

function setMood(state: State, key: keyof Mood, value: number): Step {
  const { phase } = state;
  if (phase.kind === "ready") {
    const mood_before = { ...(state.mood_before ?? NO_MOOD), [key]: value };
    return { state: { ...state, mood_before, phase: { kind: "ready", held: true } }, effects: [] };
  }
  if (phase.kind !== "mood-after") return still(state);
  return { state: { ...state, mood_after: { ...(state.mood_after ?? NO_MOOD), [key]: value } }, effects: [] };
}

const NO_MOOD: Mood = { calm: null, energy: null, head: null, body: null };

function moodDone(state: State, keep: boolean): Step {
  if (state.phase.kind !== "mood-after") return still(state);
  const effects: Effect[] = [{ type: "record", open: false }, { type: "forget" }];
  return { state: { ...state, phase: { kind: "finished" }, mood_after: keep ? state.mood_after : null }, effects };
}
