import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowRedoRegular, ArrowUndoRegular } from "@fluentui/react-icons";
import { fill } from "../../language";
import { useSession, usePaneState } from "./session-context";
import { useLanguage, useSpoken } from "./spoken";
import { FRAME } from "./words";

const useStyles = makeStyles({
  // Excel lays a menu of 34 by 32 pixels over the upper right corner of every pane.
  bar: { display: "flex", alignItems: "center", minHeight: "32px", padding: "0 40px 0 8px" },
  space: { flex: "1 1 auto" },
});

/** Undo and redo of changes to the model, and the language. */
export function StepsBar() {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const language = useLanguage();
  const undoable = usePaneState((state) => state.undoable);
  const redoable = usePaneState((state) => state.redoable);
  const undo = undoable === undefined ? FRAME.undo : fill(FRAME.undoWhat, undoable);
  const redo = redoable === undefined ? FRAME.redo : fill(FRAME.redoWhat, redoable);
  return (
    <div className={styles.bar}>
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowUndoRegular />}
        aria-label={say(undo)}
        title={say(undo)}
        disabledFocusable={undoable === undefined}
        onClick={() => session.undo()}
      />
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowRedoRegular />}
        aria-label={say(redo)}
        title={say(redo)}
        disabledFocusable={redoable === undefined}
        onClick={() => session.redo()}
      />
      <span className={styles.space} />
      <Button
        appearance="subtle"
        size="small"
        lang={language === "de" ? "en" : "de"}
        aria-label={say(FRAME.languageLabel)}
        onClick={() => session.speak(language === "de" ? "en" : "de")}
      >
        {say(FRAME.language)}
      </Button>
    </div>
  );
}
