import { useTranslation } from 'react-i18next'
import { useEntityTypes } from '../api/entity-queries.ts'
import { knownWord } from '../i18n/known-word.ts'
import { titleOf } from './taught-words.ts'

/** What types of entities are called: as the company titled them, else as the product calls those it knows by itself, else by name. */
export function useTypeTitles(): (name: string) => string {
  const { i18n } = useTranslation()
  const { data } = useEntityTypes()
  const taught = new Map(data?.map((type) => [type.name, type]))
  return (name) => {
    const type = taught.get(name)
    return type && (type.title.zh || type.title.en) ? titleOf(type, i18n.language) : knownWord(i18n, 'entity', name)
  }
}
