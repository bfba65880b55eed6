import type { GroupBot } from './kinds.ts'

/**
 * Where the makers' robots are called, by https at its own port. Sources: developer.work.weixin.qq.com 消息推送配置说明
 * (path 91770); open.dingtalk.com 自定义机器人接入; open.feishu.cn 自定义机器人使用指南, and its edition outside China, Lark.
 */
export const ROBOT_HOSTS: Readonly<Record<GroupBot, readonly [string, ...string[]]>> = {
  wecom: ['qyapi.weixin.qq.com'],
  dingtalk: ['oapi.dingtalk.com'],
  feishu: ['open.feishu.cn', 'open.larksuite.com'],
}

/** A host that whoever runs the installation lets messages go to, at any port or at one. */
export interface AllowedHost {
  readonly host: string
  readonly port?: number
}

/** `known`: the maker's own, which must stand on the public net. `allowed`: named by whoever runs the installation. */
export type HostTrust = 'known' | 'allowed'

/** Of a robot's base address; undefined: messages may not go there. */
export function robotHost(
  channel: GroupBot,
  base: string,
  allowed: readonly AllowedHost[],
): HostTrust | undefined {
  const url = URL.canParse(base) ? new URL(base) : undefined
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined
  if (url.username || url.password || url.search || url.hash) return undefined
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  if (isAllowed(url.hostname, port, allowed)) return 'allowed'
  const known = ROBOT_HOSTS[channel].includes(url.hostname) && url.protocol === 'https:' && port === 443
  return known && url.pathname === '/' ? 'known' : undefined
}

/** A mail server may stand anywhere on the public net; inside the house only where it is allowed. */
export const mailHost = (host: string, port: number, allowed: readonly AllowedHost[]): HostTrust =>
  isAllowed(host, port, allowed) ? 'allowed' : 'known'

const isAllowed = (host: string, port: number, allowed: readonly AllowedHost[]) =>
  allowed.some(one => one.host === bare(host) && (one.port === undefined || one.port === port))

const bare = (host: string) => host.toLowerCase().replace(/^\[|\]$/g, '')

/** `mail.example.com, 10.1.2.3:25, [fd00::1]:8443`; what is no host is given back as it was written. */
export function readAllowedHosts(text: string): {
  readonly hosts: readonly AllowedHost[]
  readonly wrong: readonly string[]
} {
  const hosts: AllowedHost[] = []
  const wrong: string[] = []
  for (const one of text.split(/[\s,]+/).filter(Boolean)) {
    const [, six, plain = six, port] = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?$/i.exec(one) ?? []
    if (plain === undefined || Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535) wrong.push(one)
    else hosts.push({ host: bare(plain), ...(port !== undefined && { port: Number(port) }) })
  }
  return { hosts, wrong }
}
