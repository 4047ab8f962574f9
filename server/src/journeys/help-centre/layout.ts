/** What every page of the help centre has around it. */
import type { Language } from '@lingxi/contract/message'
import type { Settings } from '@lingxi/contract/staff'
import { html, raw } from 'hono/html'
import type { Links } from './help-links.ts'
import { type HelpWords, helpWords } from './help-words.ts'
import { asScript } from './structured-data.ts'

export type Html = ReturnType<typeof html>
/** Where and for whom a page is written. `origin`: scheme and host, for addresses that leave the page. */
export type Setting = {
  language: Language
  settings: Settings
  links: Links
  words: HelpWords
  origin: string
  base: string
}
export type PageParts = {
  title: string
  description?: string
  /** The path that this page is known by; absent: search engines leave it out. */
  canonical?: string
  /** Paths of the same page in other languages. */
  alternates?: Partial<Record<Language, string>>
  data?: unknown[]
  query?: string
  body: Html
}

export async function writePage(setting: Setting, page: PageParts): Promise<string> {
  const { language, settings, links, words, origin } = setting
  const name = settings.helpCentre.title[language] || settings.companyName
  const title = page.title === name ? name : `${page.title} – ${name}`
  const written = await html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
${page.description ? html`<meta name="description" content="${page.description}">` : ''}
${page.canonical ? html`<link rel="canonical" href="${origin}${page.canonical}">` : html`<meta name="robots" content="noindex">`}
${Object.entries(page.alternates ?? {}).map(([other, path]) => html`<link rel="alternate" hreflang="${other}" href="${origin}${path}">`)}
<meta property="og:title" content="${page.title}"><meta property="og:site_name" content="${name}">
<link rel="stylesheet" href="${links.theme}"><link rel="stylesheet" href="${links.style}">
${(page.data ?? []).map((each) => html`<script type="application/ld+json">${raw(asScript(each))}</script>`)}
<script src="${links.script}" defer></script>
<script src="/widget.js" data-lingxi data-accent="${settings.helpCentre.accent}" data-language="${language}" async></script>
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="top"><div class="wide">
<a class="brand" href="${links.home}">${name}</a>
<nav aria-label="${words.otherLanguage}"><a href="${page.alternates?.[other(language)] ?? links.homeIn(other(language))}" lang="${other(language)}" hreflang="${other(language)}">${words.otherLanguage}</a></nav>
</div></header>
${searchForm(setting, page.query ?? '')}
<main id="content" class="wide" tabindex="-1">${page.body}</main>
<footer class="wide"><p>${settings.companyName}</p></footer>
</body>
</html>`
  return written.toString()
}

const searchForm = ({ links, words }: Setting, query: string) => html`<div class="search"><div class="wide">
<form role="search" action="${links.search}" method="get">
<label class="hidden" for="q">${words.search}</label>
<input id="q" name="q" type="search" value="${query}" placeholder="${words.ask}" maxlength="200" autocomplete="off" data-suggest="${links.suggest}" required>
<button type="submit">${words.search}</button>
</form></div></div>`

export const other = (language: Language): Language => (language === 'zh' ? 'en' : 'zh')
export const wordsFor = (language: Language) => helpWords[language]

/** The path from the start to here; the last is where one is. */
export const trail = (setting: Setting, steps: { name: string; href?: string }[]) =>
  html`<nav class="trail" aria-label="${setting.words.home}"><ol>
<li><a href="${setting.links.home}">${setting.words.home}</a></li>
${steps.map(({ name, href }) => html`<li>${href ? html`<a href="${href}">${name}</a>` : html`<span aria-current="page">${name}</span>`}</li>`)}
</ol></nav>`
