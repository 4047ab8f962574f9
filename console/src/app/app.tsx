import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { CatchBoundary, RouterProvider } from '@tanstack/react-router'
import type { i18n } from 'i18next'
import { useEffect } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import type { ConsoleApi } from '../api/api.ts'
import { ApiContext, useApi } from '../api/api-context.ts'
import { useSession } from '../api/use-session.ts'
import { Failed } from '../ui/states.tsx'
import { ToastProvider } from '../ui/toast.tsx'
import { HintProvider } from '../ui/tooltip.tsx'
import { Crashed } from './crashed.tsx'
import type { ConsoleRouter } from './router.tsx'
import { SignIn } from './sign-in.tsx'
import { Starting } from './starting.tsx'

type AppProps = { api: ConsoleApi; words: i18n; router: ConsoleRouter }

export function App({ api, words, router }: AppProps) {
  return (
    <I18nextProvider i18n={words}>
      <ApiContext value={api}>
        <QueryClientProvider client={api.queries}>
          <CSPProvider disableStyleElements>
            <HintProvider delay={400}>
              <ToastProvider>
                <CatchBoundary getResetKey={() => 'app'} errorComponent={Crashed}>
                  <Door router={router} />
                </CatchBoundary>
              </ToastProvider>
            </HintProvider>
          </CSPProvider>
        </QueryClientProvider>
      </ApiContext>
    </I18nextProvider>
  )
}

/** Lets in who is signed in; the address stays, so that signing in leads to what was asked for. */
function Door({ router }: { router: ConsoleRouter }) {
  const { t } = useTranslation()
  const { session, queries } = useApi()
  const state = useSession()
  const signedOut = state.status === 'signed-out'
  useEffect(() => {
    document.title = t('app.title')
    // Nothing of what one person could see is left for the next.
    if (signedOut) queries.clear()
  }, [signedOut, queries, t])
  if (state.status === 'starting') return <Starting />
  if (state.status === 'unreachable') {
    return (
      <main className="grid h-full place-items-center">
        <Failed title={t('app.signIn.unreachable')} error={state.error} onRetry={session.start} />
      </main>
    )
  }
  return state.status === 'signed-out' ? <SignIn ended={state.ended} /> : <RouterProvider router={router} />
}
