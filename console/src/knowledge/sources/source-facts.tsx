import type { Source } from '@lingxi/contract/source'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../i18n/when.ts'
import { namesOf } from './source-form.ts'
import { SourceState } from './source-state.tsx'
import { NextRun } from './source-table.tsx'

/** What is set for a source and how it stands, at a glance. */
export function SourceFacts({ source }: { source: Source }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const { place, lastRun, audience } = source
  const facts: [string, ReactNode][] = [
    [t('sources.columns.state'), <SourceState key="state" source={source} />],
    [t('sources.columns.documents'), String(source.items)],
    [t('sources.columns.lastRun'), lastRun ? full(lastRun.endedAt ?? lastRun.createdAt) : '–'],
    [t('sources.columns.nextRun'), <NextRun key="next" source={source} />],
    [
      t('sources.audience.label'),
      [t(`sources.audience.${audience.kind}`), namesOf(audience).join(', ')].filter(Boolean).join(' · '),
    ],
    [t('sources.form.status'), t(`knowledge.status.${source.status}`)],
  ]
  if (place.kind === 'site') facts.push([t('sources.form.start'), place.start])
  if (place.kind === 'folder') facts.push([t('sources.form.path'), place.path || '/'])
  return (
    <dl className="grid gap-x-6 gap-y-3.5 rounded-2xl border border-line bg-surface grid-cols-2 p-5 lg:grid-cols-3">
      {facts.map(([name, value]) => (
        <div key={name} className="min-w-0">
          <dt className="text-xs text-ink-faint">{name}</dt>
          <dd className="mt-0.5 break-words">{value}</dd>
        </div>
      ))}
      {lastRun?.note && (
        <div className="col-span-full">
          <RunNote note={lastRun.note} />
        </div>
      )}
    </dl>
  )
}

const notes = ['most-pages-reached', 'most-files-reached', 'list-not-read'] as const

/** Why a run ended as it did; a word that is not known here is shown as it came. */
export function RunNote({ note }: { note: string }) {
  const { t } = useTranslation()
  const known = notes.find((each) => each === note)
  return (
    <p className="rounded-lg bg-note px-3 py-2 text-sm text-note-ink">{known ? t(`sources.notes.${known}`) : note}</p>
  )
}
