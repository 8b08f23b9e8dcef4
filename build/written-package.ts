import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { zipSync } from "fflate";
import { contentSecurityPolicy, OFFICE_JS } from "./page-policy";

const ROOT = path.resolve(__dirname, "..");
/** Address that manifest.xml is written for, to be tried out on one's own machine. */
const DEVELOPMENT = "https://localhost:3000/";
const LIBRARY = path.join(ROOT, "node_modules/@microsoft/office-js");
/** The library for each Excel that reads manifests like ours; others are never asked for. */
const HOST_FILE = /^excel-(?:win32-16\.01|web-16\.00|mac-16\.00|ios-16\.00|winrt-16\.00)\.js$/;
const STRINGS = "office_strings.js";
/** The same contents give the same archive. */
const ARCHIVE_DATE = new Date(1980, 0, 1);

export interface PackageOptions {
  /** Folder with the built pages. */
  readonly pages: string;
  /** Address they will be served under, with a slash at its end. */
  readonly address: string;
  /** Microsoft's library is delivered too instead of being loaded from Microsoft. */
  readonly ownLibrary: boolean;
  /** Folder that is written anew; the archive stands beside it. */
  readonly out: string;
}

/** Writes pages, manifest and instructions for one address, as a folder and as an archive of it. */
export function writePackage({ pages, address, ownLibrary, out }: PackageOptions): {
  readonly folder: string;
  readonly archive: string;
} {
  rmSync(out, { recursive: true, force: true });
  const served = path.join(out, "webserver");
  mkdirSync(served, { recursive: true });
  cpSync(pages, served, { recursive: true });
  if (ownLibrary) {
    copyLibrary(path.join(served, "office"));
    for (const name of readdirSync(served).filter((each) => each.endsWith(".html"))) {
      pointToOwnLibrary(path.join(served, name));
    }
  }
  writeFileSync(path.join(out, "manifest.xml"), manifestFor(address));
  writeFileSync(path.join(out, "LIESMICH.txt"), instructions(address, ownLibrary));
  const archive = `${out}.zip`;
  writeFileSync(archive, zipSync(filesOf(out), { level: 9, mtime: ARCHIVE_DATE }));
  return { folder: out, archive };
}

function manifestFor(address: string): string {
  const manifest = readFileSync(path.join(ROOT, "manifest.xml"), "utf8");
  const escaped = address.replaceAll("&", "&amp;").replaceAll("'", "&apos;");
  return manifest.replaceAll(DEVELOPMENT, escaped);
}

/** Microsoft's files, unmodified: what a page of ours loads, and the licence. Telemetry is not among them. */
function copyLibrary(to: string): void {
  const dist = path.join(LIBRARY, "dist");
  mkdirSync(to);
  for (const name of readdirSync(dist)) {
    if (name === "office.js" || HOST_FILE.test(name)) {
      cpSync(path.join(dist, name), path.join(to, name));
    } else if (existsSync(path.join(dist, name, STRINGS))) {
      mkdirSync(path.join(to, name));
      cpSync(path.join(dist, name, STRINGS), path.join(to, name, STRINGS));
    }
  }
  cpSync(path.join(LIBRARY, "LICENSE.md"), path.join(to, "LICENSE.md"));
}

function pointToOwnLibrary(file: string): void {
  const page = readFileSync(file, "utf8");
  if (!page.includes(OFFICE_JS)) return;
  const before = contentSecurityPolicy({ officeJs: true });
  if (!page.includes(before)) throw new Error(`${file} has another policy than expected`);
  writeFileSync(
    file,
    page
      .replaceAll(OFFICE_JS, "office/office.js")
      .replaceAll(before, contentSecurityPolicy({ officeJs: false })),
  );
}

function instructions(address: string, ownLibrary: boolean): string {
  const policy = contentSecurityPolicy({ officeJs: !ownLibrary });
  return [
    "Kooperationsrechner: Paket für einen Webserver",
    "",
    `1. Den Inhalt des Ordners „webserver“ dorthin legen, wo der Server ${address} ausliefert.`,
    "   Es sind feste Dateien; der Server führt nichts aus.",
    "2. Prüfen: Im Browser muss " + `${address}taskpane.html ohne Zertifikatswarnung laden.`,
    "3. manifest.xml an die Arbeitsplätze verteilen (Wege: docs/verwaltung.md).",
    "",
    "Kopfzeilen, die der Server mitsenden sollte:",
    `   Content-Security-Policy: ${policy}`,
    "   X-Content-Type-Options: nosniff",
    "   Referrer-Policy: no-referrer",
    "Kein X-Frame-Options und kein frame-ancestors: Excel im Web zeigt die Seiten in einem Rahmen.",
    "",
    ownLibrary
      ? "Die Bibliothek von Microsoft (Ordner „office“) liegt unverändert bei; es wird nichts aus dem Internet geladen."
      : "Die Bibliothek office.js wird von https://appsforoffice.microsoft.com geladen, sonst nichts von außerhalb.",
    "",
  ].join("\n");
}

/** All files of a folder by their paths in it. */
function filesOf(folder: string): Record<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      path.relative(folder, file).split(path.sep).join("/"),
      new Uint8Array(readFileSync(file)),
    ]),
  );
}
