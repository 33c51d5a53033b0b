/** Every form and certificate of the sources, as the build draws them. */
import {fileURLToPath} from 'node:url'
import {readModel} from '../../scripts/lib/sources/pipeline.ts'
import {loadAssets} from '../../templates/assets.ts'
import {isForm} from '../../templates/forms/index.ts'
import {isElement, type Element, type FieldMark, type Mark} from '../../templates/pdf/display.ts'
import type {AnnexContext} from '../../templates/wording.ts'

export const assets = loadAssets()

const quiet = {
  current: '',
  begin(stage: string): void {
    quiet.current = stage
  },
  step(): void {
    // nobody watches
  },
  end(): void {
    quiet.current = ''
  },
}

/** All of them, in the order of the data. */
export async function everyForm(): Promise<AnnexContext[]> {
  const {model} = await readModel(fileURLToPath(new URL('../../sources/', import.meta.url)), quiet)
  return model.standards.flatMap((standard) =>
    standard.annexes.filter(isForm).map((annex) => {
      const resolution = model.resolutions.find(({id}) => id === standard.resolution)
      if (!resolution) throw new Error(`${standard.id} has no resolution`)
      return {annex, standard, resolution}
    }),
  )
}

/** Marks in the order they are read out. */
export const marksOf = (nodes: readonly (Element | Mark)[]): Mark[] =>
  nodes.flatMap((node) => (isElement(node) ? marksOf(node.kids) : [node]))

export const fieldMarks = (nodes: readonly (Element | Mark)[]): FieldMark[] => marksOf(nodes).filter((mark) => mark.kind === 'field')
