import type { CSSProperties } from 'react'

/** The same colour for the same name, everywhere. Never the only sign: the name stands beside it. */
export function hueOf(name: string): number {
  let sum = 7
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 3600
  return (sum * 47) % 360
}

export const hueStyle = (name: string): CSSProperties => {
  const hue = hueOf(name)
  return {
    backgroundColor: `light-dark(hsl(${hue} 75% 89%), hsl(${hue} 34% 25%))`,
    color: `light-dark(hsl(${hue} 60% 20%), hsl(${hue} 70% 88%))`,
  }
}
