import type { ReactNode } from 'react';
import type { Panel } from '~/store/app-state';
import { useApp, useAppState, useSetView } from '~/ui/base/app-context';
import { Dialog } from '~/ui/controls/dialog';
import { openFilePicker } from '~/ui/controls/file-input';
import { openViewPicker } from '~/ui/base/view-picker';
import { Switch } from '~/ui/controls/switch';
import { LicencesButton } from '~/ui/know/licences-button';
import { CLIENT, PANEL_NAMES, TOP_BAR } from '~/ui/words/editor-words';
import { PHOTO, VIEWS } from '~/ui/words/photo-panel-words';
import { CONTROL_NAMES, MORE } from '~/ui/words/section-words';
import { FOR_CLIENT } from './client-bar';
import { SECTIONS } from './sections';
import { useGoTo } from './use-go-to';
import { ZoomButtons } from './zoom-buttons';

interface MoreSheetProps {
  readonly onKeys: () => void;
  readonly onClose: () => void;
}

/** Everything that a phone has no room for, in groups; what is set by looking at the picture is set under it again. */
export function MoreSheet({ onKeys, onClose }: MoreSheetProps) {
  const { commands } = useApp();
  const setView = useSetView();
  const goTo = useGoTo();
  const showMeasurements = useAppState((state) => state.showMeasurements);
  const showChanged = useAppState((state) => state.showChanged);
  const work: readonly (readonly [name: string, run: () => void])[] = [
    [TOP_BAR.savePicture, () => commands.savePicture('png')],
    [TOP_BAR.saveJpeg, () => commands.savePicture('jpeg')],
    [TOP_BAR.saveProject, () => commands.saveProject()],
    [TOP_BAR.openProject, openFilePicker],
    [VIEWS.add, () => openViewPicker(commands)],
    [TOP_BAR.newPhoto, () => commands.newPhoto()],
  ];
  const button = (name: string, run: () => void): ReactNode => (
    <button
      key={name}
      type="button"
      className="button"
      onClick={() => {
        onClose();
        run();
      }}
    >
      {name}
    </button>
  );
  const group = (panel: Panel): ReactNode => {
    const far = SECTIONS.find((section) => section.panel === panel)?.controls.filter(({ place }) => place === 'far');
    return far?.map(({ id }) => button(CONTROL_NAMES[id], () => goTo(panel, id)));
  };
  return (
    <Dialog title={MORE.name} className="more-sheet" onClose={onClose}>
      <Group name={MORE.view}>
        <ZoomButtons />
        {button(CLIENT.show, () => setView(FOR_CLIENT))}
        <Switch
          label={PHOTO.measurements}
          on={showMeasurements}
          onChange={(on) => setView({ showMeasurements: on, ...(on && { panel: 'photo' }) })}
        />
        <Switch
          label={PHOTO.changed}
          on={showChanged}
          onChange={(on) => setView({ showChanged: on, ...(on && { panel: 'photo', controls: { photo: 'changed' } }) })}
        />
      </Group>
      {SECTIONS.map(({ panel }) => (
        <Group key={panel} name={PANEL_NAMES[panel]}>
          {group(panel)}
        </Group>
      ))}
      <Group name={MORE.work}>{work.map(([name, run]) => button(name, run))}</Group>
      <Group name={MORE.help}>
        {button(TOP_BAR.keys, onKeys)}
        <LicencesButton />
      </Group>
    </Dialog>
  );
}

const Group = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <section className="more-group" aria-label={name}>
    <h3>{name}</h3>
    <div className="more-entries">{children}</div>
  </section>
);
