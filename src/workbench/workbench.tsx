import { FluentProvider, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { Waiting } from "../taskpane/controls/waiting";
import type { Language } from "../language";
import { NoticeBar } from "../taskpane/frame/notice-bar";
import { Pane } from "../taskpane/frame/pane";
import { SessionProvider } from "../taskpane/frame/session-context";
import { useTheme } from "../taskpane/frame/theme";
import type { Desk } from "./desk";
import { DeskBar } from "./desk-bar";
import { DropArea } from "./drop-area";
import { KeptWorkOffer } from "./kept-work-offer";
import { Splitter, USUAL_PANE_WIDTH } from "./splitter";
import { UnsavedQuestion } from "./unsaved-question";
import type { Work } from "./work";
import { WORDS } from "./words";

const WorkbookArea = lazy(async () => ({
  default: (await import("./grid/workbook-area")).WorkbookArea,
}));

/** Below this width of the page, grid and pane stand one behind the other. */
const NARROW = "(max-width: 699px)";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  desk: { display: "flex", flex: "1 1 auto", minHeight: 0 },
  stacked: { flexDirection: "column" },
  workbook: { flex: "1 1 0", minWidth: 0, minHeight: 0, display: "flex" },
  pane: { flex: "none", minHeight: 0, overflow: "hidden" },
  whole: { flex: "1 1 0", minWidth: 0, minHeight: 0 },
  away: { display: "none" },
  wait: { margin: "auto" },
});

export interface WorkbenchProps {
  readonly desk: Desk;
  /** Spoken until a workbook is open; then its session knows. */
  readonly language: Language;
}

/** The pane beside a grid of the workbook, in an ordinary browser page. */
export function Workbench({ desk, language }: WorkbenchProps) {
  const styles = useStyles();
  const state = useSyncExternalStore(desk.subscribe, desk.getState);
  const narrow = useNarrow();
  const [front, setFront] = useState<"workbook" | "pane">("workbook");
  const { work, kept } = state;
  const spoken = useWorkLanguage(work, language);
  useLeaveWarning(work);
  useTheme(undefined);
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
  return (
    <FluentProvider style={{ height: "100%" }}>
      <DropArea desk={desk} language={spoken}>
        <div className={styles.page}>
          <DeskBar
            desk={desk}
            state={state}
            language={spoken}
            front={narrow && work !== undefined ? front : undefined}
            onFront={setFront}
          />
          {kept !== undefined ? (
            <KeptWorkOffer desk={desk} kept={kept} language={spoken} />
          ) : work === undefined ? (
            <Waiting className={styles.wait} label={WORDS.opening[spoken]} />
          ) : (
            <WorkDesk
              key={work.fileName}
              work={work}
              language={spoken}
              front={narrow ? front : undefined}
              onFront={setFront}
            />
          )}
          <UnsavedQuestion desk={desk} state={state} language={spoken} />
        </div>
      </DropArea>
    </FluentProvider>
  );
}

interface WorkDeskProps {
  readonly work: Work;
  readonly language: Language;
  /** Which of the two is seen where there is no room for both. */
  readonly front: "workbook" | "pane" | undefined;
  readonly onFront: (front: "workbook" | "pane") => void;
}

function WorkDesk({ work, language, front, onFront }: WorkDeskProps) {
  const styles = useStyles();
  const [width, setWidth] = useState(USUAL_PANE_WIDTH);
  const asked = useSyncExternalStore(work.subscribe, () => work.getState().asked);
  useEffect(() => {
    if (asked > 0) onFront("workbook");
  }, [asked, onFront]);
  return (
    <div className={mergeClasses(styles.desk, front !== undefined && styles.stacked)}>
      {front === "workbook" && (
        // The pane is out of sight: what it has to say is said here.
        <SessionProvider value={work.session}>
          <NoticeBar />
        </SessionProvider>
      )}
      <section
        // The pane has the main part of its own; where it is not seen, this is it.
        role={front === "workbook" ? "main" : undefined}
        aria-label={WORDS.workbook[language]}
        className={front === "pane" ? styles.away : styles.workbook}
      >
        <Suspense fallback={<Waiting className={styles.wait} label={WORDS.reading[language]} />}>
          <WorkbookArea work={work} language={language} onPane={() => onFront("pane")} />
        </Suspense>
        {front === undefined && <Splitter width={width} onWidth={setWidth} language={language} />}
      </section>
      <div
        className={
          front === undefined ? styles.pane : front === "pane" ? styles.whole : styles.away
        }
        style={front === undefined ? { width } : undefined}
      >
        <Pane session={work.session} />
      </div>
    </div>
  );
}

function useWorkLanguage(work: Work | undefined, otherwise: Language): Language {
  return useSyncExternalStore(
    work?.session.subscribe ?? neverChanges,
    () => work?.session.state.language ?? otherwise,
  );
}

function neverChanges(): () => void {
  return () => undefined;
}

function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(NARROW);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => matchMedia(NARROW).matches,
  );
}

/** The browser asks before it leaves a page with unsaved work. */
function useLeaveWarning(work: Work | undefined): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (work?.getState().unsaved === true) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [work]);
}
