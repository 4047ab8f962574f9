import type { ReleaseReplay } from '@lingxi/contract/release-replays'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAcceptChanges } from '../../api/replay-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Refused } from '../../ui/states.tsx'

export type Acceptable = { key: string; text: string }
type AcceptProps = {
  replay: Pick<ReleaseReplay, 'id' | 'what'>
  title: string
  /** What was pointed at. */
  first: Acceptable
  /** All that may pass for the same reason, the first among them. */
  open: readonly Acceptable[]
  onClose: () => void
}

/** Somebody lets what a replay found pass and says why; it stands beside each of it from then on. */
export function AcceptChanges({ replay, title, first, open, onClose }: AcceptProps) {
  const { t } = useTranslation()
  const accept = useAcceptChanges(replay)
  const [reason, setReason] = useState('')
  const [keys, setKeys] = useState(() => new Set([first.key]))
  const isComplete = reason.trim() !== '' && keys.size > 0
  const submit = () => accept.mutate({ keys: [...keys], reason: reason.trim() }, { onSuccess: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      about={open.length > 1 ? undefined : first.text}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button look="primary" disabled={!isComplete || accept.isPending} onClick={submit}>
            {open.length > 1 ? t('replay.acceptThem', { count: keys.size }) : t('replay.accept')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Refused error={accept.error} />
        <Field label={t('replay.reason')} hint={t('replay.reasonHint')}>
          {(names) => (
            <TextArea
              {...names}
              rows={3}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        {open.length > 1 && <Choice open={open} keys={keys} onChoose={setKeys} />}
      </div>
    </Dialog>
  )
}

type ChoiceProps = { open: readonly Acceptable[]; keys: Set<string>; onChoose: (keys: Set<string>) => void }

function Choice({ open, keys, onChoose }: ChoiceProps) {
  const { t } = useTranslation()
  const isAll = keys.size === open.length
  const toggle = (key: string, isChosen: boolean) =>
    onChoose(new Set(isChosen ? [...keys, key] : [...keys].filter((each) => each !== key)))
  const line = 'flex items-start gap-2.5'
  return (
    <fieldset className="flex flex-col gap-2.5 text-sm">
      <legend className="mb-2 font-medium">{t('replay.toAccept')}</legend>
      <p className={line}>
        <Checkbox
          label={t('replay.acceptAll')}
          checked={isAll}
          some={!isAll && keys.size > 0}
          onChange={() => onChoose(new Set(isAll ? [] : open.map(({ key }) => key)))}
        />
        <span className="text-ink-soft">{t('replay.acceptAll')}</span>
      </p>
      {open.map(({ key, text }) => (
        <p key={key} className={line}>
          <Checkbox label={text} checked={keys.has(key)} onChange={(isChosen) => toggle(key, isChosen)} />
          <span className="min-w-0 flex-1 break-words">{text}</span>
        </p>
      ))}
    </fieldset>
  )
}
