/** Wires a practice together: events go into `update`, effects go to the sound, the store and the device. */

import type { Bundle } from "../practice/bundle";
import type { Effect, Event } from "../practice/events";
import { quietFrom } from "../practice/quiet";
import { sessionOf } from "../practice/session";
import { isOver, startState, type State } from "../practice/state";
import { update } from "../practice/update";
import { put, type KeptPractice } from "../store/database";
import { forgetPractice, saveProgress, takeFigures } from "../store/practices";
import { fetchBundle, fetchTrack, type PoseFigures, type Sounding } from "../store/server";
import { CHANGED, deliver, isDelivering, isWaiting, OPEN_MS, queue } from "../store/sessions";
import { rateWished, Sound } from "./audio";
import { bindLockScreen, hasVoice, hush, say, showOnLockScreen, WakeLock } from "./device";
import type { SoundWishes } from "./panel";

/** A reload loses at most this much of the practice. */
const SAVE_EVERY_S = 4;

/** How often, and how many times, a quiet moment is looked for. */
const LOOK_EVERY_MS = 250;
const MOST_LOOKS = 400;

export type Arrival = "on-its-way" | "arrived" | "waiting";

export class Conductor {
  bundle: Bundle;
  state: State;
  wishes: SoundWishes;
  trouble = "";
  /** "", or why the voice falls silent. */
  missing = "";
  /** Where the finished session is. */
  arrival: Arrival = "on-its-way";
  private readonly sound: Sound;
  private readonly wakeLock = new WakeLock();
  private saved_at_s = 0;
  private closed = false;
  private sounds: string;

  constructor(
    private readonly kept: KeptPractice,
    earlier: State | null,
    private readonly changed: () => void,
  ) {
    this.bundle = withWholeDelay(kept.bundle);
    this.state = earlier ?? startState(crypto.randomUUID());
    const { voice, speed, volume, tones, bed } = this.bundle.wishes;
    this.wishes = { voice, speed, volume, tones, bed, voice_volume: 100 };
    this.sounds = soundOf(this.wishes);
    this.sound = new Sound(this.bundle, kept.audio, { tick: this.tick, interrupted: () => this.send({ type: "pause" }) });
    this.sound.setVolume(volume);
    window.addEventListener("pagehide", this.save);
    // Asked early, because a browser makes its list of voices only when it is asked.
    hasVoice();
    bindLockScreen({
      play: () => this.send({ type: "resume" }),
      pause: () => this.send({ type: "pause" }),
      next: () => {
        this.send({ type: "hurts" });
        // Nobody sees the question on a locked screen: asked twice, it leads out at once.
        if (document.visibilityState === "hidden" && this.state.phase.kind === "hurts") this.send({ type: "hurts" });
      },
      previous: () => this.send({ type: "again" }),
    });
  }

  /** Begin, or go on where it stood. Without a tap the browser may refuse to sound: then it waits, paused. */
  start(): void {
    if (isOver(this.state)) return this.changed();
    this.state = { ...this.state, paused: true };
    this.send({ type: "resume" });
    if (!this.bundle.track.whole) void this.takeRest();
    void takeFigures(this.kept, this.changed);
  }

  /** As far as they have come. */
  get figures(): Record<string, PoseFigures> {
    return this.kept.figures ?? {};
  }

  /** The second of the piece that sounds, for what moves between two ticks. */
  now_s(): number {
    return this.sound.at();
  }

  readonly send = (event: Event): void => {
    const before = this.state;
    const { state, effects } = update(this.bundle, before, event, new Date().toISOString());
    this.state = state;
    effects.forEach(this.carryOut);
    if (state === before) return;
    const moved = Math.abs(state.at_s - this.saved_at_s) >= SAVE_EVERY_S || state.phase !== before.phase;
    if (moved || event.type !== "tick") this.save();
    this.show();
  };

  change(wishes: Partial<SoundWishes>): void {
    this.wishes = { ...this.wishes, ...wishes };
    this.sound.setVolume(this.wishes.volume);
    this.changed();
  }

  /** Voice, tones and bed lie in the track: another one is fetched, and goes on at the same second. */
  async settleSound(): Promise<void> {
    const wanted = soundOf(this.wishes);
    if (wanted === this.sounds) return;
    this.sounds = wanted;
    const { tones, bed, voice, speed } = this.wishes;
    this.trouble = "It is being made, and takes over by itself.";
    this.changed();
    try {
      const taken = await this.take({ tones, bed, voice, speed }, () => wanted === this.sounds);
      if (taken) this.trouble = this.missing = "";
    } catch {
      this.sounds = "";
      this.trouble = "The sound cannot be changed now; it stays as it is.";
    }
    this.changed();
  }

