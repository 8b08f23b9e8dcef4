import { createReadStream } from "node:fs";
import { createServer, type Server } from "node:http";
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
}

/**
 * Serves built pages to this machine only; nothing is kept by the browser, so that a new build shows.
 * @throws Error with code `EADDRINUSE` when the port is taken
 */
export async function servePages(folder: string, options: ServeOptions): Promise<ServedPages> {
  const { port, file } = options;
  const pages = sirv(folder, { dev: true, etag: true });
  const opened =
    file === undefined ? undefined : `opened/${encodeURIComponent(path.basename(file))}`;
  const server = createServer((request, response) => {
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
  });
  const taken = await listen(server, port);
  return {
    address: `http://localhost:${String(taken)}/${opened === undefined ? "" : `?open=${opened}`}`,
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
