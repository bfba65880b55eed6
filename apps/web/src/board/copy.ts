import { download } from '../chart/save.ts'

/** Clipboards are closed on plain http: then a hidden field and the old command do it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyByField(text)
  }
}

function copyByField(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'sr-only'
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}

/** Buttons and links stay off the picture as they stay off paper. */
const onPaper = (node: HTMLElement) => !node.classList?.contains('no-print')

/** To the clipboard where the browser allows it, otherwise as a file. */
export async function copyPicture(element: HTMLElement, fileName: string): Promise<'copied' | 'saved'> {
  const { toBlob } = await import('html-to-image')
  const blob = await toBlob(element, {
    backgroundColor: '#fff',
    pixelRatio: 2,
    skipFonts: true,
    filter: onPaper,
  })
  if (!blob) throw new Error('the browser drew no picture')
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
    return 'copied'
  } catch {
    download(blob, fileName)
    return 'saved'
  }
}
