/**
 * The service worker: the shell is kept, so that a practice that has begun goes on without the server, also after a
 * reload. Pages come from the network first. What speaks of the person (journal, health answers, plans) is never kept
 * here; a practice under way lies in IndexedDB and is put away when it ends.
 */

export type {};
declare const self: ServiceWorkerGlobalScope;

/** Filled in when it is built (service-worker.ts). */
declare const __FILES__: string[];
declare const __VERSION__: string;
declare const __HEAD__: string;

const SHELL = `karani-shell-${__VERSION__}`;
const PAGES = "karani-pages-1";

/** Pages that say nothing about the person; one that does carries `no-store`. */
const KEPT_PAGES = /^\/((poses|collections)(\/[^/]+)?|about|evidence|side-by-side)?$/;
const KEPT_DRAWINGS = /^\/poses\/[^/]+\/glyph\.svg$/;
/** By which poses are found; it says nothing about the person. */
const INDEX = "/api/search-index.json";
const PLAYER = /^\/practices\/[^/]+\/play$/;

/** A phone that has lost its Wi-Fi may wait for minutes; a kept page comes after this. */
const PATIENCE_MS = 4000;

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; media-src 'self' blob: data:; manifest-src 'self'; worker-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all([keepShell(), keepHome()]).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/static/app/assets/")) event.respondWith(shellFirst(request));
  else if (request.mode === "navigate") event.respondWith(page(request, url.pathname));
  else if (KEPT_DRAWINGS.test(url.pathname) || url.pathname === INDEX) event.respondWith(networkFirst(request));
});

async function keepShell(): Promise<void> {
  const cache = await caches.open(SHELL);
  await cache.addAll(__FILES__);
}

/** The page on which the first practice was begun was loaded before there was a worker. */
async function keepHome(): Promise<void> {
  await Promise.all(["/", INDEX].map((url) => networkFirst(new Request(url)).catch(() => undefined)));
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("karani-") && name !== SHELL && name !== PAGES);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function shellFirst(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await keep(SHELL, request, answer.clone());
  return answer;
}

async function page(request: Request, path: string): Promise<Response> {
  try {
    return KEPT_PAGES.test(path) ? await networkFirst(request) : await withPatience(fetch(request));
  } catch {
    return PLAYER.test(path) ? document("<practice-player></practice-player>") : document(AWAY);
  }
}

async function networkFirst(request: Request): Promise<Response> {
  try {
    const answer = await withPatience(fetch(request));
    if (mayBeKept(answer)) await keep(PAGES, request, answer.clone());
    return answer;
  } catch (failure) {
    const kept = await caches.match(request, { cacheName: PAGES });
    if (kept) return kept;
    throw failure;
  }
}

function mayBeKept({ ok, redirected, headers }: Response): boolean {
  return ok && !redirected && !headers.get("Cache-Control")?.includes("no-store");
}

async function keep(name: string, request: Request, answer: Response): Promise<void> {
  const cache = await caches.open(name);
  await cache.put(request, answer);
}

function withPatience<T>(work: Promise<T>): Promise<T> {
  const tooLong = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("too long")), PATIENCE_MS));
  return Promise.race([work, tooLong]);
}

const AWAY = `<main class="player asking"><div class="stage">
<div class="planes" aria-hidden="true"><div class="wall-band"></div><div class="breath-disc"></div></div>
<div class="saying"><h1 class="cue">Karani is not running.</h1>
<p>Start it again, then load this page once more. A practice that has begun goes on without it.</p>
<practice-resume></practice-resume></div></div>
<div class="floor-acts"><p class="actions"><a class="button main" href="">Load again</a></p></div></main>`;

function document(body: string): Response {
  const text = `<!doctype html><html lang="en"><head>${__HEAD__}<title>Karani</title></head><body>${body}</body></html>`;
  return new Response(text, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY },
  });
}
