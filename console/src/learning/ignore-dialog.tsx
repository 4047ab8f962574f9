import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIgnore } from '../api/learning-queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'

/** Nothing is put aside without a reason that others can read. */
export function IgnoreButton({ of, id }: { of: 'finding' | 'gap'; id: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const ignore = useIgnore(of)
  const close = () => setOpen(false)
  const save = () => ignore.mutate({ id, why: why.trim() }, { onSuccess: close })
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('learning.ignore')}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={t('learning.ignoreTitle')}
        footer={
          <>
            <Button onClick={close}>{t('app.actions.cancel')}</Button>
            <Button look="primary" disabled={why.trim() === '' || ignore.isPending} onClick={save}>
              {t('learning.ignore')}
            </Button>
          </>
        }
      >
        <Field label={t('learning.why')}>
          {(names) => (
            <TextArea
              {...names}
              rows={3}
              maxLength={500}
              value={why}
              onChange={(event) => setWhy(event.target.value)}
            />
          )}
        </Field>
        <Refused error={ignore.error} />
      </Dialog>
    </>
  )
}
