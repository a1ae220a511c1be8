/** When nobody hears that one track takes another's place: no word, no chime, and between two breaths only at the turn. */

import type { Breath, Bundle } from "./bundle";
import { placeInTrack, type Piece } from "./timeline";

/** A change takes less than this. */
const NEEDED_S = 0.3;
const BEFORE_WORDS_S = 0.15;
const AFTER_WORDS_S = 0.05;
const CHIME_S = 4;
/** A breath tone ebbs away and swells so slowly that so much of it, around the turn from out to in, is not heard. */
const TURN_S = 0.2;

type Stretch = [from_s: number, to_s: number];

/** The first second of a piece, from this one on, at which nothing sounds. */
export function quietFrom(bundle: Bundle, piece: Piece, at_s: number): number {
  if (piece.kind === "bed") return at_s;
  const stretches = sounding(bundle, piece).sort(([one], [other]) => one - other);
  let quiet_s = at_s;
  for (const [from_s, to_s] of stretches) {
    if (to_s > quiet_s && from_s < quiet_s + NEEDED_S) quiet_s = to_s;
  }
  return quiet_s;
}

function sounding(bundle: Bundle, piece: Piece): Stretch[] {
  const [start_s, end_s] = placeInTrack(bundle, piece);
  const words = bundle.track.spoken
    .filter((said) => said.start_s < end_s && said.end_s > start_s)
    .map((said): Stretch => [said.start_s - start_s - BEFORE_WORDS_S, said.end_s - start_s + AFTER_WORDS_S]);
  return piece.kind === "main" ? [...words, ...tones(bundle)] : words;
}

function tones({ script }: Bundle): Stretch[] {
  const chimes = script.cues.filter(({ kind }) => kind === "chime");
  return [...chimes.map(({ at_s }): Stretch => [at_s, at_s + CHIME_S]), ...script.breaths.map(toneOf)];
}

function toneOf({ at_s, phase, seconds }: Breath): Stretch {
  return phase === "in" ? [at_s + TURN_S, at_s + seconds] : [at_s, at_s + seconds - TURN_S];
}
