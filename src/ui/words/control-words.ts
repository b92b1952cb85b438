/** Of controls that stand in many places. */
export const CONTROLS = {
  reset: 'Reset',
  cancel: 'Cancel',
  close: 'Close',
  closeMessage: 'Close message',
  reload: 'Reload',
  workInProgress: 'Work in progress',
} as const;

/** Name of the button that takes a setting back to where it was at first. */
export const resetName = (label: string): string => `Reset ${label.toLowerCase()}`;

/** Name of the field in which a slider's value can be typed. */
export const exactName = (label: string): string => `${label}, exact`;
