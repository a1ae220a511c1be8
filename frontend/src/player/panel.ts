/** The sound panel: how loud, which voice, which keys; and where one ends early. */

import { html, nothing, type TemplateResult } from "lit";
import type { NaturalVoice, Voice, Wishes } from "../practice/bundle";
import { CLOSE } from "./icons";
import { button, roundButton } from "./room";

/** What the person changes while the practice runs; the voice's own volume counts for the device's voice. */
export interface SoundWishes extends Pick<Wishes, "voice" | "speed" | "volume" | "tones" | "bed"> {
  voice_volume: number;
}

export interface PanelSeen {
  wishes: SoundWishes;
  /** Those that can lie in the track. */
  voices: NaturalVoice[];
  /** The device can speak. */
  speaks: boolean;
  letters: boolean;
  /** "", or what becomes of a change that is not heard yet. */
  trouble: string;
  change(wishes: Partial<SoundWishes>): void;
  /** Voice, tones and bed are part of the track: they change when the slider is let go. */
  settle(): void;
  useLetters(use: boolean): void;
  leave(): void;
  close(): void;
}

export function panel(seen: PanelSeen): TemplateResult {
  const { wishes, speaks, letters, trouble } = seen;
  return html`<section class="panel" role="dialog" aria-label="Sound">
    <div class="panel-head"><h2 tabindex="-1" data-panel-focus>Sound</h2>${roundButton("Close", CLOSE, seen.close)}</div>
    ${slider(seen, "volume", "Everything")} ${slider(seen, "tones", "Breath tones and chimes")} ${slider(seen, "bed", "Quiet background")}
    ${trouble ? html`<p class="note" role="status">${trouble}</p>` : nothing}
    <fieldset>
      <legend class="label">Words</legend>
      ${seen.voices.map(({ slug, name }) => voice(seen, slug, `To read, and spoken by the ${name.toLowerCase()}`))}
      ${voice(seen, "captions", "To read")}
      ${voice(seen, "device", speaks ? "To read, and spoken by this device" : "To read, and spoken (this device has no voice)")}
    </fieldset>
    ${seen.voices.some(({ slug }) => slug === wishes.voice) ? pace(seen) : nothing}
    ${wishes.voice === "device" ? slider(seen, "voice_volume", "Spoken words") : nothing}
    <label class="check"><input class="tick" type="checkbox" .checked=${letters} @change=${(event: Event) => seen.useLetters(isChecked(event))} />
      <span>Letter keys: p pause, r again, s sound, d dim</span></label>
    <p class="actions">${button("End early", seen.leave)}</p>
  </section>`;
}

type Volume = "volume" | "tones" | "bed" | "voice_volume";

function slider(seen: PanelSeen, key: Volume, name: string): TemplateResult {
  const value = seen.wishes[key];
  const change = (event: Event): void => seen.change({ [key]: Number((event.currentTarget as HTMLInputElement).value) });
  return html`<div class="slide">
    <span class="slide-head"><label for="level-${key}">${name}</label><output for="level-${key}">${value}</output></span>
    <input type="range" id="level-${key}" min="0" max="100" step="5" .value=${String(value)} aria-valuetext="${value} of 100" @input=${change} @change=${seen.settle} />
  </div>`;
}

function pace(seen: PanelSeen): TemplateResult {
  const { speed } = seen.wishes;
  const change = (event: Event): void => seen.change({ speed: Number((event.currentTarget as HTMLInputElement).value) });
  return html`<div class="slide">
    <span class="slide-head"><label for="pace">How fast it speaks</label><output for="pace">${speed}</output></span>
    <input type="range" id="pace" min="0.7" max="1.2" step="0.05" .value=${String(speed)} @input=${change} @change=${seen.settle} />
  </div>`;
}

function voice(seen: PanelSeen, value: Voice, name: string): TemplateResult {
  return html`<label class="check"><input class="ring" type="radio" name="voice" value=${value} .checked=${seen.wishes.voice === value}
      @change=${() => {
        seen.change({ voice: value });
        seen.settle();
      }} /><span>${name}</span></label>`;
}

function isChecked(event: Event): boolean {
  return (event.currentTarget as HTMLInputElement).checked;
}
