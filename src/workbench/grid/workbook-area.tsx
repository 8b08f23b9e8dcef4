import { makeStyles, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, useId, useRef, useState, useSyncExternalStore } from "react";
import { Waiting } from "../../taskpane/controls/waiting";
import { cellAddress, columnIndex } from "../../address";
import type { Language } from "../../language";
import type { SheetView } from "../../workbook/package";
import type { Cell, Work } from "../work";
import { WORDS } from "../words";
import { aboutCell, contentText, readOnlyReason } from "./about-cell";
import { CellEditor } from "./cell-editor";
import { linkAt } from "./cell-index";
import { editedText, inputAt, readInput } from "./cell-input";
import { FormulaLine } from "./formula-line";
import { moved } from "./moves";
import { PaneLink } from "./pane-link";
import { SheetGrid } from "./sheet-grid";
import { SheetTabs } from "./sheet-tabs";
import { GRID } from "./words";

const useStyles = makeStyles({
  area: { flex: "1 1 auto", minWidth: 0, minHeight: 0, display: "flex", flexDirection: "column" },
  sheet: { flex: "1 1 auto", minHeight: 0, display: "flex", flexDirection: "column" },
  refusal: {
    flex: "none",
    padding: "8px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderTop: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  wait: { margin: "auto", padding: "16px" },
});

/** What is being typed into the active cell. */
interface Typing {
  readonly text: string;
  /** The old content stands selected, as after F2. */
  readonly selected: boolean;
}

const MOVES = {
  down: "ArrowDown",
  up: "ArrowUp",
  right: "ArrowRight",
  left: "ArrowLeft",
} as const;

export interface WorkbookAreaProps {
  readonly work: Work;
  readonly language: Language;
  /** The pane is to be seen. */
  readonly onPane: () => void;
}

/** The workbook: what the active cell holds, the cells, the tabs of the sheets. */
export function WorkbookArea({ work, language, onPane }: WorkbookAreaProps) {
  const styles = useStyles();
  const state = useSyncExternalStore(work.subscribe, work.getState);
  const [typing, setTyping] = useState<Typing>();
  const taking = useRef(false);
  const sheetId = useId();
  const refusalId = useId();
  const { sheets, sheet, view, failed, active, shown, asked, refusal } = state;

  const input = view && inputAt(view, active, work.listValues);
  const begin = (text?: string): void => {
    if (view === undefined) return;
    if (input === undefined) {
      work.refuse(readOnlyReason(view, active));
      return;
    }
    const percent = input.kind === "share" && text !== undefined && text !== "";
    setTyping({
      text:
        text === undefined
          ? editedText(view, active, input, language)
          : percent
            ? `${text} %`
            : text,
      selected: text === undefined,
    });
  };
  /** Takes what is typed; false where it is refused and stays to be mended. */
  const take = async (move: keyof typeof MOVES | "stay"): Promise<boolean> => {
    if (typing === undefined || view === undefined || input === undefined) return true;
    if (taking.current) return false;
    const read = readInput(typing.text, input, view, language);
    if (read.kind === "refused") {
      work.refuse(read.why);
      return false;
    }
    taking.current = true;
    try {
      const unchanged = typing.text === editedText(view, active, input, language);
      if (!unchanged && !(await work.type(active, read.value))) return false;
      setTyping(undefined);
      if (move === "stay") return true;
      const room = { view, rows: view.extent.rows + 1, columns: view.extent.columns + 1, page: 1 };
      const press = { key: MOVES[move], ctrl: false, shift: false };
      work.pick(moved(active, press, room) ?? active);
      return true;
    } finally {
      taking.current = false;
    }
  };
  /** Another cell becomes active once what is typed has been taken. */
  const pick = async (cell: Cell): Promise<void> => {
    const isSame = cell.row === active.row && cell.column === active.column;
    if (typing !== undefined && isSame) return;
    if (await take("stay")) work.pick(cell);
  };
  const drop = (): void => {
    setTyping(undefined);
    work.pick(active);
  };
  const follow = (): boolean => {
    const target = view && linkAt(view, active)?.target;
    const place = target === undefined ? undefined : placeOf(target, sheet);
    if (place === undefined || !sheets.some(({ name }) => name === place.sheet)) return false;
    void work.show(place);
    return true;
  };
  const onKey = (event: KeyboardEvent): void => {
    const ctrl = event.ctrlKey || event.metaKey;
    const { key } = event;
    if (ctrl && (key === "PageUp" || key === "PageDown")) {
      const at = sheets.findIndex(({ name }) => name === sheet) + (key === "PageUp" ? -1 : 1);
      const next = sheets[at];
      if (next !== undefined) void work.open(next.name).then(() => work.ask());
    } else if (ctrl && key.toLowerCase() === "z") {
      work.session.undo();
    } else if (ctrl && key.toLowerCase() === "y") {
      work.session.redo();
    } else if (key === "F2") begin();
    else if (key === "Delete" || key === "Backspace") begin("");
    else if (key === "Enter" && !event.shiftKey && follow()) {
      // The link leads on.
    } else if (key.length === 1 && !ctrl && !event.altKey && key !== " ") begin(key);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.area}>
      {view !== undefined && (
        <FormulaLine
          active={active}
          content={contentText(view, active, input, language)}
          about={aboutCell(view, active, input, language)}
          link={
            <PaneLink work={work} view={view} active={active} language={language} onPane={onPane} />
          }
          language={language}
          onJump={(cell) => void pick(cell)}
          onRefuse={(why) => work.refuse(why)}
        />
      )}
      <div id={sheetId} className={styles.sheet}>
        {view !== undefined ? (
          <SheetGrid
            key={sheet}
            view={view}
            active={active}
            shown={shown?.sheet === sheet ? shown : undefined}
            asked={asked}
            squeezed={refusal !== undefined}
            language={language}
            editor={
              typing === undefined || input === undefined ? undefined : (
                <CellEditor
                  text={typing.text}
                  selected={typing.selected}
                  label={editorLabel(view, active, language)}
                  invalid={refusal !== undefined}
                  describedBy={refusalId}
                  choices={input.choices}
                  onText={(text) => setTyping({ ...typing, text })}
                  onTake={(move) => void take(move)}
                  onDrop={drop}
                />
              )
            }
            onPick={(cell) => void pick(cell)}
            onKey={onKey}
            onEdit={() => begin()}
            onClickCell={() => {
              if (typing === undefined) follow();
            }}
          />
        ) : failed !== undefined ? (
          <p className={styles.wait} role="alert">
            {failed[language]}
          </p>
        ) : (
          <Waiting className={styles.wait} label={WORDS.reading[language]} />
        )}
      </div>
      <div id={refusalId} role="alert" className={styles.refusal} hidden={refusal === undefined}>
        {refusal?.[language]}
      </div>
      <SheetTabs
        sheets={sheets}
        front={sheet}
        onOpen={(name) => {
          void take("stay").then((taken) => (taken ? work.open(name) : undefined));
        }}
        language={language}
        controls={sheetId}
      />
    </div>
  );
}

function editorLabel(view: SheetView, cell: Cell, language: Language): string {
  const about = aboutCell(view, cell, undefined, language);
  return `${GRID.cellOf[language]} ${cellAddress(cell.row, cell.column)} ${about}`.trim();
}

/** The place a link inside the workbook leads to, `'KR Annahmen'!A1`. */
function placeOf(target: string, here: string) {
  const found =
    /^#?(?:'((?:[^']|'')+)'!|([^'!]+)!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(
      target,
    );
  if (found === null) return undefined;
  const [, quoted, plain, left = "A", top = "1", right = left, bottom = top] = found;
  return {
    sheet: quoted?.replaceAll("''", "'") ?? plain ?? here,
    firstRow: Number(top) - 1,
    firstColumn: columnIndex(left),
    lastRow: Number(bottom) - 1,
    lastColumn: columnIndex(right),
  };
}
