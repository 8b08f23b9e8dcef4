import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { contentSecurityPolicy, OFFICE_JS } from "../../build/page-policy";
import { writePackage } from "../../build/written-package";
import { root } from "./lint";
import { elements, parseXml } from "./xml";

const ADDRESS = "https://intranet.stadt.example/koop/";
const LIBRARY = path.join(root, "node_modules/@microsoft/office-js/dist");
const POLICY = contentSecurityPolicy({ officeJs: true });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "koop-package-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the script as `npm run package` does. */
function run(...given: readonly string[]) {
  const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs");
  const script = path.join(root, "build/package.ts");
  return spawnSync(process.execPath, [tsx, script, ...given], { encoding: "utf8", cwd: root });
}

describe("npm run package", () => {
  it.each([
    [[], "--url fehlt"],
    [["--url", "kein Ort"], "ist keine Adresse"],
    [["--url", "http://server/koop"], "beginnt nicht mit https://"],
    [["--url", "https://server/koop?x=1"], "mehr als Server und Pfad"],
    [["--url", "https://server/koop", "--office-js", "own"], "nicht „own“"],
    [["--uri", "https://server/koop"], "unbekannt oder unvollständig"],
  ])(
    "refuses %p in words and writes nothing",
    (given, words) => {
      const out = path.join(folder, "package");
      const { status, stderr, stdout } = run(...given, "--out", out);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(words);
      expect(stderr).toContain("Aufruf: npm run package -- --url https://server/pfad");
      expect(readdirSync(folder)).toEqual([]);
    },
    60_000,
  );
});

describe("the package", () => {
  /** Pages as the build leaves them, in small. */
  function madePages(): string {
    const pages = path.join(folder, "pages");
    mkdirSync(path.join(pages, "assets"), { recursive: true });
    const head = `<meta http-equiv="Content-Security-Policy" content="${POLICY}" />`;
    const page = `<html><head>${head}<script src="${OFFICE_JS}"></script></head></html>`;
    writeFileSync(path.join(pages, "taskpane.html"), page);
    writeFileSync(path.join(pages, "index.html"), "<html></html>");
    writeFileSync(path.join(pages, "assets", "icon-32.png"), "x");
    return pages;
  }

  const out = () => path.join(folder, "package");
  const read = (name: string) => readFileSync(path.join(out(), name), "utf8");

  it("has the manifest for its address, in every place", () => {
    writePackage({ pages: madePages(), address: ADDRESS, ownLibrary: false, out: out() });
    const manifest = read("manifest.xml");
    expect(manifest).not.toContain("localhost");
    const original = readFileSync(path.join(root, "manifest.xml"), "utf8");
    expect(manifest).toBe(original.replaceAll("https://localhost:3000/", ADDRESS));
    const urls = elements(parseXml(manifest), "Url").map(
      ({ attributes }) => attributes.DefaultValue,
    );
    expect(urls).toEqual([
      `${ADDRESS}taskpane.html`,
      `${ADDRESS}taskpane.html?view=check`,
      `${ADDRESS}commands.html`,
    ]);
    expect(read("webserver/taskpane.html")).toContain(OFFICE_JS);
    expect(read("LIESMICH.txt")).toContain(`Content-Security-Policy: ${POLICY}`);
  });

  it("brings Microsoft's files for a closed network, unmodified, and points the pages at them", () => {
    writePackage({ pages: madePages(), address: ADDRESS, ownLibrary: true, out: out() });
    const page = read("webserver/taskpane.html");
    expect(page).not.toContain("appsforoffice");
    expect(page).toContain('src="office/office.js"');
    expect(page).toContain(contentSecurityPolicy({ officeJs: false }));
    const library = path.join(out(), "webserver", "office");
    const files = readdirSync(library, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const { parentPath, name } of files) {
      if (name === "LICENSE.md") continue;
      const file = path.join(parentPath, name);
      const source = path.join(LIBRARY, path.relative(library, file));
      expect(Buffer.compare(readFileSync(file), readFileSync(source))).toBe(0);
    }
    const names = readdirSync(library);
    expect(names).toEqual(
      expect.arrayContaining([
        "LICENSE.md",
        "de-de",
        "en-us",
        "excel-mac-16.00.js",
        "excel-web-16.00.js",
        "excel-win32-16.01.js",
        "office.js",
      ]),
    );
    expect(names.filter((name) => /telemetry|debug|word|outlook/.test(name))).toEqual([]);
    expect(read("LIESMICH.txt")).toContain("nichts aus dem Internet geladen");
  });

  it("is an archive too, the same from the same pages", () => {
    const pages = madePages();
    const options = { pages, address: ADDRESS, ownLibrary: false };
    const { archive } = writePackage({ ...options, out: out() });
    const bytes = readFileSync(archive);
    const files = unzipSync(new Uint8Array(bytes));
    expect(Object.keys(files)).toEqual([
      "LIESMICH.txt",
      "manifest.xml",
      "webserver/assets/icon-32.png",
      "webserver/index.html",
      "webserver/taskpane.html",
    ]);
    expect(strFromU8(files["manifest.xml"] ?? new Uint8Array())).toBe(read("manifest.xml"));
    writePackage({ ...options, out: out() });
    expect(Buffer.compare(bytes, readFileSync(archive))).toBe(0);
  });
});
