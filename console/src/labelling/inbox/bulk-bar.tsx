import type { InboxState } from '@lingxi/contract/labelling'
import { CircleOff, EyeOff, GraduationCap, Undo2, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import type { InboxActs } from './use-inbox-acts.ts'

type BulkBarProps = {
  ids: string[]
  state: InboxState
  acts: InboxActs
  onTeach: () => void
  onDone: () => void
}

/** What can be done to the chosen messages together. */
export function BulkBar({ ids, state, acts, onTeach, onDone }: BulkBarProps) {
  const { t } = useTranslation()
  const all = (act: (ids: string[]) => void) => () => {
    act(ids)
    onDone()
  }
  return (
    <section
      aria-label={t('labelling.bulk')}
      className="flex flex-wrap items-center gap-2 rounded-xl border border-accent-line bg-accent-soft px-4 py-2"
    >
      <span aria-live="polite" className="me-auto font-medium text-accent-strong">
        {t('labelling.chosen', { count: ids.length })}
      </span>
      {state === 'open' && (
        <>
          <Button size="small" onClick={onTeach}>
            <GraduationCap />
            {t('labelling.teach')}
          </Button>
          <Button size="small" onClick={all((some) => acts.teach(some, { kind: 'out-of-scope' }))}>
            <CircleOff />
            {t('labelling.outOfScope')}
          </Button>
        </>
      )}
      <Button size="small" onClick={all(acts.send)}>
        <Users />
        {t('labelling.send')}
      </Button>
      {state === 'open' ? (
        <Button size="small" onClick={all(acts.dismiss)}>
          <EyeOff />
          {t('labelling.dismiss')}
        </Button>
      ) : (
        <Button size="small" onClick={all(acts.takeBack)}>
          <Undo2 />
          {t('labelling.takeBack')}
        </Button>
      )}
    </section>
  )
}
