import type { Inspection, InspectionPlace } from './queries';
import { useT } from './texts';

export function Shots({ of, place }: { of: Inspection | undefined; place: InspectionPlace }) {
  const t = useT();
  const pictures = (of?.pictures ?? []).filter((one) => one.place === place);
  if (pictures.length === 0) return null;
  return (
    <span className="shots">
      {pictures.map((one, i) => (
        <a key={one.id} href={`/v1/inspection-pictures/${one.id}`} target="_blank" rel="noreferrer">
          <img
            src={`/v1/inspection-pictures/${one.id}/thumbnail`}
            alt={t('inspect.picture', { number: i + 1, place: t(`inspect.place.${place}`) })}
            width={one.width}
            height={one.height}
          />
        </a>
      ))}
    </span>
  );
}
