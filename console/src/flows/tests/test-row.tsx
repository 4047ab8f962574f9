import type { CaseSummary } from '@lingxi/contract/dialogue-case-runs'
import { Link } from '@tanstack/react-router'
import { EllipsisVertical, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemoveTest } from '../../api/flow-test-queries.ts'
import { IconButton } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import { LastRun, Verdict } from './test-result.tsx'
import { useExpectationWords } from './use-expectation-words.ts'

type TestRowProps = { test: CaseSummary; mayChange: boolean; onRun: (() => void) | null }

/** One test with what came of it last. `onRun` null: one goes on already. */
export function TestRow({ test, mayChange, onRun }: TestRowProps) {
  const { t } = useTranslation()
  const words = useExpectationWords()
  const { id, name, about, language, flow, turns, last } = test
  const details = [
    t(`flowTests.about.${about}`),
    t(`app.languages.${language}`),
    ...(flow === null ? [] : [words.flow(flow)]),
    t('flowTests.turns', { count: turns }),
  ]
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2.5 ps-5 pe-2 first:border-t-0 hover:bg-hover">
      <span className="min-w-0 flex-1 basis-56">
        <Link
          to="/flows/tests/$testId"
          params={{ testId: id }}
          className="font-medium break-words after:absolute after:inset-0"
        >
          {name}
        </Link>
        <span className="block text-sm text-ink-faint">{details.join(' · ')}</span>
        {last?.fault && (
          <span className="block text-sm break-words text-danger">
            {t('flowTests.turnFault', { turn: last.fault.turn + 1, fault: words.expected(last.fault) })}
          </span>
        )}
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {last && <LastRun last={last} />}
        <Verdict passed={last?.passed} />
      </span>
      <span className="relative z-1 flex min-h-8.5">{mayChange && <Acts test={test} onRun={onRun} />}</span>
    </li>
  )
}

function Acts({ test: { id, name, version }, onRun }: Omit<TestRowProps, 'mayChange'>) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const remove = useRemoveTest()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <IconButton label={t('flowTests.run.one', { name })} disabled={onRun === null} onClick={() => onRun?.()}>
        <Play />
      </IconButton>
      <Menu
        trigger={
          <IconButton label={t('flowTests.more', { name })}>
            <EllipsisVertical />
          </IconButton>
        }
      >
        <MenuItem icon={<Trash2 />} dangerous onSelect={() => setAsking(true)}>
          {t('app.actions.remove')}
        </MenuItem>
      </Menu>
      <Confirm
        dangerous
        open={isAsking}
        title={t('flowTests.remove.title', { name })}
        text={t('flowTests.remove.text')}
        action={t('app.actions.remove')}
        onConfirm={() =>
          remove.mutate({ id, version }, { onSuccess: () => tell(t('flowTests.remove.done')), onError: warn })
        }
        onClose={() => setAsking(false)}
      />
    </>
  )
}
