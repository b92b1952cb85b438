import { skinToneOf } from '~/model/colour/skin-tone';
import { ZONES } from '~/model/design/choices';
import type { Design, ZonePlan } from '~/model/design/design';
import { applyPigment } from '~/model/design/pigment-presets';
import { valueAtFirst, valueInForce } from '~/model/design/setting-values';
import { SETTINGS } from '~/model/design/settings';
import type { DesignSettingKey } from '~/model/design/settings';
import { withUsualLine } from '~/model/design/usual-line';
import { FIRST_DESIGN } from '~/ui/base/first-state';
import { INK_TEXTS, OUTLOOK_TEXTS, PLACING_TEXTS, SKIN_TYPE_TEXTS } from '~/ui/words/ageing-words';
import {
  BUILD_TEXTS,
  COVERAGE_TEXTS,
  EDGE_TEXTS,
  PIGMENT_TEXTS,
  SHAPE_TEXTS,
  SIDE_PROFILE_TEXTS,
  TONE_TEXTS,
  ZONE_TEXTS,
} from '~/ui/words/choice-words';
import { timeInWords } from '~/ui/words/moment-words';

/** Something that differs from the design somebody starts from, in words, and its way back. */
export interface Change {
  readonly name: string;
  readonly now: string;
  readonly before: string;
  readonly undo: (design: Design) => Design;
}

/** Fields that are told, and taken back, together. */
interface ChangeRow {
  readonly name: string;
  readonly keys: readonly (keyof Design)[];
  readonly words: (design: Design) => string;
  /** Where taking back means more than the old values. */
  readonly undo?: (design: Design) => Design;
}

const times = (many: number): string => (many === 0 ? 'never' : many === 1 ? 'once' : `${many} times`);

/** Zones that differ, with what they have. */
function zonesInWords(zones: ZonePlan): string {
  const differ = ZONES.filter((zone) => zones[zone].densityPercent !== 100 || zones[zone].strengthPercent !== 100);
  const words = differ.map((zone) => {
    const { densityPercent, strengthPercent } = zones[zone];
    const strength = strengthPercent === 100 ? '' : ` (strength ${Math.round(strengthPercent)} %)`;
    return `${ZONE_TEXTS[zone].name} ${Math.round(densityPercent)} %${strength}`;
  });
  return words.join(', ') || 'all alike';
}

const count = (many: number): string => (many === 0 ? 'none' : String(many));

