/** Declared upgrades: data of legacy shapes and earlier versions become current, step by declared step. */
export { type Fixture, type Migration, readMigration } from "./declaration.ts";
export { migrationSchema } from "./declaration-schema.ts";
export { type LegacyShape, type Lineage, type Lineages, loadLineages } from "./load.ts";
export { type Step, takeStep } from "./step.ts";
export { type Ladder, type Rung, upgrade, type Upgraded } from "./upgrade.ts";
export { type Outcome, type UpgradeLine, upgrader } from "./upgrade-line.ts";
export { upgradeLines, type UpgradeTotals } from "./upgrade-lines.ts";
