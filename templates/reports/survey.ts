/**
 * The questionnaire that yields the indicators of satisfaction: what a recipient is asked is taken from the indicators themselves
 * («… тәртібіне қанағаттанған тұтынушылардың %-ы» asks «… тәртібіне қанағаттанасыз ба?»).
 */
import {csv} from '../exports/csv.ts'
import type {Element} from '../pdf/display.ts'
import {writeDocument} from '../pdf/document.ts'
import {prepareFonts, textWidth, type PreparedFonts} from '../pdf/fonts.ts'
import {setBanner, setFooters, setHead} from '../pdf/furniture.ts'
import {Pager} from '../pdf/pager.ts'
import {STYLE} from '../pdf/style.ts'
import {wrapText} from '../pdf/wrap.ts'
import {indicatorCode} from './grid.ts'
import {editionOf, fieldPart, surveyRows, type ReportContext} from './indicators.ts'
import {TEMPLATE_VERSION, writeMark} from './model.ts'
import {setLine, setMark, setParagraph, setTitle} from './pdf.ts'
import {wordingOf, type ReportAssets, type ReportTemplates, type Word, type Wording} from './words.ts'

/** What can be answered, by the codes that stand in files; only the first two are counted. */
export const ANSWERS = ['yes', 'no', 'none'] as const
export type Answer = (typeof ANSWERS)[number]
const ANSWER_WORDS: Readonly<Record<Answer, Word>> = {yes: 'survey-yes', no: 'survey-no', none: 'survey-none'}

/** Columns of the answers beside those of the indicators. */
export const SURVEY_COLUMNS = {respondent: 'respondent', comment: 'comment'} as const

/** Name of a question's field: `answer-2-1`. */
export const answerField = (key: string): string => `answer-${fieldPart(key)}`

const markOf = (context: ReportContext): string =>
  writeMark({kind: 'survey', version: TEMPLATE_VERSION, annex: context.annex.id, edition: editionOf(context), year: null})

interface Question {
  key: string
  text: string
}

/** @throws Error when recipients can be asked about none of the indicators */
function questionsOf(context: ReportContext, wording: Wording): Question[] {
  const questions = surveyRows(context.annex).map(({key, satisfaction}) => ({key, text: wording.question(satisfaction)}))
  if (questions.length === 0) throw new Error(`annex ${context.annex.id} has no indicator of satisfaction to ask about`)
  return questions
}

/** The empty table of answers: one respondent a line; a column for each question. */
export function renderSurveyCsv(context: ReportContext): string {
  return csv([[SURVEY_COLUMNS.respondent, ...surveyRows(context.annex).map(({key}) => indicatorCode(key)), SURVEY_COLUMNS.comment]], ';')
}

/** The questionnaire as a page of its own: no script, prints on one sheet. */
export function renderSurveyHtml(context: ReportContext, {reports}: {reports: ReportTemplates}): string {
  const wording = wordingOf(context, reports, 'survey')
  const {word} = wording
  return reports['survey-page']({
    repealed: wording.repealed,
    documentTitle: wording.documentTitle,
    statusWord: wording.statusWord,
    status: wording.status,
    mark: markOf(context),
    title: wording.title,
    standard: context.standard.title,
    help: word('survey-help'),
    meta: [
      {label: word('office'), wide: true},
      {label: word('date'), wide: false},
      {label: word('survey-respondent'), wide: false},
    ],
    questions: questionsOf(context, wording).map((question, index) => ({
      number: index + 1,
      text: question.text,
      name: answerField(question.key),
      answers: ANSWERS.map((answer) => ({value: answer, text: word(ANSWER_WORDS[answer])})),
    })),
    comment: word('survey-comment'),
    footer: wording.footer,
  })
}

/**
 * The questionnaire as a PDF to fill in, one page of A4.
 *
 * @returns the PDF's bytes; equal arguments give equal bytes
 * @throws Error when recipients can be asked about none of the indicators, or the fonts are not TrueType
 */
export async function renderSurveyPdf(context: ReportContext, {assets, date}: {assets: ReportAssets; date: string}): Promise<Uint8Array> {
  const wording = wordingOf(context, assets.reports, 'survey')
  const fonts = await prepareFonts(assets.fonts)
  const pager = new Pager(STYLE.margins)
  if (wording.repealed) setBanner(pager, fonts, wording.statusWord, wording.status)
  setHead(pager, fonts, wording.head)
  setTitle(pager, fonts, wording.title)
  setParagraph(pager, fonts, `«${context.standard.title}»`, {size: STYLE.size, weight: 'bold', before: 2})
  setParagraph(pager, fonts, wording.word('survey-help'), {size: STYLE.noteSize + 0.5, before: 6})
  pager.space(4)
  setLine(pager, fonts, [{name: 'office', label: wording.word('office'), value: ''}])
  setLine(pager, fonts, [
    {name: 'date', label: wording.word('date'), value: '', type: 'date', width: 110},
    {name: SURVEY_COLUMNS.respondent, label: wording.word('survey-respondent'), value: ''},
  ])
  pager.space(10)
  setQuestions(pager, fonts, wording, questionsOf(context, wording))
  setComment(pager, fonts, wording.word('survey-comment'))
  setMark(pager, fonts, wording.word('mark'), markOf(context))
  setFooters(pager, fonts, wording.footer, wording.pageNumber)
  return writeDocument(
    fonts,
    {title: wording.documentTitle, subject: wording.head, date, keywords: markOf(context), dateError: wording.word('date-error')},
    pager.sheets,
  )
}

