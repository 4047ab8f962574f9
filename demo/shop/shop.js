import { $, ask, el, icon } from './dom.js'
import { card, showProduct } from './product.js'
import { keepLang, PAGE, state, t } from './state.js'
import { categories } from './text.js'

function matching() {
  const words = state.query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const found = state.products.filter((product) => {
    if (state.category && product.category !== state.category) return false
    const text = Object.values(product).join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
  if (state.sort) found.sort((a, b) => (state.sort === 'up' ? 1 : -1) * (a.price - b.price))
  else if (!state.category && words.length === 0) return mixed(found)
  return found
}

// Our picks: one of each category in turn, rather than eight blocks.
function mixed(list) {
  const place = (product) => Number(product.sku.slice(-3)) * 10 + categories.indexOf(product.category)
  return [...list].sort((a, b) => place(a) - place(b))
}

function showGoods() {
  const found = matching()
  const visible = found.slice(0, state.shown)
  $('grid').replaceChildren(...visible.map(card))
  $('grid').hidden = visible.length === 0
  $('count').textContent = state.loading ? t('loading') : state.failed ? '' : t('count')(found.length)
  const rest = Math.min(PAGE, found.length - visible.length)
  $('more').hidden = rest <= 0
  $('more').textContent = t('more')(rest)
  const empty = !state.loading && found.length === 0
  $('empty').hidden = !empty
  if (empty) {
    const kind = state.failed ? 'fail' : 'none'
    $('empty-title').textContent = t(`${kind}Title`)
    $('empty-text').textContent = t(`${kind}Text`)
    $('empty-action').textContent = t(`${kind}Action`)
  }
  $('tools').hidden = state.failed
  $('chips').hidden = state.failed
}

function showCategories() {
  const count = (category) => state.products.filter((p) => !category || p.category === category).length
  $('chips').replaceChildren(
    ...['', ...categories].map((category) =>
      el(
        'button',
        {
          type: 'button',
          'aria-pressed': String(state.category === category),
          onclick: () => choose(category),
        },
        t(category || 'all'),
        el('small', {}, state.products.length ? String(count(category)) : ''),
      ),
    ),
  )
  $('cats').replaceChildren(
    ...['', ...categories].map((category) =>
      el(
        'a',
        {
          href: '#goods',
          'aria-current': state.category === category ? 'true' : null,
          onclick: () => choose(category),
        },
        t(category || 'all'),
      ),
    ),
  )
}

function choose(category) {
  const focused = $('chips').contains(document.activeElement)
  Object.assign(state, { category, shown: PAGE })
  showCategories()
  showGoods()
  if (focused) $('chips').children[categories.indexOf(category) + 1].focus()
}

function showHelp() {
  $('promises').replaceChildren(
    ...t('promises').map(([name, title, note]) =>
      el('li', {}, icon(name), el('span', {}, el('strong', {}, title), el('small', {}, note))),
    ),
  )
  $('questions').replaceChildren(
    ...t('questions').map((text) =>
      el('li', {}, el('button', { type: 'button', 'data-ask': true, onclick: () => ask(text) }, text)),
    ),
  )
  $('contact').replaceChildren(
    ...t('contact').map(([label, value, note]) =>
      el('div', {}, el('dt', {}, label), el('dd', {}, value, el('small', {}, note))),
    ),
  )
  const opened = [...$('policies').children].map((node) => node.open)
  $('policies').replaceChildren(
    ...t('policies').map(([title, text], i) =>
      el('details', { open: opened[i] === true }, el('summary', {}, title), el('p', {}, text)),
    ),
  )
}

function showAll() {
  document.documentElement.lang = state.lang
  document.title = t('title')
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t)
  for (const node of document.querySelectorAll('[data-t-label]'))
    node.setAttribute('aria-label', t(node.dataset.tLabel))
  for (const node of document.querySelectorAll('[data-t-hint]')) node.placeholder = t(node.dataset.tHint)
  for (const node of document.querySelectorAll('[data-lang]'))
    node.setAttribute('aria-pressed', String(node.dataset.lang === state.lang))
  showHelp()
  showCategories()
  showGoods()
  if ($('product').open) showProduct(state.open)
}

async function load() {
  Object.assign(state, { loading: true, failed: false })
  $('empty').hidden = true
  showGoods()
  try {
    const response = await fetch('/shop/products.json', { headers: { accept: 'application/json' } })
    if (!response.ok) throw new Error(`products: ${response.status}`)
    const products = await response.json()
    if (!Array.isArray(products) || products.length === 0) throw new Error('products: none')
    state.products = products
  } catch (error) {
    console.warn(error)
    state.failed = true
  }
  state.loading = false
  showCategories()
  showGoods()
}

for (const button of document.querySelectorAll('[data-lang]'))
  button.addEventListener('click', () => {
    keepLang(button.dataset.lang)
    showAll()
  })
$('tools').addEventListener('submit', (event) => event.preventDefault())
$('query').addEventListener('input', (event) => {
  Object.assign(state, { query: event.target.value, shown: PAGE })
  showGoods()
})
$('sort').addEventListener('change', (event) => {
  Object.assign(state, { sort: event.target.value, shown: PAGE })
  showGoods()
})
$('more').addEventListener('click', () => {
  const first = state.shown
  state.shown += PAGE
  showGoods()
  $('grid').children[first]?.querySelector('button').focus()
})
$('empty-action').addEventListener('click', () => {
  if (state.failed) return load()
  $('query').value = ''
  state.query = ''
  choose('')
})
$('close').addEventListener('click', () => $('product').close())
$('product').addEventListener('click', (event) => {
  if (event.target === $('product')) $('product').close()
})

showAll()
load()
