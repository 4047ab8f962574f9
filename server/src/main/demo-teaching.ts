/** The invented shop's understanding: the pack of e-commerce, and how people talk of the general one; learnt in the background. */
import type { Teaching } from '#teaching'
import type { Log } from '#platform/log'
import { teachDemoWords } from './demo-words.ts'

/** What of the general pack is said in a shop as everywhere. */
const talk = [
  'greeting',
  'thanks',
  'goodbye',
  'confirm',
  'deny',
  'praise',
  'insult',
  'small-talk',
  'ask-who-you-are',
  'ask-for-person',
  'refuse-person',
  'repeat-that',
  'do-not-understand',
  'cancel-that',
  'correct-that',
  'wait-a-moment',
  'are-you-there',
  'change-language',
]

type Parts = { teaching: Pick<Teaching, 'packs' | 'trainings' | 'entities'>; log: Log }

/** Its first version reads as soon as it is learnt, after some seconds, and is judged in the minute after. */
export async function teachDemo(tenantId: string, { teaching, log }: Parts): Promise<void> {
  const both = { languages: ['zh' as const, 'en' as const], by: null }
  const shop = await teaching.packs.take(tenantId, { name: 'ecommerce', ...both })
  const people = await teaching.packs.take(tenantId, { name: 'general', intents: talk, ...both })
  await teachDemoWords(tenantId, teaching)
  log.info('demo-taught', { intents: shop.intents + people.intents, examples: shop.examples + people.examples })
  await teaching.trainings.start(tenantId, { note: '', by: null })
}
