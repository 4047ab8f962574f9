import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'

type SaveRowProps = {
  changed: boolean
  /** What is written may be saved. */
  isSound?: boolean
  isPending: boolean
  onDiscard: () => void
}

/** At the end of a form: save what was changed, or take it back. */
export function SaveRow({ changed, isSound = true, isPending, onDiscard }: SaveRowProps) {
  const { t } = useTranslation()
  return (
    <span className="flex justify-end gap-2">
      {changed && <Button onClick={onDiscard}>{t('app.actions.discard')}</Button>}
      <Button type="submit" look="primary" disabled={!changed || !isSound || isPending}>
        {t(isPending ? 'app.actions.saving' : 'app.actions.save')}
      </Button>
    </span>
  )
}
