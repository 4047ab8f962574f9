import type { Emotion, sentiments } from '@lingxi/contract/understanding'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type JudgedFilter, useVersionEvaluation } from '../api/training-queries.ts'
import { useTypeTitles } from '../pieces/use-type-titles.ts'
import { Button } from '../ui/button.tsx'
import { Failed, SkeletonRows } from '../ui/states.tsx'
import { Classes } from './classes.tsx'
import { Comparison } from './comparison.tsx'
import { Confusions } from './confusions.tsx'
import { Curves } from './curves.tsx'
import { JudgedDialog } from './judged-dialog.tsx'
import { useReadNames } from './use-read-names.ts'

/** What a version gets right and wrong, from the whole down to the single message. */
export function Evaluation({ versionId, running }: { versionId: string; running: string | undefined }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useVersionEvaluation(versionId)
  const nameOf = {
    intents: useReadNames(),
    entities: useTypeTitles(),
    sentiments: (name: string) => t(`understanding.sentiments.${name as (typeof sentiments)[number]}`),
    emotions: (name: string) => t(`understanding.emotions.${name as Emotion}`),
  }
  const [shown, show] = useState<JudgedFilter>()
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={2} />
  if (data.folds === 0) return <p className="mt-4 text-sm text-ink-soft">{t('training.notJudged')}</p>
  return (
    <div className="mt-4 flex flex-col gap-8 border-t border-line pt-5">
      <div className="max-w-3xl text-sm text-ink-soft">
        <p>{t('training.crossValidated', { folds: data.folds, examples: data.examples })}</p>
        <p className="mt-1">{t('training.readsLower')}</p>
        <Button size="small" className="mt-3" onClick={() => show({ wrong: true })}>
          {t('training.allWrong')}
        </Button>
      </div>
      {running && running !== versionId && <Comparison versionId={versionId} withId={running} />}
      <Confusions evaluation={data} onOpen={show} />
      <Curves evaluation={data} />
      <p className="-mb-5 max-w-3xl text-sm text-ink-soft">{t('training.columnsText')}</p>
      {(['intents', 'entities', 'sentiments', 'emotions'] as const).map((kind) => (
        <Classes key={kind} title={t(`training.classes.${kind}`)} classes={data[kind]} nameOf={nameOf[kind]} />
      ))}
      <JudgedDialog versionId={versionId} filter={shown} onClose={() => show(undefined)} />
    </div>
  )
}
