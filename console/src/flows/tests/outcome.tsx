import type { CaseTurn } from '@lingxi/contract/dialogue-case'
import type { CaseResult, CaseTurnResult } from '@lingxi/contract/dialogue-case-runs'
import { CircleCheck, CircleX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Markdown } from '../../ui/markdown.tsx'
import { type Expectation, expectationsOf, holds } from './expectations.ts'
import { LastRun, Verdict } from './test-result.tsx'
import { useExpectationWords } from './use-expectation-words.ts'

/** What came of a test when it was run last: what was said, turn by turn, and beside it what had to be so. */
export function Outcome({ result, isStale }: { result: CaseResult | null; isStale: boolean }) {
  const { t } = useTranslation()
  const failedTurn = result?.turns.findIndex(({ faults }) => faults.length > 0) ?? -1
  return (
    <section aria-label={t('flowTests.outcome.title')} className="flex flex-col gap-3">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="flex-1 basis-44 font-semibold">{t('flowTests.outcome.title')}</h2>
        {result && <LastRun last={{ ...result, isStale }} />}
        <Verdict passed={result?.passed} />
      </header>
      {!result && <p className="text-sm text-ink-soft">{t('flowTests.outcome.neverText')}</p>}
      {result && (
        <>
          <p className={result.passed ? 'text-sm text-ink-soft' : 'text-sm text-danger'}>
            {result.passed ? t('flowTests.outcome.passed') : t('flowTests.outcome.failed', { turn: failedTurn + 1 })}
          </p>
          <ol className="flex flex-col gap-3">
            {result.content.turns.map((turn, place) => (
              <Turn key={place} number={place + 1} turn={turn} result={result.turns[place]} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function Turn({ number, turn, result }: { number: number; turn: CaseTurn; result: CaseTurnResult | undefined }) {
  const { t } = useTranslation()
  const isWrong = result !== undefined && result.faults.length > 0
  const frame = isWrong ? 'border-danger-line' : 'border-line'
  return (
    <li className={`flex flex-col gap-2 rounded-xl border bg-surface p-3 ${frame} ${result ? '' : 'opacity-70'}`}>
      <p className="text-xs text-ink-faint">{t('flowTests.outcome.turn', { number })}</p>
      <Happens turn={turn} />
      {result ? (
        <>
          <BotSaid said={result.said} />
          <Expectations turn={turn} result={result} />
          <Ways result={result} />
        </>
      ) : (
        <p className="text-sm text-ink-faint">{t('flowTests.outcome.notReached')}</p>
      )}
    </li>
  )
}

/** What begins the turn: words of the customer, or what happens instead. */
function Happens({ turn: { user, pause, event, approve } }: { turn: CaseTurn }) {
  const { t } = useTranslation()
  if (user !== undefined)
    return (
      <p className="max-w-[85%] self-end rounded-2xl rounded-ee-md bg-accent px-3 py-1.5 break-words text-accent-ink">
        {user}
      </p>
    )
  const happens =
    pause !== undefined
      ? t('flowTests.outcome.paused', { duration: pause })
      : event
        ? t('flowTests.outcome.event', { name: event.name })
        : t(`flowTests.outcome.${approve ? 'approved' : 'declined'}`)
  return <p className="self-center text-center text-sm text-ink-faint">{happens}</p>
}

function BotSaid({ said }: { said: CaseTurnResult['said'] }) {
  const { t } = useTranslation()
  if (said.length === 0) return <p className="text-sm text-ink-faint">{t('flowTests.outcome.nothingSaid')}</p>
  return said.map(({ text, cites }, place) => (
    <div
      key={place}
      className="max-w-[92%] rounded-2xl rounded-es-md border border-line bg-canvas px-3 py-1.5 break-words"
    >
      <Markdown text={text} />
      {cites.length > 0 && (
        <p className="mt-1 text-xs text-ink-faint">{t('flowTests.outcome.cites', { titles: cites.join(' · ') })}</p>
      )}
    </div>
  ))
}

function Expectations({ turn, result }: { turn: CaseTurn; result: CaseTurnResult }) {
  const { t } = useTranslation()
  const expectations = expectationsOf(turn.expect, result.faults)
  if (expectations.length === 0) return <p className="text-sm text-ink-faint">{t('flowTests.outcome.noExpectation')}</p>
  return (
    <ul className="flex flex-col gap-1 border-t border-line pt-2 text-sm">
      {expectations.map((expectation, place) => (
        <Line key={place} expectation={expectation} />
      ))}
    </ul>
  )
}

function Line({ expectation }: { expectation: Expectation }) {
  const { t } = useTranslation()
  const words = useExpectationWords()
  const isSo = holds(expectation)
  const got = words.got(expectation)
  return (
    <li className={isSo ? 'flex gap-2' : 'flex gap-2 text-danger'}>
      {isSo ? (
        <CircleCheck aria-label={t('flowTests.outcome.holds')} className="mt-0.5 size-4 shrink-0 text-accent" />
      ) : (
        <CircleX aria-label={t('flowTests.outcome.differs')} className="mt-0.5 size-4 shrink-0" />
      )}
      <span className="min-w-0 break-words">
        {words.expected(expectation)}
        {!isSo && got !== undefined && <span className="block">{t('flowTests.outcome.got', { got })}</span>}
      </span>
    </li>
  )
}

/** For who wants to know why: what the message was taken for, what was called, and which steps were walked. */
function Ways({ result: { understood, taken, actions } }: { result: CaseTurnResult }) {
  const { t } = useTranslation()
  const words = useExpectationWords()
  if (taken.length === 0 && understood === '') return null
  return (
    <details className="text-xs text-ink-faint">
      <summary className="w-fit cursor-pointer">{t('flowTests.outcome.steps')}</summary>
      {understood !== '' && <p className="mt-1">{t('flowTests.outcome.understood', { text: understood })}</p>}
      {actions.map(({ action, outcome }, place) => (
        <p key={place} className="mt-1">
          {words.action(action)}: {t(`flowTests.action.${(outcome as 'done' | null) ?? 'waiting'}`)}
        </p>
      ))}
      <p className="mt-1 flex flex-wrap gap-1">
        {taken.map(({ flow, step }, place) => (
          <span key={place} className="rounded border border-line px-1 font-mono">
            {flow}.{step}
          </span>
        ))}
      </p>
    </details>
  )
}
