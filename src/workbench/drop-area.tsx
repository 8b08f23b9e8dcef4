import { makeStyles, tokens } from "@fluentui/react-components";
import { type DragEvent, type ReactNode, useState } from "react";
import type { Language } from "../language";
import type { Desk, IncomingFile } from "./desk";
import { WORDS } from "./words";

const useStyles = makeStyles({
  area: { position: "relative", height: "100%" },
  veil: {
    position: "absolute",
    inset: 0,
    zIndex: 1000,
    display: "grid",
    placeItems: "center",
    padding: "24px",
    textAlign: "center",
    fontSize: tokens.fontSizeBase500,
    backgroundColor: tokens.colorNeutralBackgroundAlpha,
    color: tokens.colorNeutralForeground1,
    border: `4px dashed ${tokens.colorBrandStroke1}`,
    pointerEvents: "none",
  },
});

export interface DropAreaProps {
  readonly desk: Desk;
  readonly language: Language;
  readonly children: ReactNode;
}

/** The whole page takes a file that is dropped on it. */
export function DropArea({ desk, language, children }: DropAreaProps) {
  const styles = useStyles();
  const [over, setOver] = useState(false);
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  const onDragLeave = (event: DragEvent): void => {
    const { relatedTarget } = event;
    const inside = relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget);
    if (!inside) setOver(false);
  };
  const onDrop = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(false);
    const [file, ...more] = [...event.dataTransfer.files];
    if (file === undefined || more.length > 0) desk.refuse(WORDS.dropOne);
    else void desk.bring(incoming(file));
  };
  return (
    <div className={styles.area} onDragOver={onDragOver} onDragLeave={onDragLeave} onDrop={onDrop}>
      {children}
      {over && <div className={styles.veil}>{WORDS.drop[language]}</div>}
    </div>
  );
}

/** A file that the user chose or dropped. */
export function incoming(file: File): IncomingFile {
  return { name: file.name, read: async () => new Uint8Array(await file.arrayBuffer()) };
}
