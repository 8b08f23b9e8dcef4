"use strict";

const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const webpack = require("webpack");
const { BundledLicences } = require("./build/bundled-licences");
const { contentSecurityPolicy, OFFICE_JS } = require("./build/page-policy");

const dist = path.join(__dirname, "dist");

/** TypeScript and JSX through swc; types are checked by `npm run typecheck`, not here. */
const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: "swc-loader",
  options: {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript", tsx: true },
      transform: { react: { runtime: "automatic" } },
    },
  },
};

const everyBuild = {
  mode: "production",
  context: __dirname,
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: { rules: [typescript] },
  stats: "errors-warnings",
};

/** The command line: one file that needs nothing but Node. */
const koop = {
  ...everyBuild,
  name: "koop",
  target: "node20",
  entry: { koop: "./src/cli/main.ts" },
  output: { path: path.join(dist, "koop"), filename: "[name].js", clean: true },
  // Read by people when something fails; a smaller file would start no faster.
  optimization: { minimize: false },
  devtool: false,
  plugins: [
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true }),
    new BundledLicences("LICENSES.txt"),
  ],
};

/** A page that Excel loads; it needs Microsoft's library. */
function pageInExcel(name, template) {
  return new HtmlWebpackPlugin({
    filename: `${name}.html`,
    template,
    chunks: [name],
    policy: contentSecurityPolicy({ officeJs: true }),
    officeJs: OFFICE_JS,
  });
}

/** The pages: the task pane, the ribbon's commands and the workbench, static files for any web server. */
const pages = {
  ...everyBuild,
  name: "pages",
  target: ["web", "es2022"],
  entry: {
    taskpane: "./src/taskpane/start.tsx",
    workbench: "./src/workbench/start.tsx",
    commands: "./src/commands/start.ts",
    message: "./src/commands/message-start.ts",
  },
  output: {
    path: path.join(dist, "pages"),
    filename: "[name].[contenthash:8].js",
    chunkFilename: "[name].[contenthash:8].js",
    clean: true,
  },
  devtool: false,
  // Chunks are named after their module: what a page loads can be read from the network list.
  optimization: { chunkIds: "named" },
  // Sizes are held by a test that counts what the first view loads.
  performance: { hints: false },
  plugins: [
    pageInExcel("taskpane", "./src/taskpane/taskpane.html"),
    pageInExcel("commands", "./src/commands/commands.html"),
    pageInExcel("message", "./src/commands/message.html"),
    new HtmlWebpackPlugin({
      filename: "index.html",
      template: "./src/workbench/index.html",
      chunks: ["workbench"],
      policy: contentSecurityPolicy({ officeJs: false }),
    }),
    new CopyPlugin({
      patterns: [
        { from: "src/taskpane/page.css", to: "page.css" },
        { from: "src/commands/message.css", to: "message.css" },
        { from: "assets/*.{png,xlsx}" },
      ],
    }),
    new BundledLicences("LICENSES.txt"),
  ],
};

module.exports = [koop, pages];
