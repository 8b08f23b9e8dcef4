import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { fill, type Language, verbatim } from "../language";
import type { Desk, DeskState } from "./desk";
import { WORDS } from "./words";

const useStyles = makeStyles({
  question: {
    maxWidth: "480px",
    padding: "24px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  choices: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

export interface UnsavedQuestionProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly language: Language;
}

/** Asks what becomes of unsaved work before another file takes its place. */
export function UnsavedQuestion({ desk, state, language }: UnsavedQuestionProps) {
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  const isAsked = state.waiting !== undefined;
  useEffect(() => {
    if (isAsked) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isAsked]);
  const name = verbatim(state.work?.fileName ?? "");
  return (
    <dialog
      ref={dialog}
      className={styles.question}
      aria-labelledby="unsaved-title"
      onCancel={() => void desk.decide("cancel")}
    >
      {isAsked && (
        <>
          <h2 id="unsaved-title" className={styles.title}>
            {WORDS.loseTitle[language]}
          </h2>
          <p>{fill(WORDS.loseQuestion, name)[language]}</p>
          <div className={styles.choices}>
            <Button appearance="primary" onClick={() => void desk.decide("save")}>
              {WORDS.saveFirst[language]}
            </Button>
            <Button onClick={() => void desk.decide("discard")}>
              {WORDS.discardAndOpen[language]}
            </Button>
            <Button onClick={() => void desk.decide("cancel")}>{WORDS.cancel[language]}</Button>
          </div>
        </>
      )}
    </dialog>
  );
}
