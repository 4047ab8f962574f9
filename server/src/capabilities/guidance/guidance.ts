/**
 * Knowledge that leads: a rule asks for what is missing and answers by its table; a process shows one step a turn, with
 * going back. Pure: the progress is handed in and out, so a turn that is taken again says the same.
 */
import type { GuideProgress } from '@lingxi/contract/guide'
import type { Language } from '@lingxi/contract/message'
import { type Known, judgeRule, readKnown } from './follow-rule.ts'
import { continueProcess, showStep } from './follow-process.ts'
import { cues, guideWords } from './guide-words.ts'
import { button, type Guided, type Guiding, longestMiss, mostMissed } from './guided.ts'
import { readSlot } from './read-slot.ts'

export type { Guided, Guiding } from './guided.ts'

/** From the question that found the guide: what it says already is not asked again. */
export function startGuide(guiding: Guiding, question: string): Guided {
  const { guide, articleId, version, language } = guiding
  if (guide.kind === 'process') return showStep({ ...guiding, guide }, [0], 0)
  const known = readKnown(guide, question, { language, known: {} })
  return decideByRule(guiding, known, { kind: 'rule', articleId, version, known, asking: '', missed: 0 })
}

/** With the customer's reply. The guide is the one that the progress began with. */
export function continueGuide(guiding: Guiding, progress: GuideProgress, reply: string): Guided {
  const { guide, language } = guiding
  const said = reply.trim()
  const say = guideWords[language]
  if (cues.stop.test(said)) return { kind: 'says', text: say.stopped, quickReplies: [], answer: null, progress: null }
  if (guide.kind === 'process' && progress.kind === 'process')
    return continueProcess({ ...guiding, guide }, progress, said)
  if (guide.kind !== 'rule' || progress.kind !== 'rule') return { kind: 'other' }
  const slot = guide.slots.find(({ name }) => name === progress.asking)
  const value = slot && readSlot(slot, said, { language, only: true })
  const before = value === undefined ? progress.known : { ...progress.known, [slot!.name]: value }
  const known = readKnown(guide, said, { language, known: before })
  const learnt = Object.keys(known).length > Object.keys(progress.known).length
  if (learnt || cues.resume.test(said)) return decideByRule(guiding, known, { ...progress, missed: 0 })
  if (progress.missed + 1 >= mostMissed) return { kind: 'hands-over' }
  // A longer sentence that says nothing for the table is a matter of its own.
  if (said.length > longestMiss[language]) return { kind: 'other' }
  return decideByRule(guiding, known, { ...progress, missed: progress.missed + 1 })
}

function decideByRule(guiding: Guiding, known: Known, progress: GuideProgress & { kind: 'rule' }): Guided {
  const { guide, language } = guiding
  if (guide.kind !== 'rule') return { kind: 'other' }
  const judged = judgeRule(guide, known)
  if (judged.kind === 'row')
    return { kind: 'says', text: guide.rows[judged.row]!.answer, quickReplies: [], answer: judged.row, progress: null }
  if (judged.kind === 'none') {
    if (guide.otherwise === null) return { kind: 'hands-over' }
    return { kind: 'says', text: guide.otherwise, quickReplies: [], answer: guide.rows.length, progress: null }
  }
  const { slot } = judged
  const say = guideWords[language]
  const replies = slot.type === 'yes-no' ? [say.yes, say.no] : slot.choices.map(({ value }) => value)
  const first = Object.keys(progress.known).length === 0 && progress.asking === ''
  const before = progress.missed > 0 ? [say.again] : first && guide.introduction ? [guide.introduction] : []
  return {
    kind: 'says',
    text: [...before, slot.ask].join('\n\n'),
    quickReplies: replies.slice(0, 10).map(button),
    answer: null,
    progress: { ...progress, known, asking: slot.name },
  }
}

/** The button that leads back into a guide after a question of another kind. */
export const resumeReply = (language: Language) => button(guideWords[language].resume)
