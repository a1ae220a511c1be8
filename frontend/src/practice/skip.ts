/**
 * Keeping the minutes: when a practice rejoins its main line late, silence inside the quiet stretches is left out.
 * Only silence is: no cue, chime or breath is ever skipped or cut, and each silence keeps its share.
 */

import type { Script } from "./bundle";

export interface Skip {
  at_s: number;
  to_s: number;
}

interface Silence {
  start_s: number;
  end_s: number;
}

/** What is left of every silence, so that a cue never comes without warning. */
const KEEP_S = 6;

/** Cuts of less than this are not worth a jump in the sound. */
const LEAST_CUT_S = 2;

/** The skips that shorten the main line from `from_s` by `cut_s`, or by as much as its silences give. */
export function planSkips(script: Script, from_s: number, cut_s: number): Skip[] {
  const silences = listSilences(script, from_s);
  const most_s = sumOf(silences.map(spare));
  const share = most_s > 0 ? Math.min(1, cut_s / most_s) : 0;
  return silences.map((silence) => skipInside(silence, spare(silence) * share)).filter(isWorthwhile);
}

/** How much the main line from `from_s` on can be shortened. */
export function skippable(script: Script, from_s: number): number {
  return sumOf(listSilences(script, from_s).map(spare));
}

/** What the given skips still leave out after `at_s`. */
export function skippedAfter(skips: readonly Skip[], at_s: number): number {
  return sumOf(skips.filter((skip) => skip.at_s >= at_s).map((skip) => skip.to_s - skip.at_s));
}

function listSilences(script: Script, from_s: number): Silence[] {
  return script.segments
    .filter(({ hold_end_s }) => hold_end_s > from_s)
    .flatMap(({ quiet_start_s, hold_end_s }) =>
      silencesBetween(script, Math.max(from_s, quiet_start_s), hold_end_s),
    );
}

function silencesBetween(script: Script, start_s: number, end_s: number): Silence[] {
  const sounds = [...script.cues, ...script.breaths]
    .filter(({ at_s, seconds }) => at_s + seconds > start_s && at_s < end_s)
    .sort((one, other) => one.at_s - other.at_s);
  const silences: Silence[] = [];
  let silent_from = start_s;
  for (const { at_s, seconds } of sounds) {
    silences.push({ start_s: silent_from, end_s: at_s });
    silent_from = Math.max(silent_from, at_s + seconds);
  }
  return [...silences, { start_s: silent_from, end_s }];
}

function spare({ start_s, end_s }: Silence): number {
  return Math.max(0, end_s - start_s - KEEP_S);
}

function skipInside({ start_s, end_s }: Silence, cut_s: number): Skip {
  const at_s = start_s + (end_s - start_s - cut_s) / 2;
  return { at_s, to_s: at_s + cut_s };
}

function isWorthwhile({ at_s, to_s }: Skip): boolean {
  return to_s - at_s >= LEAST_CUT_S;
}

function sumOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
