// The page in a real browser: Debian's Chromium, driven by playwright-core. Screenshots are kept in
// the folder that COMMSEARCH_SCREENSHOTS names.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

const { COMMSEARCH_SERVER, COMMSEARCH_INDEX_PROGRAM, COMMSEARCH_CORPUS, COMMSEARCH_SCREENSHOTS,
        COMMSEARCH_NODE_FOLDER, COMMSEARCH_CHROMIUM } = process.env;
const load = createRequire(join(COMMSEARCH_NODE_FOLDER, 'package.json'));
const { chromium } = load('playwright-core');
const { AxeBuilder } = load('@axe-core/playwright');

const folder = mkdtempSync(join(tmpdir(), 'commsearch-browser-'));
let server;
let base;
let browser;

function run(program, parameters) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

function startServer(index) {
  return new Promise((resolve, reject) => {
    server = spawn(COMMSEARCH_SERVER, ['--index', index, '--port', '0', '--no-access-log'],
                   { stdio: ['ignore', 'pipe', 'ignore'] });
    server.on('error', reject);
    server.stdout.once('data', (line) => resolve(String(line).trim().replace(/\/$/, '')));
  });
}

before(async () => {
  mkdirSync(COMMSEARCH_SCREENSHOTS, { recursive: true });
  mkdirSync(join(folder, 'evil'));
  writeFileSync(join(folder, 'evil', 'evil.jsonl'), JSON.stringify({
    id: 'evil"><script>alert(1)</script>',
    title: '<img src=x onerror=alert(2)> "><svg onload=alert(3)>',
    issuer: "'><script>alert(4)</script>",
    text: 'Nhân dân </p><script>alert(5)</script> xâyhại <b onmouseover=alert(6)>họp</b> &lt;script&gt;.',
  }) + '\n');
  const index = join(folder, 'index');
  await run(COMMSEARCH_INDEX_PROGRAM, ['build', '--corpus', COMMSEARCH_CORPUS, '--corpus',
                                       join(folder, 'evil'), '--index', index]);
  base = await startServer(index);
  browser = await chromium.launch({
    executablePath: COMMSEARCH_CHROMIUM,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
});

after(async () => {
  await browser?.close();
  server?.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

/** A page on which nothing may go wrong: no error, no dialog, no broken policy. */
async function open(path, options = {}) {
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on('dialog', (dialog) => { page.faults.push('dialog ' + dialog.message()); dialog.dismiss(); });
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4/.test(message.text())) page.faults.push(message.text());
  });
  await page.goto(base + path);
  return page;
}

async function close(page) {
  assert.deepEqual(page.faults, []);
  await page.context().close();
}

async function shot(page, name) {
  await page.screenshot({ path: join(COMMSEARCH_SCREENSHOTS, name + '.png'), fullPage: true });
}

async function accessible(page) {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']).analyze();
  assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`), []);
}

const total = (page) => page.locator('#total').textContent();
const reports = async (page) => Number(/trong ([\d.]+) báo cáo/.exec(await total(page))?.[1].replace('.', '') ?? 0);

/** Does something that changes the results and waits for the new ones. */
async function changing(page, action) {
  const old = await page.locator('#main').elementHandle();
  await action();
  await page.waitForFunction((main) => !main.isConnected, old);
}

test('search, open a report, back', async () => {
  const page = await open('/');
  assert.match(await page.title(), /Báo cáo mới nhất/);
  await accessible(page);
  await shot(page, '01-first');
  await page.fill('#q', 'nông thôn mới');
  await changing(page, () => page.press('#q', 'Enter'));
  assert.match(page.url(), /\?q=n%C3%B4ng/);
  assert.ok(await reports(page) > 5);
  assert.ok(await page.locator('.excerpt mark').count() > 3);
  assert.ok(await page.locator('.path').first().textContent());
  await page.waitForTimeout(400);
  assert.equal(await page.locator('#suggestions').count(), 0, 'no list opens behind a search');
  await accessible(page);
  await shot(page, '02-results');
  await page.locator('.path a').first().click();
  await page.waitForURL(/bao-cao/);
  assert.ok(await page.locator('.whole.hit mark').count() > 0);
  assert.match(await page.locator('.cite').first().textContent(), /Trích dẫn: /);
  await accessible(page);
  await shot(page, '03-report');
  await page.goBack();
  assert.ok(await reports(page) > 5);
  assert.equal(await page.inputValue('#q'), 'nông thôn mới');
  await page.goBack();
  await page.waitForFunction(() => document.title.startsWith('Báo cáo mới nhất'));
  assert.equal(await page.inputValue('#q'), '');
  await close(page);
});

test('a facet narrows, a second value widens, chips take back', async () => {
  const page = await open('/?q=n%C3%B4ng+th%C3%B4n+m%E1%BB%9Bi');
  const all = await reports(page);
  const boxes = page.locator('#facet-issuer input[type=checkbox]');
  const shown = Number(await page.locator('#facet-issuer .count').first().textContent());
  await changing(page, () => boxes.first().check());
  const one = await reports(page);
  assert.equal(one, shown);
  assert.ok(one < all);
  assert.ok(await boxes.first().isChecked());
  assert.match(page.url(), /issuer=/);
  await changing(page, () => boxes.nth(1).check());
  assert.ok(await reports(page) > one);
  await accessible(page);
  await shot(page, '04-facets');
  await page.goBack();
  await page.waitForFunction((count) => document.getElementById('total').textContent.includes(`trong ${count} `), one);
  assert.equal(await page.locator('.chips li').count(), 2);
  await changing(page, () => page.locator('.chips a').first().click());
  assert.equal(await reports(page), all);
  await close(page);
});

test('search inside a facet, without marks', async () => {
  const page = await open('/');
  const find = page.locator('#facet-commune .find');
  await find.fill('ban lien');
  await page.waitForFunction(() => {
    const labels = [...document.querySelectorAll('#facet-commune label')];
    return labels.length > 0 && labels.every((label) => label.textContent.includes('Bản Liền'));
  });
  await changing(page, () => page.locator('#facet-commune input[type=checkbox]').first().check());
  assert.match(page.url(), /commune=/);
  await close(page);
});

test('the histogram chooses a year, then a month', async () => {
  const page = await open('/?q=x%C3%A3');
  await changing(page, () => page.locator('.histogram a').last().click());
  assert.match(page.url(), /year=20\d\d/);
  assert.match(await page.locator('.histogram figcaption').textContent(), /theo tháng/);
  await shot(page, '05-histogram');
  await changing(page, () => page.locator('.histogram a').first().click());
  assert.match(page.url(), /month=20\d\d-\d\d/);
  await close(page);
});

test('completion by keyboard', async () => {
  const page = await open('/');
  await page.locator('#q').focus();
  await page.keyboard.type('nong th');
  await page.waitForSelector('#suggestions li');
  await accessible(page);
  await shot(page, '06-completion');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.getAttribute('#q', 'aria-activedescendant'), 'suggestion-0');
  await changing(page, () => page.keyboard.press('Enter'));
  assert.match(await page.inputValue('#q'), /nông thôn/);
  assert.ok(await reports(page) > 0);
  await page.locator('#q').focus();
  await page.keyboard.type(' m');
  await page.waitForSelector('#suggestions li');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#suggestions').count(), 0);
  await close(page);
});

test('the keyboard alone', async () => {
  const page = await open('/?q=x%C3%A3');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  const reached = async (selector) => {
    for (let i = 0; i < 200; i += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    }
    assert.fail('Tab does not reach ' + selector);
  };
  await reached('#q');
  await reached('.histogram a');
  await reached('.reports h2 a');
  await reached('.facet input[type=checkbox]');
  await changing(page, () => page.keyboard.press('Space'));
  assert.ok(await page.evaluate(() => document.activeElement.matches('.facet input:checked')), 'focus stays');
  await close(page);
});

test('a phone', async () => {
  const page = await open('/?q=ng%C3%A2n+s%C3%A1ch', { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing beside the screen');
  await accessible(page);
  await shot(page, '07-phone');
  await page.locator('.path a').first().tap();
  await page.waitForURL(/bao-cao/);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await shot(page, '08-phone-report');
  await close(page);
});

test('without JavaScript', async () => {
  const page = await open('/', { javaScriptEnabled: false });
  await page.fill('#q', 'nong thon moi');
  await page.click('.box button');
  assert.ok(await reports(page) > 5);
  await page.locator('#facet-issuer input[type=checkbox]').first().check();
  await page.click('.apply');
  assert.match(page.url(), /issuer=/);
  assert.equal(await page.locator('.chips li').count(), 2);
  await page.locator('.histogram a').first().click();
  assert.match(page.url(), /year=/);
  await page.locator('.reports h2 a').first().click();
  assert.ok(await page.locator('.whole').count() > 0);
  await shot(page, '09-no-javascript');
  await close(page);
});

test('nothing found and wrong addresses help', async () => {
  const page = await open('/?q=zzqqxxzz&issuer=ubnd');
  assert.match(await page.locator('.empty').textContent(), /bỏ mọi bộ lọc/);
  await accessible(page);
  await shot(page, '10-empty');
  await page.goto(base + '/?year=x');
  assert.match(await page.locator('[role=alert]').textContent(), /không phải giá trị/);
  await accessible(page);
  await page.goto(base + '/bao-cao?id=none');
  assert.match(await total(page), /Không có báo cáo này/);
  await accessible(page);
  await close(page);
});

test('reports and queries are never markup', async () => {
  for (const path of ['/?q=x%C3%A2yh%E1%BA%A1i', '/?q=%3Cscript%3Ealert(7)%3C/script%3E',
                      '/?q=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(8)%3E', '/?heading=%3Cscript%3Ealert(9)%3C/script%3E',
                      '/bao-cao?q=x%C3%A2yh%E1%BA%A1i&id=evil%22%3E%3Cscript%3Ealert(1)%3C/script%3E']) {
    const page = await open(path);
    await page.waitForLoadState('networkidle');
    assert.equal(await page.locator('main script, main img, main b, main svg[onload]').count(), 0, path);
    await close(page);
  }
  const page = await open('/');
  await page.fill('#q', '"><script>alert(10)</script>');
  await changing(page, () => page.press('#q', 'Enter'));
  await shot(page, '11-markup');
  await close(page);
});

test('lists are exported', async () => {
  const page = await open('/?q=ntm');
  for (const [name, beginning] of [['CSV', '\ufeff"Tiêu đề"'], ['văn bản có trích dẫn', '“']]) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`.export a:text-is("${name}")`)]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    assert.ok(text.startsWith(beginning), text.slice(0, 60));
    assert.match(text, /BC số .+, ngày \d\d\/\d\d\/\d{4}, .+, mục /);
  }
  await close(page);
});
