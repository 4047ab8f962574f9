import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Confirm } from './confirm.tsx'

/** Nobody loses a text by a wrong click. `onLeave`: what was written is given up. */
export function LeaveGuard({ isChanged, onLeave }: { isChanged: () => boolean; onLeave: () => void }) {
  const { t } = useTranslation()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: isChanged,
    enableBeforeUnload: isChanged,
    withResolver: true,
  })
  const leave = () => {
    onLeave()
    proceed?.()
  }
  return (
    <Confirm
      dangerous
      open={status === 'blocked'}
      title={t('app.unsaved.title')}
      text={t('app.unsaved.text')}
      cancel={t('app.unsaved.stay')}
      action={t('app.unsaved.leave')}
      onConfirm={leave}
      onClose={() => reset?.()}
    />
  )
}
