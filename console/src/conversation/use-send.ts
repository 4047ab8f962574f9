import type { Conversation } from '@lingxi/contract/conversation'
import { useDeskCommand } from '../api/desk-commands.ts'
import { useToast } from '../ui/toast.tsx'
import type { Mode, Outgoing, useOutgoing } from './drafts.ts'

type Changes = Pick<ReturnType<typeof useOutgoing>, 'add' | 'update' | 'remove'>

/** Sends at once in what is seen; what the server refuses stays in sight, with its text. */
export function useSend(conversation: Conversation, { add, update, remove }: Changes) {
  const command = useDeskCommand(conversation.id)
  const { warn } = useToast()
  return async ({ id = Date.now(), mode, text }: { id?: number; mode: Mode; text: string }) => {
    const after = conversation.events.at(-1)?.seq ?? 0
    add({ id, mode, text: text.trim(), after, state: 'sending' } satisfies Outgoing)
    try {
      const { seq } = await command.mutateAsync({ kind: mode, text })
      update(id, { state: 'sent', seq })
      // By then the log has it; a row that is left behind would only be hidden.
      setTimeout(() => remove(id), 10_000)
    } catch (error) {
      update(id, { state: 'failed' })
      warn(error)
    }
  }
}
export type Send = ReturnType<typeof useSend>
