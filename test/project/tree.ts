import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./lint";

/** Made by tools, never kept. */
const PRODUCED = new Set([".git", "node_modules", "dist", "coverage"]);
const BINARY = /\.(png|ico|xlsx|xlsm|xls|pdf|woff2?)$/i;

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (PRODUCED.has(entry.name) || entry.name.endsWith(".tmp")) return [];
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}

/** Paths of all files of the project, from its root, with `/`. */
export const projectFiles: readonly string[] = filesBelow("").sort();

export const textFiles: readonly string[] = projectFiles.filter((file) => !BINARY.test(file));

export const content = (file: string): string => readFileSync(path.join(root, file), "utf8");
