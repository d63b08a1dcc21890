/** Put in by scripts/build.mjs: a hash of the sources and of the dependencies' versions. */
declare const WAYBILL_BUILD: string | undefined;

/** What this build of the tool is told apart by; undefined where it runs from its sources, which may change at any time. */
export const build: string | undefined = typeof WAYBILL_BUILD === "string" ? WAYBILL_BUILD : undefined;
