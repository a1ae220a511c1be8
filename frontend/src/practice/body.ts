/** Where the body is, and how it gets out of there: at every second there is a way. */

import type { Bundle, WayOut } from "./bundle";
import { bodyAt, type Position, type State } from "./state";
import { findContinuation, findWayOut, segmentAt, slugOf, wayOutAt } from "./timeline";

/** In a pose, or on the way into or out of it; already out of it, on the side or sitting up; or not begun. */
export type Whereabouts = { in: "pose"; slug: string; way_out: WayOut } | { in: "rest" } | { in: "nothing" };

export function whereabouts(bundle: Bundle, position: Position, state: State): Whereabouts {
  const { script } = bundle;
  const { phase } = position;
  switch (phase.kind) {
    case "leading":
      return inPose(slugAt(bundle, bodyAt(position)), wayOutAt(script, bodyAt(position)));
    case "continuation": {
      const continuation = findContinuation(script, phase.id);
      return continuation ? inPose(slugOf(continuation), continuation.way_out) : { in: "rest" };
    }
    case "first-words":
      return inPose(poseLeft(bundle, state), findWayOut(script, phase.way_out));
    case "way-out":
      return inPose(poseLeft(bundle, state), findWayOut(script, phase.id));
    case "hurts":
    case "leaving":
      return state.back ? whereabouts(bundle, state.back, { ...state, back: null }) : { in: "rest" };
    case "red-flag":
      return phase.out || !state.back ? { in: "rest" } : whereabouts(bundle, state.back, { ...state, back: null });
    case "on-side":
    case "offer":
    case "resting":
    case "closing":
      return { in: "rest" };
    default:
      return { in: "nothing" };
  }
}

function inPose(slug: string, way_out: WayOut | undefined): Whereabouts {
  return way_out ? { in: "pose", slug, way_out } : { in: "rest" };
}

function slugAt({ script }: Bundle, at_s: number): string {
  const segment = segmentAt(script, at_s);
  return segment ? slugOf(segment) : "";
}

/** The pose that is being left: the one that was practised last. */
function poseLeft({ script }: Bundle, { done, segment }: State): string {
  const left = done.at(-1) ?? script.segments[segment];
  return left ? slugOf(left) : "";
}
