/** Which annexes a form is drawn of: apart from the drawing, which takes long to load. */
import type {Annex} from '../../parser/model/index.ts'

/** An annex that can be drawn: it has fields and a layout. */
export const isForm = (annex: Annex): boolean => (annex.kind === 'form' || annex.kind === 'certificate') && (annex.layout?.length ?? 0) > 0
