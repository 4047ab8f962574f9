/** The signature of a webhook's events: `lingxi-signature: t=SECONDS,v1=HEX`, HMAC-SHA256 of `SECONDS.BODY`. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds that the sender's clock may differ from ours, and an event may be under way. */
const tolerance = 300

export const signEvent = (body: Uint8Array, { secret, seconds }: { secret: string; seconds: number }) =>
  `t=${seconds},v1=${hmac(body, secret, seconds).toString('hex')}`

const hmac = (body: Uint8Array, secret: string, seconds: number) =>
  createHmac('sha256', secret).update(`${seconds}.`).update(body).digest()

/** Whether one of the secrets signed this body, now. Compared in constant time. */
export function isSigned(
  body: Uint8Array,
  header: string | undefined,
  { secrets, now }: { secrets: string[]; now: number },
): boolean {
  const seconds = Number(/(?:^|,)\s*t=(\d{1,12})(?:,|$)/.exec(header ?? '')?.[1] ?? Number.NaN)
  const given = /(?:^|,)\s*v1=([0-9a-f]{64})(?:,|$)/i.exec(header ?? '')?.[1]
  if (given === undefined || !(Math.abs(now / 1000 - seconds) <= tolerance)) return false
  const claimed = Buffer.from(given, 'hex')
  return secrets.map((secret) => timingSafeEqual(hmac(body, secret, seconds), claimed)).includes(true)
}
