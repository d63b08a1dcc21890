import { exitCode } from "../../errors.ts";
import { latestVersion } from "../../registry/candidates.ts";
import { flag, texts } from "../arguments.ts";
import type { Command } from "../command.ts";
import { chosen, openSound } from "../open.ts";

export const list: Command = {
  usage: "list [subjects..]",
  summary: "List subjects with their versions",
  examples: [
    { command: "list", means: "every subject of the registry" },
    { command: "list cogo.v1 --json", means: "one namespace, for scripts" },
  ],
  completes: { subjects: "subjects" },
  options: (yargs) =>
    yargs.positional("subjects", { type: "string", array: true, describe: "Subjects or namespaces" }),
  async run(args, io) {
    const { registry } = await openSound(args, io);
    const wanted = await chosen(registry, texts(args, "subjects"));
    const subjects = [...registry.subjects.values()].filter(({ address }) => wanted?.has(address) ?? true);
    if (flag(args, "json")) {
      const rows = subjects.map((subject) => {
        const latest = latestVersion(subject);
        return {
          address: subject.address,
          latest: latest?.number ?? null,
          versions: subject.versions.length,
          policy: subject.policy,
          stage: subject.stage,
          hash: latest?.hash ?? null,
          shape: latest?.shape ?? null,
        };
      });
      io.out(`${JSON.stringify({ format: "waybill.list/1", subjects: rows }, null, 2)}\n`);
      return exitCode.clean;
    }
    const width = Math.max(0, ...subjects.map(({ address }) => address.length));
    for (const subject of subjects) {
      const latest = latestVersion(subject);
      const version = latest === undefined ? "draft" : `@${latest.number}`;
      io.out(
        `${subject.address.padEnd(width)}  ${version.padEnd(6)} ${subject.policy.padEnd(9)} ${latest?.hash.slice(0, 19) ?? ""}\n`,
      );
    }
    return exitCode.clean;
  },
};
