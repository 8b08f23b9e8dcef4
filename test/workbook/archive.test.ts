import { Archive, LARGEST_PART } from "../../src/workbook/package/archive";
import { crc32 } from "../../src/workbook/package/crc32";
import { refusalOf } from "./refusal-words";
import { packArchive } from "./zip-maker";
import type { ZipFile } from "./zip-maker";

const TEXT = "Guten Tag, Kämmerei. ".repeat(50);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("crc32", () => {
  it("gives the check value of the polynomial", () => {
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});

describe("an archive of any sound kind", () => {
  const kinds: Record<string, readonly ZipFile[]> = {
    deflated: [{ name: "a.xml", content: TEXT }],
    stored: [{ name: "a.xml", content: TEXT, stored: true }],
    "with a signed data descriptor": [{ name: "a.xml", content: TEXT, descriptor: "signed" }],
    "with an unsigned data descriptor": [{ name: "a.xml", content: TEXT, descriptor: "unsigned" }],
    "with a ZIP64 data descriptor": [{ name: "a.xml", content: TEXT, descriptor: "zip64" }],
    "with ZIP64 sizes": [{ name: "a.xml", content: TEXT, zip64: true }],
    empty: [{ name: "a.xml", content: "" }],
  };
  it.each(Object.entries(kinds))("%s is read and copied", (_kind, files) => {
    const all = [...files, { name: "b/ä.bin", content: "zwei" }];
    for (const bytes of [
      packArchive(all, { comment: "von Hand" }),
      packArchive(all, { zip64: true }),
    ]) {
      const archive = Archive.open(bytes);
      expect(archive.names()).toEqual(["a.xml", "b/ä.bin"]);
      const saved = archive.with(new Map([["c.txt", new TextEncoder().encode("neu")]])).save();
      const again = Archive.open(saved);
      expect(text(again.read("A.XML"))).toBe(String(files[0]?.content));
      expect(text(again.read("b/ä.bin"))).toBe("zwei");
      expect(text(again.read("c.txt"))).toBe("neu");
    }
  });

  it("is the same file again when nothing changes", () => {
    const files: ZipFile[] = [
      { name: "a.xml", content: TEXT, descriptor: "signed" },
      { name: "b.xml", content: TEXT, descriptor: "zip64" },
      { name: "c.xml", content: TEXT, descriptor: "unsigned" },
      { name: "d.xml", content: TEXT, stored: true },
      { name: "e.xml", content: TEXT, descriptor: "zip64" },
    ];
    const bytes = packArchive(files, { comment: "von Hand" });
    expect(Archive.open(bytes).save()).toEqual(bytes);
  });

  it("loses the parts taken out, and keeps the name of a part that is replaced", () => {
    const archive = Archive.open(
      packArchive([
        { name: "A.xml", content: "1" },
        { name: "b", content: "2" },
      ]),
    );
    const changed = archive.with(
      new Map([
        ["a.xml", new TextEncoder().encode("3")],
        ["B", null],
      ]),
    );
    expect(Archive.open(changed.save()).names()).toEqual(["A.xml"]);
    expect(text(changed.read("a.xml"))).toBe("3");
    expect(text(archive.read("a.xml"))).toBe("1");
  });
});

describe("an archive that is not sound", () => {
  const read = (files: readonly ZipFile[]) => (): unknown =>
    Archive.open(packArchive(files)).read("a");
  const hostile: Record<string, [readonly ZipFile[], string]> = {
    "an entry twice": [
      [
        { name: "a", content: "1" },
        { name: "A", content: "2" },
      ],
      "doppelt enthalten",
    ],
    "entries with the same data": [
      [
        { name: "a", content: TEXT },
        { name: "b", content: TEXT, offset: 0 },
      ],
      "zwei Stellen unterschiedlich",
    ],
    "two names for one entry": [
      [{ name: "a", content: "1", localName: "b" }],
      "zwei Stellen unterschiedlich",
    ],
    "a path out of the archive": [[{ name: "../a", content: "1" }], "unzulässigen Namen"],
    "an absolute path": [[{ name: "/a", content: "1" }], "unzulässigen Namen"],
    "a path of Windows": [[{ name: "C:\\a", content: "1" }], "unzulässigen Namen"],
    "encrypted data": [[{ name: "a", content: "1", flags: 1 }], "mit einem Kennwort verschlüsselt"],
    "an unknown way of packing": [[{ name: "a", content: "1", method: 9 }], "Packverfahren"],
    "a wrong checksum": [[{ name: "a", content: TEXT, checksum: 1 }], "Prüfsumme"],
    "a wrong checksum of stored data": [
      [{ name: "a", content: TEXT, stored: true, checksum: 1 }],
      "Prüfsumme",
    ],
    "a part larger than it says": [[{ name: "a", content: TEXT, size: 20 }], "angegebene Größe"],
    "a part smaller than it says": [[{ name: "a", content: TEXT, size: 2000 }], "angegebene Größe"],
    "a part larger than any budget": [
      [{ name: "a", content: TEXT, size: LARGEST_PART + 1 }],
      "entpackt größer als 600 MB",
    ],
  };
  it.each(Object.entries(hostile))("is refused for %s", async (_fault, [files, words]) => {
    expect(await refusalOf(read(files))).toContain(words);
  });

  it("is refused when an entry lies inside another one", async () => {
    const inner = packArchive([{ name: "a", content: TEXT }]);
    const bytes = packArchive([
      { name: "b", content: inner, stored: true },
      // Behind the local header of b, 30 bytes and its name, begins that of a.
      { name: "a", content: TEXT, offset: 31 },
    ]);
    expect(await refusalOf(() => Archive.open(bytes))).toContain("überschneidet sich");
  });

  it("stops a bomb at its declared size", async () => {
    const bomb = new Uint8Array(60_000_000);
    expect(await refusalOf(read([{ name: "a", content: bomb, size: 1000 }]))).toContain(
      "angegebene Größe",
    );
  });

  it("is refused wherever it is cut off", async () => {
    const bytes = packArchive([
      { name: "a", content: TEXT },
      { name: "b", content: TEXT, descriptor: "signed" },
    ]);
    for (let length = 0; length < bytes.length; length++) {
      expect(await refusalOf(() => Archive.open(bytes.subarray(0, length)))).toContain(
        "beschädigt",
      );
    }
  });
});
