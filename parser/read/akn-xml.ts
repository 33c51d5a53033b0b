/**
 * XML 1.0 with name spaces, strictly and without anything that could do harm: no document type, so no entities but the
 * five of XML itself, nothing fetched, nothing nested deeper than a legal text is.
 */

export interface XmlElement {
  /** Name space; empty for none. */
  space: string
  name: string
  /** Attributes without a name space by name, others by `{name space}name`. */
  attributes: Map<string, string>
  children: (XmlElement | XmlText)[]
  /** 1-based line of its start tag. */
  line: number
}

export interface XmlText {
  /** With references resolved. */
  text: string
  line: number
}

/** What is wrong with a text that should be XML. */
export class XmlError extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

export function isElement(node: XmlElement | XmlText): node is XmlElement {
  return 'name' in node
}

/** Deeper than any document of ours. */
const DEEPEST = 64
/** `<qz:field name="x" …` */
const TAG_NAME = /[\p{L}_][\p{L}\p{N}\p{M}_.·-]*(?::[\p{L}_][\p{L}\p{N}\p{M}_.·-]*)?/uy
const SPACE = /[ \t\r\n]*/uy
/** `="…"`, `='…'` */
const VALUE = /[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/uy
/** `&amp;`, `&#13;`, `&#x1F600;`, and an ampersand that opens none of these. */
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));|&/gu
const NAMED: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}
/** Characters that XML cannot hold, however they are written. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const XML_SPACE = 'http://www.w3.org/XML/1998/namespace'
const XMLNS_SPACE = 'http://www.w3.org/2000/xmlns/'

/**
 * The root element of a document.
 *
 * @throws XmlError where the text is not well-formed, has a document type or is nested too deeply
 */
export function readXml(source: string): XmlElement {
  return new XmlReader(source.replaceAll('\r\n', '\n').replaceAll('\r', '\n')).read()
}

interface Open {
  element: XmlElement
  qualified: string
  spaces: Map<string, string>
}

class XmlReader {
  private readonly source: string
  private at = 0
  private line = 1
  private counted = 0

  constructor(source: string) {
    this.source = source
  }

  read(): XmlElement {
    const bad = FORBIDDEN.exec(this.source)
    if (bad) this.fail(`the character U+${bad[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')} is not allowed`, bad.index)
    this.declaration()
    const stack: Open[] = []
    let root: XmlElement | null = null
    while (this.at < this.source.length) {
      const next = this.source.indexOf('<', this.at)
      const end = next === -1 ? this.source.length : next
      if (end > this.at) this.text(this.source.slice(this.at, end), stack.at(-1)?.element)
      if (next === -1) break
      this.at = next
      if (this.source.startsWith('<!--', next)) this.comment()
      else if (this.source.startsWith('<![CDATA[', next)) this.cdata(stack.at(-1)?.element)
      else if (this.source.startsWith('<?', next)) this.at = this.find('?>', 'an instruction is not closed') + 2
      else if (this.source.startsWith('<!', next)) this.fail('a document type is not allowed')
      else if (this.source.startsWith('</', next)) this.endTag(stack)
      else {
        const {open, empty} = this.startTag(stack)
        if (stack.length > 0) stack.at(-1)!.element.children.push(open.element)
        else if (root === null) root = open.element
        else this.fail('there is a second root element')
        if (!empty) stack.push(open)
        if (stack.length > DEEPEST) this.fail(`elements are nested more than ${String(DEEPEST)} deep`)
      }
    }
    const open = stack.at(-1)
    if (open) this.fail(`<${open.qualified}> of line ${String(open.element.line)} is not closed`, this.source.length)
    if (root === null) this.fail('there is no element', 0)
    return root
  }

  private declaration(): void {
    const declaration = /^<\?xml[ \t\r\n]([^?]*)\?>/u.exec(this.source)
    if (!declaration) return
    const encoding = /encoding[ \t\r\n]*=[ \t\r\n]*["']([^"']*)["']/u.exec(declaration[1] ?? '')?.[1]
    if (encoding !== undefined && !/^utf-?(?:8|16)$/iu.test(encoding))
      this.fail(`the encoding is said to be ${encoding}; UTF-8 is expected`, 0)
    this.at = declaration[0].length
  }

  private text(raw: string, parent: XmlElement | undefined): void {
    if (raw.includes(']]>')) this.fail('«]]>» stands in a text')
    const line = this.lineAt(this.at)
    if (parent) parent.children.push({text: this.resolve(raw), line})
    else if (raw.trim() !== '') this.fail('there is text outside of the root element')
  }

