/** The part that is edited beside the rest of the draft: what is wrong with it, and what its forms may name. */
import type { FlowSet } from '@lingxi/contract/flow'
import type { FlowPartContent } from '@lingxi/contract/flow-versions'
import { useDeferredValue, useMemo } from 'react'
import { useEntityTypes } from '../../api/entity-queries.ts'
import { useIntents } from '../../api/teaching-queries.ts'
import type { Nameable } from '../forms/nameable.ts'
import { type Finding, findingsOf, withPart } from './live-findings.ts'
import { useKnownActions } from './use-known-actions.ts'

export function useChecked(part: FlowPartContent, draft: FlowSet) {
  const intents = useIntents().data
  const types = useEntityTypes().data
  const actions = useKnownActions()
  const { kind, name, content } = part
  // Typing goes first; what is wrong is told a moment later.
  const checked = useDeferredValue(content)
  const findings = useMemo<Finding[]>(
    () =>
      findingsOf(draft, { kind, name, content: checked } as FlowPartContent, {
        intents: intents?.map((intent) => intent.name),
        entities: types?.map((type) => type.name),
        actions,
      }),
    [draft, kind, name, checked, intents, types, actions],
  )
  const nameable = useMemo<Nameable>(() => {
    const set = withPart(draft, { kind, name, content } as FlowPartContent)
    const into = (step: object) => ('into' in step && step.into ? [String(step.into)] : [])
    return {
      set,
      slots: Object.entries(set.slots),
      results: 'steps' in content ? [...new Set(content.steps.flatMap(into))] : [],
      actions: actions ?? [],
      intents: (intents ?? []).map((intent) => intent.name),
      entities: (types ?? []).map((type) => type.name),
    }
  }, [draft, kind, name, content, actions, intents, types])
  return { findings, nameable, isIncomplete: findings.some(({ code }) => code === 'incomplete') }
}
