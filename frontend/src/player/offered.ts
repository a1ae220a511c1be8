/** The small picture of a pose that is offered: its figure, close around the body, or its line drawing where none is there. */

import { nothing } from "lit";
import { figureFrom } from "../figure/svg";
import type { PoseFigures } from "../store/server";
import { boxOf, drawing } from "./drawing";

const MARGIN = 0.03;

const made = new Map<string, SVGSVGElement>();

export function offeredPicture(
  slug: string,
  figures: Record<string, PoseFigures>,
  drawings: Record<string, string>,
): SVGSVGElement | typeof nothing {
  const pose = figures[slug];
  const text = pose?.figures[pose.held];
  if (!text) return drawing(slug, drawings, "close");
  const picture = made.get(slug) ?? close(figureFrom(text));
  made.set(slug, picture);
  return picture;
}

function close(figure: SVGSVGElement): SVGSVGElement {
  const { x, y, width, height } = boxOf(figure);
  const margin = MARGIN * Math.max(width, height);
  figure.setAttribute("viewBox", `${x - margin} ${y - margin} ${width + 2 * margin} ${height + 2 * margin}`);
  figure.setAttribute("preserveAspectRatio", "xMidYMax meet");
  figure.setAttribute("aria-hidden", "true");
  figure.removeAttribute("role");
  figure.removeAttribute("aria-labelledby");
  figure.classList.add("drawing");
  return figure;
}
