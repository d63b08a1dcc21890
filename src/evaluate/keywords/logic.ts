import { isArray, own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import type { Compile, EvaluationError, Node, Site } from "../node.ts";
import { run, silent } from "../run.ts";

function branches(site: Site, value: readonly unknown[]): readonly Node[] {
  return value.map((_, index) => site.node(append(`/${site.keyword}`, index)));
}

export const allOf: Compile = (value, site) => {
  if (!isArray(value)) return undefined;
  const nodes = branches(site, value);
  return (spot, frame, out) => {
    let accepted = true;
    for (const node of nodes) {
      if (run(node, spot, frame, out)) continue;
      if (out.errors === undefined) return false;
      accepted = false;
    }
    return accepted;
  };
};

export const anyOf: Compile = (value, site) => {
  if (!isArray(value)) return undefined;
  const nodes = branches(site, value);
  return (spot, frame, out) => {
    const causes: EvaluationError[] | undefined = out.errors && [];
    const inner = { errors: causes, notes: out.notes };
    let accepted = false;
    for (const node of nodes) {
      if (!run(node, spot, frame, inner)) continue;
      accepted = true;
      // Every branch that accepts has its say where somebody listens.
      if (out.notes === undefined) break;
    }
    return accepted || site.reject(spot, out, "must match at least one alternative", {}, causes);
  };
};

export const oneOf: Compile = (value, site) => {
  if (!isArray(value)) return undefined;
  const nodes = branches(site, value);
  return (spot, frame, out) => {
    const causes: EvaluationError[] | undefined = out.errors && [];
    const inner = { errors: causes, notes: out.notes };
    const passing: number[] = [];
    for (const [index, node] of nodes.entries()) {
      if (run(node, spot, frame, inner)) passing.push(index);
      if (passing.length > 1) break;
    }
    if (passing.length === 1) return true;
    return passing.length > 1
      ? site.reject(spot, out, "must match exactly one alternative, not several", { passingSchemas: passing })
      : site.reject(spot, out, "must match exactly one alternative", { passingSchemas: null }, causes);
  };
};

export const not: Compile = (_value, site) => {
  const node = site.node("/not");
  return (spot, frame, out) =>
    !run(node, spot, frame, silent) || site.reject(spot, out, "must not match the schema", {});
};

/** `then` and `else` say nothing without `if`. */
export const condition: Compile = (_value, site) => {
  const test = site.node("/if");
  const then = own(site.schema, "then") === undefined ? undefined : site.node("/then");
  const otherwise = own(site.schema, "else") === undefined ? undefined : site.node("/else");
  return (spot, frame, out) => {
    const holds = run(test, spot, frame, { errors: undefined, notes: out.notes });
    const branch = holds ? then : otherwise;
    return branch === undefined || run(branch, spot, frame, out);
  };
};
