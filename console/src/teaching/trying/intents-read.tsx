import type { Meaning, Reason } from '@lingxi/contract/understanding'
import { useTranslation } from 'react-i18next'
import { useIntents } from '../../api/teaching-queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { ShareBar } from '../../ui/share-bar.tsx'
import { titleOf } from '../../pieces/taught-words.ts'

/** Which intents are meant, how surely and because of which words; what else it may be; and whether it is nobody's. */
export function IntentsRead({ meaning: { intents, candidates, outOfScope } }: { meaning: Meaning }) {
  const { t, i18n } = useTranslation()
  const { data } = useIntents()
  const called = (name: string) => {
    const intent = data?.find((each) => each.name === name)
    return intent ? titleOf(intent, i18n.language) : name
  }
  const others = candidates.filter(({ name }) => !intents.some((intent) => intent.name === name))
  return (
    <div className="flex flex-col gap-3">
      {intents.length === 0 && !outOfScope.decided && (
        <p className="text-ink-soft">{t('understanding.trying.noIntent')}</p>
      )}
      <ul className="flex flex-col gap-3">
        {intents.map(({ name, probability, start, because }) => (
          <li key={`${name} ${start}`}>
            <span className="grid grid-cols-[minmax(0,1fr)_9rem] items-center gap-3">
              <span className="truncate font-medium">{called(name)}</span>
              <ShareBar share={probability} />
            </span>
            <Because reasons={because} />
          </li>
        ))}
      </ul>
      <div className="grid grid-cols-[minmax(0,1fr)_9rem] items-center gap-3 border-t border-line pt-3">
        <span>
          {t('teaching.outOfScope.title')}
          {outOfScope.decided && (
            <span className="ms-2">
              <Badge tone="warm">{t('understanding.trying.decided')}</Badge>
            </span>
          )}
        </span>
        <ShareBar share={outOfScope.probability} tone={outOfScope.decided ? 'warm' : 'faint'} />
      </div>
      {others.length > 0 && (
        <section>
          <h3 className="text-sm text-ink-faint">{t('understanding.trying.candidates')}</h3>
          <ul className="mt-1 flex flex-col gap-1">
            {others.map(({ name, probability }) => (
              <li key={name} className="grid grid-cols-[minmax(0,1fr)_9rem] items-center gap-3 text-ink-soft">
                <span className="truncate">{called(name)}</span>
                <ShareBar share={probability} tone="faint" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** The words it rests on, the weightiest first. */
export function Because({ reasons }: { reasons: Reason[] }) {
  const { t } = useTranslation()
  if (reasons.length === 0) return null
  const sorted = reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, 8)
  return (
    <p className="mt-1 flex flex-wrap items-center gap-1 text-xs text-ink-faint">
      {t('understanding.trying.because')}
      {sorted.map(({ text, weight }, at) => (
        <span
          // Two parts may rest on the same words.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          className={`rounded px-1.5 tabular-nums ${weight < 0 ? 'bg-danger-soft text-danger' : 'bg-hover text-ink-soft'}`}
        >
          {text} {weight < 0 ? '−' : '+'}
          {Math.abs(weight).toFixed(2)}
        </span>
      ))}
    </p>
  )
}
