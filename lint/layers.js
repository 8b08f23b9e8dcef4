"use strict";

const { isBuiltin } = require("node:module");
const path = require("node:path");

/** Libraries that are pure computation; every part may use them. */
const ANYWHERE = ["valibot"];
const PLAN = ["plan", "port", "ground"];
const ENGINE = ["budget", "law", "model", "analysis", "sheets", ...PLAN];

/**
 * The parts of `src`, the first pattern that matches a file decides.
 *
 * `uses`: parts it may import besides itself. `types`: parts of which it may import types only.
 * `libraries`: packages it may import. `node`: it may use what only Node has. `outside`: files
 * beside `src` it may import.
 */
const PARTS = [
  { name: "budget", at: /^budget\//, uses: ["ground"] },
  { name: "law", at: /^law\//, uses: ["ground"] },
  { name: "model", at: /^model\//, uses: ["budget", "law", "ground"] },
  { name: "analysis", at: /^analysis\//, uses: ["budget", "law", "model", "ground"] },
  {
    name: "sheets",
    at: /^sheets\//,
    uses: ["budget", "law", "model", "analysis", "plan", "ground"],
    types: ["port"],
  },
  { name: "plan", at: /^workbook\/(plan|styles)$/, uses: ["budget", "ground"] },
  { name: "port", at: /^workbook\/[^/]+$/, uses: ["plan", "budget", "ground"] },
  {
    name: "excel",
    at: /^workbook\/excel\//,
    uses: [...PLAN, "budget"],
    libraries: ["fflate"],
  },
  {
    name: "package",
    at: /^workbook\/package\//,
    uses: [...PLAN, "budget"],
    libraries: ["fflate"],
  },
  // A whole job over the port: read, compute, lay out, write.
  { name: "run", at: /^run\//, uses: [...ENGINE, "package"] },
  // The page Excel loads: the one place where the pane meets Office.js.
  {
    name: "pane-start",
    at: /^taskpane\/start(?:-workbook|-sample)?$/,
    uses: ["taskpane", "excel", "run", ...ENGINE],
    libraries: ["react-dom"],
    outside: /^package\.json$/,
  },
  // The pages behind the buttons of the ribbon, which work without the pane.
  {
    name: "commands",
    at: /^commands\//,
    uses: ["excel", "run", ...ENGINE],
    outside: /^package\.json$/,
  },
  {
    name: "taskpane",
    at: /^taskpane\//,
    uses: ["run", ...ENGINE],
    libraries: ["react", "react-dom", "@fluentui", "@tanstack"],
  },
  {
    name: "workbench",
    at: /^workbench\//,
    uses: ["run", ...ENGINE, "package", "taskpane"],
    libraries: ["react", "react-dom", "@fluentui", "@tanstack", "numfmt"],
    outside: /^(?:(?:assets|schema)\/|package\.json$)/,
  },
  {
    name: "cli",
    at: /^cli\//,
    uses: ["run", ...ENGINE, "package"],
    node: true,
    outside: /^(assets\/|schema\/|package\.json$)/,
  },
  { name: "ground", at: /^[^/]+$/, uses: [] },
];

const SOURCE_EXTENSION = /\.(?:[cm]?[jt]sx?)$/;

/** The package a specifier belongs to; of a scoped package the scope. */
function packageOf(specifier) {
  return specifier.split("/")[0];
}

/** The part of `src` a file belongs to. */
function partOf(withinSource) {
  const file = withinSource.replace(SOURCE_EXTENSION, "");
  return PARTS.find((part) => part.at.test(file));
}

/** The part an import leads to: where a folder has a part of its own, its index file is meant. */
function partLedTo(withinSource) {
  const folder = PARTS.find((part) => part.at.test(`${withinSource}/`));
  return folder ?? partOf(withinSource);
}

/** Whether a declaration brings in or passes on types only. */
function isTypeOnly(node) {
  if (node.type === "TSImportType") return true;
  if (node.importKind === "type" || node.exportKind === "type") return true;
  const specifiers = node.specifiers ?? [];
  return (
    specifiers.length > 0 &&
    specifiers.every((each) => each.importKind === "type" || each.exportKind === "type")
  );
}

module.exports = {
  meta: {
    type: "problem",
    docs: {
      description:
        "Which part of src may import which part, which library, and whether it needs Node",
    },
    schema: [{ type: "object", properties: { root: { type: "string" } }, required: ["root"] }],
    messages: {
      unknown: "{{file}} belongs to no part of src: name its part in lint/layers.js.",
      part: "{{from}} must not import {{to}}.",
      types: "{{from}} may import types of {{to}} only: use `import type`.",
      library: "{{from}} must not import the library {{to}}.",
      node: "{{from}} must run without Node: no {{to}}.",
      outside: "{{from}} must not import {{to}} from outside src.",
      extension: "Relative imports are written without extension.",
      computed: "The module must be named by a plain text, so that it can be checked.",
    },
  },
  create(context) {
    const source = path.join(context.options[0].root, "src");
    const within = (file) => path.relative(source, file).split(path.sep).join("/");
    const here = partOf(within(context.filename));

    function checkFile(node, specifier) {
      if (SOURCE_EXTENSION.test(specifier)) context.report({ node, messageId: "extension" });
      const target = within(path.resolve(path.dirname(context.filename), specifier));
      if (target.startsWith("../")) {
        const besideSource = target.slice("../".length);
        if (here.outside?.test(besideSource)) return;
        context.report({
          node,
          messageId: "outside",
          data: { from: here.name, to: besideSource },
        });
        return;
      }
      const there = partLedTo(target);
      const data = { from: here.name, to: there?.name ?? target };
      if (there === here || (there !== undefined && here.uses.includes(there.name))) return;
      if (there === undefined || !(here.types ?? []).includes(there.name)) {
        context.report({ node, messageId: "part", data });
      } else if (!isTypeOnly(node)) {
        context.report({ node, messageId: "types", data });
      }
    }

    function check(node, moduleNode) {
      if (moduleNode === null || moduleNode === undefined) return;
      const specifier =
        moduleNode.type === "TSLiteralType" ? moduleNode.literal.value : moduleNode.value;
      if (typeof specifier !== "string") {
        context.report({ node, messageId: "computed" });
        return;
      }
      const data = { from: here.name, to: specifier };
      if (specifier.startsWith(".")) checkFile(node, specifier);
      else if (isBuiltin(specifier)) {
        if (here.node !== true) context.report({ node, messageId: "node", data });
      } else if (![...ANYWHERE, ...(here.libraries ?? [])].includes(packageOf(specifier))) {
        context.report({ node, messageId: "library", data });
      }
    }

    if (here === undefined) {
      return {
        Program(node) {
          context.report({ node, messageId: "unknown", data: { file: within(context.filename) } });
        },
      };
    }
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source ?? node.argument),
      TSExternalModuleReference: (node) => check(node, node.expression),
      "CallExpression[callee.name='require']": (node) => check(node, node.arguments[0]),
    };
  },
};
