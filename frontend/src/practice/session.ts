/** What the journal is told about a practice. */

import type { Bundle, Session } from "./bundle";
import type { State } from "./state";

/** Less than this is no practice: leaving it again is not written down. */
export const LEAST_PRACTICED_S = 60;

/** `now` closes a practice that was left without an end. */
export function sessionOf(bundle: Bundle, state: State, now: string): Session {
  return {
    id: state.uuid,
    practice_id: bundle.id,
    need: bundle.need,
    title: bundle.title,
    started_at: state.started_at ?? now,
    ended_at: state.ended_at ?? now,
    planned_seconds: Math.round(bundle.script.total_s),
    practiced_seconds: Math.round(state.practiced_s),
    outcome: state.early || state.ended_at === null ? "left-early" : "finished",
    segments: state.done.map((segment) => ({ ...segment, seconds: Math.round(segment.seconds) })),
    hurts: state.hurts,
    mood_before: state.mood_before,
    mood_after: state.mood_after,
    note: "",
  };
}
