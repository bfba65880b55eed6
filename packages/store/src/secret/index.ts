export { addKeys, KeyFileFault, type KeyHead, makeKeyFile, readKeys, rotateKey } from './key-file.ts'
export { type KeyPlace, keyPath } from './key-path.ts'
export { KeyRing } from './key-ring.ts'
