import { makeStyles } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import type { Language } from "../../language";
import type { SheetView } from "../../workbook/package";
import type { Cell } from "../work";

const SheetChart = lazy(async () => ({ default: (await import("./sheet-chart")).SheetChart }));

const useStyles = makeStyles({
  frame: { position: "absolute", zIndex: 3, overflow: "hidden" },
});

export interface ChartLayerProps {
  readonly view: SheetView;
  /** Pixels from the corner of the sheet. */
  readonly place: (cell: Cell) => { readonly top: number; readonly left: number };
  readonly language: Language;
}

/** The charts of a sheet at their places over the cells. */
export function ChartLayer({ view, place, language }: ChartLayerProps) {
  const styles = useStyles();
  return view.charts.map((chart) => {
    const [from, to] = [place(chart.from), place(chart.to)];
    const [top, left] = [from.top + chart.from.y, from.left + chart.from.x];
    const [width, height] = [to.left + chart.to.x - left, to.top + chart.to.y - top];
    return (
      <div key={chart.name} className={styles.frame} style={{ top, left, width, height }}>
        <Suspense>
          <SheetChart chart={chart} width={width} height={height} language={language} />
        </Suspense>
      </div>
    );
  });
}
