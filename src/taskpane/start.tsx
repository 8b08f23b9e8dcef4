import { createRoot } from "react-dom/client";
import packageFile from "../../package.json";
import type { Language } from "../language";
import { dayByClock } from "../run/clock";
import { ExcelWorkbook } from "../workbook/excel";
import { Pane } from "./frame/pane";
import { PaneSession } from "./session/session";

/** The page that Excel shows as task pane. */
async function start(): Promise<void> {
  await Office.onReady();
  const workbook = new ExcelWorkbook();
  const session = new PaneSession({
    workbook,
    language: displayLanguage(),
    today: dayByClock,
    version: packageFile.version,
    loadEngine: () => import("./engine"),
    insertSample: () => Promise.resolve(),
    save: () => undefined,
    takeBackUnfinished: () => workbook.takeBackUnfinished(),
  });
  const place = document.getElementById("pane");
  if (place === null) throw new Error("the page has no place for the pane");
  createRoot(place).render(<Pane session={session} />);
  await session.open();
}

/** German unless Excel speaks another language. */
function displayLanguage(): Language {
  return Office.context.displayLanguage.toLowerCase().startsWith("de") ? "de" : "en";
}

void start();
