export interface SentFile {
  readonly blob: Blob
  /** As the server named it. */
  readonly name: string
}

/** Gives a file to the browser's downloads. */
export function saveFile({ blob, name }: SentFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
