// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { followReading } from "../src/pages/contents";

const NAMES = ["names", "steps", "cautions"];

function place(tops: number[]): void {
  NAMES.forEach((name, at) => {
    const section = document.getElementById(name);
    if (section) section.getBoundingClientRect = () => new DOMRect(0, tops[at], 100, 100);
  });
  window.dispatchEvent(new Event("scroll"));
}

const marked = (): string[] =>
  [...document.querySelectorAll("nav [aria-current]")].map((link) => link.textContent ?? "");

beforeEach(() => {
  const links = NAMES.map((name) => `<a href="#${name}">${name}</a>`).join("");
  document.body.innerHTML = `<nav class="contents">${links}</nav>${NAMES.map((name) => `<section id="${name}"></section>`).join("")}`;
});

test("at the top of the page the first section is marked", () => {
  place([700, 1400, 2100]);
  followReading();
  expect(marked()).toEqual(["names"]);
});

test("the section that passed under the top last is the one that is read", () => {
  followReading();
  place([-900, 60, 800]);
  expect(marked()).toEqual(["steps"]);
});

test("going back marks the section before again, and only that", () => {
  followReading();
  place([-1500, -600, 20]);
  place([-200, 500, 1300]);
  expect(marked()).toEqual(["names"]);
});
