import { START } from '~/ui/words/start-words';
import type { Concern, Topic } from '~/model/advice/to-know';

/** The page that everyone should have read. */
export const KNOW = {
  title: START.know,
  lead: 'What you see here is a preview, not medical advice. Results vary. Ask a practitioner who shows healed work, and a doctor first where anything below applies to you.',
  forThis: 'For this design',
  sources: 'Sources',
} as const;

interface TopicText {
  readonly title: string;
  /** The one sentence that is read by those who read no more. */
  readonly inShort: string;
  readonly points: readonly string[];
  /** Where it comes from, named so that it can be looked up. */
  readonly sources: readonly string[];
}

export const TOPIC_TEXTS: Readonly<Record<Topic, TopicText>> = {
  whatItIs: {
    title: 'What it is, and what it is not',
    inShort: 'A tattoo of thousands of tiny dots that looks like shaved hair. It grows no hair and stops no hair loss.',
    points: [
      'From close by and in hard light it can be told from hair. It has no length, and it does not go grey.',
      'The picture here is an illustration of a likely result, not a promise: skin, hands and healing differ.',
      'Sizes, colours and years are estimates. How it fades is a model: nobody has measured one person for years.',
    ],
    sources: ['Skin under a dermoscope: PMC9485964', 'Six months, 10 people: PMC12406178'],
  },
  notForYou: {
    title: 'Who should not, and who asks a doctor first',
    inShort:
      'Raised, growing (keloid) scars, a pigment allergy, or moles and marks in the area: usually not. Other conditions: a doctor first.',
    points: [
      'Usually never: a tendency to keloid scars; a known allergy to pigment; moles, suspicious marks or skin cancer in the area.',
      'Not now: pregnancy or breastfeeding; chemotherapy or radiotherapy, lately or planned; infection, shingles, cold sores, sunburn, cuts, psoriasis, eczema or dermatitis in the area; laser there in the last 90 days.',
      'A doctor first: blood thinners or a bleeding disorder; diabetes that is not under control; heart disease or high blood pressure; a weak immune system; isotretinoin (acne capsules) or steroids; epilepsy.',
      'Hair lost suddenly or in patches may grow back: have that looked at before anything is tattooed. Vitiligo is a case of its own.',
      'Say it before the needle: allergy to latex, anaesthetics or hair dye. A patch test helps, but does not rule out an allergy that comes later.',
    ],
    sources: [
      'naturalinkspm.com',
      'scalpguru.com',
      'mytransformation.com.au',
      'inkdsmp.com.au',
      'Traquina 2001, 62 people',
    ],
  },
  risks: {
    title: 'What can go wrong',
    inShort:
      'Infection, allergy, scars, a colour or a shape that one does not want. Clean, shallow, patient work makes them less likely.',
    points: [
      'Infection, allergy or rash, a flare of cold sores, bleeding, scars; pigment that spreads, changes colour or heals unevenly.',
      'How often: in a survey 3.3 % of tattooed Italians reported a complication. Of 151 people with a tattooed areola (the skin about the nipple) 5 had an infection and 1 a rash. For the scalp nobody has counted well.',
      'Ink itself has carried germs, and so has water used to thin it: ask for sealed ink with a batch number, and sterile water.',
      'Some pigment travels to the lymph nodes. Under pigment a doctor sees moles less well: have them checked before.',
      'Too deep, pigment looks blue-grey and its dots spread.',
    ],
    sources: [
      'Survey of tattooed Italians',
      'Areola, 151 people',
      'Ink and mycobacteria (JCOM)',
      'Lymph nodes: Sci Rep 2017',
      'REACH 2020/2081',
    ],
  },
  scan: {
    title: 'MRI and laser on the head',
    inShort:
      'An MRI is usually possible. Tell the radiographer first, and show the ink passport: the card that says which ink it is.',
    points: [
      'Of 135 people with permanent make-up who had an MRI, 2 felt tingling or warmth for a moment. In experiments the skin warmed by 0.1 to 0.4 °C.',
      'Iron oxide in the ink is what is suspected: carbon alone is preferable. Any laser on the head (hair removal, too) must leave the pigment out.',
    ],
    sources: ['Tope and Shellock 2002', 'PubMed 29250836', 'PMC7889781'],
  },
  aftercare: {
    title: 'Looking after it',
    inShort: 'Dry and untouched for three days, no picking, no sun for weeks; then sunscreen for good.',
    points: [
      'Days 0 to 3: keep it dry, do not touch it, do not sweat.',
      'Days 4 to 10: rinse, then a mild wash from day 7; a light moisturiser; never pick scabs. Shampoo and razor from day 10.',
      'Up to 4 weeks: no sun, no pool, no sauna. Later: SPF 30 to 50, and moisturiser.',
      'See a doctor: spreading redness, pus, fever, swelling, blisters, or pain that grows after the third day.',
      'Studios differ in days: what yours says goes.',
    ],
    sources: ['evokescalpmicropigmentation.co.uk', 'enhancedscalp.com', 'newagespa.ca'],
  },
  years: {
    title: 'Living with it for years',
    inShort:
      'It fades and softens; most people go for a touch-up after 3 to 5 years. Your own hair goes its own way meanwhile.',
    points: [
      'A shaved look wants hair of 0 to 0.5 mm: a trimmer two or three times a week.',
      'Hair turns grey, pigment does not. Hair loss goes on: of white men, 30 % have it by 30, 50 % by 50, 80 % by 70.',
      'Sun is what studios blame most for fading. One doctor saw 10 to 20 % come back for a touch-up in the second or third year.',
      'A line that suits at 25 may not at 50. See the years here before you choose how low it is.',
    ],
    sources: ['fullscalp.com', 'scalpnation.co.uk', 'BMJ Best Practice', 'smpaus.com.au', 'Pak on RealSelf'],
  },
  removal: {
    title: 'If you no longer want it',
    inShort:
      'Laser can take most of it off, in several sessions and at its own cost. It may scar, and it may leave traces.',
    points: [
      'Of 41 grey tattoos half of the pigment was gone after one session, 70 % after two, 90 % after five at most.',
      'In 4 of 4 people scalp dots were gone after 1 to 3 sessions with a picosecond laser (very short pulses): four people are few, but no larger count was found.',
      'Half removed it is patchy for months. Laser changes some warm pigments to dark ones: a test spot first.',
    ],
    sources: ['Q-switched laser, 41 tattoos (2015)', 'PubMed 33289086'],
  },
  cost: {
    title: 'Sessions, hours and money',
    inShort: 'Two to four sessions of 3 to 5 hours, 10 to 14 days apart. What it costs, only your studio can say.',
    points: [
      'Prices that studios put on their pages, for a whole treatment: £400 to 2,500, $1,200 to 6,000, €2,000 to 4,000, by area. They are offers, not statistics, and years differ.',
      'A touch-up is one session, about a third of the first price.',
      'Ask before: is a touch-up included, how long is the offer valid, what if I stop after one session?',
      'After a session the skin is red for two to five days. Most people work again after that; leave a week before a great day.',
    ],
    sources: [
      'smphaircreations.com',
      'smpaesthetics.co.uk',
      'jonathangerow.com',
      'dermopigmentation-cheveux.com',
      'fullscalp.com',
    ],
  },
  otherWays: {
    title: 'Other ways',
    inShort:
      'Doing nothing, shaving, medicine, a transplant, a hairpiece or hair fibres: each can be tried before or beside it.',
    points: [
      'Medicine (minoxidil; finasteride, for men only) slows loss in many people, only as long as it is used, and has side effects: a doctor knows.',
      'A transplant moves real hair. It needs enough of it, leaves scars, and costs more.',
      'Hairpieces, sprays and fibres can be taken off again.',
      'Some kinds of hair loss get better by themselves, or with treatment of their cause.',
    ],
    sources: ['NHS, treatment of hair loss'],
  },
};

