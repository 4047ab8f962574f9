import { expect, test } from 'vitest'
import { aHeard, aSituation, begin, label, talkIn } from '../engine/engine.testing.ts'
import { readCommands } from './read-commands.ts'

const slot = (type: string) => ({ type, label: label(type), ask: label(`${type}?`) })

test('what a decision table asks for is read from the reply, as what a step asks for', () => {
  const rows = [{ when: { days: { below: 7 } } }, { when: { opened: { among: ['no'] } } }]
  const talk = talkIn({
    slots: { days: slot('number'), opened: slot('yes_no') },
    tables: { rule: { name: label('Rule'), inputs: ['days', 'opened'], rows } },
    flows: {
      back: {
        name: label('Back'),
        steps: [
          { id: 'a', decide: 'rule' },
          { id: 'b', say: label('so') },
        ],
      },
    },
  })
  const hear = (text: string) =>
    readCommands(aSituation({ progress: talk.progress, heard: aHeard({ text }) }), talk.compiled)
  talk.hear(begin('back'))
  expect(hear('9 天')).toEqual([{ kind: 'fill', slot: 'days', value: 9 }])
  talk.hear(...hear('9 天'))
  expect(talk.hear(...hear('没有'))).toBe('so')
})
