import type { Design } from '~/model/design';
import { NO_CORRECTION } from '~/model/design';
import type { DesignSettingKey } from '~/model/params';
import { SETTINGS } from '~/model/params';
import { applyPigment } from '~/model/pigment-presets';
import { skinToneOf } from '~/model/skin-tone';
import { useApp, useDesign } from '~/ui/app-context';
import { BUILD_TEXTS, COVERAGE_TEXTS, EDGE_TEXTS, PIGMENT_TEXTS, SHAPE_TEXTS, TONE_TEXTS } from '~/ui/choices';
import { valueAtFirst, valueInForce } from '~/ui/controls/setting-slider';
import { timeInWords } from '~/ui/strings';
import { FIRST_DESIGN } from './first-design';
import { withUsualLine } from './usual-line';

interface Change {
  readonly name: string;
  readonly now: string;
  readonly before: string;
  readonly undo: (design: Design) => Design;
}

const DESIGN_KEYS = Object.keys(SETTINGS).filter((key): key is DesignSettingKey => key !== 'beforeAfterPercent');

const shown = (key: DesignSettingKey, value: number): string =>
  key === 'timeYears' ? timeInWords(value) : `${+value.toFixed(2)} ${SETTINGS[key].unit}`;

/** All that differs from the design somebody starts from, in words, each with its way back. */
export function changesOf(design: Design): readonly Change[] {
  const first = FIRST_DESIGN;
  const changes: Change[] = [];
  for (const key of DESIGN_KEYS) {
    const atFirst = valueAtFirst(design, key);
    if (design[key] === atFirst) continue;
    const back = { ...design, [key]: atFirst };
    changes.push({
      name: SETTINGS[key].label,
      now: shown(key, valueInForce(design, key)),
      before: shown(key, valueInForce(back, key)),
      undo: (now) => ({ ...now, [key]: atFirst }),
    });
  }
  const choice = (name: string, key: 'shape' | 'edge' | 'coverage', nameOf: (of: Design) => string): void => {
    if (design[key] === first[key]) return;
    changes.push({ name, now: nameOf(design), before: nameOf(first), undo: (now) => ({ ...now, [key]: first[key] }) });
  };
  choice('Hairline shape', 'shape', (of) => SHAPE_TEXTS[of.shape].name);
  choice('Edge style', 'edge', (of) => EDGE_TEXTS[of.edge].name);
  choice('Coverage', 'coverage', (of) => COVERAGE_TEXTS[of.coverage].name);
  if (design.build !== first.build)
    changes.push({
      name: 'Usual line for',
      now: BUILD_TEXTS[design.build].name,
      before: BUILD_TEXTS[first.build].name,
      undo: (now) => withUsualLine(now, first.build),
    });
  if (design.mirror !== first.mirror)
    changes.push({
      name: 'Mirror both sides',
      now: design.mirror ? 'on' : 'off',
      before: first.mirror ? 'on' : 'off',
      undo: (now) => ({ ...now, mirror: first.mirror }),
    });
  if (design.pigment !== first.pigment)
    changes.push({
      name: 'Pigment',
      now: PIGMENT_TEXTS[design.pigment].name,
      before: PIGMENT_TEXTS[first.pigment].name,
      undo: (now) => applyPigment(now, first.pigment),
    });
  if (design.skinItaDegrees !== first.skinItaDegrees) {
    const words = ({ skinItaDegrees: ita }: Design): string =>
      TONE_TEXTS[ita === null ? 'asInPhoto' : skinToneOf(ita)].name;
    changes.push({
      name: 'Skin tone',
      now: words(design),
      before: words(first),
      undo: (now) => ({ ...now, skinItaDegrees: first.skinItaDegrees }),
    });
  }
  if (design.sessionsDone !== first.sessionsDone || design.sessionsPlanned !== first.sessionsPlanned) {
    const words = (of: Design): string => `${of.sessionsDone} of ${of.sessionsPlanned}`;
    changes.push({
      name: 'Sessions',
      now: words(design),
      before: words(first),
      undo: (now) => ({ ...now, sessionsDone: first.sessionsDone, sessionsPlanned: first.sessionsPlanned }),
    });
  }
  const moved = Object.keys(design.handles).length;
  if (moved > 0)
    changes.push({
      name: 'Hairline points moved',
      now: String(moved),
      before: '0',
      undo: (now) => ({ ...now, handles: {} }),
    });
  if (design.strokes.length > 0)
    changes.push({
      name: 'Brush strokes',
      now: String(design.strokes.length),
      before: '0',
      undo: (now) => ({ ...now, strokes: [] }),
    });
  if (Object.entries(NO_CORRECTION).some(([key, value]) => design.head[key as keyof typeof design.head] !== value))
    changes.push({
      name: 'Head',
      now: 'corrected',
      before: 'as found',
      undo: (now) => ({ ...now, head: NO_CORRECTION }),
    });
  return changes;
}

export function ChangedList() {
  const { commands } = useApp();
  const changes = changesOf(useDesign());
  if (changes.length === 0) return <p className="group hint">Nothing yet: this is the design you started from.</p>;
  return (
    <ul className="group changed-list">
      {changes.map((change) => (
        <li key={change.name}>
          <span>
            {change.name}
            <small>
              {change.now}, was {change.before}
            </small>
          </span>
          <button
            type="button"
            className="button small"
            aria-label={`Take back: ${change.name}`}
            onClick={() => commands.change(change.undo)}
          >
            Take back
          </button>
        </li>
      ))}
    </ul>
  );
}
