import { useTranslation } from 'react-i18next'
import { NamesInput } from '../ui/names-input.tsx'

export function TagsInput({ tags, onChange }: { tags: string[]; onChange: (tags: string[]) => void }) {
  const { t } = useTranslation()
  return (
    <NamesInput
      label={t('knowledge.editor.tags')}
      hint={t('knowledge.editor.tagsHint')}
      names={tags}
      removeLabel={(tag) => t('knowledge.editor.removeTag', { tag })}
      onChange={onChange}
    />
  )
}
