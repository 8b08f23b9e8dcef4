import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { koop } from "../src/cli/koop";
import { dateOf } from "../src/law/calendar";
import { renderPdf } from "../test/judges/libreoffice";
import { indexedPng } from "./indexed-png";

/** A picture of these documents: the first printed page that holds a text, or a part of it. */
interface Picture {
  readonly file: string;
  readonly text: string;
  /** Where the picture ends, as a share of the page's height. */
  readonly end: number;
}

/** In the order of the printed pages. */
const PICTURES: readonly Picture[] = [
  { file: "uebersicht.png", text: "IT-Kooperation: Entscheidungsübersicht", end: 0.8 },
  { file: "annahmen.png", text: "Annahmen: alle Eingaben mit Quelle", end: 0.94 },
  { file: "szenario.png", text: "Szenario: Ohne USt, mit Rückstellung", end: 0.98 },
  { file: "vergleich.png", text: "Vergleich der Szenarien", end: 0.98 },
  { file: "kostenarten.png", text: "Ergebnisplan nach Kostenarten: USt berechnet", end: 0.78 },
];

const DOTS_AN_INCH = 120;

/** The empty margin above the title, as a share of the page's height. */
const MARGIN = 0.04;

/** LibreOffice takes the separators of numbers from here. */
process.env["LC_ALL"] = "de_DE.UTF-8";

/** A fixed day, so that the same sample gives the same pictures. */
const DAY = dateOf(2026, 11, 22);

/** Writes the sample, prints it through LibreOffice and keeps the pages the documents show. */
async function draw(): Promise<void> {
  const root = path.resolve(__dirname, "..");
  const out = path.join(__dirname, "bilder");
  const folder = mkdtempSync(path.join(tmpdir(), "koop-pictures-"));
  try {
    const workbook = path.join(folder, "sample.xlsx");
    const silent = { out: () => undefined, message: () => undefined };
    const sample = path.join(root, "assets", "beispielhaushalt.xlsx");
    const code = await koop(["write", sample, "-o", workbook], silent, DAY);
    if (code !== 0) throw new Error(`koop write ended with ${String(code)}`);
    renderPdf(workbook, folder, 20);
    const pdf = path.join(folder, "sample.pdf");
    const pages = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).split(
      "\f",
    );
    mkdirSync(out, { recursive: true });
    for (const picture of PICTURES) {
      const page = pages.findIndex((text) => text.includes(picture.text)) + 1;
      if (page === 0) throw new Error(`no page holds “${picture.text}”`);
      writeFileSync(path.join(out, picture.file), indexedPng(drawPage(pdf, page, picture.end)));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function drawPage(pdf: string, page: number, end: number): Uint8Array {
  const number = String(page);
  const described = execFileSync("pdfinfo", ["-f", number, "-l", number, pdf], {
    encoding: "utf8",
  });
  const size = /Page.*size:\s+([\d.]+) x ([\d.]+) pts/.exec(described);
  if (size === null) throw new Error(`pdfinfo does not say the size of page ${number}`);
  const [width = 0, height = 0] = [size[1], size[2]].map((points) =>
    Math.ceil((Number(points) / 72) * DOTS_AN_INCH),
  );
  const top = Math.round(height * MARGIN);
  const area = { x: 0, y: top, W: width, H: Math.round(height * end) - top };
  const options = { r: DOTS_AN_INCH, f: page, l: page, ...area };
  return execFileSync(
    "pdftoppm",
    [...Object.entries(options).flatMap(([name, value]) => [`-${name}`, String(value)]), pdf],
    { maxBuffer: 100_000_000 },
  );
}

draw().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
