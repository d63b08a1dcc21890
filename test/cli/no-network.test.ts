import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { actorSchema, project } from "../kit/project.ts";

const cli = resolve("dist/cli.cjs");
const guard = pathToFileURL(resolve("test/kit/no-network.mjs")).href;
let calls = 0;
const server = createServer((_request, response) => {
  calls += 1;
  response.end("{}");
});
beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
afterAll(() => void server.close());

const commands = [
  ["publish"],
  ["generate"],
  ["check"],
  ["validate", "shop.v1/Actor", "message.json"],
  ["hash", "loose.json"],
  ["generate", "--from", "loose.json", "--out", "out"],
  ["prove", "loose.json", "loose.json"],
];

it.skipIf(!existsSync(cli))("no command reaches a network, whatever a schema refers to", async () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/schema.json`;
  const made = project();
  made.write({
    "message.json": { agent: "clerk", $schema: url, $ref: url },
    "loose.json": {
      $schema: url,
      $id: url,
      $ref: `${url}#/x`,
      properties: { a: { $ref: "http://localhost/x.json" } },
      enum: [{ $ref: url }],
    },
  });
  for (const argv of commands) expect(await run(made.folder, argv), argv.join(" ")).not.toContain("NETWORK");
  made.write({
    "registry/shop.v1/Actor/schema.json": {
      ...actorSchema,
      properties: { x: { $ref: url }, y: { const: { $ref: url } } },
    },
  });
  for (const argv of commands) expect(await run(made.folder, argv), argv.join(" ")).not.toContain("NETWORK");
  expect(calls).toBe(0);
});

it.skipIf(!existsSync(cli))("the guard itself notices", async () => {
  const code = `await fetch("http://127.0.0.1:1/")`;
  expect(await node(["--import", guard, "--input-type=module", "-e", code], ".")).toContain("NETWORK: fetch");
});

function run(folder: string, argv: readonly string[]): Promise<string> {
  return node(["--import", guard, cli, ...argv], folder);
}

function node(args: readonly string[], cwd: string): Promise<string> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("exit", (code) => done(`${said} exit ${code}`));
  });
}
