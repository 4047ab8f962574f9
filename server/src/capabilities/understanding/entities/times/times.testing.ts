import { foldUnits } from '../fold-units.ts'
import { resolveOverlaps } from '../overlaps.ts'
import { readTimes } from './read-times.ts'

export const saturdayEvening = { now: Date.parse('2026-11-28T18:00:00+08:00'), timeZone: 'Asia/Shanghai' }

/** `from..to grain`, without what is the same everywhere; the words in front where they are not the whole text. */
export function readShort(text: string, calendar = saturdayEvening): string {
  const short = (moment: string) => moment.replace(/:00[+-]\d\d:\d\d$/, '').replace('T00:00', '')
  return resolveOverlaps(readTimes(foldUnits(text), calendar))
    .map(({ start, end, value }) => {
      const of = end - start === text.length ? '' : `${text.slice(start, end)} = `
      if (value.kind === 'duration') return `${of}${value.seconds}s`
      if (value.kind !== 'time') throw new Error(`a time of kind ${value.kind}`)
      return `${of}${short(value.from)}..${value.to === null ? '' : short(value.to)} ${value.grain}`
    })
    .join(' ; ')
}
