/** <practice-player data-practice="ID">: fetches a practice, leads it, and shows the room or the question of the moment. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { naturalBreath } from "../figure/breathing";
import { displayOf, isNight } from "../practice/display";
import { breathAt } from "../practice/timeline";
import { prepare, prepareSilently, saveProgress } from "../store/practices";
import { followMaking, putWishes, type Made } from "../store/server";
import { Conductor } from "./conductor";
import { hasVoice } from "./device";
import { failed, finished, loading } from "./ends";
import { FigureStage } from "./figure";
import { isQuestion, pressed } from "./keys";
import { after, before } from "./moods";
import { arcPoint, breathOf, breathScale, wantsLessMotion } from "./motion";
import { panel, type SoundWishes } from "./panel";
import { endHere, redFlag, whatNow, whereDoesItHurt } from "./questions";
import { room } from "./room";

/** After a touch on the bar the night stays light for so long. */
const AWAKE_MS = 8000;

/** Who waits longer than this is offered to begin with captions and tones. */
const PATIENCE_MS = 8000;

/** A slider that has stood still for so long has been let go. */
const LET_GO_MS = 800;

const LETTERS = "karani-letter-keys";

export class PracticePlayer extends LitElement {
  static override properties = { practice: { attribute: "data-practice" } };
  declare practice: string;

