/**
 * Home says what Begin would lead. Another need or other minutes: the server looks again, and its two sentences take the
 * place of the old ones in `.said-way` and `.said-props`. Without the server the old ones are taken away, not left wrong.
 */

interface Outlook {
  way: string;
  props: string;
}

let latest = 0;

export function enhanceOutlook(): void {
  const form = document.querySelector<HTMLFormElement>("form#begin");
  form?.addEventListener("change", () => void look(form));
}

async function look(form: HTMLFormElement): Promise<void> {
  const fields = new FormData(form);
  const need = String(fields.get("need") ?? "");
  const turn = ++latest;
  const seen = await ask(need, String(fields.get("minutes") ?? ""));
  // The last change wins, however late an earlier answer comes.
  if (turn !== latest) return;
  const said = document.getElementById(`said-${need}`);
  say(said, ".said-way", seen?.way ?? "");
  say(said, ".said-props", seen?.props ?? "");
}

async function ask(need: string, minutes: string): Promise<Outlook | null> {
  try {
    const answer = await fetch(`/api/outlook?${new URLSearchParams({ need, minutes }).toString()}`);
    return answer.ok ? ((await answer.json()) as Outlook) : null;
  } catch {
    return null;
  }
}

function say(said: HTMLElement | null, selector: string, sentence: string): void {
  const place = said?.querySelector(selector);
  if (place) place.textContent = sentence;
}
