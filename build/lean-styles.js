"use strict";

const { Compilation, NormalModuleReplacementPlugin, sources } = require("webpack");
const path = require("node:path");

/** Class names as Griffel makes them of its rules: a letter and a hash. */
const CLASS_IN_CSS = /\.([fr][a-z0-9]{5,8})(?![\w-])/g;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** a, b … z, a0, a1 …: as short as there are names. */
function shortName(index) {
  const letter = LETTERS[index % LETTERS.length];
  const rest = Math.floor(index / LETTERS.length);
  return `${letter}${rest === 0 ? "" : (rest - 1).toString(36)}`;
}

/**
 * Gives the classes of the extracted style sheet short names, in the sheet and in every script: a hash for
 * each declaration packs badly and is a tenth of what the steps load. Fluent's map of design tokens, a name
 * beside the same name in `var(--…)`, becomes the rule that it follows.
 */
class LeanStyles {
  apply(compiler) {
    new NormalModuleReplacementPlugin(
      /[\\/]@fluentui[\\/]tokens[\\/]lib[\\/]tokens\.js$|^\.\/tokens\.js$/,
      (resource) => {
        if (!/@fluentui[\\/]tokens[\\/]/.test(resource.context ?? "")) return;
        resource.request = path.join(__dirname, "token-names.mjs");
      },
    ).apply(compiler);
    compiler.hooks.compilation.tap("LeanStyles", (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: "LeanStyles", stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1 },
        (assets) => renameClasses(compilation, assets),
      );
    });
  }
}

function renameClasses(compilation, assets) {
  const counts = new Map();
  const text = (name) => String(assets[name].source());
  const names = Object.keys(assets);
  for (const name of names.filter((one) => one.endsWith(".css"))) {
    for (const [, own] of text(name).matchAll(CLASS_IN_CSS))
      counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  if (counts.size === 0) return;
  const short = new Map([...counts.keys()].sort().map((own, index) => [own, shortName(index)]));
  const renamed = (whole, before, own) => (short.has(own) ? `${before}${short.get(own)}` : whole);
  for (const name of names) {
    const source = text(name);
    if (name.endsWith(".css")) {
      compilation.updateAsset(
        name,
        new sources.RawSource(
          source.replace(CLASS_IN_CSS, (whole, own) => renamed(whole, ".", own)),
        ),
      );
    } else if (name.endsWith(".js")) {
      compilation.updateAsset(
        name,
        new sources.RawSource(source.replace(/(["' ])([fr][a-z0-9]{5,8})(?=["' ])/g, renamed)),
      );
    }
  }
}

module.exports = { LeanStyles };
