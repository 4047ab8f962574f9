import {
  acceptanceOf,
  countOpen,
  cutShort,
  isCutShort,
  isOpenlyCutShort,
  openGroups,
  type ReleaseReplay,
} from '@lingxi/contract/release-replays'
import type { ReplayReport } from '@lingxi/contract/replay'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStartReplay } from '../../api/replay-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Refused } from '../../ui/states.tsx'
import { AcceptChanges } from './accept-changes.tsx'
import { useEffectOf } from './effect-of.ts'
import { Accepted, ReplayGroupRow } from './replay-group.tsx'
import { ReplayFrame } from './replay-frame.tsx'

type ReportProps = { replay: ReleaseReplay; report: ReplayReport }

/** What a replay found; each kind of change with who let it pass, or a button for those who may. */
export function Report({ replay, report }: ReportProps) {
  const { t } = useTranslation()
  const tell = useEffectOf()
  const mayAccept = useMay('supervisor')
  const [accepting, setAccepting] = useState<string | null>(null)
  const open = openGroups(replay)
  const acceptable = open.map((group) => ({ key: group.key, text: tell(group) }))
  const first = acceptable.find(({ key }) => key === accepting)
  const { groups, unlisted } = report
  const isHeldBack = countOpen(replay) > 0
  return (
    <ReplayFrame look={isHeldBack ? 'warning' : 'calm'}>
      <Figures report={report} />
      {isCutShort(report) && <CutShort replay={replay} report={report} />}
      {open.length > 0 && <p className="font-medium">{t('replay.open', { count: open.length })}</p>}
      {unlisted.open > 0 && <p className="font-medium">{t('replay.unlistedOpen', { count: unlisted.open })}</p>}
      {isHeldBack && !mayAccept && <p>{t('replay.forSupervisors')}</p>}
      {groups.length > 0 && (
        <ul aria-label={t('replay.changes')} className="flex flex-col gap-2">
          {groups.map((group) => (
            <ReplayGroupRow
              key={group.key}
              group={group}
              isOpen={open.includes(group)}
              accepted={acceptanceOf(replay, group.key)}
              onAccept={mayAccept ? () => setAccepting(group.key) : undefined}
            />
          ))}
        </ul>
      )}
      {unlisted.told > 0 && <p>{t('replay.unlistedTold', { count: unlisted.told })}</p>}
      {mayAccept && !isOpenlyCutShort(replay) && <Again what={replay.what} />}
      {first && (
        <AcceptChanges
          replay={replay}
          title={t('replay.acceptTitle')}
          first={first}
          open={acceptable}
          onClose={() => setAccepting(null)}
        />
      )}
    </ReplayFrame>
  )
}

function Figures({ report: { conversations, turns, identical, changed, leftOut } }: Pick<ReportProps, 'report'>) {
  const { t } = useTranslation()
  return (
    <p>
      {t('replay.figures', { conversations, turns, identical, changed })}
      {leftOut > 0 && ` ${t('replay.leftOut', { count: leftOut })}`}
    </p>
  )
}

/** Not all was taken again: that is accepted by itself, and never along with a change. */
function CutShort({ replay, report: { conversations, of } }: ReportProps) {
  const { t } = useTranslation()
  const mayAccept = useMay('supervisor')
  const [accepting, setAccepting] = useState(false)
  const isOpen = isOpenlyCutShort(replay)
  const accepted = acceptanceOf(replay, cutShort)
  const text = t('replay.cutShort', { conversations, of })
  const it = { key: cutShort, text }
  return (
    <div>
      <p className="font-medium">{text}</p>
      {isOpen && <p>{t('replay.cutShortOpen')}</p>}
      {accepted && <Accepted accepted={accepted} />}
      {isOpen && mayAccept && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Again what={replay.what} />
          <Button size="small" onClick={() => setAccepting(true)}>
            {t('replay.acceptCutShort')}
          </Button>
        </div>
      )}
      {accepting && (
        <AcceptChanges
          replay={replay}
          title={t('replay.acceptCutShortTitle')}
          first={it}
          open={[it]}
          onClose={() => setAccepting(false)}
        />
      )}
    </div>
  )
}

/** What knowledge says or customers wrote may have changed since. */
function Again({ what }: { what: string }) {
  const { t } = useTranslation()
  const start = useStartReplay(what)
  return (
    <>
      <Refused error={start.error} />
      <Button size="small" className="w-fit" disabled={start.isPending} onClick={() => start.mutate(undefined)}>
        <RotateCcw />
        {t('replay.again')}
      </Button>
    </>
  )
}
