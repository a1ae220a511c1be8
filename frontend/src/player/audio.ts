/**
 * The sound: one <audio> element for the whole practice, playing a blob. It knows pieces of the track and seconds within
 * them; what they mean it does not know. Where sound fails altogether, a silent clock goes on and the captions lead.
 *
 * Developer's setting: localStorage "karani-rate" = 1 .. 16 speeds the clock; above 1 the sound is off.
 */

import type { Bundle } from "../practice/bundle";
import { placeInTrack, type Piece } from "../practice/timeline";

export interface Listener {
  tick(at_s: number): void;
  /** The browser wants a tap before it sounds, or something else took the sound: the practice stands still. */
  interrupted(): void;
}

/** A tiny silent WAV: played within a tap, it allows the element to sound later. */
const SILENCE = "data:audio/wav;base64,UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQIAAACAgA==";

const CHECK_MS = 250;
/** What is shown changes once a second at most; the disc itself moves with every frame, elsewhere. */
const TICK_MS = 200;
const FAST_TICK_MS = 40;

/** No progress for this long means that the element is stuck. */
const STUCK_MS = 4000;

/** So near to a place counts as there. */
const LANDED_S = 0.02;

let element: HTMLAudioElement | null = null;

export function audioElement(): HTMLAudioElement {
  element ??= new Audio();
  return element;
}

/** Call it inside the tap that begins a practice. */
export function unlock(): void {
  const audio = audioElement();
  audio.src = SILENCE;
  audio.play().catch(() => undefined);
}

export function rateWished(): number {
  const rate = Number(localStorage.getItem("karani-rate"));
  return rate >= 1 && rate <= 16 ? rate : 1;
}

export class Sound {
  private readonly audio = audioElement();
  private readonly rate = rateWished();
  private address = "";
  private bundle: Bundle;
  private piece: Piece = { kind: "bed" };
  private start_s = 0;
  private end_s = 0;
  /** Whole rounds of the bed that are over. */
  private before_s = 0;
  /** Where a new track is to begin, until the element knows it. */
  private landing_s: number | null = null;
  private sounding = false;
  private silent: SilentClock | null = null;
  private moved = { at_s: -1, when_ms: 0, tries: 0 };
  private timer = 0;
  private frame = 0;
  private told_ms = 0;

  constructor(bundle: Bundle, blob: Blob, private readonly listener: Listener) {
    this.bundle = bundle;
    this.audio.preservesPitch = false;
    this.audio.addEventListener("timeupdate", this.check);
    this.audio.addEventListener("ended", this.atEnd);
    this.audio.addEventListener("pause", this.stoppedByOthers);
    this.audio.addEventListener("error", this.fail);
    this.audio.addEventListener("loadedmetadata", this.land);
    this.use(blob);
  }

  close(): void {
    this.halt();
    this.audio.removeEventListener("timeupdate", this.check);
    this.audio.removeEventListener("ended", this.atEnd);
    this.audio.removeEventListener("pause", this.stoppedByOthers);
    this.audio.removeEventListener("error", this.fail);
    this.audio.removeEventListener("loadedmetadata", this.land);
    this.audio.removeAttribute("src");
    URL.revokeObjectURL(this.address);
  }

  /** The same practice with other levels: the new track goes on at the same second. */
  swap(bundle: Bundle, blob: Blob): void {
    const at_s = this.at();
    this.bundle = bundle;
    this.use(blob);
    if (this.sounding) this.play(this.piece, at_s);
    else this.seek(this.start_s + at_s - this.before_s);
  }

  play(piece: Piece, at_s: number): void {
    [this.start_s, this.end_s] = placeInTrack(this.bundle, piece);
    this.piece = piece;
    const length_s = this.end_s - this.start_s;
    this.before_s = piece.kind === "bed" && length_s > 0 ? Math.floor(at_s / length_s) * length_s : 0;
    this.seek(this.start_s + at_s - this.before_s);
    this.resume();
  }

  halt(): void {
    this.sounding = false;
    this.silent?.halt();
    this.audio.pause();
    clearInterval(this.timer);
    cancelAnimationFrame(this.frame);
  }

  resume(): void {
    this.sounding = true;
    this.moved = { at_s: this.at(), when_ms: performance.now(), tries: this.moved.tries };
    clearInterval(this.timer);
    this.timer = window.setInterval(this.check, CHECK_MS);
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(this.everyFrame);
    if (this.silent) this.silent.run(this.rate);
    else this.startElement();
  }

