import { base } from "./checks/base.ts";
import { budget } from "./checks/budget.ts";
import { compatibility } from "./checks/compatibility.ts";
import { documents } from "./checks/documents.ts";
import { drift } from "./checks/drift.ts";
import { examples } from "./checks/examples.ts";
import { integrity } from "./checks/integrity.ts";
import { invariants } from "./checks/invariants.ts";
import { kinds } from "./checks/kinds.ts";
import { lint } from "./checks/lint.ts";
import { migrations } from "./checks/migrations.ts";
import { patterns } from "./checks/patterns.ts";
import { schema } from "./checks/schema.ts";
import { storage } from "./checks/storage.ts";
import { unpublished } from "./checks/unpublished.ts";
import { vocabularies } from "./checks/vocabularies.ts";
import type { Check } from "./context.ts";

/** Everything `waybill check` runs, in the order people should mend it. */
export const checks: readonly Check[] = [
  schema,
  integrity,
  base,
  lint,
  patterns,
  kinds,
  examples,
  invariants,
  storage,
  vocabularies,
  compatibility,
  migrations,
  unpublished,
  budget,
  documents,
  drift,
];

/** What publishing demands: all but what publishing itself and generating mend. */
export const publishChecks: readonly Check[] = [schema, integrity, lint, patterns, examples, compatibility];
