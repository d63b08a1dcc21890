import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/fixtures/**", "node_modules/**"],
    testTimeout: 60_000,
    pool: "threads",
    // Left alone, one processor is kept for the runner, which mostly waits: half of a machine of two.
    maxWorkers: availableParallelism(),
  },
  resolve: { alias: { "waybill/author": new URL("./src/author/index.ts", import.meta.url).pathname } },
});
