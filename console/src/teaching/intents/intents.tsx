import { Link } from '@tanstack/react-router'
import { FolderInput, MessagesSquare, Plus, SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntents, useLessonFindings } from '../../api/teaching-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Pager } from '../../ui/pager.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { Findings } from '../findings/findings.tsx'
import { IntentDialog } from './intent-dialog.tsx'
import { IntentRow, OutOfScopeRow } from './intent-row.tsx'

const size = 50
const shows = ['taught', 'doubtful', 'archived'] as const

/** What customers may want, with how many examples teach it, and what is doubtful. */
export function Intents() {
  const { t } = useTranslation()
  const mayChange = useMay('supervisor')
  const [adding, setAdding] = useState(false)
  const [q, setQ] = useState('')
  const [show, setShow] = useState<(typeof shows)[number]>('taught')
  const [offset, setOffset] = useState(0)
  const { data: intents, error, refetch } = useIntents()
  const { data: doubts } = useLessonFindings()
  const sought = useDeferredValue(q.trim().toLowerCase())
  if (error && !intents) return <Failed error={error} onRetry={() => void refetch()} />
  if (!intents) return <SkeletonRows count={8} className="h-12" />

  const findings = doubts?.findings ?? []
  const doubtful = Map.groupBy(
    findings.flatMap(({ intents: names }) => names),
    (name) => name,
  )
  const found = intents.filter(
    ({ name, title, archived }) =>
      archived === (show === 'archived') &&
      (show !== 'doubtful' || doubtful.has(name)) &&
      `${name} ${title.zh} ${title.en}`.toLowerCase().includes(sought),
  )
  const from = (change: () => void) => {
    change()
    setOffset(0)
  }
  return (
    <>
      <p className="-mt-1 mb-4 text-sm text-ink-soft">{t('teaching.lead')}</p>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SearchInput
          label={t('teaching.search')}
          placeholder={t('teaching.search')}
          value={q}
          onChange={(next) => from(() => setQ(next))}
          className="min-w-full flex-1 sm:min-w-52"
        />
        <Link to="/understanding/intents/$intentId" params={{ intentId: 'all' }} className={buttonClass('quiet')}>
          {t('teaching.allExamples')}
        </Link>
        <Link to="/understanding/import" className={buttonClass('outline')}>
          <FolderInput />
          {t('teaching.lessons')}
        </Link>
        {mayChange && (
          <Button look="primary" onClick={() => setAdding(true)}>
            <Plus />
            {t('teaching.addIntent')}
          </Button>
        )}
      </div>
      <Findings findings={findings} look={doubts} intents={intents} />
      <Choices
        label={t('teaching.show')}
        value={show}
        choices={shows.map((value) => ({ value, text: t(`teaching.shows.${value}`) }))}
        onChange={(next) => from(() => setShow(next))}
      />
      <ul className="mt-3 overflow-hidden rounded-2xl border border-line bg-surface">
        {show === 'taught' && sought === '' && offset === 0 && <OutOfScopeRow />}
        {found.slice(offset, offset + size).map((intent) => (
          <IntentRow key={intent.id} intent={intent} doubts={doubtful.get(intent.name)?.length ?? 0} />
        ))}
      </ul>
      {found.length === 0 && <None isEmpty={intents.length === 0} />}
      <Pager label={t('teaching.pages')} offset={offset} size={size} total={found.length} onChange={setOffset} />
      {adding && <IntentDialog onClose={() => setAdding(false)} />}
    </>
  )
}

function None({ isEmpty }: { isEmpty: boolean }) {
  const { t } = useTranslation()
  if (!isEmpty) return <Empty icon={<SearchX />} title={t('teaching.noneFits')} />
  return (
    <Empty icon={<MessagesSquare />} title={t('teaching.empty')} text={t('teaching.emptyText')}>
      <Link to="/understanding/import" className={buttonClass('primary')}>
        {t('teaching.lessons')}
      </Link>
    </Empty>
  )
}
