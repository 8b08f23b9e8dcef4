import { Button, makeStyles } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { Message } from "../controls/message";
import { usePaneState, useSession } from "./session-context";
import { useSpoken } from "./spoken";
import { FRAME } from "./words";

const useStyles = makeStyles({ area: { padding: "0 12px" } });

/** The last thing that happened, in view and announced; it stays until the next one or until it is closed. */
export function NoticeBar() {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const notice = usePaneState((state) => state.notice);
  return (
    // Stands there before the first message, or screen readers would miss that one.
    <div className={styles.area} role={notice?.intent === "error" ? "alert" : "status"}>
      {notice !== undefined && (
        <Message
          key={notice.number}
          intent={notice.intent}
          text={say(notice.text)}
          close={
            <Button
              appearance="transparent"
              size="small"
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
        </Message>
      )}
    </div>
  );
}
