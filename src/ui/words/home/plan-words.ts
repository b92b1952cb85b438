import type { Told } from '~/codes/design-bytes';
import type { AgeOpinionKind } from '~/model/advice/ages-ahead';
import type { LinePlan } from '~/model/measure/line-plan';
import { START } from '~/ui/words/start-words';
import { wholeNumbers } from './whole-numbers';

/** The plan on paper: its screen. */
export const PLAN = {
  name: 'Plan on paper',
  hint: 'Four pages for client and practitioner, with lines for the pen: no name is typed in.',
  open: 'Open the plan',
  back: 'Back to the design',
  print: 'Print',
  paper: 'Paper',
  pages: 'Pages',
  large: 'At full size',
  scaleNote:
    'Print at 100 %, not “fit to page”: the bar at the foot of each page is 100 mm long. To keep it as a file, choose “Save as PDF” as the printer.',
} as const;

export const PAPER_NAMES = { a4: 'A4', letter: 'Letter' } as const;

export const PLAN_PAGES = ['client', 'line', 'work', 'cards', 'stencil'] as const;
export type PlanPage = (typeof PLAN_PAGES)[number];
export const PAGE_NAMES: Readonly<Record<PlanPage, string>> = {
  client: 'Your plan',
  line: 'The line and the zones',
  work: 'The work',
  cards: 'To tear off',
  stencil: 'Stencil 1 : 1',
};

/** How many of the pictures are there; null: all. */
export const picturesInWords = (done: number, all: number): string =>
  done >= all ? 'All pictures are ready.' : `Making the pictures: ${done} of ${all}…`;

export const FOOT = {
  bar: '100 mm: measure me',
  honesty: START.honesty,
} as const;
export const footInWords = (page: number, of: number, code: string): string =>
  `Page ${page} of ${of} · Design ${code} · Made with ${START.name}`;

export const CLIENT_PAGE = {
  code: 'Design code',
  today: 'Today',
  simulated: (moment: string): string => `Simulated: ${moment}`,
  view: 'Both from one photo: the same crop, light and pose. The bar is 20 mm across the forehead.',
  visits: 'After each session, and healed',
  years: 'Over the years, fading sooner or later: a model, not a measurement of you',
  withHair: 'Your own hair goes on in these pictures.',
  withoutHair: 'Your own hair is left as it is today.',
  sooner: 'sooner',
  later: 'later',
  contract:
    'These pictures illustrate a likely result. They are not a promise, not medical advice, and no part of a contract.',
  uncertain: 'What is uncertain',
  scan: 'Scan the square to open this design on another device.',
  scanHint: 'It holds the design, no photo and no name, and nothing is sent to a server.',
  /** What has no room in the one code on paper. */
  codeTells: {
    all: '',
    dots: 'Sketch and notes are not in it: the project file holds them.',
    line: 'What was painted, sketched and noted is not in it: the project file holds it.',
  } satisfies Readonly<Record<Told, string>>,
  colours: 'Colours also depend on screen, printer and paper.',
} as const;

/** What is not known exactly, in one line. `scalePercent` and `pointMm`: one standard deviation. */
export const uncertainty = (scalePercent: number, pointMm: number): string =>
  wholeNumbers(
    `All sizes together ± ${scalePercent} % · places on the line ± ${pointMm} mm · skin tone ± 1 step of six · years: a model, not a forecast.`,
  );

/** Lines for the pen. */
export const BLANKS = {
  client: 'Client: initials or reference',
  practitioner: 'Practitioner',
  studio: 'Studio',
  registration: 'Registration no.',
  date: 'Date',
  signature: 'Signature',
  initials: 'Initials',
} as const;

