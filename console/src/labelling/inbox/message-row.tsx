import type { InboxMessage, Label } from '@lingxi/contract/labelling'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../i18n/when.ts'
import { useShownText } from '../../pieces/shown-text.ts'
import { finePercent } from '../../ui/fine-percent.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { classNames } from '../../ui/class-names.ts'
import type { IntentWords } from '../../pieces/intent-words.ts'
import { MoodLabels } from './mood-label.tsx'

type MessageRowProps = {
  message: InboxMessage
  words: IntentWords
  current: boolean
  /** Whether the keys brought one here, so that the focus follows. */
  steered: boolean
  chosen: boolean
  /** Absent for those who only read. */
  onChoose?: ((chosen: boolean) => void) | undefined
  onTeach?: ((label: Label) => void) | undefined
  onOther?: (() => void) | undefined
}

/** The first candidates that can be taught; the keys 1 to 5. */
export const candidatesOf = ({ guess }: InboxMessage, words: IntentWords) =>
  (guess?.candidates ?? [])
    .flatMap(({ name, probability }) => {
      const intent = words.taught(name)
      return intent ? [{ intent, name, probability }] : []
    })
    .slice(0, 5)

export function MessageRow({ message, words, current, steered, chosen, ...acts }: MessageRowProps) {
  const { t } = useTranslation()
  const shown = useShownText()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current && steered) row.current?.focus()
  }, [current, steered])
  const { onChoose, onTeach, onOther } = acts
  return (
    <li
      ref={row}
      tabIndex={-1}
      aria-current={current || undefined}
      className={classNames(
        'flex gap-3 border-b border-line px-4 py-3 outline-none last:border-b-0 border-s-3',
        current ? 'border-s-accent bg-hover/60' : 'border-s-transparent',
      )}
    >
      {onChoose && (
        <span className="pt-0.5">
          <Checkbox label={t('labelling.choose', { text: message.text })} checked={chosen} onChange={onChoose} />
        </span>
      )}
      <div className="min-w-0 flex-1">
        <p className="break-words">{shown(message.text)}</p>
        <Facts message={message} words={words} />
        {!isBlind(message) && <TwoReadings message={message} words={words} />}
        {onTeach && (
          <div className="mt-2 flex flex-wrap items-center gap-1.5">
            {candidatesOf(message, words).map(({ intent, name, probability }, at) => (
              <Button
                key={intent.id}
                size="small"
                className="max-w-full"
                onClick={() => onTeach({ kind: 'intent', intentId: intent.id })}
              >
                <Key>{at + 1}</Key>
                <span className="truncate">{words.ofName(name)}</span>
                <span className="text-ink-faint tabular-nums">{finePercent(probability)}</span>
              </Button>
            ))}
            <Button size="small" onClick={() => onTeach({ kind: 'out-of-scope' })}>
              <Key>o</Key>
              {t('labelling.outOfScope')}
            </Button>
            <Button size="small" look="quiet" onClick={onOther}>
              <Key>i</Key>
              {t('labelling.other')}
            </Button>
            <MoodLabels message={message} />
          </div>
        )}
      </div>
    </li>
  )
}

/** How often and when it was said, and how it was read; the reading stays hidden while people label it. */
function Facts({ message, words }: Pick<MessageRowProps, 'message' | 'words'>) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const { count, language, guess, unsure, lastAt } = message
  const isHidden = isBlind(message)
  const name = guess && (guess.intent === null ? t('labelling.outOfScope') : words.ofName(guess.intent))
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-faint">
      {count > 1 && <Badge tone="info">{t('labelling.times', { count })}</Badge>}
      {!isHidden && (
        <span className="text-ink-soft">{name ? t('labelling.readAs', { name }) : t('labelling.unread')}</span>
      )}
      {!isHidden && guess && <span>{t('labelling.unsure', { share: finePercent(unsure) })}</span>}
      <span>{t(`app.languages.${language}`)}</span>
      <span>{full(lastAt)}</span>
    </p>
  )
}

const isBlind = ({ state }: InboxMessage) => state === 'in-labelling' || state === 'disputed'

/** Where what was learnt and the nearest examples read it differently, both, side by side. */
function TwoReadings({ message: { guess, disagreeing }, words }: Pick<MessageRowProps, 'message' | 'words'>) {
  const { t } = useTranslation()
  if (!guess?.second || disagreeing === 0) return null
  const { intent, probability, outOfScope, second } = guess
  const [name, sure] = intent === null ? [t('labelling.outOfScope'), outOfScope] : [words.ofName(intent), probability]
  return (
    <dl className="mt-2 grid gap-2 rounded-lg bg-note p-2.5 text-sm text-note-ink sm:grid-cols-2">
      <div className="min-w-0">
        <dt className="text-xs">{t('labelling.byLearning')}</dt>
        <dd className="font-medium break-words">
          {name} <span className="font-normal tabular-nums">{finePercent(sure)}</span>
        </dd>
      </div>
      <div className="min-w-0">
        <dt className="text-xs">{t('labelling.byExamples')}</dt>
        <dd className="font-medium break-words">
          {words.ofName(second.intent)}{' '}
          <span className="font-normal tabular-nums">{finePercent(second.confidence)}</span>
        </dd>
        <dd className="text-xs break-words">{t('labelling.nearest', { text: second.example })}</dd>
      </div>
    </dl>
  )
}

/** The key that does it, where there are keys. */
function Key({ children }: { children: string | number }) {
  return (
    <kbd aria-hidden className="hidden rounded border border-line px-1 font-mono text-xs text-ink-faint sm:inline">
      {children}
    </kbd>
  )
}
