import { useEffect, useState, useSyncExternalStore } from "react";
import { ViewTitle } from "../../frame/view-title";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { VIEW_NAMES } from "../../frame/words";
import { OutputDesk } from "../../session/output-desk";
import { ChangeReview } from "./change-review";
import { InputChanges } from "./input-changes";
import { MailSection } from "./mail-section";
import { ModelFile } from "./model-file";
import { RefusedLooks, VerifySection } from "./verify-section";
import { SheetList } from "./sheet-list";
import { useOutputStyles } from "./styles";
import { WriteSection } from "./write-section";

/** Step five: what is written into the workbook, what came back from it, what is mailed. */
export function OutputView() {
  const styles = useOutputStyles();
  const say = useSpoken();
  const session = useSession();
  const [desk] = useState(() => new OutputDesk(session));
  useEffect(() => desk.follow(), [desk]);
  const output = useSyncExternalStore(desk.subscribe, desk.getState);
  const written = usePaneState((state) => state.written);
  const { preview } = output;
  const shown =
    preview.kind === "ready"
      ? preview.preview
      : preview.kind === "computing"
        ? preview.last
        : undefined;
  return (
    <div className={styles.view}>
      <ViewTitle>{say(VIEW_NAMES.output)}</ViewTitle>
      <WriteSection output={output} preview={shown} />
      {output.reviewed.length > 0 && <ChangeReview desk={desk} reviewed={output.reviewed} />}
      {shown !== undefined && <SheetList sheets={shown.changes.sheets} />}
      {shown !== undefined && shown.changes.inputs.length > 0 && (
        <InputChanges inputs={shown.changes.inputs} />
      )}
      {written.sheets.length > 0 && (
        <>
          <RefusedLooks refused={written.refused} />
          {session.world.verify !== undefined && (
            <VerifySection desk={desk} verification={output.verification} />
          )}
          <MailSection desk={desk} mail={output.mail} preview={shown} />
        </>
      )}
      <ModelFile desk={desk} problem={output.loadProblem} />
    </div>
  );
}