  /** The rest of the words, part by part as they are spoken; until then captions and tones lead where the voice ends. */
  private async takeRest(): Promise<void> {
    try {
      while (!this.bundle.track.whole) {
        const begun = this.sounds;
        const { digest } = this.bundle.track;
        const bundle = await this.take({ first: true, after: digest }, () => begun === this.sounds);
        if (!bundle) return;
        this.wishes = { ...this.wishes, voice: bundle.wishes.voice };
        this.sounds = soundOf(this.wishes);
      }
    } catch {
      this.missing = "The rest of the words could not be spoken. They stand here to read, and the tones go on.";
    }
    this.changed();
  }

  /** Another track in place of this one, unless it is no longer wanted when it comes. */
  private async take(sounding: Sounding, isWanted: () => boolean): Promise<Bundle | null> {
    const bundle = await fetchBundle(this.bundle.id, sounding);
    // Told something else meanwhile, the server would lead another practice: the words of this one stay.
    if (JSON.stringify(bundle.script) !== JSON.stringify(this.bundle.script)) throw new Error("Another practice by now.");
    const audio = await fetchTrack(bundle);
    await this.quietMoment();
    if (!isWanted() || this.closed) return null;
    this.bundle = { ...this.bundle, track: bundle.track };
    this.sound.swap(this.bundle, audio);
    if (!isOver(this.state)) await put("practices", Object.assign(this.kept, { bundle: this.bundle, audio }));
    return bundle;
  }

  /** Until nobody hears that the track becomes another one. */
  private async quietMoment(): Promise<void> {
    for (let look = 0; look < MOST_LOOKS; look++) {
      const wait_s = this.state.paused ? 0 : quietFrom(this.bundle, this.state.piece, this.sound.at()) - this.sound.at();
      if (wait_s <= 0) return;
      await new Promise((soon) => setTimeout(soon, Math.min(LOOK_EVERY_MS, (1000 * wait_s) / rateWished())));
    }
  }

  close(): void {
    this.closed = true;
    window.removeEventListener("pagehide", this.save);
    window.removeEventListener(CHANGED, this.lookWhereItIs);
    bindLockScreen(null);
    this.wakeLock.close();
    this.sound.close();
    hush();
  }

  private readonly tick = (at_s: number): void => this.send({ type: "tick", at_s });

  private readonly save = (): void => {
    this.saved_at_s = this.state.at_s;
    if (this.state.phase.kind !== "finished" && this.state.phase.kind !== "cancelled") void saveProgress(this.bundle.id, this.state);
  };

  private readonly carryOut = (effect: Effect): void => {
    switch (effect.type) {
      case "play":
        return this.sound.play(effect.piece, effect.at_s);
      case "halt":
        return this.sound.halt();
      case "say":
        return this.wishes.voice === "device" ? say(effect.text, this.spokenVolume()) : undefined;
      case "hush":
        return hush();
      case "record":
        return void this.record(effect.open);
      case "forget":
        return void forgetPractice(this.bundle.id);
      case "go-home":
        return location.assign("/");
    }
  };

  private async record(open: boolean): Promise<void> {
    const now_ms = Date.now();
    const session = sessionOf(this.bundle, this.state, new Date(now_ms).toISOString());
    await queue(session, open ? new Date(now_ms + OPEN_MS).toISOString() : null);
    if (open) return;
    window.addEventListener(CHANGED, this.lookWhereItIs);
    await deliver();
    this.lookWhereItIs();
  }

  private readonly lookWhereItIs = (): void => {
    void isWaiting(this.state.uuid).then((waiting) => {
      // While it is being sent it is neither here nor there.
      if (waiting && isDelivering()) return;
      this.arrival = waiting ? "waiting" : "arrived";
      this.changed();
    });
  };

  private spokenVolume(): number {
    return (this.wishes.voice_volume * this.wishes.volume) / 100;
  }

  private show(): void {
    const playing = !this.state.paused && !isOver(this.state);
    this.wakeLock.want(playing);
    showOnLockScreen(this.titleNow(), this.bundle.title, playing);
    this.changed();
  }

  private titleNow(): string {
    const done = this.state.done.at(-1);
    const named = [...this.bundle.script.continuations, ...this.bundle.script.segments];
    return named.find(({ pose, variation }) => pose === done?.pose && variation === done.variation)?.name ?? this.bundle.title;
  }
}

/** A developer's fast clock is for the practice: the question before it keeps its seconds. */
function withWholeDelay(bundle: Bundle): Bundle {
  const { wishes } = bundle;
  return { ...bundle, wishes: { ...wishes, start_delay_s: wishes.start_delay_s * rateWished() } };
}

/** What lies in the track. The device's own voice is not in it. */
function soundOf({ tones, bed, voice, speed }: SoundWishes): string {
  return [tones, bed, voice === "device" ? "captions" : voice, speed].join(" ");
}
