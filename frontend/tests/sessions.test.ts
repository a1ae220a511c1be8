// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sessionOf } from "../src/practice/session";
import { closeAll, findUnderWay, saveProgress, tidy } from "../src/store/practices";
import { get, list, put, remove } from "../src/store/database";
import { deliver, queue, waiting } from "../src/store/sessions";
import { bundle, NOW, Simulation } from "./simulation";

/** A server that answers with the given numbers, one after the other, and remembers what it was sent. */
class Journal {
  sent: { url: string; body: { id: string; mood_after: unknown } }[] = [];
  constructor(public answers: (number | "away")[]) {}

  readonly fetch = async (url: string, how: RequestInit = {}): Promise<Response> => {
    const answer = this.answers.length > 1 ? this.answers.shift() : this.answers[0];
    if (answer === "away") throw new TypeError("Failed to fetch");
    this.sent.push({ url, body: JSON.parse(String(how.body)) });
    return new Response(JSON.stringify({ error: "title: input should be shorter." }), { status: answer ?? 200 });
  };
}

const finished = new Simulation().send({ type: "begin" }).until("mood-after").state;
const session = sessionOf(bundle, finished, NOW);

function journal(...answers: (number | "away")[]): Journal {
  const made = new Journal(answers);
  vi.stubGlobal("fetch", made.fetch);
  return made;
}

beforeEach(async () => {
  for (const name of ["practices", "progress", "sessions"] as const) for (const { id } of await list(name)) await remove(name, id);
});

afterEach(() => vi.unstubAllGlobals());

describe("a finished practice", () => {
  test("waits while the server is away, and is sent once it is back", async () => {
    const server = journal("away");
    await queue(session, null);
    await deliver();
    expect(await waiting()).toHaveLength(1);
    server.answers = [201];
    await deliver();
    await deliver();
    expect(await waiting()).toEqual([]);
    expect(server.sent.map(({ url }) => url)).toEqual([`/api/sessions/${session.id}`]);
  });

  test("stays when the server refuses for a time: no token, too busy, broken", async () => {
    for (const status of [401, 403, 404, 429, 500, 503]) {
      journal(status);
      await queue(session, null);
      await deliver();
      expect((await waiting())[0]?.unreadable, String(status)).toBeNull();
    }
  });

  test("is kept aside with the server's sentence when it cannot be read, and not sent again", async () => {
    const server = journal(422);
    await queue(session, null);
    await deliver();
    await deliver();
    expect((await waiting())[0]?.unreadable).toBe("title: input should be shorter.");
    expect(server.sent).toHaveLength(1);
  });

  test("is not sent while its moods may still change, and not kept back for longer", async () => {
    const server = journal(200);
    await queue(session, new Date(Date.now() + 60_000).toISOString());
    await deliver();
    expect(server.sent).toEqual([]);
    await queue(session, new Date(Date.now() - 1).toISOString());
    await deliver();
    expect(server.sent).toHaveLength(1);
  });

  test("whose mood is told while it is being sent is sent once more", async () => {
    const server = journal(200);
    const plain = server.fetch;
    const told = { ...session, mood_after: { calm: 9, energy: null, head: null, body: null } };
    let first = true;
    vi.stubGlobal("fetch", async (url: string, how: RequestInit) => {
      const answer = await plain(url, how);
      if (first) await queue(told, null);
      first = false;
      return answer;
    });
    await queue(session, null);
    await deliver();
    expect(server.sent.map(({ body }) => body.mood_after)).toEqual([null, told.mood_after]);
    expect(await waiting()).toEqual([]);
  });
});

describe("a practice that was left without an end", () => {
  const half = Simulation.at(700).state;
  const keep = async (): Promise<void> => {
    await put("practices", { id: bundle.id, bundle, audio: new Blob(), drawings: {} });
    await saveProgress(bundle.id, half);
  };

  test("can be gone on with", async () => {
    await keep();
    expect((await findUnderWay())?.progress.state.practiced_s).toBe(700);
  });

  test("goes into the journal as left early before another one begins", async () => {
    await keep();
    await closeAll();
    const [queued] = await waiting();
    expect(queued?.session).toMatchObject({ outcome: "left-early", practiced_seconds: 700 });
    expect(await findUnderWay()).toBeNull();
    expect(await get("practices", bundle.id)).toBeUndefined();
  });

  test("goes into the journal by itself after half a day, not before", async () => {
    await keep();
    await tidy(Date.now() + 3600 * 1000);
    expect(await waiting()).toEqual([]);
    await tidy(Date.now() + 13 * 3600 * 1000);
    expect(await waiting()).toHaveLength(1);
  });

  test("is not written down when it had hardly begun", async () => {
    await put("practices", { id: bundle.id, bundle, audio: new Blob(), drawings: {} });
    await saveProgress(bundle.id, Simulation.at(20).state);
    await closeAll();
    expect(await waiting()).toEqual([]);
  });

  test("that had ended keeps its own end", async () => {
    await put("practices", { id: bundle.id, bundle, audio: new Blob(), drawings: {} });
    await saveProgress(bundle.id, finished);
    await closeAll();
    expect((await waiting())[0]?.session).toMatchObject({ outcome: "finished", ended_at: NOW });
  });
});
