// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { pressed } from "../src/player/keys";
import { bundle, Simulation } from "./simulation";

function press(key: string, simulation: Simulation, on: Element = document.body, letters = true): unknown {
  let found: unknown = null;
  on.addEventListener("keydown", (event) => (found = pressed(event as KeyboardEvent, bundle, simulation.state, letters)), { once: true });
  on.dispatchEvent(new KeyboardEvent("keydown", { key }));
  return found;
}

function element(markup: string): Element {
  document.body.innerHTML = markup;
  return document.body.querySelector("[data-here]") ?? document.body;
}

const leading = Simulation.at(200);
const asked = Simulation.at(200).send({ type: "hurts" });

describe("in the room", () => {
  test("space is this hurts, also when a button of the bar has the focus", () => {
    expect(press(" ", leading)).toEqual({ type: "hurts" });
    expect(press(" ", leading, element("<div class='player-bar'><button data-here></button></div>"))).toEqual({ type: "hurts" });
  });

  test("space stays with a button that answers something, and with a slider", () => {
    expect(press(" ", leading, element("<p class='actions'><button data-here></button></p>"))).toBeNull();
    expect(press(" ", leading, element("<input type='range' data-here>"))).toBeNull();
  });

  test("letters pause, repeat, open the sound and dim; unless they are turned off", () => {
    expect(["p", "k", "r", "s", "d"].map((key) => press(key, leading))).toEqual([
      { type: "pause" }, { type: "pause" }, { type: "again" }, { type: "panel" }, { type: "dim" },
    ]);
    expect(press("p", leading, document.body, false)).toBeNull();
    expect(press("p", Simulation.at(200).send({ type: "pause" }))).toEqual({ type: "resume" });
  });

  test("Escape asks whether to end, and takes it back", () => {
    expect(press("Escape", leading)).toEqual({ type: "leave" });
    expect(press("Escape", Simulation.at(200).send({ type: "leave" }))).toEqual({ type: "stay" });
  });
});

describe("where does it hurt", () => {
  test("the digits are the answers in their order, 0 is nothing", () => {
    const answers = bundle.script.pain_answers.map((_, index) => press(String(index + 1), asked));
    expect(answers).toEqual(bundle.script.pain_answers.map(({ slug }) => ({ type: "answer", place: slug })));
    expect(press("0", asked)).toEqual({ type: "nothing" });
    expect(press("9", asked)).toBeNull();
  });

  test("digits do nothing elsewhere", () => {
    expect(press("1", leading)).toBeNull();
  });
});
