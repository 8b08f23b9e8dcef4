import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  waiting: {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    gap: "8px",
    padding: "8px",
  },
  ring: {
    flex: "none",
    width: "24px",
    height: "24px",
    boxSizing: "border-box",
    border: `3px solid ${tokens.colorBrandStroke2}`,
    borderTopColor: tokens.colorBrandStroke1,
    borderRadius: "50%",
    animationName: { to: { transform: "rotate(360deg)" } },
    animationDuration: "1.5s",
    animationTimingFunction: "linear",
    animationIterationCount: "infinite",
    "@media (prefers-reduced-motion: reduce)": { animationName: "none" },
  },
});

/** Something is being loaded. */
export function Waiting({
  label,
  className,
}: {
  readonly label: string;
  readonly className?: string | undefined;
}) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.waiting, className)} role="status">
      <span className={styles.ring} aria-hidden />
      <span>{label}</span>
    </div>
  );
}
