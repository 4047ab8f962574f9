import type { StepKind } from '@lingxi/contract/flow'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { stepIcons, stepKindOrder, stepTones } from '../step-kinds.ts'

/** Every kind of step, to be added below what is selected. */
export function Palette({ onAdd }: { onAdd: (kind: StepKind) => void }) {
  const { t } = useTranslation()
  return (
    <Menu
      trigger={
        <Button size="small">
          <Plus />
          {t('flowEditor.addStep')}
        </Button>
      }
    >
      <StepKindItems onAdd={onAdd} />
    </Menu>
  )
}

export function StepKindItems({ onAdd }: { onAdd: (kind: StepKind) => void }) {
  const { t } = useTranslation()
  const items = stepKindOrder.map((kind) => {
    const Icon = stepIcons[kind]
    return (
      <MenuItem key={kind} onSelect={() => onAdd(kind)}>
        <span className={classNames('grid size-6 place-items-center rounded-md', stepTones[kind])}>
          <Icon />
        </span>
        <span>
          <span className="block">{t(`flows.kinds.${kind}.name`)}</span>
          <span className="block text-xs text-ink-faint">{t(`flows.kinds.${kind}.about`)}</span>
        </span>
      </MenuItem>
    )
  })
  return <div className="max-h-[min(38rem,calc(var(--available-height)-0.5rem))] overflow-y-auto">{items}</div>
}
