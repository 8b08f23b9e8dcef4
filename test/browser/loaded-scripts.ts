import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";

/** Scripts of ours that a page has loaded. */
export interface LoadedScripts {
  /** Names of the files with their sizes in bytes, packed as a web server would (gzip, level 9). */
  sizes(): Promise<ReadonlyMap<string, number>>;
}

/** Watches which scripts a page loads from its own origin; Microsoft's library does not count. */
export function watchScripts(page: Page, origin: string): LoadedScripts {
  const packed = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    const { origin: from, pathname } = new URL(response.url());
    if (from !== origin || !pathname.endsWith(".js") || packed.has(pathname)) return;
    packed.set(
      pathname,
      response.body().then((body) => gzipSync(body, { level: 9 }).length),
    );
  });
  return {
    sizes: async () =>
      new Map(
        await Promise.all(
          [...packed].map(async ([name, size]) => [name.slice(1), await size] as const),
        ),
      ),
  };
}

/** All sizes together. */
export function total(sizes: Iterable<number>): number {
  return [...sizes].reduce((sum, size) => sum + size, 0);
}
