import type { LearntVersion } from '@lingxi/contract/training'
import { GraduationCap, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLearntVersions, useRemoveVersion, useRollBackVersion } from '../api/training-queries.ts'
import { useMay } from '../api/use-session.ts'
import { useWhen } from '../i18n/when.ts'
import { Replay } from '../pieces/replay/replay.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { Evaluation } from './evaluation.tsx'
import { finePercent } from '../ui/fine-percent.ts'
import { figureNames } from './figures.ts'
import { Release } from './release.tsx'

type VersionsProps = {
  after: string
  running: string | undefined
  chosen: string | undefined
  onChoose: (id: string | undefined) => void
}

export function Versions({ after, running, chosen, onChoose }: VersionsProps) {
  const { t } = useTranslation()
  const mayTeach = useMay('supervisor')
  const { data, error, refetch } = useLearntVersions(after)
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={3} />
  if (data.versions.length === 0)
    return <Empty icon={<GraduationCap />} title={t('training.noVersions')} text={t('training.noVersionsText')} />
  return (
    <section aria-label={t('training.versions')}>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <h2 className="flex-1 text-lg font-semibold">{t('training.versions')}</h2>
        {mayTeach && running && <RollBack />}
      </div>
      <ul className="flex flex-col gap-3">
        {data.versions.map((version) => (
          <li key={version.id} className="rounded-2xl border border-line bg-surface p-5">
            <Version version={version} mayTeach={mayTeach} />
            <Button
              size="small"
              look="quiet"
              className="mt-3"
              aria-expanded={chosen === version.id}
              onClick={() => onChoose(chosen === version.id ? undefined : version.id)}
            >
              {t(chosen === version.id ? 'training.hideEvaluation' : 'training.showEvaluation')}
            </Button>
            {chosen === version.id && <Evaluation versionId={version.id} running={running} />}
            {chosen === version.id && !mayTeach && !version.running && (
              <div className="mt-4">
                <Replay what={version.id} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Version({ version, mayTeach }: { version: LearntVersion; mayTeach: boolean }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const [releasing, setReleasing] = useState(false)
  const { number, running, note, taught, figures, bytes, seconds, createdAt } = version
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="font-semibold">{t('training.version', { number })}</h3>
        <span className="text-sm text-ink-faint">{full(createdAt)}</span>
        <span className="flex flex-1 gap-1.5">{running && <Badge tone="accent">{t('training.atWork')}</Badge>}</span>
        {mayTeach && !running && (
          <span className="flex gap-2">
            <Remove version={version} />
            <Button size="small" aria-expanded={releasing} onClick={() => setReleasing(!releasing)}>
              {t('training.release')}
            </Button>
          </span>
        )}
      </header>
      {note && <p className="mt-1 text-ink-soft">{note}</p>}
      <dl className="mt-3 flex flex-wrap gap-x-7 gap-y-3">
        {figureNames.map((name) =>
          figures[name] === null ? null : (
            <div key={name}>
              <dt className="text-xs text-ink-faint">{t(`training.figures.${name}`)}</dt>
              <dd className="text-lg tabular-nums">{finePercent(figures[name])}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="mt-2 text-xs text-ink-faint">
        {t('training.learntFrom', {
          intents: taught.intents,
          examples: taught.examples,
          seconds: Math.ceil(seconds),
          size: (Math.ceil(bytes / 100_000) / 10).toFixed(1),
        })}
      </p>
      {releasing && !running && <Release version={version} onClose={() => setReleasing(false)} />}
    </>
  )
}

function Remove({ version: { id, number } }: { version: LearntVersion }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const remove = useRemoveVersion()
  const [asking, ask] = useState(false)
  const act = () => remove.mutate(id, { onSuccess: () => tell(t('training.removed', { number })), onError: warn })
  return (
    <>
      <Button size="small" look="quiet" onClick={() => ask(true)}>
        {t('training.remove')}
      </Button>
      <Confirm
        open={asking}
        title={t('training.removeTitle', { number })}
        text={t('training.removeText')}
        action={t('training.remove')}
        dangerous
        onConfirm={act}
        onClose={() => ask(false)}
      />
    </>
  )
}

function RollBack() {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const rollBack = useRollBackVersion()
  const [asking, ask] = useState(false)
  const act = () =>
    rollBack.mutate(undefined, {
      onSuccess: ({ running }) =>
        tell(running ? t('training.released', { number: running.number }) : t('training.noneReads')),
      onError: warn,
    })
  return (
    <>
      <Button size="small" disabled={rollBack.isPending} onClick={() => ask(true)}>
        <Undo2 />
        {t('training.rollBack')}
      </Button>
      <Confirm
        open={asking}
        title={t('training.rollBack')}
        text={t('training.rollBackText')}
        action={t('training.rollBack')}
        onConfirm={act}
        onClose={() => ask(false)}
      />
    </>
  )
}