export const LINE_PAGE = {
  shape: 'Shape',
  edge: 'Edge',
  sides: 'Sides',
  build: 'Made for',
  pigment: 'Pigment',
  dotSize: 'Dots when healed',
  coverage: 'Where',
  alongSkin: 'height along the skin',
  straight: 'straight from the glabella',
  toSide: 'from the middle',
  point: 'Point',
  fromEye: 'from the outer eye corner',
  difference: 'Left corner against right',
  offsets: (errorMm: number): string =>
    `Draw it again without a stencil: height above the glabella, along the skin, so far to each side; mm, each ± ${Math.max(1, Math.round(errorMm))}`,
  side: 'To the side',
  left: 'Left',
  right: 'Right',
  brow: 'Line to the brow crease, mm',
  hair: 'Line to the hair there is, left / middle / right, mm',
  zones: 'The zones · share of the dots in each session',
  zone: 'Zone',
  area: 'cm²',
  density: 'dots/cm²',
  dots: 'Dots',
  all: 'Whole head (estimated)',
  inSight: 'In sight in this photo',
  views: 'All views',
  viewsHint: (moment: string): string =>
    `One design on all photos of the head, each as it is today and simulated: ${moment}. The bar is 20 mm across the head where the line passes.`,
  after: 'simulated, with the line',
  clear: 'Keep clear: moles, scars, marks of disease. Mark them on the picture.',
  key: {
    sketch: 'White: the line of the plan. Dark: what was sketched.',
    scar: 'Dotted: scars that were marked.',
    none: 'Hatched both ways: no dots.',
    less: 'Hatched one way: fewer dots.',
  },
  notes: 'Notes',
  warnings: 'Warnings overruled, with initials',
  noWarnings: 'The second opinion of Stipple has nothing to note.',
  glabella:
    'Glabella: the place between the brows. Left and right are the client’s own: see that the photo is not mirrored. ±: in two of three cases the true value lies within it.',
} as const;

export const STENCIL_PAGE = {
  use: 'Printed side out; left and right are the client’s own. Cut along the thick line, or prick through it.',
  middle: 'middle',
  glabella: 'glabella',
  leftTragus: 'left tragus',
  rightTragus: 'right tragus',
  letters: { leftCorner: 'C', rightCorner: 'C', leftTemple: 'T', rightTemple: 'T', eye: 'E' },
  letterNote:
    'C: corner. T: temple point. E: straight above the outer corner of the eye. Marks on the line every 10 mm from its middle.',
  check:
    'Check it on the head: with the middle on the midline, the crosses lie on the glabella and on the tragus in front of each ear. Where they do not, the head is of another size than the photo was read to show: do not use it.',
} as const;

/** A place of the face, and how far from the line it is along the skin. */
export const wayInWords = (place: string, mm: number): string => `${place}, ${Math.round(mm)} mm`;

/** The same of a tragus, in two lines. */
export const tragusInWords = (side: 'left' | 'right', mm: number): readonly string[] => [
  `${side === 'left' ? STENCIL_PAGE.leftTragus : STENCIL_PAGE.rightTragus},`,
  `${Math.round(mm)} mm`,
];

/** Which part of the stencil it is. */
export const tileInWords = (number: number, of: number): string =>
  of === 1
    ? 'The line from ear to ear.'
    : `Part ${number} of ${of}, from the client’s right to their left: lay the broken lines and crosses of neighbours over each other.`;

/** How true it is. `exactMm`: so far across the line; the worst differences are over a stretch, all mm. */
export const stencilTruth = (
  exactMm: number,
  worstNearMm: number,
  worstBehindMm: number,
  stretchMm: number,
  scalePercent: number,
): string =>
  wholeNumbers(
    `No scalp lies flat. Exact within 1 %: along the line, and straight across it up to ${exactMm} mm. Elsewhere paper and skin differ by up to ${worstNearMm.toFixed(1)} mm over ${stretchMm} mm within ${exactMm} mm of the line, and by up to ${worstBehindMm.toFixed(1)} mm at the rim behind it: slit the paper there where it creases. All of it is as sure as the scale of the photo, ± ${scalePercent} %.`,
  );

export const POINT_NAMES: Readonly<Record<keyof LinePlan['points'], string>> = {
  middle: 'Middle of the line',
  leftCorner: 'Left corner',
  rightCorner: 'Right corner',
  leftTemple: 'Left temple point',
  rightTemple: 'Right temple point',
};

/** What may age badly, in three words. */
export const AGEING_TITLES: Readonly<Record<AgeOpinionKind, string>> = {
  lowLine: 'Low line with hair far gone',
  gapBehind: 'A gap behind the line as hair goes',
  hardEdge: 'A hard edge on an older face',
};

export const dotsShare = (session: number, share: number): string => `Session ${session}: ${Math.round(100 * share)} %`;
export const roundDots = (dots: number): string => (Math.round(dots / 50) * 50).toLocaleString('en');
/** Errors are one standard deviation. */
export const areaWithError = (cm2: number, errorCm2: number): string =>
  `${Math.round(cm2)} ± ${Math.max(1, Math.round(errorCm2))}`;
