/** Which of an article's texts somebody is given: chosen by where they write, who they are to the company, where they live, and when. */
import { z } from 'zod'
import type { Reader } from './audience.ts'

/** The name by which an article may have a text for the help centre, beside the names of the channels. */
export const helpCentreChannel = 'help-centre'

export const variantReasons = ['channel', 'tier', 'region', 'time'] as const

/** The variant at `place` in the article's list, and what it was chosen by. `name` reads like `web · gold · 香港`. */
export const ChosenVariant = z
  .strictObject({ place: z.int().nonnegative(), name: z.string(), by: z.array(z.enum(variantReasons)) })
  .meta({ id: 'ChosenVariant' })
export type ChosenVariant = z.infer<typeof ChosenVariant>

/** What is known of the moment in which an article is read; null where nothing is. `at` in milliseconds since 1970. */
export type Situation = { channel: string | null; tier: string | null; region: string | null; at: number }

type When = { channels: string[]; tiers: string[]; regions: string[]; from: string | null; until: string | null }
type Conditional = { when: When }

/** The situation of a reader. What somebody who works here is shown is what has no conditions on customers. */
export const situationOf = (reader: Reader, channel: string | null, at: number): Situation =>
  reader.kind === 'customer'
    ? { channel, tier: reader.tier, region: reader.region ?? null, at }
    : { channel, tier: null, region: null, at }

/**
 * The place of the variant that fits: all that it asks for holds. Of several, the one that asks for most, and of those the
 * first. Undefined where none fits: then the article's own text is the one.
 */
export function chooseVariant(variants: readonly Conditional[], situation: Situation): number | undefined {
  let chosen: number | undefined
  for (const [place, variant] of variants.entries())
    if (fits(variant.when, situation))
      if (chosen === undefined || asked(variant.when) > asked(variants[chosen]!.when)) chosen = place
  return chosen
}

/** The variant at a place as it is named to people. */
export function nameVariant(variants: readonly Conditional[], place: number): ChosenVariant {
  const { when } = variants[place]!
  const dates = [when.from, when.until].map((each) => each?.slice(0, 10) ?? '')
  const parts = [
    ...when.channels,
    ...when.tiers,
    ...when.regions,
    ...(when.from || when.until ? [dates.join('–')] : []),
  ]
  return { place, name: parts.join(' · ') || `#${place + 1}`, by: reasonsOf(when) }
}

function reasonsOf({ channels, tiers, regions, from, until }: When): ChosenVariant['by'] {
  const asks = { channel: channels.length > 0, tier: tiers.length > 0, region: regions.length > 0, time: from || until }
  return variantReasons.filter((reason) => asks[reason])
}

const asked = (when: When) => reasonsOf(when).length

const fold = (name: string) => name.normalize('NFKC').trim().toLowerCase()
const isAmong = (names: string[], name: string | null) =>
  names.length === 0 || (name !== null && names.some((each) => fold(each) === fold(name)))

const fits = ({ channels, tiers, regions, from, until }: When, { channel, tier, region, at }: Situation) =>
  isAmong(channels, channel) &&
  isAmong(tiers, tier) &&
  isAmong(regions, region) &&
  (from === null || Date.parse(from) <= at) &&
  (until === null || at < Date.parse(until))
