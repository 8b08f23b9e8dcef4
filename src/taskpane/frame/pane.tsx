import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { PaneSession } from "../session/session";
import { JobBar } from "./job-bar";
import { useKeptFocus } from "./kept-focus";
import { Navigation } from "./navigation";
import { NoticeBar } from "./notice-bar";
import { SessionProvider, usePaneState } from "./session-context";
import { StepsBar } from "./steps-bar";
import { DarkProvider, type HostTheme, useTheme } from "./theme";
import { CurrentView } from "./current-view";

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  top: { flex: "none" },
  // The scroll bar is always there, or the content would jump when it appears.
  view: { flex: "1 1 auto", minHeight: 0, overflowY: "scroll", padding: "12px" },
});

export interface PaneProps {
  readonly session: PaneSession;
  /** Light or dark as the host has it; undefined follows the system. */
  readonly theme?: HostTheme;
}

/** The task pane: steps, notices, the view of the step. */
export function Pane({ session, theme }: PaneProps) {
  const styles = useStyles();
  const chosen = useTheme(theme);
  const pane = useRef<HTMLDivElement>(null);
  useKeptFocus(pane);
  return (
    <FluentProvider style={{ height: "100%" }}>
      <SessionProvider value={session}>
        <DarkProvider value={chosen === "dark"}>
          <div className={styles.pane} ref={pane}>
            <div className={styles.top}>
              <StepsBar />
              <Navigation />
              <JobBar />
              <NoticeBar />
            </div>
            <main className={styles.view}>
              <CurrentView />
            </main>
            <DocumentLanguage />
          </div>
        </DarkProvider>
      </SessionProvider>
    </FluentProvider>
  );
}

/** Tells the browser, and with it the screen reader, which language the page speaks. */
function DocumentLanguage() {
  const language = usePaneState((state) => state.language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return undefined;
}
