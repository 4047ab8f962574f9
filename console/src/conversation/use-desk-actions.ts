/** Claim, hand back, resolve: what is possible now, and what is asked first. */
import type { ConversationSummary } from '@lingxi/contract/conversation'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskCommand } from '../api/desk-commands.ts'
import { useMay, useMe } from '../api/use-session.ts'
import { useToast } from '../ui/toast.tsx'

export type DeskAction = 'claim' | 'handBack' | 'resolve'

export function standing(row: ConversationSummary, staffId: string) {
  const open = row.status === 'open'
  const mine = row.owner.kind === 'staff' && row.owner.staffId === staffId
  const colleague = row.owner.kind === 'staff' && !mine ? row.owner.name : undefined
  return { open, mine, colleague }
}

export function useDeskActions(row: ConversationSummary, onClaimed: () => void) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const command = useDeskCommand(row.id)
  const me = useMe()
  const mayTakeOver = useMay('supervisor')
  const [asking, setAsking] = useState<DeskAction>()
  const { open, mine, colleague } = standing(row, me.id)
  const mayTouch = open && (colleague === undefined || mayTakeOver)
  const may = {
    claim: mayTouch && !mine,
    handBack: mayTouch && row.owner.kind !== 'bot',
    resolve: mayTouch,
  }
  const done = {
    claim: t('conversation.claimed'),
    handBack: t('conversation.handedBack'),
    resolve: t('conversation.resolvedDone'),
  }
  const act = (kind: DeskAction) =>
    command.mutate(
      { kind },
      {
        onSuccess: () => {
          tell(done[kind])
          if (kind === 'claim') onClaimed()
        },
        onError: warn,
      },
    )
  return {
    may,
    colleague,
    mine,
    asking,
    busy: command.isPending,
    act,
    stopAsking: () => setAsking(undefined),
    /** Claiming what nobody has is done at once; what others notice is asked first. */
    ask: (kind: DeskAction) => {
      if (!may[kind] || command.isPending) return
      if (kind === 'claim' && colleague === undefined) act(kind)
      else setAsking(kind)
    },
  }
}
export type DeskActions = ReturnType<typeof useDeskActions>
