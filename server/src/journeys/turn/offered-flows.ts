/** What a model is told of the flows: those that begin by themselves, and the slots that they ask for. */
import type { FlowSet, FlowSlot } from '@lingxi/contract/flow'
import type { Language } from '@lingxi/contract/message'
import type { OfferedFlow } from '#assisting'
import type { ConversationState } from '#conversations'

type LocalWords = { zh?: string | undefined; en?: string | undefined }
const inWords = (words: LocalWords, language: Language) => words[language] ?? words.zh ?? words.en ?? ''

/** A flow that nothing triggers is a part of others. */
export function offeredFlows(set: FlowSet, language: Language): OfferedFlow[] {
  const { flows, slots } = set
  return Object.entries(flows).flatMap(([name, flow]) => {
    if (!flow.triggers?.some(({ intent, entity }) => intent !== undefined || entity !== undefined)) return []
    return {
      name,
      title: inWords(flow.name, language),
      description: flow.description ?? '',
      slots: [...asked(set, name)].flatMap((slot) => {
        const known = Object.hasOwn(slots, slot) ? slots[slot] : undefined
        return known ? { name: slot, label: inWords(known.label, language), choices: choicesOf(known) } : []
      }),
    }
  })
}

/** The slots that it asks for, by itself and by those it calls. */
function asked(set: FlowSet, name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name) || !Object.hasOwn(set.flows, name)) return new Set()
  seen.add(name)
  const steps = set.flows[name]!.steps
  return new Set(
    steps.flatMap((step) => {
      if ('collect' in step) return [step.collect]
      return 'call' in step ? [...asked(set, step.call, seen)] : []
    }),
  )
}

const choicesOf = ({ type, choices }: FlowSlot) =>
  type === 'choice' && choices ? choices.map(({ value }) => value) : undefined

/** What the conversation knows already, as it is called. */
export function knownOf(
  released: { set: FlowSet } | undefined,
  { dialogue }: Pick<ConversationState, 'dialogue'>,
  language: Language,
) {
  return Object.entries(dialogue?.slots ?? {}).map(([name, value]) => {
    const slot = released && Object.hasOwn(released.set.slots, name) ? released.set.slots[name] : undefined
    return { label: slot ? inWords(slot.label, language) : name, value: String(value) }
  })
}
