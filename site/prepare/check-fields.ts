/** What the checks of a form's values need of an annex, and no more: it travels with every form's page. */
import type {Annex, Inline, LayoutBlock} from '../../parser/model/index.ts'

export type CheckedAnnex = Pick<Annex, 'fields' | 'layout'>

/** The fields, and of the layout the gaps that hold parts of a date, with the words before them: «20». */
export function checkedAnnex({fields = [], layout = []}: CheckedAnnex): CheckedAnnex {
  const isPart = (one: Inline | undefined): boolean => one?.type === 'gap' && one.part !== undefined
  const parts = layout.flatMap((block) =>
    contentOf(block).filter((one, i, all) => isPart(one) || (one.type === 'text' && isPart(all[i + 1]))),
  )
  return {fields, layout: parts.length === 0 ? [] : [{type: 'paragraph', indent: false, content: parts}]}
}

/** The running text of a block. */
export function contentOf(block: LayoutBlock): Inline[] {
  switch (block.type) {
    case 'addressee':
      return block.lines.flat()
    case 'paragraph':
    case 'item':
    case 'signature':
      return block.content
    case 'box':
      return (block.lines ?? []).flat()
    default:
      return []
  }
}
