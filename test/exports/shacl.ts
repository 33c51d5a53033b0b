/** JSON-LD checked against SHACL shapes by independent libraries: jsonld for the triples, rdf-validate-shacl for the rules. */
import {readFileSync} from 'node:fs'
import jsonld from 'jsonld'
import {Parser, Store} from 'n3'
import SHACLValidator from 'rdf-validate-shacl'

export const shapesOf = (path: string): Store => new Store(new Parser().parse(readFileSync(path, 'utf8')))

/** The triples of a document; it must not need anything from the network. */
export async function triplesOf(document: object): Promise<Store> {
  const options = {
    format: 'application/n-quads' as const,
    // Refuses what would be dropped without a word: keys without a meaning, relative addresses. The types do not know it.
    safe: true,
    documentLoader: (url: string) => Promise.reject(new Error(`the document asks for ${url}`)),
  }
  const quads = await jsonld.toRDF(document as jsonld.JsonLdDocument, options)
  return new Store(new Parser({format: 'application/n-quads'}).parse(String(quads)))
}

/** What the shapes find wrong, a line each. */
export async function violations(data: Store, shapes: Store): Promise<string[]> {
  const report = await new SHACLValidator(shapes).validate(data)
  return report.results.map(
    ({focusNode, path, sourceConstraintComponent, value}) =>
      `${focusNode?.value ?? ''} ${path?.value ?? ''} ${sourceConstraintComponent?.value ?? ''} ${value?.value ?? ''}`,
  )
}
