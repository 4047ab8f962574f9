import type { Citation } from '@lingxi/contract/message'
import { useMemo, useRef } from 'preact/hooks'
import type { ConversationState } from '../conversation-state.ts'
import { type Row, readTimeline } from '../timeline.ts'
import { Bubble, TypingDots } from './bubble.tsx'
import { Icon } from './icons.tsx'
import { MarkdownView } from './markdown-view.tsx'
import { MessageRow } from './message-row.tsx'
import { OwnRow } from './own-row.tsx'
import { useScope } from './scope.ts'
import { SurveyRow } from './survey-row.tsx'
import { SystemRow, TimeRow } from './system-row.tsx'
import { useTail } from './use-tail.ts'
import { Welcome } from './welcome.tsx'

type ConversationProps = { state: ConversationState; isShown: boolean; openCitation: (citation: Citation) => void }

export function Conversation({ state, isShown, openCitation }: ConversationProps) {
  const { words } = useScope()
  const { entries, sayings } = state
  const rows = useMemo(() => readTimeline({ entries, sayings }), [entries, sayings])
  const { scroller, isAway, toTail } = useTail({ state, isShown })
  const isEmpty = rows.length === 0
  // Once shown, the greeting stays above what follows it.
  const wasGreeted = useRef(false)
  wasGreeted.current ||= isEmpty && state.session !== undefined && state.link === 'open'

  return (
    <div class="conversation">
      {/* A scrolling area has to be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section class="scroller" ref={scroller} tabIndex={0} aria-label={words.log}>
        {wasGreeted.current && state.session && <Welcome session={state.session} isAlone={isEmpty} />}
        <div role="log" aria-live="polite" aria-label={words.log} class="log">
          {rows.map((row) => (
            <RowView key={row.key} row={row} openCitation={openCitation} />
          ))}
        </div>
        <Pending state={state} hasSession={!isEmpty || wasGreeted.current} />
      </section>
      {isAway && (
        <button type="button" class="to-tail" aria-label={words.newMessages} title={words.newMessages} onClick={toTail}>
          <Icon name="down" />
        </button>
      )}
    </div>
  )
}

type RowViewProps = { row: Row; openCitation: (citation: Citation) => void }

function RowView({ row, openCitation }: RowViewProps) {
  switch (row.kind) {
    case 'time':
      return <TimeRow at={row.at} />
    case 'own':
      return <OwnRow row={row} />
    case 'survey':
      return <SurveyRow row={row} />
    case 'system':
      return <SystemRow entry={row.entry} />
    case 'message':
      return <MessageRow entry={row.entry} isFirst={row.isFirst} isLast={row.isLast} openCitation={openCitation} />
  }
}

/** What is on its way: a draft that grows, or somebody typing. Read out as one word, not letter by letter. */
function Pending({ state, hasSession }: { state: ConversationState; hasSession: boolean }) {
  const { words } = useScope()
  const { draft, typing, session, link } = state
  const bot = session?.botName ?? words.bot
  const isLoading = !hasSession && link === 'connecting'
  const isOn = draft !== '' || typing !== undefined || isLoading
  return (
    <>
      <output class="hidden">{isOn && !isLoading ? words.answering(typing || bot) : ''}</output>
      {isOn && (
        <div class="pending" aria-hidden="true">
          <Bubble speaker={typing ? { kind: 'staff', name: typing } : { kind: 'bot', name: bot }} isFirst>
            {draft ? <MarkdownView source={draft} /> : <TypingDots />}
          </Bubble>
        </div>
      )}
    </>
  )
}
