import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { EngineValue } from "./ironcalc";
import { readWorkbooks, storedValues } from "./openpyxl";

/** LibreOffice's command; another one is named by `SOFFICE`. */
const SOFFICE = process.env["SOFFICE"] ?? "soffice";

/**
 * By default LibreOffice shows the stored results of Excel files. 0 makes it always recalculate,
 * so that a wrong stored result cannot pass.
 */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** Runs a job in a folder of its own, with a fresh profile: two processes cannot share one. */
function inFreshProfile<T>(job: (folder: string, convert: (target: string) => void) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), "libreoffice-"));
  try {
    mkdirSync(path.join(folder, "profile", "user"), { recursive: true });
    mkdirSync(path.join(folder, "in"));
    const settings = path.join(folder, "profile", "user", "registrymodifications.xcu");
    writeFileSync(settings, ALWAYS_RECALCULATE);
    return job(folder, (target) => {
      const files = readdirSync(path.join(folder, "in"));
      execFileSync(
        SOFFICE,
        [
          `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`,
          "--headless",
          "--norestore",
          "--convert-to",
          target,
          "--outdir",
          path.join(folder, "out"),
          ...files.map((file) => path.join(folder, "in", file)),
        ],
        { stdio: "pipe", timeout: 300_000 },
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies the files under names of their own: equal names from two folders would collide. */
function gather(files: readonly string[], folder: string): readonly string[] {
  return files.map((file, index) => {
    const name = String(index);
    copyFileSync(file, path.join(folder, "in", `${name}${path.extname(file)}`));
    return name;
  });
}

function converted(folder: string, name: string, ending: string, file: string): string {
  const out = path.join(folder, "out", `${name}.${ending}`);
  if (!existsSync(out)) throw new Error(`LibreOffice did not open ${file}`);
  return out;
}

/**
 * Opens workbooks in LibreOffice, which calculates every formula anew, and gives for each file the
 * value of every filled cell by `'Sheet'!A1`. All files in one process, about two seconds and some
 * for each. Throws when LibreOffice does not open one.
 */
export function recalculateFiles(
  files: readonly string[],
): ReadonlyMap<string, ReadonlyMap<string, EngineValue>> {
  if (files.length === 0) return new Map();
  return inFreshProfile((folder, convert) => {
    const names = gather(files, folder);
    convert("xlsx:Calc MS Excel 2007 XML");
    const results = names.map((name, index) => converted(folder, name, "xlsx", files[index] ?? ""));
    const workbooks = readWorkbooks(results);
    return new Map(
      workbooks.map((workbook, index) => [files[index] ?? "", storedValues(workbook)] as const),
    );
  });
}

/**
 * Prints a workbook and draws each page as a PNG into `out`, for eyes; gives the files in page
 * order. `dpi` 80 makes an A4 page about 930 × 660 pixels.
 */
export function renderPdf(file: string, out: string, dpi = 80): readonly string[] {
  return inFreshProfile((folder, convert) => {
    const [name = ""] = gather([file], folder);
    convert("pdf");
    const stem = path.basename(file, path.extname(file));
    mkdirSync(out, { recursive: true });
    const pages = path.join(out, stem);
    const pdf = converted(folder, name, "pdf", file);
    copyFileSync(pdf, `${pages}.pdf`);
    execFileSync("pdftoppm", ["-r", String(dpi), "-png", pdf, pages]);
    return readdirSync(out)
      .filter((entry) => entry.startsWith(`${stem}-`) && entry.endsWith(".png"))
      .toSorted()
      .map((entry) => path.join(out, entry));
  });
}
