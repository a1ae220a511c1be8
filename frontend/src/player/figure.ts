/**
 * The figure in the room: the posture of the step that is led, or the pose itself, breathing. One posture gives way to the
 * next in a slow cross-fade. Where no figure is there yet, the pose's line drawing stands.
 */

import { breathingOf, type Breathe } from "../figure/breathing";
import { figureFrom } from "../figure/svg";
import type { Display, StepShown } from "../practice/display";
import type { PoseFigures } from "../store/server";
import { drawing } from "./drawing";

const FADE_MS = 1500;
/** The eye needs no more for a breath. */
const FRAME_MS = 33;

export class FigureStage {
  readonly element = document.createElement("div");
  private shown = "";
  private now: SVGElement | null = null;
  private breatheTo: Breathe = () => undefined;
  private breathed_ms = 0;
  private readonly made = new Map<string, SVGSVGElement>();

  constructor() {
    this.element.className = "figure";
    this.element.setAttribute("aria-hidden", "true");
  }

  show({ slug, step }: Display, figures: Record<string, PoseFigures>, drawings: Record<string, string>): void {
    const pose = slug === null ? undefined : figures[slug];
    const number = pose ? stillOf(pose, step) : -1;
    const wanted = `${slug ?? ""} ${number}`;
    if (wanted === this.shown) return;
    this.shown = wanted;
    const text = pose?.figures[number];
    this.exchange(text ? this.figure(wanted, text) : lineDrawing(slug, drawings));
  }

  /** 0 is breathed out, 1 in. */
  breathe(breath: number): void {
    const now_ms = performance.now();
    if (now_ms - this.breathed_ms < FRAME_MS) return;
    this.breathed_ms = now_ms;
    this.breatheTo(breath);
  }

  private figure(name: string, text: string): SVGSVGElement {
    const figure = this.made.get(name) ?? framed(figureFrom(text));
    this.made.set(name, figure);
    return figure;
  }

  private exchange(next: SVGElement | null): void {
    const before = this.now;
    this.now = next;
    this.breatheTo = next ? breathingOf(next) : () => undefined;
    before?.classList.remove("coming");
    before?.classList.add("going");
    next?.classList.remove("going");
    next?.classList.toggle("coming", before !== null);
    if (next) this.element.append(next);
    // Where animations are off, what goes is gone at once; who comes back meanwhile stays.
    window.setTimeout(() => {
      for (const each of [...this.element.children]) if (each !== this.now) each.remove();
    }, FADE_MS);
  }
}

/** Which still shows a step; beyond the last step it stays with the last. */
function stillOf({ held, ...ways }: PoseFigures, step: StepShown | null): number {
  if (!step) return held;
  const stills = ways[step.way];
  return stills[Math.min(step.number, stills.length - 1)] ?? held;
}

function framed(figure: SVGSVGElement): SVGSVGElement {
  figure.classList.add("drawing");
  figure.classList.toggle("at-wall", figure.hasAttribute("data-at-wall"));
  return figure;
}

function lineDrawing(slug: string | null, drawings: Record<string, string>): SVGElement | null {
  const drawn = drawing(slug, drawings);
  return drawn instanceof SVGElement ? drawn : null;
}
