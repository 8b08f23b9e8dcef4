import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./lint";
import { elements, parseXml, type XmlElement } from "./xml";

const manifest = parseXml(readFileSync(path.join(root, "manifest.xml"), "utf8"));

const attribute = (element: XmlElement, name: string): string => {
  const value = element.attributes[name];
  if (value === undefined) throw new Error(`${element.name} has no ${name}`);
  return value;
};
const only = (within: XmlElement, name: string): XmlElement => {
  const found = within.children.filter((child) => child.name === name);
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${within.name}: not one ${name}`);
  return first;
};
const names = (within: XmlElement) => within.children.map((child) => child.name);

const overrides = only(manifest, "VersionOverrides");
const resources = only(overrides, "Resources").children.flatMap((group) => group.children);
const resource = (id: string): XmlElement => {
  const found = resources.find((each) => each.attributes.id === id);
  if (found === undefined) throw new Error(`no resource ${id}`);
  return found;
};

/** Every text with its translations: the default first. */
const texts = (element: XmlElement): string[] => [
  attribute(element, "DefaultValue"),
  ...elements(element, "Override").map((each) => attribute(each, "Value")),
];

/** Width and height a PNG file states in its first chunk. */
function pngSize(file: string): { width: number; height: number } {
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  expect(bytes.subarray(12, 16).toString("latin1")).toBe("IHDR");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The file of the project that is served at an address of the manifest. */
function served(address: string): string {
  const url = new URL(address);
  return path.join(root, ...url.pathname.split("/"));
}

describe("manifest.xml", () => {
  it("is a task pane for workbooks", () => {
    expect(manifest.name).toBe("OfficeApp");
    expect(manifest.attributes.type).toBe("TaskPaneApp");
    expect(elements(only(manifest, "Hosts"), "Host").map((host) => host.attributes.Name)).toEqual([
      "Workbook",
    ]);
    const host = only(only(overrides, "Hosts"), "Host");
    expect(host.attributes.type).toBe("Workbook");
    expect(overrides.attributes.type).toBe("VersionOverridesV1_0");
  });

  it("keeps the order Office prescribes", () => {
    expect(names(manifest)).toEqual([
      "Id",
      "Version",
      "ProviderName",
      "DefaultLocale",
      "DisplayName",
      "Description",
      "IconUrl",
      "HighResolutionIconUrl",
      "Hosts",
      "Requirements",
      "DefaultSettings",
      "Permissions",
      "VersionOverrides",
    ]);
    expect(names(overrides)).toEqual(["Requirements", "Hosts", "Resources"]);
    expect(names(only(overrides, "Resources"))).toEqual([
      "Images",
      "Urls",
      "ShortStrings",
      "LongStrings",
    ]);
  });

  it("states who it is", () => {
    expect(only(manifest, "Id").text).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
      version: string;
    };
    expect(only(manifest, "Version").text).toBe(`${version}.0`);
    expect(only(manifest, "DefaultLocale").text).toBe("de-DE");
    expect(only(manifest, "Permissions").text).toBe("ReadWriteDocument");
  });

  it("asks for ExcelApi 1.14, in both parts", () => {
    const sets = elements(manifest, "Set").map(({ attributes }) => [
      attributes.Name,
      attributes.MinVersion,
    ]);
    expect(sets).toEqual([
      ["ExcelApi", "1.14"],
      ["ExcelApi", "1.14"],
    ]);
  });

  it("does nothing before the user presses a button", () => {
    for (const name of ["Runtimes", "Runtime", "Script", "Page", "Event", "GetStarted"]) {
      expect(elements(manifest, name)).toEqual([]);
    }
    expect(elements(manifest, "ExtensionPoint").map(({ attributes }) => attributes.type)).toEqual([
      "PrimaryCommandSurface",
    ]);
    const factor = only(only(only(overrides, "Hosts"), "Host"), "DesktopFormFactor");
    expect(names(factor)).toEqual(["FunctionFile", "ExtensionPoint"]);
  });

  it("puts three buttons on the Home tab: pane, writing again, check", () => {
    const tab = elements(manifest, "OfficeTab");
    expect(tab.map((each) => attribute(each, "id"))).toEqual(["TabHome"]);
    const controls = elements(manifest, "Control");
    expect(controls.map(({ attributes }) => attributes.type)).toEqual([
      "Button",
      "Button",
      "Button",
    ]);
    const ids = [...elements(manifest, "Group"), ...controls].map((each) => attribute(each, "id"));
    expect(new Set(ids).size).toBe(ids.length);
    const actions = elements(manifest, "Action");
    expect(actions.map(({ attributes }) => attributes.type)).toEqual([
      "ShowTaskpane",
      "ExecuteFunction",
      "ShowTaskpane",
    ]);
    // One pane, however it is opened.
    expect(elements(manifest, "TaskpaneId").map(({ text }) => text)).toEqual([
      "Kooperationsrechner.Pane",
      "Kooperationsrechner.Pane",
    ]);
    const source = readFileSync(path.join(root, "src", "commands", "start.ts"), "utf8");
    for (const { text } of elements(manifest, "FunctionName")) {
      expect(source).toContain(`Office.actions.associate("${text}"`);
    }
  });

  it("is valid by Microsoft's schema, where that is at hand", () => {
    const schema = path.join(root, "..", "shared", "manifest-xsd", "OfficeAppManifestV1_1.xsd");
    if (!existsSync(schema)) return;
    const { status, stderr, error } = spawnSync(
      "xmllint",
      ["--noout", "--schema", schema, path.join(root, "manifest.xml")],
      { encoding: "utf8" },
    );
    if (error !== undefined) return;
    expect([status, stderr.trim()]).toEqual([0, expect.stringMatching(/manifest\.xml validates$/)]);
  });

  it("names only resources that exist, and all of them, with ids of at most 32 characters", () => {
    const defined = resources.map((each) => attribute(each, "id"));
    const group = elements(overrides, "Host").flatMap((host) => host.children);
    const used = group
      .flatMap(function references(element: XmlElement): string[] {
        const own = element.attributes.resid;
        return [...(own === undefined ? [] : [own]), ...element.children.flatMap(references)];
      })
      .sort();
    expect([...new Set(used)]).toEqual([...defined].sort());
    expect(new Set(defined).size).toBe(defined.length);
    for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
  });

  it("takes each resource from the list of its kind", () => {
    const kinds: Record<string, string> = {
      FunctionFile: "Urls",
      Label: "ShortStrings",
      Title: "ShortStrings",
      Description: "LongStrings",
      Image: "Images",
      SourceLocation: "Urls",
    };
    const host = only(only(overrides, "Hosts"), "Host");
    for (const [name, kind] of Object.entries(kinds)) {
      const ids = only(only(overrides, "Resources"), kind).children.map(
        (each) => each.attributes.id,
      );
      for (const element of elements(host, name)) expect(ids).toContain(element.attributes.resid);
    }
  });

  it("has icons in every size Office asks for, drawn in that size", () => {
    const groups = elements(manifest, "Icon");
    expect(groups).toHaveLength(4);
    for (const icon of groups) {
      const images = elements(icon, "Image");
      const sizes = images.map((image) => Number(attribute(image, "size")));
      expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 80]);
      for (const [index, image] of images.entries()) {
        const size = sizes[index];
        const address = attribute(resource(attribute(image, "resid")), "DefaultValue");
        expect(pngSize(served(address))).toEqual({ width: size, height: size });
      }
    }
    const base = (name: string) => pngSize(served(attribute(only(manifest, name), "DefaultValue")));
    expect(base("IconUrl")).toEqual({ width: 32, height: 32 });
    expect(base("HighResolutionIconUrl")).toEqual({ width: 64, height: 64 });
  });

  it("is served from one place, by https", () => {
    const addresses = [
      ...["IconUrl", "HighResolutionIconUrl"].map((name) => only(manifest, name)),
      ...elements(only(manifest, "DefaultSettings"), "SourceLocation"),
      ...elements(overrides, "Images").flatMap((each) => each.children),
      ...elements(overrides, "Url"),
    ].flatMap(texts);
    expect(addresses).toHaveLength(30);
    for (const address of addresses) expect(new URL(address).origin).toBe("https://localhost:3000");
    const pane = attribute(elements(overrides, "Url")[0] ?? overrides, "DefaultValue");
    const basePane = elements(only(manifest, "DefaultSettings"), "SourceLocation").map(texts);
    expect(basePane).toEqual([[pane]]);
  });

  it("keeps to the lengths Office shows", () => {
    const short = [
      only(manifest, "DisplayName"),
      ...elements(only(overrides, "Resources"), "ShortStrings").flatMap((each) => each.children),
    ];
    const long = [
      only(manifest, "Description"),
      ...elements(only(overrides, "Resources"), "LongStrings").flatMap((each) => each.children),
    ];
    expect(only(manifest, "ProviderName").text.length).toBeLessThanOrEqual(125);
    for (const text of texts(only(manifest, "DisplayName")))
      expect(text.length).toBeLessThanOrEqual(30);
    for (const text of short.flatMap(texts)) expect(text.length).toBeLessThanOrEqual(125);
    for (const text of long.flatMap(texts)) expect(text.length).toBeLessThanOrEqual(250);
    for (const text of [...short, ...long].flatMap(texts)) expect(text).toMatch(/^\S.*[^\s!]$/);
  });

  it("says everything in German and in English", () => {
    const translated = [only(manifest, "Description"), ...elements(overrides, "String")];
    expect(translated.length).toBeGreaterThan(3);
    for (const element of translated) {
      expect(elements(element, "Override").map((each) => each.attributes.Locale)).toEqual([
        "en-US",
      ]);
    }
  });
});
