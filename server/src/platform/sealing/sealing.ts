/**
 * What must not be read in the database is sealed there: AES-256-GCM, a fresh nonce each time. What a sealed text is for is
 * bound to it, so that it opens nowhere else. Sealed texts say by which scheme: `v1.NONCE.TAG.TEXT`, base64url.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const scheme = 'v1'

export type Sealing = ReturnType<typeof createSealing>

/** `key` is a secret of any length with at least 256 bits of chance in it. */
export function createSealing(key: string) {
  const bytes = createHash('sha256').update(`lingxi sealing ${key}`).digest()
  return {
    seal(text: string, purpose: string): string {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', bytes, nonce).setAAD(Buffer.from(purpose))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [scheme, ...[nonce, cipher.getAuthTag(), sealed].map((each) => each.toString('base64url'))].join('.')
    },
    /** The text; undefined when it was sealed with another key, for another purpose, or changed since. */
    open(sealed: string, purpose: string): string | undefined {
      const [by, ...parts] = sealed.split('.')
      const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'))
      if (by !== scheme || nonce?.length !== 12 || tag?.length !== 16 || !text) return undefined
      const decipher = createDecipheriv('aes-256-gcm', bytes, nonce).setAAD(Buffer.from(purpose)).setAuthTag(tag)
      try {
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