/** Why a topic matters more for this design than for everybody; `visits` has numbers of its own. */
export const CONCERN_TEXTS: Readonly<Record<Exclude<Concern, 'visits'>, string>> = {
  tooDeep:
    'The plan shows pigment put too deep: blue-grey, and spreading. A sign of poor work, not something to ask for.',
  scars: 'There are scars in it: they take pigment unevenly and lose it sooner. A test spot first.',
  ironOxide: 'The ink holds iron oxide: say so before an MRI. Its black fades before its red.',
  laser: 'Removal by laser is part of the picture: it costs extra, takes several sessions, and may scar.',
  temporary: 'A temporary ink is mostly gone in 1 to 3 years, rarely all of it.',
  fadingDyes: 'Parts of this ink fade at their own pace, so its colour shifts over the years.',
  betweenHair:
    'It is pigment between your own hair: it hides skin that shines through. Where that hair goes, the dots stay.',
  hairBehindLine: 'Your own hair is part of the look. If it goes on thinning, a line in front of it stays where it is.',
  shavedLook: 'It is a shaved look: your own hair is kept at 0 to 0.5 mm for as long as you wear it.',
  sun: 'Much sun was chosen: it fades sooner. A hat or sunscreen counts for more than the ink.',
  young: 'You are young for a decision that is worn for decades: a higher, softer line keeps more ways open.',
};

const roundDots = (dots: number): string => (Math.round(dots / 100) * 100).toLocaleString('en');

/** What the plan asks of somebody: sessions and days. `dots`: of the whole head, estimated; null where not known yet. */
export function visitsInWords(sessions: number, days: number, settledDays: number, dots: number | null): string {
  const plan =
    sessions === 1
      ? `The plan is one session, settled about ${settledDays} days later`
      : `The plan is ${sessions} sessions over about ${days} days, settled about ${settledDays} days after the last`;
  return `${plan}${dots === null ? '' : `; about ${roundDots(dots)} dots on the whole head (estimated)`}.`;
}
