import { themeOfBackground } from "../../src/taskpane/host-theme";

it.each([
  ["#ffffff", "light"],
  ["#F3F2F1", "light"],
  ["#262626", "dark"],
  ["#0a0a0a", "dark"],
  ["white", undefined],
  [undefined, undefined],
])("a pane on %s is %s", (background, theme) => {
  expect(themeOfBackground(background)).toBe(theme);
});
