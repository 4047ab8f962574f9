import { createContext, useContext } from 'react'
import type { ConsoleApi } from './api.ts'

export const ApiContext = createContext<ConsoleApi | undefined>(undefined)

export function useApi(): ConsoleApi {
  const api = useContext(ApiContext)
  if (!api) throw new Error('Nothing gave this screen its api.')
  return api
}
