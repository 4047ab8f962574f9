/** What forms may name, handed down by the editor so that no field has to carry it. */
import type { Action } from '@lingxi/contract/action'
import type { FlowSet, FlowSlot } from '@lingxi/contract/flow'
import { createContext, useContext } from 'react'

export type KnownAction = Pick<Action, 'name' | 'title' | 'description' | 'effect' | 'care' | 'input' | 'output'>

export type Nameable = {
  /** The draft, with what is being edited in it. */
  set: FlowSet
  slots: [string, FlowSlot][]
  /** Where the actions of the flow that is edited put their answers. */
  results: string[]
  actions: KnownAction[]
  intents: string[]
  entities: string[]
}

export const NameableContext = createContext<Nameable | null>(null)

export function useNameable(): Nameable {
  const nameable = useContext(NameableContext)
  if (!nameable) throw new Error('Forms of flows stand inside of an editor.')
  return nameable
}
