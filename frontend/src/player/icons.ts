/** The house's own icons: 24 px grid, round ends, no fill. */

import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

export const PAUSE = svg`<path d="M9 6v12M15 6v12"/>`;
export const PLAY = svg`<path d="M8 5.5v13l10-6.5z"/>`;
export const AGAIN = svg`<path d="M5 12a7 7 0 1 0 2.2-5.1M5 4.5v3.6h3.6"/>`;
export const SOUND = svg`<path d="M4 10v4h3l5 4V6L7 10zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"/>`;
export const MOON = svg`<path d="M18.5 14.5A7.5 7.5 0 0 1 9.5 5.5a7.5 7.5 0 1 0 9 9z"/>`;
export const TICK = svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`;
export const CLOSE = svg`<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>`;
const WAVES = svg`<path d="M3.5 9c2.8-3 5.7 3 8.5 0s5.7 3 8.5 0M3.5 15c2.8-3 5.7 3 8.5 0s5.7 3 8.5 0"/>`;

const LYING = svg`<path d="M7.2 18.2C10.5 19 14.5 18.6 17.4 17.2M7.2 18.2C5.6 14 5.4 8.5 5.8 3.5M5.8 3.5l2.6-.4M9.5 18.6l3.5 2.6" opacity=".75"/><circle cx="20" cy="15.8" r="2.3" opacity=".75"/>`;

/** Where on the lying figure each place of pain lies: x, y, radius. */
const SPOTS: Record<string, [number, number, number][]> = {
  back: [[11.3, 18.6, 2.7]],
  neck: [[17.3, 17.3, 2.7]],
  "knee-or-hip": [
    [5.6, 11, 2.7],
    [7.2, 18, 2.7],
  ],
  "legs-numb": [[6, 4.6, 2.7]],
  "head-or-eyes": [[20, 15.8, 3]],
  "chest-or-breath": [[14.6, 18.2, 2.7]],
};

export function icon(content: SVGTemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${content}</svg>`;
}

/** The sun marks the place; an unease without a place is a wave. */
export function placeIcon(slug: string): TemplateResult {
  const spots = SPOTS[slug];
  if (!spots) return icon(WAVES);
  return icon(svg`${LYING}${spots.map(([x, y, r]) => svg`<circle class="spot" cx=${x} cy=${y} r=${r} />`)}`);
}
