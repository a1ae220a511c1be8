/**
 * Finished practices on their way to the journal. Each waits here until the server has it (the same number sent twice
 * is one session), also over days and reloads. What the server cannot read is kept aside and said.
 */

import type { Session } from "../practice/bundle";
import { get, list, put, remove, type Queued } from "./database";
import { putSession, Refused } from "./server";

/** While the moods are being asked, a session waits; not longer than this. */
export const OPEN_MS = 10 * 60 * 1000;

const EVERY_MS = 30 * 1000;
const UNREADABLE = new Set([400, 413, 422]);

/** Told on `window` after every change of the queue. */
export const CHANGED = "karani-sessions";

let delivering: Promise<void> | null = null;
let again = false;

export async function queue(session: Session, open_until: string | null): Promise<void> {
  await put("sessions", { id: session.id, session, open_until, unreadable: null });
  window.dispatchEvent(new CustomEvent(CHANGED));
}

export async function waiting(): Promise<Queued[]> {
  return list("sessions");
}

export async function isWaiting(id: string): Promise<boolean> {
  return (await get("sessions", id)) !== undefined;
}

export async function throwAway(id: string): Promise<void> {
  await remove("sessions", id);
  window.dispatchEvent(new CustomEvent(CHANGED));
}

/** Send what waits. Calls while sending is under way are answered by one more round. */
export function deliver(): Promise<void> {
  if (delivering) again = true;
  delivering ??= deliverAll().finally(() => {
    delivering = null;
  });
  return delivering;
}

export function isDelivering(): boolean {
  return delivering !== null;
}

export function keepDelivering(): void {
  void deliver();
  window.addEventListener("online", () => void deliver());
  window.setInterval(() => void deliver(), EVERY_MS);
}

async function deliverAll(): Promise<void> {
  do {
    again = false;
    for (const queued of await waiting()) if (isReady(queued, Date.now())) await deliverOne(queued);
  } while (again);
}

function isReady({ open_until, unreadable }: Queued, now_ms: number): boolean {
  return unreadable === null && (open_until === null || Date.parse(open_until) <= now_ms);
}

async function deliverOne(queued: Queued): Promise<void> {
  try {
    await putSession(queued.session);
  } catch (failure) {
    if (failure instanceof Refused && UNREADABLE.has(failure.status)) await setAside(queued, failure.message);
    return;
  }
  // What was changed while it was under way must be sent again.
  const now = await get("sessions", queued.id);
  if (now && JSON.stringify(now.session) === JSON.stringify(queued.session)) await remove("sessions", queued.id);
  else again = true;
  window.dispatchEvent(new CustomEvent(CHANGED));
}

async function setAside(queued: Queued, sentence: string): Promise<void> {
  await put("sessions", { ...queued, unreadable: sentence });
  window.dispatchEvent(new CustomEvent(CHANGED));
}
