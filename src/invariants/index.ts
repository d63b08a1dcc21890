/** Rules between members of one instance, declared beside their words in `x-invariants`. */
export { breaches } from "./breaches.ts";
export { type DeclaredInvariants, declaredInvariants, type Invariant } from "./declaration.ts";
export { invariantSchema } from "./declaration-schema.ts";
