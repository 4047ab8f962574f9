import { Link } from '@tanstack/react-router'
import type { EventOf, Why } from '@lingxi/contract/conversation'
import { Lightbulb } from 'lucide-react'
import type { SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { knownWord } from '../i18n/known-word.ts'
import { Badge } from '../ui/badge.tsx'
import { QuestionSteps } from '../ui/question-steps.tsx'
import { Assisted } from './assisted.tsx'
import { Read } from './understood.tsx'
import { WeighedPassages } from './weighed-passages.tsx'
import { Wished } from '../ui/wished.tsx'
import { Row } from './why-row.tsx'

type Decision = EventOf<'turn-decided'>
const percent = (share: number) => `${Math.round(share * 100)} %`

const reveal = (event: SyntheticEvent<HTMLElement>) => event.currentTarget.scrollIntoView({ block: 'nearest' })

/** Under what the bot said: closed until someone wants to know. */
export function WhyThis({ event }: { event: Decision }) {
  const { t } = useTranslation()
  return (
    <details onToggle={reveal} className="group text-end text-sm">
      <summary className="inline-flex list-none items-center gap-1 rounded-md px-1.5 py-0.5 text-xs text-ink-faint select-none hover:bg-hover hover:text-ink group-open:text-ink">
        <Lightbulb className="size-3.5" />
        {t('conversation.why.button')}
      </summary>
      <Explanation event={event} />
    </details>
  )
}

/** A decision that led to no word. */
export function Decided({ event }: { event: Decision }) {
  const { t } = useTranslation()
  return (
    <details onToggle={reveal} className="group mx-auto w-full max-w-xl text-center text-sm">
      <summary className="inline-flex list-none items-center gap-1.5 rounded-md px-2 text-xs text-ink-faint select-none hover:bg-hover hover:text-ink">
        <Lightbulb className="size-3.5" />
        {t('conversation.why.decided', { decision: t(`conversation.why.decisions.${event.decision}`) })}
      </summary>
      <Explanation event={event} />
    </details>
  )
}

function Explanation({ event: { decision, why } }: { event: Decision }) {
  const { t, i18n } = useTranslation()
  return (
    <div className="mt-1.5 rounded-xl border border-line bg-surface p-4 text-start">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        <Row name={t('conversation.why.decision')}>{t(`conversation.why.decisions.${decision}`)}</Row>
        <Row name={t('conversation.why.act')}>
          {knownWord(i18n, 'act', why.act)}
          <span className="text-ink-faint">
            {' · '}
            {t('conversation.why.confidence')} {percent(why.confidence)} · {t(`app.languages.${why.language}`)}
          </span>
        </Row>
        {why.signals.length > 0 && (
          <Row name={t('conversation.why.signals')}>
            <span className="flex flex-wrap gap-1">
              {why.signals.map((signal) => (
                <Badge key={signal} tone="warm">
                  {knownWord(i18n, 'signal', signal)}
                </Badge>
              ))}
            </span>
          </Row>
        )}
        <Read understood={why.understood} />
        <Row name={t('conversation.why.reason')}>{knownWord(i18n, 'reason', why.reason)}</Row>
        {why.question && (
          <Row name={t('conversation.why.question')}>
            {why.question}{' '}
            <Link to="/knowledge/try" search={{ q: why.question }} className="text-accent underline">
              {t('evaluation.tryIt')}
            </Link>
          </Row>
        )}
        {why.steps && why.steps.length > 0 && (
          <Row name={t('app.steps.title')}>
            <QuestionSteps steps={why.steps} />
          </Row>
        )}
        {why.support !== undefined && (
          <Row name={t('conversation.why.support')}>
            <Share share={why.support} />
          </Row>
        )}
        {why.paths && (
          <Row name={t('conversation.why.paths')}>
            <Paths paths={why.paths} />
          </Row>
        )}
        <Looked wish={why.wish} />
        <Differing difference={why.differs} />
        {why.writer && <Row name={t('conversation.why.writer')}>{t(`conversation.why.writers.${why.writer}`)}</Row>}
        {why.modelOutcome && <Row name={t('conversation.why.model')}>{knownWord(i18n, 'model', why.modelOutcome)}</Row>}
        <Kept fromCache={why.fromCache} />
        {why.milliseconds && <Took milliseconds={why.milliseconds} />}
      </dl>
      <Assisted assisted={why.assisted} />
      {why.passages && why.passages.length > 0 && <WeighedPassages passages={why.passages} />}
    </div>
  )
}

function Kept({ fromCache = false }: { fromCache?: boolean | undefined }) {
  const { t } = useTranslation()
  return fromCache && <Row name={t('conversation.why.kept')}>{t('conversation.why.fromCache')}</Row>
}

function Looked({ wish }: Pick<Why, 'wish'>) {
  const { t } = useTranslation()
  return (
    wish && (
      <Row name={t('conversation.why.wish')}>
        <Wished wish={wish} />
      </Row>
    )
  )
}

function Differing({ difference }: { difference: Why['differs'] }) {
  const { t } = useTranslation()
  return (
    difference && (
      <Row name={t('conversation.why.differs')}>{difference.values.join(' ≠ ') || t('conversation.why.yesAndNo')}</Row>
    )
  )
}

function Paths({ paths }: { paths: NonNullable<Why['paths']> }) {
  return (
    <>
      {paths.map((path) => (
        <span key={path.map(({ edgeId }) => edgeId).join()} className="block break-words">
          {path[0]?.from}
          {path.map(({ edgeId, relation, to }) => (
            <span key={edgeId}>
              {' → '}
              <span className="text-ink-faint">{relation}</span> → {to}
            </span>
          ))}
        </span>
      ))}
    </>
  )
}

function Share({ share }: { share: number }) {
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="h-1.5 w-28 overflow-hidden rounded-full bg-line">
        <span
          className="block h-full rounded-full bg-accent"
          style={{ width: percent(Math.min(1, share)).replace(' ', '') }}
        />
      </span>
      <span className="whitespace-nowrap tabular-nums">{percent(share)}</span>
    </span>
  )
}

function Took({ milliseconds }: { milliseconds: NonNullable<Why['milliseconds']> }) {
  const { t, i18n } = useTranslation()
  const shown = (count: number) =>
    t('conversation.why.milliseconds', { count: Number(count.toFixed(count < 10 ? 1 : 0)) })
  return (
    <Row name={t('conversation.why.took')}>
      <span className="flex flex-wrap gap-x-3 gap-y-0.5 tabular-nums">
        {Object.entries(milliseconds).map(([step, count]) => (
          <span key={step}>
            <span className="text-ink-faint">{knownWord(i18n, 'step', step)}</span> {shown(count)}
          </span>
        ))}
      </span>
    </Row>
  )
}
