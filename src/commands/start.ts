import packageFile from "../../package.json";
import type { Language } from "../language";
import { dayByClock } from "../run/clock";
import { ExcelWorkbook } from "../workbook/excel";
import { showMessage } from "./message-window";
import { writeAgainCommand } from "./write-again-command";

/** The page without content that Excel loads for buttons which call a function. */
async function start(): Promise<void> {
  await Office.onReady();
  // The name stands in manifest.xml.
  Office.actions.associate("writeAgain", (event: Office.AddinCommands.Event) => {
    void pressWriteAgain().finally(() => event.completed());
  });
}

async function pressWriteAgain(): Promise<void> {
  const fileName = Office.context.document.url.split(/[/\\]/).at(-1) ?? "";
  const words = await writeAgainCommand(new ExcelWorkbook(), {
    today: dayByClock(),
    version: packageFile.version,
    ...(fileName === "" ? {} : { fileName }),
  });
  await showMessage(words, displayLanguage());
}

/** German unless Excel speaks another language. */
function displayLanguage(): Language {
  return Office.context.displayLanguage.toLowerCase().startsWith("de") ? "de" : "en";
}

void start();