const BOX = 13
const ANSWER_WIDTH = 62

/** A table: a question and a box for each answer on a row. */
function setQuestions(pager: Pager, fonts: PreparedFonts, wording: Wording, questions: readonly Question[]): void {
  const size = STYLE.size
  const measure = (text: string): number => textWidth(fonts.regular, text, size)
  const textRoom = pager.width - ANSWERS.length * ANSWER_WIDTH
  const answers = ANSWERS.map((answer) => wording.word(ANSWER_WORDS[answer]))
  const pitch = size * 1.35
  const table: Element = {tag: 'Table', kids: []}
  pager.add(table)
  const cell = (x: number, width: number, height: number): Element['kids'][number] => ({
    kind: 'frame',
    x,
    y: pager.y,
    width,
    height,
    line: 0.5,
  })
  const headLines = answers.map((text) => wrapText(text, ANSWER_WIDTH - 6, (line) => textWidth(fonts.bold, line, STYLE.cellSize)))
  const headHeight = Math.max(...headLines.map((lines) => lines.length)) * STYLE.cellSize * 1.3 + 9
  table.kids.push({
    tag: 'TR',
    kids: [
      {
        tag: 'TH',
        scope: 'Column',
        kids: [
          cell(pager.left, textRoom, headHeight),
          {
            kind: 'text',
            x: pager.left + 6,
            y: pager.y + headHeight / 2 + 3.5,
            text: wording.word('survey-question'),
            size: STYLE.cellSize,
            weight: 'bold',
          },
        ],
      },
      ...headLines.map((lines, a): Element => {
        const x = pager.left + textRoom + a * ANSWER_WIDTH
        const top = pager.y + (headHeight - lines.length * STYLE.cellSize * 1.3) / 2
        return {
          tag: 'TH',
          scope: 'Column',
          kids: [
            cell(x, ANSWER_WIDTH, headHeight),
            ...lines.map((text, l) => ({
              kind: 'text' as const,
              x: x + (ANSWER_WIDTH - textWidth(fonts.bold, text, STYLE.cellSize)) / 2,
              y: top + l * STYLE.cellSize * 1.3 + STYLE.cellSize,
              text: `${text} `,
              size: STYLE.cellSize,
              weight: 'bold' as const,
            })),
          ],
        }
      }),
    ],
  })
  pager.y += headHeight
  for (const [index, question] of questions.entries()) {
    const lines = wrapText(`${String(index + 1)}. ${question.text}`, textRoom - 12, measure)
    const height = Math.max(lines.length * pitch + 12, BOX + 16)
    const top = pager.y + (height - lines.length * pitch) / 2
    table.kids.push({
      tag: 'TR',
      kids: [
        {
          tag: 'TH',
          scope: 'Row',
          kids: [
            cell(pager.left, textRoom, height),
            ...lines.map((text, l) => ({
              kind: 'text' as const,
              x: pager.left + 6,
              y: top + l * pitch + size,
              text: `${text} `,
              size,
              weight: 'regular' as const,
            })),
          ],
        },
        ...ANSWERS.map((answer, a): Element => {
          const x = pager.left + textRoom + a * ANSWER_WIDTH
          const box = {x: x + (ANSWER_WIDTH - BOX) / 2, y: pager.y + (height - BOX) / 2, width: BOX, height: BOX}
          return {
            tag: 'TD',
            kids: [
              cell(x, ANSWER_WIDTH, height),
              {kind: 'frame', ...box, line: 0.8},
              {
                kind: 'field',
                name: answerField(question.key),
                label: `${question.text} ${answers[a] ?? ''}`,
                type: 'checkbox',
                ...box,
                size: STYLE.size,
                value: false,
                option: {state: answer, question: question.text},
              },
            ],
          }
        }),
      ],
    })
    pager.y += height
  }
}

/** Room for a remark: what is left of the sheet, within reason. */
function setComment(pager: Pager, fonts: PreparedFonts, label: string): void {
  pager.space(12)
  setParagraph(pager, fonts, label, {size: STYLE.size})
  const height = Math.max(40, Math.min(150, pager.bottom - pager.y - 26))
  pager.need(height + 20)
  pager.add({
    tag: 'P',
    kids: [
      {kind: 'frame', x: pager.left, y: pager.y + 4, width: pager.width, height, line: 0.5},
      {
        kind: 'field',
        name: SURVEY_COLUMNS.comment,
        label,
        type: 'multiline',
        x: pager.left + 4,
        y: pager.y + 6,
        width: pager.width - 8,
        height: height - 4,
        size: STYLE.size,
        value: '',
      },
    ],
  })
  pager.y += height + 10
}
