import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Refused } from '../ui/states.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'

type EditDialogProps = {
  title: string
  saving: { isPending: boolean; error: Error | null }
  /** Somebody else saved it meanwhile: how it stands now, and how to write over that. */
  newer: { now: string; onKeepMine: () => void } | undefined
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** What is edited as a form and saved whole; what others saved meanwhile is shown, and not written over unasked. */
export function EditDialog({ title, saving, newer, onSubmit, onClose, children }: EditDialogProps) {
  const { t } = useTranslation()
  const formId = useId()
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={saving.isPending || newer !== undefined}>
            {t(saving.isPending ? 'app.actions.saving' : 'app.actions.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
        className="flex flex-col gap-4"
      >
        {newer ? (
          <ChangedMeanwhile now={newer.now} onTakeTheirs={onClose} onKeepMine={newer.onKeepMine} />
        ) : (
          <Refused error={saving.error} />
        )}
        {children}
      </form>
    </Dialog>
  )
}
