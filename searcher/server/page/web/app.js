// What the page gains with JavaScript: no whole page is loaded for a filter, queries are completed,
// facets are searched. The server writes every page; what scripts write goes in as text only.

const form = document.getElementById('search');
const box = document.getElementById('q');
const status = document.getElementById('status');
document.documentElement.classList.add('js');

/** Address of the state that the form shows, from the first page on. */
function formUrl() {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value !== '' && !(name === 'sort' && value === 'relevance')) parameters.append(name, value);
  }
  const query = parameters.toString();
  return query === '' ? '/' : '/?' + query;
}

/** A way to find the focused control again once its list was written anew. */
function focusKey() {
  const at = document.activeElement;
  if (at?.matches?.('.facet input[type=checkbox]')) {
    return `input[name="${CSS.escape(at.name)}"][value="${CSS.escape(at.value)}"]`;
  }
  return at?.id ? '#' + CSS.escape(at.id) : null;
}

let loading = null;

/** Shows the search page of an address in place of the one that is shown. */
async function show(url, isNew) {
  loading?.abort();
  loading = new AbortController();
  let page;
  try {
    const response = await fetch(url, { signal: loading.signal, headers: { Accept: 'text/html' } });
    page = new DOMParser().parseFromString(await response.text(), 'text/html');
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(url);
    return;
  }
  const main = page.getElementById('main');
  if (!main) return location.assign(url);
  const key = focusKey();
  const open = new Map([...document.querySelectorAll('details.facet')].map((one) => [one.id, one.open]));
  if (isNew) history.pushState(null, '', url);
  document.getElementById('main').replaceWith(document.adoptNode(main));
  document.title = page.title;
  for (const facet of document.querySelectorAll('details.facet')) {
    if (open.has(facet.id)) facet.open = open.get(facet.id) || facet.open;
  }
  for (const id of ['q', 'date-from', 'date-to', 'sort']) {
    const control = document.getElementById(id);
    const written = page.getElementById(id);
    if (control && written && (document.activeElement !== control || !isNew)) control.value = written.value;
  }
  const focused = key ? document.querySelector(key) : null;
  (focused ?? document.getElementById('total'))?.focus({ preventScroll: focused !== null });
  status.textContent = document.getElementById('total')?.textContent ?? '';
}

function isSearch(link) {
  return link.origin === location.origin && link.pathname === '/' && !link.hasAttribute('download');
}

// --- completion ------------------------------------------------------------------------------------

const kinds = { unit: '', word: '', commune: 'xã, phường', section: 'lĩnh vực', number: 'số văn bản' };
let list = null;
let chosen = -1;
let asked = 0;

function closeList() {
  asked += 1;
  completeCalmly.cancel();
  list?.remove();
  list = null;
  chosen = -1;
  box.setAttribute('aria-expanded', 'false');
  box.removeAttribute('aria-activedescendant');
}

function take(suggestion) {
  box.value = suggestion.dataset.query;
  closeList();
  show(formUrl(), true);
}

function choose(index) {
  const items = [...list.children];
  chosen = (index + items.length) % items.length;
  items.forEach((item, at) => item.setAttribute('aria-selected', String(at === chosen)));
  box.setAttribute('aria-activedescendant', items[chosen].id);
}

function openList(suggestions) {
  closeList();
  if (suggestions.length === 0) return;
  list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Gợi ý');
  suggestions.forEach((suggestion, at) => {
    const item = document.createElement('li');
    item.id = 'suggestion-' + at;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.dataset.query = suggestion.query;
    item.append(suggestion.label);
    const kind = document.createElement('small');
    kind.textContent = kinds[suggestion.kind] ?? '';
    item.append(kind);
    item.addEventListener('mousedown', (event) => event.preventDefault());
    item.addEventListener('click', () => take(item));
    list.append(item);
  });
  box.parentElement.append(list);
  box.setAttribute('aria-expanded', 'true');
}

async function complete() {
  const typed = box.value.normalize('NFC');
  const mine = ++asked;
  if (typed.trim() === '') return closeList();
  try {
    const response = await fetch('/suggest?q=' + encodeURIComponent(typed));
    const answer = response.ok ? await response.json() : { suggestions: [] };
    if (mine === asked && document.activeElement === box) openList(answer.suggestions);
  } catch {
    closeList();
  }
}

// --- search inside a facet -------------------------------------------------------------------------

function facetItem(name, value, at) {
  const item = document.createElement('li');
  const check = document.createElement('input');
  Object.assign(check, { type: 'checkbox', name, id: `f-${name}-${at}`, checked: value.chosen,
                         value: value.value ?? 'khong-ro' });
  check.setAttribute('form', 'search');
  const label = document.createElement('label');
  label.htmlFor = check.id;
  const text = document.createElement('span');
  text.textContent = value.label === '' ? 'không rõ' : value.label;
  const count = document.createElement('span');
  count.className = 'count';
  count.textContent = value.reports.toLocaleString('vi-VN');
  label.append(text, ' ', count);
  item.append(check, label);
  return item;
}

async function findInFacet(field) {
  const typed = field.value;
  const url = new URL(formUrl(), location.origin);
  url.pathname = '/facets/' + field.dataset.facet;
  url.searchParams.delete('sort');
  url.searchParams.set('find', typed.normalize('NFC'));
  url.searchParams.set('limit', '30');
  const response = await fetch(url);
  if (!response.ok || field.value !== typed) return;
  const { values } = await response.json();
  const items = values.map((value, at) => facetItem(field.dataset.facet, value, at));
  field.parentElement.querySelector('ul').replaceChildren(...items);
  status.textContent = items.length === 0 ? 'Không có giá trị nào' : items.length + ' giá trị';
}

/** Calls `work` once nothing has happened for a moment. */
function calmly(work) {
  let timer = 0;
  const call = (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...given), 150);
  };
  call.cancel = () => clearTimeout(timer);
  return call;
}

const completeCalmly = calmly(complete);

if (form) {
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-expanded', 'false');
  box.setAttribute('aria-controls', 'suggestions');
  const findCalmly = calmly(findInFacet);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    closeList();
    show(formUrl(), true);
  });
  document.addEventListener('change', (event) => {
    if (event.target.form === form && event.target !== box) show(formUrl(), true);
  });
  document.addEventListener('input', (event) => {
    if (event.isComposing) return; // an input method is at work: Telex, VNI
    if (event.target === box) completeCalmly();
    if (event.target.matches?.('.find')) findCalmly(event.target);
  });
  box.addEventListener('compositionend', completeCalmly);
  box.addEventListener('blur', closeList);
  box.addEventListener('keydown', (event) => {
    if (event.isComposing || !list) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      closeList();
    }
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    const isBar = link instanceof SVGElement;
    if (!link || (!isBar && !isSearch(link)) || event.defaultPrevented || event.button !== 0 ||
        event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(isBar ? link.href.baseVal : link.pathname + link.search, true);
  });
  addEventListener('popstate', () => {
    closeList();
    show(location.pathname + location.search, false);
  });
}
