/** What several words mean together: who says "ship" and "how much" asks for the postage without the word. */
import type { Spoken } from './concepts.ts'

/** `all` of these in one text mean `means` as well; one of several is written with `|`. */
const rules: { all: string[]; means: string }[] = [
  'ship + ask-amount|surcharge|freeofcharge|price -> fee',
  'ship + freeofcharge -> freeship',
  'parcel + ask-amount|surcharge -> fee',
  'returned + ask-amount|surcharge|freeofcharge|who|less -> fee',
  'returned + ask-duration|window -> window',
  'refund + ask-duration|ask-when -> refundarrive',
  'refund + ask-where|where -> original',
  'refund + card -> original',
  'card + closeaccount|lost -> closedcard',
  'order + cantuse -> limit',
  'points + ask-amount -> usepoints',
  'coupon + two -> stack',
  'invoice + corporate -> companyinvoice',
  'invoice + change|wrongitem -> reissue',
  'member + cancel -> leveldown',
  'gold + spendyear -> levelup',
  'gold + ask-duration -> leveldown',
  'member + ask-duration -> leveldown',
  'abroad + freeship|threshold -> fee',
  'country + freeship|threshold -> fee',
  'birthday + benefit -> coupon',
  'person + ask-when|hours -> hours',
  'store + ask-when -> hours',
  'logo + ask-count|ask-amount|threshold -> moq',
  'phonenumber + change -> oldnumber',
  'login + notcome -> code',
  'sms + notcome -> code',
  'parcel + notreceived -> notreceived',
  'order + review -> review',
  'arrive + damaged -> intransit',
  'arrive + faulty -> damaged',
  'address + shipped -> redirect',
  'stock + ask-when|ask-duration -> restock',
  'gift + price -> hideprice',
].map((line) => {
  const [conditions, means] = line.split(' -> ')
  return { all: conditions!.split(' + '), means: means! }
})

/** The words with what follows from them together, said by each of the words it follows from. */
export function withDerived(spoken: Spoken[]): Spoken[] {
  const there = new Set(spoken.flatMap(({ concepts }) => concepts))
  const added = new Map<string, Set<string>>()
  for (const { all, means } of rules) {
    if (there.has(means) || !all.every((one) => one.split('|').some((concept) => there.has(concept)))) continue
    for (const concept of all[0]!.split('|')) added.set(concept, (added.get(concept) ?? new Set()).add(means))
  }
  if (added.size === 0) return spoken
  return spoken.map(({ word, concepts }) => {
    const more = concepts.flatMap((concept) => [...(added.get(concept) ?? [])])
    return more.length === 0 ? { word, concepts } : { word, concepts: [...new Set([...concepts, ...more])] }
  })
}
