import { makeStyles, tokens } from "@fluentui/react-components";
import { useFigures } from "../../frame/figures";
import { useSpoken } from "../../frame/spoken";
import type { Results } from "../../engine";
import { answerOf } from "./answer-words";
import { RESULTS } from "./words";

const useStyles = makeStyles({
  answer: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    margin: "4px 0",
  },
  list: { margin: "8px 0", paddingInlineStart: "20px" },
  item: { marginBottom: "6px" },
});

/** The answer in one sentence, then the best scenario of each tax case. */
export function Answer({ results }: { readonly results: Results }) {
  const styles = useStyles();
  const say = useSpoken();
  const figures = useFigures();
  const { sentence, cases } = answerOf(results, figures);
  return (
    <section aria-labelledby="results-answer">
      <h2 id="results-answer">{say(RESULTS.answer)}</h2>
      <p className={styles.answer}>{say(sentence)}</p>
      {cases.length > 1 && (
        <ul className={styles.list}>
          {cases.map((text, index) => (
            <li key={index} className={styles.item}>
              {say(text)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
