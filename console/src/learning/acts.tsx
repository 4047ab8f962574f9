import { useTranslation } from 'react-i18next'
import { useActs, useUndo } from '../api/learning-queries.ts'
import { useMay } from '../api/use-session.ts'
import { useWhen } from '../i18n/when.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/page.tsx'
import { Refused } from '../ui/states.tsx'
import type { ScoreReason } from './words.ts'

/** What the machine did to articles, each with its reason and a way back. */
export function Acts() {
  const { t } = useTranslation()
  const { short } = useWhen()
  const mayDecide = useMay('supervisor')
  const { data } = useActs()
  const undo = useUndo()
  if (!data || data.acts.length === 0) return null
  return (
    <div className="mb-4">
      <Panel title={t('learning.acts')} lead={t('learning.actsLead')}>
        <Refused error={undo.error} />
        <ul className="flex flex-col gap-2">
          {data.acts.map((act) => (
            <li key={act.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <span className="font-medium">{t(`learning.actKinds.${act.kind}`)}</span>
              <span className="min-w-0 flex-1 basis-40 break-words">{act.title}</span>
              <span className="text-ink-faint">
                {act.why
                  .map(({ reason, number }) =>
                    t(`learning.scoreReasons.${reason as ScoreReason}`, { number: number ?? '' }),
                  )
                  .join(' · ')}
                {` · ${short(act.at)}`}
              </span>
              {act.undoneAt ? (
                <span className="text-ink-faint">{t('learning.undone')}</span>
              ) : (
                mayDecide && (
                  <Button size="small" disabled={undo.isPending} onClick={() => undo.mutate(act.id)}>
                    {t('learning.undo')}
                  </Button>
                )
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
