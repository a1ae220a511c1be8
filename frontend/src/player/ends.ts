/** Before a practice and after it: waiting, not possible, done. */

import { html, nothing, type TemplateResult } from "lit";
import type { State } from "../practice/state";
import type { Arrival } from "./conductor";
import type { Made } from "../store/server";
import { button, sky } from "./room";

/** `silently` begins with captions and tones, where waiting has become long. */
export function loading(made: Made | null, silently: (() => void) | null): TemplateResult {
  return html`<main id="main" class="player waiting" aria-busy="true">
    <div class="stage">
      <div class="planes" aria-hidden="true">${sky()}</div>
      <div class="saying">
        <p class="cue late" role="status">Your practice is being made.<small>${made ? "The voice speaks your lines." : "One breath."}</small></p>
        ${made ? html`<progress class="making" max=${made.of} value=${made.done} aria-label="Lines spoken"></progress>` : nothing}
      </div>
    </div>
    <div class="floor-acts">
      ${silently ? html`<p class="actions">${button("Begin now, with words to read", silently)}</p>` : nothing}
    </div>
  </main>`;
}

export function failed(sentence: string, again: () => void): TemplateResult {
  return html`<main id="main" class="player asking">
    <div class="stage">
      <div class="planes" aria-hidden="true">${sky()}</div>
      <div class="saying"><h1 class="cue" tabindex="-1" data-focus>This did not begin</h1><p role="alert">${sentence}</p></div>
    </div>
    <div class="floor-acts">
      <p class="actions"><a class="button quiet" href="/">Another need</a>${button("Try again", again, "main")}</p>
    </div>
  </main>`;
}

const WHERE: Record<Arrival, string> = {
  "on-its-way": "It is on its way to your journal.",
  arrived: "It is in your journal.",
  waiting: "It waits in this browser, and reaches your journal when Karani runs again.",
};

export function finished(state: State, arrival: Arrival): TemplateResult {
  const journal = html`<a class="button" href="/">Done</a><a class="button main" href="/journal/${state.uuid}">See the journal</a>`;
  return html`<main id="main" class="player asking">
    <div class="stage">
      <div class="planes" aria-hidden="true">${sky()}</div>
      <div class="saying">
        <h1 class="cue" tabindex="-1" data-focus>${lengthOf(state.practiced_s)}</h1>
        <p class="lead" role="status">${WHERE[arrival]}</p>
        <p class="soft">Take a moment before you stand up.</p>
      </div>
    </div>
    <div class="floor-acts">
      <p class="actions">${arrival === "arrived" ? journal : html`<a class="button main" href="/">Done</a>`}</p>
    </div>
  </main>`;
}

function lengthOf(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return "That was less than a minute.";
  return minutes === 1 ? "That was one minute." : `That was ${minutes} minutes.`;
}
