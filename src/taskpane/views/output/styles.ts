import { makeStyles, tokens } from "@fluentui/react-components";

/** Looks that the parts of this view share. */
export const useOutputStyles = makeStyles({
  view: {
    "& h2": {
      margin: "16px 0 4px",
      fontSize: tokens.fontSizeBase400,
      lineHeight: tokens.lineHeightBase400,
      fontWeight: tokens.fontWeightSemibold,
    },
    "& p": { margin: "4px 0" },
  },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", margin: "8px 0" },
  list: { listStyleType: "none", margin: "4px 0", padding: 0, display: "grid", gap: "6px" },
  item: {
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: "8px",
    overflowWrap: "anywhere",
  },
  hint: { color: tokens.colorNeutralForeground2 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  values: { fontVariantNumeric: "tabular-nums" },
  problem: {
    border: `1px solid ${tokens.colorStatusDangerBorderActive}`,
    borderLeftWidth: "4px",
    borderRadius: tokens.borderRadiusMedium,
    padding: "8px 10px",
    margin: "8px 0",
    overflowWrap: "anywhere",
  },
  more: { "& summary": { minHeight: "24px", cursor: "pointer" } },
});
