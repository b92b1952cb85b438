import { useApp } from '~/ui/base/app-context';
import { START } from '~/ui/words/start-words';

export const FILE_INPUT_ID = 'photo';

/**
 * The one way in for files from the picker: photos and projects. It is on every screen, so that a label or a button
 * anywhere can open it; where it is `hidden`, a button stands for it.
 */
export function FileInput({ hidden = false }: { readonly hidden?: boolean }) {
  const { commands } = useApp();
  return (
    <input
      id={FILE_INPUT_ID}
      className="visually-hidden"
      type="file"
      hidden={hidden}
      aria-label={START.choosePhoto}
      accept="image/*,.stipple"
      onChange={(event) => {
        const input = event.currentTarget;
        const file = input.files?.[0];
        if (file !== undefined) commands.openAny(file);
        input.value = '';
      }}
    />
  );
}

/** Opens the picker; only in answer to a click or a key. */
export const openFilePicker = (): void => {
  document.getElementById(FILE_INPUT_ID)?.click();
};
