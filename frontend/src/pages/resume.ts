/** <practice-resume>: the practice under way in this browser, to go on with. Empty when there is none. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { segmentAt } from "../practice/timeline";
import { timeLeft } from "../practice/minutes";
import { unlock } from "../player/audio";
import { AGAIN, icon } from "../player/icons";
import { findUnderWay } from "../store/practices";
import { mount } from "./begin";

type UnderWay = NonNullable<Awaited<ReturnType<typeof findUnderWay>>>;

class PracticeResume extends LitElement {
  private underWay: UnderWay | null = null;

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void findUnderWay().then((found) => {
      this.underWay = found;
      this.requestUpdate();
    });
  }

  override render(): TemplateResult | typeof nothing {
    const { underWay } = this;
    if (!underWay) return nothing;
    const { kept, progress } = underWay;
    const minute = Math.floor(progress.state.practiced_s / 60) + 1;
    return html`<a class="resume" href="/practices/${kept.id}/play" @click=${this.goOn}>
      ${icon(AGAIN)}<span><b>${whenLeft(progress.saved_at)}</b>, minute ${minute}<small class="soft">${whatIsLeft(underWay)}</small></span>
    </a>`;
  }

  private readonly goOn = (event: MouseEvent): void => {
    if (!this.underWay || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    unlock();
    mount(this.underWay.kept.id);
  };
}

function whatIsLeft({ kept, progress }: UnderWay): string {
  const minutes = Math.max(1, Math.round(timeLeft(kept.bundle, progress.state) / 60));
  const done = progress.state.done.at(-1);
  const named = [...kept.bundle.script.segments, ...kept.bundle.script.continuations];
  const pose = named.find((each) => each.pose === done?.pose && each.variation === done.variation);
  const name = pose?.name ?? segmentAt(kept.bundle.script, 0)?.name ?? kept.bundle.title;
  return `${name}, ${minutes} ${minutes === 1 ? "minute" : "minutes"} left`;
}

function whenLeft(saved_at: string): string {
  return new Date(saved_at).toDateString() === new Date().toDateString() ? "Go on" : "Go on from yesterday";
}

customElements.define("practice-resume", PracticeResume);
