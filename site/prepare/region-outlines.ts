/**
 * A sketch of the regions of Kazakhstan in their borders of 2012, drawn for this site by hand: a few corners for each
 * border, so that neighbours share their edges exactly. It shows how the regions lie to one another and nothing finer.
 */

/** Size of the sheet. */
export const SHEET = {width: 1136, height: 647}

/** Corners of a stretch of border between two junctions, as x and y in turn; the key names the junctions. */
const STRETCHES = {
  'a1-a2': '58 333 44 314 62 290 45 266 24 265 19 253',
  'a2-a3': '19 253 8 228 30 199 35 170 56 154 72 182 87 174 90 153 115 138 154 120 178 136 198 140 220 155 244 172',
  'a3-a4': '244 172 255 184 273 189 297 176 323 183 347 178 361 200 377 204 394 193 412 201 428 202',
  'a4-a5': '428 202 432 181 428 168 400 155 396 140 420 132 417 112 450 106 429 90 438 67 465 65 501 54 530 50',
  'a5-a6': '530 50 538 40 565 36 602 25 606 17 623 8 652 18 667 11 678 40 677 61 698 49 711 61 726 60 740 78 755 72',
  'a6-a7': '755 72 765 71 784 56 816 35 813 49 824 62 849 78 872 109 911 171',
  'a7-a8':
    '911 171 922 171 932 152 956 163 986 164 1004 149 1026 161 1058 180 1094 188 1108 176 1128 199 1115 227 1096 240 1100 292 1077 308 1035 306 1027 351',
  'a8-a9': '1027 351 1027 382 1015 397 978 408 959 420 977 434 998 486 986 506 987 531 953 517 902 512 872 521 844 522',
  'a9-a10': '844 522 823 524 800 514 776 524 774 541 743 538 718 539 700 547 697 561',
  'a10-a11': '697 561 679 573 651 595 629 619 610 621 604 611 565 609 559 579 547 562',
  'a11-a12': '547 562 544 533 511 502 458 505 422 507 397 471 372 444 327 409',
  'a12-a13': '327 409 291 418 248 425',
  'a13-a14':
    '248 425 235 508 226 575 206 577 195 547 172 529 143 530 119 542 124 515 132 504 109 491 94 475 95 454 89 439 74 423 76 411 96 419 111 420 103 403 115 389 145 390 159 410 189 411 166 390',
  'a14-a1': '166 390 172 357 171 331 149 322 123 319 98 325 78 324 58 333',
  'a2-b1': '19 253 51 253 87 248 121 247 152 263 185 256 214 252',
  'b1-a3': '214 252 236 235 233 204 244 172',
  'b1-b2': '214 252 234 286 233 324 229 366',
  'a14-b2': '166 390 200 383 229 366',
  'b2-a13': '229 366 247 390 248 425',
  'a4-b3': '428 202 432 224 452 246 474 256 484 273 503 291',
  'b3-b4': '503 291 516 312 501 337 506 358',
  'b4-a12': '506 358 459 369 420 354 379 364 347 386 327 409',
  'b4-b5': '506 358 557 381 587 398 610 402',
  'b5-a11': '610 402 614 444 593 465 605 490 578 512 562 541 547 562',
  'b5-b6': '610 402 639 405 660 413',
  'b6-a10': '660 413 640 443 644 477 667 506 683 530 697 561',
  'b6-b7': '660 413 698 398 732 388 759 394 775 410',
  'b7-a9': '775 410 780 435 801 463 828 490 844 522',
  'b7-b8': '775 410 790 383 823 363 863 358 894 349',
  'b8-a8': '894 349 927 353 965 337 998 353 1027 351',
  'b8-b9': '894 349 876 322 852 291 853 261 833 234',
  'b9-a7': '833 234 861 217 882 189 895 186 911 171',
  'b9-b10': '833 234 807 220 784 205 767 194',
  'b10-b11': '767 194 766 160 743 137 740 103',
  'b11-a6': '740 103 749 90 755 72',
  'b11-b12': '740 103 710 112 681 90 655 72 625 76 605 101 580 106 554 114',
  'b12-a5': '554 114 540 93 542 68 530 50',
  'b12-b13': '554 114 544 135 564 169 548 194 559 212 572 224',
  'b13-b3': '572 224 561 250 536 275 503 291',
  'b13-b10': '572 224 610 241 642 232 672 237 693 217 720 217 740 196 767 194',
}

/** Junctions round each region in order, back to the first. */
const RINGS = {
  mangystau: 'a14 b2 a13 a14',
  atyrau: 'a1 a2 b1 b2 a14 a1',
  west: 'a2 a3 b1 a2',
  aqtobe: 'a3 a4 b3 b4 a12 a13 b2 b1 a3',
  qostanai: 'a4 a5 b12 b13 b3 a4',
  north: 'a5 a6 b11 b12 a5',
  pavlodar: 'a6 a7 b9 b10 b11 a6',
  east: 'a7 a8 b8 b9 a7',
  almaty: 'a8 a9 b7 b8 a8',
  zhambyl: 'a9 a10 b6 b7 a9',
  south: 'a10 a11 b5 b6 a10',
  qyzylorda: 'a11 a12 b4 b5 a11',
  qaragandy: 'b13 b10 b9 b8 b7 b6 b5 b4 b3 b13',
  aqmola: 'b12 b11 b10 b13 b12',
}

/** Where the name stands; cities are a mark with the name beside or under it. */
const LABELS: Record<string, readonly [x: number, y: number]> = {
  mangystau: [172, 478],
  atyrau: [142, 300],
  west: [134, 200],
  aqtobe: [347, 294],
  qostanai: [496, 178],
  north: [608, 66],
  pavlodar: [828, 150],
  east: [990, 262],
  almaty: [905, 430],
  zhambyl: [738, 478],
  south: [638, 548],
  qyzylorda: [484, 436],
  qaragandy: [700, 315],
  aqmola: [658, 155],
  astana: [692, 185],
  'almaty-city': [880, 503],
}

type Corner = readonly [x: number, y: number]

export interface Outline {
  /** SVG path of the region; null for a city, which is a mark. */
  path: string | null
  /** Middle of the name, or of the mark. */
  at: Corner
}

/** The outline of a region by the key of its tile (`tileOf`); null where the sketch has none. */
export function outlineOf(key: string): Outline | null {
  const at = LABELS[key]
  if (at === undefined) return null
  const ring: string | undefined = (RINGS as Record<string, string>)[key]
  if (ring === undefined) return {path: null, at}
  const junctions = ring.split(' ')
  const corners = junctions.slice(1).flatMap((to, i) => stretch(junctions[i] ?? '', to).slice(1))
  return {path: `M${corners.map(([x, y]) => `${x} ${y}`).join('L')}Z`, at}
}

/** Corners from one junction to the next, in whichever direction the stretch is written. */
function stretch(from: string, to: string): Corner[] {
  const stretches: Partial<Record<string, string>> = STRETCHES
  const there = stretches[`${from}-${to}`]
  const numbers = (there ?? stretches[`${to}-${from}`] ?? '').split(' ').map(Number)
  const corners = numbers.flatMap((x, i): Corner[] => (i % 2 === 0 ? [[x, numbers[i + 1] ?? 0]] : []))
  return there === undefined ? corners.reverse() : corners
}
