import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import { must } from '@guatu/kernel'

/** A robot's answer is a line; what goes on and on is none. */
const MOST_BYTES = 64 * 1024

export interface Posted {
  readonly status: number
  /** Empty where there was too much of it. */
  readonly text: string
}

/**
 * Posts JSON to one of these addresses and to no other, whatever the name in `url` stands for by now. Follows no
 * redirect: what points elsewhere would carry the message there. Throws as Node does; `AbortError` after `timeoutMs`.
 */
export function postJson(
  url: URL,
  body: object,
  addresses: readonly [string, ...string[]],
  timeoutMs: number,
): Promise<Posted> {
  const bytes = Buffer.from(JSON.stringify(body))
  const signal = AbortSignal.timeout(timeoutMs)
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? tlsRequest : plainRequest)(
      url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length },
        // A connection of its own: one kept open may lead to an address that was asked for before.
        agent: false,
        lookup: answering(addresses),
        signal,
      },
      response => {
        const chunks: Buffer[] = []
        let size = 0
        response.on('error', reject)
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size <= MOST_BYTES) chunks.push(chunk)
          else {
            resolve({ status: must(response.statusCode, 'status'), text: '' })
            request.destroy()
          }
        })
        response.on('end', () =>
          resolve({ status: must(response.statusCode, 'status'), text: Buffer.concat(chunks).toString() }),
        )
      },
    )
    request.on('error', reject)
    request.end(bytes)
  })
}

/** Not asked for a host that is an address itself: that is one of `addresses`, and connected to as it is. */
const answering =
  (addresses: readonly [string, ...string[]]): LookupFunction =>
  (_host, options, done) => {
    const all = addresses.map(address => ({ address, family: isIPv6(address) ? 6 : 4 }))
    if (options.all) done(null, all)
    else done(null, addresses[0], all[0]?.family)
  }
