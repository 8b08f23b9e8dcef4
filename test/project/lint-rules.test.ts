import { lint, lintWithTypes } from "./lint";

const PURE = ["budget", "law", "model", "analysis", "sheets"];

describe("pure parts", () => {
  const impure: readonly (readonly [string, string])[] = [
    ["export const x = Date.now();", "no-restricted-syntax: Pure code has no clock"],
    ["export const x = new Date();", "no-restricted-syntax: Pure code has no clock"],
    ["export const x = new Date(2024, 0, 1);", "no-restricted-syntax: Pure code has no clock"],
    ["const Clock = Date; export const x = new Clock();", "no-restricted-syntax: Pure code has"],
    ["export const x = Math.random();", "no-restricted-properties: 'Math.random' is restricted"],
    ["export const { random } = Math;", "no-restricted-properties: 'Math.random' is restricted"],
    ["export const x = performance.now();", "no-restricted-globals: Unexpected use of 'perform"],
    ["export const x = crypto.randomUUID();", "no-restricted-globals: Unexpected use of 'crypto'"],
    ["export const x = document.title;", "no-restricted-globals: Unexpected use of 'document'"],
    ["export const x = window;", "no-restricted-globals: Unexpected use of 'window'"],
    ["export const x = globalThis;", "no-restricted-globals: Unexpected use of 'globalThis'"],
    ["export const x = fetch('a');", "no-restricted-globals: Unexpected use of 'fetch'"],
    ["export const x = localStorage;", "no-restricted-globals: Unexpected use of 'localStorage'"],
    ["export const x = process.env;", "no-restricted-globals: Unexpected use of 'process'"],
    ["export const x = Buffer.from('');", "no-restricted-globals: Unexpected use of 'Buffer'"],
    ["export const x = __dirname;", "no-restricted-globals: Unexpected use of '__dirname'"],
    ["setTimeout(() => 1, 1);", "no-restricted-globals: Unexpected use of 'setTimeout'"],
    ["export const x = Excel.run;", "no-restricted-globals: Unexpected use of 'Excel'"],
    ["export const x = Office.context;", "no-restricted-globals: Unexpected use of 'Office'"],
    ["export const x = (1).toLocaleString();", "no-restricted-syntax: Without a language named"],
    ["export const x = 'a'.localeCompare('b');", "no-restricted-syntax: Without a language named"],
    ["export const x = new Intl.NumberFormat();", "no-restricted-syntax: Without a language named"],
  ];

  it.each(impure)("%s", async (text, words) => {
    for (const part of PURE) {
      expect(await lint(`src/${part}/a.ts`, text)).toContainEqual(expect.stringContaining(words));
    }
  });

  it.each([
    "export const x = Date.UTC(2024, 0, 1);",
    "export const x = Math.round(1.5);",
    "export const x = 'a'.localeCompare('b', 'de');",
    "export const x = new Intl.NumberFormat('de-DE').format(1);",
    "export const x = new TextDecoder('windows-1252');",
    "export function run(signal: AbortSignal): boolean { return signal.aborted; }",
    "export function area(name: string, length: number): number { return name.length * length; }",
  ])("may say %s", async (text) => {
    for (const part of PURE) expect(await lint(`src/${part}/a.ts`, text)).toEqual([]);
  });
});

describe("parts by where they run", () => {
  const misplaced: readonly (readonly [string, string, string])[] = [
    ["src/workbook/package/a.ts", "export const x = Buffer.from('');", "'Buffer'"],
    ["src/workbook/package/a.ts", "export const x = process.cwd();", "'process'"],
    ["src/workbook/package/a.ts", "export const x = Excel.run;", "'Excel'"],
    ["src/workbook/port.ts", "export const x = Office.context;", "'Office'"],
    ["src/language.ts", "export const x = process.env;", "'process'"],
    ["src/workbook/excel/a.ts", "export const x = process.env;", "'process'"],
    ["src/taskpane/a.tsx", "export const x = Excel.run;", "'Excel'"],
    ["src/taskpane/a.tsx", "export const x = Buffer.from('');", "'Buffer'"],
    ["src/workbench/a.tsx", "export const x = Office.context;", "'Office'"],
    ["src/cli/a.ts", "export const x = Excel.run;", "'Excel'"],
  ];

  it.each(misplaced)("%s: not %s", async (file, text, name) => {
    expect(await lint(file, text)).toEqual([
      expect.stringContaining(`no-restricted-globals: Unexpected use of ${name}`),
    ]);
  });

  it.each([
    ["src/workbook/package/a.ts", "export const x = new DecompressionStream('deflate-raw');"],
    ["src/workbook/excel/a.ts", "export const x = Excel.run;"],
    ["src/taskpane/start.tsx", "export const x = Office.onReady();"],
    ["src/taskpane/a.tsx", "export const x = document.title;"],
    ["src/cli/a.ts", "export const x = process.argv;"],
  ])("%s: %s", async (file, text) => {
    expect(await lint(file, text)).toEqual([]);
  });
});

