"use strict";

const { Compilation, NormalModuleReplacementPlugin, sources } = require("webpack");
const path = require("node:path");

/** Class names as Griffel makes them of its rules: a letter and a hash; one without digits could be a word. */
const CLASS_IN_CSS = /\.([fr](?=[a-z]*\d)[a-z0-9]{5,8})(?![\w-])/g;
const CLASS_IN_SCRIPT = /(["' ])([fr][a-z0-9]{5,8})(?=["' ])/g;
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
  const text = (name) => String(assets[name].source());
  const named = (ending) => Object.keys(assets).filter((name) => name.endsWith(ending));
  const classes = named(".css").flatMap((name) =>
    [...text(name).matchAll(CLASS_IN_CSS)].map(([, own]) => own),
  );
  const short = new Map([...new Set(classes)].sort().map((own, at) => [own, shortName(at)]));
  const put = (name, source) => compilation.updateAsset(name, new sources.RawSource(source));
  for (const name of named(".css")) {
    put(
      name,
      text(name).replace(CLASS_IN_CSS, (_, own) => `.${short.get(own)}`),
    );
  }
  for (const name of named(".js")) {
    put(
      name,
      text(name).replace(CLASS_IN_SCRIPT, (whole, before, own) =>
        short.has(own) ? `${before}${short.get(own)}` : whole,
      ),
    );
  }
}

module.exports = { LeanStyles };
