import { readFileSync } from "node:fs";
import path from "node:path";
import { JSDOM, ResourceLoader } from "jsdom";
import { injected } from "./injected";
import type { HostHooks, HostNews } from "./injected";
import { LIBRARY_FOLDER } from "./library";

export interface PageOptions {
  /** Newest ExcelApi that the host says it has, `1.14`. */
  readonly excelApi: string;
  /** Language of Excel, `de-DE`. */
  readonly locale: string;
}

/** The globals that the library defines in its page. */
export interface LibraryGlobals {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Addresses outside the library that the page asked for. */
  readonly refused: readonly string[];
  readonly tell: (news: HostNews) => void;
  readonly close: () => void;
}

let pages = 0;

/** A name that no page had before. */
export function newInstance(): string {
  return `page-${String(++pages)}`;
}

/** Where the page seems to come from; the library lies in a folder beside it. */
const ORIGIN = "https://localhost:3000/";
const LIBRARY = `${ORIGIN}office/`;

/** Gives the files of the library out of its package and nothing else. */
class LibraryFiles extends ResourceLoader {
  /** Addresses that the page asked for and that are no files of the library. */
  readonly refused: string[] = [];

  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    if (!url.startsWith(LIBRARY)) {
      this.refused.push(url);
      return null;
    }
    const file = path.join(LIBRARY_FOLDER, url.slice(LIBRARY.length));
    return Promise.resolve(readFileSync(file)) as ReturnType<ResourceLoader["fetch"]>;
  }
}

/**
 * Opens a page in which Microsoft's own office.js runs, unmodified, against the answers given.
 * Resolves when the library says that it is ready.
 */
export async function openPage(options: PageOptions, hooks: HostHooks): Promise<LibraryGlobals> {
  const resources = new LibraryFiles();
  const { external, tell } = injected(
    { ...options, instance: newInstance(), isDialog: false },
    hooks,
  );
  const { window } = new JSDOM(`<!doctype html><html><head></head><body></body></html>`, {
    url: `${ORIGIN}taskpane.html`,
    runScripts: "dangerously",
    resources,
    beforeParse: (page) => {
      Object.defineProperty(page, "external", { value: external });
    },
  });
  const script = window.document.createElement("script");
  script.src = `${LIBRARY}office.js`;
  const loaded = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error("office.js did not load"));
  });
  window.document.head.append(script);
  await loaded;
  const globals = window as unknown as LibraryGlobals;
  await globals.Office.onReady();
  return {
    Excel: globals.Excel,
    Office: globals.Office,
    OfficeExtension: globals.OfficeExtension,
    refused: resources.refused,
    tell,
    close: () => window.close(),
  };
}
