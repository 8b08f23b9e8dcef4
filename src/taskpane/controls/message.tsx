import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircleFilled,
  ErrorCircleFilled,
  InfoFilled,
  WarningFilled,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";

export type MessageIntent = "success" | "info" | "warning" | "error";

const ICONS = {
  success: CheckmarkCircleFilled,
  info: InfoFilled,
  warning: WarningFilled,
  error: ErrorCircleFilled,
} as const;

const useStyles = makeStyles({
  message: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr) auto",
    alignItems: "start",
    gap: "4px 8px",
    padding: "6px 8px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { marginTop: "2px", fontSize: "20px", color: tokens.colorNeutralForeground3 },
  text: { padding: "4px 0", whiteSpace: "pre-line", overflowWrap: "anywhere" },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "flex-end",
    gap: "4px",
    gridColumn: "1 / -1",
    ":empty": { display: "none" },
  },
});

const useIntents = makeStyles({
  info: {},
  success: {
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  warning: {
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  error: {
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
});

const useIconColours = makeStyles({
  info: {},
  success: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  error: { color: tokens.colorStatusDangerForeground1 },
});

interface MessageProps {
  readonly intent: MessageIntent;
  readonly text: string;
  /** The button that closes the message. */
  readonly close: ReactNode;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** Something that happened; how grave it is shows in its sign, not in its colour alone. */
export function Message({ intent, text, close, children }: MessageProps) {
  const styles = useStyles();
  const intents = useIntents();
  const colours = useIconColours();
  const Icon = ICONS[intent];
  return (
    <div className={mergeClasses(styles.message, intents[intent])}>
      <Icon className={mergeClasses(styles.icon, colours[intent])} aria-hidden />
      <div className={styles.text}>{text}</div>
      {close}
      <div className={styles.actions}>{children}</div>
    </div>
  );
}
