"use strict";

const { existsSync, readFileSync, readdirSync } = require("node:fs");
const path = require("node:path");
const { Compilation, sources, WebpackError } = require("webpack");

const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;

/** Texts of packages that leave their licence out of what they publish. */
const KEPT_HERE = path.join(__dirname, "licences");

/** The file with the licence of a package, undefined where there is none. */
function licenceFile(folder, name) {
  const own = readdirSync(folder).find((each) => LICENCE_FILE.test(each));
  if (own !== undefined) return path.join(folder, own);
  const kept = path.join(KEPT_HERE, `${name.replaceAll("/", "-")}.txt`);
  return existsSync(kept) ? kept : undefined;
}

/** The folder of the package a bundled file belongs to, undefined for sources of ours. */
function packageFolder(file) {
  const after = file.lastIndexOf(`${path.sep}node_modules${path.sep}`);
  if (after === -1) return undefined;
  let folder = path.dirname(file);
  while (folder.length > after) {
    const description = path.join(folder, "package.json");
    // A package may hold inner package.json files without a name, to mark module kinds.
    if (existsSync(description) && JSON.parse(readFileSync(description, "utf8")).name) {
      return folder;
    }
    folder = path.dirname(folder);
  }
  return undefined;
}

/** Every file that went into the bundle, also those webpack has joined into one module. */
function bundledFiles(compilation) {
  return [...compilation.modules]
    .flatMap((module) => [module, ...(module.modules ?? [])])
    .map((module) => module.resource)
    .filter((resource) => typeof resource === "string")
    .map((resource) => resource.split("?")[0]);
}

/**
 * Writes the licences of all bundled packages beside the bundle: MIT, ISC and their like ask that
 * their text goes with every copy. A package without a licence file stops the build.
 */
class BundledLicences {
  constructor(fileName) {
    this.fileName = fileName;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("BundledLicences", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "BundledLicences", stage }, () => {
        const folders = new Set(
          bundledFiles(compilation)
            .map(packageFolder)
            .filter((folder) => folder !== undefined),
        );
        const parts = [readFileSync(path.join(compiler.context, "LICENSE"), "utf8").trim()];
        for (const folder of [...folders].sort()) {
          const { name, version, license } = JSON.parse(
            readFileSync(path.join(folder, "package.json"), "utf8"),
          );
          const file = licenceFile(folder, name);
          if (file === undefined) {
            compilation.errors.push(
              new WebpackError(
                `${name} ${version} (${license}) has no licence file to hand on: put its text into ` +
                  `build/licences/${name.replaceAll("/", "-")}.txt.`,
              ),
            );
            continue;
          }
          const text = readFileSync(file, "utf8").trim();
          parts.push(`${name} ${version} (${license})\n\n${text}`);
        }
        const rule = `\n\n${"-".repeat(80)}\n\n`;
        compilation.emitAsset(
          this.fileName,
          new sources.RawSource(`${parts.join(rule).replaceAll("\r\n", "\n")}\n`),
        );
      });
    });
  }
}

module.exports = { BundledLicences };
