import { describe, expect, test } from "vitest";
import { whereabouts } from "../src/practice/body";
import { offersFor } from "../src/practice/offers";
import { positionOf } from "../src/practice/state";
import { lastCueAt, wayOutAt } from "../src/practice/timeline";
import { bundle, NOW, Simulation } from "./simulation";

const { script, wishes } = bundle;
const main = script.segments[1];
if (!main) throw new Error("the fixture needs three segments");
const inHold_s = Math.round((main.quiet_start_s + main.hold_end_s) / 2);

describe("the start", () => {
  test("comes by itself after the start delay", () => {
    const asha = new Simulation().pass(wishes.start_delay_s + 1);
    expect(asha.kind).toBe("leading");
    expect(asha.state.started_at).toBe(NOW);
  });

  test("is held by a touched slider, until it is asked for", () => {
    const asha = new Simulation().send({ type: "mood", key: "calm", value: 3 }).pass(60);
    expect(asha.kind).toBe("ready");
    expect(asha.send({ type: "begin" }).kind).toBe("leading");
    expect(asha.state.mood_before).toEqual({ calm: 3, energy: null, head: null, body: null });
  });

  test("can be left, and nothing is recorded", () => {
    const asha = new Simulation().send({ type: "leave" });
    expect(asha.kind).toBe("cancelled");
    expect(asha.effects.map(({ type }) => type)).not.toContain("record");
  });
});

describe("a practice that is let run", () => {
  test("ends finished after the minutes asked for, with every pose in it", () => {
    const asha = new Simulation().send({ type: "begin" }).until("mood-after");
    expect(asha.state.practiced_s).toBeCloseTo(script.total_s, 0);
    expect(asha.state.early).toBe(false);
    expect(asha.state.done.map(({ pose }) => pose)).toEqual(script.segments.map(({ pose }) => pose));
    expect(asha.effects).toContainEqual({ type: "record", open: true });
  });

  test("says each cue once", () => {
    const asha = new Simulation().send({ type: "begin" }).until("mood-after");
    const said = asha.effects.filter(({ type }) => type === "say");
    expect(said).toEqual(script.cues.filter(({ kind }) => kind === "speech").map(({ text }) => ({ type: "say", text })));
  });

  test("keeps the moods that are said, and lets them be skipped", () => {
    const kept = new Simulation().send({ type: "begin" }).until("mood-after").send({ type: "mood", key: "head", value: 8 });
    expect(kept.send({ type: "mood-done", keep: true }).state.mood_after?.head).toBe(8);
    expect(kept.effects).toContainEqual({ type: "record", open: false });
    const skipped = new Simulation().send({ type: "begin" }).until("mood-after").send({ type: "mood", key: "head", value: 8 });
    expect(skipped.send({ type: "mood-done", keep: false }).state.mood_after).toBeNull();
  });
});

describe("pause and repeat", () => {
  test("a pause lets no time pass", () => {
    const asha = Simulation.at(100).send({ type: "pause" }).pass(50);
    expect(asha.state.at_s).toBe(100);
    expect(asha.send({ type: "resume" }).pass(1).state.at_s).toBeGreaterThan(100);
  });

  test("an interrupted breath begins anew with its inhale", () => {
    const out = script.breaths.find(({ phase, number }) => phase === "out" && number === 2);
    const inhale = script.breaths.find(({ phase, number }) => phase === "in" && number === 2);
    if (!out || !inhale) throw new Error("the fixture has no paced breath");
    const asha = Simulation.at(out.at_s + 3).send({ type: "pause" }).send({ type: "resume" });
    expect(asha.state.at_s).toBe(inhale.at_s);
  });

  test("what is repeated long after it was said does not lengthen the practice", () => {
    const said = lastCueAt(script.cues, inHold_s);
    if (!said) throw new Error("nothing was said");
    const at_s = said.at_s + said.seconds + 25;
    const asha = Simulation.at(at_s).send({ type: "again" });
    expect(asha.state.at_s).toBe(said.at_s);
    asha.pass(said.seconds + 0.5);
    expect(asha.state.at_s).toBeGreaterThanOrEqual(at_s);
    expect(asha.state.replay).toBeNull();
  });

  test("while words are repeated, the way out stays that of where the body is", () => {
    const turn = script.way_out_spans.find(({ start_s }) => start_s > main.enter_s);
    if (!turn) throw new Error("the fixture has no change of way out");
    const asha = Simulation.at(turn.start_s + 2).send({ type: "again" }).send({ type: "again" });
    expect(wayOutAt(script, asha.state.at_s)?.id).not.toBe(turn.way_out);
    const where = whereabouts(bundle, positionOf(asha.state), asha.state);
    expect(where.in === "pose" && where.way_out.id).toBe(turn.way_out);
  });
});

