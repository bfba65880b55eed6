import { useSyncExternalStore } from 'react'

const PHONE = matchMedia('(max-width: 700px)')

const listen = (told: () => void) => {
  PHONE.addEventListener('change', told)
  return () => PHONE.removeEventListener('change', told)
}

export const useIsPhone = () => useSyncExternalStore(listen, () => PHONE.matches)
