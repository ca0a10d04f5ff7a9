import { initials } from './names';
import './face.css';

/** Initials; `text` says it aloud where the name does not stand beside it. */
export function Face({ name, text }: { name: string | undefined; text?: string }) {
  return (
    <span
      className="face"
      data-missing={name === undefined || undefined}
      role={text ? 'img' : undefined}
      aria-label={text}
      aria-hidden={text ? undefined : true}
    >
      {name === undefined ? '–' : initials(name)}
    </span>
  );
}
