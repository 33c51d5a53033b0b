/** Acts whose every text holds what a careless page would run, break on or send elsewhere; and tame twins of the same build. */
import type {ActModel} from '../../scripts/lib/sources/print-act.ts'
import type {Annex, Inline, LayoutBlock, Standard} from '../../parser/model/index.ts'
import {model} from '../formats/model.ts'

/** What is said in the place of a text: a hostile text, or a plain word in its twin. */
export type Say = (place: number) => string

/** A page that runs one of these sets `hacked` or opens a dialog; one that breaks on them loses or gains elements. */
export const HOSTILE = [
  '<script>window.hacked=1</script>',
  '<img src=x onerror="window.hacked=2">',
  '"><svg onload=alert(3)>',
  "' autofocus onfocus='alert(4)",
  '</script><script>alert(5)</script>',
  '{{constructor.constructor("alert(6)")()}}',
  '${alert(7)}',
  '<%= alert(8) %>',
  '{#each x}{/each}{{{{raw}}}}',
  'javascript:alert(9)',
  '[сілтеме](javascript:alert(10))',
  '![сурет](https://evil.example/x.png)',
  'data:text/html,<script>alert(11)</script>',
  'https://evil.example/?a=1&b=2#c',
  '<a href="https://evil.example/">мұнда</a>',
  '</textarea></title></style></template></noscript>',
  '<!-- түсініктеме --> <?php echo 12 ?>',
  '<![CDATA[ 13 ]]> ]]>',
  '&lt;b&gt;14&lt;/b&gt; &nbsp; &x;',
  '\'single\' "double" `grave` \\back\\slash',
  '=HYPERLINK("https://evil.example/","15")',
  'x" onmouseover="alert(16)" style="position:fixed',
  '\u202eабвг\u202c \u200fעברית\u200f \u2066құқық\u2069 \u2069\u202eдеж',
  `ұзын${'сөзбенжазылған'.repeat(25)}`,
  '__proto__ constructor toString hasOwnProperty',
  '../../../etc/passwd %2e%2e%2f %00',
]

/** Its place among them: the text with marks of direction. */
const MARKED = HOSTILE.findIndex((text) => text.includes('\u202e'))

export const hostile: Say = (place) => HOSTILE[place % HOSTILE.length] ?? ''
export const tame: Say = (place) => `жай сөз ${'абвгдежзик'[place % 10] ?? ''}`

/**
 * The act of test/formats with something said in every text of it.
 *
 * @param number the act's own, so that several stand in one build
 */
export function sayEverywhere(number: string, say: Say): ActModel {
  const act = structuredClone(model)
  const old = act.resolution.id
  const id = old.replace(act.resolution.number, number)
  let place = Number(number) * 7
  // Before the mark that ends a paragraph: «…; » stays the end of an item.
  const told = (text: string): string => text.replace(/(?<end>[.;:]?)$/u, (end) => ` ${say(place++)}${end}`)
  const paragraphs = (text: string): string => text.split('\n').map(told).join('\n')
  const rename = (one: string): string => one.replace(old, id)

  const titles = new Map(
    act.standards.map(({title}, at) => {
      const said = told(title)
      return [title, at === 2 ? `${title} ${say(MARKED)}` : said]
    }),
  )
  const entitled = (text: string): string => [...titles].reduce((all, [before, after]) => all.replaceAll(before, after), text)

  Object.assign(act.resolution, {id, number, title: told(act.resolution.title), preamble: told(act.resolution.preamble)})
  act.resolution.points = act.resolution.points.map((point) => ({...point, text: entitled(point.text)}))
  act.resolution.standards = act.resolution.standards.map(rename)
  act.standards = act.standards.map((standard): Standard => ({
    ...standard,
    id: rename(standard.id),
    resolution: id,
    title: titles.get(standard.title) ?? standard.title,
    points: standard.points.map((point) => ({...point, text: paragraphs(point.text)})),
    annexes: standard.annexes.map(annexSaid),
  }))
  return act

  function annexSaid(annex: Annex): Annex {
    const said: Annex = {...annex, id: rename(annex.id)}
    if (annex.title !== null && annex.kind === 'offices') said.title = told(annex.title)
    if (annex.groups) {
      said.groups = annex.groups.map((group) => ({
        heading: group.heading === null ? null : told(group.heading),
        rows: group.rows.map((row) => ({...row, cells: row.cells.map(told)})),
      }))
    }
    if (annex.indicators) {
      said.indicators = annex.indicators.map((one) => ({...one, label: told(one.label), target: told(one.target)}))
    }
    if (annex.layout) said.layout = annex.layout.map(blockSaid)
    return said
  }
  function blockSaid(block: LayoutBlock): LayoutBlock {
    if (block.type === 'paragraph') return {...block, content: block.content.map(inlineSaid)}
    return block
  }
  function inlineSaid(part: Inline): Inline {
    if (part.type === 'text') return {...part, value: `${part.value}${say(place++)} `}
    return part.caption ? {...part, caption: part.caption.replace(/\)$/u, `, ${say(place++)})`)} : part
  }
}

/** A title of 600 letters. */
export const LONG_TITLE = `${'Өте ұзақ атауы бар мемлекеттік қызметті '.repeat(14)}соңына дейін жоғалтпай көрсетіп беру жол`

/** An act of little: a standard whose points state no fact, with a title of 600 letters; offices without address and telephone. */
export function actOfLittle(number: string): ActModel {
  const act = sayEverywhere(number, tame)
  const [, , small] = act.standards
  const offices = act.standards[1]?.annexes.find(({kind}) => kind === 'offices')
  if (!small || !offices) throw new Error('the act of test/formats has other standards now')
  const before = small.title
  small.title = LONG_TITLE
  small.points = small.points.map((point) => ({...point, text: 'Осы тармақта ештеңе айтылмайды.'}))
  act.resolution.points = act.resolution.points.map((point) => ({...point, text: point.text.replaceAll(before, LONG_TITLE)}))
  offices.groups = (offices.groups ?? []).map(({heading, rows}, at) => ({
    heading,
    rows: rows.map((row) => ({...row, cells: row.cells.map((cell, column) => (column > 0 && at === 0 ? '' : cell))})),
  }))
  return act
}
