/**
 * What is offered after "this hurts". The script says it for each segment and place of pain; what hurt before in this
 * practice only narrows it. Nothing is ever added here.
 */

import type { Bundle, Continuation, Offer, Script } from "./bundle";
import type { State } from "./state";
import { findContinuation, slugOf } from "./timeline";

export interface Choice {
  continuation: Continuation;
  reason: string;
  rejoin: number | null;
}

export interface Offered {
  choices: Choice[];
  rest_reason: string;
  rest_rejoin: number | null;
}

export function offersFor({ script }: Bundle, state: State): Offered {
  const place = state.places.at(-1);
  const offers = script.offers.filter((offer) => offer.segment === state.segment && offer.pain_place === place);
  const rest = offers.find(({ continuation }) => continuation === null);
  return {
    choices: offers.flatMap((offer) => choiceOf(script, state, offer)),
    rest_reason: rest?.reason ?? "",
    rest_rejoin: narrowRejoin(script, state, rest ? rest.rejoin : (offers[0]?.rejoin ?? null)),
  };
}

function choiceOf(script: Script, state: State, offer: Offer): Choice[] {
  const continuation = offer.continuation === null ? undefined : findContinuation(script, offer.continuation);
  if (!continuation || hurtIn(state, slugOf(continuation)) || !allowedForEarlierPlaces(script, state, continuation.id)) {
    return [];
  }
  return [{ continuation, reason: offer.reason, rejoin: narrowRejoin(script, state, offer.rejoin) }];
}

function hurtIn(state: State, slug: string): boolean {
  return state.hurts.some(({ pose }) => pose === slug);
}

function earlierPlaces(state: State): string[] {
  return state.places.filter((place) => place !== state.places.at(-1));
}

/** A continuation is kept only if the script offers it somewhere for every other place that hurt today. */
function allowedForEarlierPlaces(script: Script, state: State, continuation: string): boolean {
  return earlierPlaces(state).every((place) =>
    script.offers.some((offer) => offer.pain_place === place && offer.continuation === continuation),
  );
}

/** The main line is rejoined only if every place that hurt allows it and no pose that hurt comes again. */
function narrowRejoin(script: Script, state: State, rejoin: number | null): number | null {
  if (rejoin === null) return null;
  const others = earlierPlaces(state).map((place) => earliestRejoin(script, state.segment, place));
  if (others.includes(null)) return null;
  const latest = Math.max(rejoin, ...others.filter((other) => other !== null));
  const hurtsAgain = script.segments.slice(latest).some((segment) => hurtIn(state, slugOf(segment)));
  return hurtsAgain || !script.segments[latest] ? null : latest;
}

function earliestRejoin(script: Script, segment: number, place: string): number | null {
  return script.offers.find((offer) => offer.segment === segment && offer.pain_place === place)?.rejoin ?? null;
}
