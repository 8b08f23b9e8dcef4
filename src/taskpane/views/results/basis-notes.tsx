import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { fill, type Text, verbatim } from "../../../language";
import { STATUS_QUO } from "../../../model/terms";
import type { Results } from "../../engine";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { useExamples } from "../../frame/use-examples";
import { RESULTS } from "./words";

const useStyles = makeStyles({
  note: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "4px",
    margin: "8px 0 0",
    borderLeft: `3px solid ${tokens.colorPaletteYellowBorder2}`,
    paddingLeft: "8px",
    "& p": { margin: 0 },
  },
});

/** What the result does not rest on yet: own figures, own budget lines. */
export function BasisNotes({ results: { reference } }: { readonly results: Results }) {
  const session = useSession();
  const { length } = useExamples();
  return (
    <>
      {reference.id === STATUS_QUO && reference.total.value === 0 && (
        <BasisNote
          text={fill(RESULTS.emptyReference, verbatim(reference.name))}
          way={RESULTS.toAssignment}
          onWay={() => session.show("assignment")}
        />
      )}
      {length > 0 && (
        <BasisNote
          text={length === 1 ? RESULTS.oneExample : fill(RESULTS.examples, length)}
          way={RESULTS.toExamples}
          onWay={() => session.scenarios.showList()}
        />
      )}
    </>
  );
}

function BasisNote({
  text,
  way,
  onWay,
}: {
  readonly text: Text;
  readonly way: Text;
  readonly onWay: () => void;
}) {
  const styles = useStyles();
  const say = useSpoken();
  return (
    <div className={styles.note}>
      <p>{say(text)}</p>
      <Button size="small" onClick={onWay}>
        {say(way)}
      </Button>
    </div>
  );
}
