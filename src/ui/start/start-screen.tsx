import { Camera, ImagePlus, Lock } from 'lucide-react';
import { useState } from 'react';
import { SAMPLES } from '~/intake/samples';
import { useApp } from '~/ui/base/app-context';
import { FILE_INPUT_ID, FileInput } from '~/ui/controls/file-input';
import { Wordmark } from '~/ui/controls/wordmark';
import { SAMPLE_NAMES, sampleName, START } from '~/ui/words/start-words';
import { CameraDialog } from './camera-dialog';
import { SavedProjects } from './saved-projects';

/** What somebody finds first: one place to put a photo, and things to try at once. */
export function StartScreen() {
  const { commands } = useApp();
  const [camera, setCamera] = useState(false);
  return (
    <main className="start">
      <header className="start-head">
        <h1>
          <Wordmark />
        </h1>
        <p className="claim">{START.claim}</p>
      </header>

      <section className="start-photo" aria-label={START.yourPhoto}>
        <div className="drop-place">
          <ImagePlus className="drop-icon" aria-hidden="true" />
          <FileInput />
          <label htmlFor={FILE_INPUT_ID} className="button primary large drop-label">
            {START.choosePhoto}
          </label>
          <p className="drop-hint">{START.dropHint}</p>
          <button type="button" className="button quiet above" onClick={() => setCamera(true)}>
            <Camera aria-hidden="true" />
            {START.useCamera}
          </button>
        </div>
        <p className="privacy">
          <Lock aria-hidden="true" />
          {START.privacy}
        </p>
      </section>

      <section className="samples" aria-labelledby="samples-title">
        <h2 id="samples-title">{START.samplesTitle}</h2>
        <ul>
          {SAMPLES.map((sample) => (
            <li key={sample.id}>
              <button
                type="button"
                className="sample"
                aria-label={sampleName(sample.id)}
                onClick={() => commands.openSample(sample.id)}
              >
                <img src={sample.thumbnail} alt="" width={300} height={400} />
                <span aria-hidden="true">{SAMPLE_NAMES[sample.id]}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>

      <SavedProjects />

      <section className="good-photo" aria-labelledby="good-photo-title">
        <h2 id="good-photo-title">{START.goodPhotoTitle}</h2>
        <ul>
          {START.goodPhoto.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <p className="honesty">{START.honesty}</p>

      {camera && <CameraDialog onClose={() => setCamera(false)} />}
    </main>
  );
}
