import type { Annotation } from '@lingxi/contract/teaching'
import type { Mark } from '../../ui/marked-text.tsx'
import { useTypeTitles } from '../../pieces/use-type-titles.ts'

/** Annotations as marks, called what the type is called in the language of the reader. */
export function useMarks(): (entities: readonly Annotation[]) => Mark[] {
  const titleOf = useTypeTitles()
  return (entities) =>
    entities.map(({ start, end, type, role }) => {
      const title = titleOf(type)
      return { start, end, hue: type, label: role ? `${title} ${role}` : title }
    })
}
