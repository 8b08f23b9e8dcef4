import type { Text } from "../../language";
import { inBatches } from "./pieces";
import type { Piece } from "./pieces";
import { isRefusedCall } from "./refusals";

/** Sends batches one after the other; calculation and drawing wait for the end of each. */
export async function send(
  context: Excel.RequestContext,
  batches: readonly (readonly Piece[])[],
  progress: (sent: number) => void = () => undefined,
  signal?: AbortSignal,
  sent = 0,
): Promise<void> {
  const [batch, ...rest] = batches;
  if (batch === undefined) return;
  signal?.throwIfAborted();
  suspend(context);
  for (const piece of batch) piece.write(context);
  await context.sync();
  progress(sent + 1);
  await send(context, rest, progress, signal, sent + 1);
}

/** No calculation and no drawing in the middle of a batch; both come back by themselves at its end. */
function suspend({ application }: Excel.RequestContext): void {
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
}

/**
 * Sends pieces of which some may be refused: all in one batch, and by halves when that fails, so that
 * only what is really refused is left out. Says how many pieces were.
 */
export async function sendTolerantly(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
): Promise<readonly Text[]> {
  const refused = await countRefused(context, inBatches(pieces));
  return refused === 0 ? [] : [refusedLooks(refused)];
}

async function countRefused(
  context: Excel.RequestContext,
  batches: readonly (readonly Piece[])[],
): Promise<number> {
  const [batch, ...rest] = batches;
  if (batch === undefined) return 0;
  const refused = await sendOrHalve(context, batch);
  return refused + (await countRefused(context, rest));
}

async function sendOrHalve(
  context: Excel.RequestContext,
  batch: readonly Piece[],
): Promise<number> {
  for (const piece of batch) piece.write(context);
  try {
    await context.sync();
    return 0;
  } catch (cause) {
    if (!isRefusedCall(cause)) throw cause;
    if (batch.length === 1) return 1;
    const half = Math.ceil(batch.length / 2);
    const first = await sendOrHalve(context, batch.slice(0, half));
    return first + (await sendOrHalve(context, batch.slice(half)));
  }
}

function refusedLooks(count: number): Text {
  const number = String(count);
  return {
    de: `Dieses Excel hat ${number} Angaben zum Aussehen von Diagrammen oder Ansichten abgelehnt. Zahlen und Formeln sind davon nicht betroffen.`,
    en: `This Excel refused ${number} details of the look of charts or views. Figures and formulas are not concerned.`,
  };
}
