/** Offices of a standard by region, for the choice of a region on its page: what stands there, and no more. */
import type {APIRoute} from 'astro'
import {toJson} from '../../../../parser/language/hidden-characters.ts'
import type {Standard} from '../../../../parser/model/index.ts'
import {officeById, offices, standards} from '../../../data.ts'
import {isInRegions} from '../../../prepare/service-offices.ts'
import {whereToGo} from '../../../prepare/where-to-go.ts'

export const getStaticPaths = () =>
  standards
    // Rows of no known office are not in the register: where it does not tell, the rows do.
    .filter(({id, annexes}) => isInRegions(offices, id) || whereToGo(annexes, officeById).regions.length > 1)
    .map((standard) => ({params: {id: standard.id}, props: {standard}}))

export const GET: APIRoute<{standard: Standard}> = ({props: {standard}}) => {
  const {regions} = whereToGo(standard.annexes, officeById)
  const data = regions.map(({key, lists}) => [
    key,
    lists.map(({list, count, path, offices: shown}) => [
      list,
      count,
      path,
      shown.map(({name, address, path: page, phones}) => [name, address, page, phones]),
    ]),
  ])
  return new Response(toJson(Object.fromEntries(data)), {headers: {'content-type': 'application/json'}})
}
