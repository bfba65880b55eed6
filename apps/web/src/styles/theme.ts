import type { ThemeConfig } from 'antd'

const ACCENT = '#1f4e79'

export const THEME: ThemeConfig = {
  token: {
    colorPrimary: ACCENT,
    colorInfo: ACCENT,
    colorLink: ACCENT,
    colorText: '#1d2733',
    borderRadius: 4,
    fontFamily: 'inherit',
    motion: false,
    controlHeight: 30,
  },
}
