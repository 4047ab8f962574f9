/** The archive inside a DOCX, XLSX or PPTX: unpacked within the limits, and packed again for libraries that have none. */
import { zipSync } from 'fflate'
import { createBudget, openArchive } from '../archive.ts'
import { Refused } from '../refusals.ts'

/** Documents of words and numbers pack tenfold; beyond this, and beyond a size that could be one, it is a bomb. */
const mostRatio = 200
const harmless = 20 * 1024 * 1024
const mostEntries = 20_000

export type OfficeParts = Map<string, Uint8Array>

/** `wanted` chooses the parts; media are left packed. */
export async function openOffice(
  bytes: Uint8Array,
  limits: { mostUnpacked: number },
  wanted: (path: string) => boolean,
): Promise<OfficeParts> {
  const mostUnpacked = Math.min(limits.mostUnpacked, Math.max(harmless, bytes.length * mostRatio))
  const budget = createBudget({ mostUnpacked, mostEntries })
  const parts: OfficeParts = new Map()
  for (const entry of await openArchive(bytes, budget)) {
    if (!wanted(entry.path)) continue
    if (entry.encrypted) throw new Refused('encrypted')
    parts.set(entry.path, await entry.unpack())
  }
  return parts
}

/** Stored, not packed: a library that unpacks without a limit finds nothing that grows. */
export const packPlainly = (parts: OfficeParts): Uint8Array => zipSync(Object.fromEntries(parts), { level: 0 })

export const isXml = (path: string) => /\.(xml|rels)$/i.test(path)
