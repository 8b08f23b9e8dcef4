import { Button } from "@fluentui/react-components";
import { type ChangeEvent, useRef } from "react";
import { fill, verbatim } from "../../../language";
import { usePaneState } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import type { LoadProblem, OutputDesk } from "../../session/output-desk";
import { useOutputStyles } from "./styles";
import { OUTPUT } from "./words";

interface ModelFileProps {
  readonly desk: OutputDesk;
  readonly problem: LoadProblem | undefined;
}

/** The model as a file: handed out, taken in. */
export function ModelFile({ desk, problem }: ModelFileProps) {
  const styles = useOutputStyles();
  const say = useSpoken();
  const picker = useRef<HTMLInputElement>(null);
  const hasModel = usePaneState((state) => state.document !== undefined);
  const load = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    if (file === undefined) return;
    const text = await file.text();
    // The same file can be chosen again after it was mended.
    target.value = "";
    desk.loadModel(file.name, text);
  };
  return (
    <section aria-labelledby="output-file">
      <h2 id="output-file">{say(OUTPUT.file)}</h2>
      <p className={styles.hint}>{say(OUTPUT.fileWhy)}</p>
      {problem !== undefined && (
        <div className={styles.problem} role="alert">
          <p className={styles.strong}>{say(fill(OUTPUT.loadFailed, verbatim(problem.file)))}</p>
          {problem.problems.length === 0 ? (
            <p>{say(problem.message)}</p>
          ) : (
            <ul className={styles.list}>
              {problem.problems.map(({ path, message }) => (
                <li key={path}>
                  {path === "" ? "" : `${path}: `}
                  {say(message)}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className={styles.actions}>
        {hasModel && <Button onClick={() => desk.saveModel()}>{say(OUTPUT.saveModel)}</Button>}
        <Button onClick={() => picker.current?.click()}>{say(OUTPUT.loadModel)}</Button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => void load(event)}
        />
      </div>
    </section>
  );
}
