import type { ShippedKind } from '~/load/shipped-licences';

export const LICENCES = {
  title: 'Licences',
  lead: 'Stipple is made with the work of many others, who let everybody use it. Who they are, and on what terms, is kept here in full.',
  loading: 'Bringing the licences…',
  missing: 'The licences could not be loaded. Check that you are online, then try again.',
  again: 'Try again',
} as const;

export const LICENCE_KINDS: Readonly<Record<ShippedKind, string>> = {
  own: 'Stipple itself',
  library: 'What the app is built with',
  detector: 'Inside the part that finds faces',
  models: 'What knows faces and outlines',
  samples: 'Pictures to try',
};

/** What is no package, and so has no name of its own. */
export const LICENSED_NAMES: Readonly<Record<string, string>> = {
  stipple: 'Stipple, its dots and icons',
  samples: 'Sample heads',
};
