import { useEffect, useState } from 'react';
import { DESIGN_HASH } from '~/codes/design-hash';
import type { Notice } from '~/store/app-state';
import { notify } from '~/store/notify';
import { useApp } from '~/ui/base/app-context';
import { fileToOpen, foldersIn, pictureIn } from './files-in';

/** Where somebody types, what they paste is theirs. */
const isTextField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input:not([type=range], [type=file]), textarea') !== null;

/** Takes a photo or project dropped or pasted anywhere on the page. True while something is held over it. */
export function useFilesFromOutside(): boolean {
  const { commands, store } = useApp();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const say = (what: Notice): void => store.setState(notify(what));
    const open = (files: readonly File[]): boolean => {
      const file = fileToOpen(files);
      if (file === undefined) return false;
      commands.openAny(file);
      if (files.length > 1) say({ kind: 'oneOfSeveral', count: files.length, name: file.name });
      return true;
    };
    const openFolder = async (folder: FileSystemDirectoryEntry): Promise<void> => {
      const file = await pictureIn(folder);
      if (file === undefined) say({ kind: 'folderWithoutPicture' });
      else commands.openAny(file);
    };
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const dragOver = (event: DragEvent): void => {
      if (isTextField(event.target) && !holdsFiles(event)) return;
      // What cannot be opened here must not lead away from the page either.
      event.preventDefault();
      if (holdsFiles(event)) setOver(true);
    };
    const dragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (isTextField(event.target) && !holdsFiles(event)) return;
      event.preventDefault();
      const folder = foldersIn(event.dataTransfer).at(0);
      if (folder !== undefined) void openFolder(folder);
      else if (!open([...(event.dataTransfer?.files ?? [])])) say({ kind: 'onlyFiles' });
    };
    const paste = (event: ClipboardEvent): void => {
      if (isTextField(event.target)) return;
      const text = event.clipboardData?.getData('text') ?? '';
      if (text.includes(DESIGN_HASH)) commands.takeDesign(text);
      else if (open([...(event.clipboardData?.files ?? [])])) event.preventDefault();
    };
    document.addEventListener('dragover', dragOver);
    document.addEventListener('dragleave', dragLeave);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', dragOver);
      document.removeEventListener('dragleave', dragLeave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [commands, store]);
  return over;
}
