"use strict";

const HtmlWebpackPlugin = require("html-webpack-plugin");
const [koop, pages] = require("../../webpack.config.js");
const { contentSecurityPolicy, OFFICE_JS } = require("../../build/page-policy");

/** The page that the pane is measured beside, built as is usual with Fluent UI; `--output-path` says where. */
module.exports = {
  ...pages,
  name: "peer",
  module: koop.module,
  entry: { peer: "./bench/peer/start.tsx" },
  output: { ...pages.output, clean: false },
  plugins: [
    new HtmlWebpackPlugin({
      filename: "peer.html",
      template: "./src/taskpane/taskpane.html",
      policy: contentSecurityPolicy({ officeJs: true }),
      officeJs: OFFICE_JS,
    }),
  ],
};
