/** Laws that hold after any sequence of events. */

import { expect, test } from "vitest";
import { whereabouts } from "../src/practice/body";
import type { Event } from "../src/practice/events";
import { displayOf, isNight } from "../src/practice/display";
import { offersFor } from "../src/practice/offers";
import { sessionOf } from "../src/practice/session";
import { positionOf, type State } from "../src/practice/state";
import { lengthOf } from "../src/practice/timeline";
import { bundle, NOW, pick, random, Simulation } from "./simulation";

const ROUNDS = 150;
const EVENTS = 60;

const SIMPLE: Event[] = [
  { type: "begin" }, { type: "pause" }, { type: "resume" }, { type: "again" }, { type: "hurts" }, { type: "nothing" },
  { type: "lead-out" }, { type: "ask-again" }, { type: "rest" }, { type: "end" }, { type: "leave" }, { type: "stay" },
  { type: "skip" }, { type: "go-on" }, { type: "dim" }, { type: "mood-done", keep: true }, { type: "mood", key: "calm", value: 4 },
];

function anyEvent(chance: () => number, without: Event["type"][]): Event {
  const kind = chance();
  if (kind < 0.2) return { type: "answer", place: pick(chance, bundle.script.pain_answers).slug };
  if (kind < 0.35) return { type: "take", continuation: pick(chance, bundle.script.continuations).id };
  return pick(chance, SIMPLE.filter(({ type }) => !without.includes(type)));
}

function checkValid(state: State): void {
  const length_s = lengthOf(bundle, state.piece);
  expect(state.at_s).toBeGreaterThanOrEqual(0);
  expect(state.at_s).toBeLessThanOrEqual(length_s + 0.001);
  expect(state.practiced_s).toBeGreaterThanOrEqual(0);
  expect(state.done.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThanOrEqual(state.practiced_s + 0.001);
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  const display = displayOf(bundle, state);
  expect(Number.isFinite(display.left_s)).toBe(true);
  expect(display.left_s).toBeGreaterThanOrEqual(0);
  expect(typeof isNight(bundle, state)).toBe("boolean");
  expect(sessionOf(bundle, state, NOW).hurts.every(({ pose }) => pose !== "")).toBe(true);
}

/** Ticks of any length, events of any kind. */
function wander(seed: number, without: Event["type"][], look: (simulation: Simulation, before: State, event: Event) => void): Simulation {
  const chance = random(seed);
  const simulation = new Simulation();
  for (let count = 0; count < EVENTS; count += 1) {
    const before = simulation.state;
    if (chance() < 0.5) simulation.pass(chance() * 200, 1 + chance() * 6);
    else {
      const event = anyEvent(chance, without);
      const now = simulation.state;
      simulation.send(event);
      look(simulation, now, event);
    }
    look(simulation, before, { type: "tick", at_s: 0 });
  }
  return simulation;
}

test("whatever happens, the state stays valid and nothing is thrown", () => {
  for (let seed = 0; seed < ROUNDS; seed += 1) wander(seed, [], ({ state }) => checkValid(state));
});

test("wherever one is led, there is a way out", () => {
  for (let seed = 1000; seed < 1000 + ROUNDS; seed += 1) {
    wander(seed, [], ({ state }) => {
      const where = whereabouts(bundle, positionOf(state), state);
      const led = ["leading", "continuation", "way-out", "first-words"].includes(state.phase.kind);
      if (led) expect(where.in).toBe("pose");
      if (where.in === "pose") expect(lengthOf(bundle, { kind: "passage", id: where.way_out.passage.id })).toBeGreaterThan(0);
    });
  }
});

test("without a tap on skip, a practice that ends early has passed a way out", () => {
  let ended = 0;
  for (let seed = 2000; seed < 2000 + ROUNDS; seed += 1) {
    const { phases, state } = wander(seed, ["skip"], () => undefined);
    if (!state.early || state.ended_at === null) continue;
    ended += 1;
    const lastLed = Math.max(phases.lastIndexOf("leading"), phases.lastIndexOf("continuation"));
    const afterwards = phases.slice(lastLed + 1);
    expect(afterwards).toContain("closing");
    expect(afterwards.includes("way-out") || afterwards.includes("on-side") || phases.includes("resting")).toBe(true);
  }
  expect(ended).toBeGreaterThan(8);
});

test("a pose that hurt comes neither as an offer nor on the main line again", () => {
  for (let seed = 3000; seed < 3000 + ROUNDS; seed += 1) {
    wander(seed, ["nothing", "stay", "ask-again"], ({ state }) => {
      const hurt = new Set(state.hurts.map(({ pose }) => pose));
      const { choices, rest_rejoin } = offersFor(bundle, state);
      for (const { continuation } of choices) expect(hurt.has(continuation.variation ?? continuation.pose)).toBe(false);
      for (const rejoin of [rest_rejoin, ...choices.map((choice) => choice.rejoin)]) {
        const poses = rejoin === null ? [] : bundle.script.segments.slice(rejoin).map(({ pose, variation }) => variation ?? pose);
        expect(poses.filter((pose) => hurt.has(pose))).toEqual([]);
      }
    });
  }
});

test("an event without a meaning here changes nothing", () => {
  const simulation = new Simulation();
  for (const event of SIMPLE.filter(({ type }) => !["begin", "pause", "leave", "dim", "mood"].includes(type))) {
    const before = simulation.state;
    expect(simulation.send(event).state).toBe(before);
  }
});
