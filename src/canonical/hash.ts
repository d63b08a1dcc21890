import { hash } from "node:crypto";
import type { Json } from "../model.ts";
import { canonicalize } from "./canonicalize.ts";

/** 64 lower-case hex digits of SHA-256 over UTF-8 text. */
export function sha256Hex(text: string): string {
  return hash("sha256", text, "hex");
}

/** `sha256:<64 hex>` over the RFC 8785 form of a JSON value; how a frozen schema is identified. */
export function contentHash(value: Json): string {
  return `sha256:${sha256Hex(canonicalize(value))}`;
}
