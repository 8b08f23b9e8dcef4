import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { get } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { PAGES_FOLDER } from "../../build/build-pages";
import { servePages } from "../../build/static-server";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "koop-https-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("the server of the pages", () => {
  it("serves over https with a certificate, as Excel wants it", async () => {
    const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
    const request = `req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout ${key} -out ${cert}`;
    execFileSync("openssl", request.split(" "), { stdio: "ignore" });
    const certificate = { cert: readFileSync(cert), key: readFileSync(key) };
    const served = await servePages(PAGES_FOLDER, { port: 0, certificate });
    const status = await new Promise((resolve, reject) => {
      get(served.address, { ca: certificate.cert }, ({ statusCode }) => resolve(statusCode)).on(
        "error",
        reject,
      );
    });
    expect(served.address).toMatch(/^https:/);
    expect(status).toBe(200);
    await served.close();
  });
});
