/**
 * Draws a filled form in the browser. Fetched, with its fonts, when a reader asks for a PDF and not before.
 */
import regular from '@fonts/form-regular.ttf?url'
import bold from '@fonts/form-bold.ttf?url'
import {renderForm} from '../../templates/forms/index.ts'
import type {FormAssets, FormTemplates, FormValues} from '../../templates/forms/index.ts'
import type {AnnexContext, Template} from '../../templates/wording.ts'

const TEMPLATES = import.meta.glob<Template>('../../templates/forms/*.hbs', {eager: true, import: 'default'})
const NAME = /(?<![^/])(?<name>[^/]+)\.hbs$/u

let assets: Promise<FormAssets> | undefined
/** What the page's data file holds. */
export interface FormData extends AnnexContext {
  /** Address of the site, where it is not the default one. */
  site?: string
}

const contexts = new Map<string, Promise<FormData>>()

/**
 * @param form address of the form's data (`formDataUrl`)
 * @param values by field name
 * @returns the PDF
 * @throws Error when something can't be fetched; a later call tries again
 */
export async function drawForm(form: string, values: FormValues): Promise<Uint8Array> {
  try {
    assets ??= loadAssets()
    const context = contexts.get(form) ?? fetched(form).then((response) => response.json() as Promise<FormData>)
    contexts.set(form, context)
    const {site, ...annex} = await context
    const date = new Date().toLocaleDateString('sv')
    return await renderForm(annex, {assets: {...(await assets), ...(site === undefined ? {} : {site})}, values, date})
  } catch (error) {
    assets = undefined
    contexts.delete(form)
    throw error
  }
}

async function loadAssets(): Promise<FormAssets> {
  const [regularFont, boldFont] = await Promise.all(
    [regular, bold].map(async (url) => new Uint8Array(await (await fetched(url)).arrayBuffer())),
  )
  if (!regularFont || !boldFont) throw new Error('a font is missing')
  const forms = Object.fromEntries(
    Object.entries(TEMPLATES).map(([path, template]) => [NAME.exec(path)?.groups?.['name'] ?? path, template]),
  )
  return {fonts: {regular: regularFont, bold: boldFont}, forms: forms as FormTemplates}
}

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${String(response.status)}`)
  return response
}
