import type { Commands } from '~/commands/commands';

/** Asks for another photo of the head; `instead`: in place of the one that is seen. Only in answer to a click or a key. */
export function openViewPicker(commands: Pick<Commands, 'addView'>, instead = false): void {
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
    if (file !== undefined) commands.addView(file, instead);
  });
  input.click();
}
