export { canonicalize } from "./canonicalize.ts";
export { contentHash, sha256Hex } from "./hash.ts";
export { shapeHash } from "./shape.ts";
