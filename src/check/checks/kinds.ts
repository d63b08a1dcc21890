import type { Finding } from "../../model.ts";
import { bindingOf } from "../../registry/binding.ts";
import { latestVersion } from "../../registry/candidates.ts";
import type { Check } from "../context.ts";
import { at, finding } from "../finding.ts";

/** Every kind of a published envelope has a published payload. */
export const kinds: Check = {
  name: "kinds",
  summary: "every kind an envelope binds has a published payload",
  run: ({ registry, candidates, wanted }): readonly Finding[] =>
    candidates.inOrder
      .filter(({ subject, state }) => wanted(subject.address) && state === "unchanged")
      .flatMap(({ subject, draft, frozen }) =>
        Object.entries(bindingOf(frozen.schema)?.map ?? {})
          .filter(([, address]) => {
            const payload = registry.subjects.get(address);
            return payload !== undefined && latestVersion(payload) === undefined;
          })
          .map(([kind, address]) =>
            finding({
              rule: "KIND_UNPUBLISHED",
              severity: "error",
              subject: subject.address,
              ...at(draft.document, "/x-kinds"),
              message: `kind "${kind}" is bound to "${address}", which has no version`,
              why: "a message of that kind could name no published payload",
              fix: `run \`waybill publish ${address}\``,
              fragments: [kind],
            }),
          ),
      ),
};
