import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular, FolderOpenRegular, SaveRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { Message } from "../taskpane/controls/message";
import type { Language } from "../language";
import type { Desk, DeskState } from "./desk";
import { incoming } from "./drop-area";
import { OPENABLE } from "./file-names";
import type { Work } from "./work";
import { WORDS } from "./words";

const useStyles = makeStyles({
  bar: {
    flex: "none",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 8px",
    padding: "4px 8px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  file: {
    flex: "1 1 120px",
    minWidth: 0,
    margin: 0,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  state: { fontWeight: tokens.fontWeightRegular },
  switch: { display: "flex", flex: "1 0 100%", gap: "4px" },
  side: { flex: "1 1 0" },
  message: { flex: "none" },
});

export interface DeskBarProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly language: Language;
  /** Which of grid and pane is in front; undefined where both are seen. */
  readonly front: "workbook" | "pane" | undefined;
  readonly onFront: (front: "workbook" | "pane") => void;
}

/** The upper edge of the page: the file, opening and saving. */
export function DeskBar({ desk, state, language, front, onFront }: DeskBarProps) {
  const styles = useStyles();
  const picker = useRef<HTMLInputElement>(null);
  const { work, message } = state;
  useEffect(() => desk.givePicker(() => picker.current?.click()), [desk]);
  return (
    <>
      <header className={styles.bar}>
        <h1 className={styles.file}>
          {work === undefined ? WORDS.page[language] : <FileName work={work} language={language} />}
        </h1>
        <Button size="small" icon={<FolderOpenRegular />} onClick={() => desk.chooseFile()}>
          {WORDS.open[language]}
        </Button>
        <input
          ref={picker}
          type="file"
          accept={OPENABLE}
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file !== undefined) void desk.bring(incoming(file));
          }}
        />
        <Button
          size="small"
          icon={<SaveRegular />}
          disabledFocusable={work === undefined}
          onClick={() => void desk.save()}
        >
          {WORDS.save[language]}
        </Button>
        {front !== undefined && (
          <div className={styles.switch} role="group" aria-label={WORDS.show[language]}>
            {(["workbook", "pane"] as const).map((side) => (
              <Button
                key={side}
                size="small"
                className={styles.side}
                appearance={front === side ? "primary" : "secondary"}
                aria-pressed={front === side}
                onClick={() => onFront(side)}
              >
                {WORDS[side][language]}
              </Button>
            ))}
          </div>
        )}
      </header>
      <div className={styles.message} role={message?.intent === "error" ? "alert" : "status"}>
        {message !== undefined && (
          <Message
            intent={message.intent}
            text={message.text[language]}
            close={
              <Button
                appearance="transparent"
                size="small"
                icon={<DismissRegular />}
                aria-label={WORDS.close[language]}
                onClick={() => desk.dismiss()}
              />
            }
          />
        )}
      </div>
    </>
  );
}

function FileName({ work, language }: { readonly work: Work; readonly language: Language }) {
  const styles = useStyles();
  const unsaved = useSyncExternalStore(work.subscribe, () => work.getState().unsaved);
  return (
    <>
      {work.fileName}
      {unsaved && <span className={styles.state}>{` · ${WORDS.unsaved[language]}`}</span>}
    </>
  );
}
