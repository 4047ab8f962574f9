import type { InboxMessage, InboxState } from '@lingxi/contract/labelling'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChooseIntent } from '../../pieces/choose-intent.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { useIntentWords } from '../../pieces/intent-words.ts'
import { BulkBar } from './bulk-bar.tsx'
import { candidatesOf, MessageRow } from './message-row.tsx'
import { useInboxActs } from './use-inbox-acts.ts'

type MessagesProps = { state: InboxState; messages: InboxMessage[]; mayTeach: boolean }
const keys = [1, 2, 3, 4, 5]

/** One page of the inbox, gone through by keys: what was taught leaves, and the next one moves up. */
export function Messages({ state, messages, mayTeach }: MessagesProps) {
  const { t } = useTranslation()
  const words = useIntentWords()
  const acts = useInboxActs()
  const [{ at, steered }, setPlace] = useState({ at: 0, steered: false })
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [teaching, setTeaching] = useState<string[]>()
  const mayPick = mayTeach && (state === 'open' || state === 'dismissed')
  const here = Math.min(at, messages.length - 1)
  const current = messages[here]
  const chosen = messages.flatMap(({ id }) => (ticked.has(id) ? [id] : []))
  const tick = (ids: string[], on: boolean) =>
    setTicked((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))))
  const move = (by: number) => () =>
    setPlace({ at: Math.max(0, Math.min(messages.length - 1, here + by)), steered: true })

  const onCurrent = (act: (message: InboxMessage) => void) => () => {
    if (!current) return
    setPlace({ at: here, steered: true })
    act(current)
  }
  const nth = (place: number) =>
    onCurrent((message) => {
      const candidate = candidatesOf(message, words)[place - 1]
      if (candidate) acts.teach([message.id], { kind: 'intent', intentId: candidate.intent.id })
    })
  const isOpen = mayTeach && state === 'open'
  useShortcuts({
    ArrowDown: move(1),
    ArrowUp: move(-1),
    ...(mayPick && {
      x: onCurrent(({ id }) => tick([id], !ticked.has(id))),
      l: onCurrent(({ id }) => acts.send([id])),
      d: onCurrent(({ id }) => (isOpen ? acts.dismiss([id]) : acts.takeBack([id]))),
    }),
    ...(isOpen && {
      ...Object.fromEntries(keys.map((key) => [key, nth(key)])),
      o: onCurrent(({ id }) => acts.teach([id], { kind: 'out-of-scope' })),
      i: onCurrent(({ id }) => setTeaching([id])),
    }),
  })
  return (
    <>
      {mayPick && (
        <div className="flex flex-wrap items-center gap-3 px-4 text-sm text-ink-soft">
          <Checkbox
            label={t('labelling.chooseAll')}
            checked={chosen.length === messages.length}
            some={chosen.length > 0 && chosen.length < messages.length}
            onChange={(on) =>
              tick(
                messages.map(({ id }) => id),
                on,
              )
            }
          />
          <span>{t('labelling.chooseAll')}</span>
          <span className="ms-auto hidden text-xs text-ink-faint sm:inline">
            {t(isOpen ? 'labelling.keys' : 'labelling.keysAside')}
          </span>
        </div>
      )}
      {mayPick && chosen.length > 0 && (
        <BulkBar
          ids={chosen}
          state={state}
          acts={acts}
          onTeach={() => setTeaching(chosen)}
          onDone={() => setTicked(new Set())}
        />
      )}
      <ul aria-label={t('labelling.views.inbox')} className="overflow-hidden rounded-2xl border border-line bg-surface">
        {messages.map((message, place) => (
          <MessageRow
            key={message.id}
            message={message}
            words={words}
            current={place === here}
            steered={steered}
            chosen={ticked.has(message.id)}
            onChoose={
              mayPick
                ? (on) => {
                    setPlace({ at: place, steered: false })
                    tick([message.id], on)
                  }
                : undefined
            }
            onTeach={isOpen ? (label) => acts.teach([message.id], label) : undefined}
            onOther={() => setTeaching([message.id])}
          />
        ))}
      </ul>
      {teaching && (
        <ChooseIntent
          title={t('labelling.teachTitle', { count: teaching.length })}
          onChoose={({ id }) => {
            acts.teach(teaching, { kind: 'intent', intentId: id })
            tick(teaching, false)
            setTeaching(undefined)
          }}
          onClose={() => setTeaching(undefined)}
        />
      )}
    </>
  )
}
