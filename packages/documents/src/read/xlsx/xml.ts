import { SaxesParser } from 'saxes'
import { Refused } from '../faults.ts'

export interface XmlHandlers {
  /** Names come without their namespace prefix. */
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}

/** Characters that may pass without a tag: a longer run is one endless text, attribute or comment. */
const LONGEST_RUN = 2_000_000

/** Streams one XML part. A document type is refused, so that no entity is ever declared or expanded. */
export async function parseXml(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false as const, position: false })
  let run = 0
  parser.on('doctype', () => {
    throw new Refused('file.entities', { found: part })
  })
  parser.on('error', error => {
    throw new Refused('file.broken', { found: `${part}: ${error.message.slice(0, 80)}` })
  })
  parser.on('opentag', tag => {
    run = 0
    handlers.open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', tag => {
    run = 0
    handlers.close?.(localName(tag.name))
  })
  if (handlers.text) {
    const onText = handlers.text.bind(handlers)
    parser.on('text', onText)
    parser.on('cdata', onText)
  }
  let decoder: TextDecoder | undefined
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(chunk[0] === 0xff || chunk[0] === 0xfe ? 'utf-16' : 'utf-8')
    const text = decoder.decode(chunk, { stream: true })
    run += text.length
    parser.write(text)
    if (run > LONGEST_RUN) throw new Refused('sheet.text-too-long', { limit: LONGEST_RUN, found: part })
  }
  parser.close()
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
