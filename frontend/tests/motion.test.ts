import { expect, test } from "vitest";
import { arcPoint, breathScale, LEAST_SCALE } from "../src/player/motion";
import { bundle } from "./simulation";

const breaths = bundle.script.breaths.filter(({ number }) => number === 1);
const inhale = breaths.find(({ phase }) => phase === "in");
const exhale = breaths.find(({ phase }) => phase === "out");
if (!inhale || !exhale) throw new Error("the fixture has no paced breath");

test("the disc grows with the inhale and shrinks with the exhale, without a jump between", () => {
  expect(breathScale(inhale, inhale.at_s)).toBeCloseTo(LEAST_SCALE);
  expect(breathScale(inhale, inhale.at_s + inhale.seconds)).toBeCloseTo(1);
  expect(breathScale(exhale, exhale.at_s)).toBeCloseTo(1);
  expect(breathScale(exhale, exhale.at_s + exhale.seconds)).toBeCloseTo(LEAST_SCALE);
});

test("the disc of the quiet rises at the left of the floor and sets at its right", () => {
  expect(arcPoint(0)).toEqual([8, 100]);
  expect(arcPoint(1)).toEqual([92, 100]);
  expect(arcPoint(0.5)[1]).toBeLessThan(50);
});
