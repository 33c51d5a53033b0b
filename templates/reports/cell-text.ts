/**
 * A text for a cell of a workbook, as it will be read.
 *
 *       _x202E_     _x005F_x202E_     spreadsheets read the first as a mark of direction: that is how XML there writes a character
 *       \ufffe      \ufffd            XML forbids it, and a spreadsheet calls the workbook damaged
 *
 * Source: ECMA-376, part 1, 22.9.2.19 (ST_Xstring). Control characters are written so by the library.
 */
const ESCAPE = /_(?=x[\da-f]{4}_)/giu
const FORBIDDEN = /[\ufffe\uffff]|\p{Surrogate}/gu

export const cellText = (text: string): string => text.replace(ESCAPE, '_x005F_').replace(FORBIDDEN, '\ufffd')
