/** A mark of direction that nothing closes ends with the element it stands in: what stands around official text keeps its order. */
import {readFileSync} from 'node:fs'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {closeDirections} from '../../templates/direction.ts'
import {openBrowser} from './site.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
})
afterAll(async () => {
  await browser.close()
})

const css = readFileSync('site/styles/base.css', 'utf8')
const MARKS = ['\u202e', '\u202b', '\u2067', '\u202e\u202e\u2067', '\u2069\u202e', '\u202c\u202e', '\u2068\u2069\u2069\u202e']

/** Where the words before and behind stand, from left to right, and whether the letters of both do. */
async function order(mark: string, element: string, finish = (html: string) => html): Promise<string> {
  await page.setContent(
    finish(
      `<!doctype html><style>${css}</style><p><i id="a">бірінші</i> <${element}>${mark}құқық қорғау</${element}> <i id="b">екінші</i> <i id="c">үшінші</i></p>`,
    ),
  )
  return page.evaluate(() => {
    const left = (id: string, at: number): number => {
      const text = document.getElementById(id)?.firstChild
      if (!text) return 0
      const range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      return range.getBoundingClientRect().left
    }
    return [left('a', 0), left('a', 3), left('b', 0), left('b', 3), left('c', 0), left('c', 3)].every(
      (one, at, all) => at === 0 || one > (all[at - 1] ?? 0),
    )
      ? 'in order'
      : 'turned round'
  })
}

test.each(['a', 'b', 'del', 'ins', 'span', 'strong', 'em'])('<%s>', async (element) => {
  for (const mark of MARKS) expect(await order(mark, element, closeDirections), JSON.stringify(mark)).toBe('in order')
})

test('as published some would lead out: the test can fail', async () => {
  expect(await order('\u2069\u202e', 'span')).toBe('turned round')
})