/** Everything but the sliders' own rows. A new field of the design belongs here: a test asks for it. */
const ROWS: readonly ChangeRow[] = [
  { name: 'Hairline shape', keys: ['shape'], words: ({ shape }) => SHAPE_TEXTS[shape].name },
  { name: 'Edge style', keys: ['edge'], words: ({ edge }) => EDGE_TEXTS[edge].name },
  { name: 'Side profile', keys: ['sideProfile'], words: ({ sideProfile }) => SIDE_PROFILE_TEXTS[sideProfile].name },
  { name: 'Coverage', keys: ['coverage'], words: ({ coverage }) => COVERAGE_TEXTS[coverage].name },
  {
    name: 'Usual line for',
    keys: ['build'],
    words: ({ build }) => BUILD_TEXTS[build].name,
    undo: (now) => withUsualLine(now, FIRST_DESIGN.build),
  },
  { name: 'Line shuffled', keys: ['edgeShuffles'], words: ({ edgeShuffles }) => times(edgeShuffles) },
  { name: 'Zones', keys: ['zones'], words: ({ zones }) => zonesInWords(zones) },
  { name: 'Mirror both sides', keys: ['mirror'], words: ({ mirror }) => (mirror ? 'on' : 'off') },
  {
    name: 'Pigment',
    keys: ['pigment'],
    words: ({ pigment }) => PIGMENT_TEXTS[pigment].name,
    undo: (now) => applyPigment(now, FIRST_DESIGN.pigment),
  },
  {
    name: 'Skin tone',
    keys: ['skinItaDegrees'],
    words: ({ skinItaDegrees: ita }) => TONE_TEXTS[ita === null ? 'asInPhoto' : skinToneOf(ita)].name,
  },
  {
    name: 'Known length',
    keys: ['knownLength'],
    words: ({ knownLength }) => (knownLength === null ? 'average face' : `${knownLength.lengthMm} mm`),
  },
  {
    name: 'Sessions',
    keys: ['sessionsDone', 'sessionsPlanned'],
    words: ({ sessionsDone, sessionsPlanned }) => `${sessionsDone} of ${sessionsPlanned}`,
  },
  {
    name: 'Days between sessions',
    keys: ['sessionGapsDays'],
    words: ({ sessionGapsDays, sessionsPlanned }) => sessionGapsDays.slice(0, sessionsPlanned - 1).join(', ') || 'none',
  },
  { name: 'How fast it fades', keys: ['outlook'], words: ({ outlook }) => OUTLOOK_TEXTS[outlook].name },
  { name: 'Skin type', keys: ['skinType'], words: ({ skinType }) => SKIN_TYPE_TEXTS[skinType].name },
  { name: 'Depth', keys: ['placing'], words: ({ placing }) => PLACING_TEXTS[placing].name },
  { name: 'Ink', keys: ['ink'], words: ({ ink }) => INK_TEXTS[ink].name },
  { name: 'Touch-ups', keys: ['touchUpsYears'], words: ({ touchUpsYears }) => count(touchUpsYears.length) },
  { name: 'Laser sessions', keys: ['laser'], words: ({ laser }) => count(laser.sessions) },
  {
    name: 'Your own hair',
    keys: ['ownHair'],
    words: ({ ownHair }) => (ownHair.goesOn ? 'goes on' : 'stays as it is'),
  },
  { name: 'Age today', keys: ['ageYears'], words: ({ ageYears }) => `${ageYears} years` },
  { name: 'Hairline points moved', keys: ['handles'], words: ({ handles }) => count(Object.keys(handles).length) },
  { name: 'Hairline points added', keys: ['points'], words: ({ points }) => count(points.length) },
  { name: 'Brush strokes', keys: ['strokes'], words: ({ strokes }) => count(strokes.length) },
  { name: 'Pencil lines', keys: ['pencil'], words: ({ pencil }) => count(pencil.length) },
  { name: 'Notes', keys: ['notes'], words: ({ notes }) => count(notes.length) },
  { name: 'Head', keys: ['head'], words: (design) => (same(design, 'head') ? 'as found' : 'corrected') },
];

const same = (design: Design, key: keyof Design): boolean =>
  JSON.stringify(design[key]) === JSON.stringify(FIRST_DESIGN[key]);

const backTo = (keys: readonly (keyof Design)[]) => (design: Design) => ({
  ...design,
  ...Object.fromEntries(keys.map((key) => [key, FIRST_DESIGN[key]])),
});

const DESIGN_KEYS = Object.keys(SETTINGS).filter((key): key is DesignSettingKey => key !== 'beforeAfterPercent');

const shown = (key: DesignSettingKey, value: number): string =>
  key === 'timeYears' ? timeInWords(value) : `${+value.toFixed(2)} ${SETTINGS[key].unit}`;

const settingChange = (design: Design, key: DesignSettingKey): Change => {
  const atFirst = valueAtFirst(design, key);
  return {
    name: SETTINGS[key].label,
    now: shown(key, valueInForce(design, key)),
    before: shown(key, valueInForce({ ...design, [key]: atFirst }, key)),
    undo: (now) => ({ ...now, [key]: atFirst }),
  };
};

/** All that differs from the design somebody starts from, sliders first. */
export const changesOf = (design: Design): readonly Change[] => [
  ...DESIGN_KEYS.filter((key) => design[key] !== valueAtFirst(design, key)).map((key) => settingChange(design, key)),
  ...ROWS.filter(({ keys }) => !keys.every((key) => same(design, key))).map(({ name, keys, words, undo }) => ({
    name,
    now: words(design),
    before: words(FIRST_DESIGN),
    undo: undo ?? backTo(keys),
  })),
];
