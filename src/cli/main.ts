import { dayByClock } from "../run/clock";
import { EXIT } from "./exit";
import { koop } from "./koop";

/** The program `koop`: its arguments, its streams, its exit code. */
koop(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(`${text}\n`),
    message: (text) => process.stderr.write(`${text}\n`),
  },
  dayByClock(),
).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${detail}\n`);
    process.exitCode = EXIT.refused;
  },
);
