import { mkdir } from "node:fs/promises";
import path from "node:path";
import { dayByClock } from "./clock";
import { koop } from "./koop";

/** Runs the main job on the shipped sample and says where the workbook lies. */
async function start(): Promise<number> {
  const root = path.resolve(__dirname, "..", "..");
  const folder = path.join(root, "dist", "beispiel");
  await mkdir(folder, { recursive: true });
  const out = path.join(folder, "beispiel-kooperation.xlsx");
  const code = await koop(
    ["write", path.join(root, "assets", "beispielhaushalt.xlsx"), "-o", out],
    {
      out: (text) => process.stdout.write(`${text}\n`),
      message: (text) => process.stderr.write(`${text}\n`),
    },
    dayByClock(),
  );
  process.stdout.write(
    `\nDie Arbeitsmappe liegt unter ${path.relative(process.cwd(), out)}. ` +
      "Sie öffnet sich in Excel und LibreOffice; gelb hinterlegte Zellen sind Eingaben.\n",
  );
  return code;
}

start().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 2;
  },
);
