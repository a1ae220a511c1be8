import { describe, expect, it } from "vitest";
import type { Bundle } from "../src/practice/bundle";
import { quietFrom } from "../src/practice/quiet";
import { MAIN, BED } from "../src/practice/timeline";
import kept from "./fixtures/bundle.json";

const bundle = structuredClone(kept) as unknown as Bundle;

function withSounds(spoken: [number, number][], breaths: [number, "in" | "out", number][] = [], chimes: number[] = []): Bundle {
  return {
    ...bundle,
    track: { ...bundle.track, spoken: spoken.map(([start_s, end_s]) => ({ start_s, end_s })) },
    script: {
      ...bundle.script,
      cues: chimes.map((at_s) => ({ at_s, kind: "chime", text: "A chime.", seconds: 4, chime: "start" })),
      breaths: breaths.map(([at_s, phase, seconds]) => ({ at_s, phase, seconds, counts: 4, number: 1, of: 5 })),
    },
  };
}

describe("a moment in which nobody hears that the track is another one", () => {
  it("is now, where nothing sounds", () => {
    expect(quietFrom(withSounds([[10, 14]]), MAIN, 5)).toBe(5);
    expect(quietFrom(withSounds([[0, 999]]), BED, 5)).toBe(5);
  });

  it("comes after the words, also when they are about to begin", () => {
    expect(quietFrom(withSounds([[10, 14]]), MAIN, 12)).toBeCloseTo(14.05);
    expect(quietFrom(withSounds([[10, 14]]), MAIN, 9.7)).toBeCloseTo(14.05);
    expect(quietFrom(withSounds([[10, 14], [14.2, 16]]), MAIN, 12)).toBeCloseTo(16.05);
  });

  it("comes after a chime", () => {
    expect(quietFrom(withSounds([], [], [20]), MAIN, 21)).toBe(24);
  });

  it("lies at the turn from out to in, while breaths are paced", () => {
    const paced = withSounds([], [[0, "in", 4], [4, "out", 8], [12, "in", 4], [16, "out", 8]]);
    expect(quietFrom(paced, MAIN, 1)).toBeCloseTo(11.8);
    expect(quietFrom(paced, MAIN, 3.9)).toBeCloseTo(11.8);
    expect(quietFrom(paced, MAIN, 13)).toBeCloseTo(23.8);
  });

  it("waits for both, the words and the breath", () => {
    const both = withSounds([[11.5, 13]], [[0, "in", 4], [4, "out", 8], [12, "in", 4], [16, "out", 8]]);
    expect(quietFrom(both, MAIN, 5)).toBeCloseTo(23.8);
  });

  it("counts the seconds of a passage from its own start", () => {
    const region = bundle.track.regions[0]!;
    const spoken = withSounds([[region.start_s + 1, region.start_s + 3]]);
    expect(quietFrom(spoken, { kind: "passage", id: region.passage }, 2)).toBeCloseTo(3.05);
    expect(quietFrom(spoken, { kind: "passage", id: region.passage }, 0.2)).toBe(0.2);
  });
});
