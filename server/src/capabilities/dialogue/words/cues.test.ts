import { expect, test } from 'vitest'
import { chineseCues } from './cues-zh.ts'
import { englishCues } from './cues-en.ts'
import { processorTime } from '../../../platform/clock/processor-time.testing.ts'

/** What a pattern is made of: a customer may say any of it over and over, with something behind that does not fit. */
const piecesOf = ({ source }: RegExp) => [...new Set(source.match(/[\p{Script=Han}]{1,4}|[a-z' ]+/gu) ?? [])]
const behind = ['', '§']
/** In UTF-16 units: no longer clause is held against a pattern. */
const longest = 80
/** In milliseconds; a pattern that runs away takes twice as long with every character more. */
const mostTime = 100

/** The text, made of one thing said over and over, over which the pattern thinks too long: the shortest first. */
function runaway(cue: RegExp): string | undefined {
  const rows = piecesOf(cue).flatMap((piece) => [piece, `${piece} `])
  return rows.flatMap(textsOf).find((text) => {
    const began = processorTime()
    cue.test(text)
    return processorTime() - began > mostTime
  })
}

function textsOf(piece: string): string[] {
  const times = Array.from({ length: Math.floor(longest / piece.length) }, (_, at) => at + 1)
  return times.flatMap((each) => behind.map((end) => piece.repeat(each) + end))
}

const cues = [...Object.entries(chineseCues), ...Object.entries(englishCues)]
test.each(cues)('%s is read at once, whatever is said over and over', (_name, cue) => {
  expect(runaway(cue)).toBeUndefined()
})
