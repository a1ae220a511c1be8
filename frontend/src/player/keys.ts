/** The keyboard: space is "this hurts", wherever the focus stands in the room; Escape asks whether to end. */

import type { Bundle } from "../practice/bundle";
import type { Event } from "../practice/events";
import type { State } from "../practice/state";

export type Pressed = Event | { type: "panel" } | null;

/** In these there is no floor to touch: a question is asked. */
const QUESTIONS = new Set(["ready", "hurts", "red-flag", "leaving", "offer", "mood-after", "finished", "cancelled"]);

export function isQuestion({ phase }: State): boolean {
  return QUESTIONS.has(phase.kind);
}

export function pressed(key: KeyboardEvent, bundle: Bundle, state: State, letters: boolean): Pressed {
  if (key.ctrlKey || key.metaKey || key.altKey || key.repeat) return null;
  if (key.key === "Escape") return state.phase.kind === "leaving" ? { type: "stay" } : { type: "leave" };
  if (isTyping(key.target)) return null;
  if (state.phase.kind === "hurts") return letters ? digit(key.key, bundle) : null;
  if (isQuestion(state)) return null;
  if (key.key === " ") return isOwnButton(key.target) ? null : { type: "hurts" };
  return letters ? letter(key.key.toLowerCase(), state) : null;
}

function digit(key: string, { script }: Bundle): Pressed {
  if (key === "0") return { type: "nothing" };
  const answer = /^[1-9]$/.test(key) ? script.pain_answers[Number(key) - 1] : undefined;
  return answer ? { type: "answer", place: answer.slug } : null;
}

function letter(key: string, { paused }: State): Pressed {
  switch (key) {
    case "p":
    case "k":
      return { type: paused ? "resume" : "pause" };
    case "r":
      return { type: "again" };
    case "s":
      return { type: "panel" };
    case "d":
      return { type: "dim" };
    default:
      return null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Buttons that answer something keep their space; those of the bar give it up: hurting goes first. */
function isOwnButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".actions, .panel") !== null;
}
