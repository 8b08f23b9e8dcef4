import { createRoot } from "react-dom/client";
import packageFile from "../../package.json";
import type { Language, Text } from "../language";
import { dayByClock } from "../run/clock";
import { Pane } from "./frame/pane";
import { themeOfBackground } from "./host-theme";
import { saveFile } from "./save-file";
import { PaneSession } from "./session/session";
import { fetchSample } from "./start-sample";
import { excelWorkbook } from "./start-workbook";

/** The page that Excel shows as task pane. */
async function start(): Promise<void> {
  await Office.onReady();
  const workbook = excelWorkbook();
  const session = new PaneSession({
    workbook,
    language: displayLanguage(),
    today: dayByClock,
    version: packageFile.version,
    ...fileName(),
    loadEngine: () => import(/* webpackChunkName: "engine" */ "./engine"),
    insertSample: async () => {
      await (await workbook.loaded()).addSheets(await fetchSample());
    },
    save: saveFile,
    takeBackUnfinished: async () => (await workbook.loaded()).takeBackUnfinished(),
    verify: async (plan) => {
      const { readBackJson } = await import("../workbook/excel");
      const report = await (await workbook.loaded()).readBack(plan);
      const about = { version: packageFile.version, run: dayByClock() };
      return {
        agrees: report.agrees,
        text: oneText(report.words),
        json: readBackJson(report, about),
      };
    },
  });
  // The ribbon command for checking what came back leads to its view.
  if (new URLSearchParams(location.search).get("view") === "check") session.show("output");
  const place = document.getElementById("pane");
  if (place === null) throw new Error("the page has no place for the pane");
  const theme = themeOfBackground(hostBackground());
  createRoot(place).render(<Pane session={session} {...(theme === undefined ? {} : { theme })} />);
  // Excel ends the page without waiting: what is still to be kept is begun at least.
  addEventListener("pagehide", () => void session.close());
  await session.open();
}

/** Sentences one after the other. */
function oneText(words: readonly Text[]): Text {
  return { de: words.map(({ de }) => de).join(" "), en: words.map(({ en }) => en).join(" ") };
}

/** German unless Excel speaks another language. */
function displayLanguage(): Language {
  return Office.context.displayLanguage.toLowerCase().startsWith("de") ? "de" : "en";
}

/** The name of the workbook's file, as far as it was saved once. */
function fileName(): { readonly fileName?: string } {
  const name = Office.context.document.url.split(/[/\\]/).at(-1);
  return name === undefined || name === "" ? {} : { fileName: name };
}

/** Excel on the web gives no theme, whatever the types say. */
function hostBackground(): string | undefined {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return theme?.bodyBackgroundColor;
}

void start();
