import { type LessonImport, lessonFindingKinds } from '@lingxi/contract/teaching'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommitLessons, useDiscardLessons } from '../../api/lesson-queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Refused } from '../../ui/states.tsx'
import { FindingText } from '../findings/finding-text.tsx'

const things = ['intents', 'examples', 'entityTypes', 'dictionary', 'patterns'] as const
const size = 20

/** What a file holds, what is doubtful about it, and whether it is to be taken in. */
export function ImportReport({ lessons, onDone }: { lessons: LessonImport; onDone: () => void }) {
  const { t } = useTranslation()
  const commit = useCommitLessons()
  const discard = useDiscardLessons()
  const { id, name, format, holds, adds, newIntents } = commit.data ?? lessons
  const isTaken = commit.data?.state === 'committed'
  const addsNothing = things.every((thing) => adds[thing] === 0)
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium break-all">{name}</span>
        <Badge>{t(`lessons.formats.${format}`)}</Badge>
        {isTaken && (
          <Badge tone="accent">
            <Check />
            {t('lessons.import.taken')}
          </Badge>
        )}
      </p>
      <table className="w-full max-w-xl text-start tabular-nums">
        <thead className="text-sm text-ink-faint">
          <tr>
            <th className="py-1 text-start font-normal">{t('lessons.import.what')}</th>
            <th className="py-1 text-end font-normal">{t('lessons.import.holds')}</th>
            <th className="py-1 text-end font-normal">{t(isTaken ? 'lessons.import.added' : 'lessons.import.adds')}</th>
          </tr>
        </thead>
        <tbody>
          {things.map((thing) => (
            <tr key={thing} className="border-t border-line">
              <td className="py-1">{t(`lessons.things.${thing}`)}</td>
              <td className="py-1 text-end">{holds[thing]}</td>
              <td className="py-1 text-end font-medium">{adds[thing]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {newIntents.length > 0 && (
        <p className="text-sm break-words text-ink-soft">
          {t('lessons.import.newIntents')} {newIntents.slice(0, 40).join(' · ')}
          {newIntents.length > 40 && ' …'}
        </p>
      )}
      <Doubts lessons={lessons} />
      <Refused error={commit.error ?? discard.error} />
      <div className="flex flex-wrap gap-2">
        {isTaken ? (
          <Button look="primary" onClick={onDone}>
            {t('lessons.import.another')}
          </Button>
        ) : (
          <>
            <Button look="primary" disabled={commit.isPending || addsNothing} onClick={() => commit.mutate(id)}>
              {t(commit.isPending ? 'app.actions.saving' : 'lessons.import.commit')}
            </Button>
            <Button disabled={commit.isPending} onClick={() => discard.mutate(id, { onSettled: onDone })}>
              {t('lessons.import.discard')}
            </Button>
            {addsNothing && <span className="self-center text-ink-soft">{t('lessons.import.nothingNew')}</span>}
          </>
        )}
      </div>
    </div>
  )
}

function Doubts({ lessons: { findings, found } }: { lessons: LessonImport }) {
  const { t } = useTranslation()
  const kinds = lessonFindingKinds.filter((kind) => (found[kind] ?? 0) > 0)
  const [kind, setKind] = useState(kinds[0])
  const [offset, setOffset] = useState(0)
  if (!kind) return <p className="text-ink-soft">{t('lessons.import.noDoubts')}</p>
  const shown = findings.filter((finding) => finding.kind === kind)
  return (
    <section aria-label={t('lessons.import.doubts')}>
      <Choices
        label={t('lessons.import.doubts')}
        value={kind}
        choices={kinds.map((value) => ({
          value,
          text: `${t(`teaching.findings.kinds.${value}`)} ${found[value]}`,
        }))}
        onChange={(next) => {
          setKind(next)
          setOffset(0)
        }}
      />
      <ul className="mt-2 rounded-xl border border-line">
        {shown.slice(offset, offset + size).map((finding, at) => (
          // Two findings of one kind may say the same of the same texts.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={offset + at} className="border-t border-line px-4 py-2 first:border-t-0">
            <FindingText finding={finding} />
          </li>
        ))}
      </ul>
      <Pager label={t('teaching.pages')} offset={offset} size={size} total={shown.length} onChange={setOffset} />
      {shown.length < (found[kind] ?? 0) && (
        <p className="mt-1 text-sm text-ink-faint">{t('lessons.import.firstOnly', { count: shown.length })}</p>
      )}
    </section>
  )
}
