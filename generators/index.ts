import type { Generator } from "../src/generate/contract.ts";
import { postcards } from "./postcards/index.ts";
import { types } from "./types/index.ts";
import { upgrades } from "./upgrades/index.ts";
import { validators } from "./validators/index.ts";
import { vocabulary } from "./vocabulary/index.ts";

/** Every target, in the order they are written. */
export const generators: readonly Generator[] = [types, validators, upgrades, vocabulary, postcards];
