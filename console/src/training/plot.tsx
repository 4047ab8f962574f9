import { useTranslation } from 'react-i18next'

export type Line = { name: string; colour: string; dashes?: string; points: readonly (readonly [number, number])[] }
type PlotProps = {
  title: string
  text: string
  axes: { x: string; y: string }
  lines: Line[]
  /** What would be ideal: as right as sure. */
  diagonal?: boolean
  mark?: { at: number; label: string }
  /** The same in figures, for who would rather read. */
  rows: { head: string[]; body: string[][] }
}

const size = 320
const edge = 40
const place = (share: number) => edge + share * (size - 2 * edge)
const x = place
const y = (share: number) => size - place(share)

/** Shares against shares, 0–1 both ways. */
export function Plot({ title, text, axes, lines, diagonal = false, mark, rows }: PlotProps) {
  const { t } = useTranslation()
  return (
    <section aria-label={title}>
      <h4 className="font-semibold">{title}</h4>
      <p className="text-sm text-ink-soft">{text}</p>
      <p className="mt-2 flex flex-wrap gap-4 text-xs">
        {lines.map(({ name, colour, dashes }) => (
          <span key={name} className="flex items-center gap-1.5">
            <svg aria-hidden width="22" height="4">
              <line x1="0" x2="22" y1="2" y2="2" stroke={colour} strokeWidth="3" strokeDasharray={dashes} />
            </svg>
            {name}
          </span>
        ))}
        {mark && <span className="text-ink-faint">{mark.label}</span>}
      </p>
      <svg aria-hidden viewBox={`0 0 ${size} ${size}`} className="mt-1 block w-full max-w-96">
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share} stroke="var(--line)" fontSize="11">
            <line x1={x(0)} x2={x(1)} y1={y(share)} y2={y(share)} />
            <line x1={x(share)} x2={x(share)} y1={y(0)} y2={y(1)} />
            <text x={x(0) - 5} y={y(share) + 4} textAnchor="end" fill="var(--ink-faint)" stroke="none">
              {share * 100}
            </text>
            <text x={x(share)} y={y(0) + 15} textAnchor="middle" fill="var(--ink-faint)" stroke="none">
              {share * 100}
            </text>
          </g>
        ))}
        <text x={x(0.5)} y={size - 6} textAnchor="middle" fontSize="11" fill="var(--ink-faint)">
          {axes.x} %
        </text>
        <text
          x={12}
          y={size / 2}
          textAnchor="middle"
          fontSize="11"
          fill="var(--ink-faint)"
          transform={`rotate(-90 12 ${size / 2})`}
        >
          {axes.y} %
        </text>
        {diagonal && <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} stroke="var(--ink-faint)" strokeDasharray="3 4" />}
        {mark && (
          <line x1={x(mark.at)} x2={x(mark.at)} y1={y(0)} y2={y(1)} stroke="var(--danger)" strokeDasharray="2 3" />
        )}
        {lines.map(({ name, colour, dashes, points }) => (
          <g key={name} stroke={colour} fill={colour}>
            <polyline
              points={points.map(([across, up]) => `${x(across)},${y(up)}`).join(' ')}
              fill="none"
              strokeWidth="2"
              strokeDasharray={dashes}
            />
            {points.length <= 12 &&
              points.map(([across, up]) => <circle key={across} cx={x(across)} cy={y(up)} r="3" stroke="none" />)}
          </g>
        ))}
      </svg>
      <details className="mt-2 text-sm">
        <summary className="cursor-pointer text-ink-soft">{t('training.inFigures')}</summary>
        <table className="mt-2 w-full text-xs">
          <thead className="text-ink-faint">
            <tr>
              {rows.head.map((name) => (
                <th key={name} className="py-1 text-end font-normal first:text-start">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.body.map((row) => (
              <tr key={row[0]}>
                {row.map((cell, at) => (
                  <td key={rows.head[at]} className="py-0.5 text-end tabular-nums first:text-start">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
