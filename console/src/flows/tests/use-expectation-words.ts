import type { FlowSet } from '@lingxi/contract/flow'
import { useTranslation } from 'react-i18next'
import { useFlowDraft } from '../../api/flow-queries.ts'
import { useKnownActions } from '../editor/use-known-actions.ts'
import { said } from '../said.ts'
import type { Expectation } from './expectations.ts'

/** Expectations in the words of somebody who does not program, with titles in place of names where the draft has them. */
export function useExpectationWords() {
  const { t, i18n } = useTranslation()
  const set: FlowSet | undefined = useFlowDraft().data?.set
  const actions = useKnownActions()
  const flow = (name: string) => said(set?.flows[name]?.name, i18n.language) || name
  const slot = (name: string) => said(set?.slots[name]?.label, i18n.language) || name
  const action = (name: string) => said(actions?.find((each) => each.name === name)?.title, i18n.language) || name
  const repair = (name: string) => t(`flowSimulator.repairs.${name as 'correction'}`, { defaultValue: name })

  /** What it names, by what people call it. */
  function called(kind: Expectation['kind'], value: Expectation['expected']): string {
    if (value === null || (Array.isArray(value) && value.length === 0)) return t('flowTests.got.none')
    if (typeof value === 'boolean') return t(value ? 'flowTests.got.yes' : 'flowTests.got.no')
    const names = [value].flat().map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each)))
    const title = { flow, started: flow, action, 'no-action': action, repair }[kind as string]
    return names.map(title ?? String).join(' · ')
  }

  return {
    flow,
    slot,
    action,
    repair,
    /** What has to be so. */
    expected({ kind, of, expected }: Expectation): string {
      const what = called(kind, expected)
      if (kind === 'slot')
        return t(expected === null ? 'flowTests.expected.slot-none' : 'flowTests.expected.slot', {
          of: slot(of ?? ''),
          what,
        })
      if (kind === 'flow')
        return t(expected === null ? 'flowTests.expected.flow-none' : 'flowTests.expected.flow', { what })
      if (kind === 'handed-over' || kind === 'ticket')
        return t(`flowTests.expected.${kind}-${expected === true ? 'true' : 'false'}`)
      if (kind === 'cited' && typeof expected === 'boolean')
        return t(`flowTests.expected.cited-${expected ? 'true' : 'false'}`)
      return t(`flowTests.expected.${kind}`, { what })
    },
    /** What was there instead; undefined where all that the bot said has to be read for it. */
    got({ kind, got }: Expectation): string | undefined {
      if (kind === 'no-rest' || kind === 'broken') return t(`flowTests.got.${kind}`)
      if (got === undefined || ['said', 'not-said', 'no-action', 'handed-over', 'ticket'].includes(kind))
        return undefined
      return called(kind, got)
    },
  }
}
