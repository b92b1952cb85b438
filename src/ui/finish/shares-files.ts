/** Whether this device hands files to other apps at all: asked with a picture, which every one that shares files takes. */
export const sharesFiles = (): boolean => {
  const { canShare } = navigator as Partial<Pick<Navigator, 'canShare'>>;
  return canShare?.call(navigator, { files: [new File([''], 'picture.png', { type: 'image/png' })] }) ?? false;
};
