"use strict";

const path = require("node:path");
const webpack = require("webpack");
const { BundledLicences } = require("./build/bundled-licences");

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

module.exports = [koop];
