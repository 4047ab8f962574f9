/** Keeps the shop in a file, written after every change, so that it is there again after a restart. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Performed } from './performed.ts'
import { seedShop } from './shop/seed.ts'
import type { Shop } from './shop/shop.ts'

export type Kept = { shop: Shop; performed: Performed[] }
export type Keeping = { kept: Kept; save: () => void }

/** Null: in memory only. */
export function openKept(file: string | null, now: string): Keeping {
  const kept =
    file !== null && existsSync(file)
      ? movedTo(readFileSync(file, 'utf8'), now)
      : { shop: seedShop(now), performed: [] }
  if (file === null) return { kept, save: () => {} }
  mkdirSync(dirname(file), { recursive: true })
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify(kept))
    renameSync(`${file}.new`, file)
  }
  save()
  return { kept, save }
}

const instant = /"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/g
const day = 86_400_000

/** An invented shop does not grow old: after days without it, everything in it happened that many days later. */
function movedTo(written: string, now: string): Kept {
  const { asOf } = (JSON.parse(written) as Kept).shop
  const days = Math.floor((Date.parse(now) - Date.parse(asOf)) / day)
  if (days <= 0) return JSON.parse(written) as Kept
  return JSON.parse(
    written.replaceAll(instant, (found) =>
      JSON.stringify(new Date(Date.parse(JSON.parse(found)) + days * day).toISOString()),
    ),
  ) as Kept
}
