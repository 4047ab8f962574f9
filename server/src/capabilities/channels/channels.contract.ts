import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OutboundMessage } from '@lingxi/contract/message'
import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { adaptMessage, type Channel, type ChannelRequest, type Sent } from './channels.ts'
import { anyLength, anyMessage, textNear, wordsIn } from './channels.testing.ts'

/** A captured delivery and what it says, or the problem it is answered with. Scrubbed of what would name someone. */
const Fixture = z.strictObject({
  note: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
  says: z.looseObject({ text: z.string(), sender: z.record(z.string(), z.string()) }).optional(),
  problem: z.enum(['invalid-request', 'not-signed-in']).optional(),
})

export type ChannelUnderTest = {
  channel: Channel
  /** A delivery that carries the vendor's own id of the message. */
  delivery: ChannelRequest
  /** Spoils the proof of a delivery; or why this channel asks for none. */
  forge: ((delivery: ChannelRequest) => ChannelRequest) | { none: string }
  /** What the vendor will answer next; or why nothing is sent to one. */
  answerNext: ((outcome: Sent) => void) | { none: string }
}

/** `folder` holds the channel, and its captured payloads in `fixtures`. */
export function promisesOfChannel(name: string, folder: string, start: () => ChannelUnderTest) {
  const { forge, answerNext, channel, delivery } = start()
  const fixtures = readdirSync(join(folder, 'fixtures')).map((file) => ({
    file,
    ...Fixture.parse(JSON.parse(readFileSync(join(folder, 'fixtures', file), 'utf8'))),
  }))

  describe(`${name} keeps the promises of Channel`, () => {
    it.each(fixtures)('reads $file: $note', async ({ headers, body, says, problem }) => {
      const received = channel.receive({ headers, body })
      if (!says) return expect(received).rejects.toMatchObject({ name: 'Problem', code: problem })
      const { message } = await received
      expect(message).toMatchObject({ ...says, channel: name })
    })

    it('gives the same id and the same sender when the same message is delivered twice', async () => {
      const [first, again] = [await channel.receive(delivery), await channel.receive(structuredClone(delivery))]
      expect(again).toEqual(first)
    })

    it('refuses what is not of its form, and breaks on nothing', async () => {
      for (const body of [
        undefined,
        null,
        '',
        'text',
        7,
        [],
        [[]],
        {},
        { text: {} },
        { messages: [{}] },
        { id: null },
      ]) {
        const received = channel.receive({ headers: delivery.headers, body })
        await expect(received).rejects.toMatchObject({ code: 'invalid-request' })
      }
    })

    if ('none' in forge) it(`asks for no proof: ${forge.none}`, () => channel.receive({ ...delivery, headers: {} }))
    else
      it('refuses who cannot prove who they are', async () => {
        for (const forged of [forge(delivery), { ...delivery, headers: {} }])
          await expect(channel.receive(forged)).rejects.toMatchObject({ code: 'not-signed-in' })
      })

    it('turns what it cannot show into text, and loses no words', () => {
      assert(
        property(anyMessage(), (message) => {
          const adapted = adaptMessage(message, channel.abilities)
          expect(wordsIn(shown(adapted))).toEqual(expect.arrayContaining(wordsIn(written(message))))
          for (const { text } of adapted) {
            expect(text.length).toBeLessThanOrEqual(channel.abilities.longestText)
            expect(text.isWellFormed()).toBe(true)
          }
        }),
        { numRuns: 60 },
      )
    })

    it('cuts a text that is longer than it takes, and never inside a character', () => {
      const { longestText } = channel.abilities
      assert(
        property(anyLength(), (made) => {
          const text = textNear(longestText, made)
          const adapted = adaptMessage({ ...aMessage, text }, channel.abilities)
          expect(adapted.every((part) => part.text.length <= longestText && part.text.isWellFormed())).toBe(true)
          const bare = (some: string) => some.replaceAll(/\s/g, '')
          expect(bare(adapted.map((part) => part.text).join(''))).toBe(bare(text))
        }),
        { numRuns: 20 },
      )
    })

    if ('none' in answerNext)
      it(`sends to nobody: ${answerNext.none}`, () => {
        expect(channel.send).toBeUndefined()
      })
    else
      it('says retry-later when the vendor is busy and refused when it will not, and throws for neither', async () => {
        for (const outcome of [
          { kind: 'retry-later' },
          { kind: 'refused', reason: 'blocked' },
          { kind: 'sent' },
        ] as const) {
          answerNext(outcome)
          expect(await channel.send?.(aMessage, { externalId: 'someone' })).toEqual(outcome)
        }
      })
  })
}

const aMessage: OutboundMessage = {
  messageId: 'msg_1',
  kind: 'answer',
  speaker: { kind: 'bot', name: '灵犀' },
  text: '您好',
  citations: [],
  quickReplies: [],
}
const shown = (adapted: ReturnType<typeof adaptMessage>) =>
  adapted
    .flatMap(({ text, citations, quickReplies }) => [
      text,
      ...citations.map(({ title }) => title),
      ...quickReplies.map(({ label }) => label),
    ])
    .join('')
const written = ({ text, citations, quickReplies }: OutboundMessage) =>
  [text, ...citations.map(({ title }) => title), ...quickReplies.map(({ label }) => label)].join(' ')
