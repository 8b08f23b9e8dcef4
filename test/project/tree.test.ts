import { content, projectFiles, textFiles } from "./tree";

const LONGEST = 400;

/** Folders that hold what a machine or a user keeps, as an absolute path. */
const MACHINE_PATH = /(?<![\w.~-])\/(?:work|root|tmp|home|Users)\/|\b[A-Z]:\\{1,2}(?:Users|Temp)\b/;

/** A host that serves packages; lock files name them when they are not kept from it. */
const REGISTRY = /https?:\/\/[^/\s"]*(?:registry|npmjs|artifactory|nexus|verdaccio|mirror)/i;

const VAGUE = ["util", "helper", "common", "misc", "manager"];
const VAGUE_WORD = new RegExp(`^(?:${VAGUE.join("|")})s?$`, "i");

/** The words of a name: `cellUtils`, `cell-utils` and `cell_utils` alike. */
const words = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== "");

const isVague = (name: string) => words(name).some((word) => VAGUE_WORD.test(word));

const complaints = (files: readonly string[], wrong: (text: string) => boolean) =>
  files.filter((file) => wrong(content(file)));

describe("the files of the project", () => {
  const sources = textFiles.filter((file) => file.startsWith("src/"));
  const code = textFiles.filter((file) => /\.[cm]?[jt]sx?$/.test(file));

  it("are found", () => {
    expect(projectFiles).toEqual(expect.arrayContaining(["package.json", "src/language.ts"]));
    expect(sources.length).toBeGreaterThan(5);
  });

  it(`in src stay below ${String(LONGEST)} lines`, () => {
    const programs = sources.filter((file) => !file.endsWith(".json"));
    const lines = (text: string) => text.split("\n").length - 1;
    expect(complaints(programs, (text) => lines(text) > LONGEST)).toEqual([]);
  });

  it("name no folder of the machine they were written on", () => {
    for (const [text, found] of [
      ["cd ~, then /wo" + "rk/main", true],
      ['"/tm' + 'p/x"', true],
      ["C:\\Us" + "ers\\x", true],
      ["src/home/x", false],
      ["https://example.org/home/x", false],
      ["/xl/worksheets/sheet1.xml", false],
    ] as const) {
      expect(MACHINE_PATH.test(text)).toBe(found);
    }
    expect(complaints(textFiles, (text) => MACHINE_PATH.test(text))).toEqual([]);
  });

  it("name no host of a package registry", () => {
    expect(REGISTRY.test("https:/" + "/registry.example.org/a.tgz")).toBe(true);
    expect(complaints(textFiles, (text) => REGISTRY.test(text))).toEqual([]);
  });

  it("end their lines with LF", () => {
    expect(complaints(textFiles, (text) => text.includes("\r\n"))).toEqual([]);
  });

  it("have names that say their subject", () => {
    for (const name of ["src/cellUtils.ts", "src/common/a.ts", "test/FileManager.ts"]) {
      expect(isVague(name)).toBe(true);
    }
    expect(isVague("src/commonwealth.ts")).toBe(false);
    expect(projectFiles.filter(isVague)).toEqual([]);
  });

  it("export names that say their subject", () => {
    const exported = /^export (?:async )?(?:const|function\*?|class|interface|type|enum) (\w+)/gm;
    const vague = code.flatMap((file) =>
      [...content(file).matchAll(exported)]
        .map((match) => match[1] ?? "")
        .filter(isVague)
        .map((name) => `${file}: ${name}`),
    );
    expect(vague).toEqual([]);
  });
});

describe("package-lock.json", () => {
  interface LockedPackage {
    readonly resolved?: string;
    readonly version?: string;
    readonly link?: boolean;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }
  const { packages } = JSON.parse(content("package-lock.json")) as {
    packages: Readonly<Record<string, LockedPackage>>;
  };

  it("does not say where a package was fetched", () => {
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    expect(Object.keys(packages).filter((name) => packages[name]?.resolved !== undefined)).toEqual(
      [],
    );
  });

  it("lists the binaries of every platform, so that npm ci accepts it", () => {
    const listed = Object.keys(packages);
    const absent = Object.values(packages)
      .flatMap((each) => Object.keys(each.optionalDependencies ?? {}))
      .filter((name) => !listed.some((each) => each.endsWith(`node_modules/${name}`)));
    expect(absent).toEqual([]);
  });
});
