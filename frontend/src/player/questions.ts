/** The player's questions: where does it hurt, what now, end here? One question, one title, large targets. */

import { html, nothing, type TemplateResult } from "lit";
import type { Bundle, RedFlag } from "../practice/bundle";
import { offersFor } from "../practice/offers";
import type { State } from "../practice/state";
import { slugOf } from "../practice/timeline";
import type { PoseFigures } from "../store/server";
import { icon, PAUSE, placeIcon, TICK } from "./icons";
import { offeredPicture } from "./offered";
import { button, sky, type Send } from "./room";

/** More than this many easier poses would be a list to read. */
const MOST_OFFERS = 2;

export function whereDoesItHurt({ script, red_flags }: Bundle, send: Send): TemplateResult {
  const answers = script.pain_answers.map(
    ({ slug, name }, index) => html`<button class="place" @click=${() => send({ type: "answer", place: slug })}>
      <span class="place-top">${placeIcon(slug)}<kbd>${index + 1}</kbd></span>${name}
    </button>`,
  );
  return html`<main id="main" class="ask">
    <p class="label">${icon(PAUSE)}The breath has stopped. Take your time.</p>
    ${title("Where does it hurt?")}
    <div class="places">
      ${answers}
      <button class="place none" @click=${() => send({ type: "nothing" })}>
        <span class="place-top">${icon(TICK)}<kbd>0</kbd></span>Nothing, go on
      </button>
    </div>
    <ul class="flags">
      ${groupsOf(red_flags.filter(({ urgency }) => urgency !== "come-out")).map(flagLine)}
    </ul>
  </main>`;
}

export function redFlag({ script }: Bundle, place: string, out: boolean, send: Send): TemplateResult {
  const text = script.pain_answers.find(({ slug }) => slug === place)?.red_flag_text ?? "";
  const content = html`<p class="flag-text">${text}</p>`;
  if (out) {
    return onTheFloor("Rest as you are.", content, [
      button("End now", () => send({ type: "skip" }), "quiet"),
      button("Sit up, and end", () => send({ type: "end" }), "main"),
    ]);
  }
  return onTheFloor("First of all", content, [
    button("I am out, end now", () => send({ type: "skip" }), "quiet"),
    button("It hurts elsewhere", () => send({ type: "ask-again" })),
    button("Lead me out", () => send({ type: "lead-out" }), "main"),
  ]);
}

export function whatNow(
  bundle: Bundle,
  state: State,
  figures: Record<string, PoseFigures>,
  drawings: Record<string, string>,
  send: Send,
): TemplateResult {
  const { choices, rest_reason } = offersFor(bundle, state);
  const easier = choices.slice(0, MOST_OFFERS).map(
    ({ continuation: { id, name, ...pose }, reason }) => html`<button class="offer" @click=${() => send({ type: "take", continuation: id })}>
      ${offeredPicture(slugOf(pose), figures, drawings)}<b>${name}</b><span>${reason}</span>
    </button>`,
  );
  const rest = rest_reason || "As long as you like.";
  return html`<main id="main" class="ask">
    ${state.hurts.length ? html`<p class="label">It is noted. That pose is not planned again until you say so.</p>` : nothing}
    ${title("What now?")}
    <div class="offers">
      ${easier}
      <button class="offer" @click=${() => send({ type: "rest" })}><b>Rest on your side</b><span>${rest}</span></button>
      <button class="offer none" @click=${() => send({ type: "end" })}><b>End here</b><span>You are led up to sitting.</span></button>
    </div>
  </main>`;
}

export function endHere(state: State, send: Send): TemplateResult {
  const inPose = !["resting", "offer", "closing"].includes(state.back?.phase.kind ?? "");
  const how = inPose ? "You are led out of the pose first, then up to sitting." : "You are led up to sitting first.";
  return onTheFloor("End here?", html`<p class="lead">${how}</p>`, [
    button("End now, without it", () => send({ type: "skip" }), "quiet"),
    button("Go on", () => send({ type: "stay" })),
    button(inPose ? "Lead me out" : "Lead me up", () => send({ type: "lead-out" }), "main"),
  ]);
}

/** A question in the room: what is asked on the wall's side, what can be done on the floor. */
function onTheFloor(words: string, content: TemplateResult, actions: TemplateResult[]): TemplateResult {
  return html`<main id="main" class="player asking">
    <div class="stage">
      <div class="planes" aria-hidden="true">${sky()}</div>
      <div class="saying"><h1 class="cue" tabindex="-1" data-focus>${words}</h1>${content}</div>
    </div>
    <div class="floor-acts"><p class="actions">${actions}</p></div>
  </main>`;
}

function title(words: string): TemplateResult {
  return html`<h1 tabindex="-1" data-focus>${words}</h1>`;
}

/** Signs with the same advice stand in one sentence. */
function groupsOf(flags: RedFlag[]): RedFlag[][] {
  const advice = [...new Set(flags.map((flag) => flag.do))];
  return advice.map((each) => flags.filter((flag) => flag.do === each));
}

function flagLine(group: RedFlag[]): TemplateResult | typeof nothing {
  const [first] = group;
  if (!first) return nothing;
  const signs = group.map(({ sign }, index) => (index ? sign.charAt(0).toLowerCase() + sign.slice(1) : sign));
  return html`<li class="note stop">${signs.join("; ")}: <b>${first.do}</b></li>`;
}
