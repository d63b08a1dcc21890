import { subject, Text, Type } from "waybill/author";

export const schema = subject(
  {
    title: "Commit target",
    description:
      "Where a commit is made and the branch it must land on, as one value: a pair that does not match cannot be made.",
    "x-invariants": [
      "HEAD of `worktree_root` is `destination_ref` when the commit is made; else nothing is committed.",
    ],
  },
  Type.Object({
    worktree_root: Text({
      description: "Absolute path of the worktree that is committed from.",
      minLength: 1,
    }),
    destination_ref: Text({
      description: "Short name of the branch, e.g. `main`; the full form under `refs/heads/` is refused.",
      pattern: "^(?!refs/)[^\\s~^:?*\\[\\\\]+$",
    }),
  }),
);
