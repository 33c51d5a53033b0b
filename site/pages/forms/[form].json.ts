/** What the browser needs to draw a form: the annex, its standard and its resolution, and no more of them than is printed. */
import type {APIRoute} from 'astro'
import {toJson} from '../../../parser/language/hidden-characters.ts'
import {resolutionById, standards} from '../../data.ts'
import {formsOf} from '../../prepare/lists.ts'
import type {FormEntry} from '../../prepare/lists.ts'
import type {FormData} from '../../forms/pdf.ts'
import {annexSlug} from '../../urls.ts'

export const getStaticPaths = () =>
  [...new Map(formsOf(standards).map((entry) => [annexSlug(entry.annex.id), entry]))].map(([form, entry]) => ({
    params: {form},
    props: entry,
  }))

export const GET: APIRoute<FormEntry> = ({props: {standard, annex}}) => {
  const resolution = resolutionById(standard.resolution)
  if (!resolution) throw new Error(`${annex.id}: its resolution is not in the data`)
  const {id, number, date, status, repealedBy} = resolution
  const site = process.env['QYZMET_SITE']
  const context: FormData = {
    ...(site ? {site} : {}),
    resolution: {id, number, date, status, repealedBy},
    standard: {
      id: standard.id,
      title: standard.title,
      status: standard.status,
      legalStatus: standard.legalStatus,
      notes: standard.notes,
    },
    // the whole text is for reading and search
    annex: {...annex, text: ''},
  }
  return new Response(toJson(context), {headers: {'content-type': 'application/json'}})
}
