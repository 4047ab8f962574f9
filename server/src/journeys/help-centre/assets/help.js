/** What a script adds to the help centre: suggestions while one types, and a rating without leaving the page. */
const field = document.querySelector('input[data-suggest]')
if (field) suggestWhileTyping(field)
const rating = document.querySelector('#rating form')
if (rating) rateInPlace(rating)

function suggestWhileTyping(input) {
  const list = document.createElement('ul')
  list.id = 'suggestions'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', input.labels[0]?.textContent ?? '')
  list.hidden = true
  input.after(list)
  const attributes = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  }
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)

  let asked = 0
  let waiting
  let chosen = -1
  const options = () => [...list.children]

  function show(suggestions) {
    chosen = -1
    input.removeAttribute('aria-activedescendant')
    list.replaceChildren(
      ...suggestions.map(({ title, href }, place) => {
        const option = document.createElement('li')
        option.id = `suggestion-${place}`
        option.setAttribute('role', 'option')
        option.dataset.href = href
        option.textContent = title
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault()
          location.href = href
        })
        return option
      }),
    )
    list.hidden = suggestions.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
  }

  function choose(place) {
    const all = options()
    if (all.length === 0) return
    chosen = (place + all.length) % all.length
    all.forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)))
    input.setAttribute('aria-activedescendant', all[chosen].id)
    all[chosen].scrollIntoView({ block: 'nearest' })
  }

  async function ask(text) {
    const mine = ++asked
    try {
      const response = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`)
      const { suggestions = [] } = response.ok ? await response.json() : {}
      if (mine === asked) show(suggestions)
    } catch {
      // Without a connection there are no suggestions; the form still works once there is one.
      if (mine === asked) show([])
    }
  }

  input.addEventListener('input', (event) => {
    clearTimeout(waiting)
    const text = input.value.trim()
    if (text === '' || event.isComposing) return show([])
    waiting = setTimeout(() => void ask(text), 120)
  })
  input.addEventListener('compositionend', () => input.dispatchEvent(new Event('input')))
  input.addEventListener('blur', () => show([]))
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return
    if (event.key === 'Escape') return show([])
    if (event.key === 'Enter' && chosen >= 0) location.href = options()[chosen].dataset.href
    else if (event.key === 'ArrowDown') choose(chosen + 1)
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? -1 : chosen - 1)
    else return
    event.preventDefault()
  })
}

function rateInPlace(form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const said = new URLSearchParams(new FormData(form))
    said.set('helpful', event.submitter?.value ?? 'yes')
    fetch(form.action, { method: 'POST', body: said, headers: { accept: 'application/json' } }).then(
      (response) => {
        if (!response.ok) return form.submit()
        const thanks = document.createElement('p')
        thanks.setAttribute('role', 'status')
        thanks.textContent = form.dataset.thanks
        form.replaceWith(thanks)
      },
      () => form.submit(),
    )
  })
}
