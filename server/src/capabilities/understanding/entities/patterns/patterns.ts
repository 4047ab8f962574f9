/** What has a shape of its own, each with the check that its shape allows. Only what could be there is looked for. */
import type { Found, Reader } from '../found.ts'
import { readEmails, readIpAddresses, readUrls } from './addresses-on-the-net.ts'
import { readAmounts } from './amounts.ts'
import { readBankCards } from './bank-cards.ts'
import { readIdentityNumbers } from './identity-numbers.ts'
import { readOrderNumbers } from './order-numbers.ts'
import { readPhoneNumbers } from './phone-numbers.ts'
import { readPassports, readPlates } from './plates-and-passports.ts'
import { readQuantities } from './quantities.ts'
import { readShares } from './shares.ts'
import { readSizes } from './sizes.ts'
import { readTrackingNumbers } from './tracking-numbers.ts'

const rowOfDigits = /\d(?:[ .()-]{0,2}[\da-z]){3}/
const counting =
  /\d|[一二两三四五六七八九十半几百对码尺号]|\b(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|\w+ty-\w+|half|hundred|thousand|x+[sl]|size|quid)\b/

/** Cheap tests before dear ones: without a row of digits there is no card and no parcel, and so on. */
const readers: [cue: RegExp, readers: Reader[]][] = [
  [/@/, [readEmails]],
  [/\w[.:]\w|::/, [readUrls, readIpAddresses]],
  [
    rowOfDigits,
    [readIdentityNumbers, readBankCards, readTrackingNumbers, readOrderNumbers, readPhoneNumbers, readPassports],
  ],
  [/[\u4e00-\u9fff][a-z].{0,5}\d/, [readPlates]],
  [counting, [readAmounts, readShares, readSizes, readQuantities]],
]

export function readPatterns(folded: string): Found[] {
  return readers.flatMap(([cue, those]) => (cue.test(folded) ? those.flatMap((read) => read(folded)) : []))
}
