import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { Notice } from "../session/state";
import { useSession } from "./session-context";
import { useSpoken } from "./spoken";
import { FRAME } from "./words";

const useStyles = makeStyles({
  text: { whiteSpace: "pre-line", overflowWrap: "anywhere" },
});

/** A notice with what can be done about it. */
export function NoticeMessage({ notice }: { readonly notice: Notice }) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  return (
    <MessageBar intent={notice.intent} layout="multiline">
      <MessageBarBody className={styles.text}>{say(notice.text)}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={say(FRAME.close)}
            onClick={() => session.dismissNotice()}
          />
        }
      >
        {notice.offer === "take-back" && (
          <Button size="small" onClick={() => void session.takeBack()}>
            {say(FRAME.takeBack)}
          </Button>
        )}
        {notice.offer === "undo" && (
          <Button size="small" onClick={() => session.undo()}>
            {say(FRAME.undo)}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
