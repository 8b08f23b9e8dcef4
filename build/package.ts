import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { writePackage } from "./written-package";
import { packageAddress, PackageRefusal } from "./package-address";
import { buildPages } from "./build-pages";

const USAGE = "npm run package -- --url https://server/pfad [--office-js cdn|self] [--out ORDNER]";

/** `npm run package`: everything a web server and an administrator need, for one address. */
function packageAll(): void {
  const { values } = parseArgs({
    options: {
      url: { type: "string" },
      "office-js": { type: "string", default: "cdn" },
      out: { type: "string", default: path.resolve(__dirname, "../dist/package") },
    },
  });
  const address = packageAddress(values.url);
  const library = values["office-js"];
  if (library !== "cdn" && library !== "self") {
    throw new PackageRefusal(
      `--office-js: cdn (von Microsoft geladen) oder self (mit ausgeliefert), nicht „${library}“.`,
    );
  }
  process.stdout.write("Die Seiten werden gebaut …\n");
  const pages = mkdtempSync(path.join(tmpdir(), "kooperationsrechner-"));
  try {
    buildPages(pages);
    const { folder, archive } = writePackage({
      pages,
      address,
      ownLibrary: library === "self",
      out: path.resolve(values.out),
    });
    process.stdout.write(
      `Geschrieben: ${folder} und ${archive}\nAdresse: ${address}\nWas damit zu tun ist, steht in LIESMICH.txt.\n`,
    );
  } finally {
    rmSync(pages, { recursive: true, force: true });
  }
}

try {
  packageAll();
} catch (error) {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exitCode = 2;
}

function wordsFor(error: unknown): string {
  if (error instanceof PackageRefusal) return `${error.message}\nAufruf: ${USAGE}`;
  if (!(error instanceof Error)) return String(error);
  const isUnknown = "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  return isUnknown
    ? `Eine Angabe ist unbekannt oder unvollständig.\nAufruf: ${USAGE}`
    : error.message;
}
