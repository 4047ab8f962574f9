import { ChevronRight, FolderTree } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../ui/class-names.ts'
import { Select } from '../ui/select.tsx'
import { type CategoryNode, toTree } from './category-tree.ts'

type CategoriesProps = { paths: string[]; chosen: string | undefined; onChoose: (path: string | undefined) => void }

/** The tree of categories: beside the list where there is room, else one choice above it. */
export function Categories({ paths, chosen, onChoose }: CategoriesProps) {
  const { t } = useTranslation()
  if (paths.length === 0) return null
  return (
    <nav aria-label={t('keeping.categories')} className="max-lg:hidden">
      <ul className="flex flex-col gap-0.5">
        <li>
          <Choice path={undefined} name={t('keeping.categoryAll')} chosen={chosen} onChoose={onChoose} />
        </li>
        {toTree(paths).map((node) => (
          <Branch key={node.path} node={node} chosen={chosen} onChoose={onChoose} />
        ))}
      </ul>
    </nav>
  )
}

export function CategorySelect({ paths, chosen, onChoose }: CategoriesProps) {
  const { t } = useTranslation()
  if (paths.length === 0 && !chosen) return null
  const offered = [...new Set([...(chosen ? [chosen] : []), ...paths])]
  return (
    <Select
      label={t('keeping.categories')}
      value={chosen ?? ''}
      options={[
        { value: '', label: t('keeping.categoryAll') },
        ...offered.map((path) => ({ value: path, label: path })),
      ]}
      onChange={(path) => onChoose(path || undefined)}
      className="mt-3 max-w-full lg:hidden"
    />
  )
}

type BranchProps = Omit<CategoriesProps, 'paths'> & { node: CategoryNode }

function Branch({ node, chosen, onChoose }: BranchProps) {
  const { t } = useTranslation()
  const holds = chosen === node.path || chosen?.startsWith(`${node.path}/`)
  const [opened, setOpened] = useState(Boolean(holds))
  const isOpen = opened || (holds === true && chosen !== node.path)
  return (
    <li>
      <div className="flex items-center">
        {node.children.length > 0 ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'keeping.collapse' : 'keeping.expand', { name: node.name })}
            onClick={() => setOpened(!isOpen)}
            className="grid size-6 shrink-0 place-items-center rounded-md text-ink-faint hover:bg-hover"
          >
            <ChevronRight className={classNames('size-4 transition-transform', isOpen && 'rotate-90')} />
          </button>
        ) : (
          <span className="w-6 shrink-0" />
        )}
        <Choice path={node.path} name={node.name} chosen={chosen} onChoose={onChoose} />
      </div>
      {isOpen && node.children.length > 0 && (
        <ul className="ms-4 flex flex-col gap-0.5">
          {node.children.map((child) => (
            <Branch key={child.path} node={child} chosen={chosen} onChoose={onChoose} />
          ))}
        </ul>
      )}
    </li>
  )
}

type ChoiceProps = Omit<CategoriesProps, 'paths'> & { path: string | undefined; name: string }

function Choice({ path, name, chosen, onChoose }: ChoiceProps) {
  const isChosen = path === chosen
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={() => onChoose(path)}
      className={classNames(
        'flex min-w-0 flex-1 items-center gap-2 rounded-lg px-2 py-1.5 text-start text-sm',
        isChosen ? 'bg-accent-soft font-medium text-accent-strong' : 'text-ink-soft hover:bg-hover',
      )}
    >
      {path === undefined && <FolderTree className="size-4 shrink-0" />}
      <span className="truncate">{name}</span>
    </button>
  )
}
