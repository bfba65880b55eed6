import type { ThemeConfig } from 'antd'

const ACCENT = '#1f4e79'

export const THEME: ThemeConfig = {
  token: {
    colorPrimary: ACCENT,
    colorInfo: ACCENT,
    colorLink: ACCENT,
    colorText: '#1d2733',
    // 4.5:1 and more on white, as all text: those of the library are 1.8 to 3.3.
    colorTextPlaceholder: '#66717d',
    colorError: '#c62828',
    colorSuccess: '#2e7d32',
    colorSuccessBg: '#f0f7f0',
    colorSuccessBorder: '#b4d3b6',
    colorWarning: '#e8a317',
    borderRadius: 4,
    fontFamily: 'inherit',
    motion: false,
    controlHeight: 30,
  },
}
