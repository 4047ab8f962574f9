/** What a step says of itself in a few words: on the canvas, in the outline, and to who searches. */
import type { FlowSet, FlowStep } from '@lingxi/contract/flow'
import { said } from './said.ts'

type About = { set: FlowSet; language: string; actionTitle: (name: string) => string }

type Text = Parameters<typeof said>[0]

export function wordsOfStep(step: FlowStep, about: About): string {
  return inOrder(step, about).find((words) => words !== undefined) ?? ''
}

/** By the key that a step is known by; `ask` comes last, which others have as well. */
function inOrder(step: FlowStep, { set, language, actionTitle }: About): (string | undefined)[] {
  const text = (of: Text) => said(of, language)
  const titled = (part: { name: Text } | undefined, name: string) => text(part?.name) || name
  const labelled = (name: string) => text(set.slots[name]?.label) || name
  return [
    'collect' in step ? labelled(step.collect) : undefined,
    'action' in step ? actionTitle(step.action) : undefined,
    'set_slots' in step ? filled(step.set_slots, labelled) : undefined,
    'confirm' in step ? text(step.confirm) : undefined,
    'say' in step ? text(step.say) : undefined,
    'branch' in step ? step.branch.map((each) => each.if).join('\n') : undefined,
    'decide' in step ? titled(set.tables[step.decide], step.decide) : undefined,
    'link' in step ? titled(set.flows[step.link], step.link) : undefined,
    'call' in step ? titled(set.flows[step.call], step.call) : undefined,
    ...wordsOfFew(step, text),
    'ask' in step ? text(step.ask) : undefined,
  ]
}

function wordsOfFew(step: FlowStep, text: (of: Text) => string): (string | undefined)[] {
  return [
    'hand_over' in step ? text(step.hand_over.say) || step.hand_over.reason : undefined,
    'open_ticket' in step ? text(step.open_ticket.subject) : undefined,
    'wait' in step ? [step.wait.event, step.wait.within].filter(Boolean).join(' · ') : undefined,
  ]
}

const filled = (slots: Record<string, string | null>, labelled: (name: string) => string) =>
  Object.entries(slots)
    .map(([name, value]) => `${labelled(name)} = ${value ?? '—'}`)
    .join('\n')
