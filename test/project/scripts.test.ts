import { existsSync } from "node:fs";
import path from "node:path";
import { parseSync } from "@swc/core";
import type { Config } from "jest";
import { root } from "./lint";
import { content } from "./tree";

const { scripts, bin } = JSON.parse(content("package.json")) as {
  scripts: Readonly<Record<string, string>>;
  bin: Readonly<Record<string, string>>;
};

/** Names users and checks rely on. */
const NAMES = ["start", "koop", "test", "test:office", "build", "bench", "lint", "typecheck"];

/** The single commands of a script, cut into words. */
const commands = Object.entries(scripts).flatMap(([name, script]) =>
  script.split("&&").map((command) => [name, command.trim().split(/\s+/)] as const),
);

describe("the npm scripts", () => {
  it("have the names users rely on", () => {
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...NAMES, "format"]));
  });

  it.each(commands)("%s runs a tool that is installed: %p", (_, [tool = ""]) => {
    expect(tool === "node" || existsSync(path.join(root, "node_modules", ".bin", tool))).toBe(true);
  });

  it("name programs without a mistake of syntax", () => {
    const programs = commands
      .flatMap(([, parts]) => parts.filter((part) => /\.[cm]?[jt]s$/.test(part)))
      .filter((file) => existsSync(path.join(root, file)));
    expect(programs).toContain("jest.office.config.js");
    for (const file of programs) {
      const syntax = file.endsWith("ts") ? "typescript" : "ecmascript";
      expect(() => parseSync(content(file), { syntax, target: "es2022" })).not.toThrow();
    }
  });

  it("share the tests out: Node alone, LibreOffice, browser", () => {
    const nodeOnly = jest.requireActual<Config>("../../jest.config.js");
    const office = jest.requireActual<Config>("../../jest.office.config.js");
    const ignored = nodeOnly.testPathIgnorePatterns ?? [];
    for (const folder of ["/test/office/", "/test/browser/"]) expect(ignored).toContain(folder);
    expect(office.testMatch).toEqual(["<rootDir>/test/office/**/*.test.ts"]);
    expect(office.testPathIgnorePatterns).not.toContain("/test/office/");
    expect(office.testTimeout).toBeGreaterThan(60_000);
  });

  it("build the program that the package offers as koop", () => {
    const configurations =
      jest.requireActual<{ name: string; output: { path: string; filename: string } }[]>(
        "../../webpack.config.js",
      );
    const koop = configurations.find((each) => each.name === "koop");
    const built =
      koop && path.join(koop.output.path, koop.output.filename.replace("[name]", "koop"));
    expect(built).toBe(path.join(root, bin.koop ?? ""));
  });
});

describe(".ci/run", () => {
  const run = content(".ci/run");

  it("stops at any command that fails unnoticed", () => {
    expect(run.split("\n")[0]).toBe("#!/usr/bin/env bash");
    expect(run).toMatch(/^set -euo pipefail$/m);
  });

  it("runs scripts that exist", () => {
    const named = [...run.matchAll(/npm run ([\w:]+)|^tests ([\w:]+)/gm)]
      .map((match) => match[1] ?? match[2] ?? "")
      .filter((name) => name !== "");
    expect(named.length).toBeGreaterThan(3);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });
});
