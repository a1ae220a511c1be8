/** The room in which a practice is led: wall, floor, disc, words. It reads the display and sends events; it decides nothing. */

import { html, nothing, type TemplateResult } from "lit";
import type { Display } from "../practice/display";
import type { Event } from "../practice/events";
import type { State } from "../practice/state";
import { AGAIN, icon, MOON, PAUSE, PLAY, SOUND } from "./icons";

export type Send = (event: Event) => void;

export interface RoomSeen {
  display: Display;
  state: State;
  night: boolean;
  title: string;
  /** "", or why the voice falls silent. */
  missing: string;
  /** The element in which the figure stands. */
  figure: HTMLElement;
  panel: TemplateResult | typeof nothing;
  send: Send;
  openPanel: () => void;
  /** The bar was touched: light for a while. */
  wake: () => void;
}

export function room(seen: RoomSeen): TemplateResult {
  const { display, night, title, state, send } = seen;
  return html`<main id="main" class="player ${display.scene} ${night ? "night" : ""}">
    <h1 class="vh">${title}</h1>
    ${bar(seen)} ${seen.panel}
    <div class="stage">
      ${planes(seen)}
      <div class="saying">
        ${state.paused ? paused() : words(display)}
        ${display.breath && !state.paused ? rounds(display.breath.over, display.breath.of, display.breath.words) : nothing}
        ${actions(seen)}
        ${seen.missing ? html`<p class="soft missing" role="status">${seen.missing}</p>` : nothing}
      </div>
    </div>
    <button class="floor-button" data-focus @click=${() => send({ type: "hurts" })}>
      This hurts<small>${night ? "anywhere on the floor" : "Touch the floor, or press space"}</small>
    </button>
  </main>`;
}

function bar({ state, display, send, openPanel, wake }: RoomSeen): TemplateResult {
  const pauseOrGoOn = state.paused ? roundButton("Go on", PLAY, () => send({ type: "resume" })) : roundButton("Pause", PAUSE, () => send({ type: "pause" }));
  return html`<div class="player-bar" @pointerdown=${wake} @focusin=${wake}>
    ${pauseOrGoOn}
    ${roundButton("Say it again", AGAIN, () => send({ type: "again" }))}
    ${roundButton("Sound", SOUND, openPanel)}
    ${roundButton("Dim the screen", MOON, () => send({ type: "dim" }))}
    <p class="left"><b>${clock(display.left_s)}<span class="vh"> left</span></b><span class="next">${display.next}</span></p>
  </div>`;
}

export function roundButton(name: string, shape: Parameters<typeof icon>[0], act: () => void): TemplateResult {
  return html`<button class="button round" aria-label=${name} @click=${act}>
    ${icon(shape)}<span class="name" aria-hidden="true">${name}</span>
  </button>`;
}

function planes({ display, figure }: RoomSeen): TemplateResult {
  return html`<div class="planes" aria-hidden="true">
      ${sky()}
      <b class="count">${display.breath?.count ?? ""}</b>
      ${display.passed === null ? nothing : arc()}
    </div>
    ${figure}`;
}

/** Wall and sun; what lies below the floor's edge is behind the floor. */
export function sky(): TemplateResult {
  return html`<div class="wall-band"></div><div class="breath-ring"></div><div class="breath-disc"></div>`;
}

function arc(): TemplateResult {
  return html`<div class="way">
    <svg class="arc" preserveAspectRatio="none" viewBox="0 0 100 100">
      <path d="M8 100C20 20 80 20 92 100" vector-effect="non-scaling-stroke" />
    </svg>
    <div class="traveler"></div>
  </div>`;
}

function words({ caption, small, sanskrit }: Display): TemplateResult {
  return html`<p class="cue" role="status">
    ${caption}<small>${small}${sanskrit ? html` · <i lang="sa-Latn">${sanskrit}</i>` : nothing}</small>
  </p>`;
}

function paused(): TemplateResult {
  return html`<p class="cue" role="status">Paused<small>Take your time.</small></p>`;
}

function rounds(over: number, of: number, breath: string): TemplateResult {
  const discs = Array.from({ length: of }, (_, index) => html`<i class=${index < over ? "on" : ""}></i>`);
  return html`<p class="rounds"><span aria-hidden="true">${discs}</span><b>${breath}</b></p>`;
}

/** What can be done here besides the bar and the floor. */
function actions({ state, send }: RoomSeen): TemplateResult | typeof nothing {
  const { kind } = state.phase;
  if (state.paused) {
    return html`<p class="actions">
      ${button("Go on", () => send({ type: "resume" }), "main")} ${button("End early", () => send({ type: "leave" }))}
    </p>`;
  }
  if (kind === "resting") return html`<p class="actions">${button("Go on", () => send({ type: "go-on" }))}</p>`;
  const ends = kind === "closing" ? state.early : "after" in state.phase && state.phase.after === "end";
  if (ends) return html`<p class="actions">${button("I am out, end now", () => send({ type: "skip" }))}</p>`;
  if (["first-words", "way-out", "on-side"].includes(kind)) {
    const name = kind === "on-side" ? "Rested enough" : "I am out";
    return html`<p class="actions">${button(name, () => send({ type: "skip" }))}</p>`;
  }
  return nothing;
}

export function button(name: string, act: () => void, kind = ""): TemplateResult {
  return html`<button class="button ${kind}" @click=${act}>${name}</button>`;
}

/** 15:42 */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
