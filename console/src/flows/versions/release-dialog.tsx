import type { FlowRollout } from '@lingxi/contract/flow-versions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReleaseFlows } from '../../api/flow-version-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refused } from '../../ui/states.tsx'
import { everybodyNow, releaseOf, ReleaseFields } from './release-fields.tsx'

type ReleaseDialogProps = { number: number; rollout: FlowRollout; isBack: boolean; onClose: () => void }

/** A version that is there is let begin conversations: again, for some, or at a time. */
export function ReleaseDialog({ number, rollout, isBack, onClose }: ReleaseDialogProps) {
  const { t } = useTranslation()
  const release = useReleaseFlows()
  const [fields, setFields] = useState(everybodyNow)
  const submit = () =>
    release.mutate({ number, rollout: rollout.version, ...releaseOf(fields) }, { onSuccess: onClose })
  return (
    <Dialog
      open
      title={t(isBack ? 'flowVersions.rollBackTo' : 'flowVersions.releaseOf', { number })}
      about={t('flowVersions.releaseAbout')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button look="primary" disabled={release.isPending} onClick={submit}>
            {t(isBack ? 'flowVersions.rollBack' : 'flowVersions.release')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Refused error={release.error} />
        <ReleaseFields
          release={fields}
          mayShare={rollout.live !== null && rollout.live !== number}
          onChange={setFields}
        />
      </div>
    </Dialog>
  )
}
