import type { Zone } from '~/model/design/choices';
import type { HealedReport, LightDoubt, ZoneDarkness, ZoneDoubt } from '~/model/healed/compare-zones';
import type { HealedNews, Said } from '~/store/app-state';
import { ZONE_TEXTS } from '~/ui/words/choice-words';

/** A photo of the healed result beside the plan. */
export const HEALED = {
  name: 'The healed result',
  hint: 'Come back with a photo of the same head once it has healed: it is laid beside the plan, in the same crop.',
  add: 'Add a healed photo',
  most: 'Eight photos are as many as there can be: remove one to add another.',
  title: 'Planned and real',
  open: 'Planned and real',
  planned: 'Planned',
  real: 'Real',
  show: 'Show',
  shows: { beside: 'Side by side', wipe: 'Wipe' },
  part: 'Part',
  parts: { head: 'Head', line: 'Hairline' },
  wipe: 'Planned and real, wipe',
  plan: 'View of the plan',
  light: 'Put the plan into the light of the new photo',
  takenOn: 'Photo taken on',
  lastVisitOn: 'Last session on',
  remove: 'Remove this photo',
  mirror: 'Mirror this photo',
  which: 'Healed photos',
  making: 'Laying the photo beside the plan…',
  notMade: 'The plan cannot be drawn just now. Close this and open it again.',
  zonesTitle: 'How dark each zone is',
  zone: 'Zone',
  about:
    'How much light the pigment takes (−ln of the share that is left): 0 is bare skin, 0.45 a usual finished result. The photo is measured against its own bare forehead, and against the same place of the first photo.',
  honest:
    'Skin, healing and camera differ, so a simulated picture and a photo never agree fully. The comparison is an illustration: no promise, and no judgement of anybody’s work.',
} as const;

/** What is said of a healed photo that came. */
export function healedMessage(what: HealedNews): Said {
  switch (what.kind) {
    case 'added':
      return {
        said: 'The healed photo lies beside the plan.',
        next: what.faces > 1 ? `Of ${what.faces} faces the largest was taken.` : null,
        problem: false,
      };
    case 'mirrored':
      return { said: 'The healed photo is mirrored.', next: 'Undo turns it back.', problem: false };
    case 'noFace':
      return {
        said: 'No face was found in the healed photo.',
        next: 'Take one that shows the face and the hairline, as the first photo did. Your work is as it was.',
        problem: true,
      };
    case 'full':
      return {
        said: 'There is no room for another photo.',
        next: 'Remove a view or a healed photo first.',
        problem: true,
      };
  }
}

const dayInWords = (day: string): string =>
  new Date(`${day}T12:00:00`).toLocaleDateString('en-GB', { dateStyle: 'long' });

/** What a healed photo is called. */
export const healedTitle = (takenOn: string): string => dayInWords(takenOn);
export const openHealedName = (takenOn: string): string => `${HEALED.open}: ${healedTitle(takenOn)}`;

const weeksInWords = (weeks: number): string =>
  weeks === 0 ? 'within days of the last session' : `${weeks} week${weeks === 1 ? '' : 's'} after the last session`;

/** When the photo was taken. `weeks`: since the last session; null: nobody said when that was, or it came later. */
export const takenInWords = (takenOn: string, weeks: number | null): string =>
  weeks === null ? `Taken on ${dayInWords(takenOn)}` : `Taken on ${dayInWords(takenOn)}, ${weeksInWords(weeks)}`;

/** What stands in for a visit's day, and what a day before healing means. */
export function healingInWords(weeks: number | null): string | null {
  if (weeks === null)
    return 'Say when the last session was, and the plan is shown at that age. Until then: healed, 1 month.';
  if (weeks < 4)
    return 'Less than four weeks are too early: skin still heals, and pigment looks darker or patchy. Take another photo later.';
  return null;
}

const percent = (share: number): string => `${Math.round(100 * Math.abs(share))} %`;

/** How the light of the new photo differs from that of the first. */
export function lightInWords({ light, doubt }: Pick<HealedReport, 'light' | 'doubt'>): string {
  if (light === null) return LIGHT_DOUBTS.noBareSkin;
  if (doubt !== null) return LIGHT_DOUBTS[doubt];
  const [red, green, blue] = light;
  const brightness =
    Math.abs(green - 1) < 0.04
      ? 'as bright as the first one'
      : green > 1
        ? `${percent(green - 1)} brighter than the first one`
        : `${percent(1 - green)} darker than the first one`;
  const warmth = Math.log(red / blue);
  const tint = Math.abs(warmth) < 0.06 ? '' : warmth > 0 ? ', and its light is warmer' : ', and its light is cooler';
  return `On the bare forehead the new photo is ${brightness}${tint}. That is taken off before anything is compared.`;
}

const LIGHT_DOUBTS: Readonly<Record<LightDoubt, string>> = {
  noBareSkin: 'Too little bare forehead is seen in both photos to compare their light: nothing is told in numbers.',
  uneven:
    'The light comes from another side than in the first photo: nothing is told in numbers. A photo in the same place and light would show it.',
  tooDark: 'The new photo is too dark to compare: nothing is told in numbers. Take another one in more light.',
  tooBright: 'The new photo is too bright to compare: nothing is told in numbers. Take another one in softer light.',
};

const VERDICTS: Readonly<Record<NonNullable<HealedReport['verdict']>, string>> = {
  asPlanned: 'All in all it is about as dark as planned.',
  within: 'As dark as planned within the ±, which is wide: the scalp shines, or the light has changed.',
  lighter: 'All in all it is lighter than planned, unless the scalp shines more than in the first photo.',
  darker: 'All in all it is darker than planned, unless the scalp lies in more shade than in the first photo.',
  nothing: 'Nothing added: on this photo the skin is as it was before.',
};

export const verdictInWords = (verdict: HealedReport['verdict']): string | null =>
  verdict === null ? null : VERDICTS[verdict];

export const zoneName = (zone: Zone): string => ZONE_TEXTS[zone].name;

const DOUBTS: Readonly<Record<ZoneDoubt, string>> = {
  outOfSight: 'too little of it is in sight',
  gloss: 'it shines too much: matt skin shows it',
  otherLight: 'the light falls on it in another way than in the first photo',
  hair: 'hair has grown there, or it lies in shade',
};

/** The darkness of a zone in the photo, or why it cannot be told. */
export function realInWords({ real, doubt }: Pick<ZoneDarkness, 'real' | 'doubt'>): string {
  if (real !== null) return `${real.darkness.toFixed(2)} ± ${real.errorPlusMinus.toFixed(2)}`;
  return doubt === null ? 'not told' : `not told: ${DOUBTS[doubt]}`;
}

/** What makes the pair less than sure. */
export const PAIR_DOUBTS = {
  mirrored:
    'This photo seems to be mirrored, as front cameras often do: left and right are the wrong way round. Mirror it, and the numbers are told.',
  otherHead:
    'This may be another person’s head: its face has other proportions. Numbers are told for photos of one person only.',
  otherSide:
    'The two photos show the head from quite different sides, so what is seen of it differs too, and nothing is told in numbers. Choose the view of the plan that was taken from the same side, take another photo, or mirror this one where a front camera has mirrored it.',
} as const;
