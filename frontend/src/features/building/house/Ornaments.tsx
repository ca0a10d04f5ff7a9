/** Lines of the drawing that carry no meaning. */
export function Roof() {
  return (
    <div className="roof" aria-hidden>
      <span className="tower" />
      <span className="slab" />
    </div>
  );
}

export function Gable() {
  return (
    <svg className="gable" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden>
      <path className="gable-wall" d="M2 20V19L50 2l48 17v1z" />
      <path className="gable-roof" d="M0 20 50 2l50 18" />
    </svg>
  );
}

/** The stair of one storey, with its number on the wall; the lowest has the door. */
export function StairCore({ number, ground }: { number: number; ground: boolean }) {
  return (
    <span className="core-wall" aria-hidden>
      <span className="core-number">{number}</span>
      <svg viewBox="0 0 28 28" className="core-stair">
        {ground ? <path d="M8 28V8h12v20M17 18.5h.01" /> : <path d="M3 27h5v-4h5v-4h5v-4h5v-4h4" />}
      </svg>
    </span>
  );
}
