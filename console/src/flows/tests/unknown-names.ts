/** Names in a test that the draft does not know: the test would fail by them, whatever the bot does. */
import type { DialogueCase } from '@lingxi/contract/dialogue-case'
import type { FlowSet } from '@lingxi/contract/flow'

export type UnknownName = { kind: 'flow' | 'step' | 'slot' | 'action'; name: string }

/** `actions`: undefined where they are not known yet. */
export function unknownNames(
  { turns, actions: given = {}, faults = {} }: DialogueCase,
  { flows, slots }: FlowSet,
  actions: readonly string[] | undefined,
): UnknownName[] {
  const expected = turns.map(({ expect }) => expect)
  const steps = new Set(Object.values(flows).flatMap((flow) => flow.steps.map(({ id }) => id)))
  const of = (kind: UnknownName['kind'], names: readonly string[], isKnown: (name: string) => boolean) =>
    [...new Set(names)].filter((name) => !isKnown(name)).map((name): UnknownName => ({ kind, name }))
  return [
    ...of(
      'flow',
      expected.flatMap(({ flow, started }) => [flow ?? [], started ?? []].flat()),
      (name) => Object.hasOwn(flows, name),
    ),
    ...of(
      'step',
      expected.flatMap(({ step }) => step ?? []),
      (name) => steps.has(name),
    ),
    ...of(
      'slot',
      expected.flatMap((each) => Object.keys(each.slots ?? {})),
      (name) => Object.hasOwn(slots, name),
    ),
    ...of(
      'action',
      [
        ...expected.flatMap(({ action, no_action }) => [action ?? [], no_action ?? []].flat()),
        ...Object.keys(given),
        ...Object.keys(faults),
      ],
      (name) => actions === undefined || actions.includes(name),
    ),
  ]
}
