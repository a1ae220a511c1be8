/**
 * Home says what Begin would lead. Another need or other minutes: the server looks again, and its two sentences take the
 * place of the old ones in `.said-way` and `.said-props`. Without the server the old ones are taken away, not left wrong.
 */

import { fetchOutlook } from "../store/server";

let latest = 0;

export function enhanceOutlook(): void {
  const form = document.querySelector<HTMLFormElement>("form#begin");
  form?.addEventListener("change", () => void look(form));
}

async function look(form: HTMLFormElement): Promise<void> {
  const fields = new FormData(form);
  const need = String(fields.get("need") ?? "");
  const turn = ++latest;
  const seen = await fetchOutlook(need, String(fields.get("minutes") ?? ""));
  // The last change wins, however late an earlier answer comes.
  if (turn !== latest) return;
  const said = document.getElementById(`said-${need}`);
  say(said, ".said-way", seen?.way ?? "");
  say(said, ".said-props", seen?.props ?? "");
}

function say(said: HTMLElement | null, selector: string, sentence: string): void {
  const place = said?.querySelector(selector);
  if (place) place.textContent = sentence;
}
