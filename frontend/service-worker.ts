/**
 * Vite plugin: gives the service worker the list of what the shell is made of, a version made from it, and the page
 * that leads a practice when the server is away. It runs after everything else ("post"), so that nothing is missing.
 */

import { createHash } from "node:crypto";
import type { Plugin, Rolldown } from "vite";

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

const BASE = "/static/app/";

/** Devanagari is large and stands only where a name is written in it, and the body in space is asked for; the worker keeps
 * them once they were seen. */
const LEFT_TO_USE = /devanagari-400|\/turn-|\.map$|^\.vite\//;

export function serviceWorker(): Plugin {
  return {
    name: "karani-service-worker",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const worker = chunkNamed(bundle, "worker");
        const files = listShell(bundle, worker.fileName);
        const filled = {
          __FILES__: JSON.stringify(files),
          __VERSION__: JSON.stringify(digestOf(bundle)),
          __HEAD__: JSON.stringify(headOf(bundle)),
        };
        for (const [name, value] of Object.entries(filled)) worker.code = fill(worker.code, name, value);
      },
    },
  };
}

function chunkNamed(bundle: Bundle, name: string): Chunk {
  const found = Object.values(bundle).find((file) => file.type === "chunk" && file.name === name);
  if (found?.type !== "chunk") throw new Error(`The build has no entry "${name}".`);
  return found;
}

function listShell(bundle: Bundle, worker: string): string[] {
  const files = Object.keys(bundle).filter((file) => file !== worker && !LEFT_TO_USE.test(file));
  return files.sort().map((file) => BASE + file);
}

function digestOf(bundle: Bundle): string {
  const digest = createHash("sha256");
  for (const [name, file] of Object.entries(bundle).sort(([one], [other]) => (one < other ? -1 : 1))) {
    digest.update(name).update(file.type === "chunk" ? file.code : file.source);
  }
  return digest.digest("hex").slice(0, 12);
}

function headOf(bundle: Bundle): string {
  const app = chunkNamed(bundle, "app");
  const styles = Object.keys(bundle).filter((file) => file.endsWith(".css"));
  return [
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    ...styles.map((file) => `<link rel="stylesheet" href="${BASE}${file}">`),
    `<script type="module" src="${BASE}${app.fileName}"></script>`,
  ].join("");
}

function fill(code: string, name: string, value: string): string {
  if (!code.includes(name)) throw new Error(`The service worker has no place for ${name}.`);
  return code.replaceAll(name, () => value);
}
