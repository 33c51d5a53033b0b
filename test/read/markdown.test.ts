import {expect, test} from 'vitest'
import {readMarkdown} from '../../parser/read/markdown.ts'
import {cellText} from '../../parser/tree.ts'

const valueOf = (source: string): string => {
  const [block] = readMarkdown(source).children
  if (block?.type === 'line') return block.value
  return block?.type === 'table' ? block.children.flatMap((row) => row.children.map(cellText)).join('|') : ''
}

test.each([
  [String.raw`Өтініш \_\_\_\_ «\*»`, 'Өтініш ____ «*»'],
  ['1 &lt; 2 &amp; &quot;Ә&quot; &#171;Қ&#xBB;', '1 < 2 & "Ә" «Қ»'],
  // What a sign or a reference yields is text, not the beginning of another.
  [String.raw`а \&#60;b\&gt;`, 'а &#60;b&gt;'],
  ['а &amp;#60;b&amp;gt;', 'а &#60;b&gt;'],
  ['а &#38;lt; &#92;_', String.raw`а &lt; \_`],
  [String.raw`а \\&lt; \\\&lt;`, String.raw`а \< \&lt;`],
  ['&unknown; &#0; &#1114112; &', '&unknown; &#0; &#1114112; &'],
  ['а\t&amp;lt;b\t\\&amp;', 'а|&lt;b|&amp;'],
])('%j is read once', (source, text) => {
  expect(valueOf(source)).toBe(text)
})
