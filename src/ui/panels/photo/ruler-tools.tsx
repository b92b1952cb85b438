import { useState } from 'react';
import { LEAST_KNOWN_MM, LENGTH_KINDS } from '~/model/design/known-length';
import type { LengthKind } from '~/model/design/known-length';
import { PROJECT_LIMITS } from '~/model/design/limits';
import { headOf } from '~/model/fit/head-of';
import { headTogether } from '~/model/fit/heads-of';
import type { ViewOfHead } from '~/model/fit/heads-of';
import { KNOWN_LENGTH_FACTORS, knownLengthFactor } from '~/model/fit/size-by-known-length';
import { CARD_MM, firstSpan } from '~/model/measure/ruler';
import { headAtHand } from '~/store/photos-together';
import { shownDesign } from '~/store/shown-design';
import { useApp, useAppState, useDesignPart, useOverlay, useSetView, useSubject } from '~/ui/base/app-context';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { NumberField } from '~/ui/controls/number-field';
import { Switch } from '~/ui/controls/switch';
import {
  KNOWN_LENGTH,
  LENGTH_TEXTS,
  lengthInForce,
  lengthOff,
  MEASURING,
  rulerInWords,
} from '~/ui/words/measure-words';
import { UNIT_NAMES } from '~/ui/words/setting-words';

/** The ruler, and the one known length that corrects the scale. */
export function RulerTools() {
  const { store } = useApp();
  const setView = useSetView();
  const ruler = useAppState((state) => state.ruler);
  const seen = useOverlay((overlay) => overlay?.ruler ?? null);
  const fit = useOverlay((overlay) => overlay?.fit ?? null);
  const lay = (kind: LengthKind): void => {
    if (fit === null) return;
    setView({ ruler: firstSpan(kind, fit, shownDesign(store.getState()).hairlineHeightMm) });
  };
  return (
    <div className="group">
      <Switch
        label={MEASURING.ruler}
        on={ruler !== null}
        hint={MEASURING.rulerHint}
        onChange={(on) => (on ? lay('alongSkin') : setView({ ruler: null }))}
      />
      {ruler !== null && (
        <>
          <ChoiceGroup
            label={MEASURING.rulerKind}
            values={LENGTH_KINDS}
            value={ruler.kind}
            textOf={(kind) => LENGTH_TEXTS[kind]}
            columns={2}
            onChoose={lay}
          />
          {seen !== null && (
            <p className="note" role="status">
              {rulerInWords(seen)}
            </p>
          )}
        </>
      )}
      <KnownLengthTools onCard={() => lay('straight')} />
    </div>
  );
}

const unmeasured = (view: ViewOfHead): ViewOfHead => ({ ...view, knownLength: null });

/** One true length sets the scale of all others. */
function KnownLengthTools({ onCard }: { readonly onCard: () => void }) {
  const { commands, store, facts } = useApp();
  const ruler = useAppState((state) => state.ruler);
  const known = useDesignPart((design) => design.knownLength);
  const reading = useSubject((subject) => subject.reading);
  const [lengthMm, setLengthMm] = useState(CARD_MM);
  const [wrong, setWrong] = useState(false);
  const use = (): void => {
    if (ruler === null) return;
    const knownLength = { ...ruler, lengthMm };
    const state = store.getState();
    const { head, build } = shownDesign(state);
    const together = headAtHand(state)?.together;
    const fitted = facts.getState()?.now.agreement()?.fitted;
    // As the head is found, in the size that nobody has told yet: of several photos by all of them.
    const found =
      together === undefined || fitted === undefined
        ? headOf(reading, { head, build, knownLength: null })
        : headTogether(fitted, { views: together.views.map(unmeasured), at: together.at }, head, null);
    const factor = knownLengthFactor(found, knownLength);
    setWrong(factor === null);
    if (factor !== null) commands.change((now) => ({ ...now, knownLength }));
  };
  return (
    <details className="known-length">
      <summary>{KNOWN_LENGTH.name}</summary>
      <p className="hint">{KNOWN_LENGTH.hint}</p>
      <div className="tool-row">
        <button type="button" className="button small" onClick={onCard}>
          {KNOWN_LENGTH.layOnCard}
        </button>
        <span className="known-length-field">
          <span aria-hidden="true">{KNOWN_LENGTH.length}</span>
          <NumberField
            label={KNOWN_LENGTH.length}
            min={LEAST_KNOWN_MM}
            max={PROJECT_LIMITS.knownLengthMm}
            step="any"
            value={lengthMm}
            text={String(lengthMm)}
            unit={UNIT_NAMES.mm}
            onSettle={setLengthMm}
          />
        </span>
      </div>
      <div className="tool-row">
        <button type="button" className="button small" disabled={ruler === null} onClick={use}>
          {KNOWN_LENGTH.use}
        </button>
        {known !== null && (
          <button
            type="button"
            className="button small"
            onClick={() => commands.change((now) => ({ ...now, knownLength: null }))}
          >
            {KNOWN_LENGTH.back}
          </button>
        )}
      </div>
      {wrong && (
        <p className="advice" role="status">
          {lengthOff(Math.round(100 * KNOWN_LENGTH_FACTORS[0]), Math.round(100 * KNOWN_LENGTH_FACTORS[1]))}{' '}
        </p>
      )}
      {known !== null && !wrong && <p className="note">{lengthInForce(known.lengthMm)}</p>}
    </details>
  );
}
