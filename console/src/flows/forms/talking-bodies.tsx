/** Steps that say something, or ask for it. */
import { useTranslation } from 'react-i18next'
import { NamesInput } from '../../ui/names-input.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { replaced, withAt } from '../edits/at-place.ts'
import { LocalTextField } from './local-text-field.tsx'
import { ListField, orNothing } from './list-field.tsx'
import { NameSelect } from './name-select.tsx'
import type { BodyProps, StepOf } from './step-body.ts'
import { useSlotNames } from './use-names.ts'

export function CollectBody({ step, set }: BodyProps<'collect'>) {
  const { t } = useTranslation()
  return (
    <>
      <NameSelect
        label={t('flowForms.slot')}
        names={useSlotNames()}
        value={step.collect}
        onChange={(name) => set('collect', name)}
      />
      <LocalTextField
        label={t('flowForms.askHere')}
        hint={t('flowForms.askHereHint')}
        rows={2}
        withValues
        value={step.ask}
        onChange={(text) => set('ask', text)}
      />
      <Toggle
        label={t('flowForms.always')}
        hint={t('flowForms.alwaysHint')}
        checked={step.always ?? false}
        onChange={(always) => set('always', always || undefined)}
      />
    </>
  )
}

export function SayBody({ step, set }: BodyProps<'say'>) {
  const { t } = useTranslation()
  return (
    <>
      <LocalTextField
        label={t('flowForms.text')}
        rows={3}
        withValues
        value={step.say}
        onChange={(text) => set('say', text ?? {})}
      />
      <Replies replies={step.quick_replies ?? []} onChange={(replies) => set('quick_replies', orNothing(replies))} />
    </>
  )
}

export function AskBody({ step, set }: BodyProps<'ask'>) {
  const { t } = useTranslation()
  return (
    <>
      <LocalTextField
        label={t('flowForms.question')}
        rows={2}
        withValues
        value={step.ask}
        onChange={(text) => set('ask', text ?? {})}
      />
      <Replies least={1} replies={step.quick_replies} onChange={(replies) => set('quick_replies', replies)} />
    </>
  )
}

export function ConfirmBody({ step, set }: BodyProps<'confirm'>) {
  const { t } = useTranslation()
  return (
    <LocalTextField
      label={t('flowForms.question')}
      hint={t('flowForms.confirmHint')}
      rows={2}
      withValues
      value={step.confirm}
      onChange={(text) => set('confirm', text ?? {})}
    />
  )
}

type Reply = StepOf<'ask'>['quick_replies'][number]
type RepliesProps = { replies: Reply[]; least?: number; onChange: (replies: Reply[]) => void }

/** Buttons. Where an answer leads is said with the other ways out of the step. */
function Replies({ replies, least = 0, onChange }: RepliesProps) {
  const { t } = useTranslation()
  return (
    <ListField
      label={t('flowForms.replies')}
      hint={t('flowForms.repliesHint')}
      items={replies}
      least={least}
      most={10}
      addLabel={t('flowForms.addReply')}
      fresh={(): Reply => ({ label: {} })}
      onChange={onChange}
    >
      {(reply, place) => {
        const change = (at: string, value: unknown) =>
          onChange(replaced(replies, place, withAt(replies[place]!, at, value)))
        return (
          <>
            <LocalTextField
              label={t('flowForms.button', { number: place + 1 })}
              longest={60}
              value={reply.label}
              onChange={(label) => change('label', label ?? {})}
            />
            <NamesInput
              label={t('flowForms.alsoSaid')}
              names={reply.words ?? []}
              removeLabel={(name) => t('flowForms.removeWord', { name })}
              onChange={(words) => change('words', orNothing(words))}
            />
          </>
        )
      }}
    </ListField>
  )
}
