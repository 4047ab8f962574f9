/** A process: one step a turn, forward, back, or where a choice leads. */
import type { GuideProgress, Process, StepChoice } from '@lingxi/contract/guide'
import { readYesNo } from '#platform/replies'
import { cues, guideWords } from './guide-words.ts'
import { button, type Guided, type Guiding, longestMiss, mostMissed } from './guided.ts'

type Leading = Guiding & { guide: Process }
type Progress = GuideProgress & { kind: 'process' }
const longestTrail = 200

/** Shows the last step of the trail. */
export function showStep(leading: Leading, trail: number[], missed: number): Guided {
  const { guide, articleId, version, language } = leading
  const at = trail.at(-1)!
  const step = guide.steps[at]
  if (!step) return finish(leading)
  const say = guideWords[language]
  const head = `**${say.step(at + 1, guide.steps.length)}${language === 'zh' ? '：' : ': '}${step.title}**`
  const before = missed > 0 ? say.again : trail.length === 1 ? guide.introduction : ''
  const isLast = at === guide.steps.length - 1
  const forward = step.choices.length > 0 ? step.choices.map(({ label }) => label) : isLast ? [] : [say.next]
  const replies = [...forward, ...(trail.length > 1 ? [say.back] : []), ...(isLast ? [] : [say.stop])]
  const ends = isLast && step.choices.length === 0
  const after = ends ? guide.ending || say.ended : ''
  return {
    kind: 'says',
    text: [before, head, step.text, after].filter(Boolean).join('\n\n'),
    quickReplies: replies.map(button),
    answer: at,
    // After the last step one may still go back.
    progress: { kind: 'process', articleId, version, trail: trail.slice(-longestTrail), missed },
  }
}

export function continueProcess(leading: Leading, progress: Progress, said: string): Guided {
  const { trail } = progress
  const step = leading.guide.steps[trail.at(-1)!]
  if (!step) return { kind: 'other' }
  if (cues.back.test(said)) return showStep(leading, trail.length > 1 ? trail.slice(0, -1) : trail, 0)
  if (cues.resume.test(said) || cues.repeat.test(said)) return showStep(leading, trail, 0)
  if (step.choices.length === 0)
    return cues.next.test(said) ? goTo(leading, trail, trail.at(-1)! + 1) : { kind: 'other' }
  const chosen = choose(step.choices, said, leading)
  if (chosen) return goTo(leading, trail, chosen.to)
  if (said.length > longestMiss[leading.language]) return { kind: 'other' }
  return progress.missed + 1 >= mostMissed ? { kind: 'hands-over' } : showStep(leading, trail, progress.missed + 1)
}

/** By the label or the words of a choice; by yes or no where the choices are a yes and a no. */
function choose(choices: StepChoice[], said: string, { language }: Leading): StepChoice | undefined {
  const folded = said.normalize('NFKC').toLowerCase()
  const exact = choices.find(({ label }) => label.normalize('NFKC').toLowerCase() === folded)
  if (exact) return exact
  const answer = readYesNo(said, language)
  const meant = answer && choices.find(({ label }) => readYesNo(label, language) === answer)
  if (meant) return meant
  const wordings = choices.flatMap((choice) =>
    [choice.label, ...choice.words].map((wording) => ({ choice, wording: wording.normalize('NFKC').toLowerCase() })),
  )
  const held = wordings.filter(({ wording }) => folded.includes(wording))
  return held.sort((one, other) => other.wording.length - one.wording.length)[0]?.choice
}

/** Past the last step is the end. */
function goTo(leading: Leading, trail: number[], to: StepChoice['to']): Guided {
  if (to === 'person') return { kind: 'hands-over' }
  return to === 'end' || to >= leading.guide.steps.length ? finish(leading) : showStep(leading, [...trail, to], 0)
}

function finish({ guide, language }: Leading): Guided {
  const text = guide.ending || guideWords[language].ended
  return { kind: 'says', text, quickReplies: [], answer: null, progress: null }
}
