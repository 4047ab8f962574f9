import { type Role, roles, type Staff } from '@lingxi/contract/staff'
import { useSyncExternalStore } from 'react'
import { useApi } from './api-context.ts'

export function useSession() {
  const { session } = useApi()
  return useSyncExternalStore(session.subscribe, session.getSnapshot)
}

/** Who is signed in; only for what is drawn behind the sign-in. */
export function useMe(): Staff {
  const state = useSession()
  if (state.status === 'signed-in') return state.staff
  throw new Error('Nobody is signed in.')
}

/** Whether the one who is signed in has at least that role. The server decides; this only hides what it would refuse. */
export function useMay(role: Role): boolean {
  return roles.indexOf(useMe().role) <= roles.indexOf(role)
}
