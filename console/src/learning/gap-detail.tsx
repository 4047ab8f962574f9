import { Link } from '@tanstack/react-router'
import type { Gap, GapDetails, Lift } from '@lingxi/contract/learning'
import { useTranslation } from 'react-i18next'
import { useGap } from '../api/learning-queries.ts'
import { useMay } from '../api/use-session.ts'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'
import { Failed, SkeletonRows } from '../ui/states.tsx'
import type { Trouble } from './words.ts'
import { DraftForm } from './draft-form.tsx'

export function GapDetail({ gap }: { gap: Gap }) {
  const mayDecide = useMay('supervisor')
  const { data, error, refetch } = useGap(gap.id)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows count={3} className="h-8" />
  const mayPropose = mayDecide && (gap.state === 'open' || gap.state === 'ignored')
  return (
    <div className="grid gap-6 border-t border-line p-4 lg:grid-cols-2">
      <Examples examples={data.examples} />
      <div className="flex min-w-0 flex-col gap-4">
        {data.lift && <LiftShown lift={data.lift} />}
        {mayPropose && <DraftForm gapId={gap.id} />}
      </div>
    </div>
  )
}

function Examples({ examples }: { examples: GapDetails['examples'] }) {
  const { t } = useTranslation()
  const { short } = useWhen()
  return (
    <section className="min-w-0">
      <h3 className="mb-2 text-sm font-medium text-ink-soft">{t('learning.examples')}</h3>
      <ul className="flex flex-col gap-2">
        {examples.map(({ question, trouble, at, origin, articleId, reply }) => (
          <li key={`${question} ${at}`} className="rounded-lg bg-sunken px-3 py-2 text-sm">
            <p className="break-words">{question}</p>
            {reply && (
              <p className="mt-1 border-s-2 border-accent ps-2 break-words whitespace-pre-line text-ink-soft">
                {reply}
              </p>
            )}
            <p className="mt-1 flex flex-wrap gap-2 text-xs text-ink-faint">
              <span>{short(at)}</span>
              <span>{t(`learning.origins.${origin}`)}</span>
              {trouble && <Badge>{t(`learning.troubles.${trouble as Trouble}`)}</Badge>}
              {articleId && (
                <Link to="/knowledge/articles/$articleId" params={{ articleId }} className="text-accent underline">
                  {t('learning.articleRead')}
                </Link>
              )}
              <Link to="/knowledge/try" search={{ q: question }} className="ms-auto text-accent underline">
                {t('evaluation.tryIt')}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function LiftShown({ lift }: { lift: Lift }) {
  const { t } = useTranslation()
  const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)} %`)
  const cell = ({ count, of, share, low, high }: Lift['answered']['before']) =>
    `${percent(share)} (${count}/${of}, ${percent(low)}–${percent(high)})`
  return (
    <section>
      <h3 className="mb-2 text-sm font-medium text-ink-soft">{t('learning.lift')}</h3>
      <table className="w-full text-sm">
        <thead className="text-start text-ink-faint">
          <tr>
            <th aria-label={t('learning.lift')} />
            <th className="text-start font-normal">{t('learning.before')}</th>
            <th className="text-start font-normal">{t('learning.after')}</th>
          </tr>
        </thead>
        <tbody>
          {(['answered', 'solved'] as const).map((kind) => (
            <tr key={kind}>
              <th className="py-1 text-start font-medium">{t(`learning.${kind}`)}</th>
              <td>{cell(lift[kind].before)}</td>
              <td>{cell(lift[kind].after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-xs text-ink-faint">{t(lift.certain ? 'learning.certain' : 'learning.uncertain')}</p>
    </section>
  )
}
