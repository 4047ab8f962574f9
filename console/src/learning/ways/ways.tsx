import type { WayTold } from '@lingxi/contract/choosing'
import { GitFork } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChoices } from '../../api/choosing-queries.ts'
import { Choices } from '../../ui/choices.tsx'
import { ShareBar } from '../../ui/share-bar.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'

const periods = ['7', '30', '90'] as const
const shownEndings = ['solved', 'quiet', 'unsolved', 'asked-for-person', 'handed-over'] as const

/** How often each way was taken, and how that ended, by kinds of messages. */
export function Ways() {
  const { t } = useTranslation()
  const [days, setDays] = useState<(typeof periods)[number]>('30')
  const { data, error, refetch } = useChoices(Number(days))
  const contexts = data?.contexts.filter(({ ways }) => ways.some(({ taken }) => taken > 0)) ?? []
  return (
    <section aria-label={t('choosing.ways')}>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <h2 className="flex-1 basis-60 text-lg font-semibold">{t('choosing.ways')}</h2>
        <Choices
          label={t('learning.period')}
          value={days}
          choices={periods.map((value) => ({ value, text: t('learning.days', { count: Number(value) }) }))}
          onChange={setDays}
        />
      </div>
      {contexts.length > 0 && <p className="mb-3 text-sm text-ink-soft">{t('choosing.shareMeans')}</p>}
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={3} />)}
      {data && contexts.length === 0 && (
        <Empty icon={<GitFork />} title={t('choosing.noWays')} text={t('choosing.noWaysText')} />
      )}
      <div className="grid gap-3 lg:grid-cols-2">
        {contexts.map(({ context, ways }) => (
          <article key={context} className="rounded-2xl border border-line bg-surface p-5">
            <h3 className="font-semibold">{t(`choosing.contexts.${context}`)}</h3>
            <ul className="mt-3 flex flex-col gap-4">
              {ways
                .filter(({ taken }) => taken > 0)
                .map((way) => (
                  <Way key={way.way} way={way} />
                ))}
            </ul>
          </article>
        ))}
      </div>
    </section>
  )
}

function Way({ way: { way, taken, known, reward, endings, back } }: { way: WayTold }) {
  const { t } = useTranslation()
  const ended = shownEndings.filter((ending) => (endings[ending] ?? 0) > 0)
  return (
    <li>
      <p className="flex flex-wrap justify-between gap-x-3">
        <span className="font-medium">{t(`choosing.way.${way}`)}</span>
        <span className="text-sm text-ink-faint">{t('choosing.taken', { count: taken })}</span>
      </p>
      {reward === null ? (
        <p className="text-sm text-ink-faint">{t('choosing.nothingKnown')}</p>
      ) : (
        <>
          <ShareBar share={reward} />
          <p className="text-xs text-ink-faint">
            {[
              t('choosing.known', { count: known }),
              ...ended.map((ending) => `${t(`choosing.endings.${ending}`)} ${endings[ending]}`),
              ...(back > 0 ? [t('choosing.back', { count: back })] : []),
            ].join(' · ')}
          </p>
        </>
      )}
    </li>
  )
}
