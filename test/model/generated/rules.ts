import type { ModelDocument } from "../../../src/model/document";
import { anyMonth, type Draw, type Frame, optional, text } from "./draw";

export function drawWhere(draw: Draw): { product?: string; account?: string } {
  const product = draw.one("01.02.02", "01.02.*", "03*", "010202", "99.*");
  const account = draw.one("5*", "529100", "5431*", "4*", "57*", "3*");
  return draw.one({ product }, { account }, { product, account });
}

export function drawRules(draw: Draw, frame: Frame): NonNullable<ModelDocument["lines"]> {
  return Array.from({ length: draw.whole(1, 4) }, () => {
    const role = draw.one("stays", "ends", "ends", "budgeted", "unaffected");
    return {
      where: drawWhere(draw),
      role,
      ...(role === "ends" ? { until: text(anyMonth(draw, frame, 2, 2)) } : {}),
      ...optional(
        "returns",
        role === "stays" || role === "ends" ? draw.one(undefined, true, false) : undefined,
      ),
    };
  });
}
