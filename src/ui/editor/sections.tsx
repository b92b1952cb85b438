import { Clock, Droplet, Grip, Image, Spline } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Control, Panel } from '~/store/app-state';
import { SettingSlider } from '~/ui/controls/setting-slider';
import { BrushTools } from '~/ui/panels/density/brush-tools';
import { CoverageChoice } from '~/ui/panels/density/coverage-choice';
import { FoundHair, Totals } from '~/ui/panels/density/density-facts';
import { Zones } from '~/ui/panels/density/zones';
import { Irregularity } from '~/ui/panels/hairline/irregularity';
import { BuildChoice, EdgeChoice, ShapeChoice, SideProfileChoice } from '~/ui/panels/hairline/line-choices';
import { LinePoints } from '~/ui/panels/hairline/line-points';
import { Looks } from '~/ui/panels/hairline/looks';
import { Mirroring } from '~/ui/panels/hairline/mirroring';
import { PencilTools } from '~/ui/panels/hairline/pencil-tools';
import { SecondOpinion } from '~/ui/panels/hairline/second-opinion';
import { AboutPhoto } from '~/ui/panels/photo/about-photo';
import { CorrectHead } from '~/ui/panels/photo/correct-head';
import { Changed, Measures } from '~/ui/panels/photo/measures';
import { ViewList } from '~/ui/panels/photo/view-list';
import { PigmentChoice } from '~/ui/panels/pigment/pigment-choice';
import { SessionChoice, SessionsPlanned } from '~/ui/panels/pigment/session-choice';
import { SkinToneChoice } from '~/ui/panels/pigment/skin-tone-choice';
import { AgesAhead } from '~/ui/panels/time/ages-ahead';
import { LaserRemoval } from '~/ui/panels/time/laser-removal';
import { Outlook } from '~/ui/panels/time/outlook';
import { OwnHair } from '~/ui/panels/time/own-hair';
import { SessionPlan } from '~/ui/panels/time/session-plan';
import { SunSlider } from '~/ui/panels/time/sun-slider';
import { WearChoices } from '~/ui/panels/time/time-choices';
import { TouchUps } from '~/ui/panels/time/touch-ups';
import { TimeStrip } from './time-strip';

/**
 * Where a control is found. `near`: among the chips of its section. `far`: on a phone behind `More`. `strip`: on a desk it
 * has a place of its own, under the picture.
 */
type Place = 'near' | 'far' | 'strip';

export interface SectionControl {
  readonly id: Control;
  readonly place: Place;
  readonly Content: ComponentType;
}

export interface Section {
  readonly panel: Panel;
  readonly Icon: typeof Grip;
  /** In the order in which a desk shows them, one under the other. */
  readonly controls: readonly SectionControl[];
}

const near = (id: Control, Content: ComponentType): SectionControl => ({ id, place: 'near', Content });
const far = (id: Control, Content: ComponentType): SectionControl => ({ id, place: 'far', Content });

/**
 * The sections in the order of a consultation, each with its controls. A desk shows a section whole, a phone one control of
 * it at a time: both are made from this table.
 */
export const SECTIONS: readonly Section[] = [
  {
    panel: 'hairline',
    Icon: Spline,
    controls: [
      near('looks', Looks),
      far('opinion', SecondOpinion),
      far('sketch', PencilTools),
      near('shape', ShapeChoice),
      near('height', () => <SettingSlider name="hairlineHeightMm" />),
      near('corners', () => <SettingSlider name="templeRecessionMm" />),
      near('edge', EdgeChoice),
      near('softness', () => <SettingSlider name="edgeSoftnessMm" />),
      far('irregularity', Irregularity),
      far('sides', SideProfileChoice),
      near('balance', Mirroring),
      far('points', LinePoints),
      far('build', BuildChoice),
    ],
  },
  {
    panel: 'density',
    Icon: Grip,
    controls: [
      near('density', () => <SettingSlider name="densityPerCm2" />),
      near('coverage', CoverageChoice),
      far('zones', Zones),
      near('brush', BrushTools),
      far('foundHair', FoundHair),
      far('totals', Totals),
    ],
  },
  {
    panel: 'pigment',
    Icon: Droplet,
    controls: [
      near('pigment', PigmentChoice),
      far('skinTone', SkinToneChoice),
      near('strength', () => <SettingSlider name="strengthPercent" />),
      near('dotSize', () => <SettingSlider name="dotSizeMm" />),
      near('sessions', SessionChoice),
      far('planned', SessionsPlanned),
    ],
  },
  {
    panel: 'time',
    Icon: Clock,
    controls: [
      { id: 'years', place: 'strip', Content: TimeStrip },
      far('outlook', Outlook),
      far('sessionPlan', SessionPlan),
      near('sun', SunSlider),
      far('wear', WearChoices),
      far('touchUps', TouchUps),
      far('ownHair', OwnHair),
      far('ages', AgesAhead),
      far('laser', LaserRemoval),
    ],
  },
  {
    panel: 'photo',
    Icon: Image,
    controls: [
      // Guides that are asked for lead to the first of these.
      far('measures', Measures),
      far('views', ViewList),
      far('changed', Changed),
      far('head', CorrectHead),
      far('aboutPhoto', AboutPhoto),
    ],
  },
];

/** Has a section of its own on a phone's bar: it has something near. */
export const isNear = ({ controls }: Section): boolean => controls.some(({ place }) => place !== 'far');

export const sectionOf = (panel: Panel): Section => SECTIONS.find((section) => section.panel === panel) ?? SECTIONS[0];

/** The control that is shown of a section where only one is. */
export const shownControl = ({ controls }: Section, wanted: Control | undefined): SectionControl =>
  controls.find(({ id }) => id === wanted) ?? controls.find(({ place }) => place !== 'far') ?? controls[0];
