import { readFileSync } from "node:fs";
import path from "node:path";
import { JSDOM, ResourceLoader } from "jsdom";
import { LIBRARY_FOLDER } from "./library";

/** Answers a request of the library: the text of the body in, the result of the call out. */
export type Answer = (body: string) => Promise<WireAnswer>;

/** What the host gives back: the text of a response, or the number of a failure of the call itself. */
export type WireAnswer =
  { readonly body: string } | { readonly failure: number; readonly body?: undefined };

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
  readonly close: () => void;
}

/** Dispatch numbers of the calls that the library makes (office.debug.js, `OSF.DDA.EventDispId` and beside). */
const RICH_API = 93;
const NOT_SUPPORTED = 5000;
const EXCEL = 1;
const DOCUMENT_OPENED = 2;
const TASK_PANE = 1;

/** Results travel as COM arrays. */
interface SafeArray {
  readonly toArray: () => readonly unknown[];
  readonly dimensions: () => number;
  readonly lbound: () => number;
  readonly ubound: () => number;
  readonly getItem: (index: number) => unknown;
}

function safeArray(...items: readonly unknown[]): SafeArray {
  return {
    toArray: () => items,
    dimensions: () => 1,
    lbound: () => 0,
    ubound: () => items.length - 1,
    getItem: (index) => items[index],
  };
}

let pages = 0;

/** The object that Excel for Windows puts into the page of an add-in. */
function injected({ excelApi, locale }: PageOptions, answer: Answer) {
  const page = ++pages;
  const context = {
    GetAppType: () => EXCEL,
    GetSolutionRef: () => "4ff75d2c-15d6-485b-a497-7ce9aba19303",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetDocUrl: () => "C:\\Haushalt.xlsx",
    GetAppCapabilities: () => 0,
    GetActivationMode: () => DOCUMENT_OPENED,
    GetControlIntegrationLevel: () => TASK_PANE,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "00000000-0000-0000-0000-000000000000",
    // The library keeps settings by this name from one start to the next.
    GetInstanceId: () => `page-${String(page)}`,
    GetTouchEnabled: () => false,
    GetSupportedMatrix: () => JSON.stringify({ ExcelApi: excelApi, DialogApi: "1.2" }),
    // Older versions report their use to a telemetry service of their own.
    GetHostFullVersion: () => "16.0.14326.20508",
    GetSettings: () => ({
      Read: () => undefined,
      Write: () => undefined,
      WriteAsync: (_keys: unknown, _values: unknown, done: (status: SafeArray) => void) =>
        done(safeArray(0)),
    }),
  };
  return {
    GetHostInfo: () =>
      `Excel$Win32$16.01$${locale}$00000000-0000-0000-0000-000000000000$$disableLogging$0`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (call: number, [message]: readonly unknown[], done: (result: SafeArray) => void) => {
      // Custom data, method, path, headers, body, and what the host fills in itself.
      const body: unknown = Array.isArray(message) ? message[4] : undefined;
      if (call !== RICH_API || typeof body !== "string") {
        setTimeout(() => done(safeArray(NOT_SUPPORTED)), 0);
        return;
      }
      void answer(body).then((given) => {
        if (given.body === undefined) done(safeArray(given.failure));
        else done(safeArray(0, safeArray(200, ["Content-Type", "application/json"], given.body)));
      });
    },
    RegisterEvent: (
      _call: number,
      _target: string,
      _handler: unknown,
      done: (s: SafeArray) => void,
    ) => done(safeArray(0)),
    UnregisterEvent: (_call: number, _target: string, done: (status: SafeArray) => void) =>
      done(safeArray(0)),
  };
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
export async function openPage(options: PageOptions, answer: Answer): Promise<LibraryGlobals> {
  const resources = new LibraryFiles();
  const { window } = new JSDOM(`<!doctype html><html><head></head><body></body></html>`, {
    url: `${ORIGIN}taskpane.html`,
    runScripts: "dangerously",
    resources,
    beforeParse: (page) => {
      Object.defineProperty(page, "external", { value: injected(options, answer) });
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
    close: () => window.close(),
  };
}
