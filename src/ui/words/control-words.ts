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

/** In place of a part of the screen that broke or did not come. */
export const BROKEN = {
  missing: 'A part of Stipple could not be loaded.',
  missingNext: 'Check that you are online, then reload. Your work is kept on this device.',
  broken: 'Something broke on this page.',
  brokenNext:
    'Reload it: your work is kept on this device. If the browser translates this page, switch that off for it.',
  reload: 'Reload',
} as const;
