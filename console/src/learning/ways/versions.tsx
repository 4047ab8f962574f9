import type { ChoosingStanding, ChoosingVersion } from '@lingxi/contract/choosing'
import { GraduationCap, Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChoosingVersions, useLearnChoosing, useUseVersion } from '../../api/choosing-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { useWhen } from '../../i18n/when.ts'
import { More } from '../more.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Judgement } from './judgement.tsx'

/** What was learnt, the newest first, each with what it would have brought; one is used, or none. */
export function Versions({ standing }: { standing: ChoosingStanding }) {
  const { t } = useTranslation()
  const mayChange = useMay('supervisor')
  const [offset, setOffset] = useState(0)
  const [wanted, setWanted] = useState<number>()
  const { data, error, refetch } = useChoosingVersions(offset)
  return (
    <section aria-label={t('choosing.versions')}>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <h2 className="flex-1 basis-60 text-lg font-semibold">{t('choosing.versions')}</h2>
        {mayChange && standing.used > 0 && (
          <Button size="small" onClick={() => setWanted(0)}>
            {t('choosing.backToShipped')}
          </Button>
        )}
        {mayChange && <LearnNow />}
      </div>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={2} />)}
      {data?.total === 0 && (
        <Empty icon={<GraduationCap />} title={t('choosing.noVersions')} text={t('choosing.noVersionsText')} />
      )}
      <ul className="flex flex-col gap-3">
        {data?.versions.map((version) => (
          <Version
            key={version.number}
            version={version}
            onUse={mayChange ? () => setWanted(version.number) : undefined}
          />
        ))}
      </ul>
      <More offset={offset} total={data?.total ?? 0} onChange={setOffset} />
      <UseVersion wanted={wanted} standing={standing} onClose={() => setWanted(undefined)} />
    </section>
  )
}

type UseVersionProps = { wanted: number | undefined; standing: ChoosingStanding; onClose: () => void }

function UseVersion({ wanted, standing, onClose }: UseVersionProps) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const use = useUseVersion()
  const confirmed = () =>
    wanted !== undefined &&
    use.mutate(
      { number: wanted, version: standing.version },
      { onSuccess: () => void tell(t('choosing.changed')), onError: warn },
    )
  return (
    <Confirm
      open={wanted !== undefined}
      title={wanted === 0 ? t('choosing.backToShipped') : t('choosing.useTitle', { number: wanted ?? 0 })}
      text={t('choosing.useText')}
      action={t('choosing.use')}
      onConfirm={confirmed}
      onClose={onClose}
    />
  )
}

function Version({ version, onUse }: { version: ChoosingVersion; onUse: (() => void) | undefined }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const { number, state, samples, judgement, createdAt, createdBy } = version
  const mayBeUsed = state === 'retired' || (state === 'candidate' && judgement?.verdict === 'not-worse')
  return (
    <li className="rounded-2xl border border-line bg-surface p-5">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="font-semibold">{t('choosing.version', { number })}</h3>
        <span className="text-sm text-ink-faint">{full(createdAt)}</span>
        <span className="flex flex-1 gap-1.5">
          <Badge tone={state === 'in-use' ? 'accent' : 'plain'}>{t(`choosing.states.${state}`)}</Badge>
        </span>
        {onUse && mayBeUsed && (
          <Button size="small" onClick={onUse}>
            {t(state === 'retired' ? 'choosing.useAgain' : 'choosing.use')}
          </Button>
        )}
      </header>
      <p className="mt-1 text-sm text-ink-faint">
        {t('choosing.learntFrom', { count: samples })} ·{' '}
        {t(createdBy === null ? 'choosing.byNight' : 'choosing.byPerson')}
      </p>
      <Judgement judgement={judgement} />
    </li>
  )
}

function LearnNow() {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const { mutate, isPending } = useLearnChoosing()
  const learn = () =>
    mutate(undefined, {
      onSuccess: (result) =>
        void tell(
          result.outcome === 'learnt'
            ? t('choosing.learnt', { number: result.version.number })
            : t('choosing.nothingNew', { known: result.known, needed: result.needed }),
        ),
      onError: warn,
    })
  return (
    <Button size="small" disabled={isPending} onClick={learn}>
      <Sparkles />
      {t('choosing.learnNow')}
    </Button>
  )
}
