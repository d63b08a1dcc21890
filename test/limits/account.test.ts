import { chmodSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { charge, grantForBytes, grantForFile, grantForSteps } from "../../src/limits/account.ts";
import { checkPatterns } from "../../src/input/patterns.ts";
import {
  closeAccount,
  ease,
  left,
  limits,
  longerThan,
  openAccount,
  openTimekeeper,
  outOfTime,
  spendEach,
  within,
} from "../../src/limits/index.ts";

import { git } from "../../src/registry/tree-contents.ts";
import { scratch } from "../kit/scratch.ts";

const mebibyte = 1 << 20;

it.skipIf(process.platform === "win32")("what git takes is charged, though it is another process", () => {
  const { folder } = scratch({ git: "#!/bin/sh\nsleep 0.5\n" });
  chmodSync(join(folder, "git"), 0o755);
  vi.stubEnv("PATH", `${folder}${delimiter}${process.env["PATH"]}`);
  openAccount(1, () => 0);
  const before = left();
  git(folder, ["log"]);
  // At most twice as patient on a busy machine, so half of it at least.
  expect(before - left()).toBeGreaterThan(240);
  closeAccount();
  vi.unstubAllEnvs();
});

describe("the account of a command", () => {
  beforeEach(() => openAccount(1, () => 0));
  afterEach(closeAccount);

  it("is one for all its pieces: what the first use up is missing to the last", () => {
    expect(within(1000, () => "done")).toBe("done");
    charge(limits.command);
    expect(within(1000, () => "done")).toBe(outOfTime);
    expect(longerThan(1000)).toBe("more time than is left for an input of this size");
    const things = [{}, {}];
    expect(
      spendEach(
        things,
        (thing) => thing,
        1000,
        () => "done",
      ),
    ).toEqual([outOfTime, outOfTime]);
  });

  it("is longer where this tool itself takes longer to load, up to four times, and never shorter", () => {
    expect(ease(0)).toBe(1);
    expect(ease(Number.MAX_VALUE)).toBe(4);
    openAccount(3, () => 0);
    expect(left()).toBe(3 * limits.command);
    grantForBytes(2 * mebibyte);
    expect(left()).toBe(3 * (limits.command + limits.commandPerMebibyte));
  });

  it("pays for a pattern whose check was given up, last though it is", async () => {
    await checkPatterns(["a{1,1000}".repeat(30)], { each: 200 });
    expect(left()).toBeLessThanOrEqual(limits.command - 200);
  });

  it("pays for all that is done since it was opened, in pieces, inside them and between them, and once", () => {
    const busy = () => {
      const start = process.cpuUsage();
      while (process.cpuUsage(start).user < 30_000);
    };
    const start = process.cpuUsage();
    openAccount();
    within(5000, () => within(5000, () => within(5000, busy)));
    busy();
    const paid = limits.command - left();
    const { user, system } = process.cpuUsage(start);
    expect(paid).toBeGreaterThanOrEqual(60);
    expect(paid).toBeLessThanOrEqual((user + system) / 1000);
  });

  it("grows with what is read beyond the first MiB and the first files, and with steps that were asked for", () => {
    for (let file = 0; file < limits.commandFiles; file += 1) grantForFile(10);
    expect(left()).toBe(limits.command);
    grantForFile(10);
    expect(left()).toBe(limits.command + limits.commandPerFile);
    grantForBytes(mebibyte - 10 * (limits.commandFiles + 1));
    expect(left()).toBe(limits.command + limits.commandPerFile);
    grantForBytes(2 * mebibyte);
    expect(left()).toBe(limits.command + limits.commandPerFile + 2 * limits.commandPerMebibyte);
    for (let file = limits.commandFiles + 1; file < limits.commandMostFiles; file += 1) grantForFile(0);
    const most = limits.commandPerFile * (limits.commandMostFiles - limits.commandFiles);
    expect(left()).toBe(limits.command + most + 2 * limits.commandPerMebibyte);
    grantForFile(0);
    expect(left()).toBe(limits.command + most + 2 * limits.commandPerMebibyte);
    grantForSteps(limits.commandSteps);
    expect(left()).toBe(limits.command + most + 2 * limits.commandPerMebibyte);
    grantForSteps(limits.commandSteps + 1000);
    expect(left()).toBeCloseTo(
      limits.command + most + 2 * limits.commandPerMebibyte + 1000 * limits.commandPerStep,
    );
  });

  it("is opened anew by the next command", () => {
    charge(limits.command);
    openAccount(1, () => 0);
    expect(left()).toBe(limits.command);
  });
});

it("whoever opens none has no end of it: the library's caller counts for himself", () => {
  charge(1e9);
  expect(left()).toBe(Number.POSITIVE_INFINITY);
  expect(longerThan(2000)).toBe("longer than 2 s");
});

it("a stream is stopped at the line that takes too long", () => {
  const keeper = openTimekeeper("log.jsonl", (async function* () {})());
  const judged = () =>
    keeper.judge(
      [1, 2, 3],
      (line) => line,
      (line) => {
        for (; line === 2; );
        return line;
      },
    );
  expect(judged).toThrow(
    expect.objectContaining({
      message: "judging takes too long, and was stopped at this line",
      place: { file: "log.jsonl", line: 2 },
    }),
  );
});
