import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.fuzz.ts"],
    exclude: ["test/fixtures/**", "node_modules/**"],
    testTimeout: 3_600_000,
    pool: "threads",
  },
  resolve: { alias: { "waybill/author": new URL("./src/author/index.ts", import.meta.url).pathname } },
});
