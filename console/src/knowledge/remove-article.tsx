import type { Article } from '@lingxi/contract/knowledge'
import { useNavigate } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemoveArticle } from '../api/knowledge-queries.ts'
import { IconButton } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { useToast } from '../ui/toast.tsx'

export function RemoveArticle({ article, onLeave }: { article: Article; onLeave: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { tell, warn } = useToast()
  const [asking, setAsking] = useState(false)
  const remove = useRemoveArticle(article.id)
  const confirmed = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        tell(t('knowledge.editor.removed'))
        onLeave()
        void navigate({ to: '/knowledge' })
      },
      onError: warn,
    })
  return (
    <>
      <IconButton label={t('knowledge.editor.remove')} disabled={remove.isPending} onClick={() => setAsking(true)}>
        <Trash2 />
      </IconButton>
      <Confirm
        dangerous
        open={asking}
        title={t('knowledge.editor.removeTitle')}
        text={t('knowledge.editor.removeText')}
        action={t('app.actions.remove')}
        onConfirm={confirmed}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
