/** What search engines read of a page: schema.org in JSON-LD. */
type Crumb = { name: string; url: string }
type Described = { title: string; text: string; updatedAt: string; language: string; isQuestion: boolean; url: string }

export function describeArticle({ title, text, updatedAt, language, isQuestion, url }: Described) {
  const answer = { '@type': 'Answer', text }
  if (isQuestion)
    return {
      '@context': 'https://schema.org',
      '@type': 'FAQPage',
      inLanguage: language,
      dateModified: updatedAt,
      mainEntity: [{ '@type': 'Question', name: title, acceptedAnswer: answer }],
    }
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: title.slice(0, 110),
    inLanguage: language,
    dateModified: updatedAt,
    articleBody: text,
    mainEntityOfPage: url,
  }
}

export const describeTrail = (crumbs: Crumb[]) => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ name, url }, place) => ({
    '@type': 'ListItem',
    position: place + 1,
    name,
    item: url,
  })),
})

export const describeSearch = (home: string, search: string) => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  url: home,
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={query}` },
    'query-input': 'required name=query',
  },
})

/** Within a script element nothing may look like its end. */
export const asScript = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c')
