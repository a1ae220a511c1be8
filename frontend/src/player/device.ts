/** What the device gives while a practice runs: a screen that stays on, keys on the lock screen, its own voice. */

/** Keeps the screen on while `wanted`; asked again when the page comes back into view, because hiding it lets go. */
export class WakeLock {
  private wanted = false;
  private lock: WakeLockSentinel | null = null;

  constructor() {
    document.addEventListener("visibilitychange", this.ask);
  }

  want(wanted: boolean): void {
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    if (wanted) this.ask();
    else void this.lock?.release().catch(() => undefined);
  }

  close(): void {
    this.want(false);
    document.removeEventListener("visibilitychange", this.ask);
  }

  private readonly ask = (): void => {
    if (!this.wanted || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    // A refusal (battery saver, old browser) changes nothing: the sound leads on.
    navigator.wakeLock.request("screen").then((lock) => this.hold(lock), () => undefined);
  };

  private hold(lock: WakeLockSentinel): void {
    if (this.wanted) this.lock = lock;
    else void lock.release();
  }
}

export interface LockScreenKeys {
  play(): void;
  pause(): void;
  /** "Next": this hurts. */
  next(): void;
  /** "Previous": say it again. */
  previous(): void;
}

export function showOnLockScreen(title: string, practice: string, playing: boolean): void {
  if (!("mediaSession" in navigator)) return;
  const session = navigator.mediaSession;
  if (session.metadata?.title !== title) {
    session.metadata = new MediaMetadata({ title, artist: practice, album: "Karani: next track is “This hurts”" });
  }
  session.playbackState = playing ? "playing" : "paused";
}

export function bindLockScreen(keys: LockScreenKeys | null): void {
  if (!("mediaSession" in navigator)) return;
  const session = navigator.mediaSession;
  session.setActionHandler("play", keys && (() => keys.play()));
  session.setActionHandler("pause", keys && (() => keys.pause()));
  session.setActionHandler("nexttrack", keys && (() => keys.next()));
  session.setActionHandler("previoustrack", keys && (() => keys.previous()));
}

/** Words a minute count: the device speaks slower than it reads the news. */
const SPEECH_RATE = 0.85;

/** The device's own voice, in the foreground only. Where there is none, the captions lead alone. */
export function say(text: string, volume_percent: number): void {
  if (!hasVoice() || document.visibilityState !== "visible") return;
  const words = new SpeechSynthesisUtterance(text);
  words.lang = "en";
  words.rate = SPEECH_RATE;
  words.volume = volume_percent / 100;
  speechSynthesis.speak(words);
}

export function hush(): void {
  if ("speechSynthesis" in window) speechSynthesis.cancel();
}

export function hasVoice(): boolean {
  return "speechSynthesis" in window && speechSynthesis.getVoices().length > 0;
}
