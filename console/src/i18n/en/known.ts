import type { Words } from '../words.ts'

export const known: Words['known'] = {
  channel: { web: 'Web', rest: 'REST', openai: 'OpenAI API', loopback: 'Loopback' },
  intent: {
    question: 'question',
    'wish-for-person': 'wish for a person',
    greeting: 'greeting',
    thanks: 'thanks',
    complaint: 'complaint',
    anger: 'anger',
    farewell: 'farewell',
    other: 'other',
  },
  handOff: {
    'wish-for-person': 'the customer asks for a person',
    complaint: 'a complaint',
    anger: 'the customer is angry',
    unknown: 'the bot does not know',
    'asked-twice': 'asked again without an answer',
  },
  signal: {
    complaint: 'complaint',
    anger: 'anger',
    urgency: 'urgency',
    soothed: 'soothed before',
    'wish-for-person': 'wish for a person',
  },
  outcome: {
    sent: 'sent',
    delivered: 'delivered',
    read: 'read',
    refused: 'refused by the channel',
    failed: 'failed',
    'retry-later': 'tried again later',
  },
  model: {
    used: 'used',
    'not-configured': 'not configured',
    'timed-out': 'too slow',
    failed: 'failed',
    unsupported: 'not carried by the passages, not used',
    refused: 'refused',
  },
  step: {
    understand: 'understand',
    decide: 'decide',
    find: 'find',
    answer: 'answer',
    compose: 'compose',
    commit: 'commit',
    model: 'model',
  },
}
