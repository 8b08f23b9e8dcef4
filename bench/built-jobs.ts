import { createRequire } from "node:module";
import path from "node:path";
import webpack, { type Configuration } from "webpack";

/** Peers run from where they are installed (`NODE_PATH`); everything of ours runs as it is delivered. */
const PEERS = ["exceljs", "saxes", "@ironcalc/wasm"];
/** The independent engine asks Node where its own file lies, which a built program cannot answer. */
const judges = { test: /[\\/]judges[\\/]/, parser: { commonjs: false } };

const root = path.resolve(__dirname, "..");
const resolver = createRequire(__filename);

/**
 * Builds `bench/job.ts` into a folder by the rules of the command line: from source each reference to
 * another module costs time that no user ever waits for.
 *
 * @returns the path of the program. @throws Error when the build fails
 */
export function buildJobs(folder: string): Promise<string> {
  const configurations = resolver("../webpack.config.js") as readonly Configuration[];
  const koop = configurations.find(({ name }) => name === "koop");
  return new Promise((resolve, reject) => {
    const config: Configuration = {
      ...koop,
      entry: { job: path.join(root, "bench", "job.ts") },
      output: { path: folder, filename: "[name].js" },
      externals: PEERS.map((peer) => ({ [peer]: `commonjs ${peer}` })),
      module: { rules: [...(koop?.module?.rules ?? []), judges] },
      plugins: [],
    };
    webpack(config, (error, stats) => {
      if (stats === undefined) reject(error ?? new Error("webpack gave no result"));
      else if (stats.hasErrors()) reject(new Error(stats.toString("errors-warnings")));
      else resolve(path.join(folder, "job.js"));
    });
  });
}