  /** Seconds within the piece. */
  at(): number {
    const time_s = this.silent ? this.silent.at_s() : (this.landing_s ?? this.audio.currentTime);
    return this.before_s + Math.min(Math.max(0, time_s - this.start_s), this.end_s - this.start_s);
  }

  setVolume(percent: number): void {
    this.audio.volume = Math.min(1, Math.max(0, percent / 100));
  }

  private use(blob: Blob): void {
    URL.revokeObjectURL(this.address);
    this.address = URL.createObjectURL(blob);
    this.audio.src = this.address;
    this.audio.muted = this.rate > 1;
  }

  private startElement(): void {
    this.audio.defaultPlaybackRate = this.rate;
    this.audio.playbackRate = this.rate;
    this.audio.play().catch((failure: unknown) => {
      if (failure instanceof DOMException && failure.name === "NotAllowedError") this.listener.interrupted();
    });
  }

  private seek(time_s: number): void {
    if (this.silent) this.silent.set(time_s);
    else {
      this.landing_s = this.audio.readyState === HTMLMediaElement.HAVE_NOTHING ? time_s : null;
      this.audio.currentTime = time_s;
    }
  }

  /** Not every browser keeps a place that was asked for before it knew the track. */
  private readonly land = (): void => {
    const wanted_s = this.landing_s;
    this.landing_s = null;
    if (wanted_s !== null && Math.abs(this.audio.currentTime - wanted_s) > LANDED_S) this.audio.currentTime = wanted_s;
  };

  private readonly everyFrame = (now_ms: number): void => {
    if (now_ms - this.told_ms >= (this.rate > 1 ? FAST_TICK_MS : TICK_MS)) {
      this.told_ms = now_ms;
      this.check();
    }
    if (this.sounding) this.frame = requestAnimationFrame(this.everyFrame);
  };

  private readonly check = (): void => {
    if (!this.sounding) return;
    const at_s = this.at();
    this.watch(at_s);
    if (this.piece.kind === "bed") this.loopBed();
    this.listener.tick(at_s);
  };

  private loopBed(): void {
    const length_s = this.end_s - this.start_s;
    if (length_s <= 0 || this.at() - this.before_s < length_s - 0.02) return;
    this.before_s += length_s;
    this.seek(this.start_s);
    if (this.audio.ended || this.audio.paused) this.resume();
  }

  private readonly atEnd = (): void => {
    this.check();
  };

  /** A call, another app or unplugged headphones stop the element without asking us. */
  private readonly stoppedByOthers = (): void => {
    if (this.sounding && !this.silent && !this.audio.ended && !this.audio.seeking) this.listener.interrupted();
  };

  /** A stuck element is loaded again once; if that does not help, the silent clock takes over. */
  private watch(at_s: number): void {
    const now_ms = performance.now();
    if (at_s !== this.moved.at_s) {
      this.moved = { at_s, when_ms: now_ms, tries: at_s > this.moved.at_s ? 0 : this.moved.tries };
    } else if (!this.silent && now_ms - this.moved.when_ms > STUCK_MS) {
      if (this.moved.tries > 0) return this.fail();
      this.moved = { at_s, when_ms: now_ms, tries: 1 };
      this.audio.load();
      this.play(this.piece, at_s);
    }
  }

  private readonly fail = (): void => {
    if (this.silent) return;
    const time_s = this.start_s + this.moved.at_s - this.before_s;
    this.silent = new SilentClock(Math.max(this.start_s, time_s));
    if (this.sounding) this.silent.run(this.rate);
  };
}

/** Time passes without sound. */
class SilentClock {
  private from_ms: number | null = null;
  private rate = 1;

  constructor(private from_s: number) {}

  at_s(): number {
    return this.from_ms === null ? this.from_s : this.from_s + ((performance.now() - this.from_ms) / 1000) * this.rate;
  }

  set(time_s: number): void {
    this.from_s = time_s;
    if (this.from_ms !== null) this.from_ms = performance.now();
  }

  run(rate: number): void {
    this.set(this.at_s());
    this.rate = rate;
    this.from_ms = performance.now();
  }

  halt(): void {
    this.set(this.at_s());
    this.from_ms = null;
  }
}
