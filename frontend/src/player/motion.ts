/** What moves: the breath disc, driven by the sound's own time, and the disc that travels over the quiet. */

import type { Breath } from "../practice/bundle";

export const LEAST_SCALE = 0.46;

/** Fully in is 1, fully out 0.46; slow at both ends, like a breath. */
export function breathScale(breath: Breath, at_s: number): number {
  return LEAST_SCALE + (1 - LEAST_SCALE) * breathOf(breath, at_s);
}

/** Fully out is 0, fully in 1. */
export function breathOf(breath: Breath, at_s: number): number {
  const share = Math.min(1, Math.max(0, (at_s - breath.at_s) / breath.seconds));
  const eased = (1 - Math.cos(Math.PI * share)) / 2;
  return breath.phase === "in" ? eased : 1 - eased;
}

/** Where on its arc the travelling disc stands: left and top in percent of the stage. */
export function arcPoint(share: number): [number, number] {
  const t = Math.min(1, Math.max(0, share));
  return [bezier(8, 20, 80, 92, t), bezier(100, 20, 20, 100, t)];
}

function bezier(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t;
  return a * s ** 3 + 3 * b * s * s * t + 3 * c * s * t * t + d * t ** 3;
}

export function wantsLessMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
