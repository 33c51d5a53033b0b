/**
 * The layout of a blank: containers and paragraphs named by what they are, gaps as `fillIn`.
 *
 *       <p class="item"><span class="marker">1.</span><fillIn width="67" qz:field="full-name">(тегі, аты …)</fillIn></p>
 */
import type {Inline, LayoutBlock} from '../../../parser/model/index.ts'
import {own, type Place} from './body.ts'
import {element, inline, text, type Attributes} from './xml.ts'

/** The blocks of a blank from the top. */
export function writeLayout(blocks: readonly LayoutBlock[], place: Place): string[] {
  return blocks.map((block) => writeBlock(block, place))
}

function writeBlock(block: LayoutBlock, place: Place): string {
  switch (block.type) {
    case 'addressee':
      return container(
        'addressee',
        {},
        block.lines.map((line) => inlines('p', {}, line)),
        place,
      )
    case 'title':
      return container(
        'title',
        {},
        block.lines.map((line) => inline('p', {}, text(line))),
        place,
      )
    case 'paragraph':
      return inlines('p', {class: 'paragraph', [own('indent')]: block.indent}, block.content)
    case 'rules':
      return writeRules(block, place)
    case 'item':
      return inlines('p', {class: 'item', [own('indent')]: block.indent}, block.content, marker(block.marker))
    case 'table':
      return writeTable(block, place)
    case 'box': {
      const attributes = {
        [own('number')]: block.number,
        [own('field')]: block.field,
        [own('width')]: block.width,
        [own('lines')]: block.lines === undefined ? null : block.lines.length,
      }
      const lines = (block.lines ?? []).map((line) => inlines('p', {class: 'line'}, line))
      return container('box', attributes, [inline('p', {class: 'text'}, text(block.text)), ...lines], place)
    }
    case 'signature':
      return inlines('p', {class: 'signature'}, block.content)
    case 'note':
      return inline('p', {class: 'note'}, text(block.text))
    case 'side':
      return inline('p', {class: 'side'}, text(block.text))
    default:
      return block satisfies never
  }
}

/** A container must hold something: what is empty holds an empty paragraph that says so. */
function container(name: string, attributes: Attributes, children: readonly string[], place: Place): string {
  const eId = place.ids.next(place.prefix, 'container')
  return element('container', {name, eId, ...attributes}, children.length > 0 ? children : [inline('p', {class: 'empty'}, '')])
}

function writeRules(block: Extract<LayoutBlock, {type: 'rules'}>, place: Place): string {
  const {field, count, caption, markers, tail} = block
  const attributes = {[own('field')]: field, [own('count')]: count, [own('markers')]: markers?.length}
  const rules = Array.from({length: Math.min(Math.max(count, markers?.length ?? 0), MOST_RULES)}, (_, index) => {
    const printed = markers?.[index]
    return inline('p', {class: 'rule'}, `${printed === undefined ? '' : marker(printed)}${inline('fillIn', {}, '')}`)
  })
  const further = (markers ?? []).slice(rules.length).map((printed) => inline('p', {class: 'rule'}, marker(printed)))
  return container(
    'rules',
    attributes,
    [
      ...rules,
      ...further,
      tail === undefined ? '' : inline('p', {class: 'tail'}, text(tail)),
      caption === null ? '' : inline('p', {class: 'caption'}, text(caption)),
    ].filter((child) => child !== ''),
    place,
  )
}

/** More rules than this are not drawn one by one; their number stands beside them. */
const MOST_RULES = 200

function writeTable(block: Extract<LayoutBlock, {type: 'table'}>, place: Place): string {
  const {field, columns, numbers, rows} = block
  const row = (name: 'td' | 'th', values: readonly string[], attributes: Attributes) =>
    // A row without cells is not allowed; it says that its one cell is none.
    element('tr', {...attributes, [own('cells')]: values.length === 0 ? 0 : null}, [
      ...(values.length === 0 ? [''] : values).map((value) => inline(name, {}, value === '' ? '' : inline('p', {}, text(value)))),
    ])
  const head = columns.length === 0 ? '' : row('th', columns, {class: 'head'})
  const body = rows.map((values) => row('td', values, {}))
  const filler = head === '' && body.length === 0 ? [row('td', [], {class: 'empty'})] : []
  const attributes = {class: 'blank', eId: place.ids.next(place.prefix, 'table'), [own('field')]: field, [own('numbers')]: numbers}
  return element('table', attributes, [head, ...body, ...filler])
}

const marker = (printed: string): string => inline('span', {class: 'marker'}, text(printed))

function inlines(name: string, attributes: Attributes, content: readonly Inline[], before = ''): string {
  const written = content.map((part, index) => {
    if (part.type === 'gap') return gap(part)
    // Words that follow words would run into one.
    const apart = part.value === '' || content[index - 1]?.type === 'text'
    return apart ? inline('span', {}, text(part.value)) : text(part.value)
  })
  return inline(name, attributes, `${before}${written.join('')}`)
}

function gap({field, width, caption, part}: Extract<Inline, {type: 'gap'}>): string {
  const attributes = {width, [own('field')]: field, [own('part')]: part, [own('caption')]: caption === '' ? '' : null}
  return inline('fillIn', attributes, caption === null ? '' : text(caption))
}
