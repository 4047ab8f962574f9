import type { TriedHit } from '@lingxi/contract/trying'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** The rest adds next to nothing. */
const shownAtFirst = 8

/** What each word added; opened, how near its meaning is and what else moved its place. */
export function ScoreParts({ hit }: { hit: TriedHit }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const matches = hit.matches.toSorted((one, other) => other.score - one.score)
  const strongest = Math.max(matches[0]?.score ?? 0, 0.001)
  return (
    <>
      <ul aria-label={t('trying.parts.words')} className="mt-2 flex flex-wrap gap-1.5">
        {matches.slice(0, open ? undefined : shownAtFirst).map((match) => (
          <li
            key={`${match.term}${match.field}${match.by}`}
            className="relative inline-flex items-center gap-1.5 overflow-hidden rounded-md border border-line bg-sunken px-2 py-0.5 text-xs"
          >
            <span
              aria-hidden
              className="absolute inset-y-0 start-0 bg-mark opacity-70"
              style={{ width: `${(match.score / strongest) * 100}%` }}
            />
            <span className="relative font-medium">{match.term}</span>
            {match.by === 'meaning' && <span className="relative italic">{t('trying.parts.meaning')}</span>}
            <span className="relative text-ink-soft">{t(`knowledge.try.fields.${match.field}`)}</span>
            <span className="relative tabular-nums">+{match.score.toFixed(2)}</span>
          </li>
        ))}
        {!open && matches.length > shownAtFirst && (
          <li className="text-xs text-ink-faint">+{matches.length - shownAtFirst}</li>
        )}
      </ul>
      {(hit.signs.length > 0 || hit.similarity !== null) && (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="group mt-2 text-xs">
          <summary className="flex w-fit list-none items-center gap-1 rounded text-ink-soft hover:text-ink">
            <ChevronRight className="size-3.5 transition-transform group-open:rotate-90" />
            {t('trying.parts.signs')}
          </summary>
          <dl className="mt-1.5 grid gap-x-5 gap-y-1 sm:grid-cols-2">
            {hit.similarity !== null && <Part name={t('trying.parts.vector')} value={hit.similarity.toFixed(3)} />}
            {hit.signs.map(({ sign, value, adds }) => (
              <Part
                key={sign}
                name={t(`trying.signs.${sign}`)}
                value={`${Math.round(value * 100)}% → +${adds.toFixed(2)}`}
              />
            ))}
          </dl>
        </details>
      )}
    </>
  )
}

function Part({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex justify-between gap-3">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="tabular-nums">{value}</dd>
    </div>
  )
}
