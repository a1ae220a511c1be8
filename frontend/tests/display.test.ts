import { describe, expect, test } from "vitest";
import { displayOf, isNight } from "../src/practice/display";
import { offersFor } from "../src/practice/offers";
import { bundle, Simulation } from "./simulation";

const { script } = bundle;
const [first, main, last] = script.segments;
if (!first || !main || !last) throw new Error("the fixture needs three segments");
const quiet_s = main.quiet_start_s + 60;

function shownAt(at_s: number): ReturnType<typeof displayOf> {
  return displayOf(bundle, Simulation.at(at_s).state);
}

describe("the room shows", () => {
  test("the last words of the way in, and which step it is", () => {
    const cue = script.cues.find(({ kind, at_s }) => kind === "speech" && at_s >= main.enter_s);
    const shown = shownAt((cue?.at_s ?? 0) + 1);
    expect(shown).toMatchObject({ scene: "set-up", caption: cue?.text, small: main.name, sanskrit: main.sanskrit_name });
    expect(shown.next).toMatch(/^step 1 of \d+$/);
  });

  test("the paced breath with its count, and how many are over", () => {
    const out = script.breaths.find(({ phase, number }) => phase === "out" && number === 3);
    if (!out) throw new Error("the fixture has no paced breath");
    const shown = shownAt(out.at_s + 0.5);
    expect(shown).toMatchObject({ scene: "breath", caption: "Breathe out" });
    expect(shown.breath).toMatchObject({ phase: "out", count: 1, over: 2, of: out.of, words: `breath 3 of ${out.of}` });
  });

  test("the first breath as one to watch", () => {
    const shown = shownAt((script.breaths[0]?.at_s ?? 0) + 1);
    expect(shown.breath).toMatchObject({ over: 0, words: "one to watch" });
  });

  test("nothing but time, what comes next and the disc on its way, in the quiet", () => {
    const shown = shownAt(quiet_s + 20);
    expect(shown).toMatchObject({ scene: "quiet", caption: "", next: `then ${last.name}`, breath: null });
    expect(shown.passed).toBeGreaterThan(0);
    expect(shown.passed).toBeLessThan(1);
  });

  test("the time that is left, also when some silence will be left out", () => {
    expect(shownAt(100).left_s).toBeCloseTo(script.total_s - 100, 0);
    const ben = Simulation.at(main.hold_end_s - 30).send({ type: "hurts" }).send({ type: "answer", place: "back" }).until("offer");
    const choice = offersFor(bundle, ben.state).choices[0];
    ben.send({ type: "take", continuation: choice?.continuation.id ?? "" });
    const promised_s = displayOf(bundle, ben.state).left_s;
    const before_s = ben.state.practiced_s;
    ben.until("mood-after");
    expect(Math.abs(ben.state.practiced_s - before_s - promised_s)).toBeLessThan(30);
  });

  test("where a way out leads", () => {
    const ben = Simulation.at(quiet_s).send({ type: "hurts" }).send({ type: "answer", place: "back" });
    expect(displayOf(bundle, ben.state).small).not.toBe("");
  });
});

describe("the night", () => {
  test("comes after the last word of a hold, and not before", () => {
    expect(isNight(bundle, Simulation.at(main.quiet_start_s - 1).state)).toBe(false);
    expect(isNight(bundle, Simulation.at(quiet_s).state)).toBe(true);
    expect(isNight(bundle, Simulation.at(main.hold_end_s + 1).state)).toBe(false);
  });

  test("is turned away and back by the moon, and waits while paused", () => {
    const asha = Simulation.at(quiet_s).send({ type: "dim" });
    expect(isNight(bundle, asha.state)).toBe(false);
    expect(isNight(bundle, asha.send({ type: "dim" }).state)).toBe(true);
    expect(isNight(bundle, Simulation.at(quiet_s).send({ type: "pause" }).state)).toBe(false);
  });

  test("does not come by itself for one who does not want it", () => {
    const light = { ...bundle, wishes: { ...bundle.wishes, dim: false } };
    expect(isNight(light, Simulation.at(quiet_s, light).state)).toBe(false);
  });
});
