import type { FlowRelease, FlowRollout } from '@lingxi/contract/flow-versions'
import { CalendarX2, CircleCheckBig, OctagonX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCancelPlan, useReleaseFlows, useStopCandidate } from '../../api/flow-version-queries.ts'
import { useWhen } from '../../i18n/when.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'

type RolloutProps = { rollout: FlowRollout; releases: FlowRelease[]; mayChange: boolean }

/** Which versions conversations begin with now, and what is planned. */
export function Rollout({ rollout, releases, mayChange }: RolloutProps) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const { warn } = useToast()
  const cancel = useCancelPlan()
  const { live, candidate, plans } = rollout
  if (live === null && plans.length === 0) return null
  return (
    <Panel title={t('flowVersions.rollout')} lead={t('flowVersions.rolloutLead')}>
      <div className="flex flex-col gap-4">
        {live !== null && <Shares live={live} candidate={candidate} />}
        {candidate && live !== null && mayChange && (
          <CandidateActs key={rollout.version} rollout={rollout} candidate={candidate} />
        )}
        {plans.map(({ id, number, share, at }) => (
          <p key={id} className="flex flex-wrap items-center gap-3 rounded-lg bg-hover px-3 py-2">
            <span className="flex-1">{t('flowVersions.planned', { number, share, at: full(at) })}</span>
            {mayChange && (
              <Button size="small" onClick={() => cancel.mutate(id, { onError: warn })}>
                <CalendarX2 />
                {t('flowVersions.cancelPlan')}
              </Button>
            )}
          </p>
        ))}
        {releases.length > 0 && (
          <details>
            <summary className="cursor-pointer text-sm text-ink-soft">
              {t('flowVersions.history', { count: releases.length })}
            </summary>
            <ol className="mt-2 flex flex-col gap-1 text-sm">
              {releases.map(({ at, kind, number, share }, place) => (
                <li key={place} className="flex gap-3">
                  <time dateTime={at} className="text-ink-faint">
                    {full(at)}
                  </time>
                  {t(`flowVersions.releases.${kind}`, { number, share })}
                </li>
              ))}
            </ol>
          </details>
        )}
      </div>
    </Panel>
  )
}

/** One bar for all who begin a conversation. */
function Shares({ live, candidate }: Pick<FlowRollout, 'candidate'> & { live: number }) {
  const { t } = useTranslation()
  const share = candidate?.share ?? 0
  return (
    <div>
      <div aria-hidden className="flex h-3 overflow-hidden rounded-full bg-line">
        <span className="bg-accent transition-[width]" style={{ width: `${100 - share}%` }} />
        <span className="bg-note-ink transition-[width]" style={{ width: `${share}%` }} />
      </div>
      <p className="mt-1.5 flex flex-wrap justify-between gap-3 text-sm">
        <span className="text-accent-strong">{t('flowVersions.liveShare', { number: live, share: 100 - share })}</span>
        {candidate && (
          <span className="text-note-ink">{t('flowVersions.candidateShare', { number: candidate.number, share })}</span>
        )}
      </p>
    </div>
  )
}

type CandidateActsProps = { rollout: FlowRollout; candidate: NonNullable<FlowRollout['candidate']> }

function CandidateActs({ rollout, candidate }: CandidateActsProps) {
  const { t } = useTranslation()
  const { warn } = useToast()
  const release = useReleaseFlows()
  const stop = useStopCandidate()
  const [share, setShare] = useState(candidate.share)
  const { number } = candidate
  const setTo = (to: number) => release.mutate({ number, rollout: rollout.version, share: to }, { onError: warn })
  return (
    <div className="flex flex-wrap items-center gap-3">
      <label className="flex min-w-60 flex-1 items-center gap-3">
        <span className="text-sm whitespace-nowrap">{t('flowVersions.share')}</span>
        <input
          type="range"
          min={1}
          max={99}
          value={share}
          className="flex-1 accent-(--accent)"
          onChange={({ target }) => setShare(Number(target.value))}
        />
        <output className="w-12 text-end tabular-nums">{share} %</output>
      </label>
      <Button size="small" disabled={share === candidate.share} onClick={() => setTo(share)}>
        {t('flowVersions.setShare')}
      </Button>
      <Button size="small" look="primary" onClick={() => setTo(100)}>
        <CircleCheckBig />
        {t('flowVersions.makeWhole')}
      </Button>
      <Button size="small" look="danger" onClick={() => stop.mutate(rollout.version, { onError: warn })}>
        <OctagonX />
        {t('flowVersions.stop')}
      </Button>
    </div>
  )
}
