/**
 * Poses under the search field while one types, from an index that the browser keeps: at once, also without the server.
 *   input[data-search][data-index="/api/search-index.json"]
 * Arrow keys move, Enter opens, Escape closes; "/" on any page leads to the field.
 */

import { findPoses, type Entry } from "../search/find";
import { fetchJson } from "../store/server";

const MOST_SHOWN = 8;
const FIELD = "/poses#search";

export function enhanceSuggestions(): void {
  document.addEventListener("keydown", leadToField);
  const input = document.querySelector<HTMLInputElement>("input[data-index]");
  if (!input) return;
  if (location.hash === "#search") input.focus();
  new Suggestions(input);
}

/** "/" is a letter where one types. */
function leadToField(event: KeyboardEvent): void {
  const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("practice-player")) return;
  event.preventDefault();
  const input = document.querySelector<HTMLInputElement>("input[data-search]");
  if (input) input.focus();
  else location.assign(FIELD);
}

class Suggestions {
  private readonly list = document.createElement("ul");
  private entries: Promise<Entry[]> | null = null;
  private found: Entry[] = [];
  private active = -1;

  constructor(private readonly input: HTMLInputElement) {
    this.list.id = "suggestions";
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Poses found");
    input.after(this.list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": this.list.id,
      "aria-expanded": "false",
    })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("focus", () => void this.load());
    input.addEventListener("input", () => void this.show());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    input.form?.addEventListener("submit", () => this.close());
    // Before the field loses its focus, and the list with it.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.choose(event));
  }

  private load(): Promise<Entry[]> {
    this.entries ??= fetchJson<{ poses: Entry[] }>(this.input.dataset.index ?? "").then(
      (index) => index.poses,
      () => {
        this.entries = null;
        return [];
      },
    );
    return this.entries;
  }

  private async show(): Promise<void> {
    const entries = await this.load();
    this.found = findPoses(entries, this.input.value).slice(0, MOST_SHOWN);
    this.active = -1;
    this.list.replaceChildren(...this.found.map((entry, place) => option(entry, place)));
    this.open(this.found.length > 0 && document.activeElement === this.input);
  }

  private open(opened: boolean): void {
    this.list.hidden = !opened;
    this.input.setAttribute("aria-expanded", String(opened));
    if (!opened) this.input.removeAttribute("aria-activedescendant");
  }

  private close(): void {
    this.open(false);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if (event.key === "ArrowDown") this.move(event, 1);
    else if (event.key === "ArrowUp") this.move(event, -1);
    else if (event.key === "Enter" && !this.list.hidden && this.active >= 0) {
      event.preventDefault();
      this.go(this.found[this.active]);
    }
  }

  private move(event: KeyboardEvent, by: number): void {
    if (!this.found.length) return;
    event.preventDefault();
    this.open(true);
    const count = this.found.length;
    this.active = this.active < 0 && by < 0 ? count - 1 : (this.active + by + count) % count;
    [...this.list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === this.active)));
    const item = this.list.children[this.active];
    if (item) this.input.setAttribute("aria-activedescendant", item.id);
    item?.scrollIntoView({ block: "nearest" });
  }

  private choose(event: MouseEvent): void {
    const item = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (item) this.go(this.found[[...this.list.children].indexOf(item)]);
  }

  private go(entry: Entry | undefined): void {
    if (entry) location.assign(`/poses/${entry.slug}`);
  }
}

function option(entry: Entry, place: number): HTMLElement {
  const item = document.createElement("li");
  item.id = `suggestion-${String(place)}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  item.append(entry.name);
  if (entry.sanskrit_name) {
    const name = document.createElement("span");
    name.className = "iast";
    name.lang = "sa-Latn";
    name.textContent = entry.sanskrit_name;
    item.append(" ", name);
  }
  return item;
}
