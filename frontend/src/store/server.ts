/** Everything that is asked of the server. The only file that fetches. */

import type { Bundle, Session } from "../practice/bundle";

/** What the server said, in its own sentence. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    sentence: string,
  ) {
    super(sentence);
  }
}

/** Nobody answered. */
export class Away extends Error {}

export interface Wanted {
  need: string;
  minutes: number;
  pose?: string;
  first_time?: boolean;
}

export async function makePractice(wanted: Wanted): Promise<string> {
  const answer = await ask("/api/practices", change("POST", wanted));
  const { id } = (await answer.json()) as { id: string };
  return id;
}

/**
 * What is to sound otherwise than the person wishes on their page. `first`: as soon as the first minutes are there, or as
 * soon as there is more than in the track `after`.
 */
export interface Sounding {
  tones?: number;
  bed?: number;
  voice?: string;
  speed?: number;
  first?: boolean;
  after?: string;
}

export async function fetchBundle(id: string, sounding: Sounding = {}): Promise<Bundle> {
  const answer = await ask(`/api/practices/${encodeURIComponent(id)}/bundle${queryOf(sounding)}`);
  return (await answer.json()) as Bundle;
}

/** Sentences spoken of those that are waited for. */
export interface Made {
  done: number;
  of: number;
}

/** Tells how far a track is, until it is there or the returned function is called. */
export function followMaking(id: string, told: (made: Made) => void): () => void {
  const events = new EventSource(`/api/practices/${encodeURIComponent(id)}/progress`);
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const { done, of, whole, error } = JSON.parse(data) as Partial<Made> & { whole?: boolean; error?: string };
    if (whole || error) events.close();
    else if (of) told({ done: done ?? 0, of });
  };
  return () => events.close();
}

function queryOf(sounding: Sounding): string {
  const asked = Object.entries(sounding).map(([name, value]) => [name, String(value)]);
  return asked.length ? `?${new URLSearchParams(asked)}` : "";
}

export async function fetchTrack(bundle: Bundle): Promise<Blob> {
  const answer = await ask(bundle.track.url);
  return answer.blob();
}

/** The line drawing of a pose; empty where there is none. */
export async function fetchDrawing(slug: string): Promise<string> {
  try {
    return await (await ask(`/poses/${encodeURIComponent(slug)}/glyph.svg`)).text();
  } catch {
    return "";
  }
}

/** A drawn figure, framed for a page, as the text of an <svg>. */
export async function fetchFigure(url: string): Promise<string> {
  return (await ask(url)).text();
}

/** A pose with the stills of its way in and out, all of one scale, and which of them each step shows. */
export interface PoseFigures {
  figures: string[];
  held: number;
  enter: number[];
  exit: number[];
}

/** Those of the room in which a practice is led; `turn` decides who is drawn. */
export function fetchLedFigures(slug: string, turn: string): Promise<PoseFigures> {
  return fetchPoseFigures(`/poses/${encodeURIComponent(slug)}/figures.json?${new URLSearchParams({ frame: "scene", turn }).toString()}`);
}

export async function fetchPoseFigures(url: string): Promise<PoseFigures> {
  return (await (await ask(url)).json()) as PoseFigures;
}

export async function putSession(session: Session): Promise<void> {
  await ask(`/api/sessions/${encodeURIComponent(session.id)}`, change("PUT", session));
}

/** What was changed while a practice ran is how the next one begins. */
export async function putWishes(wishes: Record<string, string | number>): Promise<void> {
  await ask("/api/wishes", change("PUT", wishes));
}

/** What Begin would lead, and what it needs, in a sentence each. */
export interface Outlook {
  way: string;
  props: string;
}

export async function fetchOutlook(need: string, minutes: string): Promise<Outlook | null> {
  try {
    const answer = await ask(`/api/outlook?${new URLSearchParams({ need, minutes }).toString()}`);
    return (await answer.json()) as Outlook;
  } catch {
    return null;
  }
}

export async function fetchJson<T>(url: string): Promise<T> {
  return (await (await ask(url)).json()) as T;
}

export async function fetchPage(url: string, signal: AbortSignal): Promise<string> {
  return (await ask(url, { signal })).text();
}

async function ask(url: string, how: RequestInit = {}): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url, { credentials: "same-origin", ...how });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
    throw new Away("Karani is not running, or cannot be reached from here.");
  }
  if (!answer.ok) throw new Refused(answer.status, await sentenceIn(answer));
  return answer;
}

function change(method: string, content: unknown): RequestInit {
  const headers = { "Content-Type": "application/json", "X-Karani-Token": token() };
  return { method, headers, body: JSON.stringify(content) };
}

/** The server compares it with the cookie: another page could send the cookie along, but not read it. */
function token(): string {
  return /(?:^|; )karani_token=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}

async function sentenceIn(answer: Response): Promise<string> {
  try {
    const { error, detail } = (await answer.json()) as { error?: unknown; detail?: unknown };
    for (const sentence of [error, detail]) if (typeof sentence === "string") return sentence;
  } catch {
    // No JSON: the number is all there is.
  }
  return `Karani answered with ${answer.status}.`;
}
