/**
 * The body in a pose, live: sliders ask the server for a coarse picture while they move and for the whole one when they
 * rest. At most two requests are under way; of what waits only the newest goes; a late answer never covers a newer one.
 * Pointing at a muscle or choosing its group marks both. Turning loads its own part of the program when asked.
 */

/** A slider rests when a finger lets it go; or when it has stood still so long, under a finger and under keys. */
const HELD_MS = 700;
const REST_MS = 180;
const LANES = 2;

interface Shown {
  readonly turn: number;
  readonly whole: boolean;
}

export class BodyAnatomy extends HTMLElement {
  private readonly id36 = Math.random().toString(36).slice(2, 10);
  private asked = 0;
  private shown: Shown = { turn: 0, whole: true };
  private waiting = false;
  private readonly free = Array.from({ length: LANES }, (_, lane) => lane);
  private resting = 0;
  private held = false;
  private touched = new Set<string>();
  private chosen = "";
  private stage: { show(query: string): Promise<void> } | null = null;

  connectedCallback(): void {
    const form = this.form;
    if (!form) return;
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => this.move(event));
    form.addEventListener("pointerdown", () => (this.held = true));
    // Anywhere on the page: a finger that drags a slider leaves it.
    for (const end of ["pointerup", "pointercancel"] as const) this.ownerDocument.addEventListener(end, () => this.letGo());
    this.addEventListener("click", (event) => this.press(event));
    this.addEventListener("pointerover", (event) => this.mark(groupOf(event.target)));
    this.addEventListener("pointerout", () => this.mark(""));
    this.addEventListener("focusin", (event) => this.mark(groupOf(event.target)));
    this.offerAdded();
    if (this.querySelector(".plate-waiting")) this.whenNear();
  }

  private get form(): HTMLFormElement | null {
    return this.querySelector("form");
  }

  /** The first picture is asked for when the reader comes near. */
  private whenNear(): void {
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watcher.disconnect();
        void this.askWhole();
      },
      { rootMargin: "900px" },
    );
    watcher.observe(this);
  }

  private move(event: Event): void {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    this.touched.add(input.name);
    delete input.dataset.open;
    this.waiting = true;
    this.next();
    window.clearTimeout(this.resting);
    this.resting = window.setTimeout(() => void this.askWhole(), this.held ? HELD_MS : REST_MS);
  }

  /** A browser tells of the lifted finger before it tells the last value: wait for that. */
  private letGo(): void {
    this.held = false;
    window.setTimeout(() => {
      if (this.resting) void this.askWhole();
    });
  }

  /** What the sliders say: those that were moved, the others stay the body's own. */
  query(): URLSearchParams {
    const query = new URLSearchParams();
    for (const input of this.inputs()) if (this.touched.has(input.name)) query.set(input.name, input.value);
    return query;
  }

  private inputs(): HTMLInputElement[] {
    return [...(this.form?.querySelectorAll("input") ?? [])];
  }

  private next(): void {
    const lane = this.waiting ? this.free.pop() : undefined;
    if (lane === undefined) return;
    this.waiting = false;
    const query = this.query();
    query.set("quality", "coarse");
    void this.ask(query, `${this.id36}-${lane}`, false).finally(() => {
      this.free.push(lane);
      this.next();
    });
  }

  private async askWhole(): Promise<void> {
    this.waiting = false;
    window.clearTimeout(this.resting);
    this.resting = 0;
    await this.ask(this.query(), this.id36, true);
    void this.stage?.show(this.query().toString());
  }

  private async ask(query: URLSearchParams, client: string, whole: boolean): Promise<void> {
    const turn = ++this.asked;
    query.set("client", client);
    const answer = await fetch(`${this.dataset.src}?${query}`).catch(() => null);
    if (turn < this.shown.turn) return;
    if (!answer?.ok) {
      if (answer?.status !== 409 && whole) this.say(await reasonOf(answer));
      return;
    }
    const text = await answer.text();
    if (turn < this.shown.turn) return;
    this.shown = { turn, whole };
    this.put(text, whole);
  }

  private put(text: string, whole: boolean): void {
    const answer = new DOMParser().parseFromString(text, "text/html");
    const focused = this.contains(document.activeElement) ? groupOf(document.activeElement) : "";
    for (const part of [".anatomy-picture", ".anatomy-numbers"]) {
      const made = answer.querySelector(part);
      if (made) this.querySelector(part)?.replaceWith(made);
    }
    this.settle(this.querySelector(".anatomy-picture"));
    this.pressAgain();
    this.outline();
    if (focused) this.buttons(focused)[0]?.focus();
    if (whole) this.say(this.querySelector(".anatomy-summary")?.textContent ?? "");
  }

  /** A slider that nobody moved shows what the body itself chose. */
  private settle(made: Element | null): void {
    const distance = made instanceof HTMLElement ? Math.round(Number(made.dataset.wallDistance)) : NaN;
    const input = this.inputs().find((each) => each.name === "wall_distance_cm");
    if (!input || !distance || this.touched.has(input.name)) return;
    input.value = String(distance);
    this.announce(input);
  }

  private announce(input: HTMLInputElement): void {
    input.setAttribute("aria-valuetext", (input.dataset.valueText ?? "{}").replace("{}", input.value));
    const output = this.querySelector<HTMLOutputElement>(`output[for="${input.id}"]`);
    if (output) output.textContent = input.value;
  }

  private say(sentence: string): void {
    const place = this.querySelector(".anatomy-said");
    if (place) place.textContent = sentence;
    const waiting = this.querySelector(".plate-waiting");
    if (waiting) waiting.textContent = sentence;
  }

  private press(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[data-reset]")) return this.reset();
    if (target?.closest("[data-turn-it]")) return void this.turn();
    const added = target?.closest("button.added");
    if (added) {
      added.ariaPressed = String(added.ariaPressed !== "true");
      return this.outline();
    }
    const group = groupOf(target);
    if (!group) return;
    this.chosen = this.chosen === group ? "" : group;
    this.pressAgain();
  }

  private pressAgain(): void {
    for (const button of this.querySelectorAll<HTMLElement>("button.group"))
      button.ariaPressed = String(button.dataset.group === this.chosen);
    this.mark("");
  }

  /** What a teacher's cue adds becomes something to choose: a layer of outlines over what was computed. */
  private offerAdded(): void {
    for (const item of this.querySelectorAll<HTMLElement>("[data-adds]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "added";
      button.ariaPressed = "false";
      button.append(...item.childNodes);
      item.append(button);
    }
    for (const hint of this.querySelectorAll<HTMLElement>(".added-hint")) hint.hidden = false;
  }

  private outline(): void {
    const wanted = new Set<string>();
    const muscles = [...this.querySelectorAll<SVGElement>(".k-muscle")];
    for (const item of this.querySelectorAll<HTMLElement>("[data-adds]")) {
      const groups = (item.dataset.adds ?? "").split(" ");
      const pressed = item.firstElementChild?.ariaPressed === "true";
      if (pressed) for (const group of groups) wanted.add(group);
      const seen = muscles.some((muscle) => groups.includes(muscle.dataset.group ?? ""));
      item.toggleAttribute("data-unseen", pressed && !seen);
    }
    for (const muscle of muscles) muscle.classList.toggle("k-added", wanted.has(muscle.dataset.group ?? ""));
  }

  private buttons(group: string): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(`button.group[data-group="${group}"]`)];
  }

  /** The group under the finger, or else the chosen one, stands out in picture and list. */
  private mark(group: string): void {
    const marked = group || this.chosen;
    this.classList.toggle("marking", marked !== "");
    for (const part of this.querySelectorAll<HTMLElement>(".k-muscle, button.group"))
      part.classList.toggle("marked", marked !== "" && part.dataset.group === marked);
  }

  private reset(): void {
    this.touched = new Set();
    this.form?.reset();
    for (const input of this.inputs()) this.announce(input);
    void this.askWhole();
  }

  /** The drawing or the body in space: one of them is seen. */
  private swap(place: HTMLElement, button: HTMLElement, drawing: boolean): void {
    place.hidden = drawing;
    this.classList.toggle("turning", !drawing);
    button.textContent = drawing ? "Turn it" : "Back to the drawing";
    if (!drawing) void this.stage?.show(this.query().toString());
  }

  private async turn(): Promise<void> {
    const place = this.querySelector<HTMLElement>(".turn");
    const button = this.querySelector<HTMLElement>("[data-turn-it]");
    if (!place || !button) return;
    if (this.stage) {
      this.swap(place, button, !place.hidden);
      return;
    }
    button.ariaBusy = "true";
    try {
      const { openStage } = await import("./turn");
      this.swap(place, button, false);
      this.stage = await openStage(place, this.dataset.turn ?? "", this.query().toString());
    } catch {
      this.swap(place, button, true);
      this.say("This browser cannot show the body in space; the drawing stays.");
    } finally {
      button.ariaBusy = null;
    }
  }
}

function groupOf(target: EventTarget | null): string {
  const part = target instanceof Element ? target.closest<HTMLElement>("[data-group]") : null;
  return part?.dataset.group ?? "";
}

async function reasonOf(answer: Response | null): Promise<string> {
  if (!answer) return "The server does not answer; the picture stays as it was.";
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("main p")?.textContent ?? "This could not be computed.";
}

customElements.define("body-anatomy", BodyAnatomy);
