/** An excerpt of a real act and an invented act that amends it, from the folder to the pages. */
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {load} from 'cheerio'
import {strFromU8, unzipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {ACT, amending, base, DAY, writeSources} from '../amend/support-editions.ts'
import {qyzmet} from '../support/command.ts'

const sources = mkdtempSync(join(tmpdir(), 'qyzmet-derived-sources-'))
const out = mkdtempSync(join(tmpdir(), 'qyzmet-derived-out-'))
const pair = `${ACT}_2012-10-09--${ACT}_${DAY}`
const textOf = (html: string) => html.replace(/\s+/gu, ' ').trim()
const page = (path: string) => {
  const $ = load(readFileSync(join(out, path, 'index.html'), 'utf8'))
  $('script').remove()
  return $
}

beforeAll(async () => {
  writeSources(sources, [base(), amending()])
  const {code, stderr} = await qyzmet(['build', '--sources', sources, '--out', out])
  if (code !== 0) throw new Error(stderr)
}, 300_000)

afterAll(() => {
  for (const folder of [sources, out]) rmSync(folder, {recursive: true, force: true})
})

describe('an edition that the program made', () => {
  it('stands in the time line of the act and of its standards, told apart from the text of the sources', () => {
    for (const path of [`resolutions/${ACT}`, `standards/${ACT}-1`]) {
      const $ = page(path)
      const rows = $('.editions li')
        .toArray()
        .map((row) => textOf($(row).text()))
      expect(rows).toHaveLength(2)
      expect(rows[0]).toContain('бағдарлама жасаған')
      expect(rows[1]).toContain('дереккөздегі соңғы мәтін')
    }
  })

  it('can be read as of its day, says that it is not official, and what is missing', () => {
    const $ = page(`en/editions/${ACT}-1/${DAY}`)
    const notice = textOf($('.program').text())
    expect(notice).toContain('was made by the program of this site and is not an official text')
    expect(notice).toContain('The text is incomplete: 3 instructions were carried out, 1 were not.')
    expect($('.program tbody tr')).toHaveLength(1)
    expect(textOf($('.program tbody').text())).toContain('there is no point 99')
    expect(textOf($('.text').text())).toContain('Мемлекеттік қызмет тегін көрсетіледі.')
    // The published page keeps the text of the source.
    expect(textOf(page(`en/standards/${ACT}-1`)('main').text())).toContain('Мемлекеттік қызмет ақылы түрде көрсетіледі.')
  })

  it('is compared with its base; each change leads to the instruction that made it', () => {
    for (const path of [pair, pair.split('--').reverse().join('--')]) {
      const $ = page(`compare/${path}`)
      const parts = $('h3.part')
        .toArray()
        .map((part) => [textOf($(part).contents().first().text()), $(part).find('a.instruction').attr('href')])
      expect(parts).toEqual([
        ['7-тармақ', '/resolutions/2013-335/#i1'],
        ['8-тармақ', '/resolutions/2013-335/#i1'],
      ])
      expect($('table.offices tbody a.instruction').attr('href')).toBe('/resolutions/2013-335/#i1')
    }
    expect(page('resolutions/2013-335')('#i1')).toHaveLength(1)
  })

  it('has its comparative table, which says where the text comes from', () => {
    const text = strFromU8(unzipSync(readFileSync(join(out, 'compare', `${pair}.docx`)))['word/document.xml']!)
    expect(text).toContain('бағдарлама жасаған, ресми мәтін емес')
    expect(text).toContain('Мемлекеттік қызмет ')
  })

  it('is named on the page of changes, with the reason where an instruction was refused', () => {
    const $ = page('en/changes')
    const states = $('td.state')
      .toArray()
      .slice(0, 4)
      .map((state) => textOf($(state).text()))
    expect(states.map((state) => state.startsWith('Applied'))).toEqual([true, true, false, true])
    expect(states[2]).toContain('Not carried out: there is no point 99')
    expect(states.every((state) => state.includes('made by the program'))).toBe(true)
  })

  it('has no link that leads nowhere', () => {
    for (const path of [`editions/${ACT}`, `editions/${ACT}-1`].map((one) => `${one}/${DAY}`).concat(`compare/${pair}`, 'changes')) {
      const $ = page(path)
      for (const link of $('main a[href^="/"]').toArray()) {
        const [target = ''] = ($(link).attr('href') ?? '').split(/[#?]/u)
        expect(existsSync(join(out, decodeURIComponent(target))), `${path} → ${target}`).toBe(true)
      }
    }
  })
})
