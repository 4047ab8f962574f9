import type { FlowOverview } from '@lingxi/contract/flow-versions'
import { flowsDraft } from '@lingxi/contract/release-replays'
import { Link } from '@tanstack/react-router'
import { Rocket } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePublishFlows } from '../../api/flow-version-queries.ts'
import { useReplay } from '../../api/replay-queries.ts'
import { Replay } from '../../pieces/replay/replay.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Panel } from '../../ui/page.tsx'
import { Refused } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PublishTests } from '../tests/publish-tests.tsx'
import { everybodyNow, releaseOf, ReleaseFields } from './release-fields.tsx'

type PublishProps = { overview: FlowOverview; onCompare: () => void }

/** The draft becomes a version. Errors keep it from that, and what it would do worse until that is accepted; warnings are shown. */
export function Publish({ overview, onCompare }: PublishProps) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const publish = usePublishFlows()
  const replayed = useReplay(flowsDraft).data?.needs === 'none'
  const [note, setNote] = useState('')
  const [release, setRelease] = useState(everybodyNow)
  const { errors, warnings, changed, draft, flows, rollout } = overview
  const submit = () =>
    publish.mutate(
      { note, draft, ...releaseOf(release) },
      {
        onSuccess: ({ version }) => {
          tell(t('flowVersions.published', { number: version.number }))
          setNote('')
          setRelease(everybodyNow)
        },
      },
    )
  const isBlocked = errors > 0 || flows === 0 || !replayed
  return (
    <Panel
      title={t('flowVersions.publish')}
      lead={t(changed ? 'flowVersions.draftDiffers' : 'flowVersions.draftSame')}
      actions={
        changed &&
        rollout.live !== null && (
          <Button size="small" onClick={onCompare}>
            {t('flowVersions.whatDiffers')}
          </Button>
        )
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {errors > 0 && (
          <p className="rounded-lg border border-danger-line bg-danger-soft px-3 py-2 text-sm text-danger">
            {t('flowVersions.blocked', { count: errors })}{' '}
            <Link to="/flows/findings" className="underline">
              {t('flowVersions.toFindings')}
            </Link>
          </p>
        )}
        {warnings > 0 && (
          <p className="rounded-lg border border-note-line bg-note px-3 py-2 text-sm text-note-ink">
            {t('flowVersions.warned', { count: warnings })}{' '}
            <Link to="/flows/findings" className="underline">
              {t('flowVersions.toFindings')}
            </Link>
          </p>
        )}
        <PublishTests />
        {errors === 0 && <Replay what={flowsDraft} />}
        <Refused error={publish.error} />
        <Field label={t('flowVersions.note')} hint={t('flowVersions.noteHint')}>
          {(names) => (
            <TextInput {...names} maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
          )}
        </Field>
        <ReleaseFields release={release} mayShare={rollout.live !== null} onChange={setRelease} />
        <Button type="submit" look="primary" className="w-fit" disabled={isBlocked || publish.isPending}>
          <Rocket />
          {t('flowVersions.publishNow')}
        </Button>
      </form>
    </Panel>
  )
}
