import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useImportWords } from '../../api/words-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Refused } from '../../ui/states.tsx'

/** Many lines at once, typed or from a file; what was refused is said line by line. */
export function ImportWords({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const formId = useId()
  const [lines, setLines] = useState('')
  const { mutate, data: report, error, isPending } = useImportWords()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate(new Blob([lines]))
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('dictionary.importing.title')}
      about={t('dictionary.importing.lead')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.close')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={isPending || !lines.trim()}>
            {t('dictionary.importing.submit')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Refused error={error} />
        <Field label={t('dictionary.importing.lines')}>
          {(names) => (
            <TextArea
              {...names}
              rows={8}
              placeholder={t('dictionary.importing.placeholder')}
              value={lines}
              onChange={(event) => setLines(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('dictionary.importing.file')}>
          {(names) => (
            <input
              {...names}
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              className="text-sm"
              onChange={(event) => void event.target.files?.[0]?.text().then(setLines)}
            />
          )}
        </Field>
        <div aria-live="polite" className="text-sm">
          {report && (
            <p className="rounded-lg bg-accent-soft px-3 py-2 text-accent-strong">
              {t('dictionary.importing.counts', report)}
            </p>
          )}
          {report && report.refused.length > 0 && (
            <div className="mt-2 rounded-lg bg-danger-soft px-3 py-2 text-danger">
              <p className="font-medium">{t('dictionary.importing.refused', { count: report.refused.length })}</p>
              <ul className="mt-1">
                {report.refused.slice(0, 50).map(({ row, text, reason }) => (
                  <li key={row}>{`${t('dictionary.importing.row', { row })} · ${text} · ${reason}`}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </form>
    </Dialog>
  )
}
