import type { Command } from "../command.ts";
import { accept } from "./accept.ts";
import { author } from "./author.ts";
import { check } from "./check.ts";
import { completion } from "./completion.ts";
import { diff } from "./diff.ts";
import { explain } from "./explain.ts";
import { fmt } from "./fmt.ts";
import { generate } from "./generate.ts";
import { hash } from "./hash.ts";
import { init } from "./init.ts";
import { journal } from "./journal.ts";
import { list } from "./list.ts";
import { newSubject } from "./new.ts";
import { prove } from "./prove.ts";
import { publish } from "./publish.ts";
import { show } from "./show.ts";
import { validate } from "./validate.ts";
import { vocabulary } from "./vocabulary.ts";
import { withdraw } from "./withdraw.ts";

/** Every command, in the order of `--help`. */
export const commands: readonly Command[] = [
  init,
  newSubject,
  author,
  fmt,
  check,
  diff,
  explain,
  prove,
  publish,
  withdraw,
  accept,
  generate,
  validate,
  journal,
  vocabulary,
  list,
  show,
  hash,
  completion,
];
