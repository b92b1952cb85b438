import { startedFrom, USUAL_CHOICE } from '~/model/advice/started-from';
import type { FirstChoice } from '~/model/advice/started-from';
import { skinToneOf } from '~/model/colour/skin-tone';
import { ZONES } from '~/model/design/choices';
import type { Design, ZonePlan } from '~/model/design/design';
import { applyPigment } from '~/model/design/pigment-presets';
import { valueAtFirst, valueInForce } from '~/model/design/setting-values';
import { DESIGN_SETTINGS, SETTINGS } from '~/model/design/settings';
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
import {
  ageInWords,
  CHANGE_NAMES,
  CHANGES,
  countInWords,
  sessionsInWords,
  timesInWords,
  zoneInWords,
} from '~/ui/words/change-words';
import { SETTING_LABELS, UNIT_NAMES } from '~/ui/words/setting-words';
import { momentInWords } from '~/ui/words/moment-words';

/** Something that differs from the design somebody starts from, in words, and its way back. */
export interface Change {
  readonly name: string;
  readonly now: string;
  readonly before: string;
  readonly undo: (design: Design) => Design;
}

/** Fields that are told, and taken back, together. */
interface ChangeRow {
  /** The first one gives the name. */
  readonly keys: readonly [keyof typeof CHANGE_NAMES, ...(keyof Design)[]];
  readonly words: (design: Design) => string;
  /** Where taking back means more than the old values. */
  readonly undo?: (design: Design, first: Design, look: FirstChoice['look']) => Design;
}

/** Zones that differ, with what they have. */
function zonesInWords(zones: ZonePlan): string {
  const differ = ZONES.filter((zone) => zones[zone].densityPercent !== 100 || zones[zone].strengthPercent !== 100);
  const words = differ.map((zone) => {
    const { densityPercent, strengthPercent } = zones[zone];
    return zoneInWords(ZONE_TEXTS[zone].name, densityPercent, strengthPercent);
  });
  return words.join(', ') || CHANGES.alike;
}

/** Everything but the sliders' own rows. A new field of the design belongs here: a test asks for it. */
const ROWS: readonly ChangeRow[] = [
  { keys: ['shape'], words: ({ shape }) => SHAPE_TEXTS[shape].name },
  { keys: ['edge'], words: ({ edge }) => EDGE_TEXTS[edge].name },
  { keys: ['sideProfile'], words: ({ sideProfile }) => SIDE_PROFILE_TEXTS[sideProfile].name },
  { keys: ['coverage'], words: ({ coverage }) => COVERAGE_TEXTS[coverage].name },
  {
    keys: ['build'],
    words: ({ build }) => BUILD_TEXTS[build].name,
    undo: (now, first, look) => withUsualLine(now, first.build, look),
  },
  { keys: ['edgeShuffles'], words: ({ edgeShuffles }) => timesInWords(edgeShuffles) },
  { keys: ['zones'], words: ({ zones }) => zonesInWords(zones) },
  { keys: ['mirror'], words: ({ mirror }) => (mirror ? CHANGES.on : CHANGES.off) },
  {
    keys: ['pigment'],
    words: ({ pigment }) => PIGMENT_TEXTS[pigment].name,
    undo: (now, first) => applyPigment(now, first.pigment),
  },
  {
    keys: ['skinItaDegrees'],
    words: ({ skinItaDegrees: ita }) => TONE_TEXTS[ita === null ? 'asInPhoto' : skinToneOf(ita)].name,
  },
  {
    keys: ['knownLength'],
    words: ({ knownLength }) =>
      knownLength === null ? CHANGES.averageFace : `${knownLength.lengthMm} ${UNIT_NAMES.mm}`,
  },
  {
    keys: ['sessionsDone', 'sessionsPlanned'],
    words: ({ sessionsDone, sessionsPlanned }) => sessionsInWords(sessionsDone, sessionsPlanned),
  },
  {
    keys: ['sessionGapsDays'],
    words: ({ sessionGapsDays, sessionsPlanned }) =>
      sessionGapsDays.slice(0, sessionsPlanned - 1).join(', ') || CHANGES.none,
  },
  { keys: ['outlook'], words: ({ outlook }) => OUTLOOK_TEXTS[outlook].name },
  { keys: ['skinType'], words: ({ skinType }) => SKIN_TYPE_TEXTS[skinType].name },
  { keys: ['placing'], words: ({ placing }) => PLACING_TEXTS[placing].name },
  { keys: ['ink'], words: ({ ink }) => INK_TEXTS[ink].name },
  { keys: ['touchUpsYears'], words: ({ touchUpsYears }) => countInWords(touchUpsYears.length) },
  { keys: ['laser'], words: ({ laser }) => countInWords(laser.sessions) },
  {
    keys: ['ownHair'],
    words: ({ ownHair }) => (ownHair.goesOn ? CHANGES.goesOn : CHANGES.stays),
  },
  { keys: ['ageYears'], words: ({ ageYears }) => ageInWords(ageYears) },
  { keys: ['handles'], words: ({ handles }) => countInWords(Object.keys(handles).length) },
  { keys: ['points'], words: ({ points }) => countInWords(points.length) },
  { keys: ['strokes'], words: ({ strokes }) => countInWords(strokes.length) },
  { keys: ['pencil'], words: ({ pencil }) => countInWords(pencil.length) },
  { keys: ['notes'], words: ({ notes }) => countInWords(notes.length) },
  { keys: ['head'], words: (design) => (same(design, FIRST_DESIGN, 'head') ? CHANGES.asFound : CHANGES.corrected) },
];

const same = (design: Design, first: Design, key: keyof Design): boolean =>
  JSON.stringify(design[key]) === JSON.stringify(first[key]);

const backTo = (design: Design, first: Design, keys: readonly (keyof Design)[]): Design => ({
  ...design,
  ...Object.fromEntries(keys.map((key) => [key, first[key]])),
});

const shown = ({ sessionsDone, sessionsPlanned }: Design, key: DesignSettingKey, value: number): string =>
  key === 'timeYears'
    ? momentInWords({ sessionsDone, timeYears: value }, sessionsPlanned)
    : `${+value.toFixed(2)} ${UNIT_NAMES[SETTINGS[key].unit]}`;

const settingChange = (design: Design, key: DesignSettingKey, look: FirstChoice['look']): Change => {
  const atFirst = valueAtFirst(design, key, look);
  return {
    name: SETTING_LABELS[key],
    now: shown(design, key, valueInForce(design, key)),
    before: shown(design, key, valueInForce({ ...design, [key]: atFirst }, key)),
    undo: (now) => ({ ...now, [key]: atFirst }),
  };
};

/** All that differs from the design somebody starts from with this photo (`choice`), sliders first. */
export function changesOf(design: Design, choice: FirstChoice = USUAL_CHOICE): readonly Change[] {
  const first = startedFrom(FIRST_DESIGN, choice);
  return [
    ...DESIGN_SETTINGS.filter((key) => design[key] !== valueAtFirst(design, key, choice.look)).map((key) =>
      settingChange(design, key, choice.look),
    ),
    ...ROWS.filter(({ keys }) => !keys.every((key) => same(design, first, key))).map(({ keys, words, undo }) => ({
      name: CHANGE_NAMES[keys[0]],
      now: words(design),
      before: words(first),
      undo: (now: Design) => (undo === undefined ? backTo(now, first, keys) : undo(now, first, choice.look)),
    })),
  ];
}
