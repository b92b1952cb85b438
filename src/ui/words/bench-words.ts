import type { HandTool } from '~/store/app-state';

interface ToolText {
  /** What stands on its button. */
  readonly label: string;
  /** What it is called: other buttons say `Pencil` too. */
  readonly name: string;
  readonly tip: string;
}

const tools: Readonly<Record<HandTool, ToolText>> = {
  move: { label: 'Move', name: 'Move tool', tip: 'Move the picture (V or Escape)' },
  line: { label: 'Line', name: 'Line tool', tip: 'Take hold of the points of the line (L)' },
  pencil: { label: 'Pencil', name: 'Pencil tool', tip: 'Draw on the head as with a white pencil (P)' },
  note: { label: 'Note', name: 'Note tool', tip: 'Put a note on the head (N)' },
  brush: { label: 'Brush', name: 'Brush tool', tip: 'Paint dots (D)' },
  erase: { label: 'Erase', name: 'Erase tool', tip: 'Take dots away (E)' },
  scar: { label: 'Scar', name: 'Scar tool', tip: 'Mark a scar (S)' },
  ruler: { label: 'Ruler', name: 'Ruler tool', tip: 'Lay a ruler on the head, or put it away (R)' },
  guides: { label: 'Guides', name: 'Guides tool', tip: 'Show measures and guides, or put them away (G)' },
};

/** Beside the picture of a laptop or a tablet. */
export const TOOL_BAR = { name: 'Tools', tools } as const;

/** What is turned to the client: the picture, the wipe and the moment, and nothing to work with. */
export const CLIENT = {
  show: 'Show client',
  title: 'For the client',
  back: 'Back to work',
  backTip: 'Back to work (Escape)',
} as const;
