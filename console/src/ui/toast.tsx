import { Toast } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { problemDetail, problemTitle } from '../i18n/problem-text.ts'

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={4500} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-4 top-3 z-60 mx-auto flex max-w-96 flex-col gap-2 md:inset-x-auto md:start-25 md:top-auto md:bottom-4 md:w-76">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function Toasts() {
  const { t } = useTranslation()
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rounded-xl border border-line bg-raised shadow-lift transition-[opacity,translate] duration-200 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-start gap-3 py-3 ps-4 pe-2">
        {toast.type === 'problem' ? (
          <CircleAlert className="mt-0.5 size-4.5 shrink-0 text-danger" />
        ) : (
          <CircleCheck className="mt-0.5 size-4.5 shrink-0 text-accent" />
        )}
        <div className="min-w-0 flex-1">
          <Toast.Title className="font-medium" />
          <Toast.Description className="text-sm text-ink-soft" />
        </div>
        <Toast.Close
          aria-label={t('app.actions.dismiss')}
          className="grid size-7 place-items-center rounded-md text-ink-faint hover:bg-hover"
        >
          <X className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}

export function useToast() {
  const { t } = useTranslation()
  const { add } = Toast.useToastManager()
  return {
    tell: (title: string) => add({ title }),
    /** What went wrong; read out at once. */
    warn: (error: unknown) =>
      add({
        type: 'problem',
        priority: 'high',
        timeout: 8000,
        title: problemTitle(t, error),
        description: problemDetail(error),
      }),
  }
}
