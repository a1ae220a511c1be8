import { describe, expect, test } from "vitest";
import { breathAt, countAt, findPassage, lengthOf, passagesOf, segmentAt, stepAt, wayOutAt } from "../src/practice/timeline";
import { bundle } from "./simulation";

const { script, track } = bundle;

describe("the way out", () => {
  test("is there at every second of the practice, and it sounds", () => {
    for (let at_s = 0; at_s <= track.main_s; at_s += 1) {
      const wayOut = wayOutAt(script, at_s);
      expect(wayOut, `at ${at_s} s`).toBeDefined();
      expect(wayOut?.leads_to).not.toBe("");
      expect(lengthOf(bundle, { kind: "passage", id: wayOut?.passage.id ?? "" })).toBeGreaterThan(0);
    }
  });

  test("lies in the track like every other passage", () => {
    for (const { id, seconds } of passagesOf(script)) {
      expect(lengthOf(bundle, { kind: "passage", id })).toBeCloseTo(seconds, 0);
      expect(findPassage(script, id)?.seconds).toBe(seconds);
    }
  });

  test("is led in captions where the track lacks its passage", () => {
    const silent = { ...bundle, track: { ...track, regions: [] } };
    const { id, seconds } = script.side_rest;
    expect(lengthOf(silent, { kind: "passage", id })).toBe(seconds);
  });
});

describe("the breath", () => {
  test("counts from one to its counts", () => {
    const breath = script.breaths.find(({ phase }) => phase === "out");
    if (!breath) throw new Error("the fixture has no paced breath");
    const counts = Array.from({ length: breath.counts }, (_, index) => countAt(breath, breath.at_s + (index + 0.5) * (breath.seconds / breath.counts)));
    expect(counts).toEqual(Array.from({ length: breath.counts }, (_, index) => index + 1));
    expect(countAt(breath, breath.at_s + breath.seconds)).toBe(breath.counts);
  });

  test("is found inside itself and not after it", () => {
    for (const breath of script.breaths) expect(breathAt(script, breath.at_s)).toBe(breath);
    const last = script.breaths.at(-1);
    expect(breathAt(script, (last?.at_s ?? 0) + (last?.seconds ?? 0))).toBeUndefined();
  });
});

describe("a segment", () => {
  test("is under way at every second", () => {
    for (let at_s = 0; at_s <= track.main_s; at_s += 1) expect(segmentAt(script, at_s)).toBeDefined();
  });

  test("tells the steps of its way in, one after the other", () => {
    for (const segment of script.segments) {
      const steps = [];
      for (let at_s = segment.enter_s; at_s < segment.hold_start_s; at_s += 1) steps.push(stepAt(script, segment, at_s)?.[0] ?? 0);
      expect(steps).toEqual([...steps].sort((one, other) => one - other));
      expect(stepAt(script, segment, segment.hold_start_s)).toBeNull();
    }
  });
});