describe("this hurts", () => {
  test("stops the line and asks where; nothing, and it goes on where it was", () => {
    const ben = Simulation.at(inHold_s).send({ type: "hurts" }).pass(30);
    expect(ben.kind).toBe("hurts");
    ben.send({ type: "nothing" });
    expect([ben.kind, ben.state.at_s, ben.state.hurts]).toEqual(["leading", inHold_s, []]);
  });

  test("leads the way out of the pose, rests on the side, and offers something easier", () => {
    const ben = Simulation.at(inHold_s).send({ type: "hurts" }).send({ type: "answer", place: "back" }).until("offer");
    expect(ben.phases.slice(-5)).toEqual(["hurts", "first-words", "way-out", "on-side", "offer"]);
    expect(ben.effects).toContainEqual({ type: "play", piece: { kind: "passage", id: `way-out-of-${main.pose}` }, at_s: 0 });
    expect(offersFor(bundle, ben.state).choices.length).toBeGreaterThan(0);
    expect(ben.state.back).toBeNull();
    expect(ben.state.hurts).toEqual([{ at_s: inHold_s, pose: main.pose, pain_place: "back", then: "way-out" }]);
  });

  test("the easier pose is led, held, left, and the practice ends in its minutes", () => {
    for (const at_s of [main.hold_start_s + 5, inHold_s, main.hold_end_s - 20]) {
      const ben = Simulation.at(at_s).send({ type: "hurts" }).send({ type: "answer", place: "back" }).until("offer");
      const choice = offersFor(bundle, ben.state).choices[0];
      if (!choice) throw new Error("nothing was offered");
      ben.send({ type: "take", continuation: choice.continuation.id }).until("mood-after");
      expect(ben.state.early).toBe(false);
      expect(ben.state.hurts[0]?.then).toBe(choice.continuation.variation ?? choice.continuation.pose);
      const least_s = choice.continuation.enter.seconds + choice.continuation.hold_least_s + choice.continuation.exit.seconds;
      const late_s = Math.max(0, at_s + least_s + 75 - main.end_s);
      expect(ben.state.practiced_s, `hurt at ${at_s}`).toBeGreaterThan(script.total_s - 20);
      expect(ben.state.practiced_s, `hurt at ${at_s}`).toBeLessThan(script.total_s + late_s + 20);
    }
  });

  test("a red flag shows its text, leads out, and offers no other pose", () => {
    const chandra = Simulation.at(inHold_s).send({ type: "hurts" }).send({ type: "answer", place: "chest-or-breath" });
    expect(chandra.state.phase).toEqual({ kind: "red-flag", place: "chest-or-breath", out: false });
    chandra.send({ type: "lead-out" });
    for (let seconds = 0; seconds < 200 && chandra.kind !== "red-flag"; seconds += 1) chandra.pass(1);
    expect(chandra.state.phase).toEqual({ kind: "red-flag", place: "chest-or-breath", out: true });
    expect(chandra.send({ type: "end" }).kind).toBe("closing");
    chandra.until("mood-after");
    expect(chandra.state.early).toBe(true);
    expect(chandra.state.hurts[0]?.then).toBe("red-flag");
    expect(chandra.phases).not.toContain("offer");
  });

  test("another place after all takes the first answer back", () => {
    const ben = Simulation.at(inHold_s).send({ type: "hurts" }).send({ type: "answer", place: "head-or-eyes" });
    ben.send({ type: "ask-again" }).send({ type: "answer", place: "neck" });
    expect(ben.state.places).toEqual(["neck"]);
    expect(ben.state.hurts.map(({ pain_place }) => pain_place)).toEqual(["neck"]);
  });

  test("a pose that hurt is not offered again", () => {
    const ben = Simulation.at(inHold_s).send({ type: "hurts" }).send({ type: "answer", place: "back" }).until("offer");
    const choice = offersFor(bundle, ben.state).choices[0];
    if (!choice) throw new Error("nothing was offered");
    ben.send({ type: "take", continuation: choice.continuation.id }).pass(30);
    ben.send({ type: "hurts" }).send({ type: "answer", place: "back" });
    const slug = choice.continuation.variation ?? choice.continuation.pose;
    expect(ben.state.hurts.at(-1)?.pose).toBe(slug);
    ben.until("way-out");
    expect(ben.state.phase).toEqual({ kind: "way-out", id: choice.continuation.way_out.id, after: "offer" });
    ben.until("offer");
    const offered = offersFor(bundle, ben.state).choices.map(({ continuation }) => continuation.variation ?? continuation.pose);
    expect(offered).not.toContain(slug);
    expect(offered).not.toContain(main.pose);
  });

  test("the main line is not rejoined where the pose that hurt would come again", () => {
    const asBefore = script.continuations.find((each) => {
      const slug = each.variation ?? each.pose;
      return script.segments.slice(2).some(({ pose, variation }) => (variation ?? pose) === slug);
    });
    const offer = script.offers.find(({ segment, continuation, rejoin }) => segment === 1 && continuation === asBefore?.id && rejoin === 2);
    if (!asBefore || !offer) throw new Error("the fixture offers nothing that comes later in the practice too");
    const dev = Simulation.at(inHold_s).send({ type: "hurts" }).send({ type: "answer", place: offer.pain_place }).until("offer");
    dev.send({ type: "take", continuation: asBefore.id }).pass(60);
    dev.send({ type: "hurts" }).send({ type: "answer", place: offer.pain_place }).until("offer");
    expect(offersFor(bundle, dev.state).rest_rejoin).toBeNull();
    dev.send({ type: "rest" }).until("mood-after");
    expect(dev.phases.slice(-3)).toEqual(["resting", "closing", "mood-after"]);
  });

  test("asked twice from the lock screen, it leads out without a place", () => {
    const dev = Simulation.at(inHold_s).send({ type: "hurts" }).send({ type: "hurts" });
    expect(dev.kind).toBe("first-words");
    expect(dev.state.hurts[0]?.pain_place).toBe(script.pain_answers.at(-1)?.slug);
  });

  test("resting is enough when the person says so", () => {
    const dev = Simulation.at(inHold_s).send({ type: "hurts" }).send({ type: "answer", place: "neck" }).until("offer");
    dev.send({ type: "rest" }).pass(20);
    expect(dev.kind).toBe("resting");
    dev.send({ type: "go-on" });
    expect(["leading", "closing"]).toContain(dev.kind);
    expect(dev.state.hurts[0]?.then).toBe("rest");
  });
});

describe("ending early", () => {
  test("is asked back, and goes on where it was", () => {
    const dev = Simulation.at(inHold_s).send({ type: "leave" });
    expect(dev.kind).toBe("leaving");
    expect(dev.send({ type: "stay" }).state.at_s).toBe(inHold_s);
  });

  test("leads the way out, the side and up to sitting", () => {
    const dev = Simulation.at(inHold_s).send({ type: "leave" }).send({ type: "lead-out" }).until("mood-after");
    expect(dev.phases.slice(-5)).toEqual(["leaving", "way-out", "on-side", "closing", "mood-after"]);
    expect(dev.state.early).toBe(true);
  });

  test("one tap skips it", () => {
    expect(Simulation.at(inHold_s).send({ type: "leave" }).send({ type: "skip" }).kind).toBe("mood-after");
    expect(Simulation.at(inHold_s).send({ type: "leave" }).send({ type: "lead-out" }).send({ type: "skip" }).kind).toBe("mood-after");
  });
});
