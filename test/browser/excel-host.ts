import path from "node:path";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { openPackage } from "../../src/workbook/package";
import { fillWorkbook } from "../host/fill-workbook";
import { Host } from "../host/host";
import { injected } from "../host/injected";
import type { HostNews, InjectedOptions, PageNews } from "../host/injected";
import { LIBRARY_FOLDER } from "../host/library";
import type { OpenedPage, PageTests } from "./browser";

const SAMPLE = path.resolve(__dirname, "../../assets/beispielhaushalt.xlsx");
/** Where the built pages look for Microsoft's library; its files come from its package instead. */
export const LIBRARY = "https://appsforoffice.microsoft.com/lib/1/hosted/";

export interface ExcelOptions {
  /** The workbook that is open; the sample budget unless told. Cells and formulas are taken over. */
  readonly workbook?: Uint8Array;
  /** Excel with what it holds from an earlier page, in place of a workbook. */
  readonly host?: Host;
  /** Newest ExcelApi that Excel says it has. */
  readonly announced?: string;
  /** Language of Excel. */
  readonly language?: string;
  readonly theme?: "light" | "dark";
  /** Page of the add-in, with its query. */
  readonly address?: string;
  /** The page is the content of a dialog of the add-in. */
  readonly isDialog?: boolean;
  /** What has to be done to the page before it loads. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** A page of the add-in inside the stand-in for Excel. */
export interface PageInExcel extends OpenedPage {
  readonly host: Host;
}

/**
 * Opens a built page in Chromium as Excel would: with Microsoft's own office.js, unmodified, and behind it
 * the stand-in, which lives in the process of the test and can be asked for its workbook there.
 */
export async function openPaneInExcel(
  pages: PageTests,
  options: ExcelOptions = {},
): Promise<PageInExcel> {
  const { announced = "1.14", language = "de-DE", address = "taskpane.html" } = options;
  const host = options.host ?? new Host({ excelApi: announced, locale: language });
  if (options.host === undefined) {
    const file = openPackage(options.workbook ?? new Uint8Array(readFileSync(SAMPLE)));
    const names = (await file.sheets()).map(({ name }) => name);
    fillWorkbook(host.workbook, await file.read(names));
  }
  const opened = await pages.open(address, { locale: language }, async (page) => {
    await options.prepare?.(page);
    await page.route(`${LIBRARY}**`, (route) => {
      const file = new URL(route.request().url()).pathname.slice(new URL(LIBRARY).pathname.length);
      return route.fulfill({ path: path.join(LIBRARY_FOLDER, file) });
    });
    await putIntoExcel(page, host, {
      excelApi: announced,
      locale: language,
      isDialog: options.isDialog ?? false,
      theme: options.theme ?? "light",
    });
  });
  return { ...opened, host };
}

/** Puts the stand-in behind a page, before it loads; where its library comes from is for others to say. */
export async function putIntoExcel(
  page: Page,
  host: Host,
  options: Omit<InjectedOptions, "instance">,
): Promise<void> {
  const hooks = host.hooks();
  await page.exposeFunction("standInAnswer", hooks.answer);
  await page.exposeFunction("standInTold", (news: PageNews) => hooks.told(news));
  await page.addInitScript(`{
    const { external, tell } = (${injected.toString()})(
      { ...${JSON.stringify(options)}, instance: crypto.randomUUID() },
      { answer: (body) => window.standInAnswer(body), told: (news) => window.standInTold(news) },
    );
    Object.defineProperty(window, "external", { value: external, configurable: true });
    window.standInTell = tell;
  }`);
  host.connect((news) => {
    // A page that is just going away needs to hear nothing.
    void page.evaluate(tellPage, news).catch(() => undefined);
  });
}

function tellPage(news: HostNews): void {
  (globalThis as { standInTell?: (news: HostNews) => void }).standInTell?.(news);
}
