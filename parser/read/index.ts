/** Readers by format, as parsers of unified. */
import type {Plugin} from 'unified'
import type {Root, SourceFormat} from '../tree.ts'
import {readHtml} from './html.ts'
import {readHtmlText} from './html-text.ts'
import {readMarkdown} from './markdown.ts'
import {readPdfText} from './pdf-text.ts'

const READERS: Record<SourceFormat, (source: string) => Root> = {
  html: readHtml,
  'html-text': readHtmlText,
  markdown: readMarkdown,
  'pdf-text': readPdfText,
}

/** unified plugin: parses a source of the given format into the tree of blocks. */
export const reader: Plugin<[SourceFormat], string, Root> = function (format) {
  this.parser = (source: string) => READERS[format](source)
}
