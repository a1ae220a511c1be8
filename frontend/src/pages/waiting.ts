/** <waiting-sessions>: what has not reached the journal yet, in one sentence each. Empty when all has. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Queued } from "../store/database";
import { CHANGED, throwAway, waiting } from "../store/sessions";

class WaitingSessions extends LitElement {
  private queued: Queued[] = [];
  private atFirst: number | null = null;

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(CHANGED, this.read);
    this.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(CHANGED, this.read);
  }

  override render(): TemplateResult {
    const unreadable = this.queued.filter((each) => each.unreadable !== null);
    const coming = this.queued.length - unreadable.length;
    const arrived = this.atFirst !== null && this.queued.length < this.atFirst;
    return html`<div role="status">
      ${coming ? html`<p class="note">${sentence(coming)}</p>` : nothing}
      ${arrived ? html`<p class="note">A practice has just arrived. <a href=${location.pathname}>Show it</a></p>` : nothing}
      ${unreadable.map(keptAside)}
    </div>`;
  }

  private readonly read = (): void => {
    void waiting().then((queued) => {
      this.queued = queued;
      this.atFirst ??= queued.length;
      this.requestUpdate();
    });
  };
}

function sentence(count: number): string {
  const which = count === 1 ? "One practice waits" : `${count} practices wait`;
  return `${which} in this browser for the journal, and will be sent as soon as Karani answers.`;
}

function keptAside({ id, session, unreadable }: Queued): TemplateResult {
  const file = URL.createObjectURL(new Blob([JSON.stringify(session, null, 2)], { type: "application/json" }));
  return html`<p class="note stop">
    The practice of ${new Date(session.started_at).toLocaleString()} could not be entered: ${unreadable}
    <a href=${file} download="practice-${id}.json">Save it as a file</a>
    <button class="text-button" type="button" @click=${() => throwAway(id)}>Throw it away</button>
  </p>`;
}

customElements.define("waiting-sessions", WaitingSessions);