  private resolve(raw: string): string {
    if (!raw.includes('&')) return raw
    return raw.replace(REFERENCE, (whole: string, named?: string, decimal?: string, hexadecimal?: string) => {
      if (named !== undefined) return NAMED[named]!
      const digits = decimal ?? hexadecimal
      if (digits === undefined) return this.fail('an ampersand stands alone, or names an entity that XML does not have')
      const code = Number.parseInt(digits, decimal === undefined ? 16 : 10)
      if (code > 0x10ffff || FORBIDDEN.test(String.fromCodePoint(code)))
        return this.fail(`the reference ${whole} is to no character that XML allows`)
      return String.fromCodePoint(code)
    })
  }

  private comment(): void {
    const end = this.find('-->', 'a comment is not closed')
    if (this.source.slice(this.at + 4, end).includes('--')) this.fail('«--» stands in a comment')
    this.at = end + 3
  }

  private cdata(parent: XmlElement | undefined): void {
    const end = this.find(']]>', 'a CDATA section is not closed')
    if (!parent) this.fail('there is text outside of the root element')
    parent.children.push({text: this.source.slice(this.at + 9, end), line: this.lineAt(this.at)})
    this.at = end + 3
  }

  private endTag(stack: Open[]): void {
    const end = this.find('>', 'a tag is not closed')
    const qualified = this.source.slice(this.at + 2, end).trimEnd()
    const open = stack.pop()
    if (!open) this.fail(`</${qualified}> closes nothing`)
    if (open.qualified !== qualified)
      this.fail(`</${qualified}> stands where <${open.qualified}> of line ${String(open.element.line)} should be closed`)
    this.at = end + 1
  }

  private startTag(stack: readonly Open[]): {open: Open; empty: boolean} {
    const line = this.lineAt(this.at)
    this.at++
    const qualified = this.match(TAG_NAME)?.[0] ?? this.fail('«<» is followed by no name')
    const raw = new Map<string, string>()
    for (;;) {
      const blank = this.match(SPACE)?.[0] ?? ''
      if (this.source.startsWith('/>', this.at) || this.source.startsWith('>', this.at)) break
      if (blank === '') this.fail(`<${qualified}> is not closed rightly`)
      const name = this.match(TAG_NAME)?.[0] ?? this.fail(`<${qualified}> is not closed rightly`)
      const value = this.match(VALUE) ?? this.fail(`the attribute ${name} has no value in quotation marks`)
      if (raw.has(name)) this.fail(`the attribute ${name} is given twice`)
      // White space in attributes is a blank unless it is written as a reference.
      raw.set(name, this.resolve((value[1] ?? value[2] ?? '').replace(/[\t\n]/gu, ' ')))
    }
    const empty = this.source.startsWith('/>', this.at)
    this.at += empty ? 2 : 1
    const spaces = this.spacesOf(raw, stack.at(-1)?.spaces)
    const [space, name] = this.expand(qualified, spaces, spaces.get('') ?? '')
    const attributes = new Map<string, string>()
    for (const [attribute, value] of raw) {
      if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) continue
      const [attributeSpace, local] = this.expand(attribute, spaces, '')
      const key = attributeSpace === '' ? local : `{${attributeSpace}}${local}`
      if (attributes.has(key)) this.fail(`the attribute ${attribute} is given twice`)
      attributes.set(key, value)
    }
    return {open: {element: {space, name, attributes, children: [], line}, qualified, spaces}, empty}
  }

  private spacesOf(raw: ReadonlyMap<string, string>, around: Map<string, string> | undefined): Map<string, string> {
    let spaces = around ?? new Map([['xml', XML_SPACE]])
    for (const [name, value] of raw) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
      const prefix = name === 'xmlns' ? '' : name.slice('xmlns:'.length)
      if (prefix === 'xmlns' || value === XMLNS_SPACE || (prefix !== '' && value === ''))
        this.fail(`the name space of «${prefix}» is not allowed`)
      if (spaces === around || around === undefined) spaces = new Map(spaces)
      spaces.set(prefix, value)
    }
    return spaces
  }

  private expand(qualified: string, spaces: ReadonlyMap<string, string>, unprefixed: string): [space: string, name: string] {
    const colon = qualified.indexOf(':')
    if (colon === -1) return [unprefixed, qualified]
    const space = spaces.get(qualified.slice(0, colon)) ?? this.fail(`the prefix of ${qualified} is not declared`)
    return [space, qualified.slice(colon + 1)]
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)
    if (found) this.at = pattern.lastIndex
    return found
  }

  private find(end: string, message: string): number {
    const found = this.source.indexOf(end, this.at)
    return found === -1 ? this.fail(message) : found
  }

  /** Lines are counted as the reading goes on. */
  private lineAt(offset: number): number {
    for (
      let index = this.source.indexOf('\n', this.counted);
      index !== -1 && index < offset;
      index = this.source.indexOf('\n', index + 1)
    ) {
      this.line++
      this.counted = index + 1
    }
    return this.line
  }

  private fail(message: string, offset = this.at): never {
    throw new XmlError(message, this.source.slice(0, offset).split('\n').length)
  }
}
