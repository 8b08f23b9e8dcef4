import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { buildPages, PAGES_FOLDER } from "./build-pages";
import { servePages } from "./static-server";

const USAGE = "npm start [-- --port NUMMER] [-- --file HAUSHALT.xlsx]";

/** `npm start`: builds the pages and serves the workbench with the sample budget, or with a given one. */
async function start(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "3000" }, file: { type: "string" } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port: eine ganze Zahl von 0 bis 65535, nicht „${values.port}“. ${USAGE}`);
  }
  const { file } = values;
  if (file !== undefined && !existsSync(file)) {
    throw new Error(`Die Datei „${file}“ gibt es nicht. Bitte Namen und Ordner prüfen.`);
  }
  process.stdout.write("Der Arbeitsplatz wird gebaut …\n");
  buildPages();
  const { address } = await servePages(PAGES_FOLDER, {
    port,
    ...(file === undefined ? {} : { file }),
  });
  process.stdout.write(
    `Der Arbeitsplatz läuft unter ${address}\nBeenden mit Strg+C. Nichts verlässt diesen Rechner.\n`,
  );
}

start().catch((error: unknown) => {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  const words = taken
    ? "Der Anschluss ist belegt. Bitte einen anderen wählen: npm start -- --port 3001"
    : error instanceof Error
      ? error.message
      : String(error);
  process.stderr.write(`${words}\n`);
  process.exitCode = 2;
});
