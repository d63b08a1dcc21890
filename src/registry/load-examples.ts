import { WaybillError } from "../errors.ts";
import { checkFileName } from "../input/index.ts";
import type { Example, InvalidExample, Json, Subject } from "../model.ts";
import { isObject, own } from "../schema/json.ts";
import { collisions } from "./collisions.ts";
import { files, type LoadContext, notFollowed, read } from "./load-file.ts";

/** The examples of a subject, from `examples/valid` and `examples/invalid`. */
export function loadExamples(
  path: string,
  context: LoadContext,
): Pick<Subject, "validExamples" | "invalidExamples"> {
  const folders = new Set(subfolders(path, context));
  const load = <T>(kind: string, one: (file: string, context: LoadContext) => T): readonly T[] =>
    (folders.has(kind) ? exampleFiles(`${path}/${kind}`, context) : []).flatMap((file) => {
      const loaded = context.attempt(() => one(file, context));
      return loaded === undefined ? [] : [loaded];
    });
  return { validExamples: load("valid", loadExample), invalidExamples: load("invalid", loadInvalidExample) };
}

/** The folders `valid` and `invalid` among the examples; anything else there would be silently skipped. */
function subfolders(path: string, { list, tree, problems }: LoadContext): readonly string[] {
  return list(path).flatMap(({ name, kind }) => {
    if (kind === "other") problems.push(notFollowed(tree.shown(`${path}/${name}`)));
    else if (kind === "folder" && (name === "valid" || name === "invalid")) return [name];
    else if (!name.startsWith(".") && name !== "README.md")
      problems.push(
        new WaybillError("MALFORMED", `"${name}" is neither "valid" nor "invalid"`, {
          place: { file: tree.shown(`${path}/${name}`) },
          hint: "examples stand in examples/valid and examples/invalid",
        }),
      );
    return [];
  });
}

/** Paths of the examples of a folder. Their names go into the lock, so they must stand anywhere. */
function exampleFiles(folder: string, context: LoadContext): readonly string[] {
  const { tree, problems } = context;
  const names = files(folder, context);
  problems.push(
    ...collisions(
      names.map((name) => ({ name })),
      folder,
      tree,
    ),
  );
  return names.flatMap((name) => {
    const wrong = checkFileName(name);
    if (wrong === undefined) return [`${folder}/${name}`];
    problems.push(
      new WaybillError("MALFORMED", wrong, {
        place: { file: tree.shown(`${folder}/${name}`) },
        hint: "rename it with letters, digits, dots and hyphens",
      }),
    );
    return [];
  });
}

function loadExample(path: string, context: LoadContext): Example {
  const document = read(path, context);
  return { document, instance: document.value };
}

function loadInvalidExample(path: string, context: LoadContext): InvalidExample {
  const document = read(path, context);
  const { value } = document;
  const text = (name: string): string => {
    const member = isObject(value) ? own(value, name) : undefined;
    if (typeof member === "string") return member;
    throw new WaybillError("MALFORMED", `an invalid example has a string member "${name}"`, {
      place: document.place(""),
      hint: 'write {"instance": ..., "keyword": "required", "pointer": "", "why": "..."}',
    });
  };
  const fields = { keyword: text("keyword"), pointer: text("pointer"), why: text("why") };
  const instance: Json | undefined = isObject(value) ? own(value, "instance") : undefined;
  if (instance === undefined) {
    throw new WaybillError("MALFORMED", 'an invalid example has a member "instance"', {
      place: document.place(""),
      hint: "put the rejected document there",
    });
  }
  return { document, instance, ...fields };
}
