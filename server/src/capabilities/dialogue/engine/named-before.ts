/**
 * What was named when the flow began, before anybody could know what there is to choose from: who says "return the socks" is
 * not asked, once their order is found, which of its items it is about.
 */
import type { FlowFrame } from '@lingxi/contract/dialogue'
import type { SlotChoice } from '@lingxi/contract/flow'
import { clausesOf, spell } from '../words/clauses.ts'
import { says } from '../words/cues.ts'
import { sharedLength } from '../words/shared-words.ts'
import { type Run, slotOf } from './run.ts'
import { choicesOf } from './slots.ts'

/** In UTF-16 units: of a longer message the beginning is kept. */
const mostSaid = 300

/** What a flow has to remember of the words it begins with: nothing, unless it lets choose from what an action tells. */
export function wordsToRemember(run: Run, flow: string): { said?: string } {
  const { heard } = run.situation
  const collects = run.compiled.flows.get(flow)?.collects ?? []
  const isOpen = collects.some((name) => slotOf(run, name)?.choices_from !== undefined)
  return heard && isOpen ? { said: heard.text.slice(0, mostSaid) } : {}
}

/** The one choice that was named with the wish; undefined where none was, or where it might be several. */
export function namedBefore(run: Run, frame: FlowFrame, name: string): string | undefined {
  if (frame.said === undefined || run.reopened.has(name) || slotOf(run, name)?.choices_from === undefined)
    return undefined
  const choices = choicesOf(run, name, frame)
  const clauses = clausesOf(frame.said).filter(({ text }) => !says('refuse', text))
  const shared = choices.map((choice) => Math.max(0, ...clauses.map(({ text }) => longestShared(choice, text))))
  const most = Math.max(0, ...shared)
  const named = choices.filter((_, place) => shared[place] === most)
  return most > 0 && named.length === 1 ? named[0]!.value : undefined
}

const longestShared = ({ label }: SlotChoice, text: string) =>
  Math.max(0, ...[label.zh, label.en].map((called) => (called ? sharedLength(spell(called), text) : 0)))
