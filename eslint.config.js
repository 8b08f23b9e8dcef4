"use strict";

const js = require("@eslint/js");
const { defineConfig } = require("eslint/config");
const office = require("eslint-plugin-office-addins");
const globals = require("globals");
const tseslint = require("typescript-eslint");
const reactHooks = require("eslint-plugin-react-hooks");
const layers = require("./lint/layers");

const PURE = ["src/{budget,law,model,analysis,sheets}/**/*.{ts,tsx}"];
/** Runs in the browser and in Node alike. */
const PORTABLE = ["src/*.ts", "src/run/*.ts", "src/workbook/*.ts", "src/workbook/package/**/*.ts"];
const BROWSER = ["src/{taskpane,workbench}/**/*.{ts,tsx}", "src/workbook/excel/**/*.ts"];
const OFFICE = ["src/workbook/excel/**/*.ts", "src/taskpane/**/*.{ts,tsx}"];

const officeNames = ["Office", "OfficeExtension", "OfficeRuntime", "Excel", "OfficeCore"];
const nodeNames = Object.keys(globals.node).filter((name) => !(name in globals.browser));
// Read as CommonJS, these are known everywhere; no source of ours may lean on them.
const commonJsNames = ["require", "module", "exports", "__dirname", "__filename"];

/**
 * Names of the host that compute the same everywhere and reach nothing outside: texts to bytes
 * and back, copies, and the signal that a job is to stop (passed in, never made).
 */
const sameEverywhere = ["TextDecoder", "TextEncoder", "structuredClone", "AbortSignal"];

/** Everything the language itself does not define. */
const hostNames = [
  ...new Set([
    ...Object.keys(globals.browser),
    ...Object.keys(globals.node),
    ...Object.keys(globals.worker),
    ...commonJsNames,
    ...officeNames,
    "globalThis",
  ]),
].filter((name) => !(name in globals.builtin) || name === "globalThis");

const restrictNames = (names, message) => [
  "error",
  ...[...new Set(names)].map((name) => ({ name, message })),
];

const DEFAULT_EXPORT = [
  {
    selector: "ExportDefaultDeclaration, ExportSpecifier[exported.name='default']",
    message: "Exports have names.",
  },
];

const MACHINE_SETTINGS = [
  {
    selector:
      "CallExpression[callee.property.name=/^toLocale/][arguments.length=0]," +
      "NewExpression[callee.object.name='Intl'][arguments.length=0]," +
      "CallExpression[callee.property.name='localeCompare'][arguments.length<2]",
    message: "Without a language named, this depends on the settings of the machine.",
  },
];

const CLOCK = [
  {
    // Date.UTC computes; every other use of Date asks the clock or the time zone.
    selector: "Identifier[name='Date']:not(MemberExpression[property.name='UTC'] > Identifier)",
    message: "Pure code has no clock and no time zone: dates are texts YYYY-MM-DD or passed in.",
  },
];

module.exports = defineConfig(
  { ignores: ["dist/", "coverage/"] },
  {
    // No comment in a file switches a rule off.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" },
  },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: __dirname },
    },
    rules: {
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-exports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: "error",
      // Cell texts and XML are searched for control characters on purpose.
      "no-control-regex": "off",
      "no-new-func": "error",
      "no-eval": "error",
      "no-restricted-syntax": ["error", ...DEFAULT_EXPORT],
      "no-warning-comments": [
        "error",
        { terms: ["todo", "fixme", "xxx", "hack", "stub", "placeholder"], location: "anywhere" },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { project: { rules: { layers } } },
    rules: {
      "project/layers": ["error", { root: __dirname }],
      "no-console": "error",
      "no-restricted-properties": ["error", { object: "Math", property: "random" }],
    },
  },
  {
    files: ["src/cli/**/*.ts"],
    rules: {
      "no-restricted-globals": restrictNames(officeNames, "Office.js stays in workbook/excel."),
    },
  },
  {
    files: PORTABLE,
    rules: {
      "no-restricted-globals": restrictNames(
        [...nodeNames, ...commonJsNames, ...officeNames],
        "This must run in the browser and in Node alike.",
      ),
    },
  },
  {
    files: BROWSER,
    rules: {
      "no-restricted-globals": restrictNames(
        [...nodeNames, ...commonJsNames],
        "This runs in the browser.",
      ),
    },
  },
  {
    files: ["src/{taskpane,workbench}/**/*.{ts,tsx}"],
    ignores: ["src/taskpane/start.{ts,tsx}"],
    rules: {
      "no-restricted-globals": restrictNames(
        [...nodeNames, ...commonJsNames, ...officeNames],
        "The pane knows the port only; Office.js stays in workbook/excel.",
      ),
    },
  },
  {
    files: PURE,
    rules: {
      "no-restricted-globals": restrictNames(
        hostNames.filter((name) => !sameEverywhere.includes(name)),
        "Pure code computes from what it is given: no host, no clock, no language settings.",
      ),
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Randomness is passed in, with its seed." },
      ],
      "no-restricted-syntax": ["error", ...DEFAULT_EXPORT, ...CLOCK, ...MACHINE_SETTINGS],
    },
  },
  {
    files: ["src/{taskpane,workbench}/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat.recommended],
    // Says only what React's compiler would pass over; this build has no such compiler.
    rules: { "react-hooks/incompatible-library": "off" },
  },
  {
    files: OFFICE,
    plugins: { "office-addins": office },
    rules: Object.fromEntries(
      Object.keys(office.rules).map((rule) => [`office-addins/${rule}`, "error"]),
    ),
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...["describe", "it", "test"].flatMap((object) =>
          ["skip", "only", "todo"].map((property) => ({
            object,
            property,
            message: "Every test runs.",
          })),
        ),
      ],
      "no-restricted-globals": restrictNames(
        ["fdescribe", "fit", "xdescribe", "xit", "xtest"],
        "Every test runs.",
      ),
    },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: { sourceType: "commonjs", globals: globals.node },
  },
  { files: ["**/*.mjs"], languageOptions: { sourceType: "module" } },
  // Paints the icons inside a page.
  { files: ["assets/draw-icons.mjs"], languageOptions: { globals: globals.browser } },
);
