import { defineConfig } from "vitest/config";
import { serviceWorker } from "./service-worker.ts";

export default defineConfig({
  base: "/static/app/",
  plugins: [serviceWorker()],
  build: {
    outDir: "../src/karani/static/app",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    // The server forbids data: fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { app: "src/main.ts", worker: "src/worker/worker.ts" },
      output: {
        entryFileNames: (chunk) => (chunk.name === "worker" ? "sw.js" : "assets/[name]-[hash].js"),
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
  test: { include: ["tests/**/*.test.ts"], testTimeout: 60_000 },
});
