import { describe, expect, test } from "vitest";
import { planSkips, skippable, skippedAfter } from "../src/practice/skip";
import { bundle, random } from "./simulation";

const { script, track } = bundle;

describe("keeping the minutes", () => {
  test("leaves out as much as is asked, as far as there is silence", () => {
    const chance = random(1);
    for (let round = 0; round < 300; round += 1) {
      const from_s = chance() * track.main_s;
      const cut_s = chance() * 900;
      const skipped_s = skippedAfter(planSkips(script, from_s, cut_s), 0);
      expect(skipped_s).toBeLessThanOrEqual(cut_s + 1e-6);
      // Silences whose share is not worth a jump are left alone: two seconds each at most.
      const silences = script.cues.length + script.segments.length;
      expect(skipped_s).toBeGreaterThan(Math.min(cut_s, skippable(script, from_s)) - 2 * silences);
    }
  });

  test("never cuts a cue, a chime or a breath, and never leaves one out", () => {
    const chance = random(2);
    for (let round = 0; round < 300; round += 1) {
      for (const { at_s, to_s } of planSkips(script, chance() * track.main_s, chance() * 900)) {
        const touched = [...script.cues, ...script.breaths].filter((sound) => sound.at_s < to_s && sound.at_s + sound.seconds > at_s);
        expect(touched).toEqual([]);
      }
    }
  });

  test("skips only inside quiet stretches, in order, and only what is still to come", () => {
    const skips = planSkips(script, 400, 500);
    expect(skips.length).toBeGreaterThan(0);
    let last_s = 400;
    for (const { at_s, to_s } of skips) {
      expect(at_s).toBeGreaterThanOrEqual(last_s);
      expect(script.segments.some((segment) => segment.quiet_start_s <= at_s && to_s <= segment.hold_end_s)).toBe(true);
      last_s = to_s;
    }
  });

  test("looks ahead only, also from the middle of a quiet stretch", () => {
    for (const { quiet_start_s, hold_end_s } of script.segments) {
      const from_s = (quiet_start_s + hold_end_s) / 2;
      for (const { at_s } of planSkips(script, from_s, 100)) expect(at_s).toBeGreaterThanOrEqual(from_s);
    }
  });

  test("leaves nothing out when nothing is too much", () => {
    expect(planSkips(script, 0, 0)).toEqual([]);
  });
});
