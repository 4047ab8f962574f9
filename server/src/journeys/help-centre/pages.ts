/** The pages of the help centre, written from what was read for them. */
import type { Article } from '@lingxi/contract/knowledge'
import { html, raw } from 'hono/html'
import type { PublishedRow } from '#knowledge'
import { renderMarkdown } from '#platform/markdown'
import { phrasesIn } from '#platform/search'
import { plainText } from './excerpts.ts'
import { other, type Setting, trail, writePage } from './layout.ts'
import { linksFrom } from './help-links.ts'
import { withoutQuotes } from './quotes.ts'
import { describeArticle, describeSearch, describeTrail } from './structured-data.ts'

type Topic = { name: string; count: number; articles: PublishedRow[] }
type Listed = Pick<PublishedRow, 'id' | 'title' | 'excerpt'>

const inOther = (setting: Setting) => linksFrom(setting.base, other(setting.language))
/** `shipping` in a company's list of tags is a heading here. */
const heading = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

export function writeHome(setting: Setting, topics: Topic[]): Promise<string> {
  const { words, links, settings, language, origin } = setting
  const title = settings.helpCentre.title[language] || settings.companyName
  const card = ({ name, count, articles }: Topic) => html`<section class="card">
<h2><a href="${links.topic(name || '-')}">${name ? heading(name) : words.other}</a> <small>${words.count(count)}</small></h2>
<ul>${articles.map((each) => html`<li><a href="${links.article(each)}">${each.title}</a></li>`)}</ul>
${count > articles.length ? html`<p><a class="more" href="${links.topic(name || '-')}">${words.all(count)}</a></p>` : ''}
</section>`
  const body = html`<h1>${title}</h1><p class="lead">${words.lead}</p>
${topics.length > 0 ? html`<div class="cards">${topics.map(card)}</div>` : html`<p class="empty">${words.empty}</p>`}`
  return writePage(setting, {
    title,
    description: words.lead,
    canonical: links.home,
    alternates: { [language]: links.home, [other(language)]: inOther(setting).home },
    data: [describeSearch(origin + links.home, origin + links.search)],
    body: html`${body}`,
  })
}

const list = ({ links }: Setting, articles: Listed[], from?: string) =>
  html`<ul class="list">${articles.map(
    (each) =>
      html`<li><a href="${links.article(each, from)}"><strong>${each.title}</strong><span>${plainText(each.excerpt)}</span></a></li>`,
  )}</ul>`

type TopicPage = { topic: string; articles: PublishedRow[]; total: number; page: number; perPage: number }

export function writeTopic(setting: Setting, { topic, articles, total, page, perPage }: TopicPage): Promise<string> {
  const { words, links } = setting
  const name = topic === '-' ? words.other : topic.split('/').map(heading).join(' › ')
  const last = Math.max(1, Math.ceil(total / perPage))
  const turn = (to: number, label: string) =>
    html`<a rel="${to < page ? 'prev' : 'next'}" href="${links.topic(topic, to)}">${label}</a>`
  const pages = html`<nav class="pages" aria-label="${words.pages}">${page > 1 ? turn(page - 1, words.previous) : ''}<span>${page} / ${last}</span>${page < last ? turn(page + 1, words.next) : ''}</nav>`
  return writePage(setting, {
    title: name,
    canonical: links.topic(topic, page),
    body: html`${trail(setting, [{ name }])}<h1>${name}</h1><p class="lead">${words.count(total)}</p>
${articles.length > 0 ? list(setting, articles) : html`<p class="empty">${words.empty}</p>`}${last > 1 ? pages : ''}`,
  })
}

type Results = { query: string; found: Listed[]; from: string | undefined }

export function writeResults(setting: Setting, { query, found, from }: Results): Promise<string> {
  const { words, links } = setting
  const title = query ? words.results(query, found.length) : words.search
  const unquoted = found.length === 0 && phrasesIn(query).length > 0 ? withoutQuotes(query) : ''
  const loosely = html` <a href="${links.search}?q=${encodeURIComponent(unquoted)}">${words.unquoted}</a>`
  return writePage(setting, {
    title,
    query,
    body: html`<h1>${title}</h1>${found.length > 0 ? list(setting, found, from) : html`<p class="empty">${words.nothing}${unquoted ? loosely : ''}</p>`}`,
  })
}

type ArticlePage = { article: Article; related: Listed[]; rated: boolean; from: string | undefined }

export function writeArticle(setting: Setting, { article, related, rated, from }: ArticlePage): Promise<string> {
  const { words, links, language, origin } = setting
  const { id, title, body, updatedAt } = article
  const topic = article.category ?? article.tags[0]
  const steps = topic ? [{ name: topic.split('/').map(heading).join(' › '), href: links.topic(topic) }] : []
  const path = links.article(article)
  const text = plainText(body, 5_000)
  const date = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  const isQuestion = /[?？]$/.test(title.trim()) || article.alternatives.length > 1
  const crumbs = [{ name: words.home, href: links.home }, ...steps, { name: title, href: path }]
  return writePage(setting, {
    title,
    description: plainText(body, 160),
    canonical: path,
    data: [
      describeArticle({ title, text, updatedAt, language, isQuestion, url: origin + path }),
      describeTrail(crumbs.map(({ name, href }) => ({ name, url: origin + href }))),
    ],
    body: html`${trail(setting, [...steps, { name: title }])}
<article class="text"><h1>${title}</h1><p class="meta"><time datetime="${updatedAt}">${words.updated(date.format(Date.parse(updatedAt)))}</time></p>
${raw(renderMarkdown(body, { headingsFrom: 2 }))}</article>
<section class="rating" id="rating" aria-live="polite">${rated ? html`<p role="status">${words.thanks}</p>` : ratingForm(setting, id, from)}</section>
${related.length > 0 ? html`<section><h2>${words.related}</h2>${list(setting, related)}</section>` : ''}`,
  })
}

const ratingForm = (
  { words, links }: Setting,
  id: string,
  from: string | undefined,
) => html`<form method="post" action="${links.rating(id, from)}" data-thanks="${words.thanks}">
<fieldset><legend>${words.helpful}</legend>
<label for="comment" class="hidden">${words.comment}</label>
<input id="comment" name="comment" maxlength="500" placeholder="${words.comment}" autocomplete="off">
<button name="helpful" value="yes">${words.yes}</button><button name="helpful" value="no">${words.no}</button>
</fieldset></form>`

export function writeMissing(setting: Setting): Promise<string> {
  const { words, links } = setting
  return writePage(setting, {
    title: words.missing,
    body: html`<h1>${words.missing}</h1><p class="lead">${words.missingLead}</p><p><a href="${links.home}">${words.home}</a></p>`,
  })
}
