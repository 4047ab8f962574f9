/** A yes or a no to what is to be confirmed, and one of the replies that were offered. */
import { placeIn, readChoice, readYesNo } from '#platform/replies'
import type { Command } from '../situation.ts'
import { spell } from '../words/clauses.ts'
import { says, without } from '../words/cues.ts'
import { asks, labelsOfFlow, matterOf, type Reading, type Running } from './reading.ts'

/**
 * A plain yes or no. `isBound`: the message wants something else as well (a correction, another matter), and then a yes
 * that goes on with "but" is none.
 */
export function readConfirmation(reading: Reading, { isBound }: { isBound: boolean }): Command[] {
  const open = reading.clauses.filter((_, place) => !reading.taken.clauses.has(place))
  const but = open.findIndex(({ text }) => says('but', text))
  if (open.some(({ text }) => says('hesitate', text))) return []
  for (const clause of open) {
    if (asks(clause)) continue
    const answer = answerIn(clause.text, reading)
    if (answer === 'no') return isBound ? [] : [{ kind: 'deny' }]
    const isLimited = but >= 0 && (isBound || open.slice(but).some((each) => asks(each) || says('correct', each.text)))
    if (answer === 'yes') return isLimited ? [] : [{ kind: 'affirm' }]
  }
  return []
}

function answerIn(text: string, reading: Reading): 'yes' | 'no' | undefined {
  if (isAboutCancelling(reading.running, reading) && /取消|cancel/.test(text)) return refuses(text) ? 'no' : 'yes'
  if (says('deny', text) || says('drop', text)) return 'no'
  if (says('affirm', text) || isWhatIsAsked(text, reading)) return 'yes'
  return says('but', text) ? undefined : readYesNo(text, reading.heard.language)
}

/** 申请, to 确认申请吗？: what the question ends with, said again. */
function isWhatIsAsked(text: string, { running, heard }: Reading): boolean {
  const at = running?.compiled.steps.get(running.frame.step)
  const said = text.replace(/[吧了啊呀]+$/u, '')
  if (at?.kind !== 'confirm' || heard.language !== 'zh' || said.length < 2 || said.length > 6) return false
  const asked = (at.step.confirm.zh ?? '').replace(/[吗么]?[？?\s]*$/u, '')
  return asked.endsWith(said)
}

const refuses = (text: string) => says('refuse', text) || /^(?:no|不)/.test(text)

/** 取消吧 breaks nothing off where cancelling is among the replies that are offered. */
function offersCancelling({ running }: Pick<Reading, 'running'>): boolean {
  const at = running?.frame.waits === 'reply' ? running.compiled.steps.get(running.frame.step) : undefined
  if (at?.kind !== 'ask') return false
  return at.step.quick_replies.some(({ label }) => /取消|cancel/.test(spell(Object.values(label).join(' '))))
}

/** 取消吧 is a yes, and breaks nothing off, where cancelling is what the flow does. */
const isAboutCancelling = (running: Running | undefined, reading: Reading) =>
  running !== undefined &&
  matterOf(reading).some((flow) => labelsOfFlow(flow, reading).some((label) => /取消|cancel/.test(label)))

/** It names cancelling where that is what the flow does, or one of the replies that are offered. */
export const isOfCancelling = (text: string, reading: Reading, running: Running) =>
  /取消|cancel/.test(text) && (isAboutCancelling(running, reading) || offersCancelling(reading))

/** Of a step that asks with buttons: by label, words or place; by yes or no where the labels are a yes and a no. */
export function readReply(reading: Reading): Command[] {
  const at = reading.running?.compiled.steps.get(reading.running.frame.step)
  if (at?.kind !== 'ask') return []
  const replies = at.step.quick_replies.map(({ label, words = [] }, value) => ({
    value,
    words: [label.zh ?? '', label.en ?? '', ...words].filter(Boolean),
  }))
  for (const [place, clause] of reading.clauses.entries()) {
    const { text } = clause
    const said = without('opening', text)
    const answer = asks(clause) ? undefined : answerIn(text, reading)
    const reply =
      readChoice(replies, text) ??
      (asks(clause) ? undefined : placeIn(said, replies.length)) ??
      replies.find(({ words }) => answer && words.some((word) => readYesNo(word, reading.heard.language) === answer))
        ?.value
    if (reply === undefined) continue
    reading.taken.clauses.add(place)
    return [{ kind: 'choose', reply }]
  }
  return []
}
