import { CircleCheck, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLabelTasks } from '../../api/labelling-queries.ts'
import { useShownText } from '../../pieces/shown-text.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/page.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { useIntentWords } from '../../pieces/intent-words.ts'
import { LabelPicker } from '../label-picker.tsx'
import { type Said, useTurns } from './use-turns.ts'

/** What waits for a label of the reader, one at a time. */
export function Tasks() {
  const { t } = useTranslation()
  const shown = useShownText()
  const { data, error, refetch } = useLabelTasks()
  const { task, last, isAgain, isPending, say, goBack, skip } = useTurns(data?.tasks)
  useShortcuts({ s: skip })
  return (
    <Panel
      title={t('labelling.tasks')}
      {...(data && { lead: t('labelling.waitingForYou', { count: data.waiting }) })}
      actions={
        task && (
          <Button size="small" onClick={skip}>
            {t(isAgain ? 'app.actions.cancel' : 'labelling.skip')}
          </Button>
        )
      }
    >
      {last && <Last said={last} onGoBack={goBack} />}
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={2} />)}
      {data && !task && (
        <Empty icon={<CircleCheck />} title={t('labelling.noTasks')} text={t('labelling.noTasksText')} />
      )}
      {task && (
        <>
          <blockquote className="mb-3 border-s-3 border-accent ps-4 text-lg break-words">{shown(task.text)}</blockquote>
          <p className="mb-4 flex flex-wrap items-center gap-2 text-xs text-ink-faint">
            <Badge>{t(`app.languages.${task.language}`)}</Badge>
            {task.count > 1 && <Badge tone="info">{t('labelling.times', { count: task.count })}</Badge>}
            <span className="ms-auto hidden sm:inline">{t('labelling.taskKeys')}</span>
          </p>
          <LabelPicker key={task.messageId} disabled={isPending} onPick={say} />
        </>
      )}
    </Panel>
  )
}

function Last({ said: { task, label, mayChange }, onGoBack }: { said: Said; onGoBack: () => void }) {
  const { t } = useTranslation()
  const words = useIntentWords()
  const shown = useShownText()
  return (
    <p aria-live="polite" className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
      <span className="min-w-0 break-words">
        {t('labelling.youSaid', { text: shown(task.text), name: words.ofLabel(label) })}
      </span>
      {mayChange && (
        <Button size="small" look="quiet" onClick={onGoBack}>
          <Undo2 />
          {t('labelling.changeLast')}
        </Button>
      )}
    </p>
  )
}
