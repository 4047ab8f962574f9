import type { Intent } from '@lingxi/contract/teaching'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useExamples } from '../../api/teaching-queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { titleOf } from '../../pieces/taught-words.ts'

type RowProps = { id: string; title: string; about: ReactNode; children: ReactNode }

function Row({ id, title, about, children }: RowProps) {
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-5 py-2.5 first:border-t-0 hover:bg-hover">
      <span className="min-w-0 flex-1 basis-56">
        <Link
          to="/understanding/intents/$intentId"
          params={{ intentId: id }}
          className="font-medium break-words after:absolute after:inset-0"
        >
          {title}
        </Link>
        <span className="block truncate text-sm text-ink-faint">{about}</span>
      </span>
      {children}
    </li>
  )
}

export function IntentRow({ intent, doubts }: { intent: Intent; doubts: number }) {
  const { t, i18n } = useTranslation()
  const { id, name, examples } = intent
  const description = i18n.language === 'zh' ? intent.description.zh : intent.description.en
  return (
    <Row id={id} title={titleOf(intent, i18n.language)} about={description ? `${name} · ${description}` : name}>
      {doubts > 0 && <Badge tone="warm">{t('teaching.findings.short', { count: doubts })}</Badge>}
      <dl className="flex gap-4 text-sm text-ink-soft tabular-nums">
        {(['zh', 'en'] as const).map((language) => (
          <div key={language} className="flex gap-1.5">
            <dt className="text-ink-faint">{t(`app.languages.${language}`)}</dt>
            <dd className="min-w-7 text-end">{examples[language]}</dd>
          </div>
        ))}
      </dl>
    </Row>
  )
}

export function OutOfScopeRow() {
  const { t } = useTranslation()
  const { data } = useExamples({ outOfScope: true, offset: 0 }, 1)
  return (
    <Row id="out-of-scope" title={t('teaching.outOfScope.title')} about={t('teaching.outOfScope.lead')}>
      <span className="text-sm text-ink-soft tabular-nums">
        {data && t('teaching.examplesCount', { count: data.total })}
      </span>
    </Row>
  )
}
