import { makeStyles } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { usePaneState } from "./session-context";
import { useSpoken } from "./spoken";

/** Loaded with the first notice: the first view needs none. */
const NoticeMessage = lazy(async () => ({
  default: (await import("./notice-message")).NoticeMessage,
}));

const useStyles = makeStyles({ area: { padding: "0 12px" } });

/** The last thing that happened, in view and announced; it stays until the next one or until it is closed. */
export function NoticeBar() {
  const styles = useStyles();
  const say = useSpoken();
  const notice = usePaneState((state) => state.notice);
  return (
    // Stands there before the first message, or screen readers would miss that one.
    <div className={styles.area} role={notice?.intent === "error" ? "alert" : "status"}>
      {notice !== undefined && (
        <Suspense fallback={say(notice.text)}>
          <NoticeMessage key={notice.number} notice={notice} />
        </Suspense>
      )}
    </div>
  );
}