describe("Office.js", () => {
  const misuse: readonly (readonly [string, string])[] = [
    [
      "export async function f(context: C) { for (const x of [1, 2]) { await context.sync(); } }",
      "no-context-sync-in-loop",
    ],
    ["Office.initialize = () => 1;", "no-office-initialize"],
    [
      "export async function f(context: C) { const range = context.workbook.getSelectedRange();" +
        " range.load(); await context.sync(); return range.values; }",
      "no-empty-load",
    ],
    [
      "export async function f(context: C) { const range = context.workbook.getSelectedRange();" +
        " await context.sync(); return range.values; }",
      "load-object-before-read",
    ],
    [
      "export async function f(context: C) { const range = context.workbook.getSelectedRange();" +
        " range.load('values'); return range.values; }",
      "call-sync-before-read",
    ],
    [
      "export async function f(context: C) { const range = context.workbook.getSelectedRange();" +
        " range.load('values'); return range.values; }",
      "call-sync-after-load",
    ],
    [
      "export async function f(context: C) { const range = context.workbook.getSelectedRange();" +
        " range.load('fill'); await context.sync(); return range.fill; }",
      "no-navigational-load",
    ],
    [
      "export async function f(context: C) { const x = context.workbook.worksheets" +
        ".getItemOrNullObject('a'); x.load('name'); await context.sync(); if (x === null) return 1;" +
        " return x.name; }",
      "test-for-null-using-isNullObject",
    ],
  ];

  it.each(misuse)("%s", async (text, rule) => {
    for (const file of ["src/workbook/excel/a.ts", "src/taskpane/start.tsx"]) {
      expect(await lint(file, text)).toContainEqual(
        expect.stringMatching(`^office-addins/${rule}:`),
      );
    }
  });
});

describe("every source", () => {
  const files = ["src/model/a.ts", "src/cli/a.ts", "src/taskpane/a.tsx", "test/model/a.test.ts"];

  it.each([
    ["export default 1;", "no-restricted-syntax: Exports have names."],
    ["const x = 1; export { x as default };", "no-restricted-syntax: Exports have names."],
    ["export const x: any = 1;", "@typescript-eslint/no-explicit-any"],
    ["export const x = [1] as any;", "@typescript-eslint/no-explicit-any"],
    ["export const x = (y?: number) => y!;", "@typescript-eslint/no-non-null-assertion"],
    ["// @ts-ignore\nexport const x = 1;", "@typescript-eslint/ban-ts-comment"],
    ["// @ts-expect-error: because\nexport const x = 1;", "@typescript-eslint/ban-ts-comment"],
    ["// TODO: later\nexport const x = 1;", "no-warning-comments"],
    ["/** A stub. */\nexport const x = 1;", "no-warning-comments"],
    ["export const x = (y: unknown) => y == 1;", "eqeqeq"],
    ["/* eslint-disable */\nexport const x: any = 1;", "@typescript-eslint/no-explicit-any"],
    ["/* eslint-disable */\nexport const x = 1;", "file: '/* eslint-disable */' has no effect"],
    ["import { X } from '../language';\nexport type Y = X;", "consistent-type-imports"],
  ])("%s", async (text, words) => {
    for (const file of files) {
      expect(await lint(file, text)).toContainEqual(expect.stringContaining(words));
    }
  });

  it.each(["it.skip('a', () => 1);", "describe.only('a', () => 1);", "it.todo('a');"])(
    "no test is left out: %s",
    async (text) => {
      expect(await lint("test/a.test.ts", text)).toContainEqual(
        expect.stringContaining("Every test runs."),
      );
    },
  );

  it.each(["xit('a', () => 1);", "fdescribe('a', () => 1);"])(
    "no test is left out: %s",
    async (text) => {
      expect(await lint("test/a.test.ts", text)).toContainEqual(
        expect.stringContaining("no-restricted-globals"),
      );
    },
  );

  it.each([
    ["export const x: number = JSON.parse('1');", "no-unsafe-assignment"],
    ["export const f = (x: string): number => x?.length;", "no-unnecessary-condition"],
    [
      "async function f(): Promise<number> { return await Promise.resolve(1); }\n" +
        "export function g(): void { f(); }",
      "no-floating-promises",
    ],
    [
      "export function f(x: 'a' | 'b'): number { switch (x) { case 'a': return 1; } return 2; }",
      "switch-exhaustiveness-check",
    ],
  ])("is checked with its types: %s", async (text, rule) => {
    expect(await lintWithTypes("src/language.ts", text)).toContainEqual(
      expect.stringContaining(`@typescript-eslint/${rule}`),
    );
  });
});
