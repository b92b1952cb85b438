import type { Commands } from '~/commands/commands';

/** Asks for a photo. Only in answer to a click or a key. */
export function pickPhoto(take: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.hidden = true;
  // In the page until it is over: some browsers forget one that is not.
  document.body.append(input);
  input.addEventListener('cancel', () => input.remove());
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    input.remove();
    if (file !== undefined) take(file);
  });
  input.click();
}

/** Asks for another photo of the head; `instead`: in place of the one that is seen. */
export const openViewPicker = (commands: Pick<Commands, 'addView'>, instead = false): void =>
  pickPhoto((file) => commands.addView(file, instead));
