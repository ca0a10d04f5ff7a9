import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import { GroupFrame } from '@/shared/forms/FieldFrame';
import { useFieldParts } from '@/shared/forms/fieldId';
import type { IncidentCategory } from '@/shared/words/values';
import { groups, kinds, ofGroup } from '../kinds';
import { useT } from '../texts';

/** Large buttons in three groups; once chosen they fold into one line, so that the rest stands under the thumb. */
export function CategoryField({ onChosen }: { onChosen: (category: IncidentCategory) => void }) {
  const t = useT();
  const { field } = useController({ name: 'category' });
  const { id, error } = useFieldParts('category', false);
  const chosen = field.value as IncidentCategory | undefined;
  const [open, setOpen] = useState(!chosen);
  const again = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    if (!open && pressed.current) again.current?.focus();
  }, [open]);
  const choose = (category: IncidentCategory) => {
    field.onChange(category);
    onChosen(category);
    pressed.current = true;
    setOpen(false);
  };
  if (!open && chosen) {
    const Icon = kinds[chosen].icon;
    return (
      <div className="kind-chosen">
        <Icon aria-hidden fontSize="1.75rem" />
        <strong>{t(`category.${chosen}`)}</strong>
        <Button
          ref={again}
          type="button"
          variant="tertiary"
          aria-label={t('report.otherCategory', { category: t(`category.${chosen}`) })}
          onClick={() => setOpen(true)}
        >
          {t('action.edit')}
        </Button>
      </div>
    );
  }
  return (
    <GroupFrame id={id} label={t('report.category')} error={error}>
      {groups.map((group) => (
        <div key={group} className="kind-group" role="group" aria-labelledby={`${id}-${group}`}>
          <span className="muted" id={`${id}-${group}`}>
            {t(`report.group.${group}`)}
          </span>
          <ul className="plain-list kinds">
            {ofGroup(group).map((category) => {
              const Icon = kinds[category].icon;
              return (
                <li key={category}>
                  <button
                    type="button"
                    className="kind"
                    aria-pressed={category === chosen}
                    onClick={() => choose(category)}
                  >
                    <Icon aria-hidden fontSize="1.75rem" />
                    <span>{t(`category.${category}`)}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </GroupFrame>
  );
}