export const dotsWithError = (dots: number, error: number): string =>
  `${roundDots(dots)} ± ${roundDots(Math.max(50, error))}`;
export const mmWithError = (mm: number, errorMm: number): string =>
  `${Math.round(mm)} ± ${Math.max(1, Math.round(errorMm))} mm`;
/** As others say it, with its error behind. */
export const withError = (words: string, errorMm: number): string =>
  `${words} (± ${Math.max(1, Math.round(errorMm))} mm)`;
/** `strengthPercent`: of the medium preset. */
export const pigmentInWords = (name: string, strengthPercent: number): string =>
  `${name}, strength ${Math.round(strengthPercent)} %`;
export const finelyInMm = (mm: number): string => `${mm.toFixed(2)} mm`;
export const wholeMm = (mm: number | null): string => (mm === null ? '–' : `${Math.round(mm)}`);

export const WORK_PAGE = {
  session: (number: number): string => `Session ${number}`,
  touchUp: 'Another session, or a touch\u2011up',
  nextFree: 'Next session',
  dotsFree: 'Dots done',
  dilutionFree: 'Dilution used, water : pigment',
  next: (days: number): string => `Next session (${days} days on)`,
  last: 'Check when healed (30 days on)',
  planned: (dots: string): string => `Dots done (planned ${dots})`,
  zones: 'Zones done',
  rows: [
    ['Pigment: brand', 'Shade', 'Batch no.', 'Expiry', 'Opened on'],
    ['Diluent', 'Needle: maker', 'Configuration', 'Diameter mm', 'Lot / expiry'],
    ['Machine', 'Speed / voltage', 'Depth mm', 'Anaesthetic', 'Test: pigment / anaesthetic'],
  ],
  dilution: (planned: string): string => `Dilution used, water : pigment (planned ${planned})`,
  skin: 'Skin before, and reaction',
  signatures: ['Client', 'Practitioner'],
  note: 'Batch, expiry and date of opening of pigment and needle are asked for by EU REACH entry 75, EN 17169 and town rules. A touch\u2011up is written down in the same way.',
} as const;
export const parts = (dilution: number): string => `${Math.round(dilution)}\u00a0:\u00a01`;

export const CARDS_PAGE = {
  passport: 'Ink passport',
  passportHint: 'Scalp micropigmentation: a tattoo. Show this before an MRI or a laser.',
  area: 'Area',
  passportLines: ['Date', 'Studio', 'Pigment', 'Batch', 'Expiry', 'Signature'],
  aftercare: 'Aftercare',
  care: [
    'Days 0–3: keep it dry, do not touch it, do not sweat.',
    'Days 4–10: rinse; mild wash from day 7; light moisturiser. Shampoo and razor from day 10.',
    'To day 30: no sun, pool or sauna. Never pick scabs. Then SPF\u00a030–50.',
    'See a doctor: spreading redness, pus, fever, swelling, blisters, growing pain.',
    'MRI: usually possible. Tell the radiographer first, and show the ink passport.',
  ],
  notFor: 'Not for you, or a doctor first, if …',
  ticks: [
    'raised, growing (keloid) scars',
    'blood thinners, bleeding disorder',
    'weak immune system',
    'allergy: latex, anaesthetic, pigment, hair dye',
    'pregnant or breastfeeding',
    'isotretinoin (acne capsules) within 12 months',
    'scalp disease, infection or sunburn there',
    'hair lost suddenly or in patches',
    'chemotherapy or radiotherapy',
    'diabetes not under control',
    'heart disease, high blood pressure, epilepsy',
    'moles or marks in the area that no doctor has seen',
  ],
  tickNote: 'Ticked here by hand, on paper only. Any tick: a doctor first.',
  know: 'What everyone should know',
  consent: 'Agreed, with initials',
  consents: [
    'It is a tattoo: it stays for years, fades, and cannot simply be undone.',
    'Removal by laser is costly, takes several sessions and may scar.',
    'Under pigment a doctor sees moles less well.',
    'Aftercare was explained and received.',
    'Photos may be used: yes / no (asked for separately).',
  ],
  money: 'Money',
  moneyLines: ['Per session, currency', 'Deposit', 'Touch-up included until', 'Valid until'],
  records: 'Keep records 2–3 years: ask your authority. This app keeps none.',
} as const;
