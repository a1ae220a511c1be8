/** "How are you?" before and after: four lines from 0 to 10, each of which may stay unsaid. */

import { html, nothing, type TemplateResult } from "lit";
import type { Bundle, Mood } from "../practice/bundle";
import type { State } from "../practice/state";
import { button, sky, type Send } from "./room";

interface Scale {
  key: keyof Mood;
  name: string;
  least: string;
  most: string;
}

const SCALES: Scale[] = [
  { key: "calm", name: "Calm", least: "restless", most: "calm" },
  { key: "energy", name: "Energy", least: "tired", most: "awake" },
  { key: "head", name: "Head", least: "sore, full", most: "clear" },
  { key: "body", name: "Body", least: "sore, tight", most: "at ease" },
];

/** `forecast`: one quiet line of the blood model, or nothing. */
export function before(bundle: Bundle, state: State, forecast: string, send: Send): TemplateResult {
  const held = (state.phase.kind === "ready" && state.phase.held) || state.paused;
  const left_s = Math.max(0, Math.ceil(bundle.wishes.start_delay_s - state.at_s));
  return html`<main id="main" class="player asking">
    <div class="stage">
      <div class="planes" aria-hidden="true">${sky()}</div>
      <div class="moods-box">
        ${heading("How are you now?", "Only if you want to say it. It stays on this machine.")}
        ${scales(state.mood_before, send)} ${forecast ? html`<p class="forecast soft small">${forecast}</p>` : nothing}
      </div>
    </div>
    <div class="floor-acts">
      <p>${held ? "It begins when you say so." : html`It begins in <b class="seconds">${left_s}</b>`}</p>
      <p class="actions">
        ${button("Not now", () => send({ type: "leave" }), "quiet")} ${button("Begin", () => send({ type: "begin" }), "main")}
      </p>
    </div>
  </main>`;
}

export function after(state: State, send: Send): TemplateResult {
  return html`<main id="main" class="player asking">
    <div class="stage">
      <div class="planes" aria-hidden="true">${sky()}</div>
      <div class="moods-box">
        ${heading("And now?", "Nothing much changed is an answer too.")} ${scales(state.mood_after, send, state.mood_before)}
      </div>
    </div>
    <div class="floor-acts">
      <p class="actions">
        ${button("Skip", () => send({ type: "mood-done", keep: false }), "quiet")}
        ${button("Keep", () => send({ type: "mood-done", keep: true }), "main")}
      </p>
    </div>
  </main>`;
}

function heading(words: string, small: string): TemplateResult {
  return html`<h1 class="cue" tabindex="-1" data-focus>${words}</h1><p class="soft">${small}</p>`;
}

function scales(mood: Mood | null, send: Send, earlier: Mood | null = null): TemplateResult[] {
  return SCALES.map((scale) => line(scale, mood?.[scale.key] ?? null, earlier?.[scale.key] ?? null, send));
}

function line({ key, name, least, most }: Scale, value: number | null, earlier: number | null, send: Send): TemplateResult {
  // A touch without a move chooses the middle: `input` alone would not tell it.
  const tell = (event: globalThis.Event): void => send({ type: "mood", key, value: Number((event.currentTarget as HTMLInputElement).value) });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Enter") tell(event);
  };
  return html`<div class="slide mood-line-ask">
    <span class="slide-head"><label for="mood-${key}">${name}</label><output for="mood-${key}">${value ?? ""}</output></span>
    <input type="range" id="mood-${key}" min="0" max="10" step="1" class=${value === null ? "unsaid" : ""}
      .value=${String(value ?? 5)} aria-valuetext=${spoken(value, earlier)} @input=${tell} @pointerup=${tell} @keydown=${onKey} />
    <span class="ends" aria-hidden="true">
      <span>${least}</span>${earlier === null ? nothing : html`<span>before: ${earlier}</span>`}<span>${most}</span>
    </span>
  </div>`;
}

function spoken(value: number | null, earlier: number | null): string {
  const now = value === null ? "not said" : `${value} of 10`;
  return earlier === null ? now : `${now}, before it was ${earlier}`;
}
