/**
 * Begin without a page load: `[data-begin]` forms and links. A form asks the server for a practice with its fields need,
 * minutes, pose and first_time, unless `data-practice` names one that exists. The sound is allowed within the tap.
 */

import { unlock } from "../player/audio";
import { closeAll } from "../store/practices";
import { makePractice, type Wanted } from "../store/server";

export function enhanceBegin(): void {
  document.addEventListener("submit", onSubmit);
  document.addEventListener("click", onClick);
  // The room was put in the page's place; the way back is the page itself.
  window.addEventListener("popstate", () => location.reload());
}

/** Put the player in the page's place. */
export function mount(id: string): void {
  history.pushState({}, "", `/practices/${encodeURIComponent(id)}/play`);
  const player = document.createElement("practice-player");
  player.setAttribute("data-practice", id);
  document.body.className = "play";
  document.body.replaceChildren(player);
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches("[data-begin]")) return;
  const to = event.submitter instanceof HTMLButtonElement && event.submitter.name === "to" ? event.submitter.value : "begin";
  if (to !== "begin") return;
  event.preventDefault();
  void begin(form, form.dataset.practice ?? null);
}

function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-begin][data-practice]") : null;
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void begin(link, link.dataset.practice ?? null);
}

async function begin(from: HTMLElement, known: string | null): Promise<void> {
  if (from.ariaBusy === "true") return;
  unlock();
  from.ariaBusy = "true";
  say(from, "");
  try {
    const id = known ?? (await makePractice(wantedIn(from)));
    await closeAll();
    mount(id);
  } catch (failure) {
    say(from, failure instanceof Error ? failure.message : String(failure));
  } finally {
    from.ariaBusy = null;
  }
}

function wantedIn(form: HTMLElement): Wanted {
  const fields = new FormData(form instanceof HTMLFormElement ? form : undefined);
  const text = (name: string): string => String(fields.get(name) ?? "");
  const pose = text("need") === "this-pose" ? { pose: text("pose") } : {};
  return { need: text("need"), minutes: Number(text("minutes")), first_time: fields.has("first_time"), ...pose };
}

function say(from: HTMLElement, sentence: string): void {
  const place = from.querySelector<HTMLElement>("[data-begin-error]") ?? addPlace(from);
  place.hidden = !sentence;
  place.textContent = sentence;
}

function addPlace(from: HTMLElement): HTMLElement {
  const place = document.createElement("p");
  place.dataset.beginError = "";
  place.className = "said-error";
  place.setAttribute("role", "alert");
  from.append(place);
  return place;
}
