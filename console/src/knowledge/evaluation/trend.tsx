import type { EvaluationRun } from '@lingxi/contract/evaluation'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../i18n/when.ts'
import { Panel } from '../../ui/page.tsx'
import { percent } from './figures.tsx'

const width = 640
const height = 140
const edge = 40
const above = 10
const lines = [
  { name: 'precision', colour: 'var(--accent)', dashes: undefined },
  { name: 'coverage', colour: 'var(--info-ink)', dashes: '6 4' },
] as const

/** How precision and coverage went from run to run; the runs below say the same in figures. */
export function Trend({ runs }: { runs: EvaluationRun[] }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const done = runs.filter(({ figures }) => figures !== null).toReversed()
  const x = (place: number) => edge + (place * (width - 2 * edge)) / Math.max(1, done.length - 1)
  const y = (share: number) => above + (1 - share) * (height - 2 * above)
  return (
    <Panel title={t('evaluation.trend')} lead={t('evaluation.trendText')}>
      {done.length < 2 && <p className="text-ink-faint">{t('evaluation.noTrend')}</p>}
      {done.length >= 2 && (
        <>
          <p className="mb-2 flex gap-5 text-sm">
            {lines.map(({ name, colour, dashes }) => (
              <span key={name} className="flex items-center gap-2">
                <svg aria-hidden width="24" height="4">
                  <line x1="0" x2="24" y1="2" y2="2" stroke={colour} strokeWidth="3" strokeDasharray={dashes} />
                </svg>
                {t(`evaluation.${name}`)}
              </span>
            ))}
          </p>
          <ul className="sr-only">
            {done.map(({ id, createdAt, figures }) => (
              <li key={id}>{`${full(createdAt)} ${percent(figures!.precision)} / ${percent(figures!.coverage)}`}</li>
            ))}
          </ul>
          <svg aria-hidden viewBox={`0 0 ${width} ${height}`} className="block h-auto max-h-56 w-full">
            {[0, 0.5, 1].map((share) => (
              <g key={share}>
                <line x1={edge} x2={width - edge} y1={y(share)} y2={y(share)} stroke="var(--line)" />
                <text x={edge - 6} y={y(share) + 4} textAnchor="end" fontSize="11" fill="var(--ink-faint)">
                  {percent(share)}
                </text>
              </g>
            ))}
            {lines.map(({ name, colour, dashes }) => {
              const points = done.flatMap(({ figures }, place) => {
                const share = figures![name]
                return share === null ? [] : [{ place, at: [x(place), y(share)] as const }]
              })
              return (
                <g key={name} stroke={colour} fill={colour}>
                  <polyline
                    points={points.map(({ at }) => at.join(',')).join(' ')}
                    fill="none"
                    strokeWidth="2.5"
                    strokeDasharray={dashes}
                  />
                  {points.map(({ place, at: [cx, cy] }) => (
                    <circle key={place} cx={cx} cy={cy} r={dashes ? 3 : 5} />
                  ))}
                </g>
              )
            })}
          </svg>
        </>
      )}
    </Panel>
  )
}
