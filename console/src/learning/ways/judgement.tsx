import { type ChoosingJudgement, leastEffective } from '@lingxi/contract/choosing'
import { useTranslation } from 'react-i18next'
import { percent } from '../../ui/share-bar.tsx'

const tones = { 'not-worse': 'text-accent-strong', unproven: 'text-note-ink', 'too-few': 'text-ink-soft' }

/** What a version would have brought, beside what ran, in words: how sure that is stands with it. */
export function Judgement({ judgement }: { judgement: ChoosingJudgement | null }) {
  const { t } = useTranslation()
  if (!judgement) return <p className="mt-2 text-sm text-ink-soft">{t('choosing.notJudged')}</p>
  const { verdict, against, candidate, running } = judgement
  const rows = [
    { name: t('choosing.thisOne'), estimate: candidate.doublyRobust },
    {
      name: against === 0 ? t('choosing.shipped') : t('choosing.version', { number: against }),
      estimate: running.doublyRobust,
    },
  ]
  return (
    <div className="mt-3">
      <p className={`text-sm font-medium ${tones[verdict]}`}>
        {t(`choosing.verdicts.${verdict}`, { have: Math.floor(candidate.effective), needed: leastEffective })}
      </p>
      {verdict !== 'too-few' && (
        <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
          {rows.map(({ name, estimate: { value, lower, upper } }) => (
            <div key={name}>
              <dt className="text-xs text-ink-faint">{name}</dt>
              <dd className="tabular-nums">
                <span className="text-lg">{percent(within(value))}</span>{' '}
                <span className="text-xs text-ink-faint">
                  {t('choosing.between', { lower: percent(within(lower)), upper: percent(within(upper)) })}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

/** An estimate may lie beyond what can be. */
const within = (share: number) => Math.min(1, Math.max(0, share))
