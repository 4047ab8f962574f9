import type { SearchHit } from '@lingxi/contract/knowledge'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Panel } from '../ui/page.tsx'
import { plainText } from '../ui/plain-text.ts'

/** Every passage that was found, and which word found it where. */
export function TriedHits({ hits }: { hits: SearchHit[] }) {
  const { t } = useTranslation()
  const best = Math.max(...hits.map(({ score }) => score), 0.001)
  return (
    <Panel title={t('knowledge.try.found')} lead={t('knowledge.try.foundText')}>
      {hits.length === 0 && <p className="text-ink-faint">{t('knowledge.try.noHits')}</p>}
      <ol className="flex flex-col divide-y divide-line">
        {hits.map((hit) => (
          <li key={`${hit.articleId}${hit.start}`} className="py-4 first:pt-0 last:pb-0">
            <Hit hit={hit} share={hit.score / best} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

/** The rest adds next to nothing. */
const shownAtFirst = 8

function Hit({ hit, share }: { hit: SearchHit; share: number }) {
  const { t } = useTranslation()
  const matches = hit.matches.toSorted((one, other) => other.score - one.score)
  const strongest = Math.max(matches[0]?.score ?? 0, 0.001)
  return (
    <article>
      <div className="flex items-baseline gap-3">
        <Link
          to="/knowledge/articles/$articleId"
          params={{ articleId: hit.articleId }}
          className="min-w-0 flex-1 font-medium hover:text-accent hover:underline"
        >
          {hit.title}
          {hit.heading && hit.heading !== hit.title && (
            <span className="font-normal text-ink-faint"> › {hit.heading}</span>
          )}
        </Link>
        <span className="shrink-0 text-sm text-ink-soft tabular-nums">
          {t('knowledge.try.score')} {hit.score.toFixed(2)}
        </span>
      </div>
      <div aria-hidden className="mt-1.5 h-1 rounded-full bg-line">
        <div className="h-full rounded-full bg-accent/70" style={{ width: `${share * 100}%` }} />
      </div>
      <p className="mt-2 line-clamp-3 text-sm whitespace-pre-line text-ink-soft">{plainText(hit.text)}</p>
      <ul className="mt-2 flex flex-wrap gap-1.5">
        {matches.slice(0, shownAtFirst).map((match) => (
          <li
            key={`${match.term}${match.field}`}
            className="relative inline-flex items-center gap-1.5 overflow-hidden rounded-md border border-line bg-sunken px-2 py-0.5 text-xs"
          >
            <span
              aria-hidden
              className="absolute inset-y-0 start-0 bg-mark opacity-70"
              style={{ width: `${(match.score / strongest) * 100}%` }}
            />
            <span className="relative font-medium">{match.term}</span>
            <span className="relative text-ink-soft">{t(`knowledge.try.fields.${match.field}`)}</span>
            <span className="relative tabular-nums">+{match.score.toFixed(2)}</span>
          </li>
        ))}
        {matches.length > shownAtFirst && <li className="text-xs text-ink-faint">+{matches.length - shownAtFirst}</li>}
      </ul>
    </article>
  )
}
