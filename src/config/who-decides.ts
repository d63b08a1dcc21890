/** Who decides a setting where a pull request is compared with its base. */
export interface Decided {
  /** Path in `waybill.yaml`; those of `namespace.yaml` begin with `namespace.`, with the subject's name left out. */
  readonly setting: string;
  /** `the stricter`: what asks for more, of the base and this side. */
  readonly decides: "the base" | "the stricter" | "this side";
  /** What that means, or why it loosens nothing. */
  readonly because: string;
}

const here = (setting: string, because: string): Decided => ({ setting, decides: "this side", because });
const stricter = (setting: string, because: string): Decided => ({
  setting,
  decides: "the stricter",
  because,
});

/**
 * Every setting there is, and who decides it under `--against`. A test holds this list to the schemas of both files, so
 * that none is forgotten.
 */
export const decidesUnderAgainst: readonly Decided[] = [
  here("version", "names the form of the file"),
  {
    setting: "registry",
    decides: "the base",
    because: "the base's registry is read where the base's waybill.yaml says",
  },
  stricter("policy", "as `namespace.policy`, of namespaces that name none"),
  stricter("lint.severity", "the more severe, rule by rule"),
  stricter("lint.except", "a rule is off where both sides say so"),
  stricter("lint.ignore", "a subject is left alone where both sides say so"),
  stricter("check.failOn", "the lower threshold; the flag `--fail-on` overrules both"),
  stricter("check.undecided", "`error`, where either side says so"),
  here("generate.out", "the base's folder is drift while it is still there"),
  here("generate.targets.types.readonly", "changes what is generated, which is compared as a whole"),
  here(
    "generate.targets.validators.onUnknownHash",
    "changes what is generated, which is compared as a whole",
  ),
  here(
    "generate.targets.upgrades",
    "has no settings; the folder of a target taken out is drift while it is there",
  ),
  here(
    "generate.targets.vocabulary",
    "has no settings; the folder of a target taken out is drift while it is there",
  ),
  stricter("generate.targets.postcards.maxLines", "the smaller"),
  stricter("generate.targets.postcards.maxWords", "the smaller"),
  here("namespace.title", "prose"),
  here("namespace.description", "prose"),
  here("namespace.owners", "who answers; nothing is judged by it"),
  stricter("namespace.policy", "the base's, unless this side's asks for all that it asks for"),
  here("namespace.successorOf", "nothing is judged by it"),
  stricter("namespace.tombstones", "names retired on either side stay retired"),
  here("namespace.producers", "nothing is judged by it"),
  here("namespace.consumers", "nothing is judged by it"),
  stricter("namespace.subjects.policy", "as `namespace.policy`"),
  here("namespace.subjects.stage", "decides what is generated, which is compared as a whole"),
  here("namespace.subjects.wireVersions", "decides how journals are read; no check is loosened by it"),
  here("namespace.subjects.reason", "prose"),
  here("namespace.streams", "decides how journals are read; no check is loosened by it"),
  stricter("namespace.storage", "a table stays declared, and one with `migration: none` keeps its columns"),
  here("namespace.channel", "nothing is judged by it"),
  here(
    "namespace.documents",
    "content, compared as a whole; a page declared no more is drift while it is there",
  ),
  here("namespace.mappings", "nothing is judged by it"),
  here("namespace.vocabularies", "content; each mapping is judged as it stands"),
];

/** The list as the table of docs/configuration.md. */
export function againstTable(): string {
  const rows = decidesUnderAgainst.map(({ setting, decides, because }) => {
    const [, inNamespace] = /^namespace\.(.*)$/.exec(setting) ?? [];
    const file = inNamespace === undefined ? "waybill.yaml" : "namespace.yaml";
    const path = (inNamespace ?? setting).replace(/^subjects\./, "subjects.<name>.");
    return `| ${file} | \`${path}\` | ${decides} | ${because} |`;
  });
  return ["| file | setting | who decides | which means |", "| --- | --- | --- | --- |", ...rows].join("\n");
}
