import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { servePages } from "../../build/static-server";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "koop-pages-"));
  writeFileSync(path.join(folder, "index.html"), "<p>Seite</p>");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("the server of the pages", () => {
  it("serves the folder and the opened file, and nothing beside them", async () => {
    const file = path.join(folder, "..", `${path.basename(folder)} Haushalt.csv`);
    writeFileSync(file, "Produkt;Ansatz 2027");
    const served = await servePages(folder, { port: 0, file });
    try {
      const opened = new URL(served.address).searchParams.get("open") ?? "";
      const read = async (at: string) => {
        const answer = await fetch(new URL(at, served.address));
        return answer.ok ? answer.text() : answer.status;
      };
      expect(await read("/")).toBe("<p>Seite</p>");
      expect(await read(`/${opened}`)).toBe("Produkt;Ansatz 2027");
      expect(await read(`/..%2f${encodeURIComponent(path.basename(file))}`)).toBe(404);
      expect(await read("/opened/anderes.csv")).toBe(404);
    } finally {
      await served.close();
      rmSync(file);
    }
  });

  it("says that its port is taken", async () => {
    const served = await servePages(folder, { port: 0 });
    const port = Number(new URL(served.address).port);
    await expect(servePages(folder, { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await served.close();
  });
});
