import { api } from '@lingxi/contract/api'
import type { Scope } from '@lingxi/contract/scope'
import type { Role, SettingsChange, Staff } from '@lingxi/contract/staff'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.ts'
import { keys } from './query-keys.ts'
import { useMe } from './use-session.ts'

export function useStaff() {
  const { call } = useApi()
  return useQuery({ queryKey: keys.staff, queryFn: ({ signal }) => call(api.listStaff, {}, signal) })
}

export function useAddStaff() {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { email: string; name: string; role: Role }) => call(api.addStaff, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.staff }),
  })
}

export function useChangeStaff(id: string) {
  const { call, session } = useApi()
  const queries = useQueryClient()
  const me = useMe()
  return useMutation({
    mutationFn: (body: { name?: string; role?: Role; active?: boolean; groups?: string[] }) =>
      call(api.changeStaff, { params: { id }, body }),
    onSuccess: (changed: Staff) => {
      if (changed.id === me.id) session.changed(changed)
      return queries.invalidateQueries({ queryKey: keys.staff })
    },
  })
}

export function useResetPassword(id: string) {
  const { call } = useApi()
  return useMutation({ mutationFn: () => call(api.resetPassword, { params: { id } }) })
}

export function useSettings() {
  const { call } = useApi()
  return useQuery({ queryKey: keys.settings, queryFn: ({ signal }) => call(api.getSettings, {}, signal) })
}

export function useChangeSettings() {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: SettingsChange) => call(api.changeSettings, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.settings }),
  })
}

export function useApiKeys(enabled: boolean) {
  const { call } = useApi()
  return useQuery({ queryKey: keys.apiKeys, queryFn: ({ signal }) => call(api.listApiKeys, {}, signal), enabled })
}

export function useAddApiKey() {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; scopes: Scope[] }) => call(api.addApiKey, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.apiKeys }),
  })
}

export function useChangeApiKey() {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; name: string; scopes: Scope[] }) =>
      call(api.changeApiKey, { params: { id }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.apiKeys }),
  })
}

export function useRemoveApiKey() {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(api.removeApiKey, { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.apiKeys }),
  })
}

export function useIdentitySecret() {
  const { call } = useApi()
  return useQuery({
    queryKey: keys.identitySecret,
    queryFn: ({ signal }) => call(api.getIdentitySecret, {}, signal),
  })
}

export function useRotateIdentitySecret() {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(api.rotateIdentitySecret, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.identitySecret }),
  })
}

export function useChangeMe() {
  const { call, session } = useApi()
  return useMutation({
    mutationFn: (name: string) => call(api.changeMe, { body: { name } }),
    onSuccess: (staff) => session.changed(staff),
  })
}

export function useChangePassword() {
  const { call } = useApi()
  return useMutation({
    mutationFn: (body: { current: string; next: string }) => call(api.changePassword, { body }),
  })
}
