/** What stands beside the boxes of a checklist. */
import {expect, test} from 'vitest'
import {loadAssets} from '../../templates/assets.ts'
import {renderChecklist} from '../../templates/papers/index.ts'
import {CHECKBOX, Viewer} from '../pdf/viewer.ts'
import {ACCUSATIVE, context, point, standard} from './standards.ts'

test('a checklist says what holds for all its documents, with no box to tick', async () => {
  // sources/2009-2223.pdf.txt
  const remark = 'Мемлекеттік қызметті алушы салыстырып тексеру үшін құжаттардың түпнұсқасын ұсынады.'
  const printed = point(
    '11',
    `Мемлекеттік қызмет алу үшін тұтынушы уәкілетті органға немесе орталыққа мыналарды ұсынуы қажет:
2) жеке куәлік.
${remark}
Құжаттарды қабылдау кезінде орталықтың қызметкері түпнұсқаларды тексереді, одан кейін тұтынушыға қайтарып береді.`,
  )
  const of = standard(
    [printed, ACCUSATIVE],
    [
      {text: 'жеке куәлік', channel: 'service-centre', case: null, point: '11'},
      {text: 'электрондық сұрау', channel: 'portal', case: null, point: '11'},
    ],
  )
  const viewer = await Viewer.open(await renderChecklist(context(of), {assets: loadAssets()}))
  const said = Array.from({length: viewer.pages}, (_, i) => viewer.words(i))
    .join(' ')
    .replace(/\s+/gu, ' ')
  // with what is shown to an officer, before what is sent to the portal
  expect(said).toContain(remark)
  expect(said.indexOf(remark)).toBeLessThan(said.indexOf('электрондық сұрау'))
  expect(said).not.toContain('қайтарып береді')
  expect(viewer.widgets().filter(({type}) => type === CHECKBOX)).toHaveLength(2)
  viewer.close()
})
