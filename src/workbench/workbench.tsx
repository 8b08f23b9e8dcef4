import { useEffect, useState } from "react";
import packageFile from "../../package.json";
import { Pane } from "../taskpane/frame/pane";
import { saveFile } from "../taskpane/save-file";
import { PaneSession } from "../taskpane/session/session";
import { dayByClock } from "../run/clock";
import { openPackage } from "../workbook/package";

const SAMPLE = "assets/beispielhaushalt.xlsx";

/** The pane beside a view of the workbook, in an ordinary browser page. */
export function Workbench() {
  const [session, setSession] = useState<PaneSession>();
  useEffect(() => {
    void openSample().then(setSession);
  }, []);
  if (session === undefined) return undefined;
  return <Pane session={session} />;
}

async function openSample(): Promise<PaneSession> {
  const answer = await fetch(SAMPLE);
  const workbook = openPackage(new Uint8Array(await answer.arrayBuffer()));
  const session = new PaneSession({
    workbook,
    language: "de",
    today: dayByClock,
    version: packageFile.version,
    fileName: "beispielhaushalt.xlsx",
    loadEngine: () => import("../taskpane/engine"),
    insertSample: () => Promise.resolve(),
    save: saveFile,
  });
  await session.open();
  return session;
}
