import { expect, test } from "vitest";
import { findPoses, fold, isSlip, type Entry } from "../src/search/find";

const entry = (slug: string, names: string[], others = "", kinds = ""): Entry => ({
  slug,
  name: names[0] ?? "",
  sanskrit_name: names[1] ?? "",
  names: names.map(fold),
  others,
  kinds,
});
const WALL = entry("wall", ["Legs Up the Wall", "Viparīta Karaṇī"], "inverted action", "tired legs wall hamstrings");
const CHAIR = entry("chair", ["Legs Up a Chair", "Viparīta Karaṇī"], "", "chair couch sore low back");
const BRIDGE = entry("bridge", ["Bridge Pose", "Setu Bandha Sarvāṅgāsana"], "", "lying on the back gluteus maximus");
const ALL = [WALL, CHAIR, BRIDGE];
const found = (text: string): string[] => findPoses(ALL, text).map((pose) => pose.slug);

test("letters with dots and lines are found as they are typed", () => {
  expect(found("Karaṇī")).toEqual(["wall", "chair"]);
  expect(found("karani")).toEqual(["wall", "chair"]);
});

test("every word must be met, by a name, another name, a muscle, a prop or a condition", () => {
  expect(found("legs wall")).toEqual(["wall"]);
  expect(found("hamstrings")).toEqual(["wall"]);
  expect(found("inverted")).toEqual(["wall"]);
  expect(found("couch")).toEqual(["chair"]);
  expect(found("legs bridge")).toEqual([]);
});

test("a name counts more than a kind", () => {
  expect(found("back")).toEqual(["chair", "bridge"]);
  expect(found("chair")[0]).toBe("chair");
});

test("small slips are forgiven", () => {
  expect(found("virparita")).toEqual(["wall", "chair"]);
  expect(found("brigde")).toEqual(["bridge"]);
  expect(isSlip("hamstings", "hamstrings")).toBe(true);
  expect(isSlip("wal", "wall")).toBe(false);
  expect(isSlip("couch", "touch")).toBe(false);
});

test("nothing is found where nothing is asked", () => {
  expect(found("  ")).toEqual([]);
  expect(found("???")).toEqual([]);
});
