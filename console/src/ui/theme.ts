import { useState } from 'react'
import { remembers } from './remembered.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const remembered = remembers('lingxi.theme', themes)

export function wearTheme(theme: Theme = remembered.read()) {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(remembered.read)
  return [
    theme,
    (next) => {
      remembered.write(next)
      wearTheme(next)
      setTheme(next)
    },
  ]
}
