import type { Panel } from '~/store/app-state';

/** In which section a control is on the screen, by its accessible name; those that are always there are not listed. */
const SECTION_OF: Readonly<Record<Exclude<Panel, 'photo'>, readonly string[]>> = {
  hairline: [
    'Hairline height',
    'Temple recession',
    'Edge softness',
    'Balance',
    'Waves in the line',
    'Wave spacing',
    'Small irregularity',
    'Small spacing',
    'Stray dots',
    'Frontal tuft',
    'Hairline shape',
    'Edge style',
    'Usual line for',
  ],
  density: ['Density', 'Coverage', 'Parting width'],
  pigment: ['Pigment', 'Pigment strength', 'Dot size', 'Sessions', 'Planned sessions'],
  time: ['Sun exposure'],
};

/** The section of a control; null: it is on the screen whatever the section. */
export function sectionOf(control: string): Panel | null {
  const found = Object.entries(SECTION_OF).find(([, controls]) => controls.includes(control));
  return (found?.[0] as Panel | undefined) ?? null;
}
