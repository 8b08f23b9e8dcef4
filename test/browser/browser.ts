import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { PAGES_FOLDER } from "../../build/build-pages";
import { type ServedPages, servePages } from "../../build/static-server";

/** The browser that everything here is shown in. */
export const CHROMIUM =
  process.env["CHROMIUM_PATH"] ?? `/usr/bin/${process.env["CHROMIUM"] ?? "chromium"}`;

/** A Chromium and the built pages, for the tests of one file. */
export interface PageTests {
  /** Opens a page of ours in a window of its own; what it logs as an error fails the test that asks. */
  open(
    address: string,
    options?: BrowserContextOptions,
    /** What has to be done to the page before it loads. */
    prepare?: (page: Page) => Promise<void>,
  ): Promise<OpenedPage>;
  /** Where the pages come from. */
  origin(): string;
}

export interface OpenedPage {
  readonly page: Page;
  /** Errors of the page: exceptions, console errors, blocked or failed requests. */
  readonly errors: readonly string[];
  /** Addresses the page asked for. */
  readonly requests: readonly string[];
}

/** Starts Chromium and the server before the tests of a file, and ends both behind them. */
export function startPages(folder: string = PAGES_FOLDER): PageTests {
  let browser: Browser | undefined;
  let served: ServedPages | undefined;
  beforeAll(async () => {
    served = await servePages(folder, { port: 0 });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
  });
  return {
    origin: () => {
      if (served === undefined) throw new Error("not started");
      return new URL(served.address).origin;
    },
    open: async (address, options = {}, prepare = () => Promise.resolve()) => {
      if (browser === undefined || served === undefined) throw new Error("not started");
      const context = await browser.newContext({ locale: "de-DE", ...options });
      const page = await context.newPage();
      const errors: string[] = [];
      const requests: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      page.on("requestfailed", (request) => errors.push(`failed: ${request.url()}`));
      page.on("request", (request) => requests.push(request.url()));
      await prepare(page);
      await page.goto(new URL(address, served.address).href, { waitUntil: "domcontentloaded" });
      return { page, errors, requests };
    },
  };
}
