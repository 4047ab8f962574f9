import { api } from '@lingxi/contract/api'
import type { Conversation } from '@lingxi/contract/conversation'
import type { ActionRequest } from '@lingxi/contract/dialogue'
import { useMutation } from '@tanstack/react-query'
import { ShieldQuestion } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.ts'
import { Button } from '../ui/button.tsx'
import { TextInput } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'

/** What the bot was asked to do and a person has to allow, as the log says it now. */
export function Approvals({ conversation }: { conversation: Conversation }) {
  if (conversation.approvals === 0) return null
  return awaitingIn(conversation).map((request) => (
    <ApprovalCard key={request.runId} conversationId={conversation.id} request={request} />
  ))
}

function awaitingIn({ events }: Conversation): ActionRequest[] {
  const judged = new Set(events.flatMap((event) => (event.type === 'action-judged' ? [event.runId] : [])))
  return events
    .flatMap((event) => (event.type === 'turn-decided' ? (event.why.dialogue?.requested ?? []) : []))
    .filter(({ runId, needs }) => needs === 'approval' && !judged.has(runId))
}

function ApprovalCard({ conversationId, request }: { conversationId: string; request: ActionRequest }) {
  const { t } = useTranslation()
  const { call, live } = useApi()
  const { tell, warn } = useToast()
  const [reason, setReason] = useState('')
  const { mutate, isPending } = useMutation({
    mutationFn: (allowed: boolean) =>
      call(api.judgeAction, {
        params: { id: conversationId, runId: request.runId },
        body: { allowed, ...(reason.trim() && { reason: reason.trim() }) },
      }),
    onSuccess: (summary, allowed) => {
      live.apply({ type: 'conversation', summary, events: [] })
      tell(t(allowed ? 'actions.approval.allowed' : 'actions.approval.refused'))
    },
    onError: warn,
  })
  return (
    <section
      aria-label={t('actions.approval.heading')}
      className="mx-3 mb-2 rounded-xl border border-line-strong bg-note p-3 text-note-ink sm:mx-5"
    >
      <h3 className="flex items-center gap-2 font-semibold">
        <ShieldQuestion className="size-4.5" />
        {t('actions.approval.heading')}
      </h3>
      <p className="mt-1 text-sm">{t('actions.approval.asked', { action: request.action })}</p>
      <dl className="mt-2 grid max-h-32 grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 overflow-y-auto text-sm">
        {Object.entries(request.input).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="font-mono text-xs leading-5">{name}</dt>
            <dd className="break-words">{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-3 flex flex-wrap gap-2">
        <TextInput
          aria-label={t('actions.approval.reason')}
          placeholder={t('actions.approval.reason')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
          className="min-w-40 flex-1"
        />
        <Button disabled={isPending} onClick={() => mutate(false)}>
          {t('actions.approval.refuse')}
        </Button>
        <Button look="primary" disabled={isPending} onClick={() => mutate(true)}>
          {t('actions.approval.allow')}
        </Button>
      </div>
    </section>
  )
}
