/**
 * Parts of a page that the server still computes: <div id="x" data-fill="address">. Once in view, the page at that address
 * is asked for again and again, and its element of the same id takes the place of this one until it is whole, which is when
 * it has no data-fill any more. Without this script the address is a link, and the page there says to come back.
 */

import { fetchPage } from "../store/server";

/** Who only scrolls past sets nothing going. */
const STAYS_MS = 1500;
const AGAIN_MS = 3000;
const LONGEST_MS = 15 * 60 * 1000;

export function enhanceFill(): void {
  const parts = document.querySelectorAll<HTMLElement>("[data-fill]");
  if (!parts.length) return;
  const waiting = new Map<Element, number>();
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(waiting.get(target));
      if (isIntersecting) waiting.set(target, window.setTimeout(() => begin(target as HTMLElement, seen), STAYS_MS));
    }
  });
  parts.forEach((part) => seen.observe(part));
}

function begin(part: HTMLElement, seen: IntersectionObserver): void {
  seen.unobserve(part);
  void fill(part);
}

async function fill(part: HTMLElement): Promise<void> {
  const url = part.dataset.fill ?? "";
  for (let waited = 0; part.dataset.fill && waited < LONGEST_MS; waited += AGAIN_MS) {
    if (waited) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    if (document.hidden && waited) continue;
    const found = await look(url, part.id);
    if (found) take(part, found);
  }
}

async function look(url: string, id: string): Promise<HTMLElement | null> {
  try {
    const page = await fetchPage(url, new AbortController().signal);
    return new DOMParser().parseFromString(page, "text/html").getElementById(id);
  } catch {
    return null;
  }
}

/** Only what has changed is put in, so that a screen reader does not hear the same words again. */
function take(part: HTMLElement, found: HTMLElement): void {
  if (part.innerHTML !== found.innerHTML) part.replaceChildren(...found.childNodes);
  if (!found.dataset.fill) delete part.dataset.fill;
}
