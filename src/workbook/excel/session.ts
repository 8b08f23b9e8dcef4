import { requireExcel } from "./requirements";
import { worded } from "./refusals";

/**
 * Runs a job in Excel and words what goes wrong.
 * @throws RefusedError for everything that Excel reports and for an Excel that is too old
 */
export async function inExcel<T>(job: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  requireExcel();
  try {
    return await Excel.run(job);
  } catch (cause) {
    throw worded(cause);
  }
}
