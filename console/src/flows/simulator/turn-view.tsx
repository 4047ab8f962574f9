import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import type { SimulatedTurn } from './use-simulation.ts'

type TurnViewProps = {
  turn: SimulatedTurn
  /** The one that is edited: its steps can be gone to. */
  flow: string
  isLast: boolean
  onReply: (text: string) => void
  onSelect: (step: string) => void
}

/** What was said or happened, what the bot says to it, and by which steps. */
export function TurnView({ turn: { by, said, told }, flow, isLast, onReply, onSelect }: TurnViewProps) {
  const { t } = useTranslation()
  const { messages, why, otherwise, handOver } = told
  return (
    <li className="flex flex-col gap-1.5">
      {said === null ? (
        <p className="self-center text-xs text-ink-faint">{by}</p>
      ) : (
        <p className="max-w-[85%] self-end rounded-2xl rounded-ee-md bg-accent px-3 py-1.5 text-accent-ink">{said}</p>
      )}
      {messages.map(({ text, quickReplies }, place) => (
        <div key={place} className="flex max-w-[92%] flex-col gap-1.5">
          <div className="rounded-2xl rounded-es-md border border-line bg-canvas px-3 py-1.5">
            <Markdown text={text} />
          </div>
          {quickReplies.length > 0 && (
            <span className="flex flex-wrap gap-1">
              {quickReplies.map((reply) => (
                <button
                  key={reply.label}
                  type="button"
                  disabled={!isLast || place !== messages.length - 1}
                  onClick={() => onReply(reply.text)}
                  className="rounded-full border border-accent-line px-2.5 py-0.5 text-sm text-accent-strong hover:not-disabled:bg-accent-soft disabled:opacity-60"
                >
                  {reply.label}
                </button>
              ))}
            </span>
          )}
        </div>
      ))}
      <span className="flex flex-wrap items-center gap-1">
        {why.repair && <Badge tone="info">{t(`flowSimulator.repairs.${why.repair}`)}</Badge>}
        {handOver !== null && <Badge tone="danger">{t('flowSimulator.handOver', { reason: handOver })}</Badge>}
        {otherwise !== null && <Badge>{t('flowSimulator.otherwise', { what: otherwise })}</Badge>}
        {why.taken.map(({ flow: of, step }, place) =>
          of === flow ? (
            <button
              key={place}
              type="button"
              onClick={() => onSelect(step)}
              className="rounded border border-line px-1 font-mono text-[0.6875rem] text-ink-soft hover:bg-hover"
            >
              {step}
            </button>
          ) : (
            <code key={place} className="px-1 text-[0.6875rem] text-ink-faint">
              {of}.{step}
            </code>
          ),
        )}
      </span>
      {(why.faults ?? []).map(({ step, expression, because }) => (
        <p key={`${step} ${expression}`} className="text-xs text-danger">
          {t('flowSimulator.fault', { step, expression, because })}
        </p>
      ))}
    </li>
  )
}
