/** Services by who needs them. */
import {Audience} from '../../parser/model/index.ts'
import type {Standard} from '../../parser/model/index.ts'

export interface AudienceGroup {
  audience: Audience
  standards: Standard[]
}

/**
 * The groups that have services, in the order of the model, «other» last. Within a group those whose text is left come first, and
 * of these the short titles, which are read at a glance.
 */
export function byAudience(standards: readonly Standard[]): AudienceGroup[] {
  const groups = Map.groupBy(standards, ({facts}) => facts.audience ?? 'other')
  return Audience.options.flatMap((audience) => {
    const list = groups.get(audience)
    if (list === undefined) return []
    const [kept, gone] = [
      list.filter(({status}) => status === 'included').sort((a, b) => a.title.length - b.title.length),
      list.filter(({status}) => status === 'excluded'),
    ]
    return [{audience, standards: [...kept, ...gone]}]
  })
}
