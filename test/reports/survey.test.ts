/** The questionnaire: what it asks, that one box of a question is ticked, how answers are counted. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {load} from 'cheerio'
import {expect, test} from 'vitest'
import {loadAssets} from '../../templates/assets.ts'
import {isSurvey, renderSurveyCsv, renderSurveyHtml, renderSurveyPdf} from '../../templates/reports/index.ts'
import {context} from '../pdf/blanks.ts'
import {CHECKBOX, Viewer} from '../pdf/viewer.ts'
import {EMPLOYMENT_INDICATORS, EXPORT_INDICATORS, MILITARY_INDICATORS} from './indicators.ts'
import {fill} from './support.ts'
import {qyzmet} from '../support/command.ts'
import {writeBuild} from './collection.ts'

const assets = loadAssets()
const military = context(MILITARY_INDICATORS)

test('the page asks in the words of the act, one answer a question, without a script', () => {
  const html = renderSurveyHtml(military, {assets})
  const $ = load(html)
  expect($('html').attr('lang')).toBe('kk')
  expect($('main').children().first().text()).toContain('Күшін жойған')
  expect(
    $('legend')
      .map((_, legend) => $(legend).text())
      .get(),
  ).toEqual([
    '1. Қызмет көрсету үдерісінің сапасына қанағаттанасыз ба?',
    '2. Қызмет көрсету тәртібінің сапасына және ол туралы ақпаратқа қанағаттанасыз ба?',
    '3. Қолданыстағы шағымдану тәртібіне қанағаттанасыз ба?',
    '4. Персоналдың сыпайылығына қанағаттанасыз ба?',
  ])
  expect($('fieldset').first().find('input').length).toBe(3)
  expect(
    new Set(
      $('fieldset')
        .first()
        .find('input')
        .map((_, input) => $(input).attr('name'))
        .get(),
    ),
  ).toEqual(new Set(['answer-2-1']))
  expect(html).not.toMatch(/<script|\son\w+=|\ssrc=|url\(/u)
})

test('a title with markup stays text', () => {
  const titled = {...military, standard: {...military.standard, title: '<img src=x> & «беру»'}}
  expect(renderSurveyHtml(titled, {assets})).toContain('«&lt;img src&#x3D;x&gt; &amp; «беру»»')
})

test('the PDF is one sheet; of the boxes of a question one is ticked, and a tick can be taken back', async () => {
  const viewer = await Viewer.open(await renderSurveyPdf(military, {assets}))
  expect(viewer.pages).toBe(1)
  const boxes = viewer.widgets().filter(({type}) => type === CHECKBOX)
  expect(boxes.map(({name}) => name)).toEqual(['2-1', '3-1', '4-1', '5-1'].flatMap((code) => Array<string>(3).fill(`answer-${code}`)))
  expect(boxes[0]?.said).toBe('Қызмет көрсету үдерісінің сапасына қанағаттанасыз ба?')
  const click = (index: number): void => {
    const box = boxes[index]
    if (box) viewer.type(box, '')
  }
  const answers = async () => {
    const saved = await Viewer.open(viewer.save())
    const values = Object.fromEntries(
      saved
        .widgets()
        .filter(({type}) => type === CHECKBOX)
        .map(({name, value}) => [name, value]),
    )
    saved.close()
    return values
  }
  click(0)
  click(4)
  expect(await answers()).toEqual({'answer-2-1': 'yes', 'answer-3-1': 'no', 'answer-4-1': 'Off', 'answer-5-1': 'Off'})
  click(1)
  click(4)
  expect(await answers()).toEqual({'answer-2-1': 'no', 'answer-3-1': 'Off', 'answer-4-1': 'Off', 'answer-5-1': 'Off'})
  viewer.close()
})

test('the table of answers has a column for each question', () => {
  expect(renderSurveyCsv(military)).toBe('\ufeffrespondent;indicator-2.1;indicator-3.1;indicator-4.1;indicator-5.1;comment\r\n')
  expect(renderSurveyCsv(context(EXPORT_INDICATORS))).toContain('respondent;indicator-4.1;indicator-5.1;comment')
})

test('an annex that asks nothing has no questionnaire', async () => {
  const annex = {...MILITARY_INDICATORS, indicators: EMPLOYMENT_INDICATORS.indicators?.slice(0, 1) ?? []}
  expect(isSurvey(annex)).toBe(false)
  expect(() => renderSurveyHtml(context(annex), {assets})).toThrow('no indicator of satisfaction')
  await expect(renderSurveyPdf(context(annex), {assets})).rejects.toThrow('no indicator of satisfaction')
})

const HEADER = 'respondent;indicator-2.1;indicator-3.1;indicator-4.1;indicator-5.1;comment'

test('answers are counted: who cannot say is left out of the denominator', () => {
  const survey = `${HEADER}\n1;иә;жоқ;;Иә;\n2;ИӘ;1;айта алмаймын;0;"жақсы; рахмет"\n3;yes;иә;;иә;\n`
  const {report, problems, notes} = fill(military, {survey})
  expect(problems).toEqual([])
  expect(report?.values.map(({code, numerator, denominator, percent}) => [code, numerator, denominator, percent])).toEqual([
    ['1.1', null, null, null],
    ['2.1', 3, 3, 100],
    ['3.1', 2, 3, 66.67],
    ['3.2', null, null, null],
    ['4.1', null, null, null],
    ['5.1', 2, 3, 66.67],
  ])
  expect(notes.map((note) => note.split(' ').slice(0, 4).join(' '))).toEqual([
    'survey:null no-answers indicator 4.1:',
    'survey:null missing indicator 1.1',
    'survey:null missing indicator 3.2',
    'survey:null missing indicator 4.1',
  ])
})

test('answers and counts together give the whole report; one indicator from both is an error', () => {
  const survey = `${HEADER}\n1;иә;иә;иә;иә;\n`
  const both = fill(military, {data: 'code;numerator;denominator\n1.1;9;10\n3.2;1;2\n', survey})
  expect(both.report?.values.map(({percent}) => percent)).toEqual([90, 100, 100, 50, 100, 100])
  const clash = fill(military, {data: 'code;percent\n1.1;9\n3.2;1\n5.1;50\n', survey})
  expect(clash.problems).toEqual(['survey:null twice indicator 5.1: the answers give a value, and data gives one too; leave one out'])
})

test('wrong answers and columns are named', () => {
  const problems = (survey: string) => fill(military, {survey}).problems
  expect(problems(`${HEADER}\n1;иә;мүмкін;;иә;\n1;жоқ;;;;\n`)).toEqual([
    'survey:2 answer column 3 (indicator-3.1): «мүмкін» is no answer; write иә, жоқ or айта алмаймын (or 1, 0, nothing)',
    'survey:3 respondent-twice respondent «1» answers twice, first on line 2',
  ])
  expect(problems('respondent;indicator-1.1\n1;иә\n')[0]).toContain(
    'survey:1 header column 2: no recipient can be asked about indicator 1.1',
  )
  expect(problems('respondent;indicator-2.2\n1;иә\n')[0]).toContain('did you mean indicator-2.1?')
  expect(problems('indicator-2.1;indicator-2.1\nиә;жоқ\n')[0]).toContain('two columns are named «2.1»')
  expect(problems(`${HEADER}\n`)[0]).toContain('no answers below the first line')
  expect(problems('')[0]).toContain('empty')
  expect(problems(`${HEADER}\n1;иә;;;;;;тағы\n`)[0]).toContain('8 cells, but the first line names 6')
})

test('--partial goes with answers too, and is of no use without values', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qyzmet-partial-'))
  try {
    writeBuild(join(folder, 'dist'))
    const answers = join(folder, 'answers.csv')
    writeFileSync(answers, `${HEADER}\n1;иә;жоқ;;иә;\n`)
    const run = (...more: string[]) => qyzmet(['report', MILITARY_INDICATORS.id, '--dist', join(folder, 'dist'), '--year', '2013', ...more])
    const {code, stdout, stderr} = await run('--survey', answers, '--partial', '--json')
    expect({code, stdout: stdout.slice(0, 1)}).toEqual({code: 0, stdout: '{'})
    expect(stderr).toContain('warning: indicator 1.1 has no value')
    const alone = await run('--partial')
    expect(alone.code).toBe(2)
    expect(alone.stderr).toContain('--partial goes with --data or --survey')
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})
