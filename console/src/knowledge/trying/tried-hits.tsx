import type { TriedHit } from '@lingxi/contract/trying'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { Panel } from '../../ui/page.tsx'
import { plainText } from '../../ui/plain-text.ts'
import { ScoreParts } from './score-parts.tsx'

type TriedHitsProps = {
  hits: TriedHit[]
  /** What the question has in quotes. */
  phrases: string[]
  /** What was found under the conditions that these are compared with. */
  before?: TriedHit[] | undefined
}
const keyOf = ({ articleId, start, variant }: TriedHit) => `${articleId} ${start} ${variant?.place ?? ''}`

/** Every passage that was found, and what its score is made of. */
export function TriedHits({ hits, phrases, before }: TriedHitsProps) {
  const { t } = useTranslation()
  const best = Math.max(...hits.map(({ score }) => score), 0.001)
  return (
    <Panel title={t('knowledge.try.found')} lead={t('knowledge.try.foundText')}>
      {phrases.length > 0 && <Phrases phrases={phrases} />}
      {hits.length === 0 && <p className="text-ink-faint">{t('knowledge.try.noHits')}</p>}
      <ol className="flex flex-col divide-y divide-line">
        {hits.map((hit, place) => (
          <li key={keyOf(hit)} className="py-4 first:pt-0 last:pb-0">
            <Hit hit={hit} share={hit.score / best} />
            {before && <Moved place={place} was={before.findIndex((each) => keyOf(each) === keyOf(hit))} />}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Phrases({ phrases }: { phrases: string[] }) {
  const { t } = useTranslation()
  const said = phrases.map((phrase) => `“${phrase}”`).join(t('trying.and'))
  return <p className="mb-4 rounded-xl bg-info-soft px-3.5 py-2.5 text-sm">{t('trying.phrases', { phrases: said })}</p>
}

/** `was`: its place before, -1 where it had none. */
function Moved({ place, was }: { place: number; was: number }) {
  const { t } = useTranslation()
  const text = () => {
    if (was === -1) return t('trying.moved.only')
    if (was === place) return t('trying.moved.same')
    return t(was > place ? 'trying.moved.up' : 'trying.moved.down', { count: Math.abs(was - place) })
  }
  return (
    <p className="mt-2">
      <Badge tone={was === place ? 'plain' : 'info'}>{text()}</Badge>
    </p>
  )
}

function Hit({ hit, share }: { hit: TriedHit; share: number }) {
  const { t } = useTranslation()
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
      {hit.variant && (
        <p className="mt-1.5">
          <Badge tone="info">{hit.variant.name}</Badge>
        </p>
      )}
      <ScoreParts hit={hit} />
    </article>
  )
}
