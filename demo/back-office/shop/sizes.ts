/** A size as the shelf knows it, from how people write it: 40码, "size L", EU 40, 中号. */
import { z } from 'zod'

const called: Record<string, string> = {
  小: 'S',
  中: 'M',
  大: 'L',
  加大: 'XL',
  特大: 'XXL',
  small: 'S',
  medium: 'M',
  large: 'L',
}

export function sizeOf(written: string): string {
  const bare = written
    .trim()
    .replace(/^(?:size|尺码|eu|cn)\s*/i, '')
    .replace(/\s*[码号]$/, '')
  return called[bare.toLowerCase()] ?? (/^[a-z0-9]+$/i.test(bare) ? bare.toUpperCase() : bare)
}

export const Size = z.string().trim().min(1).max(30).overwrite(sizeOf)
