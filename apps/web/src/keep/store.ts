/** One place of this device: what is written there outlives a reload, a dead battery and a day without network. */
const DATABASE = 'guatu'
const VERSION = 2
/** `photo` says what waits to be sent, `bytes` holds it, so that a list of photos does not load them. */
const STORES = ['draft', 'unsent', 'photo', 'bytes'] as const
type Store = (typeof STORES)[number]

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, VERSION)
  request.onupgradeneeded = () => {
    for (const store of STORES)
      if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store)
  }
  return answered(request)
}

async function reading<T>(store: Store, work: (place: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await answered(work(database.transaction(store).objectStore(store)))
  } finally {
    database.close()
  }
}

/** All of it or nothing; done once it is on the disk. Rejects where the device has no room. */
async function writing(
  stores: readonly Store[],
  work: (place: (store: Store) => IDBObjectStore) => void,
): Promise<void> {
  const database = await open()
  try {
    const transaction = database.transaction([...stores], 'readwrite', { durability: 'strict' })
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
      work(store => transaction.objectStore(store))
    })
  } finally {
    database.close()
  }
}

export const readKept = <T>(store: Store, key: string): Promise<T | undefined> =>
  reading(store, place => place.get(key) as IDBRequest<T | undefined>)
export const readAllKept = <T>(store: Store): Promise<T[]> =>
  reading(store, place => place.getAll() as IDBRequest<T[]>)
export const keysKept = async (store: Store): Promise<string[]> =>
  (await reading(store, place => place.getAllKeys())).map(String)

/** Several values of one key at once. */
export const keepAll = (key: string, values: Readonly<Partial<Record<Store, unknown>>>): Promise<void> => {
  const stores = STORES.filter(store => store in values)
  return writing(stores, place => {
    for (const store of stores) place(store).put(values[store], key)
  })
}
export const keep = (store: Store, key: string, value: unknown): Promise<void> =>
  keepAll(key, { [store]: value })
export const drop = (key: string, ...stores: readonly Store[]): Promise<void> =>
  writing(stores, place => {
    for (const store of stores) place(store).delete(key)
  })

/** Writes what `next` makes of the value there, in one go; undefined leaves it as it is, and is given back. */
export async function keepOver<T>(
  store: Store,
  key: string,
  next: (before: T | undefined) => T | undefined,
): Promise<T | undefined> {
  let written: T | undefined
  await writing([store], place => {
    const request = place(store).get(key) as IDBRequest<T | undefined>
    request.onsuccess = () => {
      written = next(request.result)
      if (written !== undefined) place(store).put(written, key)
    }
  })
  return written
}
