import { needsWord, type ReleaseReplay } from '@lingxi/contract/release-replays'
import type { ReplayExample, ReplayGroup, ShownTurn } from '@lingxi/contract/replay'
import { useTranslation } from 'react-i18next'
import { useStaff } from '../../api/staff-queries.ts'
import { useWhen } from '../../i18n/when.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { useEffectOf } from './effect-of.ts'

type RowProps = {
  group: ReplayGroup
  /** Nobody has accepted it yet, and somebody has to. */
  isOpen: boolean
  accepted: ReleaseReplay['accepted'][number] | undefined
  /** Undefined for those who may not. */
  onAccept: (() => void) | undefined
}

/** One kind of change: what it means for customers, and what was said before and would be said now. */
export function ReplayGroupRow({ group, isOpen, accepted, onAccept }: RowProps) {
  const { t } = useTranslation()
  const tell = useEffectOf()
  const { kind, examples } = group
  return (
    <li className="rounded-lg border border-line bg-surface px-3 py-2 text-ink">
      <div className="flex flex-wrap items-start gap-2">
        <Badge tone={isOpen ? 'danger' : needsWord(kind) ? 'accent' : 'plain'}>
          {t(`replay.weight.${isOpen ? 'open' : needsWord(kind) ? 'accepted' : 'told'}`)}
        </Badge>
        <p className="min-w-40 flex-1 break-words">{tell(group)}</p>
        {isOpen && onAccept && (
          <Button size="small" onClick={onAccept}>
            {t('replay.accept')}
          </Button>
        )}
      </div>
      {accepted && <Accepted accepted={accepted} />}
      <details className="mt-1">
        <summary className="cursor-pointer text-ink-soft">{t('replay.examples', { count: examples.length })}</summary>
        <ul className="mt-2 flex flex-col gap-3">
          {examples.map((example) => (
            <Example key={`${example.conversationId} ${example.turn}`} example={example} />
          ))}
        </ul>
      </details>
    </li>
  )
}

/** Why it may pass, and who said so. */
export function Accepted({ accepted: { reason, by, at } }: { accepted: ReleaseReplay['accepted'][number] }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const { data } = useStaff()
  const name = data?.staff.find(({ id }) => id === by)?.name ?? (data ? t('replay.someone') : '…')
  return (
    <div className="mt-1 flex flex-wrap items-baseline gap-x-3 text-ink-soft">
      <p className="min-w-0 break-words">{t('replay.acceptedAs', { reason, interpolation: { escapeValue: false } })}</p>
      <p className="text-xs text-ink-faint">
        {t('replay.acceptedBy', { name, when: full(at), interpolation: { escapeValue: false } })}
      </p>
    </div>
  )
}

function Example({ example: { said, before, after } }: { example: ReplayExample }) {
  const { t } = useTranslation()
  return (
    <li className="flex flex-col gap-1 border-s-2 border-line ps-3">
      <p className="font-medium break-words">{said || t('replay.happened')}</p>
      <dl className="grid gap-1 sm:grid-cols-2 sm:gap-3">
        <Turn title={t('replay.before')} turn={before} />
        <Turn title={t('replay.after')} turn={after} />
      </dl>
    </li>
  )
}

function Turn({ title, turn: { text, flow, step, intent, cited, fault } }: { title: string; turn: ShownTurn }) {
  const { t } = useTranslation()
  const read = intent === null ? [] : [t('replay.intent', { intent, interpolation: { escapeValue: false } })]
  const place = flow === null ? [] : [`${flow}.${step}`]
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-faint">{[title, ...read, ...place, ...cited].join(' · ')}</dt>
      <dd className="break-words whitespace-pre-line">{fault ?? (text || t('replay.silent'))}</dd>
    </div>
  )
}
