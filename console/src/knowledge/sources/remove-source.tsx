import type { Source } from '@lingxi/contract/source'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemoveSource } from '../../api/source-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refused } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'

/** Removes a source once somebody has said what becomes of its articles. */
export function RemoveSource({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { tell } = useToast()
  const [articles, setArticles] = useState<'keep' | 'drop'>('keep')
  const remove = useRemoveSource(source.id)
  const removeIt = () =>
    remove.mutate(articles === 'keep', {
      onSuccess: () => {
        tell(t('sources.actions.removed'))
        void navigate({ to: '/knowledge/sources' })
      },
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('sources.removal.title', { name: source.name })}
      about={t('sources.removal.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button look="danger" disabled={remove.isPending} onClick={removeIt}>
            {t('sources.actions.remove')}
          </Button>
        </>
      }
    >
      <Refused error={remove.error} />
      <fieldset className="flex flex-col gap-2">
        <legend className="sr-only">{t('sources.removal.title', { name: source.name })}</legend>
        {(['keep', 'drop'] as const).map((choice) => (
          <label
            key={choice}
            className="flex gap-3 rounded-xl border border-line p-3.5 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name="articles"
              checked={articles === choice}
              onChange={() => setArticles(choice)}
              className="mt-1 accent-(--accent)"
            />
            <span className="flex-1">
              {t(`sources.removal.${choice}`)}
              <span className="block text-sm text-ink-soft">{t(`sources.removal.${choice}Hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}
