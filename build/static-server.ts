import { createReadStream } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import sirv from "sirv";

/** A folder of built pages on this machine, and where it is served. */
export interface ServedPages {
  /** `http://localhost:3000/`, with the path of the budget where one is opened. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** A budget file that the workbench opens instead of the sample. */
  readonly file?: string;
  /** Excel takes pages over https only; without this they come over http. */
  readonly certificate?: { readonly cert: Uint8Array; readonly key: Uint8Array };
}

/**
 * Serves built pages to this machine only; nothing is kept by the browser, so that a new build shows.
 * @throws Error with code `EADDRINUSE` when the port is taken
 */
export async function servePages(folder: string, options: ServeOptions): Promise<ServedPages> {
  const { port, file, certificate } = options;
  const pages = sirv(folder, { dev: true, etag: true });
  const opened =
    file === undefined ? undefined : `opened/${encodeURIComponent(path.basename(file))}`;
  const answer: RequestListener = (request, response) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (file !== undefined && request.url === `/${opened ?? ""}`) {
      createReadStream(file).pipe(response);
      return;
    }
    pages(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  };
  const server =
    certificate === undefined
      ? createServer(answer)
      : createSecureServer(
          { cert: Buffer.from(certificate.cert), key: Buffer.from(certificate.key) },
          answer,
        );
  const taken = await listen(server, port);
  return {
    address: `${certificate === undefined ? "http" : "https"}://localhost:${String(taken)}/${opened === undefined ? "" : `?open=${opened}`}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    // Bound to this machine: budgets of a town are nobody else's business.
    server.listen(port, "localhost", () => resolve((server.address() as AddressInfo).port));
  });
}
