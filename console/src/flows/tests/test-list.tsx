import type { CaseRun, CaseSummary } from '@lingxi/contract/dialogue-case-runs'
import { Link } from '@tanstack/react-router'
import { MessagesSquare, Plus, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRunTests, useTestRun } from '../../api/flow-test-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Pager } from '../../ui/pager.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Empty } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { RunBar } from './run-bar.tsx'
import { isFailed, isOpen } from './standing.ts'
import { TestRow } from './test-row.tsx'
import { TestsFile } from './tests-file.tsx'

const onPage = 50
const fits = { all: () => true, failed: isFailed, open: isOpen }
type Shown = keyof typeof fits

/** The tests, found by name and by how they stand; run by one, by those that are shown, or all. */
export function TestList({ tests, run }: { tests: CaseSummary[]; run: CaseRun | null }) {
  const { t } = useTranslation()
  const { warn } = useToast()
  const mayChange = useMay('supervisor')
  const [q, setQ] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const [offset, setOffset] = useState(0)
  const [of, setOf] = useState(0)
  const running = useTestRun(run)
  const start = useRunTests()
  const isBusy = running !== null || start.isPending
  const launch = (ids: string[] | null) => start.mutate({ ids, of }, { onError: warn })
  const sought = q.trim().toLowerCase()
  const found = tests.filter((test) => fits[shown](test) && test.name.toLowerCase().includes(sought))
  const from = offset < found.length ? offset : 0
  if (tests.length === 0)
    return (
      <Empty
        icon={<MessagesSquare />}
        title={t('flowTests.none')}
        text={t(mayChange ? 'flowTests.noneText' : 'flowTests.noneTextReader')}
      >
        {mayChange && (
          <>
            <Add isFirst />
            <TestsFile hasTests={false} mayChange />
          </>
        )}
      </Empty>
    )
  return (
    <div className="mt-3 flex flex-col gap-4">
      <RunBar
        tests={tests}
        shown={found.length === tests.length ? null : found}
        running={running}
        of={of}
        onVersion={setOf}
        onRun={mayChange ? launch : null}
        isBusy={isBusy}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SearchInput
          label={t('flowTests.search')}
          placeholder={t('flowTests.search')}
          value={q}
          onChange={setQ}
          className="min-w-full flex-1 sm:min-w-52"
        />
        <Segments
          label={t('flowTests.show')}
          value={shown}
          options={(['all', 'failed', 'open'] as const).map((value) => ({
            value,
            label: t(`flowTests.shown.${value}`),
          }))}
          onChange={setShown}
        />
        <span className="flex gap-2">
          {mayChange && <Add isFirst={false} />}
          <TestsFile hasTests mayChange={mayChange} />
        </span>
      </div>
      {found.length === 0 && <Empty icon={<SearchX />} title={t('flowTests.noneFits')} />}
      {found.length > 0 && (
        <ul className="overflow-hidden rounded-2xl border border-line bg-surface">
          {found.slice(from, from + onPage).map((test) => (
            <TestRow key={test.id} test={test} mayChange={mayChange} onRun={isBusy ? null : () => launch([test.id])} />
          ))}
        </ul>
      )}
      <Pager label={t('flowTests.pages')} offset={from} size={onPage} total={found.length} onChange={setOffset} />
    </div>
  )
}

function Add({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation()
  return (
    <Link to="/flows/tests/$testId" params={{ testId: 'new' }} className={buttonClass(isFirst ? 'primary' : 'outline')}>
      <Plus />
      {t('flowTests.add')}
    </Link>
  )
}
