import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The licences of all packages among a bundle's inputs, as one text: who ships their code ships these. */
export function licences(metafile) {
  const found = Object.keys(metafile.inputs).map(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0],
  );
  const folders = [...new Set(found.filter((folder) => folder !== undefined))].sort();
  return folders.map((folder) => `${heading(folder)}\n\n${textIn(folder)}`).join(`\n${"-".repeat(80)}\n\n`);
}

function heading(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  return `${name} ${version} (${license})`;
}

/** A few packages name their licence and do not enclose it. */
function textIn(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file === undefined || !existsSync(`${folder}/${file}`)
    ? "The package encloses no text of its licence.\n"
    : `${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
}
