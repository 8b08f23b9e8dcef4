"use strict";

const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const { GriffelCSSExtractionPlugin } = require("@griffel/webpack-extraction-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const { require: requireTypescript } = require("tsx/cjs/api");
const webpack = require("webpack");
const { BundledLicences } = require("./build/bundled-licences");
const { LeanStyles } = require("./build/lean-styles");
const { contentSecurityPolicy, OFFICE_JS } = require("./build/page-policy");
const { themeCss } = require("./build/theme-css");

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

/** Styles become a style sheet when the pages are built; the pages carry no script that makes them. */
const stylesOfPages = [
  {
    test: /\.js$/,
    include: /node_modules\/@fluentui/,
    loader: GriffelCSSExtractionPlugin.loader,
  },
  {
    test: /\.tsx?$/,
    exclude: /node_modules/,
    use: [
      GriffelCSSExtractionPlugin.loader,
      {
        loader: "@griffel/webpack-loader",
        // For what styles take from other modules: it is computed from their text.
        options: { babelOptions: { presets: ["@babel/preset-typescript"] } },
      },
    ],
  },
  { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
];

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

/** For a group of chunks: the scripts that a chunk of that name needs; all styles are one sheet in its own order. */
function everyModuleOf(chunkName) {
  const test = (module, { chunkGraph }) =>
    module.type !== "css/mini-extract" &&
    [...chunkGraph.getModuleChunksIterable(module)].some(({ name }) => name === chunkName);
  return { test, chunks: "async", enforce: true };
}

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
  module: { rules: [...stylesOfPages, typescript] },
  target: ["web", "es2022"],
  entry: {
    taskpane: "./src/taskpane/start.tsx",
    // With the session, which the pane begins with: else the steps, which both load, would carry it again.
    workbench: ["./src/taskpane/session/session.ts", "./src/workbench/start.tsx"],
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
  optimization: {
    chunkIds: "named",
    splitChunks: {
      minSize: 3000,
      // Few files that are packed whole: what the steps share with what is loaded besides, and what computes.
      cacheGroups: {
        shared: { ...everyModuleOf("steps"), name: "shared", minChunks: 2, priority: 2 },
        computation: { ...everyModuleOf("engine"), name: "computation", priority: 1 },
      },
    },
  },
  // Sizes are held by a test that counts what the first view loads.
  performance: { hints: false },
  plugins: [
    // The plugin of Griffel orders the rules itself.
    new MiniCssExtractPlugin({ filename: "[name].[contenthash:8].css", ignoreOrder: true }),
    new GriffelCSSExtractionPlugin(),
    new LeanStyles(),
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
        {
          from: "src/taskpane/page.css",
          to: "page.css",
          transform: (css) => `${themeCss()}${String(css)}`,
        },
        { from: "src/commands/message.css", to: "message.css" },
        { from: "assets/*.{png,xlsx}" },
        {
          from: "assets/beispielhaushalt.xlsx",
          to: "assets/beispielhaushalt.json",
          transform: (file) =>
            requireTypescript("./build/sample-sheets.ts", __filename).sampleSheets(file),
        },
      ],
    }),
    new BundledLicences("LICENSES.txt"),
  ],
};

module.exports = [koop, pages];
