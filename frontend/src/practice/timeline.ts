/** What holds at a time of the script: the cue, the breath, the segment, the step, the way out. Times in seconds. */

import type { Breath, Bundle, Continuation, Cue, Passage, Script, ScriptSegment, WayOut } from "./bundle";

/** A stretch of the track: the main line, one of the passages behind it, or the bed to wait on. */
export type Piece = { kind: "main" } | { kind: "passage"; id: string } | { kind: "bed" };

export const MAIN: Piece = { kind: "main" };
export const BED: Piece = { kind: "bed" };

export function passagesOf(script: Script): Passage[] {
  return [
    ...script.way_outs.map((wayOut) => wayOut.passage),
    script.side_rest,
    script.closing,
    ...script.pain_answers.map((answer) => answer.first_words),
    ...script.continuations.flatMap(({ enter, hold_cues, exit, way_out }) => [enter, hold_cues, exit, way_out.passage]),
  ];
}

export function findPassage(script: Script, id: string): Passage | undefined {
  return passagesOf(script).find((passage) => passage.id === id);
}

/** Where a piece lies in the track: [start, end]. */
export function placeInTrack(bundle: Bundle, piece: Piece): [number, number] {
  const { track } = bundle;
  if (piece.kind === "main") return [0, track.main_s];
  const region = piece.kind === "bed" ? track.bed : track.regions.find(({ passage }) => passage === piece.id);
  // A passage that the track lacks is led in silence, on the bed: captions still show it.
  if (!region) return [track.bed.start_s, track.bed.start_s + (findPassage(bundle.script, idOf(piece))?.seconds ?? 0)];
  return [region.start_s, region.end_s];
}

function idOf(piece: Piece): string {
  return piece.kind === "passage" ? piece.id : piece.kind;
}

/** How long a piece lasts; the bed has no end. */
export function lengthOf(bundle: Bundle, piece: Piece): number {
  if (piece.kind === "bed") return Infinity;
  const [start, end] = placeInTrack(bundle, piece);
  return end - start;
}

export function cuesOf(bundle: Bundle, piece: Piece): Cue[] {
  if (piece.kind === "main") return bundle.script.cues;
  return piece.kind === "bed" ? [] : (findPassage(bundle.script, piece.id)?.cues ?? []);
}

/** The last spoken cue that has begun. */
export function lastCueAt(cues: Cue[], at_s: number): Cue | undefined {
  return cues.findLast((cue) => cue.kind === "speech" && cue.at_s <= at_s);
}

/** The cue that is being said, or rung, or whose pause is running. */
export function sounding(cues: Cue[], at_s: number): Cue | undefined {
  return cues.findLast((cue) => cue.at_s <= at_s && at_s < cue.at_s + cue.seconds);
}

export function breathAt(script: Script, at_s: number): Breath | undefined {
  return script.breaths.find((breath) => breath.at_s <= at_s && at_s < breath.at_s + breath.seconds);
}

/** 1 .. counts. */
export function countAt(breath: Breath, at_s: number): number {
  const share = (at_s - breath.at_s) / breath.seconds;
  return Math.min(breath.counts, Math.floor(share * breath.counts) + 1);
}

export function segmentAt(script: Script, at_s: number): ScriptSegment | undefined {
  return script.segments.findLast((segment) => segment.start_s <= at_s) ?? script.segments[0];
}

export function slugOf(of: { pose: string; variation: string | null }): string {
  return of.variation ?? of.pose;
}

export function wayOutAt(script: Script, at_s: number): WayOut | undefined {
  const spans = script.way_out_spans;
  const span = spans.find(({ start_s, end_s }) => start_s <= at_s && at_s < end_s) ?? spans.at(-1);
  return script.way_outs.find(({ id }) => id === span?.way_out);
}

export function findContinuation(script: Script, id: string): Continuation | undefined {
  return script.continuations.find((continuation) => continuation.id === id);
}

export function findWayOut(script: Script, id: string): WayOut | undefined {
  const all = [...script.way_outs, ...script.continuations.map(({ way_out }) => way_out)];
  return all.find((wayOut) => wayOut.id === id);
}

/** Which step of the way in it is: [3, 4] is the third of four; null outside the way in. */
export function stepAt(script: Script, segment: ScriptSegment, at_s: number): [number, number] | null {
  if (at_s < segment.enter_s || at_s >= segment.hold_start_s) return null;
  const steps = script.cues.filter(
    ({ kind, at_s: start }) => kind === "speech" && start >= segment.enter_s && start < segment.hold_start_s,
  );
  const begun = steps.filter(({ at_s: start }) => start <= at_s).length;
  return begun ? [begun, steps.length] : null;
}

/** After the settling and the paced breath, until the steps out. */
export function isInQuiet(segment: ScriptSegment, at_s: number): boolean {
  return segment.quiet_start_s <= at_s && at_s < segment.hold_end_s;
}
