/** Practices under way: fetched whole before they begin, kept until they end. */

import type { Bundle } from "../practice/bundle";
import { LEAST_PRACTICED_S, sessionOf } from "../practice/session";
import { isOver, type State } from "../practice/state";
import { slugOf } from "../practice/timeline";
import { get, list, put, remove, type KeptPractice, type Progress } from "./database";
import { Away, fetchBundle, fetchDrawing, fetchLedFigures, fetchTrack, type Sounding } from "./server";
import { queue } from "./sessions";

/** A practice that was left can be gone on with for so long; then it goes into the journal as it is. */
const RESUMABLE_MS = 12 * 3600 * 1000;

export interface Prepared {
  kept: KeptPractice;
  /** Where it stood, if it had begun. */
  state: State | null;
}

/**
 * The practice as it stood, or a new one from the server as soon as its first minutes are there; a kept one serves when
 * the server is away.
 */
export async function prepare(id: string): Promise<Prepared> {
  const [kept, progress] = await Promise.all([get("practices", id), get("progress", id)]);
  if (kept && progress) return { kept, state: progress.state };
  try {
    return { kept: await fetchPractice(id, { first: true }), state: null };
  } catch (failure) {
    if (kept && failure instanceof Away) return { kept, state: null };
    throw failure;
  }
}

export async function fetchPractice(id: string, sounding: Sounding = {}): Promise<KeptPractice> {
  const bundle = await fetchBundle(id, sounding);
  const [audio, drawings] = await Promise.all([fetchTrack(bundle), fetchDrawings(bundle)]);
  const kept: KeptPractice = { id, bundle, audio, drawings };
  await put("practices", kept).catch(() => undefined);
  return kept;
}

/** To begin at once with tones and captions, while the voice is still being made. */
export async function prepareSilently(id: string): Promise<Prepared> {
  const kept = await fetchPractice(id, { voice: "captions" });
  kept.bundle.track.whole = false;
  return { kept, state: null };
}

async function fetchDrawings({ script }: Bundle): Promise<Record<string, string>> {
  const slugs = new Set([...script.segments, ...script.continuations].map(slugOf));
  const drawn = await Promise.all([...slugs].map(async (slug) => [slug, await fetchDrawing(slug)] as const));
  return Object.fromEntries(drawn.filter(([, drawing]) => drawing));
}

/**
 * The figures of a practice, one pose after the other in the order in which they are led; what is easier instead comes
 * last. They are kept with it, so that it needs no server. What cannot be had is left out: the line drawing stands there.
 */
export async function takeFigures(kept: KeptPractice, arrived: () => void): Promise<void> {
  const { script, figure_turn } = kept.bundle;
  const figures = (kept.figures ??= {});
  for (const poses of [script.segments, script.continuations]) {
    for (const slug of new Set(poses.map(slugOf))) {
      if (figures[slug]) continue;
      const drawn = await fetchLedFigures(slug, figure_turn).catch(() => null);
      if (drawn) figures[slug] = drawn;
      arrived();
    }
    // Nothing is written over what another page keeps, or after the practice was put away.
    if (await get("practices", kept.id)) await put("practices", kept).catch(() => undefined);
  }
}

export async function saveProgress(id: string, state: State): Promise<void> {
  await put("progress", { id, state, saved_at: new Date().toISOString() }).catch(() => undefined);
}

export async function forgetPractice(id: string): Promise<void> {
  await Promise.all([remove("progress", id), remove("practices", id)]);
}

/** The practice that can be gone on with, the last one first. */
export async function findUnderWay(): Promise<{ kept: KeptPractice; progress: Progress } | null> {
  const all = await list("progress");
  const begun = all.filter(({ state }) => state.started_at !== null && !isOver(state));
  const last = begun.sort((one, other) => (one.saved_at < other.saved_at ? 1 : -1))[0];
  const kept = last && (await get("practices", last.id));
  return last && kept ? { kept, progress: last } : null;
}

/** Before another practice begins, what was left goes into the journal. */
export async function closeAll(): Promise<void> {
  for (const progress of await list("progress")) await close(progress);
}

/** What was left too long ago goes into the journal; tracks that nothing needs are thrown away. */
export async function tidy(now_ms: number): Promise<void> {
  for (const progress of await list("progress")) {
    if (now_ms - Date.parse(progress.saved_at) > RESUMABLE_MS) await close(progress);
  }
  const needed = new Set((await list("progress")).map(({ id }) => id));
  for (const { id } of await list("practices")) if (!needed.has(id)) await remove("practices", id);
}

async function close({ id, state, saved_at }: Progress): Promise<void> {
  const kept = await get("practices", id);
  // One that has ended is in the queue already, with its own end.
  const worthwhile = state.ended_at !== null || state.practiced_s >= LEAST_PRACTICED_S;
  if (kept && worthwhile) await queue(sessionOf(kept.bundle, state, saved_at), null);
  await forgetPractice(id);
}
