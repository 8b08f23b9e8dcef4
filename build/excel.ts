import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { buildPages, PAGES_FOLDER } from "./build-pages";
import { servePages } from "./static-server";

/** Where Microsoft's tool puts the certificate of this machine. */
const CERTIFICATES = path.join(homedir(), ".office-addin-dev-certs");

const MANIFEST = path.resolve(__dirname, "../manifest.xml");

/** The address that stands in the manifest. */
const PORT = 3000;

/**
 * `npm run excel`: serves the pane over https and opens desktop Excel with it. Certificate and
 * sideloading are the business of Microsoft's tools, which are fetched when they are asked for: they
 * work on Windows and macOS only.
 */
async function excel(): Promise<void> {
  if (process.platform !== "win32" && process.platform !== "darwin") {
    throw new Error(
      "Excel für den Desktop gibt es nur unter Windows und macOS. Der Arbeitsplatz im Browser läuft überall: npm start",
    );
  }
  process.stdout.write("Zertifikat für localhost wird geprüft …\n");
  runTool("office-addin-dev-certs@3.0.0", "install");
  process.stdout.write("Der Aufgabenbereich wird gebaut …\n");
  buildPages();
  const certificate = {
    cert: readFileSync(path.join(CERTIFICATES, "localhost.crt")),
    key: readFileSync(path.join(CERTIFICATES, "localhost.key")),
  };
  const { address, close } = await servePages(PAGES_FOLDER, { port: PORT, certificate });
  process.stdout.write(`Der Aufgabenbereich läuft unter ${address}. Beenden mit Strg+C.\n`);
  process.once("SIGINT", () => {
    runTool("office-addin-debugging@7.0.0", "stop", MANIFEST);
    void close().then(() => process.exit());
  });
  runTool("office-addin-debugging@7.0.0", "start", MANIFEST, "desktop", "--no-debug");
}

function runTool(...words: readonly string[]): void {
  execFileSync("npx", ["--yes", ...words], {
    stdio: "inherit",
    // On Windows npx is a script that only a shell finds.
    shell: process.platform === "win32",
  });
}

excel().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
