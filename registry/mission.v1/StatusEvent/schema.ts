import { statusEvent } from "./lineage.ts";

export const schema = statusEvent(3);
