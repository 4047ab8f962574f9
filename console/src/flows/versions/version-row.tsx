import type { FlowOverview, FlowVersion } from '@lingxi/contract/flow-versions'
import { Download, EllipsisVertical, GitCompareArrows, History, PencilLine } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExportFlows } from '../../api/flow-queries.ts'
import { useDraftFromVersion } from '../../api/flow-version-queries.ts'
import { useWhen } from '../../i18n/when.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useToast } from '../../ui/toast.tsx'
import { ReleaseDialog } from './release-dialog.tsx'

const tones: Record<FlowVersion['standing'], Tone> = {
  live: 'accent',
  candidate: 'warm',
  planned: 'info',
  past: 'plain',
}

type VersionRowProps = {
  version: FlowVersion
  overview: FlowOverview
  mayChange: boolean
  /** With the version before it, or the draft with it where it is the first; 0 is the draft. */
  onCompare: (compared: { from: number; to: number }) => void
}

export function VersionRow({ version, overview, mayChange, onCompare }: VersionRowProps) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const { tell, warn } = useToast()
  const exporting = useExportFlows()
  const draft = useDraftFromVersion()
  const [asking, setAsking] = useState<'draft' | 'release' | null>(null)
  const { number, note, createdAt, standing, flows, slots, tables, added, changed, removed } = version
  const { rollout } = overview
  const isOlder = rollout.live !== null && number < rollout.live
  const save = () => void exporting(number).then((file) => saveFile(file, `flows-${number}.yaml`), warn)
  const differs = [
    added.length > 0 && t('flows.file.added', { count: added.length }),
    changed.length > 0 && t('flows.file.changed', { count: changed.length }),
    removed.length > 0 && t('flows.file.removed', { count: removed.length }),
  ].filter(Boolean)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-t border-line py-3 ps-5 pe-2 first:border-t-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{t('flowVersions.version', { number })}</span>
          <Badge tone={tones[standing]}>{t(`flowVersions.standings.${standing}`)}</Badge>
          <time dateTime={createdAt} className="text-sm text-ink-faint">
            {full(createdAt)}
          </time>
        </p>
        {note && <p className="break-words">{note}</p>}
        <p className="text-sm text-ink-faint">
          {[t('flowVersions.holds', { flows, slots, tables }), ...differs].join(' · ')}
        </p>
      </div>
      <span className="flex items-center gap-1">
        <Button
          size="small"
          onClick={() => onCompare(number > 1 ? { from: number - 1, to: number } : { from: number, to: 0 })}
        >
          <GitCompareArrows />
          {t('flowVersions.compare')}
        </Button>
        {mayChange && standing !== 'live' && (
          <Button size="small" onClick={() => setAsking('release')}>
            {isOlder && <History />}
            {t(isOlder ? 'flowVersions.rollBack' : 'flowVersions.release')}
          </Button>
        )}
        <Menu
          trigger={
            <IconButton label={t('flowVersions.more', { number })}>
              <EllipsisVertical />
            </IconButton>
          }
        >
          <MenuItem icon={<Download />} onSelect={save}>
            {t('flowVersions.export')}
          </MenuItem>
          {mayChange && (
            <MenuItem icon={<PencilLine />} onSelect={() => setAsking('draft')}>
              {t('flowVersions.toDraft')}
            </MenuItem>
          )}
        </Menu>
      </span>
      {asking === 'release' && (
        <ReleaseDialog number={number} rollout={rollout} isBack={isOlder} onClose={() => setAsking(null)} />
      )}
      <Confirm
        dangerous
        open={asking === 'draft'}
        title={t('flowVersions.toDraftTitle', { number })}
        text={t('flowVersions.toDraftText')}
        action={t('flowVersions.toDraft')}
        onConfirm={() =>
          draft.mutate(
            { number, draft: overview.draft },
            { onSuccess: () => tell(t('flowVersions.nowDraft', { number })), onError: warn },
          )
        }
        onClose={() => setAsking(null)}
      />
    </li>
  )
}
