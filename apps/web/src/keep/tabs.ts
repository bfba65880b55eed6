/** What the tabs of one device tell each other. */
export type Told =
  | { readonly about: 'draft'; readonly place: string }
  | { readonly about: 'unsent' }
  | { readonly about: 'signed-in' | 'signed-out' }

const NAME = 'guatu'
let channel: BroadcastChannel | undefined
const open = () => {
  channel ??= new BroadcastChannel(NAME)
  return channel
}

export const tellTabs = (told: Told): void => open().postMessage(told)

/** Hears the other tabs, never itself; gives what ends it. */
export function hearTabs(heard: (told: Told) => void): () => void {
  const listen = ({ data }: MessageEvent<Told>) => heard(data)
  const own = open()
  own.addEventListener('message', listen)
  return () => own.removeEventListener('message', listen)
}
