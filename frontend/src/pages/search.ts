/**
 * Search while one types. The server searches (so that letters with dots, Devanagari and "did you mean" are the same with
 * and without script); this file only asks it sooner:
 *   input[data-search]       in a form with method=get
 *   [data-search-status]     the sentence that tells how many were found; read out
 *   [data-search-results]    the part of the page that is exchanged: the list, and the filters, whose links know the text
 */

import { fetchPage } from "../store/server";
import { showFigures } from "./figures";

const PAUSE_MS = 140;

export function enhanceSearch(): void {
  const input = document.querySelector<HTMLInputElement>("input[data-search]");
  const form = input?.form;
  if (!input || !form || !document.querySelector("[data-search-results]")) return;
  let timer = 0;
  let asked: AbortController | null = null;
  const ask = (): void => {
    asked?.abort();
    asked = new AbortController();
    void show(addressOf(form), asked.signal);
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, PAUSE_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask();
  });
}

function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value) query.append(name, value);
  const text = query.toString();
  return new URL(form.action).pathname + (text && `?${text}`);
}

async function show(url: string, signal: AbortSignal): Promise<void> {
  try {
    const found = new DOMParser().parseFromString(await fetchPage(url, signal), "text/html");
    exchange(found, "[data-search-results]", (here, there) => {
      here.replaceWith(there);
      showFigures(there);
    });
    // Replaced inside, not as a whole: only so is it read out.
    exchange(found, "[data-search-status]", (here, there) => here.replaceChildren(...there.childNodes));
    history.replaceState(history.state, "", url);
  } catch {
    // Overtaken by the next letter, or nobody answers: what is shown stays.
  }
}

function exchange(found: Document, selector: string, put: (here: Element, there: Element) => void): void {
  const here = document.querySelector(selector);
  const there = found.querySelector(selector);
  if (here && there) put(here, document.adoptNode(there));
}
