import { type InboxState, inboxStates } from '@lingxi/contract/labelling'
import { MessageSquareOff, RefreshCw } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { messagesOnPage, useGatherMessages, useInbox } from '../../api/labelling-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { askedBy, Filters, wide } from './filters.tsx'
import { Messages } from './messages.tsx'

/** What customers wrote, what teaches most first. Those who may teach say what it means; everybody reads. */
export function Inbox() {
  const { t } = useTranslation()
  const mayTeach = useMay('supervisor')
  const [state, setState] = useState<InboxState>('open')
  const [narrowing, setNarrowing] = useState(wide)
  const [offset, setOffset] = useState(0)
  const q = useDeferredValue(narrowing.q)
  const { data, error, refetch } = useInbox({ ...askedBy({ ...narrowing, q }), state, offset })
  const gather = useGatherMessages()
  const { warn } = useToast()
  const from = (change: () => void) => {
    change()
    setOffset(0)
  }
  return (
    <>
      <Filters narrowing={narrowing} onChange={(next) => from(() => setNarrowing(next))} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Choices
          label={t('labelling.state')}
          value={state}
          choices={inboxStates.map((value) => ({
            value,
            text: `${t(`labelling.states.${value}`)}${data ? ` ${data.counts[value] ?? 0}` : ''}`,
          }))}
          onChange={(next) => from(() => setState(next))}
        />
        <Button size="small" disabled={gather.isPending} onClick={() => gather.mutate(undefined, { onError: warn })}>
          <RefreshCw />
          {t(gather.isPending ? 'labelling.gathering' : 'labelling.gather')}
        </Button>
      </div>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={6} />)}
      {data?.messages.length === 0 && data.total === 0 && (
        <Empty icon={<MessageSquareOff />} title={t('labelling.noMessages')} text={t('labelling.noMessagesText')} />
      )}
      {data && data.messages.length > 0 && (
        <Messages key={`${state} ${offset}`} state={state} messages={data.messages} mayTeach={mayTeach} />
      )}
      {data && (
        <Pager
          label={t('labelling.views.inbox')}
          offset={offset}
          size={messagesOnPage}
          total={data.total}
          onChange={setOffset}
        />
      )}
    </>
  )
}
