import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import webpack, { type Configuration, type Stats } from "webpack";
import { root } from "./lint";

const configurations = jest.requireActual<Configuration[]>("../../webpack.config.js");

function configuration(name: string): Configuration {
  const found = configurations.find((each) => each.name === name);
  if (found === undefined) throw new Error(`webpack.config.js has no build named ${name}`);
  return found;
}

function build(config: Configuration): Promise<Stats> {
  return new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (stats === undefined) reject(error ?? new Error("webpack gave no result"));
      else resolve(stats);
    });
  });
}

describe("the build of the command line", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "koop-build-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Builds as `npm run build` does, but from the given sources into a folder of its own. */
  const buildFrom = (source: string): Promise<Stats> => {
    const entry = path.join(folder, "source", "koop.ts");
    mkdirSync(path.dirname(entry));
    writeFileSync(entry, source);
    return build({
      ...configuration("koop"),
      entry: { koop: entry },
      output: { ...configuration("koop").output, path: path.join(folder, "out") },
      resolve: {
        ...configuration("koop").resolve,
        modules: [path.join(root, "node_modules"), path.join(folder, "libraries")],
      },
    });
  };
  const built = (name: string) => readFileSync(path.join(folder, "out", name), "utf8");

  it("is one file that runs without node_modules and carries all licences", async () => {
    const stats = await buildFrom(`
      import { strToU8, zipSync, unzipSync, strFromU8 } from "fflate";
      import { SaxesParser } from "saxes";
      import { number, parse } from "valibot";
      const parser = new SaxesParser();
      let texts = "";
      parser.on("text", (text) => (texts += text));
      const zip = zipSync({ a: strToU8("<a>282,0 T€</a>") });
      parser.write(strFromU8(unzipSync(zip).a ?? new Uint8Array())).close();
      console.log(texts, 2, parse(number(), 3));
    `);
    expect(stats.toString("errors-warnings")).not.toMatch(/ERROR|WARNING/);
    expect(readdirSync(path.join(folder, "out")).sort()).toEqual(["LICENSES.txt", "koop.js"]);
    expect(built("koop.js").split("\n")[0]).toBe("#!/usr/bin/env node");

    const printed = execFileSync(process.execPath, ["out/koop.js"], { cwd: folder });
    expect(printed.toString()).toBe("282,0 T€ 2 3\n");

    const licences = built("LICENSES.txt");
    expect(licences).toMatch(
      /^MIT License\n\nCopyright \(c\) \d+ Kooperationsrechner contributors/,
    );
    for (const name of ["fflate", "saxes", "xmlchars", "valibot"]) {
      expect(licences).toMatch(new RegExp(`^${name} [\\d.]+ \\((MIT|ISC)\\)$`, "m"));
    }
    expect(licences.match(/Permission (to use|is hereby granted)/g)?.length).toBeGreaterThan(4);
  });

  it("runs as the program it is, from anywhere", async () => {
    const stats = await build({
      ...configuration("koop"),
      output: { ...configuration("koop").output, path: path.join(folder, "out") },
    });
    expect(stats.toString("errors-warnings")).not.toMatch(/ERROR|WARNING/);
    const program = path.join(folder, "out", "koop.js");
    const version = execFileSync(process.execPath, [program, "--version"], { cwd: folder });
    expect(version.toString()).toMatch(/^\d+\.\d+\.\d+\n$/);
    const sample = path.join(root, "assets", "beispielhaushalt.xlsx");
    const read = execFileSync(process.execPath, [program, "read", sample, "--json"]);
    expect(read.toString()).toContain('"status": "budget"');
  }, 60_000);

  it("stops at a library that brings no licence", async () => {
    const library = path.join(folder, "libraries", "node_modules", "unlicensed");
    mkdirSync(library, { recursive: true });
    writeFileSync(path.join(library, "index.js"), "exports.x = 1;");
    writeFileSync(
      path.join(library, "package.json"),
      JSON.stringify({ name: "unlicensed", version: "1.0.0", license: "none", main: "index.js" }),
    );
    const stats = await buildFrom(
      `import { x } from "../libraries/node_modules/unlicensed"; console.log(x);`,
    );
    expect(stats.toString("errors-warnings")).toContain(
      "unlicensed 1.0.0 (none) has no licence file to hand on: put its text into " +
        "build/licences/unlicensed.txt.",
    );
  });

  it("says which source is missing", async () => {
    const stats = await build({
      ...configuration("koop"),
      entry: { koop: "./src/cli/nowhere.ts" },
      output: { path: path.join(folder, "out") },
    });
    expect(stats.hasErrors()).toBe(true);
    expect(stats.toString("errors-warnings")).toContain("Can't resolve './src/cli/nowhere.ts'");
  });
});
