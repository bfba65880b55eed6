/** One place of this device: what is written there outlives a reload, a dead battery and a day without network. */
const DATABASE = 'guatu'
const VERSION = 1
const STORES = ['draft', 'unsent'] as const
type Store = (typeof STORES)[number]

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, VERSION)
  request.onupgradeneeded = () => {
    for (const store of STORES) request.result.createObjectStore(store)
  }
  return answered(request)
}

async function within<T>(
  store: Store,
  mode: IDBTransactionMode,
  work: (place: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  try {
    return await answered(work(database.transaction(store, mode).objectStore(store)))
  } finally {
    database.close()
  }
}

export const readKept = <T>(store: Store, key: string): Promise<T | undefined> =>
  within(store, 'readonly', place => place.get(key) as IDBRequest<T | undefined>)
export const readAllKept = <T>(store: Store): Promise<T[]> =>
  within(store, 'readonly', place => place.getAll() as IDBRequest<T[]>)
export const keep = (store: Store, key: string, value: unknown): Promise<IDBValidKey> =>
  within(store, 'readwrite', place => place.put(value, key))
export const drop = (store: Store, key: string): Promise<undefined> =>
  within(store, 'readwrite', place => place.delete(key))
