/** What this browser keeps while a practice runs: IndexedDB, or memory alone where a browser forbids it. */

import type { Bundle, Session } from "../practice/bundle";
import type { State } from "../practice/state";
import type { PoseFigures } from "./server";

/** A practice with its track, so that it goes on without the server. */
export interface KeptPractice {
  id: string;
  bundle: Bundle;
  audio: Blob;
  /** Line drawings by slug of pose. */
  drawings: Record<string, string>;
  /** Figures by slug of pose, as far as they are drawn; a practice begins without waiting for them. */
  figures?: Record<string, PoseFigures>;
}

export interface Progress {
  id: string;
  state: State;
  saved_at: string;
}

export interface Queued {
  id: string;
  session: Session;
  /** Until then the moods may still change, and it is not sent. */
  open_until: string | null;
  /** Why the server could not read it; such a one is kept aside. */
  unreadable: string | null;
}

interface Stores {
  practices: KeptPractice;
  progress: Progress;
  sessions: Queued;
}

type StoreName = keyof Stores;

const NAMES: StoreName[] = ["practices", "progress", "sessions"];

const memory: { [Name in StoreName]: Map<string, Stores[Name]> } = {
  practices: new Map(),
  progress: new Map(),
  sessions: new Map(),
};

let opened: Promise<IDBDatabase | null> | null = null;

export async function put<Name extends StoreName>(name: Name, value: Stores[Name]): Promise<void> {
  await within(name, "readwrite", (store) => store.put(value), () => memory[name].set(value.id, value));
}

export async function get<Name extends StoreName>(name: Name, id: string): Promise<Stores[Name] | undefined> {
  return within(name, "readonly", (store) => store.get(id), () => memory[name].get(id));
}

export async function list<Name extends StoreName>(name: Name): Promise<Stores[Name][]> {
  return within(name, "readonly", (store) => store.getAll(), () => [...memory[name].values()]);
}

export async function remove(name: StoreName, id: string): Promise<void> {
  await within(name, "readwrite", (store) => store.delete(id), () => memory[name].delete(id));
}

async function within<Result>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
  instead: () => unknown,
): Promise<Result> {
  const database = await open();
  if (!database) return instead() as Result;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode);
    const request = work(transaction.objectStore(name));
    // Only a complete transaction is on the disk.
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error("The browser's storage is full."));
  });
}

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open("karani", 1);
      request.onupgradeneeded = () => NAMES.forEach((name) => request.result.createObjectStore(name, { keyPath: "id" }));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opened;
}
