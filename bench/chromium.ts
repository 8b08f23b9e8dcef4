import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import sirv from "sirv";
import { CHROMIUM } from "../test/browser/browser";
import { LIBRARY } from "../test/browser/excel-host";
import { LIBRARY_FOLDER } from "../test/host/library";

/** A Chromium that keeps scripts as an ordinary one does, and the pages it is to show. */
export interface MeasuredChromium {
  /** A new page, 400 by 800 pixels unless told. */
  readonly open: (size?: { readonly width: number; readonly height: number }) => Promise<Page>;
  /** Where the pages are, `http://localhost:1234/`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder of built pages, and Microsoft's library under its own address, as web servers do:
 * scripts may be kept for good, since their names change with them. The tests' way of handing out the
 * library (`page.route`) would switch the browser's cache off.
 */
export async function startChromium(folder: string): Promise<MeasuredChromium> {
  const own = mkdtempSync(path.join(tmpdir(), "koop-chromium-"));
  const [key, cert] = [path.join(own, "key.pem"), path.join(own, "cert.pem")];
  const { hostname, pathname } = new URL(LIBRARY);
  const request = `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=${hostname} -addext subjectAltName=DNS:${hostname}`;
  execFileSync("openssl", [...request.split(" "), "-keyout", key, "-out", cert], {
    stdio: "ignore",
  });
  const certificate = { key: readFileSync(key), cert: readFileSync(cert) };
  const pages = createServer(handOut(folder, "/"));
  const library = createSecureServer(certificate, handOut(LIBRARY_FOLDER, pathname));
  const [pagesPort, libraryPort] = [await listen(pages), await listen(library)];
  const context = await chromium.launchPersistentContext(path.join(own, "profile"), {
    executablePath: CHROMIUM,
    locale: "de-DE",
    args: [
      "--no-sandbox",
      `--host-resolver-rules=MAP ${hostname} 127.0.0.1:${String(libraryPort)}`,
      `--ignore-certificate-errors-spki-list=${keyHash(certificate.cert)}`,
    ],
  });
  // tsx names inner functions by a call that a page does not know.
  await context.addInitScript("globalThis.__name = (named) => named;");
  return {
    address: `http://localhost:${String(pagesPort)}/`,
    open: (size) => newPage(context, size),
    close: async () => {
      await context.close();
      for (const server of [pages, library]) {
        server.close();
        server.closeAllConnections();
      }
      rmSync(own, { recursive: true, force: true });
    },
  };
}

async function newPage(context: BrowserContext, size = { width: 400, height: 800 }): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  return page;
}

const YEAR = 31_536_000;

/** The files of a folder under a path; scripts are kept by the browser, pages are asked for each time. */
function handOut(folder: string, under: string): RequestListener {
  const files = sirv(folder, {
    maxAge: YEAR,
    immutable: true,
    setHeaders: (response, name) => {
      // Office loads its files as Microsoft hands them out, to pages of any origin.
      response.setHeader("Access-Control-Allow-Origin", "*");
      if (!name.endsWith(".html") && name !== "/") return;
      response.setHeader("Cache-Control", "no-cache");
    },
  });
  return (request, response) => {
    request.url = `/${(request.url ?? "").slice(under.length)}`;
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** What Chromium knows a certificate by: the hash of its public key. */
function keyHash(certificate: Uint8Array): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("base64");
}
