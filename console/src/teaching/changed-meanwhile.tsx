import { GitMerge } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'

type ChangedMeanwhileProps = {
  /** How it stands now. */
  now: string
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Somebody else saved what is being edited: what they wrote, and whether it is to be written over. */
export function ChangedMeanwhile({ now, onKeepMine, onTakeTheirs }: ChangedMeanwhileProps) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="rounded-xl border border-note-line bg-note p-3 text-note-ink">
      <p className="flex items-center gap-2 font-medium">
        <GitMerge className="size-4 shrink-0" />
        {t('teaching.conflict.title')}
      </p>
      <p className="mt-1 text-sm break-words">{t('teaching.conflict.now', { text: now })}</p>
      <span className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={onTakeTheirs}>
          {t('teaching.conflict.theirs')}
        </Button>
        <Button size="small" onClick={onKeepMine}>
          {t('teaching.conflict.mine')}
        </Button>
      </span>
    </div>
  )
}
