/** Drawing blanks: ours can be filled in, pdf-lib draws the same page without fields. */
import {loadAssets} from '../../../templates/assets.ts'
import {isForm, layoutForm, renderForm} from '../../../templates/forms/index.ts'
import {slimFonts} from '../../../templates/pdf/fonts.ts'
import type {AnnexContext} from '../../../templates/wording.ts'
import type {Subject} from '../bench.ts'
import {inTurns} from '../measure.ts'
import {drawWithPdfLib} from '../pdf-lib.ts'

const LARGEST = 60 * 1024

export const forms: Subject = {
  title: 'Forms, against pdf-lib drawing the same pages without fields',
  async measure(bench) {
    const {resolutions, standards} = await bench.published()
    const contexts: AnnexContext[] = standards.flatMap((standard) => {
      const resolution = resolutions.find(({id}) => id === standard.resolution)
      return resolution ? standard.annexes.filter(isForm).map((annex) => ({annex, standard, resolution})) : []
    })
    const assets = loadAssets()
    const slim = slimFonts(assets.fonts)
    // pdf-lib is given where everything stands; finding that out is part of our work
    const pages = await Promise.all(contexts.map((context) => layoutForm(context, {assets})))
    const [blanks, drawn, filled]: [number[], number[], number[]] = [[], [], []]
    bench.say('drawing')
    const times = await inTurns(bench.rounds, {
      async ours() {
        blanks.length = 0
        for (const context of contexts) blanks.push((await renderForm(context, {assets})).length)
      },
      async theirs() {
        drawn.length = 0
        for (const sheets of pages) drawn.push((await drawWithPdfLib(sheets, assets.fonts, true)).length)
      },
      async theirBest() {
        for (const sheets of pages) await drawWithPdfLib(sheets, slim, false)
      },
    })
    for (const context of contexts) {
      const texts = (context.annex.fields ?? []).filter(({type, format}) => type === 'text' && format === undefined)
      const values = Object.fromEntries(texts.map(({name, label}) => [name, label]))
      filled.push((await renderForm(context, {assets, values})).length)
    }
    const aSecond = (milliseconds: number) => (contexts.length * 1000) / milliseconds
    return [
      {
        id: 'forms/per-second',
        what: `${String(contexts.length)} blanks, in one process, warm`,
        unit: 'per-second',
        value: aSecond(times.ours),
        target: {least: 150},
        others: {'pdf-lib': aSecond(times.theirs), 'pdf-lib with our fonts': aSecond(times.theirBest)},
      },
      {
        id: 'forms/ratio',
        what: 'time against pdf-lib, which cuts the font down for each file as is usual with it',
        unit: 'ratio',
        value: times.ours / times.theirs,
        target: {most: 1},
        compared: 'ratio',
      },
      {
        id: 'forms/ratio-best',
        what: 'time against pdf-lib, given the font that we have cut down',
        unit: 'ratio',
        value: times.ours / times.theirBest,
        target: {most: 1},
        compared: 'ratio',
      },
      {
        id: 'forms/largest-blank',
        what: 'largest blank',
        unit: 'bytes',
        value: Math.max(...blanks),
        target: {most: LARGEST},
        compared: 'fixed',
        others: {'pdf-lib': Math.max(...drawn)},
        note: 'a field that can be typed in needs its whole alphabet in the file',
      },
      {
        id: 'forms/largest-filled',
        what: 'largest, every text field filled with its own caption',
        unit: 'bytes',
        value: Math.max(...filled),
        target: {most: LARGEST},
        compared: 'fixed',
      },
    ]
  },
}
