/**
 * Draws assets/icon*.png, one set for each command of the ribbon, from the SVG sources with Chromium: `node assets/draw-icons.mjs`.
 * `CHROMIUM` names the binary. Needed only after a change of the drawings; the results are kept.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const assets = path.dirname(fileURLToPath(import.meta.url));

/** Sizes Office asks for, by the grid on which their edges stay sharp. */
const DRAWINGS = {
  ".svg": [16, 32, 48, 64],
  "-grid-20.svg": [20, 40, 80],
  "-grid-24.svg": [24],
};
/** The product, writing again, checking what came back. */
const NAMES = ["icon", "icon-again", "icon-check"];

const jobs = NAMES.flatMap((name) =>
  Object.entries(DRAWINGS).flatMap(([source, sizes]) =>
    sizes.map((size) => ({
      name: `${name}-${size}.png`,
      size,
      image: `data:image/svg+xml;base64,${readFileSync(path.join(assets, name + source), "base64")}`,
    })),
  ),
);

/** Paints each drawing on a canvas of its size and leaves the PNG files in the page's text. */
function paint(list) {
  const done = list.map(async ({ name, size, image }) => {
    const picture = new Image(size, size);
    picture.src = image;
    await picture.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
    canvas.getContext("2d").drawImage(picture, 0, 0, size, size);
    return { name, png: canvas.toDataURL("image/png").split(",")[1] };
  });
  Promise.all(done).then((files) => (document.body.textContent = JSON.stringify(files)));
}

const folder = mkdtempSync(path.join(tmpdir(), "icons-"));
try {
  const page = path.join(folder, "icons.html");
  writeFileSync(page, `<body><script>(${paint})(${JSON.stringify(jobs)})</script></body>`);
  const text = execFileSync(
    process.env.CHROMIUM ?? "chromium",
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      `--user-data-dir=${path.join(folder, "profile")}`,
      "--virtual-time-budget=5000",
      "--dump-dom",
      pathToFileURL(page).href,
    ],
    { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 26 },
  );
  const files = JSON.parse(/<body>(\[.*\])<\/body>/s.exec(text)?.[1] ?? "[]");
  if (files.length !== jobs.length) throw new Error("Chromium has not drawn every icon.");
  for (const { name, png } of files) {
    writeFileSync(path.join(assets, name), Buffer.from(png, "base64"));
    console.log(name);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
