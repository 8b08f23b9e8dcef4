import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { fill, type Language, verbatim } from "../language";
import type { Desk } from "./desk";
import type { KeptWork } from "./kept-work";
import { WORDS } from "./words";

const useStyles = makeStyles({
  offer: {
    margin: "auto",
    maxWidth: "480px",
    padding: "24px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  choices: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

export interface KeptWorkOfferProps {
  readonly desk: Desk;
  readonly kept: KeptWork;
  readonly language: Language;
}

/** Offers the work that an earlier visit left in this browser. */
export function KeptWorkOffer({ desk, kept, language }: KeptWorkOfferProps) {
  const styles = useStyles();
  const when = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    dateStyle: "short",
    timeStyle: "short",
  }).format(kept.at);
  const name = verbatim(kept.fileName);
  return (
    <main className={styles.offer}>
      <h2 className={styles.title}>{WORDS.keptTitle[language]}</h2>
      <p>{fill(WORDS.keptSaid, name, verbatim(when))[language]}</p>
      <div className={styles.choices}>
        <Button appearance="primary" onClick={() => void desk.goOn()}>
          {fill(WORDS.goOn, name)[language]}
        </Button>
        <Button onClick={() => void desk.discardKept()}>{WORDS.discard[language]}</Button>
      </div>
    </main>
  );
}
