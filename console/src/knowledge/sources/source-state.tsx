import type { Source, SourceRun } from '@lingxi/contract/source'
import { LoaderCircle, Pause } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '../../ui/badge.tsx'

export const goesOn = (run: SourceRun | null): run is SourceRun => run?.state === 'waiting' || run?.state === 'running'

const tones: Record<SourceRun['state'], Tone> = {
  waiting: 'info',
  running: 'info',
  done: 'accent',
  cancelled: 'warm',
  failed: 'danger',
}

export function RunState({ run }: { run: SourceRun }) {
  const { t } = useTranslation()
  return (
    <Badge tone={tones[run.state]}>
      {goesOn(run) && <LoaderCircle className="animate-spin" />}
      {t(`sources.states.${run.state}`)}
    </Badge>
  )
}

export function SourceState({ source }: { source: Source }) {
  const { t } = useTranslation()
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {source.lastRun ? <RunState run={source.lastRun} /> : <Badge>{t('sources.states.never')}</Badge>}
      {source.paused && (
        <Badge tone="warm">
          <Pause />
          {t('sources.paused')}
        </Badge>
      )}
    </span>
  )
}