  private conductor: Conductor | null = null;
  private drawings: Record<string, string> = {};
  private readonly figure = new FigureStage();
  private trouble = "";
  private panelOpen = false;
  private awake_until_ms = 0;
  private letters = localStorage.getItem(LETTERS) !== "off";
  private shown = "";
  private frame = 0;
  private made: Made | null = null;
  private slow = false;
  private unkept: Record<string, string | number> = {};
  private keeping = 0;

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.replaceChildren();
    document.querySelectorAll("[data-without-script]").forEach((part) => part.remove());
    this.practice ||= decodeURIComponent(/\/practices\/([^/]+)\/play/.exec(location.pathname)?.[1] ?? "");
    window.addEventListener("keydown", this.onKey);
    this.frame = requestAnimationFrame(this.move);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.onKey);
    cancelAnimationFrame(this.frame);
    this.conductor?.close();
    document.documentElement.classList.remove("night");
  }

  async load(from = prepare): Promise<void> {
    this.trouble = "";
    this.slow = false;
    const stopFollowing = this.followMaking();
    this.requestUpdate();
    try {
      const { kept, state } = await from(this.practice);
      if (!this.isConnected || this.conductor) return;
      this.drawings = kept.drawings;
      this.conductor = new Conductor(kept, state, () => this.requestUpdate());
      if (!state) await saveProgress(kept.id, this.conductor.state);
      document.title = `${kept.bundle.title} · Karani`;
      this.conductor.start();
    } catch (failure) {
      this.trouble = failure instanceof Error ? failure.message : String(failure);
    }
    stopFollowing();
    this.requestUpdate();
  }

  /** How far the voice is; after a while one may begin without it. */
  private followMaking(): () => void {
    const stop = followMaking(this.practice, (made) => {
      this.made = made;
      this.requestUpdate();
    });
    const patience = window.setTimeout(() => {
      this.slow = this.made !== null;
      this.requestUpdate();
    }, PATIENCE_MS);
    return () => {
      stop();
      clearTimeout(patience);
    };
  }

  override render(): TemplateResult {
    if (this.trouble) return failed(this.trouble, () => void this.load());
    const { conductor } = this;
    if (!conductor) return loading(this.made, this.slow ? () => void this.load(prepareSilently) : null);
    const { bundle, state, send } = conductor;
    switch (state.phase.kind) {
      case "ready":
        return before(bundle, state, this.dataset.forecast ?? "", send);
      case "hurts":
        return whereDoesItHurt(bundle, send);
      case "red-flag":
        return redFlag(bundle, state.phase.place, state.phase.out, send);
      case "leaving":
        return endHere(state, send);
      case "offer":
        return whatNow(bundle, state, conductor.figures, this.drawings, send);
      case "mood-after":
        return after(state, send);
      case "finished":
        return finished(state, conductor.arrival);
      case "cancelled":
        return html``;
      default:
        return this.room(conductor);
    }
  }

  private room(conductor: Conductor): TemplateResult {
    const { bundle, state, send } = conductor;
    const display = displayOf(bundle, state);
    this.figure.show(display, conductor.figures, this.drawings);
    return room({
      display,
      state,
      night: this.isDark(),
      title: bundle.title,
      missing: conductor.missing,
      figure: this.figure.element,
      panel: this.panelOpen ? this.panel() : nothing,
      send: (event) => {
        if (event.type === "dim") this.awake_until_ms = 0;
        send(event);
      },
      openPanel: () => this.openPanel(!this.panelOpen),
      wake: () => this.wake(),
    });
  }

  private panel(): TemplateResult | typeof nothing {
    const { conductor, letters } = this;
    if (!conductor) return nothing;
    return panel({
      wishes: conductor.wishes,
      voices: conductor.bundle.voices ?? [],
      speaks: hasVoice(),
      letters,
      trouble: conductor.trouble,
      change: (wishes) => {
        conductor.change(wishes);
        this.keepWishes(wishes);
      },
      settle: () => void conductor.settleSound(),
      useLetters: (use) => this.useLetters(use),
      leave: () => conductor.send({ type: "leave" }),
      close: () => this.openPanel(false),
    });
  }

  /** Focus follows the question; where its button vanished, it returns to the floor. */
  override updated(): void {
    document.documentElement.classList.toggle("night", this.isDark());
    this.travel();
    const kind = this.conductor?.state.phase.kind ?? "";
    if (kind === this.shown) return;
    this.shown = kind;
    this.panelOpen = false;
    this.requestUpdate();
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost || (this.conductor && isQuestion(this.conductor.state))) this.focusOn("[data-focus]");
    window.scrollTo(0, 0);
  }

  private isDark(): boolean {
    const { conductor } = this;
    if (!conductor || isQuestion(conductor.state) || performance.now() < this.awake_until_ms) return false;
    return isNight(conductor.bundle, conductor.state);
  }

  private wake(): void {
    this.awake_until_ms = performance.now() + AWAKE_MS;
    window.setTimeout(() => this.requestUpdate(), AWAKE_MS + 100);
    this.requestUpdate();
  }

  private openPanel(open: boolean): void {
    this.panelOpen = open;
    this.requestUpdate();
    void this.updateComplete.then(() => this.focusOn(open ? "[data-panel-focus]" : "[data-panel-button], [data-focus]"));
  }

  /** How it sounds now is kept on the person's page, once they have let go; without the server it holds for this practice. */
  private keepWishes(changed: Partial<SoundWishes>): void {
    // The volume of the device's own voice holds for one practice.
    for (const [name, value] of Object.entries(changed)) if (name !== "voice_volume") this.unkept[name] = value;
    clearTimeout(this.keeping);
    this.keeping = window.setTimeout(() => {
      const kept = this.unkept;
      this.unkept = {};
      if (Object.keys(kept).length) void putWishes(kept).catch(() => undefined);
    }, LET_GO_MS);
  }

  private useLetters(use: boolean): void {
    this.letters = use;
    localStorage.setItem(LETTERS, use ? "on" : "off");
    this.requestUpdate();
  }

  private focusOn(selector: string): void {
    this.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  private readonly onKey = (key: KeyboardEvent): void => {
    const { conductor } = this;
    if (!conductor) return;
    const event = pressed(key, conductor.bundle, conductor.state, this.letters);
    if (!event) return;
    key.preventDefault();
    if (event.type === "panel") this.openPanel(!this.panelOpen);
    else if (event.type === "leave" && this.panelOpen) this.openPanel(false);
    else conductor.send(event);
  };

  /** Between two ticks only what moves is moved. */
  private readonly move = (): void => {
    this.frame = requestAnimationFrame(this.move);
    const { conductor } = this;
    const disc = this.querySelector<HTMLElement>(".breath-disc");
    if (!conductor || !disc) return;
    const { bundle, state } = conductor;
    const at_s = conductor.now_s();
    const breath = state.phase.kind === "leading" && !state.paused ? breathAt(bundle.script, at_s) : undefined;
    if (breath && !wantsLessMotion()) disc.style.scale = breathScale(breath, at_s).toFixed(4);
    else disc.style.removeProperty("scale");
    if (!state.paused && !wantsLessMotion()) this.figure.breathe(breath ? breathOf(breath, at_s) : naturalBreath(at_s));
  };

  private travel(): void {
    const traveler = this.querySelector<HTMLElement>(".traveler");
    const passed = this.conductor && displayOf(this.conductor.bundle, this.conductor.state).passed;
    if (!traveler || passed === null) return;
    const [left, top] = arcPoint(passed);
    traveler.style.left = `${left}%`;
    traveler.style.top = `${top}%`;
  }
}

customElements.define("practice-player", PracticePlayer);
