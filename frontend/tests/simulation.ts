/** A practice without sound: time is told to `update` as the sound would tell it. */

import type { Bundle } from "../src/practice/bundle";
import type { Effect, Event } from "../src/practice/events";
import { isOver, startState, type Phase, type State } from "../src/practice/state";
import { lengthOf } from "../src/practice/timeline";
import { update } from "../src/practice/update";
import content from "./fixtures/bundle.json";

export const bundle = content as unknown as Bundle;
export const NOW = "2026-11-22T20:00:00.000Z";

export class Simulation {
  state: State;
  effects: Effect[] = [];
  phases: Phase["kind"][] = [];

  constructor(readonly bundle_: Bundle = bundle) {
    this.state = startState("00000000-0000-4000-8000-000000000001");
  }

  /** Begun, and `at_s` seconds into the main line. */
  static at(at_s: number, of: Bundle = bundle): Simulation {
    const simulation = new Simulation(of).send({ type: "begin" });
    simulation.pass(at_s);
    return simulation;
  }

  get kind(): Phase["kind"] {
    return this.state.phase.kind;
  }

  send(event: Event): this {
    const { state, effects } = update(this.bundle_, this.state, event, NOW);
    this.state = state;
    this.effects.push(...effects);
    if (this.phases.at(-1) !== state.phase.kind) this.phases.push(state.phase.kind);
    return this;
  }

  /** Let so many seconds sound, in steps of half a second. */
  pass(seconds: number, step_s = 0.5): this {
    for (let left_s = seconds; left_s > 0 && !isOver(this.state); left_s -= step_s) {
      const length_s = lengthOf(this.bundle_, this.state.piece);
      this.send({ type: "tick", at_s: Math.min(length_s, this.state.at_s + Math.min(step_s, left_s)) });
    }
    return this;
  }

  /** Let it sound until a phase is reached; a day at most. */
  until(kind: Phase["kind"]): this {
    for (let seconds = 0; seconds < 86_400 && this.kind !== kind; seconds += 1) this.pass(1);
    if (this.kind !== kind) throw new Error(`${kind} was not reached; it is ${this.kind}.`);
    return this;
  }
}

/** Seeded, so that a failure can be seen again. */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(chance: () => number, values: readonly T[]): T {
  return values[Math.floor(chance() * values.length)] as T;
}
