import { Button, makeStyles } from "@fluentui/react-components";
import { fill } from "../../../../language";
import { useEngine } from "../../../frame/session-context";
import { useSpoken } from "../../../frame/spoken";
import { correctionParts, withoutPart } from "../../../session/correction-parts";
import { useCorrection } from "../use-correction";
import { DETAILS } from "./words";

const useStyles = makeStyles({
  list: { margin: "4px 0", padding: 0, listStyleType: "none", display: "grid", gap: "4px" },
  item: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  words: { flex: "1 1 auto" },
});

/** What the user said of the sheet; each can be taken back. */
export function SaidOfSheet({ sheet }: { readonly sheet: string }) {
  const styles = useStyles();
  const say = useSpoken();
  const engine = useEngine();
  const { inForce, correct, busy } = useCorrection(sheet);
  const parts = correctionParts(inForce);
  if (parts.length === 0 || engine === undefined) return undefined;
  return (
    <>
      <h3>{say(DETAILS.said)}</h3>
      <ul className={styles.list}>
        {parts.map((part) => {
          const words = engine.correctionInWords(part);
          return (
            <li key={words.de} className={styles.item}>
              <span className={styles.words}>{say(words)}</span>
              <Button
                size="small"
                disabledFocusable={busy}
                aria-label={say(fill(DETAILS.takeBackWhat, words))}
                onClick={() => correct(withoutPart(inForce, part))}
              >
                {say(DETAILS.takeBack)}
              </Button>
            </li>
          );
        })}
      </ul>
      {parts.length > 1 && (
        <Button size="small" disabledFocusable={busy} onClick={() => correct({ sheet })}>
          {say(DETAILS.takeAllBack)}
        </Button>
      )}
      <p>{say(DETAILS.kept)}</p>
    </>
  );
}
