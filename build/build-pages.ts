import { execFileSync } from "node:child_process";
import path from "node:path";

/** Where the pages are built to. */
export const PAGES_FOLDER = path.resolve(__dirname, "../dist/pages");

/** Builds task pane and workbench as they are delivered. @throws Error when the build fails */
export function buildPages(folder: string = PAGES_FOLDER): void {
  const webpack = path.resolve(__dirname, "../node_modules/webpack-cli/bin/cli.js");
  const pages = ["--mode", "production", "--config-name", "pages", "--output-path", folder];
  execFileSync(process.execPath, [webpack, ...pages], {
    cwd: path.resolve(__dirname, ".."),
    stdio: ["ignore", "ignore", "inherit"],
  });
}
