/** Work that was not saved as a file, kept in this browser over a reload. */
export interface KeptWork {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
}

const DATABASE = "kooperationsrechner";
const STORE = "work";
const KEY = "unsaved";

/** Keeps the workbook as it stands, in place of what was kept before. */
export async function keepWork(work: KeptWork): Promise<void> {
  await inStore("readwrite", (store) => store.put(work, KEY));
}

/** The work kept last; undefined where there is none, or where the browser keeps nothing. */
export async function keptWork(): Promise<KeptWork | undefined> {
  const found: unknown = await inStore("readonly", (store) => store.get(KEY));
  return isKept(found) ? found : undefined;
}

/** Removes what was kept, from this machine. */
export async function forgetWork(): Promise<void> {
  await inStore("readwrite", (store) => store.delete(KEY));
}

function isKept(found: unknown): found is KeptWork {
  return (
    typeof found === "object" &&
    found !== null &&
    "bytes" in found &&
    found.bytes instanceof Uint8Array &&
    "fileName" in found &&
    typeof found.fileName === "string" &&
    "at" in found &&
    typeof found.at === "number"
  );
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await opened();
  try {
    return await settled(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return settled(request);
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser keeps nothing"));
  });
}
