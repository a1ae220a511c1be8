/**
 * The line drawing of a pose, as the server sent it, taken apart and made anew (only lines reach the page) and framed for
 * the room: its left edge is the wall, if it leans on one, and its lower edge lies in the floor. A computed figure will
 * take its place.
 */

import { nothing } from "lit";

const SVG = "http://www.w3.org/2000/svg";
const KEPT: Record<string, string[]> = {
  path: ["d", "class"],
  line: ["x1", "y1", "x2", "y2", "class"],
  circle: ["cx", "cy", "r", "class"],
};

/** The sheet of a drawing: floor at y = 70, the wall's line at x = 10 and its face beside it. */
const FLOOR_Y = 70;
const WALL_LINE_X = "10";
const WALL_FACE_X = 11.5;
const BELOW_FLOOR = 4;

const ASPECT = 1.12;
const NARROWEST = 60;
const LINE = 0.0165;

/** Framed for the room, or close around the body, as a small picture. */
export type Framing = "room" | "close";

const made = new Map<string, SVGSVGElement>();

export function drawing(slug: string | null, drawings: Record<string, string>, framing: Framing = "room"): SVGSVGElement | typeof nothing {
  const source = slug === null ? undefined : drawings[slug];
  if (!source) return nothing;
  const drawn = made.get(`${framing} ${slug}`) ?? drawFrom(source, framing);
  made.set(`${framing} ${slug}`, drawn);
  return drawn;
}

function drawFrom(source: string, framing: Framing): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
  const shapes = [...parsed.querySelectorAll(Object.keys(KEPT).join())];
  const lines = shapes.filter((shape) => !isWall(shape));
  const drawn = document.createElementNS(SVG, "svg");
  drawn.append(...lines.map(copyOf));
  if (framing === "close") frameClose(drawn);
  else frame(drawn, lines.length < shapes.length);
  return drawn;
}

function isWall(shape: Element): boolean {
  return shape.localName === "line" && shape.getAttribute("x1") === WALL_LINE_X && shape.getAttribute("x2") === WALL_LINE_X;
}

function copyOf(shape: Element): SVGElement {
  const copy = document.createElementNS(SVG, shape.localName);
  for (const name of KEPT[shape.localName] ?? []) {
    const value = shape.getAttribute(name);
    if (value !== null) copy.setAttribute(name, value);
  }
  return copy;
}

function frame(drawn: SVGSVGElement, atWall: boolean): void {
  const { x, y, width: reach } = boxOf(drawn);
  const right = x + reach;
  const width = Math.max(atWall ? right - WALL_FACE_X : reach * 1.1, (FLOOR_Y - y) * ASPECT, NARROWEST);
  const left = atWall ? WALL_FACE_X : x + reach / 2 - width / 2;
  const height = width / ASPECT;
  drawn.setAttribute("viewBox", `${left} ${FLOOR_Y + BELOW_FLOOR - height} ${width} ${height}`);
  drawn.setAttribute("class", `drawing glyph ${atWall ? "at-wall" : ""}`);
  drawn.setAttribute("stroke-width", String(LINE * width));
}

function frameClose(drawn: SVGSVGElement): void {
  const { x, y, width, height } = boxOf(drawn);
  drawn.setAttribute("viewBox", `${x - 3} ${y - 3} ${width + 6} ${height + 6}`);
  drawn.setAttribute("preserveAspectRatio", "xMidYMax meet");
  drawn.setAttribute("class", "drawing glyph close");
  drawn.setAttribute("stroke-width", "1.8");
}

/** A box is only known of what is drawn, so it is drawn for a moment. */
export function boxOf(drawn: SVGSVGElement): DOMRect {
  document.body.append(drawn);
  const box = drawn.getBBox();
  drawn.remove();
  return box;
}
