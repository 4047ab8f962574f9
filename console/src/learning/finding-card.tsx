import type { Finding, FindingSpot, Spot } from '@lingxi/contract/learning'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useReopen } from '../api/learning-queries.ts'
import { useMay } from '../api/use-session.ts'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import type { Reason } from './words.ts'
import { CorrectOther } from './correct-other.tsx'
import { IgnoreButton } from './ignore-dialog.tsx'

const tones = { high: 'danger', medium: 'warm', low: 'plain' } as const

export function FindingCard({ finding }: { finding: Finding }) {
  const { t } = useTranslation()
  const { short } = useWhen()
  const mayDecide = useMay('supervisor')
  const reopen = useReopen('finding')
  return (
    <article className="rounded-2xl border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3">
        <h2 className="font-semibold">{t(`learning.kinds.${finding.kind}`)}</h2>
        <Badge tone={tones[finding.severity]}>{t(`learning.severities.${finding.severity}`)}</Badge>
        <span className="text-sm text-ink-faint">{t('learning.firstSeen', { when: short(finding.firstSeenAt) })}</span>
        <span className="flex-1" />
        {mayDecide && finding.state === 'open' && <IgnoreButton of="finding" id={finding.id} />}
        {mayDecide && finding.state === 'ignored' && (
          <Button size="small" onClick={() => reopen.mutate(finding.id)}>
            {t('learning.reopen')}
          </Button>
        )}
      </header>
      {finding.ignoredWhy && <p className="px-4 pt-3 text-sm text-ink-soft">{finding.ignoredWhy}</p>}
      <div className="flex flex-col gap-4 p-4">
        {finding.spots.map((spot) => (
          <Clash key={`${spot.one.start} ${spot.reason} ${spot.values.join()}`} spot={spot} finding={finding} />
        ))}
        {mayDecide && finding.state === 'open' && finding.correctable && <CorrectOther finding={finding} />}
      </div>
    </article>
  )
}

function Clash({ spot, finding }: { spot: FindingSpot; finding: Finding }) {
  const { t } = useTranslation()
  return (
    <section>
      <p className="mb-2 text-sm text-ink-soft">
        {t(`learning.reasons.${spot.reason as Reason}`, { value: spot.values.join(' · ') })}
      </p>
      <div className={spot.other ? 'grid gap-3 md:grid-cols-2' : ''}>
        <Quoted spot={spot.one} value={spot.values[0]} finding={finding} />
        {spot.other && <Quoted spot={spot.other} value={spot.values[1]} finding={finding} />}
      </div>
    </section>
  )
}

/** The place in its article, with what clashes marked; its title opens the article. */
function Quoted({ spot, value, finding }: { spot: Spot; value: string | undefined; finding: Finding }) {
  const { t } = useTranslation()
  const article = finding.articles.find(({ id }) => id === spot.articleId)
  const at = value ? spot.quote.indexOf(value) : -1
  return (
    <div className="min-w-0 rounded-lg bg-sunken px-3 py-2.5">
      {article ? (
        <Link
          to="/knowledge/articles/$articleId"
          params={{ articleId: article.id }}
          className="font-medium text-accent-strong hover:underline"
        >
          {article.title}
        </Link>
      ) : (
        <span className="text-ink-faint">{t('learning.articleGone')}</span>
      )}
      <p className="mt-1 text-sm break-words whitespace-pre-line">
        {at < 0 || !value ? (
          spot.quote
        ) : (
          <>
            {spot.quote.slice(0, at)}
            <mark className="rounded bg-note px-0.5 text-note-ink">{value}</mark>
            {spot.quote.slice(at + value.length)}
          </>
        )}
      </p>
    </div>
  )
}
