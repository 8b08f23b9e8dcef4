import { RefusedError } from "../../src/finding";

/** The German words with which a job is refused; any other end of it is a failure of the test. */
export async function refusalOf(job: () => unknown): Promise<string> {
  try {
    await job();
  } catch (cause) {
    if (cause instanceof RefusedError) return cause.text.de;
    throw cause;
  }
  throw new Error("nothing was refused");
}
