import { lookup } from 'node:dns/promises'
import { BlockList, isIPv6 } from 'node:net'
import type { AllowedHost, HostTrust } from '@guatu/domain'
import { err, ok, type Result } from '@guatu/kernel'

/** What messages that leave the house may reach. */
export interface Outside {
  readonly allowed: readonly AllowedHost[]
  /** All addresses of a host, the one to try first first. */
  lookup(host: string): Promise<string[]>
}

export const outsideOf = (allowed: readonly AllowedHost[]): Outside => ({
  allowed,
  // Also knows 127.1 and 0x7f000001, as what connects does.
  lookup: async host => (await lookup(host, { all: true, order: 'ipv4first' })).map(one => one.address),
})

/**
 * Not on the public net: IANA's special-purpose registries (RFC 6890 and later; iana.org/assignments/
 * iana-ipv4-special-registry and -ipv6-), multicast, and ways by which IPv6 wraps an IPv4 address.
 */
const INSIDE: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

// One list each: in a list of both, an IPv4 address is found in the range that wraps all of them.
const inside = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [network, bits] of INSIDE) inside[familyOf(network)].addSubnet(network, bits, familyOf(network))

/** Whether it stands on the public net. `address`: IPv4 or IPv6, with or without its zone. */
export const isPublic = (address: string): boolean => {
  const bare = address.replace(/%.*$/, '')
  return !inside[familyOf(bare)].check(bare, familyOf(bare))
}

function familyOf(address: string) {
  return isIPv6(address) ? 'ipv6' : 'ipv4'
}

export type AddressFault = 'channel.address-inside' | 'not reached: ENOTFOUND' | 'timeout'

/**
 * The addresses to connect to, asked once: a name that answers differently the next time changes nothing. A host that
 * was not allowed by name is refused if any of them lies inside the house.
 */
export async function addressesOf(
  { lookup }: Outside,
  host: string,
  trust: HostTrust,
  timeoutMs: number,
): Promise<Result<readonly [string, ...string[]], AddressFault>> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>(resolve => {
    timer = setTimeout(resolve, timeoutMs, 'late')
  })
  try {
    const found = await Promise.race([lookup(host), late])
    if (found === 'late') return err('timeout')
    const [first, ...rest] = found
    if (first === undefined) return err('not reached: ENOTFOUND')
    if (trust === 'known' && !found.every(isPublic)) return err('channel.address-inside')
    return ok([first, ...rest])
  } catch {
    return err('not reached: ENOTFOUND')
  } finally {
    clearTimeout(timer)
  }
}
